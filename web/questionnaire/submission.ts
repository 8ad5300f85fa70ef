/**
 * The filled form as a submission, and what the one engine says about it. The engine is the one of the server, run here first,
 * so that what would be refused is said before anything leaves the page.
 */

import { receive } from '../../survey-schema/answers/receive.ts'
import { type Relevance, relevance } from '../../survey-schema/answers/relevance.ts'
import { SUBMISSION_SCHEMA } from '../../survey-schema/answers/strip.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { QUESTIONS, type QuestionId, questionById } from '../../survey-schema/questionnaire/index.ts'
import { type Group, isUnanswered, type Question } from '../../survey-schema/questionnaire/question.ts'
import type { Language } from '../../survey-schema/text.ts'
import type { FilledForm, FormAnswer, FormAnswers, FormRow } from './form-state.ts'
import { PARTS, partOfGroup } from './places-in-form.ts'

export interface Submission {
  readonly schema: typeof SUBMISSION_SCHEMA
  readonly language: Language
  readonly confirmed: readonly string[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly groups: Readonly<Record<string, unknown>>
}

/** What the engine finds: refusals with their places, or flags to confirm. */
export interface FormFindings {
  readonly issues: readonly Issue[]
  readonly flags: readonly string[]
}

/** Which questions arise now. */
export function asked(form: FilledForm): ReadonlyMap<QuestionId, Relevance> {
  return relevance(asSent(form.answers), groupsOf(form))
}

/**
 * Only what is asked goes into it; an answer given before its question fell away stays behind.
 * @param lastPart index into `PARTS`; rows of later parts are left out, because a row that is not filled in yet would hide what the
 * checks between questions find
 */
export function submissionOf(form: FilledForm, language: Language, lastPart: number = PARTS.length): Submission {
  const relevant = asked(form)
  const answers = Object.fromEntries(Object.entries(asSent(form.answers)).filter(([id]) => relevant.get(id as QuestionId) === 'ask'))
  const groups = Object.fromEntries(Object.entries(groupsOf(form)).filter(([group]) => partOfGroup(group as Group) <= lastPart))
  return { schema: SUBMISSION_SCHEMA, language, confirmed: form.confirmed, answers, groups }
}

/** @param currentYear calendar year by the clock of this device */
export function examine(submission: Submission, currentYear: number): FormFindings {
  try {
    // Whether the organisation has a rule for existing records only the server knows (R22); it says so when the case is sent.
    const { flags } = receive(submission, { currentYear, existingRecordRule: true })
    return { issues: [], flags }
  } catch (problem) {
    if (problem instanceof ProblemError) return { issues: problem.errors, flags: [] }
    throw problem
  }
}

function groupsOf(form: FilledForm): Submission['groups'] {
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

const asSent = (answers: FormAnswers): Readonly<Record<string, unknown>> =>
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
