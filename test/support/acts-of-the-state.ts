/** Answers that name what police, immigration or another authority did with the person: a line of nothing else tells them of nobody new. */
const ACTS: Readonly<Record<string, readonly string[]>> = {
  step_actor: ['police', 'anonymous_tip_line', 'immigration'],
  contact_first_actor: ['police', 'anonymous_tip_line', 'immigration'],
  contact_last_actor: ['police', 'anonymous_tip_line', 'immigration'],
  state_recognition: ['police', 'immigration', 'court', 'other_authority', 'pending', 'refused'],
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

/** @param codes of one line, null for a line that is no set of answers */
export const namesAnActOfTheState = (variable: string, codes: ReadonlySet<string> | null): boolean =>
  codes !== null && codes.size > 0 && [...codes].every((code) => ACTS[variable]?.includes(code) ?? false)

/** @param codes of one line: a step at police or immigration, or a decision on whether she is a victim, which the record itself tells */
export const namesAStepAtTheState = (variable: string, codes: ReadonlySet<string> | null): boolean =>
  ['step_actor', 'contact_first_actor', 'contact_last_actor', 'state_recognition'].includes(variable) &&
  namesAnActOfTheState(variable, codes) &&
  !codes!.has('pending')

/** That an embassy was the organisation reached. */
export const namesAnEmbassy = (variable: string, codes: ReadonlySet<string> | null): boolean =>
  codes !== null &&
  codes.size === 1 &&
  codes.has('embassy') &&
  ['step_actor', 'contact_first_actor', 'contact_last_actor'].includes(variable)
