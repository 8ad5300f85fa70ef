/** Percentages with their intervals, computed from published figures only. */
import type { PrintedShare } from '../../../survey-schema/release/book.ts'
import type { ReleasedCell } from '../../../survey-schema/release/released-table.ts'

/** 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054

/** What of a policy decides about shares. */
export interface ShareRules {
  readonly minimumBase: number
  readonly noise: { readonly v: number } | null
}

export interface Share {
  /** Whole percent, 0 to 100. */
  readonly percent: number
  /** Whole percent, rounded outwards. */
  readonly low: number
  readonly high: number
}

/**
 * Share of a base with its score interval, in whole percent; null if either figure is withheld or an incomplete sum, or the base is smaller
 * than the policy allows for shares. The noise of adjusted figures widens the interval: its variance is added for the part and, times the share
 * squared, for the base. As both figures are adjusted independently, a part can exceed its base by a few cases; it then counts as 100 %.
 * @see Wilson (1927), JASA 22, 209-212
 */
export function shareOf(part: ReleasedCell, base: ReleasedCell, policy: ShareRules): Share | null {
  const [some, all] = [whole(part), whole(base)]
  if (some === null || all === null || all.figure < policy.minimumBase) return null
  const share = Math.min(1, some.figure / all.figure)
  const noise = (policy.noise?.v ?? 0) * Math.max(some.parts, all.parts)
  const [low, high] = wilson(share, all.figure, noise * (1 + share * share))
  return { percent: Math.round(100 * share), low: Math.floor(100 * low + 1e-9), high: Math.ceil(100 * high - 1e-9) }
}

/**
 * Confidence limits (95 %) of a share, as shares 0 to 1: the solutions p of (share - p)² = z² (p (1 - p) / cases + noise / cases²).
 * @param noise variance that noise adds, in cases²; 0 gives Wilson's interval
 * @throws RangeError unless 0 <= share <= 1 and cases >= 1
 * @example wilson(0.3, 50).map((bound) => bound.toFixed(3)) // ['0.191', '0.438']
 */
export function wilson(share: number, cases: number, noise = 0): readonly [low: number, high: number] {
  if (!(share >= 0 && share <= 1 && cases >= 1)) throw new RangeError('a share of at least one case')
  const z2 = Z * Z
  const a = 1 + z2 / cases
  const b = 2 * share + z2 / cases
  const c = share * share - (z2 * noise) / (cases * cases)
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  return [Math.max(0, (b - root) / (2 * a)), Math.min(1, (b + root) / (2 * a))]
}

/**
 * The figure of a shown cell, or of a sum of which no part is withheld; null otherwise.
 * @example whole({ status: 'sum', figure: 34, parts: 3, of: 4 }) // null
 */
export function whole(cell: ReleasedCell): { readonly figure: number; readonly parts: number } | null {
  if (cell.status === 'shown') return { figure: cell.figure, parts: 1 }
  return cell.status === 'sum' && cell.parts === cell.of ? { figure: cell.figure, parts: cell.parts } : null
}

/** @example percentWords({ percent: 29, low: 23, high: 35 }).en // '29%' */
export const percentWords = ({ percent, low, high }: Share): PrintedShare => ({ ja: `${percent}%`, en: `${percent}%`, percent, low, high })

/** @example intervalWords({ percent: 29, low: 23, high: 35 }).en // '29% (23–35)' */
export const intervalWords = ({ percent, low, high }: Share): PrintedShare => ({
  ja: `${percent}%（${low}～${high}）`,
  en: `${percent}% (${low}–${high})`,
  percent,
  low,
  high,
})
