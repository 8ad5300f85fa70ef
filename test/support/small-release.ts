/** Small releases of invented tables, written line by line: what a reader sees, and the truth beside it. */

import type { AuditAxis, AuditLine, AuditTable } from '../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { type ExactCount, type ExactCounts, exactCount, exactCounts } from '../../analysis/exact/exact-count.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'

/** `12` shown as counted, `[12, 14]` shown as 14, `suppressed(3)` withheld, `none` impossible by structure. */
export type Written = number | readonly [truth: number, figure: number] | { readonly withheld: number } | 'none'

const FIXED = [
  ['answered', 'answered'],
  ['no_answer', 'no_answer'],
  ['not_applicable', 'not_applicable'],
  ['total', 'total'],
] as const

/** An axis with one category for each word; a word such as `a+b` holds two base codes. */
export function axisOf(column: string, categories: readonly string[], kind: AuditAxis['kind'] = 'single'): AuditAxis {
  const values = categories.map((code): AuditLine => {
    const codes = code.split('+')
    return { key: `=${codes.join(' ')}`, code, role: 'value', codes: new Set(codes) }
  })
  return { column, kind, lines: [...values, ...FIXED.map(([code, role]): AuditLine => ({ key: code, code, role, codes: null }))] }
}

/** @param cells row by row, the fixed lines (answered, no answer, not applicable, total) last in both directions */
export function tableOf(id: string, axes: AuditTable['axes'], cells: readonly Written[]): AuditTable {
  if (cells.length !== axes.reduce((product, axis) => product * axis.lines.length, 1)) throw new Error('one cell for each pair of lines')
  return {
    id,
    slice: 'invented-1',
    counted: 'invented-1',
    axes,
    cells: cells.map(seen),
    truth: cells.map((cell): ExactCount => exactCount(counted(cell))),
  }
}

function seen(cell: Written): ReleasedCell {
  if (cell === 'none') return { status: 'not_applicable' }
  if (typeof cell === 'number') return { status: 'shown', figure: cell }
  return 'withheld' in cell ? { status: 'withheld' } : { status: 'shown', figure: cell[1] }
}

function counted(cell: Written): number {
  if (cell === 'none') return 0
  if (typeof cell === 'number') return cell
  return 'withheld' in cell ? cell.withheld : cell[0]
}

/** A table of two questions that everybody answered, all margins shown; `withheld` names inner cells by `row column`. */
export function crossed(
  rows: readonly string[],
  columns: readonly string[],
  counts: readonly (readonly number[])[],
  withheld: readonly string[],
): AuditTable {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const line = (values: readonly number[]): Written[] => [...values, sum(values), 'none', 'none', sum(values)]
  const inner = rows.map((row, index) =>
    line(counts[index]!).map((cell, column) =>
      withheld.includes(`${row} ${columns[column]}`) ? suppressed(counts[index]![column]!) : cell,
    ),
  )
  const all = line(columns.map((_, column) => sum(counts.map((row) => row[column]!))))
  const nobody: Written[] = all.map(() => 'none')
  return tableOf('q,r', [axisOf('q', rows), axisOf('r', columns)], [...inner, all, nobody, nobody, all].flat())
}

/** For a crossed table how many of each cell one contributor knows. @param own of an inner cell, by row and column */
export function ownOf({ axes }: AuditTable, own: (row: number, column: number) => number): ExactCounts[] {
  const insideOf = (side: 0 | 1) => {
    const lines = (axes[side] ?? axes[0]).lines
    const values = lines.flatMap(({ role }, at) => (role === 'value' ? [at] : []))
    return lines.map(({ role }, at) => (role === 'answered' || role === 'total' ? values : role === 'value' ? [at] : []))
  }
  const [rows, columns] = [insideOf(0), insideOf(1)]
  return rows.flatMap((some) =>
    columns.map((others) => {
      const cases = some.reduce((sum, row) => sum + others.reduce((all, column) => all + own(row, column), 0), 0)
      return exactCounts(Uint32Array.of(cases))
    }),
  )
}

export const suppressed = (withheld: number): Written => ({ withheld })

/** The tables without the truth: what a reader has. */
export const asRead = (tables: readonly AuditTable[]): AuditTable[] => tables.map((table) => ({ ...table, truth: null }))
