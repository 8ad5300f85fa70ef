/** Lines and cells of a released table by their place on the axes, for the book, drawings and files. */
import type { LineRole, ReleasedAxis, ReleasedCell, ReleasedLine, ReleasedTable } from '../../survey-schema/release/released-table.ts'

/** A category, or small categories joined into one; not a total and not a line of cases without an answer. */
export const isContent = ({ role }: { readonly role: LineRole | 'further' }): boolean => role === 'value' || role === 'rest'

/** "Other" as an answer: a category without a meaning of its own, which stands after all others whatever its size. */
export const isOther = ({ code }: { readonly code: string }): boolean => code === 'other'

/** Calendar years, or periods of three of them. */
export const isTime = ({ level }: ReleasedAxis): boolean => level === 'year' || level === 'period3'

/** Places of the lines that are wanted, in the order of the axis. */
export const placesOf = ({ lines }: ReleasedAxis, wanted: (line: ReleasedLine) => boolean): readonly number[] =>
  lines.flatMap((line, place) => (wanted(line) ? [place] : []))

/** The lines of which shares are shares, the first that an axis has. */
const BASES: readonly (LineRole | 'further')[] = ['answered', 'applicable', 'total']

/** The line that is the base of shares: all cases with an answer; else those with or without one; else all cases. */
export const baseAmong = <Line extends { readonly role: LineRole | 'further' }>(lines: readonly Line[]): Line | undefined =>
  BASES.flatMap((role) => lines.find((line) => line.role === role) ?? [])[0]

/** Place of the line that is the base of shares. */
export const basePlace = ({ lines }: ReleasedAxis): number => {
  const base = baseAmong(lines)
  return base === undefined ? -1 : lines.indexOf(base)
}

/** The lines that divide the base: categories, and in a table without a line of all answers the two ways of not answering. */
export const dividingPlaces = ({ lines }: ReleasedAxis): readonly number[] => {
  const gaps = lines.some(({ role }) => role === 'answered') ? [] : ['no_answer', 'not_applicable']
  return lines.flatMap((line, place) => (isContent(line) || gaps.includes(line.role) ? [place] : []))
}

/** The axis that runs down and the one that runs across, as they are printed; no second one in a single table. */
export function printedAxes({ axes }: ReleasedTable, rowAxis: 0 | 1): readonly [down: ReleasedAxis, across: ReleasedAxis | null] {
  const [first, second = null] = axes
  return rowAxis === 0 || second === null ? [first, second] : [second, first]
}

/** The same of a table that is known to have two axes. @throws RangeError for a single table */
export function crosstabAxes(table: ReleasedTable, rowAxis: 0 | 1): readonly [down: ReleasedAxis, across: ReleasedAxis] {
  const [down, across] = printedAxes(table, rowAxis)
  if (across === null) throw new RangeError('a table of two variables')
  return [down, across]
}

/**
 * Where the cell of two lines stands among the cells of its table.
 * @param down place of the line on the axis that runs down @param across place on the other axis; ignored in a single table
 */
export function cellPlace({ axes }: ReleasedTable, rowAxis: 0 | 1, down: number, across: number): number {
  const width = axes[1]?.lines.length ?? 1
  return axes.length === 1 ? down : rowAxis === 0 ? down * width + across : across * width + down
}

/** The cell of two lines, as `cellPlace` counts them; withheld if the table has no such cell. */
export const cellAt = (table: ReleasedTable, rowAxis: 0 | 1, down: number, across: number): ReleasedCell =>
  table.cells[cellPlace(table, rowAxis, down, across)] ?? { status: 'withheld' }
