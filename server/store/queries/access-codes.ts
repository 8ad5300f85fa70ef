/** Codes that are handed over by hand, and what happens when one of them is typed: of two at once, one succeeds. */
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { compiledOnce, sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'
import { beginSession, type NewSession, type RoleFlags, sessionBegun } from './sessions.ts'

type CodeRow = StoreTables['one_time_code']

const NOBODY = sql`NOT EXISTS (SELECT 1 FROM account WHERE account.since IS NOT NULL)`

/** The only code for the first administrator, while there is no complete account; a code from before is no longer good. */
export const offerSetupCode = ({
  hash,
  expires,
}: Pick<CodeRow, 'hash' | 'expires'>): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>] => [
  sql`DELETE FROM one_time_code WHERE purpose = 'setup'`.compile(sqlFor),
  sql`INSERT INTO one_time_code (hash, purpose, account, expires) SELECT ${hash}, 'setup', NULL, ${expires} WHERE ${NOBODY}`.compile(
    sqlFor,
  ),
]

/** Whether anybody has completed an account, and how many administrators ever did. */
export interface AccountsInUse {
  readonly accounts: number
  readonly administrators: number
}

const inUse = compiledOnce<object, AccountsInUse>(() => ({
  compile: () =>
    sql<AccountsInUse>`SELECT count(*) AS accounts, coalesce(sum(administrator), 0) AS administrators FROM account WHERE since IS NOT NULL`.compile(
      sqlFor,
    ),
}))

export const accountsInUse = (): CompiledQuery<AccountsInUse> => inUse({})

/** Nothing lets anybody into these accounts any more, and nobody is signed in to them. */
export const forgetWaysIn = (accounts: RawBuilder<unknown>, condition: RawBuilder<unknown>, except: string | null = null) =>
  [
    sql`DELETE FROM session WHERE account IN ${accounts} AND id IS NOT ${except} AND ${condition}`,
    sql`DELETE FROM passkey WHERE account IN ${accounts} AND ${condition}`,
    sql`DELETE FROM password WHERE account IN ${accounts} AND ${condition}`,
    sql`DELETE FROM totp_secret WHERE account IN ${accounts} AND ${condition}`,
    sql`DELETE FROM recovery_code WHERE account IN ${accounts} AND ${condition}`,
  ].map((statement) => statement.compile(sqlFor))

export interface FirstSetup {
  readonly code: Uint8Array
  readonly username: string
  readonly session: NewSession
}

/**
 * The first administrator begins. `decides` changes 1 row exactly when the code is good and nobody has completed an account. Whoever began before
 * and did not come to an end is forgotten, so that a username which was taken then is free.
 */
export function setUpFirst({ code, username, session }: FirstSetup): Act {
  const good = sql`EXISTS (SELECT 1 FROM one_time_code WHERE one_time_code.hash = ${code} AND purpose = 'setup' AND expires >= ${session.day}) AND ${NOBODY}`
  const unfinished = sql`(SELECT id FROM account WHERE since IS NULL)`
  return {
    before: [
      ...forgetWaysIn(unfinished, good),
      sql`DELETE FROM one_time_code WHERE account IN ${unfinished} AND ${good}`.compile(sqlFor),
      sql`DELETE FROM account WHERE since IS NULL AND ${good}`.compile(sqlFor),
    ],
    decides:
      sql`INSERT INTO account (id, username, state, organisation, partner, analyst, editor, custodian, administrator, since, invited_by, agreed)
      SELECT ${session.account}, ${username}, 'setup', NULL, 0, 0, 0, 0, 1, NULL, NULL, 1 WHERE ${good}`.compile(sqlFor),
    after: [
      ...beginSession(session, good),
      sql`DELETE FROM one_time_code WHERE hash = ${code} AND ${sessionBegun(session.id)}`.compile(sqlFor),
    ],
  }
}

/** Whose code it is. */
export const accountOfCode = (code: Uint8Array, day: string): CompiledQuery<RoleFlags & { readonly account: string }> =>
  sql<
    RoleFlags & { readonly account: string }
  >`SELECT account.id AS account, partner, analyst, editor, custodian, administrator FROM one_time_code
    JOIN account ON account.id = one_time_code.account
    WHERE hash = ${code} AND expires >= ${day} AND account.state <> 'ended'`.compile(sqlFor)

/**
 * An invitation or a reset is used: the account is being set up, and whatever let somebody in before does so no more. Roles and organisation stay.
 * The first statement changes 1 row exactly when the code is good.
 */
export function useCode(code: Uint8Array, session: NewSession): Act {
  const good = sql`EXISTS (SELECT 1 FROM one_time_code WHERE one_time_code.hash = ${code} AND one_time_code.account = ${session.account} AND expires >= ${session.day})`
  const own = sql`(${session.account})`
  return {
    decides: sql`UPDATE account SET state = 'setup' WHERE id = ${session.account} AND state <> 'ended' AND ${good}`.compile(sqlFor),
    after: [
      ...beginSession(session, good),
      ...forgetWaysIn(own, sessionBegun(session.id), session.id),
      sql`DELETE FROM access_reset WHERE account = ${session.account} AND ${sessionBegun(session.id)}`.compile(sqlFor),
      sql`DELETE FROM one_time_code WHERE hash = ${code} AND ${sessionBegun(session.id)}`.compile(sqlFor),
    ],
  }
}
