/** Which cells of a crosstab are figures of single tables, and what these say where a volume has several editions: the sum of what each published. */
import { FIRST_STEP_MODE } from '../../../analysis/catalogue/columns.ts'
import { answeredLine, TOTAL_LINE } from '../../../analysis/catalogue/line.ts'
import type { ReleasedLine, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { variableById } from '../../../survey-schema/variables/index.ts'
import { columnOf, conditionsOf, type LineCondition } from '../attack/meaning.ts'

/** Of a cell that a single table has too: on which axis and line. */
interface PublishedAlone {
  readonly axis: 0 | 1
  readonly line: number
}

/** Row by row; null for the other cells. The mode of the first step has no single table. */
export function publishedAlone(table: ReleasedTable): readonly (PublishedAlone | null)[] {
  const [rows, columns] = table.axes.map((axis) => {
    // Where everybody answers, the answered are everybody.
    const { key } = answeredLine(variableById(axis.variable)!)
    return conditionsOf(columnOf(table, axis), axis).map((line) => (line.role === 'answered' ? { ...line, key } : line))
  })
  if (columns === undefined) return rows!.map(() => null)
  const hasTable = ({ variable }: LineCondition) => variable !== FIRST_STEP_MODE
  return rows!.flatMap((row, at) =>
    columns.map((column, across): PublishedAlone | null => {
      if (row.key === TOTAL_LINE.key && hasTable(column)) return { axis: 1, line: across }
      if (column.key === TOTAL_LINE.key && hasTable(row)) return { axis: 0, line: at }
      return row.variable === column.variable && row.key === column.key ? { axis: 0, line: at } : null
    }),
  )
}

/**
 * Crosstabs with a margin that is none of these sums, by id.
 * @param crosstabs of the volume  @param editions those of the volume, with the tables that they published  @param tables of the bundle
 */
export function marginsOtherwise(
  crosstabs: readonly ReleasedTable[],
  editions: readonly { readonly id: string; readonly published: readonly ReleasedTable[] }[],
  tables: readonly ReleasedTable[],
): string[] {
  const singles = editions.map(({ id, published }) => {
    const made = published.length > 0 ? published : tables.filter(({ slice }) => slice === id)
    return new Map(made.map((table) => [table.id, table]))
  })
  const isSum = (table: ReleasedTable, alone: PublishedAlone, at: number) => {
    const cell = table.cells[at]!
    if (cell.status !== 'shown' && cell.status !== 'sum') return true
    const { variable, level, lines } = table.axes[alone.axis]!
    const line = lines[alone.line]!
    const figures = singles.flatMap((ofEdition) => figureOfLine(line, ofEdition, variable, level))
    return figures.reduce((sum, figure) => sum + figure, 0) === cell.figure
  }
  return crosstabs.filter((table) => publishedAlone(table).some((alone, at) => alone && !isSum(table, alone, at))).map(({ id }) => id)
}

/**
 * Published by the table of this level, or, where that one has no such line, by another of the variable: the six languages of an edition need not
 * be those of the volume, and each of them has a line of its own in the list of all languages.
 */
function figureOfLine(line: ReleasedLine, ofEdition: ReadonlyMap<string, ReleasedTable>, variable: string, level: string): number[] {
  const here = ofEdition.get(`${variable}@${level}`)
  const has = (table: ReleasedTable) => table.axes[0].lines.some(({ code, role }) => code === line.code && role === line.role)
  if (line.role !== 'value' || here === undefined || has(here)) return figureOf(line, here)
  return figureOf(
    line,
    [...ofEdition.values()].find((table) => table.axes[0].variable === variable && has(table)),
  )
}

function figureOf({ code, role }: ReleasedLine, table: ReleasedTable | undefined): number[] {
  const at = table?.axes[0].lines.findIndex((line) => line.code === code && line.role === role) ?? -1
  const cell = table?.cells[at]
  return cell?.status === 'shown' ? [cell.figure] : []
}
