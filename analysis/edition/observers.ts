/**
 * Two readers who never submit and yet hold lists: the state, which knows whom police or immigration met and whom an authority
 * examined, and the embassy of the citizenship, which knows who came to it. They subtract their own persons as a partner does.
 * How far "the state" reaches is a decision with a price: `docs/decisions/0011-the-state-as-observer.md`.
 */
import type { CaseRecord } from '../../survey-schema/case-record.ts'
import { isUnanswered } from '../../survey-schema/question.ts'
import type { Line } from './lines.ts'

const STATE_ACTORS = ['police', 'anonymous_tip_line', 'immigration'] as const

/** Answers that mean: police or immigration met this person, or an authority decided whether she is a victim. */
const STATE_KNOWS: Readonly<Record<string, readonly string[]>> = {
  step_actor: STATE_ACTORS,
  contact_first_actor: STATE_ACTORS,
  contact_last_actor: STATE_ACTORS,
  state_recognition: ['police', 'immigration', 'court', 'other_authority', 'refused'],
}

/**
 * Answers that name an act of the state upon the person: whoever did it has her on its list, whether or not a partner also noted a step there. A line
 * of such answers tells the state nothing of anybody; beside other lines only those of `STATE_KNOWS` are taken off.
 */
const STATE_ACTED: Readonly<Record<string, readonly string[]>> = {
  ...STATE_KNOWS,
  state_recognition: [...STATE_KNOWS.state_recognition!, 'pending'],
  treated_as_offender: [
    'immigration_case',
    'immigration_detention',
    'arrest_immigration_law',
    'arrest_prostitution_law',
    'arrest_other',
    'prosecuted',
    'convicted_fined',
    'deportation_order',
    'reentry_ban',
  ],
  detention_band: ['under_3d', '4_23d', '24d_3m', 'over_3m'],
  residence_outcome: ['extended_changed', 'special_permission', 'refugee_protection', 'departure_order', 'deported', 'pending'],
  return_status: ['deported'],
  exit_mode: ['police_raid', 'immigration_raid'],
}

const EMBASSY_KNOWS: Readonly<Record<string, readonly string[]>> = {
  step_actor: ['embassy'],
  contact_first_actor: ['embassy'],
  contact_last_actor: ['embassy'],
}

/** For each observer the answers by which it knows a person. */
export const OBSERVERS = { state: STATE_KNOWS, embassy: EMBASSY_KNOWS } as const

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

export function impliedBy(variable: string, line: Line): Implied {
  const all = (known: readonly string[] | undefined) =>
    known !== undefined && line.codes !== null && line.codes.size > 0 && [...line.codes].every((code) => known.includes(code))
  const only = variable === 'citizenship' && line.codes?.size === 1 ? [...line.codes][0]! : null
  return { state: all(STATE_ACTED[variable]), embassy: all(EMBASSY_KNOWS[variable]), citizenship: only }
}

export const bothImplied = (one: Implied, other: Implied): Implied => ({
  state: one.state || other.state,
  embassy: one.embassy || other.embassy,
  citizenship: one.citizenship ?? other.citizenship,
})
