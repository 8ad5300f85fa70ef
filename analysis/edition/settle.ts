/**
 * Deciding, auditing, withholding more, and deciding again, until the audits find nothing. Deterministic: findings come in the order of the
 * tables, and each withholds the shown cell that costs least among those from which it follows.
 */
import type { Finding } from '../disclosure/audit/findings.ts'
import { type AuditTable, decidedTables } from '../disclosure/audit/published.ts'
import type { Decisions } from './build.ts'
import { placeOf, type Slice } from './decided.ts'
import { TOTAL_LINE } from './lines.ts'
import type { PlacedTable } from './universe.ts'

/** The audits, with their solver: what these tables tell of cells that they withhold. */
export type Audits = (tables: readonly AuditTable[]) => readonly Finding[]

/** The audits of one release were not content after this many rounds: then nothing is released. */
export class AuditUnsettled extends Error {}

const ROUNDS = 60

/** Columns that a table counts, as they stand in the name of a cell. */
export type ColumnsOf = (table: PlacedTable) => readonly string[]

/**
 * @param decide verdicts of a slice; again only those that count one of `columns`, all if null
 * @throws AuditUnsettled
 */
export function settle(
  slice: Slice,
  id: string,
  tables: readonly PlacedTable[],
  audits: Audits,
  columnsOf: ColumnsOf,
  decide: (slice: Slice, affected: ReadonlySet<string> | null) => Decisions,
): { readonly decisions: Decisions; readonly slice: Slice } {
  const audited = new Set(slice.audited)
  let decisions = decide(slice, null)
  let affected: ReadonlySet<string> | null = null
  for (let round = 0; round < ROUNDS; round++) {
    const touched = affected
    const again = touched === null ? tables : tables.filter((table) => touched.has(columnsOf(table).join(' ')))
    const findings = audits(decidedTables(decisions, again, id))
    if (findings.length === 0) return { decisions, slice: { ...slice, audited } }
    const before = audited.size
    const changed = new Set<string>()
    for (const finding of findings) {
      const cell = cheapest(finding, audited)
      if (cell === null) continue
      audited.add(placeOf(cell.columns, cell.keys))
      changed.add(cell.columns.join(' '))
    }
    if (audited.size === before) return { decisions, slice: { ...slice, audited } }
    affected = changed
    decisions = decide({ ...slice, audited }, changed)
  }
  throw new AuditUnsettled('the audits still find something after many rounds')
}

/** The first shown cell of the evidence that may be withheld here: never a margin, which is a single table of its own. */
function cheapest({ evidence }: Finding, audited: ReadonlySet<string>) {
  return (
    evidence.find(
      ({ columns, keys }) =>
        (keys.length === 1 || !keys.includes(TOTAL_LINE.key)) && keys[0] !== TOTAL_LINE.key && !audited.has(placeOf(columns, keys)),
    ) ?? null
  )
}
