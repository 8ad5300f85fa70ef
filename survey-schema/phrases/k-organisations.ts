/** Phrases of the questionnaire, section K: the organisations that a case reached, in which order, how, and what came of it. */
import { each, type Nouns } from './each.ts'
import type { CategoryPhrases } from './phrase.ts'
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

const ACTORS = {
  embassy: ['an embassy or consulate', '大使館や領事館', 'embassy or consulate', '大使館・領事館'],
  ngo_hotline: ['an NGO hotline', '民間の電話相談', 'NGO hotline', '民間の電話相談'],
  ngo_shelter: ['an NGO shelter', '民間シェルター', 'NGO shelter', '民間シェルター'],
  police: ['the police', '警察', 'police', '警察'],
  anonymous_tip_line: ['an anonymous tip line', '匿名通報の窓口', 'anonymous tip line', '匿名通報の窓口'],
  immigration: ['the immigration authority', '入管', 'immigration authority', '入管'],
  womens_support_center: ['a women\'s support centre', '女性相談支援センター', 'women\'s support centre', '女性相談支援センター'],
  child_guidance_center: ['a child guidance centre', '児童相談所', 'child guidance centre', '児童相談所'],
  municipality: ['a municipal office', '市区町村の窓口', 'municipal office', '市区町村の窓口'],
  human_rights_office: ['human rights advice at a legal affairs bureau', '法務局の人権相談', 'legal affairs bureau, human rights', '法務局の人権相談'],
  labour_office: ['a labour standards office', '労働基準監督署', 'labour standards office', '労働基準監督署'],
  labour_union: ['a labour union', '労働組合', 'labour union', '労働組合'],
  hospital: ['a hospital or clinic', '医療機関', 'hospital or clinic', '医療機関'],
  lawyer: ['a lawyer or legal aid', '弁護士や法テラス', 'lawyer or legal aid', '弁護士・法テラス'],
  religious: ['a church or temple', '教会や寺院', 'church or temple', '教会・寺院'],
  school: ['a school', '学校', 'school', '学校'],
  iom: ['the International Organization for Migration', '国際移住機関（IOM）', 'IOM', 'IOM'],
  origin_authority: ['an authority in the country of origin', '出身国の公的機関', 'authority in the country of origin', '出身国の公的機関'],
  origin_ngo: ['an NGO in the country of origin', '出身国の民間団体', 'NGO in the country of origin', '出身国の民間団体'],
  other: ['another organisation', 'その他の機関', 'other', 'その他'],
  enforcement: ['the police, immigration or a tip line', '警察・入管・匿名通報の窓口', 'police, immigration or tip line', '警察・入管・匿名通報'],
  public_office: ['a welfare, labour, human rights or municipal office', '福祉・労働・人権・市区町村の窓口', 'welfare, labour, human rights or municipal office', '福祉・労働・人権・市区町村の窓口'],
  ngo: ['an NGO, union or religious body', '民間団体・労働組合・宗教団体', 'NGO, union or religious body', '民間団体・労働組合・宗教団体'],
} as const satisfies Readonly<Record<string, Nouns>>

/** The coarse group holds hospitals, lawyers, schools and others, which the list names one by one. */
const COARSE = { other: ['a hospital, lawyer, school or other body', '医療機関・弁護士・学校などの機関', 'hospital, lawyer, school or other', '医療機関・弁護士・学校・その他'] } as const

const named = (object: string, phrases: CategoryPhrases): CategoryPhrases => ({ ...phrases, object })

const reached = (...[en, ja, nameEn, nameJa]: Nouns) => named(en, said(`reached ${en}`, `${ja}につながった`, `that reached ${en}`, `${ja}につながった人の`, nameEn, nameJa))

const reachedFirst = (...[en, ja, nameEn, nameJa]: Nouns) =>
  named(en, said(`reached ${en} first`, `最初に${ja}につながった`, `that reached ${en} first`, `最初に${ja}につながった人の`, nameEn, nameJa))

const reachedLast = (...[en, ja, nameEn, nameJa]: Nouns) =>
  named(en, said(`reached ${en} last`, `最後に${ja}につながった`, `that reached ${en} last`, `最後に${ja}につながった人の`, nameEn, nameJa))

const how = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`reached an organisation ${en}`, `${ja}機関につながった`, `that reached an organisation ${en}`, `${ja}機関につながった人の`, nameEn, nameJa)

const many = (en: string, ja: string, nameJa: string) => said(`reached ${en}`, `${ja}につながった`, `that reached ${en}`, `${ja}につながった人の`, en, nameJa)

const REACHED = ['that reached an organisation, or where this is not known', '機関につながった人（不明を含む）の'] as const

export const PHRASES_K_ORGANISATIONS = {
  step_actor: {
    ...about('organisations reached', 'つながった機関', 'where the organisations reached are known', 'つながった機関が分かる', ...REACHED),
    categories: each(ACTORS, reached),
    levels: { group5: each(COARSE, reached) },
  },
  contact_first_actor: {
    ...about('first organisation reached', '最初につながった機関', 'where the first organisation is known', '最初につながった機関が分かる', ...REACHED),
    categories: each(ACTORS, reachedFirst),
    levels: { group5: each(COARSE, reachedFirst) },
  },
  contact_last_actor: {
    ...about('last organisation reached', '最後につながった機関', 'where the last organisation is known', '最後につながった機関が分かる', ...REACHED),
    categories: each(ACTORS, reachedLast),
    levels: { group5: each(COARSE, reachedLast) },
  },
  contact_length: {
    ...about('number of organisations reached', 'つながった機関の数', 'where the number of organisations reached is known', 'つながった機関の数が分かる'),
    categories: {
      '0': said('reached no organisation', 'どの機関にもつながらなかった', 'that reached no organisation', 'どの機関にもつながらなかった人の', 'no organisation', '0機関'),
      '1': many('one organisation', '1つの機関', '1機関'),
      '2': many('two organisations', '2つの機関', '2機関'),
      '3': many('three organisations', '3つの機関', '3機関'),
      '4': many('four organisations', '4つの機関', '4機関'),
      '5': many('five organisations', '5つの機関', '5機関'),
      '6': many('six organisations', '6つの機関', '6機関'),
    },
  },
  step_mode: {
    ...about('ways of reaching organisations', '機関につながった方法', 'where it is known how organisations were reached', '機関につながった方法が分かる', ...REACHED),
    categories: {
      phone: how('by telephone', '電話で', 'telephone', '電話'),
      message: how('by message or social media', 'メールやSNSで', 'message or social media', 'メール・SNS'),
      walk_in: how('in person', '直接訪ねて', 'walk-in', '直接訪問'),
      brought_by_person: how('because someone brought them', '知人などに連れられて', 'brought by someone', '知人などの同行'),
      referral: how('by referral from another', '他機関の紹介で', 'referral', '他機関の紹介'),
      found_by_authority: how('because an authority found them', '当局の発見や摘発により', 'found by an authority', '当局による発見・摘発'),
      outreach: how('through its outreach', '団体のアウトリーチで', 'outreach', '団体のアウトリーチ'),
      other: how('in another way', 'その他の方法で', 'other ways', 'その他'),
    },
  },
  step_outcome: {
    ...about('what came of reaching organisations', '機関につながった結果', 'where the result of reaching an organisation is known', '機関につながった結果が分かる', ...REACHED),
    categories: {
      helped: said('led to help from an organisation', '機関の支援を受けた', 'that led to help from an organisation', '機関の支援を受けた人の', 'help received', '支援を受けた'),
      referred: said('led to a referral onwards', '他機関を紹介された', 'that led to a referral onwards', '他機関を紹介された人の', 'referral onwards', '他機関への紹介'),
      advice_only: said('led to advice only', '助言だけを受けた', 'that led to advice only', '助言だけを受けた人の', 'advice only', '助言のみ'),
      refused: ofPeople('turned away by an organisation', '機関に対応を断られた', 'turned away', '対応を断られた'),
      not_understood: said('met a language barrier', '機関で言葉の壁に直面した', 'that met a language barrier', '機関で言葉の壁に直面した人の', 'language barrier', '言葉の壁'),
      detained: said('led to arrest or detention', '逮捕または収容された', 'that led to arrest or detention', '逮捕または収容された人の', 'arrest or detention', '逮捕・収容'),
      sent_back: ofPeople('sent back to the exploiter', '搾取者のもとへ戻された', 'sent back to the exploiter', '搾取者のもとへ戻された'),
    },
  },
} as const satisfies PhraseRows<'step_actor' | 'contact_first_actor' | 'contact_last_actor' | 'contact_length' | 'step_mode' | 'step_outcome'>
