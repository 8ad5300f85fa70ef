/**
 * A case as it exists after intake: codes, bands, years and places, in the words of the questionnaire.
 * Nobody's name, number, date or text has a place here. The partner's own case reference is not part of it: it
 * travels beside the record until `keep` in `server/intake` turns it into a keyed tag.
 */
import type { Unanswered } from '../questionnaire/question.ts'

/** One code of the question's list, or one of the four states. */
export type SingleAnswer = string
/** Codes in questionnaire order, or one state. An empty list was answered with nothing ticked (imports only). */
export type MultipleAnswer = readonly string[] | Unanswered
/** A calendar year from 1980, or one state. */
export type YearAnswer = number | Unanswered

export type Answer = SingleAnswer | MultipleAnswer | YearAnswer

export interface JourneyLeg {
  readonly leg_from_country: SingleAnswer
  readonly leg_to_country: SingleAnswer
  readonly leg_purpose: SingleAnswer
  readonly leg_transport: SingleAnswer
  readonly leg_documents: SingleAnswer
}

export interface ContactStep {
  readonly step_actor: SingleAnswer
  readonly step_mode: SingleAnswer
  readonly step_outcome: SingleAnswer
}

/** Checks whose finding is a flag; a confirmed flag is a quality mark without content. */
export type CheckId = `R${number}`

export interface CaseRecord {
  readonly questionnaire: string
  /** Every question outside the two groups, but for the case reference and the closing note. None is missing. */
  readonly answers: Readonly<Record<string, Answer>>
  /** In order of time; 1 to 8. */
  readonly route_legs: readonly JourneyLeg[]
  /** In order of time; none means that no organisation was reached, `not_asked` that nobody wrote it down. */
  readonly contact_steps: readonly ContactStep[] | 'not_asked'
  /** Flags raised, and which of them the partner confirmed. */
  readonly flags: readonly CheckId[]
  readonly confirmed: readonly CheckId[]
}
