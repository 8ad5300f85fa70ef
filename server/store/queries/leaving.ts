/** An organisation leaves the network: asked by one of its partners, carried out after days in which another one may object, or once a second one agrees. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'
import { forgetWaysIn } from './access-codes.ts'
import { mayAct } from './may-act.ts'

type LeavingRow = StoreTables['organisation_leaving']

/** `decides` changes 1 row unless it was asked already, or the organisation has left. */
export const askToLeave = ({ organisation, asked_by, withdraw, ready }: LeavingRow): Act => ({
  decides: sql`INSERT INTO organisation_leaving (organisation, asked_by, withdraw, ready)
    SELECT ${organisation}, ${asked_by}, ${withdraw}, ${ready} WHERE ${mayAct(asked_by, 'partner')}
      AND NOT EXISTS (SELECT 1 FROM organisation_left WHERE organisation_left.organisation = ${organisation})
    ON CONFLICT (organisation) DO NOTHING`.compile(sqlFor),
})

export const leavingOf = (organisation: number): CompiledQuery<LeavingRow> =>
  sqlFor.selectFrom('organisation_leaving').selectAll().where('organisation', '=', organisation).compile()

export const leavingsDue = (day: string): CompiledQuery<LeavingRow> =>
  sqlFor.selectFrom('organisation_leaving').selectAll().where('ready', '<=', day).compile()

/** `decides` changes 1 row when it was asked and not carried out. */
export const objectToLeaving = (by: string, organisation: number): Act => ({
  decides: sql`DELETE FROM organisation_leaving WHERE organisation = ${organisation} AND ${mayAct(by, 'partner')}`.compile(sqlFor),
})

export interface Leaving {
  readonly organisation: number
  readonly day: string
  /** A second partner who agrees, and the last day on which it may have become one; null once the days are over. */
  readonly second: { readonly account: string; readonly settled: string } | null
}

/**
 * The organisation has left: its keys and the accounts of its people end at once; whoever is also a custodian, an editor or an administrator stays as
 * that. It stays in the register, and so a contributor of what it reported. Its cases of the open edition go the way of every withdrawal.
 * `decides` changes 1 row when it was asked and the days are over, or when a second partner agrees.
 */
export function leave({ organisation, day, second }: Leaving): Act {
  const left = sql`EXISTS (SELECT 1 FROM organisation_left WHERE organisation_left.organisation = ${organisation})`
  const withdraws = sql`EXISTS (SELECT 1 FROM organisation_leaving WHERE organisation_leaving.organisation = ${organisation} AND withdraw = 1)`
  const people = sql`(SELECT id FROM account WHERE organisation = ${organisation} AND state = 'ended')`
  const agreed =
    second === null
      ? sql`ready <= ${day}`
      : sql`asked_by <> ${second.account} AND ${mayAct(second.account, 'partner')}
        AND EXISTS (SELECT 1 FROM account AS agreeing WHERE agreeing.id = ${second.account} AND agreeing.organisation = ${organisation}
          AND agreeing.settling <= ${second.settled})`
  return {
    decides: sql`INSERT INTO organisation_left (organisation, day)
      SELECT organisation, ${day} FROM organisation_leaving WHERE organisation = ${organisation} AND ${agreed}
      ON CONFLICT (organisation) DO NOTHING`.compile(sqlFor),
    after: [
      sql`INSERT INTO withdrawal_request (tag)
        SELECT tag FROM sealed_case JOIN edition ON edition.id = sealed_case.edition AND edition.state = 'open'
          WHERE sealed_case.organisation = ${organisation} AND ${left} AND ${withdraws}
        UNION SELECT tag FROM staged_case JOIN import_file ON import_file.id = staged_case.import
          WHERE import_file.organisation = ${organisation} AND ${left} AND ${withdraws}
        ON CONFLICT DO NOTHING`.compile(sqlFor),
      sql`DELETE FROM organisation_leaving WHERE organisation = ${organisation} AND ${left}`.compile(sqlFor),
      sql`DELETE FROM organisation_key WHERE organisation = ${organisation} AND ${left}`.compile(sqlFor),
      sql`DELETE FROM session WHERE account IN (SELECT id FROM account WHERE organisation = ${organisation}) AND ${left}`.compile(sqlFor),
      sql`UPDATE account SET state = 'ended' WHERE organisation = ${organisation} AND editor + custodian + administrator = 0 AND ${left}`.compile(
        sqlFor,
      ),
      sql`UPDATE account SET partner = 0, analyst = 0, agreed = 1
        WHERE organisation = ${organisation} AND editor + custodian + administrator > 0 AND ${left}`.compile(sqlFor),
      ...forgetWaysIn(people, left),
      sql`DELETE FROM one_time_code WHERE account IN ${people} AND ${left}`.compile(sqlFor),
      sql`DELETE FROM access_reset WHERE account IN ${people} AND ${left}`.compile(sqlFor),
    ],
  }
}
