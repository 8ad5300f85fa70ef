/** What lets nobody in any more. Triggers enter it (migration 0012); here it is read, learned from outside, and carried out in a database that had forgotten it. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'
import type { EndedKind, StoreTables } from '../schema.ts'
import { forgetWaysIn } from './access-codes.ts'
import { BY_COMMAND, entered } from './audit.ts'

export const ENDED_KINDS = ['account', 'key', 'passkey', 'password'] as const satisfies readonly EndedKind[]

export type Ended = Pick<StoreTables['ended_access'], 'kind' | 'id'>

/** @param kept whether it stands in the list outside the database already */
export const endedAccess = (kept: 0 | 1): CompiledQuery<Ended> =>
  sqlFor.selectFrom('ended_access').select(['kind', 'id']).where('kept', '=', kept).orderBy('kind').orderBy('id').compile()

/** These stand in the list outside. */
export const endsKept = (ends: readonly Ended[]): CompiledQuery<unknown> =>
  sql`INSERT INTO ended_access (kind, id, kept)
    SELECT value ->> '$.kind', value ->> '$.id', 1 FROM json_each(${JSON.stringify(ends.map(({ kind, id }) => ({ kind, id })))}) WHERE true
    ON CONFLICT (kind, id) DO UPDATE SET kept = 1`.compile(sqlFor)

const ended = (kind: EndedKind) => sql`(SELECT ended_access.id FROM ended_access WHERE ended_access.kind = ${sql.lit(kind)})`

/** Whatever the list names lets nobody in, with an entry in the audit log where it did. */
export function carryOutEnds(day: string): readonly CompiledQuery<unknown>[] {
  const people = sql`(SELECT id FROM account WHERE state = 'ended')`
  const salts = sql`lower(hex(salt)) IN ${ended('password')}`
  return [
    sql`UPDATE account SET state = 'ended' WHERE state <> 'ended' AND id IN ${ended('account')}`.compile(sqlFor),
    entered({ action: 'end-account', ...BY_COMMAND, subject: null, day }),
    sql`DELETE FROM organisation_key WHERE lower(hex(hash)) IN ${ended('key')}`.compile(sqlFor),
    entered({ action: 'end-access-key', ...BY_COMMAND, subject: null, day }),
    sql`DELETE FROM passkey WHERE id IN ${ended('passkey')}`.compile(sqlFor),
    sql`DELETE FROM totp_secret WHERE account IN (SELECT account FROM password WHERE ${salts})`.compile(sqlFor),
    sql`DELETE FROM recovery_code WHERE account IN (SELECT account FROM password WHERE ${salts})`.compile(sqlFor),
    sql`DELETE FROM password WHERE ${salts}`.compile(sqlFor),
    ...forgetWaysIn(people, sql`true`),
    sql`DELETE FROM one_time_code WHERE account IN ${people}`.compile(sqlFor),
    sql`DELETE FROM access_reset WHERE account IN ${people} OR requested_by IN ${people} OR approved_by IN ${people}`.compile(sqlFor),
    sql`DELETE FROM account_ending WHERE account IN ${people} OR asked_by IN ${people}`.compile(sqlFor),
    sql`DELETE FROM account WHERE since IS NULL AND state = 'ended'`.compile(sqlFor),
  ]
}
