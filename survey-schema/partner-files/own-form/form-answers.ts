/** A submission of our form, put together from its nodes or cells, in the shape in which intake takes a case. */
import { SUBMISSION_SCHEMA } from '../../answers/strip.ts'
import { STEPS, STEPS_STATE, yearState } from '../../forms/form-names.ts'
import { ProblemError } from '../../problem.ts'
import { questionById } from '../../questionnaire/index.ts'
import type { Group } from '../../questionnaire/question.ts'
import { REQUIRED } from '../table/row-submission.ts'

/** What was found of one submission. Names that the form does not have are kept as they are, for intake to drop or refuse. */
export interface GatheredForm {
  readonly answers: Record<string, unknown>
  readonly rows: Record<Group, Record<string, unknown>[]>
  /** Whether any organisation was reached, as the form asks it. */
  steps: string
}

/** A sender may call a node anything, `__proto__` too: it must reach intake like any other name. */
export const namedFreely = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>

export const nothingGathered = (): GatheredForm => ({ answers: namedFreely(), rows: { route_legs: [], contact_steps: [] }, steps: '' })

/** Keeps an answer in the form of its question; a name that stands twice becomes what no question takes. */
export function keepAnswer(into: Record<string, unknown>, name: string, text: string): void {
  const question = questionById(name) ?? yearBehind(name)
  const id = question?.id ?? name
  const several = question?.type === 'multiple' && question.id === name
  into[id] = Object.hasOwn(into, id) ? [[text]] : several ? text.split(/\s+/) : text
}

const yearBehind = (name: string) => {
  const question = questionById(name.replace(/_state$/, ''))
  return question?.type === 'date_precision' && yearState(question.id) === name ? question : undefined
}

/** Keeps an answer of the case itself, or what the form asks beside the questions. */
export function keepOfCase(gathered: GatheredForm, name: string, text: string): void {
  if (name === STEPS_STATE) gathered.steps = text
  else keepAnswer(gathered.answers, name, text)
}

/** @param questionnaire the version that was filled in, where the submission says it */
export function formSubmission(gathered: GatheredForm, questionnaire?: string): object {
  const { answers, rows } = gathered
  // An export leaves out what was left blank: it was not recorded.
  for (const { id } of REQUIRED) if (!Object.hasOwn(answers, id)) answers[id] = 'not_asked'
  const steps = stepsOf(gathered)
  return {
    schema: SUBMISSION_SCHEMA,
    ...(questionnaire === undefined ? {} : { questionnaire }),
    answers,
    groups: { route_legs: rows.route_legs, ...(steps === undefined ? {} : { contact_steps: steps }) },
  }
}

/**
 * Rows, none, or not asked, as the form asks before its rows.
 * @throws ProblemError `invalid-submission` where somebody was reached and no row says who, where both contradict each other, and for any other word
 */
function stepsOf({ rows: { contact_steps: rows }, steps }: GatheredForm): unknown {
  const wrong = (rule: string) => new ProblemError('invalid-submission', [{ pointer: '/groups/contact_steps', rule }])
  if (!KNOWN_STEPS.includes(steps)) throw wrong('invalid_code')
  if (rows.length > 0 && steps !== '' && steps !== STEPS.reached) throw wrong('columns_disagree')
  if (rows.length > 0) return rows
  if (steps === STEPS.reached) throw wrong('too_few')
  if (steps === STEPS.none) return []
  return steps === '' ? undefined : STEPS.notAsked
}

const KNOWN_STEPS: readonly string[] = ['', ...Object.values(STEPS)]
