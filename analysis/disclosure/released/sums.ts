/**
 * "All years": the sum of the figures that were published, and in how many parts they stand. Arithmetic that any reader can do, so it
 * is never withheld because one part is. Joined categories are not summed: what stands together differs from one case set to the next.
 */
import type { ReleasedAxis, ReleasedCell, ReleasedLine, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { levelOf, variableById } from '../../../survey-schema/variables/index.ts'
import { type Checksum, releaseCells } from './release.ts'

export const ALL = 'all'

/**
 * The same table of several case sets, added up line by line, under the name `all`. A line that a table lacks counts as withheld, joined lines
 * (`rest`) are left out, and a cell is withheld only where no part has a figure.
 * @param tables the same table of every case set that has it, at least one
 * @throws RangeError for tables of different names
 */
export function sumOfReleased(tables: readonly ReleasedTable[], checksum: Checksum): ReleasedTable {
  const [first] = tables
  if (!first || tables.some((table) => table.id !== first.id)) throw new RangeError('a sum is of one table in several slices')
  const axes = first.axes.map((axis, index) => ({ ...axis, lines: linesOf(tables.map((table) => table.axes[index]!)) }))
  const [rows, columns] = axes
  const cells = rows!.lines.flatMap((row) =>
    (columns?.lines ?? [null]).map((column) => summed(tables.map((table) => cellOf(table, row, column)))),
  )
  return releaseCells({ id: first.id, slice: ALL, policy: first.policy, axes: axes as unknown as ReleasedTable['axes'] }, cells, checksum)
}

/** Categories that any slice names, in the order of the list; then what every table has. */
function linesOf(axes: readonly ReleasedAxis[]): ReleasedLine[] {
  const [{ variable, level }] = axes as readonly [ReleasedAxis]
  const known = variableById(variable)
  const list = (known && levelOf(known, level))?.categories.map(({ code }) => code) ?? []
  const byRole = (value: boolean) =>
    axes.flatMap((axis) => axis.lines.filter((line) => line.role !== 'rest' && (line.role === 'value') === value))
  const unique = (lines: readonly ReleasedLine[]) => [...new Map(lines.map((line) => [line.code, line])).values()]
  const inOrder = unique(byRole(true)).sort((one, other) => list.indexOf(one.code) - list.indexOf(other.code))
  return [...inOrder, ...unique(byRole(false))]
}

function cellOf(table: ReleasedTable, row: ReleasedLine, column: ReleasedLine | null): ReleasedCell {
  const at = (axis: ReleasedAxis | undefined, line: ReleasedLine) =>
    axis?.lines.findIndex((entry) => entry.code === line.code && entry.role === line.role) ?? -1
  const [rowAt, columnAt] = [at(table.axes[0], row), column === null ? 0 : at(table.axes[1], column)]
  const cell = rowAt < 0 || columnAt < 0 ? undefined : table.cells[rowAt * (table.axes[1]?.lines.length ?? 1) + columnAt]
  return cell ?? { status: 'withheld' }
}

function summed(cells: readonly ReleasedCell[]): ReleasedCell {
  if (cells.every((cell) => cell.status === 'not_applicable')) return { status: 'not_applicable' }
  const known = cells.filter((cell): cell is Extract<ReleasedCell, { figure: number }> => 'figure' in cell)
  if (known.length === 0) return { status: 'withheld' }
  const whole = known.filter((cell) => cell.status === 'shown' || cell.parts === cell.of).length
  const figure = known.reduce((sum, cell) => sum + cell.figure, 0)
  return cells.length === 1 ? cells[0]! : { status: 'sum', figure, parts: Math.max(1, whole), of: cells.length }
}
