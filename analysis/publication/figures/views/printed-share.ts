/** Shares as the table prints them. Drawings read these and compute none, so that both always agree. */

import type { ReleasedView, ViewAxis } from './released-view.ts'
import { baseOf, contentOf, type PlacedLine } from './view-lines.ts'

/** Whole percent of a printed share; null where the table prints none. @example percentOfText('29% (23–35)') // 29 */
export const percentOfText = (printed: string | null | undefined): number | null => {
  const found = /^(\d+)%/.exec(printed ?? '')
  return found ? Number(found[1]) : null
}

/** Bounds in whole percent of a printed share; null where it has none. @example intervalOfText('29% (23–35)') // [23, 35] */
export const intervalOfText = (printed: string | null | undefined): readonly [number, number] | null => {
  const found = /^\d+%\s?[(（](\d+)[–～](\d+)[)）]$/.exec(printed ?? '')
  return found ? [Number(found[1]), Number(found[2])] : null
}

/** A table of two variables as groups of 100 % each, and the parts into which every group is divided. */
export interface PrintedShares {
  readonly groups: readonly PlacedLine[]
  readonly parts: readonly PlacedLine[]
  /** Whole percent as printed; null where the base is too small for shares. */
  readonly at: (group: PlacedLine, part: PlacedLine) => number | 'withheld' | null
  /** The published base of a group; null where it is not shown. */
  readonly base: (group: PlacedLine) => number | null
}

export function printedShares(view: ReleasedView, columns: ViewAxis): PrintedShares {
  const byRow = view.shareOf === 'row'
  const [groupAxis, partAxis] = byRow ? [view.rows, columns] : [columns, view.rows]
  const cell = (group: number, part: number) => (byRow ? view.cell(group, part) : view.cell(part, group))
  const all = baseOf(partAxis)
  return {
    groups: contentOf(groupAxis),
    parts: contentOf(partAxis),
    at: (group, part) => {
      if (cell(group.place, part.place).status !== 'shown') return cell(group.place, part.place).status === 'withheld' ? 'withheld' : null
      return percentOfText(byRow ? view.share?.(group.place, part.place) : view.share?.(part.place, group.place))
    },
    base: (group) => {
      const whole = all && cell(group.place, all.place)
      return whole?.status === 'shown' ? whole.figure : null
    },
  }
}
