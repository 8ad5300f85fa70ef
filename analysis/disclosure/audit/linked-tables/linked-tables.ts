/**
 * Linked tables: all tables of one pair of columns, or of one column by itself, at all their levels, merged into one grid of lines. A line
 * of a coarser level is a sum of finer lines, so a cell that one table withholds may follow from figures of another. None of them can be
 * audited alone.
 */
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import type { ExactCount, ExactCounts } from '../../../exact/exact-count.ts'
import { NEVER_JOINED } from '../../rules/line-rules.ts'
import type { AuditAxis, AuditLine, AuditTable } from './audit-table.ts'
import { JOURNEYS } from './journey-tables.ts'

export interface LinkedAxis {
  readonly column: string
  readonly kind: 'single' | 'multiple'
  /** The lines of all levels, each once. */
  readonly lines: readonly AuditLine[]
  /** For each level the indexes of its value and rest lines, which together hold every answer. */
  readonly levels: readonly (readonly number[])[]
}

export interface LinkedCell {
  /** Indexes of its lines. */
  readonly row: number
  readonly column: number
  readonly status: 'shown' | 'withheld' | 'not_applicable'
  /** Null unless shown. */
  readonly figure: number | null
  /** How many published figures, each with noise of its own, are added up in this one: 1 unless it is a sum over editions. */
  readonly parts: number
  /** How many withheld figures are left out of that sum. */
  readonly missing: number
  /** Exact number of cases; null where it is not known. */
  readonly truth: ExactCount | null
  /** How many of these cases each contributor reported; null where contributors are not audited. */
  readonly own: ExactCounts | null
  /** The first table that prints the cell, and the codes of its lines there. */
  readonly table: string
  readonly lines: readonly string[]
}

export interface LinkedTables {
  readonly slice: string
  readonly counted: string
  /** Where one column stands by itself, the second axis has one line, the total. */
  readonly axes: readonly [LinkedAxis, LinkedAxis]
  /** Whether these are the single tables of one column. */
  readonly alone: boolean
  /** The cells that some table prints, by `row * number of columns + column`. */
  readonly cells: ReadonlyMap<number, LinkedCell>
}

/** A cell among the linked tables that print it. */
export interface PlacedCell {
  readonly linked: LinkedTables
  readonly cell: LinkedCell
}

/**
 * Whether a line is of a category, or of several joined, that stands only with enough cases behind it. The last rest is printed however small it is,
 * and so are categories that are never joined, and what is left at a step of a journey.
 */
export const isListed = (column: string, { role, code }: AuditLine): boolean =>
  (role === 'value' && !NEVER_JOINED[column]?.has(code)) || (role === 'rest' && code !== 'rest' && column !== JOURNEYS)

const TOTAL_AXIS: AuditAxis = { column: '', kind: 'single', lines: [{ key: 'total', code: 'total', role: 'total', codes: null }] }

/** Linked tables, in the order in which the first table of each stands. */
export const linkedTablesOf = (tables: readonly AuditTable[]): LinkedTables[] => groupLinkedTables(tables).map(link)

/** Names the tables of one edition or volume that count the same columns. */
export const groupName = ({ slice, axes }: { readonly slice: string; readonly axes: readonly { readonly column: string }[] }): string =>
  [slice, ...axes.map(({ column }) => column)].join(' ')

/** The tables that belong together, group by group: those of one edition or volume that count the same columns. */
export function groupLinkedTables(tables: readonly AuditTable[]): AuditTable[][] {
  const groups = new Map<string, AuditTable[]>()
  for (const table of tables) {
    const name = groupName(table)
    groups.set(name, [...(groups.get(name) ?? []), table])
  }
  return [...groups.values()]
}

function link(tables: readonly AuditTable[]): LinkedTables {
  const axes = [0, 1].map((side) => merged(tables.map((table) => table.axes[side] ?? TOTAL_AXIS))) as [LinkedAxis, LinkedAxis]
  const { slice, counted, axes: first } = tables[0]!
  return { slice, counted, axes, alone: first.length === 1, cells: mergedCells(tables, axes) }
}

function mergedCells(tables: readonly AuditTable[], [a, b]: LinkedTables['axes']): Map<number, LinkedCell> {
  const [rowOf, columnOf] = [indexByKey(a), indexByKey(b)]
  const cells = new Map<number, LinkedCell>()
  for (const table of tables) {
    const [rows, columns] = [table.axes[0].lines, (table.axes[1] ?? TOTAL_AXIS).lines]
    rows.forEach((rowLine, r) => {
      columns.forEach((columnLine, c) => {
        const index = r * columns.length + c
        const seen = asPrinted(table.cells[index]!)
        const [row, column] = [rowOf.get(rowLine.key)!, columnOf.get(columnLine.key)!]
        const place = row * b.lines.length + column
        // Shown in any table is shown. That two tables disagree is reported by the audit of figures.
        const before = cells.get(place)
        if (before !== undefined && (seen.status !== 'shown' || before.status === 'shown')) return
        cells.set(place, {
          row,
          column,
          ...seen,
          truth: table.truth?.[index] ?? null,
          own: table.own?.[index] ?? null,
          table: table.id,
          lines: table.axes.length === 1 ? [rowLine.code] : [rowLine.code, columnLine.code],
        })
      })
    })
  }
  return cells
}

function asPrinted(cell: ReleasedCell): Pick<LinkedCell, 'status' | 'figure' | 'parts' | 'missing'> {
  if (cell.status === 'sum') return { status: 'shown', figure: cell.figure, parts: cell.parts, missing: cell.of - cell.parts }
  return { status: cell.status, figure: cell.status === 'shown' ? cell.figure : null, parts: 1, missing: 0 }
}

function merged(axes: readonly AuditAxis[]): LinkedAxis {
  const lines = new Map<string, AuditLine>()
  // "Answered" has the key of the total where nobody may leave the question open: then the total stands for both.
  for (const axis of axes) for (const line of axis.lines) if (!lines.has(line.key) || line.role === 'total') lines.set(line.key, line)
  const indexes = new Map([...lines.keys()].map((key, index) => [key, index]))
  const levels = new Map<string, number[]>()
  for (const axis of axes) {
    const level = axis.lines.filter(({ codes }) => codes !== null).map(({ key }) => indexes.get(key)!)
    levels.set(level.join(), level)
  }
  return {
    column: axes[0]!.column,
    kind: axes[0]!.kind,
    lines: [...lines.values()],
    levels: [...levels.values()].filter((level) => level.length > 0),
  }
}

const indexByKey = ({ lines }: LinkedAxis): ReadonlyMap<string, number> => new Map(lines.map(({ key }, index) => [key, index]))
