/**
 * Fixed-point iteration: protect, audit, withhold more, protect again, until nothing is found. Deterministic: findings come in the order of the tables,
 * and each withholds the shown cell that costs least among those from which it follows.
 */

import type { CatalogueTable } from '../catalogue/every-table.ts'
import { linesOfAxis } from '../catalogue/frame.ts'
import type { Finding } from './audit/findings.ts'
import { auditTablesOf } from './audit-tables.ts'
import type { AuditRounds, Audits } from './audits.ts'
import { type CaseSet, cellId } from './case-set.ts'
import type { PrintedCells } from './rules/distinct-cells.ts'
import type { ProtectedTables } from './rules/protected-tables.ts'
import { riskyDifferences } from './rules/risky-differences.ts'
import type { Reason } from './rules/verdict.ts'
import { strategyFor } from './suppression-strategies.ts'

/** The audits of one release still found something after `ROUNDS` rounds, or something that no withholding mends: nothing is released. */
export class NoFixedPoint extends Error {}

const ROUNDS = 100

/** Columns that a table counts, as they stand in the name of a cell. */
export type ColumnsOf = (table: CatalogueTable) => readonly string[]

export interface FixedPointInput {
  readonly caseSet: CaseSet
  /** Of the edition or volume. */
  readonly id: string
  readonly tables: readonly CatalogueTable[]
  readonly columnsOf: ColumnsOf
  /** Left out where a test looks at the rules alone. */
  readonly audits?: Audits | undefined
  /** Verdicts on a case set. Only tables that count the columns in `affected` are judged again; all, if it is null. */
  readonly protect: (caseSet: CaseSet, affected: ReadonlySet<string> | null) => ProtectedTables
}

interface FixedPoint {
  readonly tables: ProtectedTables
  readonly caseSet: CaseSet
}

/**
 * Afterwards no two shown figures of which one lies within the other differ by a few persons, and the audits find nothing. The case set that is
 * returned holds the secondary suppression that this needed.
 * @throws NoFixedPoint
 */
export function protectToFixedPoint(input: FixedPointInput): FixedPoint {
  const { caseSet, tables, columnsOf, protect } = input
  const { foundAgain, cellsFor } = strategyFor(caseSet.policy)
  const secondary = new Map(caseSet.secondary)
  let now = protect(caseSet, null)
  const differences = riskyDifferences(caseSet, now, printedCellsOf(tables, columnsOf, now))
  const audit = auditChanged(input)
  for (let round = 0; round < ROUNDS; round++) {
    const changed = new Set<string>()
    const added = new Set<string>()
    const withhold = (cell: string, reason: Reason) => {
      if (secondary.has(cell)) return
      secondary.set(cell, reason)
      added.add(cell)
      changed.add(cell.slice(0, cell.indexOf(' | ')))
    }
    const risky = differences(now)
    for (const { cell, reason } of risky) withhold(cell, reason)
    const findings = risky.length === 0 ? audit.findings(now) : []
    for (const finding of findings) {
      const cells = cellsFor(
        finding,
        (cell) => secondary.has(cell),
        (cell) => added.has(cell),
      )
      for (const { columns, keys } of cells) withhold(cellId(columns, keys), 'audit')
    }
    if (changed.size === 0 && findings.length > 0) throw new NoFixedPoint('the audits find what no withholding mends')
    if (changed.size === 0) return { tables: now, caseSet: { ...caseSet, secondary } }
    audit.changed(changed)
    if (foundAgain) audit.changed(findings.map(({ cell }) => cell.columns.join(' ')))
    now = protect({ ...caseSet, secondary }, changed)
  }
  throw new NoFixedPoint('the audits still find something after many rounds')
}

/** The audits in their order, of the tables that changed where that is enough. */
function auditChanged({ caseSet, id, tables, columnsOf, audits }: FixedPointInput) {
  const rounds: AuditRounds | undefined = audits?.()
  let unaudited: Set<string> | null = null
  return {
    changed(columns: Iterable<string>): void {
      for (const one of columns) unaudited?.add(one)
    },
    findings(now: ProtectedTables): readonly Finding[] {
      if (rounds === undefined) return []
      for (const { kind, changedOnly } of strategyFor(caseSet.policy).phases) {
        const since: ReadonlySet<string> | null = unaudited
        const asked = !changedOnly || since === null ? tables : tables.filter((table) => since.has(columnsOf(table).join(' ')))
        const findings = rounds(kind, auditTablesOf(now, asked, id))
        if (changedOnly) unaudited = new Set()
        if (findings.length > 0) return findings
      }
      return []
    },
  }
}

/** The cells that the tables print, by columns and lines. */
function printedCellsOf(tables: readonly CatalogueTable[], columnsOf: ColumnsOf, now: ProtectedTables): PrintedCells[] {
  return tables.map((table) => ({
    columns: columnsOf(table),
    lines: columnsOf(table).map((column, index) => {
      const variable = now.variable(column)
      return linesOfAxis(variable, variable.byLevel.get(table.axes[index]!.level)!)
    }),
    core: table.kind === 'core-core',
  }))
}
