/** Withdrawals: asked for by anybody who holds a receipt, or by the partner; carried out by the sweep, all of them in one way. */
import type { CompiledQuery, SqlBool } from 'kysely'
import { sql } from 'kysely'
import { toHex } from '../../sealing/bytes.ts'
import { compiledOnce, sqlFor } from '../compile.ts'
import { withdrawalsEntered } from './audit.ts'
import { rememberKeyless } from './earlier-tags.ts'

/** Receipts that one statement looks up. */
const LOOKED_UP = 1000

const inChunks = (values: readonly Uint8Array[], size: number): string[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, chunk) =>
    JSON.stringify(values.slice(chunk * size, (chunk + 1) * size).map(toHex)),
  )

const lookUp = compiledOnce<{ readonly hashes: string }, unknown>(({ hashes }) => {
  const asked = sql`SELECT unhex(value) FROM json_each(${hashes})`
  // Cases of imports that wait are looked up too: a receipt is good from the moment it was shown.
  return {
    compile: () =>
      sql`INSERT INTO withdrawal_request (tag)
        SELECT tag FROM sealed_case WHERE receipt_hash IN (${asked}) UNION SELECT tag FROM staged_case WHERE receipt_hash IN (${asked})
        ON CONFLICT DO NOTHING`.compile(sqlFor),
  }
})

const beat = compiledOnce<object, unknown>(() => ({
  compile: () =>
    sql`INSERT INTO withdrawal_heartbeat (one, beat) VALUES (1, randomblob(32)) ON CONFLICT (one) DO UPDATE SET beat = excluded.beat`.compile(
      sqlFor,
    ),
}))

/**
 * A row for every case that one of these receipts belongs to and none for any other receipt. One row is overwritten in either case, so that
 * the database is written whether a case was named or not, and grows by cases alone.
 */
export const askWithdrawals = (receiptHashes: readonly Uint8Array[]): readonly CompiledQuery<unknown>[] => [
  ...inChunks(receiptHashes, LOOKED_UP).map((hashes) => lookUp({ hashes })),
  beat({}),
]

export interface OwnWithdrawal {
  readonly id: string
  readonly organisation: number
  readonly version: number
}

/** As with the receipt, for a partner's own case in the version that it saw. The first changes 1 row or none. */
export const askOwnWithdrawal = ({
  id,
  organisation,
  version,
}: OwnWithdrawal): readonly [CompiledQuery<unknown>, CompiledQuery<{ version: number }>] => [
  // Asked for twice, it changes its row and not the answer.
  sql`INSERT INTO withdrawal_request (tag) SELECT tag FROM sealed_case
    WHERE id = ${id} AND organisation = ${organisation} AND version = ${version}
    ON CONFLICT (tag) DO UPDATE SET tag = excluded.tag`.compile(sqlFor),
  sqlFor.selectFrom('sealed_case').select('version').where('id', '=', id).where('organisation', '=', organisation).compile(),
]

export interface WaitingTag {
  readonly tag: Uint8Array
  /** 1 when the case was withdrawn before. */
  readonly known: 0 | 1
}

/** Tags of cases that wait to be withdrawn, after the given one. */
export const waitingAfter = (after: Uint8Array, limit: number): CompiledQuery<WaitingTag> =>
  sql<WaitingTag>`SELECT tag, EXISTS (SELECT 1 FROM withdrawn_case WHERE withdrawn_case.tag = withdrawal_request.tag) AS known
    FROM withdrawal_request WHERE tag > ${after} ORDER BY tag LIMIT ${limit}`.compile(sqlFor)

/** Tags of all withdrawn cases, in their own order, after the given one. */
export const withdrawnAfter = (after: Uint8Array, limit: number): CompiledQuery<{ tag: Uint8Array }> =>
  sqlFor.selectFrom('withdrawn_case').select('tag').where('tag', '>', after).orderBy('tag').limit(limit).compile()

/** Which state of the list of withdrawn cases a database, or a ledger, holds. */
export interface Generation {
  readonly generation: number
  /** Random name, 32 hexadecimal digits: two lists that grew apart may have the same number. */
  readonly head: string
}

export interface HeldGeneration extends Generation {
  readonly unconfirmed: 0 | 1
}

/** Nothing in a database that never knew a ledger. */
export const ledgerHead = (): CompiledQuery<HeldGeneration> =>
  sql<HeldGeneration>`SELECT generation, head, unconfirmed FROM ledger_head`.compile(sqlFor)

/** The list is in this state, or in a later one where two sweeps ran at once. */
export const advanceTo = ({ generation, head }: Generation): CompiledQuery<unknown> =>
  sql`INSERT INTO ledger_head (one, head, generation) VALUES (1, ${head}, ${generation})
    ON CONFLICT (one) DO UPDATE SET head = excluded.head, generation = max(generation + 1, excluded.generation)`.compile(sqlFor)

/** Intake waits for an operator, or no longer does. @param otherwise of a database that has no head */
export const waitForConfirmation = (waits: boolean, otherwise: string): CompiledQuery<unknown> =>
  sql`INSERT INTO ledger_head (one, head, unconfirmed) VALUES (1, ${otherwise}, ${waits ? 1 : 0})
    ON CONFLICT (one) DO UPDATE SET unconfirmed = excluded.unconfirmed`.compile(sqlFor)

/**
 * The cases with these tags are gone, and will not come back; their requests are done, and the audit log has an entry for each case. The last
 * statement tells how many cases went.
 * @param month of now  @param generation of the ledger; that of the database where it is left out
 */
export function carryOut(tags: readonly Uint8Array[], month: string, generation?: number): readonly CompiledQuery<unknown>[] {
  const named = sql`SELECT unhex(value) FROM json_each(${JSON.stringify(tags.map(toHex))})`
  return [
    withdrawalsEntered(sql<SqlBool>`tag IN (${named})`, month, generation),
    rememberKeyless(sql`sealed_case.tag IN (${named})`),
    sql`DELETE FROM withdrawal_request WHERE tag IN (${named})`.compile(sqlFor),
    sql`INSERT INTO withdrawn_case (tag) ${named} WHERE true ON CONFLICT DO NOTHING`.compile(sqlFor),
    sql`DELETE FROM staged_case WHERE tag IN (${named})`.compile(sqlFor),
    sql`DELETE FROM sealed_case WHERE tag IN (${named})`.compile(sqlFor),
  ]
}

/** No case is held that was withdrawn, however it came back. */
export const dropWithdrawn = (month: string): readonly CompiledQuery<unknown>[] => [
  withdrawalsEntered(sql<SqlBool>`tag IN (SELECT tag FROM withdrawn_case)`, month),
  sql`DELETE FROM staged_case WHERE tag IN (SELECT tag FROM withdrawn_case)`.compile(sqlFor),
  sql`DELETE FROM sealed_case WHERE tag IN (SELECT tag FROM withdrawn_case)`.compile(sqlFor),
]
