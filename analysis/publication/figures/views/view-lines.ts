/** The lines of a table, divided into categories and frame (totals, cases without an answer), and their order. */
import { baseAmong, isContent } from '../../released-cells.ts'
import type { ReleasedView, ViewAxis, ViewLine } from './released-view.ts'

export interface PlacedLine extends ViewLine {
  /** Position in the released axis, by which its cells are read. */
  readonly place: number
}

const placed = (axis: ViewAxis): readonly PlacedLine[] => axis.lines.map((line, place) => ({ ...line, place }))

/** Categories, with those that join small ones. */
export const contentOf = (axis: ViewAxis) => placed(axis).filter((line) => isContent(line))

/** The frame: the base, cases without an answer, all cases, in the order of the axis. */
export const frameOf = (axis: ViewAxis) => placed(axis).filter((line) => !isContent(line))

/** The line of which shares are shares. */
export const baseOf = (axis: ViewAxis) => baseAmong(placed(axis))

/**
 * Categories of a table of one variable. Places and options of a multiple answer have no order of their own and are sorted by published
 * figure; withheld ones follow in the order of the axis, which says nothing about their size.
 */
export function contentInOrder(view: ReleasedView): readonly PlacedLine[] {
  const content = contentOf(view.rows)
  if (view.rows.kind !== 'multiple' && !/@(country|subregion|prefecture|language)$/.test(view.rows.id)) return content
  const figure = (line: PlacedLine) => {
    const cell = view.cell(line.place, 0)
    return cell.status === 'shown' ? cell.figure : -1
  }
  return [...content].sort((a, b) => figure(b) - figure(a) || a.place - b.place)
}
