/** Resets of somebody's access. Two people agree, never the person oneself; while somebody can still sign in, the old access may object for seven days. */
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import { forgetTries } from './deadlines.ts'
import { mayAct } from './may-act.ts'

/**
 * Somebody of the same organisation, or without one as the person, who shares a role. Whoever is only an analyst
 * asks for analysts; an administrator is nobody's colleague, and a partner to whom nobody agreed is none yet.
 */
const colleague = (account: string) =>
  sql`other.id <> ${account} AND other.state = 'active' AND other.agreed = 1 AND other.administrator = 0
    AND EXISTS (SELECT 1 FROM account AS own WHERE own.id = ${account} AND own.organisation IS other.organisation AND own.administrator = 0
      AND (own.partner * other.partner + own.editor * other.editor + own.custodian * other.custodian > 0
        OR (own.analyst * other.analyst = 1 AND own.partner + own.editor + own.custodian = 0)))`

/** Who got another role a moment ago counts here: otherwise an administrator who gives roles could make that nobody else is asked. */
const someColleague = (account: string, settled: string) =>
  sql`EXISTS (SELECT 1 FROM account AS other WHERE other.since <= ${settled} AND ${colleague(account)})`

export interface ResetRequest {
  readonly by: string
  readonly account: string
  /** Last day on which a colleague may have come, or got a role more: whoever was let in a moment ago is nobody's witness. */
  readonly settled: string
}

/** `decides` changes 1 row when a colleague asks, or, where there is none, an administrator; once for each account. */
export const requestReset = ({ by, account, settled }: ResetRequest): Act => ({
  decides: sql`INSERT INTO access_reset (account, requested_by, alone, approved_by, ready)
    SELECT ${account}, ${by}, NOT ${someColleague(account, settled)}, NULL, NULL
    WHERE ${by} <> ${account} AND NOT EXISTS (SELECT 1 FROM account AS waits WHERE waits.id = ${by} AND waits.agreed = 0) AND EXISTS (SELECT 1 FROM account WHERE account.id = ${account} AND state IN ('active', 'setup') AND since IS NOT NULL)
      AND (EXISTS (SELECT 1 FROM account AS other WHERE other.id = ${by} AND other.settling <= ${settled} AND ${colleague(account)})
        OR (NOT ${someColleague(account, settled)} AND ${mayAct(by, 'administrator')}))
    ON CONFLICT (account) DO NOTHING`.compile(sqlFor),
})

export interface ResetApproval {
  readonly by: string
  readonly account: string
  readonly today: string
  /** Seven days later. */
  readonly afterObjections: string
}

/** Somebody can still sign in, who may object. */
const hasWayIn = (account: string) =>
  sql`(EXISTS (SELECT 1 FROM account WHERE account.id = ${account} AND account.state = 'active')
    AND (EXISTS (SELECT 1 FROM password WHERE password.account = ${account}) OR EXISTS (SELECT 1 FROM passkey WHERE passkey.account = ${account})))`

/** `decides` changes 1 row when an administrator agrees who is neither the person nor who asked, and did not invite the colleague who asked. */
export const approveReset = ({ by, account, today, afterObjections }: ResetApproval): Act => ({
  decides:
    sql`UPDATE access_reset SET approved_by = ${by}, ready = CASE WHEN alone = 1 OR ${hasWayIn(account)} THEN ${afterObjections} ELSE ${today} END
    WHERE account = ${account} AND approved_by IS NULL AND requested_by <> ${by} AND account <> ${by} AND ${mayAct(by, 'administrator')}
      AND (alone = 1 OR NOT EXISTS (SELECT 1 FROM account AS asking WHERE asking.id = requested_by AND asking.invited_by = ${by}))`.compile(
      sqlFor,
    ),
})

export interface ResetCode {
  readonly by: string
  readonly account: string
  readonly today: string
  readonly code: Uint8Array
  readonly expires: string
  /** Under which tries to sign in are counted. */
  readonly tries: string
}

/** The code with which the person sets up the account anew. Its sessions end and its tries are forgotten; it keeps its roles and gets nothing else. */
export function issueResetCode({ by, account, today, code, expires, tries }: ResetCode): Act {
  const ready = sql`EXISTS (SELECT 1 FROM access_reset WHERE access_reset.account = ${account}
      AND ready BETWEEN date(${today}, '-7 days') AND ${today})
    AND ${account} <> ${by} AND ${mayAct(by, 'administrator')}`
  return {
    decides: sql`INSERT INTO one_time_code (hash, purpose, account, expires) SELECT ${code}, 'reset', ${account}, ${expires} WHERE ${ready}
      ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, purpose = excluded.purpose, expires = excluded.expires`.compile(sqlFor),
    after: [sql`DELETE FROM session WHERE account = ${account} AND ${ready}`.compile(sqlFor), forgetTries(tries, ready)],
  }
}

/** The person objects, or an administrator takes it back. A code that was made of it is no longer good. */
export const dropReset = (account: string, by: string): Act => ({
  decides: sql`DELETE FROM access_reset WHERE account = ${account} AND (${account} = ${by} OR ${mayAct(by, 'administrator')})`.compile(
    sqlFor,
  ),
  after: [
    sql`DELETE FROM one_time_code WHERE account = ${account} AND purpose = 'reset'
      AND NOT EXISTS (SELECT 1 FROM access_reset WHERE access_reset.account = ${account})`.compile(sqlFor),
  ],
})
