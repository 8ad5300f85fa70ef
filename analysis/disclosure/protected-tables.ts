/**
 * The tables that a build is about to release, laid out for the audits: every cell as a reader would see it, with its exact count and what
 * each contributor knows beside it.
 */

import { columnBeside } from '../catalogue/columns.ts'
import type { CatalogueTable, TableKind } from '../catalogue/every-table.ts'
import { type Line, linesOfAxis, linesOfSingle } from '../catalogue/line.ts'
import type { AuditAxis, AuditTable } from './audit/linked-tables/audit-table.ts'
import { toCell } from './released/release.ts'
import type { ProtectedTables, ProtectedVariable } from './rules/protected-slice.ts'

/** Tables in which contributors are looked at one by one: the others hold the same people in more cells than anybody asks for. */
const WATCHED: ReadonlySet<TableKind> = new Set(['single', 'core-core', 'named', 'question-core'])

/** The tables that a build would release under one name, with their truth. @param counted whose cases */
export function auditTablesOf(decisions: ProtectedTables, tables: readonly CatalogueTable[], slice: string, counted = slice): AuditTable[] {
  return tables.map(({ id, kind, axes: [a, b] }) => {
    const watched = WATCHED.has(kind)
    const first = decisions.variable(columnBeside(a.variable, b?.variable))
    if (b === undefined) {
      const lines = linesOfSingle(first.variable, first.byLevel.get(a.level)!)
      const cells = lines.map((line) => toCell(first.verdicts.get(line.key)!))
      const axes = [decidedAxis(a.variable, first, lines)] as const
      return { id, slice, counted, axes, cells, truth: lines.map(first.cases), ...(watched ? { own: lines.map(first.own) } : {}) }
    }
    const second = decisions.variable(columnBeside(b.variable, a.variable))
    const pair = decisions.pair(a.variable, b.variable)
    const [rows, columns] = [paired(first, a.level), paired(second, b.level)]
    return {
      id,
      slice,
      counted,
      axes: [
        decidedAxis(columnBeside(a.variable, b.variable), first, rows),
        decidedAxis(columnBeside(b.variable, a.variable), second, columns),
      ],
      cells: rows.flatMap((row) => columns.map((column) => toCell(pair.verdict(row, column)))),
      truth: rows.flatMap((row) => columns.map((column) => pair.cases(row, column))),
      ...(watched ? { own: rows.flatMap((row) => columns.map((column) => pair.own(row, column))) } : {}),
    }
  })
}

const paired = ({ variable, byLevel }: ProtectedVariable, level: string) => linesOfAxis(variable, byLevel.get(level)!)

const decidedAxis = (column: string, { column: { kind } }: ProtectedVariable, lines: readonly Line[]): AuditAxis => ({
  column,
  kind,
  lines,
})
