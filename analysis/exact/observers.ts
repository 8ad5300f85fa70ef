/** Whom the state and the embassies know among the cases, and what a line says of everybody on it. They subtract their own persons as a partner does. */

import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { Line } from '../catalogue/line.ts'
import { EMBASSY_KNOWS, STATE_ACTED, STATE_KNOWS } from '../catalogue/observers.ts'

/** Whether the state holds this person on a list of its own: a step at police or immigration, or a decision by an authority. */
export function knownToState(record: CaseRecord): boolean {
  if (record.contact_steps !== 'not_asked' && record.contact_steps.some((step) => STATE_KNOWS.step_actor!.includes(step.step_actor)))
    return true
  return Object.entries(STATE_KNOWS).some(([id, codes]) => {
    const answer = record.answers[id]
    return typeof answer === 'string' ? codes.includes(answer) : Array.isArray(answer) && answer.some((code) => codes.includes(code))
  })
}

/** The countries whose embassy knows this person: her citizenships, if she reached an embassy. */
export function embassiesThatKnow(record: CaseRecord): readonly string[] {
  if (record.contact_steps === 'not_asked' || !record.contact_steps.some((step) => step.step_actor === 'embassy')) return []
  const { citizenship } = record.answers
  return Array.isArray(citizenship) ? citizenship : typeof citizenship === 'string' && !isUnanswered(citizenship) ? [citizenship] : []
}

/** What a line says of everybody on it: that the state knows them, that an embassy does, of which one citizenship they are. */
export interface Implied {
  readonly state: boolean
  readonly embassy: boolean
  readonly citizenship: string | null
}

/** Of lines that name neither an authority nor an embassy. */
export const NOTHING_IMPLIED: Implied = { state: false, embassy: false, citizenship: null }

export function impliedBy(variable: string, line: Pick<Line, 'codes'>): Implied {
  const all = (known: readonly string[] | undefined) =>
    known !== undefined && line.codes !== null && line.codes.size > 0 && [...line.codes].every((code) => known.includes(code))
  const only = variable === 'citizenship' && line.codes?.size === 1 ? [...line.codes][0]! : null
  return { state: all(STATE_ACTED[variable]), embassy: all(EMBASSY_KNOWS[variable]), citizenship: only }
}

/** Whether the lines themselves say that this observer knows everybody on them. @param country null for the state */
export const isImplied = (country: string | null, { state, embassy, citizenship }: Implied) =>
  country === null ? state : embassy && citizenship === country

export const bothImplied = (one: Implied, other: Implied): Implied => ({
  state: one.state || other.state,
  embassy: one.embassy || other.embassy,
  citizenship: one.citizenship ?? other.citizenship,
})
