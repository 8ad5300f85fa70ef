/** Percentages with their intervals, from published figures and nothing else. */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedCell } from '../../../survey-schema/release/released-table.ts'
import type { Text } from '../../../survey-schema/text.ts'

/** 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054

export interface Share {
  /** Whole percent, 0 to 100. */
  readonly percent: number
  /** Whole percent, rounded outwards. */
  readonly low: number
  readonly high: number
}

/**
 * Score interval for a share of cases, as whole percent; null unless both figures are whole and the base is large enough.
 * Adjusted figures widen it: the variance of the noise stands beside that of the count, for the part and, by the share, for the base.
 * Both figures are adjusted one by one, so that a part can stand above its base by a few cases; it is then all of it.
 * @see Wilson (1927), JASA 22, 209-212
 */
export function shareOf(part: ReleasedCell, base: ReleasedCell, policy: Policy): Share | null {
  const [some, all] = [whole(part), whole(base)]
  if (some === null || all === null || all.figure < policy.minimumBase) return null
  const share = Math.min(1, some.figure / all.figure)
  const noise = (policy.noise?.v ?? 0) * Math.max(some.parts, all.parts)
  const [low, high] = wilson(share, all.figure, noise * (1 + share * share))
  return { percent: Math.round(100 * share), low: Math.floor(100 * low + 1e-9), high: Math.ceil(100 * high - 1e-9) }
}

/**
 * Bounds as shares 0 to 1: the shares p for which (share - p)² = z² (p (1 - p) / cases + noise / cases²).
 * @param noise variance in cases² beside that of sampling; 0 gives Wilson's interval
 * @throws RangeError unless 0 <= share <= 1 and cases >= 1
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

/** A figure that stands for all its parts, or null. */
export function whole(cell: ReleasedCell): { readonly figure: number; readonly parts: number } | null {
  if (cell.status === 'shown') return { figure: cell.figure, parts: 1 }
  return cell.status === 'sum' && cell.parts === cell.of ? { figure: cell.figure, parts: cell.parts } : null
}

/** `29%`. */
export const percentWords = ({ percent }: Share): Text => ({ ja: `${percent}%`, en: `${percent}%` })

/** `29% (23–35)`. */
export const intervalWords = ({ percent, low, high }: Share): Text => ({
  ja: `${percent}%（${low}～${high}）`,
  en: `${percent}% (${low}–${high})`,
})
