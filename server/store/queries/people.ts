/** The people of the network, as administrators and people of the same organisation see them, and what administrators change. */
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import type { AccountState, StoreTables } from '../schema.ts'
import { forgetWaysIn } from './access-codes.ts'
import { type Ending, needsSecond, secondAgrees } from './account-ending.ts'
import { mayAct } from './may-act.ts'
import type { RoleFlags } from './sessions.ts'

export interface PersonRow extends RoleFlags {
  readonly id: string
  readonly username: string
  readonly state: AccountState
  readonly organisation: number | null
  readonly organisation_name: string | null
  readonly since: string | null
  readonly agreed: 0 | 1
  readonly reset: 0 | 1
  readonly alone: 0 | 1 | null
  readonly approved: 0 | 1
  readonly ready: string | null
  readonly ending: 0 | 1
}

const person = sql`SELECT account.id, username, state, organisation, organisation.name AS organisation_name, since, agreed,
    partner, analyst, editor, custodian, administrator,
    access_reset.account IS NOT NULL AS reset, alone, approved_by IS NOT NULL AS approved, ready,
    EXISTS (SELECT 1 FROM account_ending WHERE account_ending.account = account.id) AS ending
  FROM account LEFT JOIN organisation ON organisation.id = account.organisation
  LEFT JOIN access_reset ON access_reset.account = account.id`

/** In the order of their usernames, ended ones included: an administrator sees who was there. */
export const everybody = (): CompiledQuery<PersonRow> => sql<PersonRow>`${person} ORDER BY username`.compile(sqlFor)

export const colleagues = (organisation: number): CompiledQuery<PersonRow> =>
  sql<PersonRow>`${person} WHERE organisation = ${organisation} AND state <> 'ended' ORDER BY username`.compile(sqlFor)

export interface Invitation {
  readonly by: string
  readonly account: string
  readonly username: string
  readonly organisation: number | null
  readonly roles: RoleFlags
  readonly code: Uint8Array
  readonly expires: string
}

const flagsOf = (roles: RoleFlags) => sql`${roles.partner}, ${roles.analyst}, ${roles.editor}, ${roles.custodian}, ${roles.administrator}`

/** `decides` changes 1 row unless the username was ever taken, or there is no such organisation, or it has left. */
export const invite = ({ by, account, username, organisation, roles, code, expires }: Invitation): Act => ({
  decides:
    sql`INSERT INTO account (id, username, state, organisation, partner, analyst, editor, custodian, administrator, since, invited_by, agreed)
    SELECT ${account}, ${username}, 'invited', ${organisation}, ${flagsOf(roles)}, NULL, ${by}, ${1 - roles.partner}
    WHERE ${mayAct(by, 'administrator')}
      AND (${organisation} IS NULL OR (EXISTS (SELECT 1 FROM organisation WHERE organisation.id = ${organisation})
        AND NOT EXISTS (SELECT 1 FROM organisation_left WHERE organisation_left.organisation = ${organisation})))
    ON CONFLICT (username) DO NOTHING`.compile(sqlFor),
  after: [codeFor({ account, code, expires, purpose: 'invitation' }, sql`EXISTS (SELECT 1 FROM account WHERE account.id = ${account})`)],
})

const codeFor = (
  { account, code, expires, purpose }: Pick<Invitation, 'account' | 'code' | 'expires'> & { readonly purpose: 'invitation' | 'reset' },
  condition: RawBuilder<unknown>,
): CompiledQuery<unknown> =>
  sql`INSERT INTO one_time_code (hash, purpose, account, expires) SELECT ${code}, ${purpose}, ${account}, ${expires} WHERE ${condition}
    ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, purpose = excluded.purpose, expires = excluded.expires`.compile(sqlFor)

export interface EnteredPerson extends Pick<Invitation, 'account' | 'username' | 'roles'> {
  /** As the register names it. */
  readonly organisation: string | null
  readonly day: string
}

/** A person who needs no invitation: of a network that is invented. */
export const enterPerson = (
  { account, username, organisation, roles, day }: EnteredPerson,
  password: StoreTables['password'],
  app: StoreTables['totp_secret'],
): readonly [CompiledQuery<unknown>, ...CompiledQuery<unknown>[]] => [
  sql`INSERT INTO account (id, username, state, organisation, partner, analyst, editor, custodian, administrator, since, settling, invited_by, agreed)
    VALUES (${account}, ${username}, 'active', (SELECT id FROM organisation WHERE name = ${organisation}), ${flagsOf(roles)}, ${day}, ${day}, NULL, 1)`.compile(
    sqlFor,
  ),
  sqlFor.insertInto('password').values(password).compile(),
  sqlFor.insertInto('totp_secret').values(app).compile(),
]

/** A new code for somebody who never came to an end of setting up; the one before is no longer good. */
export const inviteAgain = ({ by, account, code, expires }: Pick<Invitation, 'by' | 'account' | 'code' | 'expires'>): Act => ({
  decides: codeFor(
    { account, code, expires, purpose: 'invitation' },
    sql`${mayAct(by, 'administrator')}
      AND EXISTS (SELECT 1 FROM account WHERE account.id = ${account} AND since IS NULL AND state IN ('invited', 'setup'))`,
  ),
  // Whoever holds the code is not the one who agrees.
  after: [
    ...forgetWaysIn(
      sql`(${account})`,
      sql`EXISTS (SELECT 1 FROM one_time_code WHERE one_time_code.hash = ${code} AND one_time_code.account = ${account})`,
    ),
    sql`UPDATE account SET invited_by = ${by} WHERE id = ${account}
      AND EXISTS (SELECT 1 FROM one_time_code WHERE one_time_code.hash = ${code} AND one_time_code.account = ${account})`.compile(sqlFor),
  ],
})

export const usernameTaken = (username: string): CompiledQuery<Pick<StoreTables['account'], 'id'>> =>
  sqlFor.selectFrom('account').select('id').where('username', '=', username).compile()

/** Somebody else is an administrator who can sign in. */
const otherAdministrator = (account: string) =>
  sql`EXISTS (SELECT 1 FROM account AS other WHERE other.administrator = 1 AND other.state = 'active' AND other.id <> ${account})`

/**
 * Everything that let the person in is gone at once, and nobody can have the username again. One who never came in leaves no row.
 * `decides` changes 1 row unless there is no such account, it has ended, it is that of the last administrator, or a second one has to agree.
 */
export function endAccount(ending: Ending): Act {
  const { by, account } = ending
  const own = sql`(${account})`
  const ended = sql`EXISTS (SELECT 1 FROM account WHERE account.id = ${account} AND account.state = 'ended')`
  return {
    decides: sql`UPDATE account SET state = 'ended' WHERE id = ${account} AND state <> 'ended' AND ${mayAct(by, 'administrator')}
      AND (administrator = 0 OR ${otherAdministrator(account)})
      AND (NOT ${needsSecond(account)} OR ${secondAgrees(ending)})`.compile(sqlFor),
    after: [
      ...forgetWaysIn(own, ended),
      sql`DELETE FROM one_time_code WHERE account = ${account} AND ${ended}`.compile(sqlFor),
      sql`DELETE FROM access_reset WHERE ${account} IN (account, requested_by, approved_by) AND ${ended}`.compile(sqlFor),
      sql`DELETE FROM one_time_code WHERE purpose = 'reset' AND account NOT IN (SELECT access_reset.account FROM access_reset) AND ${ended}`.compile(
        sqlFor,
      ),
      sql`DELETE FROM account_ending WHERE ${account} IN (account, asked_by) AND ${ended}`.compile(sqlFor),
      sql`DELETE FROM organisation_leaving WHERE asked_by = ${account} AND ${ended}`.compile(sqlFor),
      sql`DELETE FROM account WHERE id = ${account} AND since IS NULL AND ${ended}`.compile(sqlFor),
    ],
  }
}

export interface NewRoles {
  readonly by: string
  readonly account: string
  readonly roles: RoleFlags
  readonly day: string
}

/**
 * Other roles, and no session of before. Whoever gets a role more is new in it for as long as anybody who comes. Nobody becomes or stops being an administrator in this way: one is invited as such and ends as such.
 * `decides` changes 1 row unless there is no such account, or the roles would make an administrator, or the organisation would have no partner left.
 */
export const changeRoles = ({ by, account, roles, day }: NewRoles): Act => ({
  decides: sql`UPDATE account SET agreed = CASE WHEN partner = ${roles.partner} THEN agreed ELSE ${1 - roles.partner} END,
      settling = CASE WHEN since IS NOT NULL AND (partner < ${roles.partner} OR analyst < ${roles.analyst} OR editor < ${roles.editor}
        OR custodian < ${roles.custodian}) THEN ${day} ELSE settling END,
      invited_by = CASE WHEN partner = ${roles.partner} THEN invited_by ELSE ${by} END, partner = ${roles.partner}, analyst = ${roles.analyst}, editor = ${roles.editor}, custodian = ${roles.custodian}
    WHERE id = ${account} AND state <> 'ended' AND administrator = ${roles.administrator} AND ${mayAct(by, 'administrator')}
      AND (${roles.partner} = 0 OR (organisation IS NOT NULL
        AND organisation NOT IN (SELECT organisation_left.organisation FROM organisation_left)))
      AND (${roles.partner} = 1 OR NOT ${needsSecond(account)})`.compile(sqlFor),
  after: [
    sql`DELETE FROM session WHERE account = ${account} AND ${mayAct(by, 'administrator')}
      AND EXISTS (SELECT 1 FROM account WHERE account.id = ${account} AND partner = ${roles.partner} AND analyst = ${roles.analyst}
        AND editor = ${roles.editor} AND custodian = ${roles.custodian} AND administrator = ${roles.administrator})`.compile(sqlFor),
  ],
})
