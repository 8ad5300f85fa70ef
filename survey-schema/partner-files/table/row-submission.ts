/** The answers of one row as a submission, with what follows from them by their meaning. */
import { relevance } from '../../answers/relevance.ts'
import { SUBMISSION_SCHEMA } from '../../answers/strip.ts'
import { QUESTIONS, type QuestionId } from '../../questionnaire/index.ts'
import { isUnanswered } from '../../questionnaire/question.ts'
import type { ReadingNote } from './notes.ts'

/** Required questions that take states: a case without an answer gets "not asked". */
export const REQUIRED = QUESTIONS.filter(
  (question) => question.required && question.reserved && question.group === null && question.askIf === null,
)

/** Answers from which it follows that the person came to Japan. */
const IN_JAPAN: readonly QuestionId[] = ['exploitation_prefectures', 'arrival_year', 'entry_status']

/** What the cells of a row say. */
export interface RowAnswers {
  readonly answers: Record<string, unknown>
  readonly leg: Record<string, unknown>
  readonly step: Record<string, unknown>
}

const says = (answer: unknown): boolean => answer !== undefined && !isUnanswered(answer) && !(Array.isArray(answer) && answer.length === 0)

/**
 * @param count takes a note each time something was added or left out
 * @param takenBack is told of each answer that is left out because its question does not arise
 */
export function submissionOf(
  { answers, leg, step }: RowAnswers,
  count: (note: ReadingNote) => void,
  takenBack: (id: QuestionId) => void = () => {},
): object {
  for (const { id } of REQUIRED) answers[id] ??= 'not_asked'
  if (says(answers.debt_band) && answers.debt_imposed === undefined) {
    answers.debt_imposed = 'yes'
    count('debt')
  }
  if ((says(answers.recruiter_relation) || says(answers.recruitment_channel)) && answers.recruitment_mode === 'not_asked') {
    answers.recruitment_mode = 'recruited'
    count('recruited')
  }
  const groups = {
    route_legs: [legOf(leg, answers, count)],
    ...(Object.keys(step).length > 0 ? { contact_steps: [{ step_actor: 'not_asked', ...step }] } : {}),
  }
  for (const [id, state] of relevance(answers, groups)) {
    if (state === 'ask' || answers[id] === undefined) continue
    if (!isUnanswered(answers[id])) {
      count('does_not_arise')
      takenBack(id)
    }
    delete answers[id]
  }
  return { schema: SUBMISSION_SCHEMA, answers, groups }
}

function legOf(
  leg: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>>,
  count: (note: ReadingNote) => void,
): object {
  const known = { leg_from_country: 'not_asked', leg_to_country: 'not_asked', leg_purpose: 'not_asked', ...leg }
  if (leg.leg_to_country === undefined && IN_JAPAN.some((id) => says(answers[id]))) {
    count('to_japan')
    return {
      ...known,
      leg_to_country: 'JP',
      ...(leg.leg_purpose === undefined && says(answers.exploitation_prefectures) ? { leg_purpose: 'to_exploitation' } : {}),
    }
  }
  if (Object.keys(leg).length === 0) count('no_journey')
  return known
}
