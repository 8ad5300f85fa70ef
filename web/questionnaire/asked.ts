/** Which questions arise from the answers given so far. */
import { type Relevance, relevance } from '../../survey-schema/answers/relevance.ts'
import { QUESTIONS, type QuestionId, questionById } from '../../survey-schema/questionnaire/index.ts'
import { isUnanswered, type Question } from '../../survey-schema/questionnaire/question.ts'
import type { FilledForm, FormAnswer, FormAnswers, FormRow } from './form-state.ts'

/** Which questions arise now. */
export function asked(form: FilledForm): ReadonlyMap<QuestionId, Relevance> {
  return relevance(asSent(form.answers), groupsOf(form))
}

/** Rows in the shape of a submission, those of parts still to come included. */
export function groupsOf(form: FilledForm): Readonly<Record<string, unknown>> {
  const steps =
    form.contacts === 'reached'
      ? rowsAsSent(form.contact_steps)
      : form.contacts === 'none'
        ? []
        : form.contacts === 'not_asked'
          ? 'not_asked'
          : undefined
  return { route_legs: rowsAsSent(form.route_legs), ...(steps === undefined ? {} : { contact_steps: steps }) }
}

const rowsAsSent = (rows: readonly FormRow[]) => rows.map((row) => asSent(row.answers))

/** Answers in the shape of a submission, in the order of the questionnaire. */
export const asSent = (answers: FormAnswers): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    QUESTIONS.flatMap((question) => {
      const answer = answers[question.id]
      return answer === undefined ? [] : [[question.id, answerAsSent(question, answer)]]
    }),
  )

function answerAsSent(question: Question, answer: FormAnswer): unknown {
  if (question.type === 'date_precision' && !isUnanswered(answer)) return { value: answer, precision: 'year' }
  return answer
}

/** Questions of a part that are asked now and have no answer yet. */
export function openQuestions(questions: readonly { readonly id: QuestionId }[], form: FilledForm): readonly QuestionId[] {
  const relevant = asked(form)
  return questions
    .map(({ id }) => id)
    .filter(
      (id) =>
        relevant.get(id) === 'ask' && questionById(id)?.group === null && questionById(id)?.reserved && form.answers[id] === undefined,
    )
}
