/**
 * What a line of a table is, before anything is counted: its code, its role and the answers it holds. The lines that are no set of
 * answers (all cases, cases with an answer, the ways of not answering) are the same for every variable.
 */
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import { NOT_APPLICABLE, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { LineRole } from '../../survey-schema/release/released-table.ts'
import type { Variable } from '../../survey-schema/variables/index.ts'

export interface Line {
  readonly code: string
  readonly role: LineRole
  readonly en: string
  readonly ja: string
  /** Base codes that the line holds; null for the lines that are no set of answers. */
  readonly codes: ReadonlySet<string> | null
  /** Too small even after joining, or never to be joined: always withheld. */
  readonly blocked: boolean
  /** It is judged before the coarser categories that hold it: where not both may be shown, this one is. */
  readonly precedes?: boolean
  /** The same cases have the same key, at whatever level they stand. */
  readonly key: string
}

const fixed = (code: string, role: LineRole, en: string, ja: string): Line => ({
  code,
  role,
  en,
  ja,
  codes: null,
  blocked: false,
  key: code,
})

const ANSWERED_LINE = fixed('answered', 'answered', 'Cases with an answer', '回答のある事例')
const APPLICABLE_LINE = fixed(
  'applicable',
  'applicable',
  'Cases to which the question applies, with or without an answer',
  '設問に該当する事例（回答の有無を問わない）',
)
export const NO_ANSWER_LINE = fixed(
  'no_answer',
  'no_answer',
  'No answer (not known, not given or not asked)',
  '回答なし（不明・回答を控えた・記録なし）',
)
export const NOT_APPLICABLE_LINE = fixed(NOT_APPLICABLE.code, 'not_applicable', NOT_APPLICABLE.en, NOT_APPLICABLE.ja)
export const TOTAL_LINE = fixed('total', 'total', 'All cases', '全事例')
export const STATE_LINES: readonly Line[] = RESERVED.map((state) => fixed(state.code, 'state', state.en, state.ja))

/** Cells that the questionnaire itself makes impossible: a state that the question does not know. */
export function impossible(variable: Variable, line: Line): boolean {
  const question = questionById(variable.id)
  if (line.role === 'not_applicable') {
    return question
      ? question.askIf === null && question.group !== 'contact_steps'
      : !variable.id.startsWith('contact_') || variable.id === 'contact_length'
  }
  return (line.role === 'state' || line.role === 'no_answer') && question !== undefined && !question.reserved
}

/** All cases with an answer. Where the questionnaire lets nobody leave a question open, they are all cases, and carry one figure with them. */
export const answeredLine = (variable: Variable): Line =>
  impossible(variable, NO_ANSWER_LINE) && impossible(variable, NOT_APPLICABLE_LINE)
    ? { ...ANSWERED_LINE, key: TOTAL_LINE.key }
    : ANSWERED_LINE

/** All cases to which the question applies. Where it applies to all by the questionnaire, they are all cases, and carry one figure with them. */
export const applicableLine = (variable: Variable): Line =>
  impossible(variable, NOT_APPLICABLE_LINE) ? { ...APPLICABLE_LINE, key: TOTAL_LINE.key } : APPLICABLE_LINE

/**
 * The key of a line of these base codes. A line that holds every answer there can be is the line of all answers: the same persons, one figure.
 * @example keyOfAnswers(gender, ['woman']) // '=woman', of a variable with other answers
 */
export function keyOfAnswers(variable: Variable, codes: readonly string[]): string {
  const all = new Set(variable.levels[0]!.categories.flatMap((category) => category.codes))
  if (variable.kind === 'single' && new Set(codes).size === all.size) return answeredLine(variable).key
  return `=${[...codes].sort().join(' ')}`
}

/** Whether every answer that `inner` holds is one of `outer`; false where either is no set of answers. Equal sets lie within each other. */
export function answersWithin({ codes: inner }: Pick<Line, 'codes'>, { codes: outer }: Pick<Line, 'codes'>): boolean {
  if (inner === null || outer === null || inner.size > outer.size) return false
  for (const code of inner) if (!outer.has(code)) return false
  return true
}

/** Whether every case of `inner` is a case of `outer`, by what the lines mean. */
export function contains(outer: Line, inner: Line): boolean {
  if (outer.key === inner.key) return true
  if (outer.role === 'total') return true
  if (outer.role === 'answered') return inner.codes !== null
  if (outer.role === 'applicable') return inner.role !== 'total' && inner.role !== 'not_applicable'
  if (outer.role === 'no_answer') return inner.role === 'state'
  return answersWithin(inner, outer)
}
