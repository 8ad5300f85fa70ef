/** Which question arises on which answers of another: the skip logic of the questionnaire, as far as it is about columns that are counted. */
import { QUESTIONS, questionById } from '../../../survey-schema/questionnaire/index.ts'
import type { Condition } from '../../../survey-schema/questionnaire/question.ts'
import { COLUMN_IDS, FIRST_STEP_MODE } from '../../catalogue/columns.ts'

/** The question arises only where this column has one of `codes`; any answer will do, if null. */
export interface Requirement {
  readonly column: string
  readonly codes: ReadonlySet<string> | null
}

/** A question with a requirement. */
export interface Dependent extends Requirement {
  readonly question: string
  /** It has no other requirement. */
  readonly alone: boolean
}

const COUNTED: ReadonlySet<string> = new Set(COLUMN_IDS)

function requirementsIn(condition: Condition | null): Requirement[] {
  switch (condition?.op) {
    case 'and':
      return condition.args.flatMap(requirementsIn)
    case 'in':
    case 'includes_any':
      return requirementOn(condition.q, new Set(condition.values))
    case 'answered':
      return requirementOn(condition.q, null)
    default:
      return []
  }
}

/** None where the column is not counted as it is asked: legs and steps are asked row by row and counted for each case. */
const requirementOn = (column: string, codes: ReadonlySet<string> | null): Requirement[] =>
  COUNTED.has(column) && !questionById(column)?.group ? [{ column, codes }] : []

/** A question about a step arises only where there was one. */
const A_STEP: readonly Requirement[] = [{ column: 'contact_length', codes: new Set(['1', '2', '3', '4', '5', '6']) }]
const ABOUT_STEPS = ['step_actor', 'step_mode', 'step_outcome', 'contact_first_actor', 'contact_last_actor', FIRST_STEP_MODE]

/** For each question everything that must be true for it to arise. */
export const REQUIREMENTS: ReadonlyMap<string, readonly Requirement[]> = new Map([
  ...QUESTIONS.map(({ id, askIf }) => [id as string, requirementsIn(askIf)] as const),
  ...ABOUT_STEPS.map((id) => [id, A_STEP] as const),
])

/** For each column the counted questions that have a requirement on it. */
export const DEPENDENTS: ReadonlyMap<string, readonly Dependent[]> = dependents()

function dependents(): Map<string, Dependent[]> {
  const byColumn = new Map<string, Dependent[]>()
  for (const [question, requirements] of REQUIREMENTS) {
    for (const required of COUNTED.has(question) ? requirements : []) {
      const dependent = { ...required, question, alone: requirements.length === 1 }
      byColumn.set(required.column, [...(byColumn.get(required.column) ?? []), dependent])
    }
  }
  return byColumn
}
