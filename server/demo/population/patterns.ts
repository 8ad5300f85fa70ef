/**
 * Kinds of history that reports on trafficking to Japan describe again and again, as shares and probabilities. Which one a
 * person lived through depends on citizenship and period; most of what follows depends on the kind. The shares of answers are
 * invented unless `published.ts` gives them.
 */
import { BROKER_DEBT, INTERN_DEBT, KNEW_SEX_WORK, PREFECTURES_NIGHTLIFE, RECRUITERS_NIGHTLIFE } from './published.ts'
import type { Ticks, Weights } from './random.ts'

export type PatternId =
  | 'entertainer' | 'broker_debt' | 'spouse' | 'short_stay' | 'youth_japan' | 'outbound' | 'onward' | 'intern' | 'student' | 'settled' | 'domestic'

export interface Pattern {
  readonly gender: Weights
  /** Years of age when recruited: lowest, commonest, highest. */
  readonly age: readonly [number, number, number]
  readonly entry: Weights
  readonly mode: Weights
  readonly recruiter: Weights
  readonly channel: Ticks
  readonly promised: Weights
  readonly deception: Ticks
  readonly coercion: Ticks
  readonly payment: Weights
  readonly arrangedBy: Weights
  readonly prefectures: Weights
  readonly debt: number
  readonly debtBand: Weights
  readonly debtOrigin: Ticks
  readonly pay: Weights
  readonly exploitation: Ticks
  readonly sexualKinds: Ticks
  readonly knew: Weights
  readonly sectors: Ticks
  readonly venues: Ticks
  readonly control: Ticks
  readonly exploiters: Ticks
  readonly months: Weights
  readonly exit: Weights
  readonly helper: Weights
  readonly firstActor: Weights
}

const CONTROL: Ticks = {
  debt: 0.2, earnings_taken: 0.3, money_restricted: 0.12, threats_person: 0.3, threats_family: 0.1, threats_authorities: 0.25, psychological: 0.3,
  physical: 0.14, sexual: 0.08, false_promises: 0.28, movement: 0.3, documents: 0.3, necessities: 0.08, medical: 0.06, excessive_hours: 0.15,
  drugs: 0.03, images: 0.02, phone_cut: 0.08, other: 0.04,
}
const MONTHS: Weights = { none: 4, under_1m: 10, '1_3m': 24, '4_6m': 22, '7_12m': 20, '13_24m': 13, '25m_plus': 7 }

const NIGHTLIFE: Pattern = {
  gender: { woman: 97, trans_or_nonconforming: 2, man: 1 }, age: [16, 23, 41], entry: { short_term: 1 },
  mode: { recruited: 88, self_arranged: 7, sold_by_family: 3, abducted: 1, other: 1 }, recruiter: RECRUITERS_NIGHTLIFE,
  channel: { place_of_business: 0.16, at_work: 0.12, social_media: 0.08, friends_event: 0.22, family_event: 0.12, home_visit: 0.2, newspaper_ad: 0.06, online_ad: 0.04, street: 0.06, other: 0.04 },
  promised: { hostess: 26, restaurant_hotel: 24, singer_dancer: 10, factory: 12, care_cleaning: 6, domestic_work: 4, sex_work: 6, marriage: 4, tourism: 4, none: 4 },
  deception: { nature_of_work: 0.6, wages: 0.55, conditions: 0.45, contract: 0.2, housing: 0.16, legal_status: 0.22, travel_terms: 0.2, marriage_adoption: 0.05 },
  coercion: { debt_pressure: 0.26, documents_taken: 0.16, threats: 0.12, threats_family: 0.06, violence: 0.05, confinement: 0.05, sold: 0.06, drugs: 0.02 },
  payment: { paid_before: 12, to_be_deducted: 62, family_was_paid: 8, none: 16, other: 2 },
  arrangedBy: { broker: 55, agency: 18, spouse: 6, employer: 8, self: 8, family: 4, other: 1 }, prefectures: PREFECTURES_NIGHTLIFE,
  debt: 0.6, debtBand: { under_500k: 8, '500k_1m': 12, '1m_2m': 18, '2m_3m': 18, '3m_5m': 24, '5m_7m': 10, '7m_plus': 3, no_figure: 7 },
  debtOrigin: { travel_brokerage: 0.75, living_costs: 0.45, fines: 0.3, training_fees: 0.12, purchase_price: 0.15, family_advance: 0.12, medical: 0.06 },
  pay: { nothing: 30, pocket_money: 28, tips_only: 16, below_promise: 24, as_promised: 2 },
  exploitation: { sexual: 0.86, forced_labour: 0.2, domestic_servitude: 0.02, intended_only: 0 },
  sexualKinds: { prostitution: 0.55, sex_shop: 0.25, forced_dates: 0.3, strip_show: 0.05, pornography: 0.03, private_household: 0.04 }, knew: KNEW_SEX_WORK,
  sectors: { hospitality: 0.85, entertainment: 0.3 }, venues: { bar_snack: 0.62, sex_shop: 0.18, delivery_dispatch: 0.18, massage: 0.08, private_home: 0.06 },
  control: CONTROL, exploiters: { business_owner: 0.72, broker: 0.42, organised_crime: 0.18, partner_spouse: 0.06, customer: 0.05 }, months: MONTHS,
  exit: { escaped_alone: 26, escaped_with_help: 34, rescued_on_call: 10, police_raid: 14, immigration_raid: 8, released_debt_paid: 3, dismissed: 3, still_inside: 1, other: 1 },
  helper: { none: 14, compatriot: 20, customer: 18, coworker: 12, japanese_friend: 8, partner: 5, passer_by: 3, family_home: 5, religious: 5, police_officer: 4, embassy_staff: 3, ngo_staff: 2, health_worker: 1 },
  firstActor: { embassy: 22, police: 24, ngo_shelter: 12, ngo_hotline: 12, immigration: 12, womens_support_center: 5, religious: 5, municipality: 3, hospital: 2, lawyer: 2, human_rights_office: 1 },
}

const WORK: Pattern = {
  ...NIGHTLIFE,
  gender: { man: 52, woman: 48 }, age: [18, 24, 45], entry: { technical_intern: 1 },
  recruiter: { agency: 58, female_friend: 6, male_friend: 6, relative: 8, neighbour_acquaintance: 8, returnee: 8, online_contact: 4, coworker_employer: 2 },
  channel: { place_of_business: 0.4, social_media: 0.18, online_ad: 0.1, school: 0.12, friends_event: 0.1, family_event: 0.08, home_visit: 0.08, other: 0.04 },
  promised: { factory: 38, farm_fishery: 16, construction: 14, care_cleaning: 12, training: 12, restaurant_hotel: 6, study: 2 },
  deception: { wages: 0.7, conditions: 0.6, contract: 0.4, nature_of_work: 0.22, housing: 0.3, legal_status: 0.1, travel_terms: 0.12 },
  coercion: { debt_pressure: 0.22, documents_taken: 0.12, threats: 0.06, denunciation: 0.06 },
  payment: { paid_before: 74, to_be_deducted: 16, family_was_paid: 1, none: 7, other: 2 }, arrangedBy: { agency: 70, employer: 16, broker: 10, self: 4 },
  prefectures: { 23: 16, 21: 9, 34: 7, 10: 7, '08': 8, 11: 5, 12: 5, 27: 6, 28: 4, 22: 5, 40: 5, 43: 4, '01': 5, 37: 4, 38: 3, 20: 4, 13: 3 },
  debt: 0.55, debtBand: INTERN_DEBT, debtOrigin: { travel_brokerage: 0.6, training_fees: 0.65, living_costs: 0.1, fines: 0.12 },
  pay: { nothing: 4, pocket_money: 12, tips_only: 0, below_promise: 80, as_promised: 4 },
  exploitation: { forced_labour: 0.95, sexual: 0.03, domestic_servitude: 0.03 },
  sectors: { manufacturing: 0.38, agriculture: 0.22, construction: 0.2, care: 0.08, cleaning_services: 0.06, fishing: 0.05, hospitality: 0.05 },
  venues: { factory: 0.42, farm_boat: 0.24, construction_site: 0.2, care_home: 0.07, restaurant_hotel: 0.06 },
  control: { ...CONTROL, debt: 0.32, documents: 0.36, excessive_hours: 0.6, false_promises: 0.34, threats_authorities: 0.34, sexual: 0.03, movement: 0.22, physical: 0.12 },
  exploiters: { employer_company: 0.85, supervising_org: 0.42, broker: 0.15 }, months: { '1_3m': 6, '4_6m': 14, '7_12m': 28, '13_24m': 32, '25m_plus': 20 },
  exit: { escaped_alone: 34, escaped_with_help: 42, rescued_on_call: 4, police_raid: 1, immigration_raid: 3, dismissed: 12, still_inside: 3, other: 1 },
  helper: { none: 16, compatriot: 30, coworker: 16, japanese_friend: 10, online_contact: 8, religious: 6, ngo_staff: 8, health_worker: 2, family_home: 2, teacher: 2 },
  firstActor: { labour_union: 42, ngo_hotline: 12, ngo_shelter: 8, labour_office: 12, embassy: 6, immigration: 6, police: 5, religious: 4, lawyer: 3, municipality: 2 },
}

const YOUTH: Pattern = {
  ...NIGHTLIFE,
  gender: { woman: 95, man: 3, trans_or_nonconforming: 2 }, age: [13, 18, 27], entry: { japanese_national: 1 },
  mode: { recruited: 90, self_arranged: 6, sold_by_family: 2, other: 2 },
  recruiter: { stranger: 30, intimate_partner: 22, online_contact: 22, male_friend: 10, female_friend: 8, coworker_employer: 5, relative: 3 },
  channel: { street: 0.36, social_media: 0.42, online_ad: 0.12, friends_event: 0.08, place_of_business: 0.12, school: 0.03 },
  promised: { hostess: 24, modelling: 20, sex_work: 18, none: 22, restaurant_hotel: 10, other: 6 },
  deception: { nature_of_work: 0.34, wages: 0.4, conditions: 0.46, contract: 0.22, legal_status: 0.02 },
  coercion: { debt_pressure: 0.34, threats: 0.22, violence: 0.12, confinement: 0.05, drugs: 0.03 }, payment: { none: 82, to_be_deducted: 14, other: 4 },
  prefectures: { 13: 34, 27: 16, 14: 9, 23: 9, 11: 7, 12: 6, 40: 6, 28: 3, '04': 3, '01': 4, 26: 2, 34: 1 },
  debt: 0.42, debtBand: { under_500k: 22, '500k_1m': 24, '1m_2m': 24, '2m_3m': 14, '3m_5m': 8, '5m_7m': 3, '7m_plus': 2, no_figure: 3 },
  debtOrigin: { host_club: 0.62, fines: 0.22, living_costs: 0.28, other: 0.1 }, pay: { nothing: 24, pocket_money: 34, tips_only: 2, below_promise: 34, as_promised: 6 },
  exploitation: { sexual: 0.97, forced_labour: 0.05, forced_crime: 0.02 },
  sexualKinds: { prostitution: 0.55, sex_shop: 0.32, pornography: 0.22, online_live: 0.12, private_household: 0.06, forced_dates: 0.06 },
  knew: { did_not_know: 30, knew_work_not_terms: 52, knew_both: 18 }, venues: { sex_shop: 0.3, delivery_dispatch: 0.34, bar_snack: 0.16, private_home: 0.14, online: 0.18, street: 0.14 },
  control: { ...CONTROL, documents: 0.02, threats_authorities: 0.05, images: 0.2, debt: 0.24, drugs: 0.06, sexual: 0.16, psychological: 0.46, physical: 0.2 },
  exploiters: { scout_host: 0.46, business_owner: 0.4, partner_spouse: 0.2, organised_crime: 0.16, customer: 0.08 },
  exit: { escaped_alone: 24, escaped_with_help: 34, rescued_on_call: 8, police_raid: 22, dismissed: 3, still_inside: 6, other: 3 },
  helper: { none: 16, japanese_friend: 28, family_home: 16, teacher: 9, partner: 6, police_officer: 8, ngo_staff: 7, health_worker: 4, online_contact: 6 },
  firstActor: { police: 38, ngo_hotline: 32, child_guidance_center: 10, womens_support_center: 6, municipality: 4, lawyer: 4, school: 3, hospital: 3 },
}

export const PATTERNS: Readonly<Record<PatternId, Pattern>> = {
  entertainer: {
    ...NIGHTLIFE, entry: { entertainer: 94, short_term: 6 }, age: [15, 22, 34], arrangedBy: { agency: 72, broker: 22, employer: 6 },
    recruiter: { ...RECRUITERS_NIGHTLIFE, agency: 38, relative: 16 }, promised: { singer_dancer: 66, hostess: 26, restaurant_hotel: 8 },
    debt: 0.42, debtBand: { under_500k: 26, '500k_1m': 26, '1m_2m': 22, '2m_3m': 12, '3m_5m': 6, no_figure: 8 }, exploitation: { sexual: 0.68, forced_labour: 0.5 },
    sexualKinds: { forced_dates: 0.66, prostitution: 0.3, strip_show: 0.1 }, venues: { bar_snack: 0.94, strip_theatre: 0.03 },
    firstActor: { ...NIGHTLIFE.firstActor, embassy: 30, immigration: 20 },
  },
  broker_debt: {
    ...NIGHTLIFE, entry: { short_term: 66, irregular_entry: 24, entertainer: 6, spouse_japanese: 4 }, debt: 0.92, debtBand: BROKER_DEBT,
    coercion: { ...NIGHTLIFE.coercion, debt_pressure: 0.5, sold: 0.24 }, control: { ...CONTROL, debt: 0.74, movement: 0.5, documents: 0.5, threats_family: 0.24 },
    exploitation: { sexual: 0.98, forced_labour: 0.04 }, sexualKinds: { prostitution: 0.82, strip_show: 0.14, sex_shop: 0.16 },
    exploiters: { broker: 0.66, business_owner: 0.7, organised_crime: 0.34 }, firstActor: { ...NIGHTLIFE.firstActor, police: 30, embassy: 28 },
  },
  spouse: {
    ...NIGHTLIFE, entry: { spouse_japanese: 90, short_term: 6, long_term: 4 }, recruiter: { marriage_broker: 36, female_friend: 20, relative: 14, neighbour_acquaintance: 14, agency: 10, intimate_partner: 6 },
    promised: { marriage: 42, hostess: 22, restaurant_hotel: 18, factory: 10, care_cleaning: 8 }, deception: { ...NIGHTLIFE.deception, marriage_adoption: 0.5 },
    arrangedBy: { spouse: 44, broker: 48, family: 8 }, exploitation: { sexual: 0.76, forced_labour: 0.2, forced_marriage: 0.14, domestic_servitude: 0.08 },
    exploiters: { business_owner: 0.5, broker: 0.46, partner_spouse: 0.3 }, months: { ...MONTHS, '13_24m': 22, '25m_plus': 16 },
    firstActor: { ...NIGHTLIFE.firstActor, municipality: 10, womens_support_center: 12, ngo_shelter: 18 },
  },
  short_stay: { ...NIGHTLIFE, entry: { short_term: 97, designated: 3 }, months: { none: 9, under_1m: 34, '1_3m': 42, '4_6m': 10, '7_12m': 5 }, venues: { ...NIGHTLIFE.venues, massage: 0.24, delivery_dispatch: 0.36 } },
  youth_japan: YOUTH,
  outbound: {
    ...YOUTH, gender: { man: 68, woman: 32 }, age: [16, 23, 40], promised: { none: 20, restaurant_hotel: 20, other: 60 }, exploitation: { forced_crime: 0.86, sexual: 0.16 },
    sectors: { other: 1 }, venues: { other: 0.8, online: 0.3 }, exploiters: { organised_crime: 0.9, broker: 0.3 }, control: { ...CONTROL, movement: 0.8, documents: 0.7 },
    firstActor: { police: 50, embassy: 40, ngo_hotline: 10 },
  },
  onward: { ...NIGHTLIFE, entry: { short_term: 90, entertainer: 10 }, debt: 0.8, debtBand: BROKER_DEBT, exploitation: { sexual: 0.8, intended_only: 0 } },
  intern: { ...WORK, entry: { technical_intern: 82, trainee: 10, specified_skilled: 8 } },
  student: {
    ...WORK, entry: { student: 100 }, promised: { study: 78, restaurant_hotel: 12, factory: 10 }, sectors: { hospitality: 0.4, transport: 0.2, manufacturing: 0.3, cleaning_services: 0.25 },
    venues: { restaurant_hotel: 0.45, factory: 0.35 }, exploiters: { employer_company: 0.6, broker: 0.4, business_owner: 0.3 }, debt: 0.7, debtBand: { ...INTERN_DEBT, '1m_2m': 34 },
  },
  settled: {
    ...WORK, entry: { long_term: 78, spouse_japanese: 16, permanent: 6 }, promised: { factory: 62, care_cleaning: 30, hostess: 8 }, exploitation: { forced_labour: 0.86, sexual: 0.16 },
    sectors: { manufacturing: 0.6, care: 0.3, hospitality: 0.12 }, venues: { factory: 0.55, care_home: 0.25, bar_snack: 0.15 }, debt: 0.6,
    debtBand: { under_500k: 40, '500k_1m': 36, '1m_2m': 16, no_figure: 8 }, payment: { to_be_deducted: 64, paid_before: 26, none: 10 }, exploiters: { employer_company: 0.6, broker: 0.6 },
  },
  domestic: {
    ...WORK, gender: { woman: 94, man: 6 }, age: [18, 29, 50], entry: { designated: 50, dependent: 16, short_term: 22, other_status: 12 }, promised: { domestic_work: 92, care_cleaning: 8 },
    exploitation: { domestic_servitude: 0.95, forced_labour: 0.2, sexual: 0.06 }, sectors: { household: 0.96 }, venues: { private_home: 0.96 }, debt: 0.25,
    exploiters: { employer_company: 0.5, relative: 0.3, other: 0.2 }, prefectures: { 13: 60, 14: 20, 27: 10, 23: 10 }, firstActor: { ...WORK.firstActor, labour_union: 16, embassy: 30, ngo_hotline: 20 },
  },
}

/** Which history a person of a citizenship lived through, for the three periods. */
export const HISTORIES: Readonly<Record<string, readonly [Partial<Record<PatternId, number>>, Partial<Record<PatternId, number>>, Partial<Record<PatternId, number>>]>> = {
  PH: [{ entertainer: 72, spouse: 14, short_stay: 8, domestic: 4, broker_debt: 2 }, { entertainer: 32, spouse: 32, short_stay: 18, settled: 10, domestic: 5, intern: 3 }, { spouse: 28, short_stay: 20, settled: 22, intern: 16, domestic: 8, entertainer: 6 }],
  TH: [{ broker_debt: 76, short_stay: 12, spouse: 10, onward: 2 }, { broker_debt: 40, short_stay: 44, spouse: 12, onward: 4 }, { short_stay: 70, broker_debt: 16, spouse: 6, intern: 6, onward: 2 }],
  ID: [{ entertainer: 84, broker_debt: 12, intern: 4 }, { intern: 70, entertainer: 20, domestic: 10 }, { intern: 92, domestic: 8 }],
  CO: [{ broker_debt: 96, short_stay: 4 }, { broker_debt: 80, spouse: 20 }, { spouse: 100 }],
  JP: [{ youth_japan: 92, outbound: 8 }, { youth_japan: 97, outbound: 3 }, { youth_japan: 94, outbound: 6 }],
  KR: [{ short_stay: 60, broker_debt: 30, entertainer: 10 }, { short_stay: 76, broker_debt: 24 }, { short_stay: 100 }],
  TW: [{ broker_debt: 60, short_stay: 40 }, { short_stay: 80, broker_debt: 20 }, { short_stay: 100 }],
  CN: [{ intern: 46, broker_debt: 26, spouse: 20, student: 8 }, { intern: 60, spouse: 24, student: 16 }, { intern: 74, student: 20, onward: 6 }],
  KH: [{ intern: 100 }, { intern: 70, short_stay: 30 }, { short_stay: 44, intern: 56 }],
  VN: [{ intern: 100 }, { intern: 80, student: 20 }, { intern: 74, student: 20, short_stay: 6 }],
  MM: [{ intern: 100 }, { intern: 100 }, { intern: 80, domestic: 20 }],
  NP: [{ student: 100 }, { student: 100 }, { student: 100 }], LK: [{ student: 100 }, { student: 60, domestic: 40 }, { student: 60, domestic: 40 }],
  BR: [{ settled: 100 }, { settled: 100 }, { settled: 100 }], PE: [{ settled: 100 }, { settled: 100 }, { settled: 100 }],
  RU: [{ entertainer: 100 }, { entertainer: 100 }, { short_stay: 100 }], RO: [{ entertainer: 100 }, { entertainer: 100 }, { short_stay: 100 }], MN: [{ intern: 100 }, { intern: 100 }, { intern: 100 }],
}

/** First country passed on the way, by citizenship; `direct` where none was. */
export const TRANSITS: Readonly<Record<string, Weights>> = {
  PH: { direct: 93, HK: 4, KR: 2, SG: 1 }, TH: { direct: 64, MY: 10, SG: 9, HK: 8, KR: 6, TW: 3 }, ID: { direct: 91, MY: 6, SG: 3 }, CO: { direct: 40, US: 24, FR: 14, NL: 12, ES: 10 },
  MM: { direct: 56, TH: 44 }, KH: { direct: 78, TH: 14, VN: 8 }, CN: { direct: 88, HK: 8, KR: 4 }, RU: { direct: 68, KR: 20, CN: 12 }, RO: { direct: 60, FR: 20, DE: 20 },
  NP: { direct: 80, TH: 10, HK: 10 }, BR: { direct: 70, US: 30 }, PE: { direct: 55, US: 45 }, other: { direct: 92, KR: 4, HK: 4 },
}
