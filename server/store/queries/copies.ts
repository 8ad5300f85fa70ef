/** What no copy of the database holds, and what is open again after one was restored. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'

/** Sessions, codes and resets that were asked for are gone, and with them the only times finer than a day. */
export const forgetPassing = (): readonly CompiledQuery<unknown>[] =>
  (['session', 'deadline', 'one_time_code', 'access_reset', 'account_ending', 'organisation_leaving'] as const).map((table) =>
    sqlFor.deleteFrom(table).compile(),
  )

export interface OpenAccess {
  readonly accounts: number
  readonly keys: number
}

export const openAccess = (): CompiledQuery<OpenAccess> =>
  sql<OpenAccess>`SELECT (SELECT count(*) FROM account WHERE state <> 'ended') AS accounts,
    (SELECT count(*) FROM organisation_key) AS keys`.compile(sqlFor)
