/**
 * Released figures as CSV (RFC 4180), one line for each cell, columns named by the variable without its level. In the place
 * of a figure stand the tokens of `missing-tokens.ts`, and the column `status` gives the reason: a number or a blank would be summed.
 */
import type { ReleasedJourneys, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { csvText } from './csv-text.ts'
import type { ExportContext } from './export-context.ts'
import { journeyPaths } from './journey-paths.ts'
import { csvFigure } from './missing-tokens.ts'
import { dimensionNames, statusOf } from './table-json-stat.ts'

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
      csvFigure(cell),
      statusOf(cell),
      ...lines.map((line) => line?.[context.language] ?? ''),
      ...origin(table, context),
    ]
  })
  return csvText([[...names, 'cases', 'status', ...names.map((name) => `${name}_label`), ...ORIGIN], ...data])
}

const STEPS = ['route_origin', 'route_transit', 'exploitation_prefectures'] as const

/** One line for each path. A path of one or two steps has `total` in the columns of the further steps. */
export function journeysCsv(routes: ReleasedJourneys, context: ExportContext): string {
  const data = journeyPaths(routes).map(({ codes, cell }) => [
    ...STEPS.map((_, step) => codes[step] ?? 'total'),
    csvFigure(cell),
    statusOf(cell),
    ...origin(routes, context),
  ])
  return csvText([[...STEPS, 'cases', 'status', ...ORIGIN], ...data])
}
