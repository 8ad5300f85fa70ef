/** The partners of the fictional networks. No such organisation exists; each says so in its own name. */
import type { Ticks } from './random.ts'

export interface Organisation {
  readonly en: string
  readonly ja: string
  /** Share of the cases of the network, percent. */
  readonly size: number
  readonly sourceType: string
  /** As a contact step; null where the list of steps has no such organisation. */
  readonly actor: string | null
  /** Reports only people of this citizenship. */
  readonly nationals?: string
  /** An umbrella whose members see one another's cases. */
  readonly holding?: string
  /** The rule under which old records may be used, with its year and who approved it. */
  readonly recordRule?: string
  /** How much more often than others a pattern of history comes here. */
  readonly draws: Readonly<Record<string, number>>
}

const basis: Ticks = { interview_with_person: 0.7, case_file: 0.55, worker_memory: 0.1, phone_or_online: 0.12, court_or_official_paper: 0.08, third_party: 0.03 }
/** How the partners know what they report. */
export const INFORMATION_BASIS: Readonly<Record<string, Ticks>> = {
  ngo_counselling: { ...basis, interview_with_person: 0.3, phone_or_online: 0.75, third_party: 0.12 },
  embassy: { ...basis, court_or_official_paper: 0.25 },
  default: basis,
}

const rule = 'Fictional rule on anonymous research use, 2012, fictional board'

/** Twelve partners; sizes and the two embassies as for the measurements of the release model, section 15; two members of one umbrella. */
export const NETWORK = [
  { en: 'Fictional Shelter Asagao', ja: '架空シェルターあさがお', size: 25, sourceType: 'ngo_shelter', actor: 'ngo_shelter', draws: { entertainer: 2, broker_debt: 2, spouse: 1.5, short_stay: 1.5 } },
  { en: 'Fictional Helpline Tomoshibi', ja: '架空相談電話ともしび', size: 21, sourceType: 'ngo_counselling', actor: 'ngo_hotline', draws: { youth_japan: 3, short_stay: 1.5 } },
  { en: 'Fictional Embassy One', ja: '架空大使館その一', size: 10, sourceType: 'embassy', actor: 'embassy', nationals: 'PH', draws: {} },
  { en: 'Fictional Migrant Workers\' Union Kakehashi', ja: '架空移住者ユニオンかけはし', size: 9, sourceType: 'labour_union', actor: 'labour_union', draws: { intern: 9, student: 5, settled: 5 } },
  { en: 'Fictional Shelter Hamanasu', ja: '架空シェルターはまなす', size: 7, sourceType: 'ngo_shelter', actor: 'ngo_shelter', holding: 'Fictional Umbrella Midori', draws: { spouse: 2, entertainer: 1.5 }, recordRule: rule },
  { en: 'Fictional Counselling Room Suzuran', ja: '架空相談室すずらん', size: 7, sourceType: 'ngo_counselling', actor: 'ngo_hotline', holding: 'Fictional Umbrella Midori', draws: { youth_japan: 2, spouse: 2 } },
  { en: 'Fictional Women\'s Support Centre Kasumi', ja: '架空女性相談支援センターかすみ', size: 6, sourceType: 'womens_support_center', actor: 'womens_support_center', draws: { entertainer: 2, broker_debt: 1.5 } },
  { en: 'Fictional Embassy Two', ja: '架空大使館その二', size: 5, sourceType: 'embassy', actor: 'embassy', nationals: 'TH', draws: {} },
  { en: 'Fictional Lawyers\' Group Hotaru', ja: '架空弁護団ほたる', size: 4, sourceType: 'lawyer', actor: 'lawyer', draws: { intern: 2, domestic: 3, youth_japan: 1.5 } },
  { en: 'Fictional Youth Counselling Yukari', ja: '架空若者相談ゆかり', size: 3, sourceType: 'ngo_counselling', actor: 'ngo_hotline', draws: { youth_japan: 8 } },
  { en: 'Fictional House of Prayer Nagisa', ja: '架空祈りの家なぎさ', size: 2, sourceType: 'religious', actor: 'religious', draws: { settled: 2, domestic: 3 }, recordRule: rule },
  { en: 'Fictional Home-country NGO Koguma', ja: '架空出身国団体こぐま座', size: 1, sourceType: 'origin_ngo', actor: 'origin_ngo', draws: { entertainer: 2, broker_debt: 2 } },
] as const satisfies readonly Organisation[]

const SIZES_25 = [14, 11, 9, 8, 7, 6, 5, 5, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1]

/** The same kinds of organisation, as twenty-five smaller partners. */
export const MANY: readonly Organisation[] = SIZES_25.map((size, index) => {
  const model: Organisation = NETWORK[index % NETWORK.length] as Organisation
  return { ...model, en: `${model.en} ${index + 1}`, ja: `${model.ja}${index + 1}`, size }
})
