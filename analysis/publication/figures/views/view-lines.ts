/** The lines of a table, divided into categories and frame (totals, cases without an answer), and their order. */
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { baseAmong, isContent, isOther } from '../../released-cells.ts'
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

/** Levels whose categories have no order of their own. */
const UNORDERED = /@(country|subregion|region|prefecture|language)$/

/**
 * Categories of a table of one variable, as the book prints them. Places and options of a multiple answer have no order of their own and are
 * sorted by published figure; withheld ones follow in the order of the axis, which says nothing about their size. "Other" and joined small ones come last.
 */
export const contentInOrder = (view: ReleasedView): readonly PlacedLine[] =>
  inOrder(view.rows, view.rows.kind === 'multiple' || UNORDERED.test(view.rows.id), (line) => view.cell(line.place, 0))

/** Categories of one axis of a table of two, as the book prints them: places by the figure in their margin. */
export function crossedInOrder(view: ReleasedView, axis: ViewAxis, other: ViewAxis): readonly PlacedLine[] {
  const base = baseOf(other)?.place ?? 0
  return inOrder(axis, UNORDERED.test(axis.id), ({ place }) => (axis === view.rows ? view.cell(place, base) : view.cell(base, place)))
}

function inOrder(axis: ViewAxis, bySize: boolean, cellOf: (line: PlacedLine) => ReleasedCell): readonly PlacedLine[] {
  const content = contentOf(axis)
  const figure = (line: PlacedLine) => {
    const cell = cellOf(line)
    return cell.status === 'shown' ? cell.figure : -1
  }
  const last = (line: PlacedLine) => Number(line.role === 'rest') * 2 + Number(isOther(line))
  const values = content.filter((line) => last(line) === 0)
  return [
    ...(bySize ? values.toSorted((a, b) => figure(b) - figure(a) || a.place - b.place) : values),
    ...content.filter((line) => last(line) > 0).toSorted((a, b) => last(a) - last(b) || a.place - b.place),
  ]
}
