/**
 * Fixed-point iteration: protect, audit, withhold more, protect again, until nothing is found. Deterministic: findings come in the order of the tables,
 * and each withholds the shown cell that costs least among those from which it follows.
 */

import type { CatalogueTable } from '../catalogue/every-table.ts'
import { linesOfAxis } from '../catalogue/frame.ts'
import { TOTAL_LINE } from '../catalogue/line.ts'
import type { Finding } from './audit/findings.ts'
import type { AuditTable } from './audit/linked-tables/audit-table.ts'
import { auditTablesOf } from './audit-tables.ts'
import { type CaseSet, cellId } from './case-set.ts'
import type { PrintedCells } from './rules/distinct-cells.ts'
import type { ProtectedTables } from './rules/protected-tables.ts'
import { riskyDifferences } from './rules/risky-differences.ts'
import type { Reason } from './rules/verdict.ts'

/** The audits, with their solver: what these tables reveal of cells that they withhold. */
export type Audits = (tables: readonly AuditTable[]) => readonly Finding[]

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

/**
 * Afterwards no two shown figures of which one lies within the other differ by a few persons, and the audits find nothing. The case set that is
 * returned holds the secondary suppression that this needed.
 * @throws NoFixedPoint
 */
export function protectToFixedPoint({ caseSet, id, tables, columnsOf, audits, protect }: FixedPointInput): {
  readonly tables: ProtectedTables
  readonly caseSet: CaseSet
} {
  const secondary = new Map(caseSet.secondary)
  let now = protect(caseSet, null)
  const differences = riskyDifferences(caseSet, now, printedCellsOf(tables, columnsOf, now))
  let unaudited: Set<string> | null = null
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
    let open = 0
    if (risky.length === 0 && audits !== undefined) {
      const since: ReadonlySet<string> | null = unaudited
      const again = since === null ? tables : tables.filter((table) => since.has(columnsOf(table).join(' ')))
      const findings = audits(auditTablesOf(now, again, id))
      open = findings.length
      const found = new Set<string>()
      for (const finding of findings) {
        found.add(finding.cell.columns.join(' '))
        // What another finding has just withheld from the evidence of this one may be enough: the next round shows it.
        if (caseSet.policy.kind === 'noise' && finding.evidence.some(({ columns, keys }) => added.has(cellId(columns, keys)))) continue
        for (const cell of cheapest(finding, secondary)) withhold(cellId(cell.columns, cell.keys), 'audit')
      }
      // Tables with a finding are audited again, whether or not anything was withheld for it.
      unaudited = caseSet.policy.kind === 'withhold' ? found : new Set()
    }
    if (changed.size === 0 && open > 0) throw new NoFixedPoint('the audits find what no withholding mends')
    if (changed.size === 0) return { tables: now, caseSet: { ...caseSet, secondary } }
    for (const columns of changed) unaudited?.add(columns)
    now = protect({ ...caseSet, secondary }, changed)
  }
  throw new NoFixedPoint('the audits still find something after many rounds')
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

/**
 * Of the evidence the first shown cells that may be withheld here: as many as the finding says help only together, else one. Never a margin, which is a
 * single table of its own.
 */
function cheapest({ evidence, suppressTogether = 1 }: Finding, secondary: ReadonlyMap<string, Reason>): Finding['evidence'] {
  const may = ({ columns, keys }: Finding['evidence'][number]) =>
    (keys.length === 1 || !keys.includes(TOTAL_LINE.key)) && keys[0] !== TOTAL_LINE.key && !secondary.has(cellId(columns, keys))
  if (suppressTogether === 0) return []
  const first = evidence.slice(0, suppressTogether).filter(may)
  return first.length > 0 ? first : evidence.filter(may).slice(0, 1)
}
