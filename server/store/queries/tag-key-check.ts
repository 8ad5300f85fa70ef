/** What shows whether a tag key is the one of this database. */
import type { CompiledQuery } from 'kysely'
import { sqlFor } from '../compile.ts'

export const heldTagKeyCheck = (): CompiledQuery<{ value: Uint8Array }> => sqlFor.selectFrom('tag_key_check').select('value').compile()

/** The first one stays. */
export const keepTagKeyCheck = (value: Uint8Array): CompiledQuery<unknown> =>
  sqlFor
    .insertInto('tag_key_check')
    .values({ one: 1, value })
    .onConflict((conflict) => conflict.doNothing())
    .compile()
