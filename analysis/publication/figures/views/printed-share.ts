/** Shares as their table prints them: a drawing of shares makes none of its own. */

import type { ReleasedView, ViewAxis } from './released-view.ts'
import { answeredOf, contentOf, type PlacedLine } from './view-lines.ts'

/** Whole percent of a printed share, `29%` or `29% (23–35)`; null where the table prints none. */
export const percentOfText = (printed: string | null | undefined): number | null => {
  const found = /^(\d+)%/.exec(printed ?? '')
  return found ? Number(found[1]) : null
}

/** A table of two variables as groups, each of which is a whole of 100 %, and the parts that it falls into. */
export interface PrintedShares {
  readonly groups: readonly PlacedLine[]
  readonly parts: readonly PlacedLine[]
  /** Whole percent as printed, a mark for what is withheld, or nothing where the base is too small for shares. */
  readonly at: (group: PlacedLine, part: PlacedLine) => number | 'withheld' | null
  /** The published base of a group; null where it is not shown. */
  readonly base: (group: PlacedLine) => number | null
}

export function printedShares(view: ReleasedView, columns: ViewAxis): PrintedShares {
  const byRow = view.shareOf === 'row'
  const [groupAxis, partAxis] = byRow ? [view.rows, columns] : [columns, view.rows]
  const cell = (group: number, part: number) => (byRow ? view.cell(group, part) : view.cell(part, group))
  const all = answeredOf(partAxis)
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
