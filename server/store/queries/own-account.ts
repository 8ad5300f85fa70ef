/** A person's own account: passkeys, password, recovery codes, and when all of it is complete. */
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { toHex } from '../../sealing/bytes.ts'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import type { AccountState, StoreTables } from '../schema.ts'

type Passkey = Omit<StoreTables['passkey'], 'recovery'>

export interface OwnAccountRow {
  readonly username: string
  readonly state: AccountState
  readonly organisation: string | null
  readonly since: string | null
  readonly password: 0 | 1
  readonly recovery_codes: number
  /** Administrators who are active now. */
  readonly administrators: number
  readonly reset: 0 | 1
  readonly ready: string | null
}

export const ownAccount = (account: string): CompiledQuery<OwnAccountRow> =>
  sql<OwnAccountRow>`SELECT username, state, organisation.name AS organisation, since,
      EXISTS (SELECT 1 FROM password WHERE password.account = account.id) AS password,
      (SELECT count(*) FROM recovery_code WHERE recovery_code.account = account.id AND confirmed = 1) AS recovery_codes,
      (SELECT count(*) FROM account AS other WHERE other.administrator = 1 AND other.state = 'active') AS administrators,
      access_reset.account IS NOT NULL AS reset, access_reset.ready
    FROM account LEFT JOIN organisation ON organisation.id = account.organisation
    LEFT JOIN access_reset ON access_reset.account = account.id
    WHERE account.id = ${account}`.compile(sqlFor)

export const passkeysOf = (
  account: string,
): CompiledQuery<Pick<Passkey, 'id' | 'credential' | 'transports' | 'synced' | 'prf' | 'month'>> =>
  sqlFor
    .selectFrom('passkey')
    .select(['id', 'credential', 'transports', 'synced', 'prf', 'month'])
    .where('account', '=', account)
    .orderBy('id')
    .compile()

/** Passkeys of one account; more are of no use and would fill the database. */
const MOST_PASSKEYS = 10

/** A way in was made in this session, if the condition holds; or the one that was made is gone again. */
const renewed = (session: string, yes: 0 | 1, condition: RawBuilder<unknown>): CompiledQuery<unknown> =>
  sql`UPDATE session SET renewed = ${yes} WHERE id = ${session} AND ${condition}`.compile(sqlFor)

/** Of a session that a recovery code began and that has not completed the account. */
const RECOVERING = sql`session.way = 'recovery' AND session.scope = 'setup'`

/** `decides` changes 1 row unless the challenge was used, the device has the passkey already, or there are too many. */
export const addPasskey = (one: Passkey, session: string, condition: RawBuilder<unknown>): Act => ({
  decides: sql`INSERT INTO passkey (id, credential, account, public_key, counter, transports, synced, prf, month, recovery)
    SELECT ${one.id}, ${one.credential}, ${one.account}, ${one.public_key}, ${one.counter}, ${one.transports}, ${one.synced}, ${one.prf}, ${one.month},
      (SELECT id FROM session WHERE session.id = ${session} AND ${RECOVERING})
    WHERE ${condition} AND (SELECT count(*) FROM passkey WHERE passkey.account = ${one.account}) < ${MOST_PASSKEYS}
    ON CONFLICT DO NOTHING`.compile(sqlFor),
  after: [renewed(session, 1, passkeyAdded(one.id))],
})

export const passkeyAdded = (id: string): RawBuilder<unknown> => sql`EXISTS (SELECT 1 FROM passkey WHERE passkey.id = ${id})`

/** `decides` changes 1 row unless it is the last way in. The session counts as one in which none was made: it may have been that one. */
export const removePasskey = (account: string, id: string, session: string): Act => ({
  decides: sql`DELETE FROM passkey WHERE id = ${id} AND account = ${account}
    AND (EXISTS (SELECT 1 FROM passkey AS other WHERE other.account = ${account} AND other.id <> ${id})
      OR EXISTS (SELECT 1 FROM password WHERE password.account = ${account}))`.compile(sqlFor),
  after: [renewed(session, 0, sql`NOT ${passkeyAdded(id)}`)],
})

/** Password and authenticator app, both or none; `decides` changes 1 row exactly when the condition holds. */
export const setPassword = (
  { account, salt, hash, n, r, p }: StoreTables['password'],
  { nonce, sealed }: Omit<StoreTables['totp_secret'], 'account'>,
  condition: RawBuilder<unknown>,
  session: string,
): Act => ({
  decides: sql`INSERT INTO password (account, salt, hash, n, r, p) SELECT ${account}, ${salt}, ${hash}, ${n}, ${r}, ${p} WHERE ${condition}
    ON CONFLICT (account) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, n = excluded.n, r = excluded.r, p = excluded.p`.compile(
    sqlFor,
  ),
  after: [
    sql`INSERT INTO totp_secret (account, nonce, sealed) SELECT ${account}, ${nonce}, ${sealed}
      WHERE EXISTS (SELECT 1 FROM password WHERE password.account = ${account} AND password.hash = ${hash})
      ON CONFLICT (account) DO UPDATE SET nonce = excluded.nonce, sealed = excluded.sealed`.compile(sqlFor),
    renewed(session, 1, sql`EXISTS (SELECT 1 FROM password WHERE password.account = ${account} AND password.hash = ${hash})`),
  ],
})

/** A new list of codes, which is good once two of them were typed back; until then the list before is. */
export const offerRecoveryCodes = (account: string, hashes: readonly Uint8Array[]): Act => ({
  before: [sql`DELETE FROM recovery_code WHERE account = ${account} AND confirmed = 0`.compile(sqlFor)],
  decides: sql`INSERT INTO recovery_code (hash, account, confirmed)
    SELECT unhex(value), ${account}, 0 FROM json_each(${JSON.stringify(hashes.map(toHex))})`.compile(sqlFor),
})

export interface Completion {
  readonly account: string
  readonly session: string
  /** Two codes of the new list, as they were typed back. */
  readonly hashes: readonly [Uint8Array, Uint8Array]
  readonly day: string
}

const newWayIn = (session: string) =>
  sql`EXISTS (SELECT 1 FROM session WHERE session.id = ${session} AND (session.way <> 'recovery' OR session.renewed = 1))`

/** A row where the session needs no new way in, or has made one. */
export const waysRenewed = (session: string): CompiledQuery<{ readonly one: 1 }> =>
  sql<{ readonly one: 1 }>`SELECT 1 AS one WHERE ${newWayIn(session)}`.compile(sqlFor)

/**
 * The account is complete: its codes were typed back, and there is a passkey or a password with its app. `decides` changes 1 row exactly then;
 * the list of codes before is gone, and the session reaches all that the account may. One that a recovery code began has made a new way in before,
 * since the old one may be in other hands; all other sessions and the passkeys of before end with it.
 */
export function completeAccount({ account, session, hashes: [one, other], day }: Completion): Act {
  const offered = (hash: Uint8Array) =>
    sql`EXISTS (SELECT 1 FROM recovery_code WHERE recovery_code.hash = ${hash} AND recovery_code.account = ${account} AND confirmed = 0)`
  const recovering = sql`EXISTS (SELECT 1 FROM session WHERE session.id = ${session} AND ${RECOVERING})`
  const complete = sql`${offered(one)} AND ${offered(other)} AND ${one} <> ${other} AND ${newWayIn(session)}
    AND (EXISTS (SELECT 1 FROM passkey WHERE passkey.account = ${account} AND (passkey.recovery IS ${session} OR NOT ${recovering}))
      OR EXISTS (SELECT 1 FROM password JOIN totp_secret ON totp_secret.account = password.account WHERE password.account = ${account}))`
  return {
    decides: sql`UPDATE account SET state = 'active', since = coalesce(since, ${day}), settling = coalesce(settling, ${day})
      WHERE id = ${account} AND state IN ('setup', 'active') AND ${complete}`.compile(sqlFor),
    after: [
      sql`DELETE FROM session WHERE account = ${account} AND id <> ${session} AND ${complete}
        AND EXISTS (SELECT 1 FROM session AS own WHERE own.id = ${session} AND own.way = 'recovery')`.compile(sqlFor),
      sql`DELETE FROM passkey WHERE account = ${account} AND recovery IS NOT ${session} AND ${recovering} AND ${complete}`.compile(sqlFor),
      sql`UPDATE session SET scope = 'full' WHERE id = ${session} AND ${complete}`.compile(sqlFor),
      sql`DELETE FROM recovery_code WHERE account = ${account} AND confirmed = 1 AND ${complete}`.compile(sqlFor),
      // Last but for the mark of passkeys: what it changes is what the others look at.
      sql`UPDATE recovery_code SET confirmed = 1 WHERE account = ${account} AND ${complete}`.compile(sqlFor),
      sql`UPDATE passkey SET recovery = NULL WHERE recovery = ${session}
        AND EXISTS (SELECT 1 FROM session WHERE session.id = ${session} AND session.scope = 'full')`.compile(sqlFor),
    ],
  }
}
