/** Which lines of a table are read as its content, which as its frame, and in which order they stand. */
import { isContent } from '../../released-cells.ts'
import type { ReleasedView, ViewAxis, ViewLine } from './released-view.ts'

export interface PlacedLine extends ViewLine {
  /** Position in the released axis, by which its cells are read. */
  readonly place: number
}

const placed = (axis: ViewAxis): readonly PlacedLine[] => axis.lines.map((line, place) => ({ ...line, place }))

/** Categories, small ones joined upward included. */
export const contentOf = (axis: ViewAxis) => placed(axis).filter((line) => isContent(line))

/** All with an answer, then what is not an answer, then everything. */
export const frameOf = (axis: ViewAxis) => placed(axis).filter((line) => !isContent(line))

export const answeredOf = (axis: ViewAxis) =>
  placed(axis).find((line) => line.role === 'answered') ?? placed(axis).find((line) => line.role === 'total')

/**
 * Categories of a table of one variable. Places and options of a multiple answer have no order of their own and stand by published
 * figure; withheld ones follow as they come, so that order tells nothing about them.
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
