/** A fictional person and how the exploitation came about: questionnaire, sections C to J, everything known. */
import { HISTORIES, PATTERNS, type Pattern, type PatternId, TRANSITS } from './patterns.ts'
import { PERIODS, type PeriodIndex, periodOf, REGISTERED } from './published.ts'
import type { Chance, Weights } from './random.ts'

export type ReportAnswers = Record<string, string | string[] | { value: string; precision: 'year' }>
export type ReportRow = Record<string, string>

export interface Person {
  readonly pattern: PatternId
  readonly period: PeriodIndex
  readonly citizenship: string
  readonly minor: boolean
  readonly answers: ReportAnswers
  readonly legs: ReportRow[]
}

const BANDS = [[8, '0_8'], [14, '9_14'], [17, '15_17'], [20, '18_20'], [23, '21_23'], [26, '24_26'], [29, '27_29'], [38, '30_38'], [47, '39_47']] as const
const bandOf = (age: number) => BANDS.find(([to]) => age <= to)?.[1] ?? '48_plus'

const LANGUAGES: Readonly<Record<string, Weights>> = {
  PH: { fil: 70, ceb: 24, other: 6 }, TH: { th: 96, lo: 4 }, ID: { id: 88, other: 12 }, CO: { es: 1 }, PE: { es: 1 }, JP: { ja: 1 }, KR: { ko: 1 }, TW: { zh: 1 }, CN: { zh: 94, other: 6 },
  KH: { km: 1 }, VN: { vi: 1 }, MM: { my: 80, other: 20 }, NP: { ne: 1 }, LK: { si: 80, other: 20 }, BR: { pt: 1 }, RU: { ru: 1 }, RO: { ro: 1 }, MN: { mn: 1 },
}
const MONTHS_OF: Readonly<Record<string, number>> = { none: 0, under_1m: 0, '1_3m': 2, '4_6m': 5, '7_12m': 10, '13_24m': 18, '25m_plus': 34 }
const WAIT_OF: Readonly<Record<string, number>> = { under_1w: 0, '1w_1m': 1, '1_3m': 2, '4_12m': 8, '1_2y': 18, '2y_plus': 34 }

/** Triangular: lowest, commonest, highest. */
function triangular(chance: Chance, [low, mode, high]: Pattern['age']): number {
  const u = chance.next()
  const turn = (mode - low) / (high - low)
  return Math.round(u < turn ? low + Math.sqrt(u * (high - low) * (mode - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - mode)))
}

const year = (value: number) => ({ value: String(value), precision: 'year' as const })
const atLeastOne = (ticked: string[], otherwise: string) => (ticked.length > 0 ? ticked : [otherwise])
/** One code, and now and then a second. */
const oneOrTwo = (chance: Chance, weights: Weights, second: number) => [...new Set([chance.pick(weights), ...(chance.happens(second) ? [chance.pick(weights)] : [])])]
/** `none` stands alone. */
const alone = (codes: string[], none = 'none') => (codes.includes(none) ? [none] : codes)

/** A person drawn for the network, or of the citizenship wanted. */
export function person(chance: Chance): Person {
  const registered = Number(chance.pick(REGISTERED))
  const period = periodOf(registered)
  const citizenship = chance.pick(PERIODS[period].citizenship)
  const pattern = chance.pick(HISTORIES[citizenship]?.[period] ?? { short_stay: 1 }) as PatternId
  const shape = PATTERNS[pattern]
  const answers: ReportAnswers = { registration_year: year(registered) }
  const age = triangular(chance, shape.age)
  const duration = chance.pick(shape.months)
  const wait = chance.pick({ under_1w: 26, '1w_1m': 26, '1_3m': 18, '4_12m': 14, '1_2y': 9, '2y_plus': 7 })
  const yearsPassed = Math.floor(((MONTHS_OF[duration] ?? 0) + (WAIT_OF[wait] ?? 0) + chance.between(0, 11)) / 12)

  const minor = age < 18
  Object.assign(answers, {
    gender: chance.pick(shape.gender), age_band_recruitment: bandOf(age), age_band_registration: bandOf(age + yearsPassed),
    minor_when_exploited: minor ? 'yes' : 'no', exploitation_duration: duration, time_to_contact: wait,
  })
  before(chance, citizenship, age, answers)
  recruitment(chance, shape, pattern, answers)
  const legs = journey(chance, shape, pattern, citizenship, registered - yearsPassed, answers)
  exploitation(chance, shape, pattern, answers)
  image(chance, pattern, answers)
  return { pattern, period, citizenship, minor, answers, legs }
}

function before(chance: Chance, citizenship: string, age: number, answers: ReportAnswers) {
  const japanese = citizenship === 'JP'
  answers.citizenship = citizenship !== 'JP' && chance.happens(0.012) ? [citizenship, 'JP'] : [citizenship]
  answers.first_language = chance.pick(LANGUAGES[citizenship] ?? { other: 1 })
  answers.education = chance.pick(age < 16 ? { primary: 30, lower_secondary: 70 } : japanese ? { lower_secondary: 34, upper_secondary: 52, post_secondary: 10, university: 4 }
    : { none: 3, primary: 18, lower_secondary: 28, upper_secondary: 36, post_secondary: 7, university: 8 })
  answers.marital_status = chance.pick(age < 20 ? { never_married: 96, partnership: 4 } : { never_married: 58, married: 18, partnership: 5, separated_divorced: 16, widowed: 3 })
  answers.dependants = atLeastOne(chance.tick(age < 19 ? { own_children: 0.05, siblings: 0.08 } : { own_children: 0.38, parents: 0.44, siblings: 0.3, other_relatives: 0.08 }), 'none')
  answers.livelihood_before = chance.pick(age < 18 ? { student: 74, unemployed: 16, shop_service: 10 }
    : { unemployed: 20, agriculture: 13, factory: 13, shop_service: 20, domestic_work: 5, entertainment: 7, sex_work: 4, office_professional: 4, informal_trade: 6, unpaid_family_work: 3, student: 5 })
  answers.migration_before = atLeastOne(chance.tick(japanese ? { internal: 0.2 } : { internal: 0.28, other_country: 0.14, japan: 0.16 }), 'none')
  answers.push_factors = atLeastOne(chance.tick(japanese
    ? { family_violence: 0.34, family_breakdown: 0.4, poverty: 0.24, independence: 0.34, education_costs: 0.06, family_debt: 0.06 }
    : { poverty: 0.58, no_work: 0.4, family_debt: 0.26, support_children: 0.3, support_parents: 0.42, education_costs: 0.12, medical_costs: 0.1, family_violence: 0.1, family_breakdown: 0.12, independence: 0.12, peers_went: 0.2, marriage: 0.05, disaster: 0.02 }), 'other')
  answers.vulnerability_factors = atLeastOne(chance.tick(japanese
    ? { earlier_abuse: 0.36, mental_health: 0.22, homelessness: 0.26, online_contact: 0.28, disability_illness: 0.08, addiction: 0.04 }
    : { no_japanese: 0.62, low_literacy: 0.12, earlier_abuse: 0.12, minority: 0.07, irregular_status: 0.14, mental_health: 0.05, pregnant: 0.02 }), 'none')
}

function recruitment(chance: Chance, shape: Pattern, pattern: PatternId, answers: ReportAnswers) {
  const mode = chance.pick(shape.mode)
  answers.recruitment_mode = mode
  answers.recruiter_relation = oneOrTwo(chance, shape.recruiter, 0.14)
  if (mode === 'sold_by_family') answers.recruiter_relation = ['relative']
  const channel = atLeastOne(chance.tick(shape.channel), 'other')
  answers.recruitment_channel = channel
  answers.recruitment_platforms = oneOrTwo(chance, pattern === 'youth_japan' ? { x_twitter: 44, line: 20, dating_app: 12, job_site: 12, instagram: 8, tiktok: 4 } : { facebook: 60, messenger: 12, job_site: 10, line: 6, wechat_qq: 6, tiktok: 6 }, 0.2)
  answers.work_promised = alone(oneOrTwo(chance, shape.promised, 0.24))
  answers.deception_kinds = atLeastOne(chance.tick(shape.deception), 'none')
  answers.coercion_recruitment = atLeastOne(chance.tick(shape.coercion), 'none')
  answers.payment_to_recruiter = chance.pick(shape.payment)
}

function journey(chance: Chance, shape: Pattern, pattern: PatternId, citizenship: string, arrived: number, answers: ReportAnswers): ReportRow[] {
  const japanese = citizenship === 'JP'
  const origin = japanese ? 'JP' : chance.happens(0.03) ? chance.pick({ SG: 1, KR: 1, HK: 1, TH: 1, MY: 1 }) : citizenship
  const papers = () => chance.pick(pattern === 'broker_debt' ? { own_genuine: 46, other_identity: 40, forged: 14 } : { own_genuine: 95, other_identity: 4, forged: 1 })
  const leg = (from: string, to: string, purpose: string, transport = 'air', documents = papers()): ReportRow =>
    ({ leg_from_country: from, leg_to_country: to, leg_purpose: purpose, leg_transport: transport, leg_documents: documents })
  const legs: ReportRow[] = []
  if (pattern === 'outbound') {
    legs.push(leg('JP', chance.pick({ KH: 40, MM: 30, PH: 20, TH: 10 }), 'to_exploitation'))
  } else if (japanese) {
    legs.push(leg('JP', 'JP', 'to_exploitation', 'land', 'not_needed'))
    if (chance.happens(0.18)) legs.push(leg('JP', 'JP', 'transfer', 'land', 'not_needed'))
  } else {
    const transit = chance.pick(TRANSITS[citizenship] ?? TRANSITS.other as Weights)
    const passes = transit !== 'direct' && transit !== origin
    if (passes) legs.push(leg(origin, transit, 'transit', origin === 'MM' || origin === 'KH' ? 'land' : 'air'))
    const to = pattern === 'onward' ? 'transit' : 'to_exploitation'
    legs.push(leg(passes ? transit : origin, 'JP', to, chance.happens(0.02) ? 'sea' : 'air'))
    if (pattern === 'onward') legs.push(leg('JP', chance.pick({ US: 60, CA: 40 }), 'to_exploitation'))
    else if (chance.happens(0.16)) legs.push(leg('JP', 'JP', 'transfer', 'land', 'not_needed'))
  }
  const inJapan = pattern !== 'outbound' && pattern !== 'onward'
  if (inJapan) answers.exploitation_prefectures = [...new Set([chance.pick(shape.prefectures), ...(chance.happens(0.14) ? [chance.pick(shape.prefectures)] : [])])]
  answers.moves_in_japan = chance.pick({ 0: 56, 1: 22, '2_3': 17, '4_plus': 5 })
  residence(chance, shape, pattern, japanese, Math.max(arrived, 1990), answers)
  return legs
}

function residence(chance: Chance, shape: Pattern, pattern: PatternId, japanese: boolean, arrived: number, answers: ReportAnswers) {
  const entry = chance.pick(shape.entry)
  answers.entry_status = entry
  answers.status_arranged_by = chance.pick(japanese ? { self: 1 } : shape.arrangedBy)
  answers.entry_point = chance.pick(entry === 'irregular_entry' ? { tokyo_airports: 60, kansai_airport: 14, other_airport: 8, seaport: 8, not_regular_port: 10 } : { tokyo_airports: 62, kansai_airport: 18, other_airport: 18, seaport: 2 })
  if (!japanese) answers.arrival_year = year(arrived)
  const lapse: Weights = { short_term: 66, entertainer: 40, technical_intern: 32, spouse_japanese: 14, irregular_entry: 0 }
  const status = japanese ? 'japanese_national' : chance.happens((lapse[entry] ?? 12) / 100) ? chance.pick({ overstay: 86, provisional_release: 5, asylum_applicant: 3, special_permission: 6 }) : chance.happens(0.03) ? 'left_japan' : entry
  answers.status_at_contact = status
  answers.irregular_reasons = atLeastOne(chance.tick({
    documents_withheld: 0.34, renewal_blocked: 0.3, fled_workplace: pattern === 'intern' ? 0.8 : 0.24, sham_marriage: pattern === 'spouse' ? 0.7 : 0.02,
    false_documents: pattern === 'broker_debt' ? 0.36 : 0.03, unpermitted_work: 0.36, not_informed: 0.3,
  }), 'other')
  const held = japanese ? { self: 40, no_document: 60 } : pattern === 'intern' ? { self: 60, exploiter: 18, supervising_org: 22 } : { self: 26, exploiter: 44, broker: 26, no_document: 2, other: 2 }
  answers.documents_held_by = chance.pick(held)
  const debt = chance.happens(shape.debt)
  answers.debt_imposed = debt ? 'yes' : 'no'
  answers.debt_band = chance.pick(shape.debtBand)
  answers.debt_origin = atLeastOne(chance.tick(shape.debtOrigin), 'other')
  answers.pay_received = chance.pick(shape.pay)
}

function exploitation(chance: Chance, shape: Pattern, pattern: PatternId, answers: ReportAnswers) {
  const prevented = answers.exploitation_duration === 'none'
  answers.exploitation_types = prevented ? ['intended_only'] : atLeastOne(chance.tick(shape.exploitation), Object.keys(shape.exploitation)[0] as string)
  answers.sexual_kinds = atLeastOne(chance.tick(shape.sexualKinds), 'prostitution')
  answers.knew_sex_work = chance.pick(shape.knew)
  answers.labour_sectors = atLeastOne(chance.tick(shape.sectors), 'other')
  answers.venue_types = atLeastOne(chance.tick(shape.venues), 'other')
  const means = new Set(chance.tick(shape.control))
  if (answers.debt_imposed === 'yes' && chance.happens(0.6)) means.add('debt')
  if (answers.debt_imposed === 'no') means.delete('debt')
  if (['exploiter', 'broker', 'supervising_org'].includes(answers.documents_held_by as string) && chance.happens(0.94)) means.add('documents')
  if (answers.documents_held_by === 'self') means.delete('documents')
  answers.means_of_control = atLeastOne([...means], 'none')
  answers.exploiter_types = atLeastOne(chance.tick(shape.exploiters), 'other')
  answers.resold = chance.pick(pattern === 'broker_debt' ? { no: 58, once: 30, more: 12 } : { no: 88, once: 9, more: 3 })
  answers.health_harm = atLeastOne(chance.tick({ mental: 0.46, injury: 0.16, illness: 0.2, sti_reproductive: pattern === 'intern' ? 0.01 : 0.14, pregnancy: 0.06, substance: 0.04 }), 'none')
}

function image(chance: Chance, pattern: PatternId, answers: ReportAnswers) {
  if (pattern === 'youth_japan' || pattern === 'outbound') return
  answers.expected_life = atLeastOne(chance.tick({ earn_send_home: 0.72, pay_debts: 0.28, safe_society: 0.26, modern_life: 0.22, freedom: 0.12, skills_language: pattern === 'intern' ? 0.56 : 0.12, marriage_family: pattern === 'spouse' ? 0.5 : 0.04, short_stay: 0.22, rights_protected: 0.08 }), 'no_clear_idea')
  answers.image_before = chance.pick({ very_good: 34, good: 44, neutral: 18, bad: 3, very_bad: 1 })
  answers.image_after = chance.pick({ very_good: 3, good: 16, neutral: 28, bad: 34, very_bad: 19 })
  answers.image_change = answers.image_before === answers.image_after && chance.happens(0.7) ? ['no_change']
    : atLeastOne(chance.tick({ exploitation: 0.66, people_kind: 0.26, people_indifferent: 0.26, discrimination: 0.24, customers: 0.2, police_immigration: 0.24, support_received: 0.3, living_costs: 0.12, isolation: 0.28 }), 'other')
  answers.info_source_japan = atLeastOne(chance.tick({ recruiter: 0.52, returnees: 0.36, family_in_japan: 0.16, mass_media: 0.3, social_media: 0.2, school: 0.08, official_orientation: pattern === 'intern' ? 0.4 : 0.06 }), 'none')
}
