/**
 * The filled form as a submission, and what the one engine says about it. The engine is the one of the server, run here first, so that what
 * would be refused is said before anything leaves the page. It is loaded with the first answer: the first part is usable without it.
 */
import { receive } from '../../survey-schema/answers/receive.ts'
import { SUBMISSION_SCHEMA } from '../../survey-schema/answers/strip.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { QuestionId } from '../../survey-schema/questionnaire/index.ts'
import type { Group } from '../../survey-schema/questionnaire/question.ts'
import type { Language } from '../../survey-schema/text.ts'
import { asked, asSent, groupsOf } from './asked.ts'
import type { FormFindings, FormPosition } from './form-checks.ts'
import type { FilledForm } from './form-state.ts'
import { PARTS, partOfGroup, REVIEW } from './places-in-form.ts'

export interface Submission {
  readonly schema: typeof SUBMISSION_SCHEMA
  readonly language: Language
  readonly confirmed: readonly string[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly groups: Readonly<Record<string, unknown>>
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

/** Rules are applied to the parts that were reached, so that nobody is told of a question that is still to come. */
export function findingsOf(form: FilledForm, language: Language, { current, seen }: FormPosition, year: number): FormFindings {
  const reached = current === REVIEW ? REVIEW : Math.max(current, ...seen)
  return examine(submissionOf(form, language, reached), year)
}

/** @param currentYear calendar year by the clock of this device */
function examine(submission: Submission, currentYear: number): FormFindings {
  try {
    // Whether the organisation has a rule for existing records only the server knows (R22); it says so when the case is sent.
    const { flags } = receive(submission, { currentYear, existingRecordRule: true })
    return { issues: [], flags }
  } catch (problem) {
    if (problem instanceof ProblemError) return { issues: problem.errors, flags: [] }
    throw problem
  }
}
