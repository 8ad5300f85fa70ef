/**
 * A block as systems of counts. A column with a single answer gives one division of the cases, a multiple answer one for each
 * option; two divisions together give a grid of atoms, and every printed cell adds some of them up.
 */
import { ofOneStep } from '../../../../survey-schema/variables/same-step.ts'
import type { AuditCell, AuditSystem } from '../bounds/constraint-system.ts'
import type { Block, BlockCell } from './linked-tables.ts'
import { elsewhere, type Strand, strandsOf, type Ticked } from './partitions.ts'

/** What a figure says about its count. */
export interface Reading {
  /** How far a count may lie from its figure: 0 under `withhold`, D under noise. */
  readonly band: number
  /** No smaller count is ever shown. */
  readonly minimumCases: number
}

export interface Grid {
  readonly rows: Strand
  readonly columns: Strand
  readonly system: AuditSystem
  /** The printed cell behind each cell of the system. */
  readonly printed: readonly BlockCell[]
  /** Indexes of withheld cells that this grid, among those of its block, is there to judge. */
  readonly judged: readonly number[]
}

/** Every grid of a block; each withheld cell is judged by exactly one. */
export function gridsOf(block: Block, reading: Reading): Grid[] {
  const [a, b] = block.axes.map(strandsOf) as [Strand[], Strand[]]
  const together = ofOneStep(block.axes[0].column, block.axes[1].column)
  return a.flatMap((rows) => b.map((columns) => gridOf(block, together ? elsewhere(rows) : { ...rows, here: null }, columns, reading)))
}

function gridOf(block: Block, rows: Ticked, columns: Strand, reading: Reading): Grid {
  const [rowLines, columnLines] = block.axes.map(({ lines }) => lines) as [Block['axes'][0]['lines'], Block['axes'][1]['lines']]
  const cells: AuditCell[] = []
  const printed: BlockCell[] = []
  const judged: number[] = []
  for (const cell of block.cells.values()) {
    const [inRow, inColumn] = [rows.held[cell.row]!, columns.held[cell.column]!]
    if (inRow === null || inColumn === null || inRow === undefined || inColumn === undefined) continue
    // Where both answers are of one step, whoever gave the one here and the other elsewhere is in neither cell; of wider lines nothing follows.
    const atOneStep = rows.here !== null && rowLines[cell.row]!.codes !== null && columnLines[cell.column]!.codes !== null
    if (atOneStep && !(rows.judged.includes(cell.row) && columns.judged.includes(cell.column))) continue
    const atoms = (atOneStep ? [rows.here] : inRow).flatMap((row) => inColumn.map((column) => row * columns.atoms + column))
    const withheld = cell.status === 'withheld' || partlyWithheld(cell, reading)
    if (withheld && rows.judged.includes(cell.row) && columns.judged.includes(cell.column)) judged.push(cells.length)
    cells.push({ id: `${cell.table} ${cell.lines.join(' ')}`, atoms, withheld, ...bandOf(cell, reading) })
    printed.push(cell)
  }
  return { rows, columns, system: { atoms: rows.atoms * columns.atoms, cells }, printed, judged }
}

/** A sum of exact figures from which parts are missing: what is missing is a withheld count. */
export const partlyWithheld = ({ missing }: BlockCell, { band }: Reading) => band === 0 && missing > 0

/** Between which counts a printed cell lies. A sum has as many noises as parts, and no upper end where parts are missing. */
export function bandOf({ status, figure, parts, missing }: BlockCell, { band, minimumCases }: Reading): { lower: number; upper: number } {
  if (status === 'not_applicable') return { lower: 0, upper: 0 }
  if (figure === null) return { lower: 0, upper: Infinity }
  return {
    lower: Math.max(Math.min(minimumCases * parts, figure), figure - band * parts),
    upper: missing > 0 ? Infinity : figure + band * parts,
  }
}
