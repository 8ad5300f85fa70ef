/**
 * Linked tables as systems of linear constraints. A partition of the rows and one of the columns together divide the cases into a grid of
 * elementary cells (row by row: `row * columns.size + column`), and every printed cell adds up some of them.
 */
import { ofOneStep } from '../../../../survey-schema/variables/same-step.ts'
import type { AuditSettings } from '../../../policy/audit-settings.ts'
import { largestNoise } from '../../../policy/perturbation-table.ts'
import type { ConstraintCell, ConstraintSystem } from '../bounds/constraint-system.ts'
import type { LinkedCell, LinkedTables } from './linked-tables.ts'
import { type Partition, partitionsOf } from './partitions.ts'
import { anyStep, type StepPartition, splitByStep } from './same-step.ts'

/** What a shown figure says about its count. */
export interface FigurePrecision {
  /** How far a count may lie from its figure, in cases: 0 for exact figures, the largest noise D under a noise policy. */
  readonly band: number
  /** No smaller count is ever shown. */
  readonly minimumCases: number
}

export const precisionUnder = ({ noise, minimumCases }: AuditSettings): FigurePrecision => ({
  band: noise === null ? 0 : largestNoise(noise),
  minimumCases,
})

export interface LinkedSystem {
  readonly rows: Partition
  readonly columns: Partition
  readonly system: ConstraintSystem
  /** For each cell of the system the cell of the linked tables. */
  readonly printed: readonly LinkedCell[]
  /** Indexes of the withheld cells that are judged by this system; each withheld cell of the linked tables is judged by exactly one. */
  readonly judged: readonly number[]
}

/** One system for each pair of a row partition and a column partition. */
export function linkedSystemsOf(linked: LinkedTables, precision: FigurePrecision): LinkedSystem[] {
  const [rowPartitions, columnPartitions] = linked.axes.map(partitionsOf) as [Partition[], Partition[]]
  const together = ofOneStep(linked.axes[0].column, linked.axes[1].column)
  return rowPartitions.flatMap((rows) =>
    columnPartitions.map((columns) => systemOf(linked, together ? splitByStep(rows) : anyStep(rows), columns, precision)),
  )
}

function systemOf(linked: LinkedTables, rows: StepPartition, columns: Partition, precision: FigurePrecision): LinkedSystem {
  const judgesCell = ({ row, column }: LinkedCell) => rows.judged.includes(row) && columns.judged.includes(column)
  const cells: ConstraintCell[] = []
  const printed: LinkedCell[] = []
  const judged: number[] = []
  for (const cell of linked.cells.values()) {
    const elements = elementsOfCell(linked, cell, rows, columns, judgesCell(cell))
    if (elements === null) continue
    const withheld = cell.status === 'withheld' || partlyWithheld(cell, precision)
    if (withheld && judgesCell(cell)) judged.push(cells.length)
    cells.push({ id: `${cell.table} ${cell.lines.join(' ')}`, elements, withheld, ...countRangeOf(cell, precision) })
    printed.push(cell)
  }
  return { rows, columns, system: { size: rows.size * columns.size, cells }, printed, judged }
}

/**
 * The elementary cells that a printed cell adds up; null where the two partitions do not determine it.
 * @param judged whether the cell is the one of the two options that the partitions are of
 */
function elementsOfCell(
  { axes }: LinkedTables,
  cell: LinkedCell,
  rows: StepPartition,
  columns: Partition,
  judged: boolean,
): number[] | null {
  const [inRows, inColumns] = [rows.elementsOf[cell.row] ?? null, columns.elementsOf[cell.column] ?? null]
  if (inRows === null || inColumns === null) return null
  const bothAnswers = axes[0].lines[cell.row]!.codes !== null && axes[1].lines[cell.column]!.codes !== null
  if (rows.sameStep === null || !bothAnswers) return pairs(inRows, inColumns, columns.size)
  // Such a cell counts those who gave both answers at one step. Coarser lines join several options, whose steps these partitions do not know.
  return judged ? pairs([rows.sameStep], inColumns, columns.size) : null
}

const pairs = (inRows: readonly number[], inColumns: readonly number[], width: number): number[] =>
  inRows.flatMap((row) => inColumns.map((column) => row * width + column))

/** Whether it is a sum of exact figures from which some are left out: what is left out is a withheld count. */
export const partlyWithheld = ({ missing }: LinkedCell, { band }: FigurePrecision) => band === 0 && missing > 0

/** Between which counts a printed cell lies. A sum has the noise of each of its parts, and no upper bound where parts are missing. */
export function countRangeOf(
  { status, figure, parts, missing }: LinkedCell,
  { band, minimumCases }: FigurePrecision,
): { lower: number; upper: number } {
  if (status === 'not_applicable') return { lower: 0, upper: 0 }
  if (figure === null) return { lower: 0, upper: Infinity }
  return {
    lower: Math.max(Math.min(minimumCases * parts, figure), figure - band * parts),
    upper: missing > 0 ? Infinity : figure + band * parts,
  }
}
