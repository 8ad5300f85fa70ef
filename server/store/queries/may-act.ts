/** Whether somebody may still do what a request asked for, looked at in the statement that does it. */
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Role } from '../../../survey-schema/roles.ts'

/** Holds while the account may still act as this, so that what was taken away a moment ago is not used. A partner who waits does not act as one. */
export const mayAct = (account: string, role: Role): RawBuilder<unknown> =>
  sql`EXISTS (SELECT 1 FROM account AS actor WHERE actor.id = ${account} AND actor.state = 'active' AND actor.${sql.ref(role)} = 1
    ${role === 'partner' ? sql`AND actor.agreed = 1` : sql``})`
