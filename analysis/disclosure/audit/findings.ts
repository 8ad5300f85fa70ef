/** What an audit says when a release tells too much: which withheld cell, by which audit, how narrowly it is known, and from what. */
import { variableById } from '../../../survey-schema/variables/index.ts'
import { answersWithin } from '../../catalogue/line.ts'
import type { Block, BlockCell } from './linked-tables/linked-tables.ts'

export type AuditName = 'counts' | 'figures' | 'posterior'

/** A printed cell by its place in a table and by its meaning. */
export interface CellName {
  readonly slice: string
  readonly table: string
  /** Codes of its lines, as printed. */
  readonly lines: readonly string[]
  /** The columns that were counted and the keys of the lines, by which the build finds the cell in every table. */
  readonly columns: readonly string[]
  readonly keys: readonly string[]
}

export interface Finding {
  readonly cell: CellName
  readonly reason: 'audit'
  readonly audit: AuditName
  /** Between these counts it must lie; null where the audit gives no bounds. */
  readonly lower: number | null
  readonly upper: number | null
  /** How sure the attacker is; null where the audit gives no chances. */
  readonly probability: number | null
  /** Shown cells from which it follows, those first whose withholding costs least. */
  readonly evidence: readonly CellName[]
  /** How many of the first of the evidence help only if they are withheld together; one, if left out, and none where another finding's suffice. */
  readonly together?: number
}

export function nameOf({ slice, axes, alone }: Block, { row, column, table, lines }: BlockCell): CellName {
  const [a, b] = axes
  return {
    slice,
    table,
    lines,
    columns: alone ? [a.column] : [a.column, b.column],
    keys: alone ? [a.lines[row]!.key] : [a.lines[row]!.key, b.lines[column]!.key],
  }
}

/**
 * Interiors before margins, which stand in many tables; of places by themselves sums before their parts, which readers ask for first; then small
 * figures before large ones.
 */
export function cheapestFirst(block: Block, cells: readonly BlockCell[]): BlockCell[] {
  const [a, b] = block.axes
  const margin = ({ row, column }: BlockCell) => {
    const wide = (role: string) => (role === 'total' ? 2 : role === 'answered' ? 1 : 0)
    return wide(a.lines[row]!.role) + (block.alone ? 0 : wide(b.lines[column]!.role))
  }
  const placed = block.alone && variableById(a.column)?.levels[0]?.id === 'country'
  const parts = ({ row }: BlockCell) =>
    placed ? a.lines.filter((line) => answersWithin(line, a.lines[row]!) && !answersWithin(a.lines[row]!, line)).length : 0
  return [...new Set(cells)].sort((x, y) => margin(x) - margin(y) || parts(y) - parts(x) || (x.figure ?? 0) - (y.figure ?? 0))
}
