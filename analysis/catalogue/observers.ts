/**
 * Two readers who never submit and yet hold lists: the state, which knows whom police or immigration met and whom an authority
 * examined, and the embassy of the citizenship, which knows who came to it. Here stand the answers by which they know a person.
 * How far "the state" reaches is a decision with a price: `docs/decisions/0011-the-state-as-observer.md`.
 */
const STATE_ACTORS = ['police', 'anonymous_tip_line', 'immigration'] as const

/** Answers that mean: police or immigration met this person, or an authority decided whether she is a victim. */
export const STATE_KNOWS: Readonly<Record<string, readonly string[]>> = {
  step_actor: STATE_ACTORS,
  contact_first_actor: STATE_ACTORS,
  contact_last_actor: STATE_ACTORS,
  state_recognition: ['police', 'immigration', 'court', 'other_authority', 'refused'],
}

/**
 * Answers that name an act of the state upon the person: whoever did it has her on its list, whether or not a partner also noted a step there. A line
 * of such answers tells the state nothing of anybody; beside other lines only those of `STATE_KNOWS` are taken off.
 */
export const STATE_ACTED: Readonly<Record<string, readonly string[]>> = {
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

export const EMBASSY_KNOWS: Readonly<Record<string, readonly string[]>> = {
  step_actor: ['embassy'],
  contact_first_actor: ['embassy'],
  contact_last_actor: ['embassy'],
}

/** For each observer the answers by which it knows a person. */
export const OBSERVERS = { state: STATE_KNOWS, embassy: EMBASSY_KNOWS } as const
