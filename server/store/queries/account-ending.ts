/** The end of an account that an organisation cannot do without, or that stands for a decision of it: one administrator asks, a second one ends it. */
import type { CompiledQuery, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'
import { mayAct } from './may-act.ts'

/** Holds for an organisation that has sent cases or has keys. @param organisation one value */
export const holdsSomething = (organisation: RawBuilder<unknown>): RawBuilder<unknown> => {
  const holds = (table: string) => sql`EXISTS (SELECT 1 FROM ${sql.ref(table)} AS held WHERE held.organisation = ${organisation})`
  return sql`(${holds('organisation_key')} OR ${holds('organisation_public_key')} OR ${holds('sealed_case')})`
}

/** Holds for the last partner of an organisation, and for whoever asked that the organisation leaves. */
export const needsSecond = (account: string): RawBuilder<unknown> =>
  sql`(EXISTS (SELECT 1 FROM organisation_leaving WHERE organisation_leaving.asked_by = ${account})
    OR EXISTS (SELECT 1 FROM account AS last WHERE last.id = ${account} AND last.partner = 1 AND last.agreed = 1 AND last.since IS NOT NULL
      AND last.state <> 'ended' AND NOT EXISTS (SELECT 1 FROM account AS other WHERE other.organisation = last.organisation
        AND other.partner = 1 AND other.agreed = 1 AND other.state = 'active' AND other.id <> last.id)))`

/** A row where it does. */
export const secondNeeded = (account: string): CompiledQuery<{ readonly one: 1 }> =>
  sql<{ readonly one: 1 }>`SELECT 1 AS one WHERE ${needsSecond(account)}`.compile(sqlFor)

export interface Ending {
  readonly by: string
  readonly account: string
  readonly day: string
  /** Last day on which both administrators may have come, where the organisation has sent cases or has keys: one can invite another one. */
  readonly settled: string
}

const isSettled = (administrator: RawBuilder<unknown>, { account, settled }: Pick<Ending, 'account' | 'settled'>) =>
  sql`(NOT ${holdsSomething(sql`(SELECT account.organisation FROM account WHERE account.id = ${account})`)}
    OR EXISTS (SELECT 1 FROM account AS settled WHERE settled.id = ${administrator} AND settled.since <= ${settled}))`

/** Holds once another administrator has asked, who still is one. */
export const secondAgrees = ({ by, account, day, settled }: Ending): RawBuilder<unknown> =>
  sql`(${isSettled(sql`${by}`, { account, settled })} AND EXISTS (SELECT 1 FROM account_ending WHERE account_ending.account = ${account}
    AND account_ending.asked_by <> ${by} AND account_ending.until >= ${day} AND EXISTS (SELECT 1 FROM account AS asking
      WHERE asking.id = account_ending.asked_by AND asking.state = 'active' AND asking.administrator = 1)))`

type EndingRow = StoreTables['account_ending']

/** `decides` changes 1 row unless one administrator can end the account alone, or it was asked, or the administrator came a moment ago. */
export const askEnding = ({ by, account, day, settled, until }: Ending & Pick<EndingRow, 'until'>): Act => ({
  before: [sql`DELETE FROM account_ending WHERE account = ${account} AND until < ${day}`.compile(sqlFor)],
  decides: sql`INSERT INTO account_ending (account, asked_by, until) SELECT ${account}, ${by}, ${until}
    WHERE ${by} <> ${account} AND ${mayAct(by, 'administrator')} AND ${needsSecond(account)} AND ${isSettled(sql`${by}`, { account, settled })}
    ON CONFLICT (account) DO NOTHING`.compile(sqlFor),
})
