/** What an audit reports where a release gives too much away: which withheld cell, how closely it is known, and which figures it follows from. */
import { variableById } from '../../../survey-schema/variables/index.ts'
import { answersWithin } from '../../catalogue/line.ts'
import type { LinkedCell, LinkedTables } from './linked-tables/linked-tables.ts'

export type AuditName = 'counts' | 'figures' | 'posterior'

/** A printed cell by its place in a table, and by its meaning. */
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
  /** The count of the cell lies between these, ends included; null where the audit gives no bound. */
  readonly lower: number | null
  readonly upper: number | null
  /** How sure an attacker may be, from 0 to 1; null where the audit gives no probability. */
  readonly probability: number | null
  /** Shown cells from which it follows, those first that are best withheld. */
  readonly evidence: readonly CellName[]
  /** How many of the first of the evidence have to be withheld together; absent: one. 0: those proposed for other findings suffice. */
  readonly suppressTogether?: number
}

/** @example nameOf(linked, cell).keys // ['=18_20', 'total'] */
export function nameOf({ slice, axes, alone }: LinkedTables, { row, column, table, lines }: LinkedCell): CellName {
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
 * The cells in the order in which withholding them costs least: interior cells before margins, which stand in many tables; in single tables of
 * places regions before their countries, which readers ask for first; then small figures before large ones.
 */
export function cheapestFirst({ axes: [a, b], alone }: LinkedTables, cells: readonly LinkedCell[]): LinkedCell[] {
  const generality = (role: string) => (role === 'total' ? 2 : role === 'answered' ? 1 : 0)
  const margin = ({ row, column }: LinkedCell) => generality(a.lines[row]!.role) + (alone ? 0 : generality(b.lines[column]!.role))
  const ofPlaces = alone && variableById(a.column)?.levels[0]?.id === 'country'
  const finerLines = ({ row }: LinkedCell) => (ofPlaces ? a.lines.filter((line) => isFiner(line, a.lines[row]!)).length : 0)
  return [...new Set(cells)].sort((x, y) => margin(x) - margin(y) || finerLines(y) - finerLines(x) || (x.figure ?? 0) - (y.figure ?? 0))
}

type Codes = Parameters<typeof answersWithin>[0]

const isFiner = (inner: Codes, outer: Codes) => answersWithin(inner, outer) && !answersWithin(outer, inner)
