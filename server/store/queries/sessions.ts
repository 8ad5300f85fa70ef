/** Sessions: begun together with what lets somebody in, looked up at each request, ended at once. */
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Role } from '../../../survey-schema/roles.ts'
import { compiledOnce, sqlFor } from '../compile.ts'
import type { AccountState, SessionScope, StoreTables } from '../schema.ts'
import { setDeadline } from './deadlines.ts'

/** Seconds without a request after which a session ends, and after which it ends in any case. */
export const IDLE_SECONDS = 30 * 60
export const SESSION_SECONDS = 12 * 60 * 60

export type RoleFlags = { readonly [Name in Role]: number }

export interface SessionHolder extends RoleFlags {
  readonly session: string
  readonly account: string
  readonly username: string
  readonly organisation: number | null
  readonly state: AccountState
  readonly agreed: number
  readonly scope: SessionScope
  readonly idle: number
  readonly end: number
}

const holder = compiledOnce<{ readonly hash: Uint8Array; readonly seconds: number }, SessionHolder>(({ hash, seconds }) => ({
  compile: () =>
    sql<SessionHolder>`SELECT session.id AS session, session.scope, account.id AS account, account.username, account.organisation, account.state, account.agreed,
      partner, analyst, editor, custodian, administrator, idle.until AS idle, finish.until AS "end"
    FROM session JOIN account ON account.id = session.account
    JOIN deadline AS idle ON idle.kind = 'session-idle' AND idle.subject = session.id
    JOIN deadline AS finish ON finish.kind = 'session-end' AND finish.subject = session.id
    WHERE session.hash = ${hash} AND account.state IN ('setup', 'active')
      AND min(idle.until, finish.until) > ${seconds}`.compile(sqlFor),
}))

export const sessionHolder = (hash: Uint8Array, seconds: number): CompiledQuery<SessionHolder> => holder({ hash, seconds })

/** The session was used: it ends later, and never later than at its end. */
export const prolong = (session: string, until: number): CompiledQuery<unknown> =>
  sql`UPDATE deadline SET until = ${until} WHERE kind = 'session-idle' AND subject = ${session} AND until < ${until}`.compile(sqlFor)

export type NewSession = Omit<StoreTables['session'], 'renewed'> & { readonly seconds: number }

/** Holds once the session was begun in this batch, because its id is new. */
export const sessionBegun = (id: string): RawBuilder<unknown> => sql`EXISTS (SELECT 1 FROM session WHERE session.id = ${id})`

/** The first statement changes 1 row exactly when the condition holds, and then the others give the session its ends. */
export const beginSession = (
  { hash, id, account, scope, way, day, seconds }: NewSession,
  condition: RawBuilder<unknown>,
): readonly [CompiledQuery<unknown>, ...CompiledQuery<unknown>[]] => [
  sql`INSERT INTO session (hash, id, account, scope, way, day)
    SELECT ${hash}, ${id}, account.id, ${scope}, ${way}, ${day} FROM account
    WHERE account.id = ${account} AND account.state IN ('setup', 'active') AND ${condition}`.compile(sqlFor),
  setDeadline('session-idle', id, seconds + IDLE_SECONDS, sessionBegun(id)),
  setDeadline('session-end', id, seconds + SESSION_SECONDS, sessionBegun(id)),
]

/** The ends of sessions that are no more are erased with the next sweep. */
export const endSession = (account: string, id: string): CompiledQuery<unknown> =>
  sql`DELETE FROM session WHERE account = ${account} AND id = ${id}`.compile(sqlFor)

export const endSessions = (account: string, except: string | null, condition: RawBuilder<unknown> = sql`true`): CompiledQuery<unknown> =>
  sql`DELETE FROM session WHERE account = ${account} AND id IS NOT ${except} AND ${condition}`.compile(sqlFor)

export type SessionListed = Pick<StoreTables['session'], 'id' | 'scope' | 'way' | 'day'>

export const sessionsOf = (account: string): CompiledQuery<SessionListed> =>
  sqlFor.selectFrom('session').select(['id', 'scope', 'way', 'day']).where('account', '=', account).orderBy('day').orderBy('id').compile()
