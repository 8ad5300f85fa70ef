/** A population without dependence: every question is answered by itself with skewed shares, as far as the conditions of the questionnaire allow. */
import { PREFECTURES } from '../../../survey-schema/lists/prefectures.ts'
import { QUESTIONS } from '../../../survey-schema/questionnaire/index.ts'
import type { Question } from '../../../survey-schema/questionnaire/question.ts'
import type { Organisation } from './organisations.ts'
import type { ReportAnswers, ReportRow } from './person.ts'
import { REGISTERED } from './published.ts'
import type { Chance, Weights } from './random.ts'
import { onlyAsked, type ReportSubmission, withGaps } from './report.ts'

const COUNTRIES = ['TH', 'PH', 'ID', 'CO', 'CN', 'KR', 'VN', 'KH', 'BR', 'RU', 'MM', 'NP']
/** They bind answers to one another in the checks of intake, and stand alone here instead. */
const SET_BY_HAND: ReadonlySet<string> = new Set(['partner_case_key', 'consent_basis', 'consent_uses', 'source_type', 'registration_year', 'arrival_year', 'age_band_recruitment', 'minor_when_exploited', 'closing_note'])

/** The k-th code is 1/k as frequent as the first. */
const skewed = (codes: readonly string[]): Weights => Object.fromEntries(codes.map((code, index) => [code, 1 / (index + 1)]))

const offered = (question: Question): string[] => {
  const own = question.codes.filter((entry) => !entry.importOnly).map((entry) => entry.code)
  if (question.list === 'iso3166_1_alpha2') return COUNTRIES
  return question.list === 'jis_x_0401' ? PREFECTURES.map((entry) => entry.code) : own
}

/** Codes that stand alone in a multiple answer. */
const ALONE: ReadonlySet<string> = new Set(['none', 'no', 'stateless', 'intended_only'])

function answer(chance: Chance, question: Question): string | string[] {
  const codes = offered(question)
  if (question.type === 'single') return chance.pick(skewed(codes))
  const ticked = Array.from({ length: question.id === 'citizenship' ? 1 : chance.between(1, 3) }, () => chance.pick(skewed(codes)))
  const [first] = ticked
  return first && ALONE.has(first) ? [first] : [...new Set(ticked.filter((code) => !ALONE.has(code)))]
}

const inGroup = (chance: Chance, group: 'route_legs' | 'contact_steps', given: ReportRow): ReportRow =>
  Object.fromEntries(QUESTIONS.filter((question) => question.group === group).map((question) => [question.id, given[question.id] ?? (answer(chance, question) as string)]))

/** One case of a partner. @param number counts the cases and makes the case reference */
export function independent(chance: Chance, organisation: Organisation, number: number): ReportSubmission {
  const registered = Number(chance.pick(REGISTERED))
  const story: ReportAnswers = Object.fromEntries(QUESTIONS.filter((question) => !question.group && !SET_BY_HAND.has(question.id)).map((question) => [question.id, answer(chance, question)]))
  Object.assign(story, {
    partner_case_key: `demo-${String(number).padStart(6, '0')}`, consent_basis: 'person_informed', consent_uses: ['aggregate_tables'], source_type: organisation.sourceType,
    registration_year: { value: String(registered), precision: 'year' }, arrival_year: { value: String(registered - chance.between(0, 3)), precision: 'year' },
    age_band_registration: chance.pick(skewed(['21_23', '24_26', '27_29', '30_38', '39_47', '48_plus'])),
    age_band_recruitment: chance.pick(skewed(['18_20', '15_17', '9_14'])), recruitment_mode: chance.pick({ recruited: 70, self_arranged: 20, abducted: 5, other: 5 }),
  })
  story.minor_when_exploited = story.age_band_recruitment === '18_20' ? 'no' : chance.pick({ yes: 1 })
  const home = chance.pick(skewed(COUNTRIES))
  const transit = chance.pick({ direct: 70, HK: 10, SG: 8, US: 6, FR: 4, MY: 2 })
  const legs = transit === 'direct' ? [[home, 'JP']] : [[home, transit], [transit, 'JP']]
  const groups = {
    route_legs: legs.map(([from, to]) => inGroup(chance, 'route_legs', { leg_from_country: from as string, leg_to_country: to as string, leg_purpose: to === 'JP' ? 'to_exploitation' : 'transit' })),
    contact_steps: Array.from({ length: chance.between(1, 3) }, () => inGroup(chance, 'contact_steps', {})),
  }
  return { schema: 'jnatip-case/1', language: 'ja', confirmed: [], answers: onlyAsked(withGaps(chance, story), groups), groups }
}
