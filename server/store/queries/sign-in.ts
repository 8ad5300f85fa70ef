/** What lets a person in: read to be judged, and changed together with the session that it begins. */
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'
import type { RoleFlags } from './sessions.ts'

export interface SignInFacts {
  readonly account: string
  readonly salt: Uint8Array | null
  readonly hash: Uint8Array | null
  readonly n: number | null
  readonly r: number | null
  readonly p: number | null
  readonly nonce: Uint8Array | null
  readonly sealed: Uint8Array | null
}

/** Of an account that is in use, by its username. */
export const signInFacts = (username: string): CompiledQuery<SignInFacts & RoleFlags> =>
  sql<
    SignInFacts & RoleFlags
  >`SELECT account.id AS account, salt, hash, n, r, p, nonce, sealed, partner, analyst, editor, custodian, administrator FROM account
    LEFT JOIN password ON password.account = account.id LEFT JOIN totp_secret ON totp_secret.account = account.id
    WHERE username = ${username} AND state = 'active'`.compile(sqlFor)

/** Holds while the password is still the one that was judged, or there still is none. */
export const passwordIs = (account: string, hash: Uint8Array | null): RawBuilder<unknown> =>
  hash === null
    ? sql`NOT EXISTS (SELECT 1 FROM password WHERE password.account = ${account})`
    : sql`EXISTS (SELECT 1 FROM password WHERE password.account = ${account} AND password.hash = ${hash})`

export const recoveryCodeHeld = (account: string, hash: Uint8Array): RawBuilder<unknown> =>
  sql`EXISTS (SELECT 1 FROM recovery_code WHERE recovery_code.hash = ${hash} AND recovery_code.account = ${account} AND confirmed = 1)`

export const spendRecoveryCode = (hash: Uint8Array, condition: RawBuilder<unknown>): CompiledQuery<unknown> =>
  sql`DELETE FROM recovery_code WHERE hash = ${hash} AND ${condition}`.compile(sqlFor)

/** The same password under what we ask of scrypt today. */
export const hashAgain = (row: StoreTables['password'], before: Uint8Array, condition: RawBuilder<unknown>): CompiledQuery<unknown> =>
  sql`UPDATE password SET salt = ${row.salt}, hash = ${row.hash}, n = ${row.n}, r = ${row.r}, p = ${row.p}
    WHERE account = ${row.account} AND hash = ${before} AND ${condition}`.compile(sqlFor)

export type HeldPasskey = RoleFlags & Pick<StoreTables['passkey'], 'account' | 'public_key' | 'counter' | 'transports'>

/** @param credential as the device names it */
export const passkeyByCredential = (credential: Uint8Array): CompiledQuery<HeldPasskey> =>
  sql<HeldPasskey>`SELECT account, public_key, counter, transports, partner, analyst, editor, custodian, administrator FROM passkey JOIN account ON account.id = passkey.account
    WHERE credential = ${credential} AND state = 'active'`.compile(sqlFor)

/** Holds while the passkey is there with the counter that was judged: the same signature is not taken twice at once. */
export const passkeyIs = (credential: Uint8Array, counter: number): RawBuilder<unknown> =>
  sql`EXISTS (SELECT 1 FROM passkey WHERE passkey.credential = ${credential} AND passkey.counter = ${counter})`

export const countPasskey = (credential: Uint8Array, counter: number, condition: RawBuilder<unknown>): CompiledQuery<unknown> =>
  sql`UPDATE passkey SET counter = ${counter} WHERE credential = ${credential} AND ${condition}`.compile(sqlFor)

/** Holds where this was judged before: the same statements run for whoever is let in and for whoever is not. */
export const only = (judged: boolean): RawBuilder<unknown> => sql`${Number(judged)} = 1`

/** All of these hold. */
export const all = (...conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(conditions, sql` AND `)
