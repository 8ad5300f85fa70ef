/**
 * The one way to the database: a list of compiled queries that is applied as a whole or not at all. SQLite runs it in a
 * transaction, D1 in a batch (D1 has no interactive transactions), and both then answer alike.
 */
import type { CompiledQuery } from 'kysely'

export interface StatementOutcome<Row> {
  /** Rows inserted, updated or deleted by this statement. */
  readonly changes: number
  readonly rows: readonly Row[]
}

export type Outcomes<Queries extends readonly CompiledQuery<unknown>[]> = {
  readonly [Index in keyof Queries]: StatementOutcome<Queries[Index] extends CompiledQuery<infer Row> ? Row : never>
}

export interface Store {
  /**
   * All statements are durable once this returns; none is when it throws.
   * @throws StoreUnavailable when the database is busy, full, read-only, damaged or away
   */
  batch<const Queries extends readonly CompiledQuery<unknown>[]>(queries: Queries): Promise<Outcomes<Queries>>
}

/** The database cannot take or give anything now. Nothing was half written; the code names the kind of trouble. */
export class StoreUnavailable extends Error {
  readonly code: string
  constructor(code: string) {
    super('store unavailable')
    this.name = 'StoreUnavailable'
    this.code = code
  }
}

/** Rows of one reading query. @throws StoreUnavailable */
export async function read<Row>(store: Store, query: CompiledQuery<Row>): Promise<readonly Row[]> {
  const [outcome] = await store.batch([query])
  return (outcome as StatementOutcome<Row>).rows
}
