/**
 * How likely each count of a withheld cell is before any figure is seen: the weight of a count is the chance that a cell of that count is
 * withheld, all counts being equally likely.
 *
 * Counts of 0 to 4 are always withheld. Of larger ones few are, for the sake of others: weight (4/n)^2 / 2. Measured on the fictional networks
 * of 150 and 480 cases, cells withheld at 5, 8, 10 and 20 are 0.38, 0.11, 0.09 and 0.03 of those at an average count of 1 to 4. In truth zeros
 * are more frequent than this says. Leaving that out makes an attacker surer that somebody is there, so the audit errs on the safe side.
 */

/** A cell that leaves a contributor fewer others than this is always withheld, and he knows it. */
const OTHERS = 3

/**
 * The weight of a count of a withheld cell; only ratios of weights mean anything.
 * @param own how many of its cases are the attacker's own
 * @example
 * priorWeight(4) // 1
 * priorWeight(8) // 0.125
 */
export function priorWeight(count: number, own = 0): number {
  return count < 5 || (own > 0 && count - own < OTHERS) ? 1 : 8 / (count * count)
}

/** The weights of 0, 1, 2 … cases, `length` of them; 0 below the attacker's own. */
export function priorWeights(own: number, length: number): Float64Array<ArrayBuffer> {
  const weights = new Float64Array(length)
  for (let count = own; count < length; count++) weights[count] = priorWeight(count, own)
  return weights
}
