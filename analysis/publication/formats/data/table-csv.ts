/**
 * Released figures as CSV (RFC 4180), one line a cell, columns named by the variable without its level. A withheld cell is
 * `x` and a cell that cannot occur is `.`, with the same said in `status`: neither is a number or a blank that somebody
 * would sum up.
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

/** What each line repeats, so that a line cut out of its file still says where it comes from. */
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

/** A step that is left open says `total`. */
export function journeysCsv(routes: ReleasedJourneys, context: ExportContext): string {
  const data = journeyPaths(routes).map(({ codes, cell }) => [
    ...STEPS.map((_, step) => codes[step] ?? 'total'),
    figure(cell),
    statusOf(cell),
    ...origin(routes, context),
  ])
  return written([...STEPS, 'cases', 'status', ...ORIGIN], data)
}
