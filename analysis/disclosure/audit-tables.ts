/**
 * The tables that a build is about to release, laid out for the audits: every cell as a reader would see it, with its exact count and what
 * each contributor knows of it.
 */

import { columnBeside } from '../catalogue/columns.ts'
import type { CatalogueTable } from '../catalogue/every-table.ts'
import { linesOfAxis, linesOfSingle } from '../catalogue/frame.ts'
import type { Line } from '../catalogue/line.ts'
import type { AuditAxis, AuditTable } from './audit/linked-tables/audit-table.ts'
import { toCell } from './released/release.ts'
import type { ProtectedTables, ProtectedVariable } from './rules/protected-tables.ts'

/** @param slice id of the edition or volume that would hold the tables  @param counted whose cases they count */
export function auditTablesOf(now: ProtectedTables, tables: readonly CatalogueTable[], slice: string, counted = slice): AuditTable[] {
  return tables.map((table) => ({ id: table.id, slice, counted, ...(table.axes.length === 1 ? single(now, table) : crosstab(now, table)) }))
}

type Cells = Pick<AuditTable, 'axes' | 'cells' | 'truth' | 'own'>

function single(now: ProtectedTables, { axes: [a] }: CatalogueTable): Cells {
  const variable = now.variable(a.variable)
  const lines = [...linesOfSingle(variable, variable.byLevel.get(a.level)!), ...variable.frame.unprinted]
  return {
    axes: [auditAxis(a.variable, variable, lines)],
    cells: lines.map((line) => toCell(variable.verdicts.get(line.key)!)),
    truth: lines.map(variable.cases),
    own: lines.map(variable.own),
  }
}

function crosstab(now: ProtectedTables, { axes: [a, b] }: CatalogueTable): Cells {
  if (b === undefined) throw new RangeError('not a pair')
  const [rowColumn, columnColumn] = [columnBeside(a.variable, b.variable), columnBeside(b.variable, a.variable)]
  const [first, second] = [now.variable(rowColumn), now.variable(columnColumn)]
  const pair = now.pair(a.variable, b.variable)
  const rows = linesOfAxis(first, first.byLevel.get(a.level)!)
  const columns = linesOfAxis(second, second.byLevel.get(b.level)!)
  const each = <T>(of: (row: Line, column: Line) => T): T[] => rows.flatMap((row) => columns.map((column) => of(row, column)))
  return {
    axes: [auditAxis(rowColumn, first, rows), auditAxis(columnColumn, second, columns)],
    cells: each((row, column) => toCell(pair.verdict(row, column))),
    truth: each(pair.cases),
    own: each(pair.own),
  }
}

const auditAxis = (column: string, { column: { kind } }: ProtectedVariable, lines: readonly Line[]): AuditAxis => ({ column, kind, lines })
