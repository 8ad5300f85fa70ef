/** Shares with their intervals, from published figures and nothing else. */
import { type Share, shareOf } from '../../analysis/publication/statistics/share.ts'
import { isExactPolicy } from '../../survey-schema/release/policy-note.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'

/** Cases below which a base carries no share. */
export const SMALLEST_BASE = 20

/** The smallest figure that is shown. */
export const SMALLEST_FIGURE = 5

/** Variance of the noise on a figure, where there is noise. */
export const NOISE_VARIANCE = 3

/** As in the book; null where either figure is not shown or the base is under 20. @param policy its name, which is all that a page knows of it */
export const shareIn = (part: ReleasedCell, base: ReleasedCell | null, policy: string): Share | null =>
  base && shareOf(part, base, { minimumBase: SMALLEST_BASE, noise: isExactPolicy(policy) ? null : { v: NOISE_VARIANCE } })
