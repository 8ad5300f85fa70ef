/**
 * The test that a printed table allows, from its published figures alone. The withheld cells of a row or column are taken together as "rest":
 * total minus shown cells, which any reader could compute. If a rest is below five there is no test.
 */

import { sum } from 'simple-statistics'
import type { TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { Text } from '../../../survey-schema/text.ts'
import { isOfAnswered } from '../book/base-words.ts'
import { basePlace, cellAt, crosstabAxes, isContent, placesOf } from '../released-cells.ts'
import { type Association, association } from './association.ts'
import { whole } from './share.ts'
import { cochranArmitage, type Trend } from './trend.ts'

const SMALLEST_REST = 5
/** Fewer periods than this have no trend. */
const FEWEST_PERIODS = 3

/** What the rest of a line is made of; null where there is none. Of a table whose base is all cases it also holds those without an answer. */
export type Rests = 'withheld' | 'withheld-or-unanswered' | null

export type TableTest =
  | ({ readonly kind: 'association'; readonly rests: Rests } & Association)
  | ({ readonly kind: 'trend'; readonly line: Text; readonly first: Text; readonly last: Text } & Trend)

/** The planned test; null where the table does not allow it. */
export function testOf(block: TableBlock, statistic: 'crosstab' | 'trend', policy: Policy): TableTest | null {
  if (block.columns.length === 0) return null
  return statistic === 'trend' ? trendOf(block, policy) : associationOf(block, policy)
}

interface TestedFigures {
  readonly cells: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number | null
}

/** Figures of the categories only, with rows and columns as printed. */
function testedFigures({ table, rowAxis }: TableBlock): TestedFigures {
  const [down, across] = crosstabAxes(table, rowAxis)
  const [rows, columns] = [placesOf(down, isContent), placesOf(across, isContent)]
  const at = (row: number, column: number) => whole(cellAt(table, rowAxis, row, column))?.figure ?? null
  const [allDown, allAcross] = [basePlace(down), basePlace(across)]
  return {
    cells: rows.map((row) => columns.map((column) => at(row, column))),
    rowTotals: rows.map((row) => at(row, allAcross)),
    columnTotals: columns.map((column) => at(allDown, column)),
    total: at(allDown, allAcross),
  }
}

/** Null for multiple answers: one case then stands in several cells, and a test of independence does not hold. */
function associationOf(block: TableBlock, policy: Policy): TableTest | null {
  if (block.table.axes.some(({ kind }) => kind === 'multiple')) return null
  const figures = testedFigures(block)
  const turned: TestedFigures = {
    cells: figures.columnTotals.map((_, column) => figures.cells.map((row) => row[column]!)),
    rowTotals: figures.columnTotals,
    columnTotals: figures.rowTotals,
    total: figures.total,
  }
  const [made] = [withRests(figures), withRests(turned)].flatMap((one) => one ?? []).sort((a, b) => b.kept - a.kept)
  if (!made) return null
  const v = (policy.noise?.v ?? 0) * figuresPerSum(block)
  const rests = made.rests ? (isOfAnswered(block.table.axes) ? 'withheld' : 'withheld-or-unanswered') : null
  return { kind: 'association', rests, ...association(made.counts, (row, column) => v * made.made(row, column)) }
}

/** The rows that have a total, the columns shown in all of them, and the rests of both; null where a rest is below five or cannot be computed. */
export function withRests({ cells, rowTotals, columnTotals, total }: TestedFigures) {
  const rows = cells.flatMap((_, row) => (rowTotals[row] === null ? [] : [row]))
  const columns = columnTotals.flatMap((cases, column) =>
    cases !== null && rows.every((row) => cells[row]![column] !== null) ? [column] : [],
  )
  const [restColumn, restRow] = [columns.length < columnTotals.length, rows.length < cells.length]
  if (total === null || rows.length + Number(restRow) < 2 || columns.length + Number(restColumn) < 2 || rows.length * columns.length < 2)
    return null
  const counts = rows.map((row) => {
    const shown = columns.map((column) => cells[row]![column]!)
    return [...shown, ...(restColumn ? [rowTotals[row]! - sum(shown)] : [])]
  })
  if (restRow) {
    const shown = columns.map((column, at) => columnTotals[column]! - sum(counts.map((row) => row[at]!)))
    counts.push([...shown, ...(restColumn ? [total - sum(rows.map((row) => rowTotals[row]!)) - sum(shown)] : [])])
  }
  const isRest = (row: number, column: number) => row >= rows.length || column >= columns.length
  const small = counts.some((line, row) => line.some((count, column) => isRest(row, column) && count < SMALLEST_REST))
  if (small) return null
  // A rest is computed from a total and the shown figures of its line, each with noise of its own, so their variances add up.
  const made = (row: number, column: number) =>
    (row >= rows.length ? rows.length + 1 : 1) * (column >= columns.length ? columns.length + 1 : 1)
  return { counts, rests: restColumn || restRow, kept: rows.length * columns.length, made }
}

/** The trend of one category: the largest of those that are shown, with the cases outside it, in at least `FEWEST_PERIODS` periods. */
function trendOf(block: TableBlock, policy: Policy): TableTest | null {
  const { table, rowAxis } = block
  const [down, across] = crosstabAxes(table, rowAxis)
  if (across.level !== 'period3') return null
  const figures = testedFigures(block)
  const columns = placesOf(across, isContent)
  const v = (policy.noise?.v ?? 0) * figuresPerSum(block)
  const lines = placesOf(down, isContent).flatMap((place, row) => {
    if (down.lines[place]!.role !== 'value') return []
    const periods = columns.flatMap((column, at) => {
      const line = across.lines[column]!
      const [part, base] = [figures.cells[row]![at]!, figures.columnTotals[at]!]
      if (line.role !== 'value' || part === null || base === null || base - part < SMALLEST_REST) return []
      return [{ line, part, base, score: Number(line.code.slice(0, 4)) }]
    })
    return periods.length < FEWEST_PERIODS ? [] : [{ line: down.lines[place]!, periods, cases: sum(periods.map(({ part }) => part)) }]
  })
  const [most] = lines.sort((a, b) => b.periods.length - a.periods.length || b.cases - a.cases)
  if (!most) return null
  const { periods } = most
  const found = cochranArmitage(
    periods.map(({ part }) => part),
    periods.map(({ base }) => base),
    periods.map(({ score }) => score),
    v,
  )
  return { kind: 'trend', line: most.line, first: periods[0]!.line, last: periods.at(-1)!.line, ...found }
}

/** The greatest number of published figures that a printed one is the sum of; each brings noise of its own. */
const figuresPerSum = ({ table }: TableBlock): number => Math.max(1, ...table.cells.map((cell) => (cell.status === 'sum' ? cell.of : 1)))
