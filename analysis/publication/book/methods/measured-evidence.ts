/**
 * What `npm run bench -- evidence` measured, as the methods page prints it. Fictional networks of 480 cases whose seeds no rule was tuned to;
 * measured again whenever a rule changes (`npm run soak` compares).
 */
export interface CalibrationRow {
  /** Cells whose Bayes factor is above that of the row before and up to this; null: above the limit. */
  readonly upTo: number | null
  readonly cells: number
  readonly withSomebody: number
}

/** Cells withheld by the rules, before any audit: in how many of them somebody is. */
export const CALIBRATION: readonly CalibrationRow[] = [
  { upTo: 1, cells: 166792, withSomebody: 62546 },
  { upTo: 3, cells: 178856, withSomebody: 118378 },
  { upTo: 10, cells: 13463, withSomebody: 10756 },
  { upTo: 19, cells: 355, withSomebody: 339 },
  { upTo: null, cells: 72, withSomebody: 70 },
]

/** The seeds of each of the three populations. */
export const HELD_OUT_SEEDS = '6–10'

export interface LawRow {
  readonly law: 'stated' | 'flat' | 'zero-heavy' | 'geometric'
  /** Withheld cells of few cases in a release that passed all audits under the stated law, and those above the limit under this one. */
  readonly cells: number
  readonly above: number
}

export const OTHER_LAWS: readonly LawRow[] = [
  { law: 'stated', cells: 34811, above: 0 },
  { law: 'flat', cells: 34811, above: 128 },
  { law: 'zero-heavy', cells: 34811, above: 22 },
  { law: 'geometric', cells: 34811, above: 2162 },
]

/** The largest ratio of one single number against nobody, after all audits. */
export const LARGEST_OF_ONE_NUMBER = 51
