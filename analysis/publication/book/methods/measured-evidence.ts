/**
 * What `npm run bench -- evidence` measured, as the methods page prints it. Fictional networks of 480 cases whose seeds no rule was tuned to;
 * to be measured again whenever a rule of disclosure control changes.
 */
export interface CalibrationRow {
  /** Cells whose Bayes factor is above that of the row before and up to this; null: above the limit. */
  readonly upTo: number | null
  readonly cells: number
  readonly withSomebody: number
}

/** Cells withheld by the rules, before any audit: in how many of them somebody is. */
export const CALIBRATION: readonly CalibrationRow[] = [
  { upTo: 1, cells: 135817, withSomebody: 56528 },
  { upTo: 3, cells: 304185, withSomebody: 177728 },
  { upTo: 10, cells: 7376, withSomebody: 6365 },
  { upTo: 19, cells: 210, withSomebody: 206 },
  { upTo: null, cells: 77, withSomebody: 74 },
]

/** Networks of the tests have the seeds 1 to 5. */
export const HELD_OUT_SEEDS = [6, 7, 8, 9, 10] as const

/** Each is drawn under each seed. */
export const HELD_OUT_POPULATIONS = ['network', 'many-organisations', 'independent'] as const

/** Cases of each of them. */
export const HELD_OUT_CASES = 480

const tail = (count: number) => 0.8 / (count * count)
const few = (weights: readonly number[]) => (count: number) => weights[count] ?? tail(count)

/** The laws of the comparison: weights of each number of persons in a withheld cell, for a minimum of 5. Only their ratios mean anything. */
export const LAWS_TRIED = {
  stated: few([1, 0.5, 0.25, 0.125, 0.0625]),
  flat: few([1, 1, 1, 1, 1]),
  'zero-heavy': few([4, 0.5, 0.25, 0.125, 0.0625]),
  geometric: (count: number) => 0.5 * 0.5 ** count,
} as const

export interface LawRow {
  readonly law: keyof typeof LAWS_TRIED
  /** Withheld cells of few cases in a release that passed all audits under the stated law, and those above the limit under this one. */
  readonly cells: number
  readonly above: number
}

/** One release of each population, under the first of the held-out seeds. */
export const OTHER_LAWS: readonly LawRow[] = [
  { law: 'stated', cells: 90854, above: 0 },
  { law: 'flat', cells: 90854, above: 147 },
  { law: 'zero-heavy', cells: 90854, above: 15 },
  { law: 'geometric', cells: 90854, above: 78 },
]

/** The largest ratio of one single number against nobody, after all audits. */
export const LARGEST_OF_ONE_NUMBER = 37

/** What the classifier of `test/attack/padding.test.ts` reads from released tables: whether somebody is there, beside invented cases of its own. */
export const PADDING = { guesses: 144, right: 72, byChance: 90 } as const
