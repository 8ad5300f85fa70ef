/**
 * The stated law of the audit of evidence: how likely each number of persons in a withheld cell is, before any figure is seen. The methods page
 * prints it, so it is one simple formula and depends on the policy alone.
 *
 * Below the minimum m of the policy a count is as likely as 2⁻ⁿ says. From m on only the cells are withheld that protect others, which is rare
 * and becomes rarer as cells grow: tail/n², with a tail such that both parts meet at m (0.8 for a minimum of 5). The weights add up to 1. Held against
 * the fictional networks in `docs/decisions/0030-evidence-by-bayes-factors.md`.
 */

export interface StatedLaw {
  /** What both parts are multiplied by, so that the weights add up to 1: the weight of nobody. */
  readonly scale: number
  /** From m on the weight of a count n is scale × tail / n². */
  readonly tail: number
  readonly weight: (count: number) => number
}

/** The tail for a minimum of 5. */
const TAIL_FOR_FIVE = 0.8

/** A category of many cases has no line only where one organisation sent nearly all of them: such counts keep this share of their weight. */
export const UNLISTED_TAIL = 0.1

/** @example statedLaw(5).scale.toFixed(3) // '0.473' */
export function statedLaw(minimumCases: number): StatedLaw {
  const tail = (TAIL_FOR_FIVE / 25) * 2 ** 5 * (minimumCases * minimumCases) * 2 ** -minimumCases
  const bare = (count: number) => (count < minimumCases ? 2 ** -count : tail / (count * count))
  let total = (tail * Math.PI * Math.PI) / 6
  for (let count = 0; count < minimumCases; count++) total += bare(count) - (count > 0 ? tail / (count * count) : 0)
  return { scale: 1 / total, tail, weight: (count) => bare(count) / total }
}
