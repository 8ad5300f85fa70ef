/**
 * Deciding, auditing, withholding more, and deciding again, until the audits find nothing. Deterministic: findings come in the order of the
 * tables, and each withholds the shown cell that costs least among those from which it follows.
 */

import type { CatalogueTable } from '../catalogue/every-table.ts'
import { linesOfAxis, TOTAL_LINE } from '../catalogue/line.ts'
import type { Finding } from './audit/findings.ts'
import type { AuditTable } from './audit/linked-tables/audit-table.ts'
import { auditTablesOf } from './protected-tables.ts'
import type { ProtectedTables } from './rules/protected-slice.ts'
import { type CaseSet, placeOf } from './rules/protected-slice.ts'
import { type PrintedCells, riskyDifferences } from './rules/risky-differences.ts'
import type { Reason } from './rules/verdict.ts'

/** The audits, with their solver: what these tables tell of cells that they withhold. */
export type Audits = (tables: readonly AuditTable[]) => readonly Finding[]

/** The audits of one release were not content after this many rounds: then nothing is released. */
export class NoFixedPoint extends Error {}

const ROUNDS = 100

/** Columns that a table counts, as they stand in the name of a cell. */
export type ColumnsOf = (table: CatalogueTable) => readonly string[]

export interface FixedPointInput {
  readonly slice: CaseSet
  readonly id: string
  readonly tables: readonly CatalogueTable[]
  readonly columnsOf: ColumnsOf
  /** Left out where a test looks at the rules alone. */
  readonly audits?: Audits | undefined
  /** Verdicts of a slice; again only those that count one of `affected`, all if null. */
  readonly decide: (slice: CaseSet, affected: ReadonlySet<string> | null) => ProtectedTables
}

/**
 * First no two figures that lie within each other tell anything, then the audits find nothing in what is left.
 * @throws NoFixedPoint
 */
export function protectToFixedPoint({ slice, id, tables, columnsOf, audits, decide }: FixedPointInput): {
  readonly decisions: ProtectedTables
  readonly slice: CaseSet
} {
  const secondary = new Map(slice.secondary)
  let decisions = decide(slice, null)
  const differences = riskyDifferences(slice, decisions, printedCellsOf(tables, columnsOf, decisions))
  let unaudited: Set<string> | null = null
  for (let round = 0; round < ROUNDS; round++) {
    const changed = new Set<string>()
    const gone = new Set<string>()
    const withhold = (place: string, reason: Reason) => {
      if (secondary.has(place)) return
      secondary.set(place, reason)
      gone.add(place)
      changed.add(place.slice(0, place.indexOf(' | ')))
    }
    const telling = differences(decisions)
    for (const { place, reason } of telling) withhold(place, reason)
    let open = 0
    if (telling.length === 0 && audits !== undefined) {
      const since: ReadonlySet<string> | null = unaudited
      const again = since === null ? tables : tables.filter((table) => since.has(columnsOf(table).join(' ')))
      const findings = audits(auditTablesOf(decisions, again, id))
      open = findings.length
      const found = new Set<string>()
      for (const finding of findings) {
        found.add(finding.cell.columns.join(' '))
        // What another finding has just taken from this one may be enough: the next round tells.
        if (slice.policy.kind === 'noise' && finding.evidence.some(({ columns, keys }) => gone.has(placeOf(columns, keys)))) continue
        for (const cell of cheapest(finding, secondary)) withhold(placeOf(cell.columns, cell.keys), 'audit')
      }
      // What was found is looked at again, whether or not anything was withheld for it.
      unaudited = slice.policy.kind === 'withhold' ? found : new Set()
    }
    if (changed.size === 0 && open > 0) throw new NoFixedPoint('the audits find what no withholding mends')
    if (changed.size === 0) return { decisions, slice: { ...slice, secondary } }
    for (const columns of changed) unaudited?.add(columns)
    decisions = decide({ ...slice, secondary }, changed)
  }
  throw new NoFixedPoint('the audits still find something after many rounds')
}

/** The cells that the tables print, by columns and lines. */
function printedCellsOf(tables: readonly CatalogueTable[], columnsOf: ColumnsOf, decisions: ProtectedTables): PrintedCells[] {
  return tables.map((table) => ({
    columns: columnsOf(table),
    lines: columnsOf(table).map((column, index) => {
      const { byLevel, variable } = decisions.variable(column)
      return linesOfAxis(variable, byLevel.get(table.axes[index]!.level)!)
    }),
    core: table.kind === 'core-core',
  }))
}

/** The first shown cells of the evidence that may be withheld here: never a margin, which is a single table of its own. */
function cheapest({ evidence, suppressTogether = 1 }: Finding, secondary: ReadonlyMap<string, Reason>): Finding['evidence'] {
  const may = ({ columns, keys }: Finding['evidence'][number]) =>
    (keys.length === 1 || !keys.includes(TOTAL_LINE.key)) && keys[0] !== TOTAL_LINE.key && !secondary.has(placeOf(columns, keys))
  if (suppressTogether === 0) return []
  const first = evidence.slice(0, suppressTogether).filter(may)
  return first.length > 0 ? first : evidence.filter(may).slice(0, 1)
}
