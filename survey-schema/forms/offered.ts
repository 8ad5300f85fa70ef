/** What a question offers, spelled out: the codes of its external list, its own, and the states that it takes, each with both labels. */
import { COUNTRIES } from '../lists/countries.ts'
import { PREFECTURES } from '../lists/prefectures.ts'
import { type KnownQuestion, QUESTIONS } from '../questionnaire/index.ts'
import { type Code, type ExternalList, type Group, type Question, RESERVED } from '../questionnaire/question.ts'

const LISTS: Readonly<Record<ExternalList, readonly Code[]>> = {
  iso3166_1_alpha2: COUNTRIES.map(({ code, en, ja }) => ({ code, en, ja })),
  jis_x_0401: PREFECTURES.map(({ code, en, ja }) => ({ code, en, ja })),
}

export const LIST_NAMES: Readonly<Record<ExternalList, string>> = {
  iso3166_1_alpha2: 'ISO 3166-1 alpha-2',
  jis_x_0401: 'JIS X 0401',
}

/** Codes of the external list; empty where the question has none. */
export const listed = (question: Question): readonly Code[] => (question.list ? LISTS[question.list] : [])

/** Every code that a file may carry, states aside, in the order of storage. */
export const codesOf = (question: Question): readonly Code[] => [...listed(question), ...question.codes]

/** Codes that a form shows: without those that keep what a coarser file knows. */
export const shownCodes = (question: Question): readonly Code[] => codesOf(question).filter((code) => !code.importOnly)

/** The states that count as an answer here. */
export const statesOf = (question: Question): readonly Code[] => (question.reserved ? RESERVED : [])

/** What a machine may send: the closing note exists on paper only. */
export const SENT: readonly KnownQuestion[] = QUESTIONS.filter((question) => question.privacy !== 'direct_identifier')

export const questionsOf = (group: Group | null): readonly KnownQuestion[] => SENT.filter((question) => question.group === group)

/** The groups in the order of the questionnaire. */
export const GROUPS = ['route_legs', 'contact_steps'] as const satisfies readonly Group[]
