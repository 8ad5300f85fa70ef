/** What shows whether a key beside the database is the one of this database. */
import type { CompiledQuery } from 'kysely'
import { sqlFor } from '../compile.ts'

export interface HeldKeyChecks {
  /** Null in a database that never met such a key. */
  readonly ledger: Uint8Array | null
  readonly tags: Uint8Array | null
}

export const heldKeyChecks = (): CompiledQuery<HeldKeyChecks> =>
  sqlFor
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('ledger_key_check').select('value').as('ledger'),
      selectFrom('tag_key_check').select('value').as('tags'),
    ])
    .compile()

const keep = (table: 'ledger_key_check' | 'tag_key_check', value: Uint8Array): CompiledQuery<unknown> =>
  sqlFor
    .insertInto(table)
    .values({ one: 1, value })
    .onConflict((conflict) => conflict.doNothing())
    .compile()

/** The first one stays. */
export const keepLedgerKeyCheck = (value: Uint8Array): CompiledQuery<unknown> => keep('ledger_key_check', value)

/** The first one stays. */
export const keepTagKeyCheck = (value: Uint8Array): CompiledQuery<unknown> => keep('tag_key_check', value)
