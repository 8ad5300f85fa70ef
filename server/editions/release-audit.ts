/** The last look before figures become public: old and new together, as a reader would hold them. */
import { readJourneys, readTable } from '../../analysis/disclosure/released/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { read, type Store } from '../store/port.ts'
import { everPublished } from '../store/queries/errata.ts'

export type Figures = readonly (ReleasedTable | ReleasedJourneys)[]

/** Which audit is not content, and with which table. */
export interface Unsafe {
  readonly audit: string
  readonly cell: { readonly slice: string; readonly table: string }
}

/**
 * What may be concluded from both together; nothing if they are safe.
 * @param old all that was ever published, replaced and withdrawn tables included: readers keep what they have
 * @param neu what would be published now; a table in it may stand in `old` in an earlier form
 */
export type ReleaseAudit = (old: Figures, neu: Figures) => readonly Unsafe[]

/** Findings in one answer; more help nobody. */
const MOST_FINDINGS = 20

/** Nothing was found, or no audit is handed in. @throws ProblemError 'unsafe-release' naming the audit and the table by its place in the bundle */
export async function requireSafe(store: Store, audit: ReleaseAudit | undefined, neu: Figures): Promise<void> {
  if (!audit) return
  const old = (await read(store, everPublished())).map(({ json }) => {
    const value = JSON.parse(json) as { readonly id?: unknown }
    return value.id === 'routes' ? readJourneys(value) : readTable(value)
  })
  const findings = audit(old, neu)
  if (findings.length === 0) return
  throw new ProblemError(
    'unsafe-release',
    findings.slice(0, MOST_FINDINGS).map(({ audit: rule, cell }) => {
      const at = neu.findIndex(({ slice, id }) => slice === cell.slice && id === cell.table)
      return { pointer: at < 0 ? '' : `/tables/${at}`, rule }
    }),
  )
}
