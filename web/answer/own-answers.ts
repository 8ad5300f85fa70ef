/** What an affected person has answered so far, as the submission that is sent. Pure. */
import type { Relevance } from '../../survey-schema/answers/relevance.ts'
import { ANSWER_LEG, ANSWER_PATH, type AnswerStep } from '../../survey-schema/questionnaire/answer-path.ts'
import { QUESTIONS, type QuestionId } from '../../survey-schema/questionnaire/index.ts'
import type { Language } from '../../survey-schema/text.ts'
import { asked } from '../questionnaire/asked.ts'
import type { FilledForm, FormAnswers } from '../questionnaire/form-state.ts'
import { type Submission, submissionOf } from '../questionnaire/submission.ts'

/** She saw the question and did not answer. `not_asked` would say that it was kept from her. */
const SKIPPED = 'declined'

const GIVEN = { consent_basis: 'person_informed', consent_uses: ['aggregate_tables'], source_type: 'victim_self' } as const

/** Questions that every case has, and that this path does not ask. */
const NOT_ASKED = QUESTIONS.filter(
  ({ id, group, required, reserved }) => required && reserved && group === null && !ANSWER_PATH.some((step) => step === id),
).map(({ id }) => [id, 'not_asked'] as const)

const withSkipped = (answers: FormAnswers, ids: readonly string[]): FormAnswers => ({
  ...Object.fromEntries(ids.map((id) => [id, SKIPPED])),
  ...answers,
})

/** Every question of the path with its answer, or skipped. */
const whole = (form: FilledForm): FilledForm => ({
  ...form,
  answers: {
    ...withSkipped(
      form.answers,
      ANSWER_PATH.filter((step) => step !== 'route_legs'),
    ),
    ...Object.fromEntries(NOT_ASKED),
    ...GIVEN,
  },
  route_legs: form.route_legs.map((row) => ({ ...row, answers: withSkipped(row.answers, ANSWER_LEG) })),
  contacts: null,
})

/** What is sent; it has no case reference, and is signed with the key of the code. */
export const ownSubmission = (form: FilledForm, language: Language): Submission => submissionOf(whole(form), language)

/** The steps that arise now. */
export function stepsAsked(form: FilledForm): readonly AnswerStep[] {
  const relevant: ReadonlyMap<QuestionId, Relevance> = asked(whole(form))
  return ANSWER_PATH.filter((step) => step === 'route_legs' || relevant.get(step) === 'ask')
}

/** Whether anything stands there. */
export const isAnswered = ({ answers, route_legs }: FilledForm, step: AnswerStep): boolean =>
  step === 'route_legs' ? route_legs.some((row) => Object.keys(row.answers).length > 0) : answers[step] !== undefined
