/** Whether a share rises or falls over ordered periods. */
import { chiSquaredTail } from './chi-squared.ts'

export interface Trend {
  /** Positive where the share rises. */
  readonly z: number
  /** Two-sided p-value, 0 to 1. */
  readonly p: number
}

/**
 * Cochran-Armitage test for a trend in shares.
 * @param parts cases of the category in each period
 * @param bases all cases of each period
 * @param scores positions of the periods on the scale of time, in any unit
 * @param noise variance that noise adds to every figure, in cases²
 * @throws RangeError unless there are two periods with cases, and the share is neither none nor all
 * @example cochranArmitage([10, 10], [20, 20], [0, 1]) // { z: 0, p: 1 }
 * @see Armitage (1955), Biometrics 11, 375-386
 */
export function cochranArmitage(parts: readonly number[], bases: readonly number[], scores: readonly number[], noise = 0): Trend {
  const sum = (value: (at: number) => number) => bases.reduce((total, _, at) => total + value(at), 0)
  const n = sum((at) => bases[at]!)
  const share = sum((at) => parts[at]!) / n
  const mean = sum((at) => bases[at]! * scores[at]!) / n
  const spread = sum((at) => bases[at]! * (scores[at]! - mean) ** 2)
  if (!(spread > 0 && share > 0 && share < 1)) throw new RangeError('two periods with cases, and a share between none and all')
  const moved = sum((at) => (scores[at]! - mean) * (parts[at]! - share * bases[at]!))
  const adjusted = noise * (1 + share * share) * sum((at) => (scores[at]! - mean) ** 2)
  const z = moved / Math.sqrt(share * (1 - share) * spread + adjusted)
  return { z, p: chiSquaredTail(z * z, 1) }
}
