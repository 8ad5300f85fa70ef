/** A new partner of an organisation acts for it only once somebody agreed who is not the administrator who invited it. */
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import { holdsSomething } from './account-ending.ts'
import { mayAct } from './may-act.ts'

export interface Agreement {
  readonly by: string
  readonly account: string
  /** Last day on which an administrator may have come who agrees where the organisation has sent cases, has keys or once had a partner. */
  readonly settled: string
  readonly day: string
}

/**
 * `decides` changes 1 row when a partner of the organisation agrees who does not wait itself. Where it has none, another administrator agrees than the
 * one who invited; and where it has cases or keys or once had a partner, one who is no newcomer, because one administrator can invite another one.
 */
export const agreeToPartner = ({ by, account, settled, day }: Agreement): Act => {
  const own = sql`(SELECT organisation FROM account WHERE account.id = ${account})`
  const hadPartner = sql`EXISTS (SELECT 1 FROM account AS former WHERE former.organisation = ${own} AND former.partner = 1 AND former.agreed = 1
    AND former.since IS NOT NULL AND former.id <> ${account})`
  const partners = (of: ReturnType<typeof sql>) =>
    sql`EXISTS (SELECT 1 FROM account AS other WHERE other.organisation = ${own} AND other.partner = 1 AND other.agreed = 1
      AND other.state = 'active' AND ${of})`
  return {
    decides: sql`UPDATE account SET agreed = 1, settling = ${day}
      WHERE id = ${account} AND agreed = 0 AND partner = 1 AND state = 'active' AND id <> ${by}
        AND (${partners(sql`other.id = ${by}`)}
          OR (NOT ${partners(sql`true`)} AND ${mayAct(by, 'administrator')} AND invited_by IS NOT ${by}
            AND (NOT (${holdsSomething(own)} OR ${hadPartner})
              OR EXISTS (SELECT 1 FROM account AS settled WHERE settled.id = ${by} AND settled.since <= ${settled}))))`.compile(sqlFor),
  }
}
