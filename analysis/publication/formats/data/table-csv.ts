/**
 * Released figures as CSV (RFC 4180), one line for each cell, columns named by the variable without its level. A withheld cell is
 * `x` and a cell that cannot occur is `.`, and the column `status` says so in words: a number or a blank in their place would be summed.
 */
import Papa from 'papaparse'
import type { ReleasedCell, ReleasedJourneys, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { FORMULA } from '../formula.ts'
import type { ExportContext } from './export-context.ts'
import { journeyPaths } from './journey-paths.ts'
import { dimensionNames, statusOf } from './table-json-stat.ts'

const written = (fields: readonly string[], data: readonly (readonly (string | number)[])[]) =>
  `${Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`

const figure = (cell: ReleasedCell): string | number => ('figure' in cell ? cell.figure : cell.status === 'withheld' ? 'x' : '.')

/** Columns that repeat on every line, so that lines copied out of the file still name their source. */
const ORIGIN = ['slice', 'policy', 'fictional'] as const
const origin = ({ policy, slice }: ReleasedTable | ReleasedJourneys, { fictional }: ExportContext) => [
  slice,
  policy,
  fictional ? 'yes' : 'no',
]

export function tableCsv(table: ReleasedTable, context: ExportContext): string {
  const names = dimensionNames(table.axes)
  const [rows, columns] = table.axes
  const width = columns?.lines.length ?? 1
  const data = table.cells.map((cell, index) => {
    const lines = [rows.lines[Math.floor(index / width)], ...(columns ? [columns.lines[index % width]] : [])]
    return [
      ...lines.map((line) => line?.code ?? ''),
      figure(cell),
      statusOf(cell),
      ...lines.map((line) => line?.[context.language] ?? ''),
      ...origin(table, context),
    ]
  })
  return written([...names, 'cases', 'status', ...names.map((name) => `${name}_label`), ...ORIGIN], data)
}

const STEPS = ['route_origin', 'route_transit', 'exploitation_prefectures'] as const

/** One line for each path. A path of one or two steps has `total` in the columns of the further steps. */
export function journeysCsv(routes: ReleasedJourneys, context: ExportContext): string {
  const data = journeyPaths(routes).map(({ codes, cell }) => [
    ...STEPS.map((_, step) => codes[step] ?? 'total'),
    figure(cell),
    statusOf(cell),
    ...origin(routes, context),
  ])
  return written([...STEPS, 'cases', 'status', ...ORIGIN], data)
}
