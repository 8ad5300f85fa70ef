/** The store on Cloudflare D1. One batch is one transaction there; larger freedom does not exist. */
import type { CompiledQuery } from 'kysely'
import { type Outcomes, type Store, StoreUnavailable } from '../store/port.ts'

interface D1Statement {
  bind(...values: unknown[]): D1Statement
}
interface D1Answer {
  readonly results?: readonly Record<string, unknown>[]
  readonly meta: { readonly changes?: number }
}
/** As much of a D1 binding as is used here. */
export interface D1Database {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<readonly D1Answer[]>
}

export const openD1 = (database: D1Database): Store => ({
  async batch<const Queries extends readonly CompiledQuery<unknown>[]>(queries: Queries) {
    const answers = await database
      .batch(queries.map(({ sql, parameters }) => database.prepare(sql).bind(...parameters)))
      .catch(() => Promise.reject(new StoreUnavailable('D1')))
    return answers.map(({ results, meta }, index) => ({
      // D1 counts rows written by the connection so far; a reading statement changes none.
      changes: /^\s*select/i.test(queries[index]?.sql ?? '') ? 0 : (meta.changes ?? 0),
      rows: (results ?? []).map(withBytes),
    })) as unknown as Outcomes<Queries>
  },
})

/** D1 hands bytes over as lists of numbers. */
const withBytes = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? Uint8Array.from(value as number[]) : value]))
