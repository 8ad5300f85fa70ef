/**
 * What one additive relation leaves for its withheld parts: the count of the whole less the counts of the shown parts, each known up to noise,
 * and less the attacker's own cases in the withheld parts. The parts share it, each under the stated law.
 */
import { type Distribution, sum } from './distribution.ts'

/** The sum of the counts of several shown cells; of none it is 0. */
export function sumOfShown(counts: readonly Distribution[]): Distribution {
  let all: Distribution = { from: 0, p: Float64Array.of(1) }
  for (const count of counts) all = sum(all, count)
  return all
}

/**
 * Probabilities of 0, 1, 2 … others in all withheld parts together; null where the figures contradict one another.
 * @param own the attacker's cases in the withheld parts
 */
export function remainderOf(whole: Distribution, shown: Distribution, own: number): Float64Array | null {
  const most = whole.from + whole.p.length - 1 - shown.from - own
  if (most < 0) return null
  const left = new Float64Array(most + 1)
  let total = 0
  for (let i = 0; i < whole.p.length; i++) {
    const weight = whole.p[i]!
    const top = whole.from + i - shown.from - own
    if (weight === 0 || top < 0) continue
    for (let k = 0; k < shown.p.length && k <= top; k++) {
      const share = weight * shown.p[k]!
      left[top - k]! += share
      total += share
    }
  }
  return total > 0 ? left : null
}
