/**
 * Tables laid on top of one another: all tables of one pair of columns, or of one column by itself, at all their levels, as one
 * grid of lines. A level is a margin of the next, so none of them can be judged alone.
 */
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import type { AuditAxis, AuditLine, AuditTable } from './audit-table.ts'

export interface BlockAxis {
  readonly column: string
  readonly kind: 'single' | 'multiple'
  readonly lines: readonly AuditLine[]
  /** For each level the lines of its categories, joined ones included: together they hold every answer. */
  readonly levels: readonly (readonly number[])[]
}

export interface BlockCell {
  readonly row: number
  readonly column: number
  readonly status: 'shown' | 'withheld' | 'not_applicable'
  /** Null unless shown. */
  readonly figure: number | null
  /** How many figures, each with noise of its own, are summed in it; and how many withheld ones are missing from that sum. */
  readonly parts: number
  readonly missing: number
  /** Exact number of cases, where it is known. */
  readonly truth: number | null
  /** How many of them each contributor knows, where contributors are looked at. */
  readonly own: Uint32Array | null
  /** The first table that prints the cell, and its lines there. */
  readonly table: string
  readonly lines: readonly string[]
}

export interface Block {
  readonly slice: string
  readonly counted: string
  /** A column by itself has a second axis with one line, the total. */
  readonly axes: readonly [BlockAxis, BlockAxis]
  readonly alone: boolean
  /** Cells that some table prints, by `row * columns + column`. */
  readonly cells: ReadonlyMap<number, BlockCell>
}

const WHOLE: AuditAxis = { column: '', kind: 'single', lines: [{ key: 'total', code: 'total', role: 'total', codes: null }] }

/** Blocks in the order in which their first table stands. */
export const blocksOf = (tables: readonly AuditTable[]): Block[] => tablesByBlock(tables).map(blockOf)

/** Tables in the order of their blocks, those of one block together. */
export function tablesByBlock(tables: readonly AuditTable[]): AuditTable[][] {
  const groups = new Map<string, AuditTable[]>()
  for (const table of tables) {
    const name = [table.slice, ...table.axes.map((axis) => axis.column)].join(' ')
    groups.set(name, [...(groups.get(name) ?? []), table])
  }
  return [...groups.values()]
}

function blockOf(tables: readonly AuditTable[]): Block {
  const axes = [0, 1].map((side) => merged(tables.map((table) => table.axes[side] ?? WHOLE))) as [BlockAxis, BlockAxis]
  const at = axes.map((axis) => new Map(axis.lines.map((line, index) => [line.key, index])))
  const cells = new Map<number, BlockCell>()
  for (const table of tables) {
    const [rows, columns] = [table.axes[0].lines, (table.axes[1] ?? WHOLE).lines]
    rows.forEach((rowLine, row) => {
      columns.forEach((columnLine, column) => {
        const index = row * columns.length + column
        const cell = table.cells[index]!
        const place = [at[0]!.get(rowLine.key)!, at[1]!.get(columnLine.key)!] as const
        const key = place[0] * axes[1].lines.length + place[1]
        // Shown once is shown; that two tables disagree is for the audit of figures to say.
        if (cells.has(key) && !(printed(cell).status === 'shown' && cells.get(key)!.status !== 'shown')) return
        cells.set(key, {
          row: place[0],
          column: place[1],
          ...printed(cell),
          truth: table.truth?.[index] ?? null,
          own: table.own?.[index] ?? null,
          table: table.id,
          lines: table.axes.length === 1 ? [rowLine.code] : [rowLine.code, columnLine.code],
        })
      })
    })
  }
  return { slice: tables[0]!.slice, counted: tables[0]!.counted, axes, alone: tables[0]!.axes.length === 1, cells }
}

function printed(cell: ReleasedCell): Pick<BlockCell, 'status' | 'figure' | 'parts' | 'missing'> {
  if (cell.status === 'sum') return { status: 'shown', figure: cell.figure, parts: cell.parts, missing: cell.of - cell.parts }
  return { status: cell.status, figure: cell.status === 'shown' ? cell.figure : null, parts: 1, missing: 0 }
}

function merged(axes: readonly AuditAxis[]): BlockAxis {
  const lines = new Map<string, AuditLine>()
  // Where everybody answered, the answers are the total under another name.
  for (const axis of axes) for (const line of axis.lines) if (!lines.has(line.key) || line.role === 'total') lines.set(line.key, line)
  const order = [...lines.keys()]
  const at = new Map(order.map((key, index) => [key, index]))
  const levels = new Map<string, number[]>()
  for (const axis of axes) {
    const level = axis.lines.filter((line) => line.codes !== null).map((line) => at.get(line.key)!)
    levels.set(level.join(), level)
  }
  return {
    column: axes[0]!.column,
    kind: axes[0]!.kind,
    lines: [...lines.values()],
    levels: [...levels.values()].filter((level) => level.length > 0),
  }
}
