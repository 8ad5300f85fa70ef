/** What a question is. The questionnaire itself stands in `questionnaire/`, one file a section. */

export type AnswerType = 'single' | 'multiple' | 'date_precision' | 'text'

/** Questionnaire, section 2.6: what harm an answer could do to the person, and so how it may be kept and published. */
export type PrivacyClass = 'direct_identifier' | 'quasi_identifier' | 'sensitive' | 'harmless' | 'administrative'

export type Group = 'route_legs' | 'contact_steps'
export type ExternalList = 'iso3166_1_alpha2' | 'jis_x_0401'

export interface Code {
  readonly code: string
  readonly en: string
  readonly ja: string
  /** The value of the Human Trafficking Case Data Standard 2.0 that means the same, where there is one. */
  readonly htcds?: string
  /** The column or value of the Counter-Trafficking Data Collaborative (CTDC) that means the same. */
  readonly ctdc?: string
  /** Never offered in a form; keeps what a coarser file knows (questionnaire, section 5.3). */
  readonly importOnly?: true
  /** Version of the questionnaire that added it; a submission of an earlier one cannot hold it. Added codes stand last in their list. */
  readonly since?: string
}

/** A condition refers only to questions that come earlier, so one pass decides it. */
export type Condition =
  | { readonly op: 'in' | 'includes_any' | 'any_row'; readonly q: string; readonly values: readonly string[] }
  | { readonly op: 'answered'; readonly q: string }
  | { readonly op: 'and' | 'or'; readonly args: readonly Condition[] }

export interface Question {
  readonly id: string
  readonly type: AnswerType
  readonly required: boolean
  /** Whether `unknown`, `declined` and `not_asked` are answers here. */
  readonly reserved: boolean
  readonly en: string
  readonly ja: string
  readonly codes: readonly Code[]
  /** Where the categories come from; null where the question has none of its own. */
  readonly source: string | null
  readonly list: ExternalList | null
  readonly group: Group | null
  /** Characters of a text, values of a multiple answer, or rows of a group. */
  readonly max: number | null
  readonly chapter: string | null
  readonly askIf: Condition | null
  readonly privacy: PrivacyClass
  readonly generalise: string
  readonly htcds: string | null
  readonly ctdc: string | null
}

/** Not known, refused and never asked tell readers different things; each stands alone in an answer. */
export const RESERVED = [
  { code: 'unknown', en: 'Not known', ja: '不明' },
  { code: 'declined', en: 'Preferred not to answer', ja: '回答を控えた' },
  { code: 'not_asked', en: 'Not asked or not recorded', ja: '確認していない・記録なし' },
] as const satisfies readonly Code[]

/** Written by the platform alone, where the condition of a question is false on a substantive answer. */
export const NOT_APPLICABLE = { code: 'not_applicable', en: 'Not applicable', ja: '非該当' } as const

export type ReservedCode = (typeof RESERVED)[number]['code']
/** The four states that are not an answer, kept apart everywhere. */
export type Unanswered = ReservedCode | 'not_applicable'

const unanswered: ReadonlySet<unknown> = new Set([...RESERVED.map((entry) => entry.code), 'not_applicable'])

export const isUnanswered = (answer: unknown): answer is Unanswered => unanswered.has(answer)
