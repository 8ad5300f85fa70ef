/** The running hashes of the audit log, the heads that are signed over them, and their cosignatures. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import type { Chain } from '../../../survey-schema/audit-log/entry.ts'
import type { HeadReason } from '../../../survey-schema/audit-log/head.ts'
import { toHex } from '../../sealing/bytes.ts'
import { sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'

export type EntryRow = StoreTables['audit_entry']
export type HeadRow = StoreTables['audit_head']
export type CosignatureRow = StoreTables['audit_cosignature']

const ENTRY_COLUMNS = [
  'chain',
  'position',
  'action',
  'organisation',
  'month',
  'generation',
  'role',
  'actor',
  'subject',
  'day',
  'blind',
  'link',
] as const
const HEAD_COLUMNS = ['chain', 'number', 'reason', 'period', 'position', 'link', 'blind', 'previous', 'key', 'signature'] as const

/** The next entries of a chain, after the given position. */
export const entriesAfter = (chain: Chain, after: number, limit: number): CompiledQuery<EntryRow> =>
  sqlFor
    .selectFrom('audit_entry')
    .select([...ENTRY_COLUMNS])
    .where('chain', '=', chain)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .compile()

/** The last entry of a chain that has its running hash. Found from the end, where those without one stand. */
export const lastLinked = (chain: Chain): CompiledQuery<{ position: number; link: Uint8Array }> =>
  sqlFor
    .selectFrom('audit_entry')
    .select(['position', 'link'])
    .where('chain', '=', chain)
    .where('link', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .compile() as CompiledQuery<{ position: number; link: Uint8Array }>

/** These entries have their running hashes; one that has one keeps it. */
export const linkEntries = (
  chain: Chain,
  links: readonly { readonly position: number; readonly link: Uint8Array }[],
): CompiledQuery<unknown> =>
  sql`UPDATE audit_entry SET link = unhex(json_extract(part.value, '$[1]'))
    FROM json_each(${JSON.stringify(links.map(({ position, link }) => [position, toHex(link)]))}) AS part
    WHERE audit_entry.chain = ${chain} AND audit_entry.position = json_extract(part.value, '$[0]') AND audit_entry.link IS NULL`.compile(
    sqlFor,
  )

/** The hash of one entry. */
export const linkAt = (chain: Chain, position: number): CompiledQuery<{ link: Uint8Array | null }> =>
  sqlFor.selectFrom('audit_entry').select('link').where('chain', '=', chain).where('position', '=', position).compile()

/** The newest head of a chain, or its newest one of a month. */
export const newestHead = (chain: Chain, reason?: HeadReason): CompiledQuery<HeadRow> => {
  const heads = sqlFor
    .selectFrom('audit_head')
    .select([...HEAD_COLUMNS])
    .where('chain', '=', chain)
  return (reason ? heads.where('reason', '=', reason) : heads).orderBy('number', 'desc').limit(1).compile()
}

/** Nothing changes where another head of this number was signed meanwhile. */
export const keepHead = (head: HeadRow): CompiledQuery<unknown> =>
  sqlFor
    .insertInto('audit_head')
    .values(head)
    .onConflict((conflict) => conflict.doNothing())
    .compile()

/** Heads in their order. */
export const headsOf = (chain: Chain, reason?: HeadReason): CompiledQuery<HeadRow> => {
  const heads = sqlFor
    .selectFrom('audit_head')
    .select([...HEAD_COLUMNS])
    .where('chain', '=', chain)
  return (reason ? heads.where('reason', '=', reason) : heads).orderBy('number').compile()
}

/** How many editions were opened, and how many publications and errata there were; the index of the same condition serves it. */
export const occasions = (): CompiledQuery<{ action: 'open-edition' | 'publish' | 'erratum'; happened: number }> =>
  sql<{ action: 'open-edition' | 'publish' | 'erratum'; happened: number }>`SELECT action, count(*) AS happened FROM audit_entry
    WHERE action IN ('open-edition', 'publish', 'erratum') GROUP BY action`.compile(sqlFor)

/** How many heads were signed for them. */
export const occasionsSigned = (): CompiledQuery<{ reason: HeadReason; signed: number }> =>
  sql<{
    reason: HeadReason
    signed: number
  }>`SELECT reason, count(*) AS signed FROM audit_head WHERE chain = 'intake' GROUP BY reason`.compile(sqlFor)

/** For each day before this one that has entries after the given position: the last of them. */
export const daysBefore = (day: string, after: number): CompiledQuery<{ day: string; position: number }> =>
  sql<{ day: string; position: number }>`SELECT day, max(position) AS position FROM audit_entry
    WHERE chain = 'other' AND position > ${after} AND day < ${day} GROUP BY day ORDER BY day`.compile(sqlFor)

/** The last entry after the given position that is of a month before this one; null for none. @param month `YYYY-MM` */
export const lastBeforeMonth = (chain: Chain, month: string, after: number): CompiledQuery<{ position: number | null }> =>
  sql<{ position: number | null }>`SELECT max(position) AS position FROM audit_entry
    WHERE chain = ${chain} AND position > ${after} AND coalesce(month, day) < ${month}`.compile(sqlFor)

/** The public signing keys of an organisation, in all their generations. */
export const signingKeysOf = (organisation: number): CompiledQuery<{ signing: Uint8Array }> =>
  sqlFor.selectFrom('organisation_public_key').select('signing').where('organisation', '=', organisation).compile()

/** Changes 1 row exactly when this organisation had not cosigned the head. */
export const keepCosignature = (row: CosignatureRow): CompiledQuery<unknown> =>
  sqlFor
    .insertInto('audit_cosignature')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .compile()

/** In the order of heads and organisations. */
export const cosignaturesOf = (chain: Chain): CompiledQuery<CosignatureRow> =>
  sqlFor
    .selectFrom('audit_cosignature')
    .select(['chain', 'number', 'organisation', 'key', 'signature'])
    .where('chain', '=', chain)
    .orderBy('number')
    .orderBy('organisation')
    .compile()

/** The head of a month. */
export const monthlyHead = (chain: Chain, month: string): CompiledQuery<HeadRow> =>
  sqlFor
    .selectFrom('audit_head')
    .select([...HEAD_COLUMNS])
    .where('chain', '=', chain)
    .where('reason', '=', 'month')
    .where('period', '=', month)
    .compile()

export const headNumbered = (chain: Chain, number: number): CompiledQuery<HeadRow> =>
  sqlFor
    .selectFrom('audit_head')
    .select([...HEAD_COLUMNS])
    .where('chain', '=', chain)
    .where('number', '=', number)
    .compile()
