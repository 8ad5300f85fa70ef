/** Withdrawals: asked for by anybody who holds a receipt, or by the partner; carried out by the sweep, all of them in one way. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { toHex } from '../../sealing/bytes.ts'
import { compiledOnce, sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'

type Request = StoreTables['withdrawal_request']

const insertRequest = compiledOnce((slot: Request) =>
  sqlFor.insertInto('withdrawal_request').values({ id: slot.id, receipt_hash: slot.receipt_hash, month: slot.month }),
)

/** One row, whether there is such a case or not: nothing is looked up, so neither the answer nor its time shows whether there is. */
export const askWithdrawal = (request: Request): CompiledQuery<unknown> => insertRequest(request)

export interface OwnWithdrawal {
  readonly request: string
  readonly id: string
  readonly organisation: number
  readonly version: number
  readonly month: string
}

/** As with the receipt, for a partner's own case in the version that it saw. The first changes 1 row or none. */
export const askOwnWithdrawal = ({
  request,
  id,
  organisation,
  version,
  month,
}: OwnWithdrawal): readonly [CompiledQuery<unknown>, CompiledQuery<{ version: number }>] => [
  sql`INSERT INTO withdrawal_request (id, receipt_hash, month) SELECT ${request}, receipt_hash, ${month} FROM sealed_case
    WHERE id = ${id} AND organisation = ${organisation} AND version = ${version}`.compile(sqlFor),
  sqlFor.selectFrom('sealed_case').select('version').where('id', '=', id).where('organisation', '=', organisation).compile(),
]

/** Requests that wait, and the tags of the cases that they name. */
export const waitingRequests = (limit: number): readonly [CompiledQuery<{ id: string }>, CompiledQuery<{ tag: Uint8Array }>] => [
  sqlFor.selectFrom('withdrawal_request').select('id').orderBy('id').limit(limit).compile(),
  // Cases of imports that wait are looked up too: a receipt is good from the moment it was shown.
  sql<{ tag: Uint8Array }>`SELECT tag FROM sealed_case WHERE receipt_hash IN (SELECT receipt_hash FROM withdrawal_request)
    UNION SELECT tag FROM staged_case WHERE receipt_hash IN (SELECT receipt_hash FROM withdrawal_request) ORDER BY tag`.compile(sqlFor),
]

/** Tags of all withdrawn cases, in their own order, after the given one. */
export const withdrawnAfter = (after: Uint8Array, limit: number): CompiledQuery<{ tag: Uint8Array }> =>
  sqlFor.selectFrom('withdrawn_case').select('tag').where('tag', '>', after).orderBy('tag').limit(limit).compile()

export const ledgerHead = (): CompiledQuery<{ head: string }> => sqlFor.selectFrom('ledger_head').select('head').compile()

const tagsIn = (tags: readonly Uint8Array[]) => sql`SELECT unhex(value) FROM json_each(${JSON.stringify(tags.map(toHex))})`

/** The cases with these tags are gone, and will not come back; the requests are done. The last statement tells how many cases went. */
export const carryOut = (
  tags: readonly Uint8Array[],
  requests: readonly string[],
  head: string | null,
): readonly CompiledQuery<unknown>[] => [
  ...(head === null
    ? []
    : [sql`INSERT INTO ledger_head (one, head) VALUES (1, ${head}) ON CONFLICT (one) DO UPDATE SET head = excluded.head`.compile(sqlFor)]),
  sql`DELETE FROM withdrawal_request WHERE id IN (SELECT value FROM json_each(${JSON.stringify(requests)}))`.compile(sqlFor),
  sql`INSERT INTO withdrawn_case (tag) ${tagsIn(tags)} WHERE true ON CONFLICT DO NOTHING`.compile(sqlFor),
  sql`DELETE FROM staged_case WHERE tag IN (${tagsIn(tags)})`.compile(sqlFor),
  sql`DELETE FROM sealed_case WHERE tag IN (${tagsIn(tags)})`.compile(sqlFor),
]
