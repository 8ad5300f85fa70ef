/** Percentages, from published figures and nothing else. */
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'

/** Cases below which a base carries no percentage. */
export const SMALLEST_BASE = 20

/** The smallest figure that is shown. */
export const SMALLEST_FIGURE = 5

/**
 * Whole percent of a base, or null where either figure is not shown or the base is under 20. Both figures are adjusted one by one, so
 * a part can stand above its base by a few cases; it is then all of it.
 */
export function percentOf(part: ReleasedCell, base: ReleasedCell | null): number | null {
  if (part.status !== 'shown' || base?.status !== 'shown' || base.figure < SMALLEST_BASE) return null
  return Math.min(100, Math.round((100 * part.figure) / base.figure))
}
