/**
 * Entries of the audit log. Each is a statement that stands in the batch of the change itself, right behind the statement that decides: it writes
 * an entry exactly when that one changed a row. So no change is without its entry, and no entry without its change. Entries are never deleted.
 */
import type { CompiledQuery, RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { AuditRole, Chain, IntakeAction, OtherAction } from '../../../survey-schema/audit-log/entry.ts'
import type { Role } from '../../../survey-schema/roles.ts'
import { compiledOnce, sqlFor } from '../compile.ts'

/** Who acted, outside the chain of intake. */
export interface Actor {
  readonly role: AuditRole
  /** Random id of an account, number of an organisation whose key a program used; null for a command. */
  readonly actor: string | null
}

export const BY_COMMAND: Actor = { role: 'command', actor: null }
/** A person in the role in which the route let that person act. */
export const byPerson = ({ account, acting }: { readonly account: string; readonly acting: Role }): Actor => ({
  role: acting,
  actor: account,
})
export const byMachine = (organisation: number): Actor => ({ role: 'machine', actor: String(organisation) })

export interface IntakeEntered {
  readonly action: Exclude<IntakeAction, 'withdrawal'>
  readonly organisation: number
  /** `YYYY-MM` */
  readonly month: string
}

export interface OtherEntered extends Actor {
  readonly action: OtherAction
  /** What it was done to; null where there is nothing to name. */
  readonly subject: string | null
  /** `YYYY-MM-DD` */
  readonly day: string
}

/**
 * Rows that the statement before inserted, updated or deleted; statements that only read do not count. An insertion that did nothing because of
 * its conflict changed none.
 */
const CHANGED = sql<SqlBool>`changes() > 0`

const nextPosition = (chain: Chain) => sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM audit_entry WHERE chain = ${sql.lit(chain)})`

const atIntake = compiledOnce<IntakeEntered, unknown>(({ action, organisation, month }) => ({
  compile: () =>
    sql`INSERT INTO audit_entry (chain, position, action, organisation, month, blind)
      SELECT 'intake', ${nextPosition('intake')}, ${action}, ${organisation}, ${month}, randomblob(16) WHERE ${CHANGED}`.compile(sqlFor),
}))

/** Behind a statement that took in, imported or corrected cases of the organisation, or kept its cosignature. */
export const enteredAtIntake = (entry: IntakeEntered): CompiledQuery<unknown> => atIntake(entry)

/** The same, once for an organisation and a month: the days on which it made invitations are those on which somebody visits it, and their number how many came. */
export const enteredOnceAMonth = ({ action, organisation, month }: IntakeEntered): CompiledQuery<unknown> =>
  sql`INSERT INTO audit_entry (chain, position, action, organisation, month, blind)
    SELECT 'intake', ${nextPosition('intake')}, ${action}, ${organisation}, ${month}, randomblob(16)
    WHERE ${CHANGED} AND NOT EXISTS (SELECT 1 FROM audit_entry AS same WHERE same.chain = 'intake' AND same.action = ${sql.lit(action)}
      AND same.organisation = ${organisation} AND same.month = ${month})`.compile(sqlFor)

const otherEntry = ({ action, role, actor, subject, day }: OtherEntered, condition: RawBuilder<SqlBool>): CompiledQuery<unknown> =>
  sql`INSERT INTO audit_entry (chain, position, action, role, actor, subject, day, blind)
    SELECT 'other', ${nextPosition('other')}, ${action}, ${role}, ${actor}, ${subject}, ${day}, randomblob(16) WHERE ${condition}`.compile(
    sqlFor,
  )

/** Behind any other statement that changes something. */
export const entered = (entry: OtherEntered): CompiledQuery<unknown> => otherEntry(entry, CHANGED)

/** The same, once for an actor, a subject and a day: how often something was done on a day is not kept. */
export const enteredOnceADay = (entry: OtherEntered): CompiledQuery<unknown> =>
  otherEntry(
    entry,
    sql<SqlBool>`${CHANGED} AND NOT EXISTS (SELECT 1 FROM audit_entry AS same WHERE same.chain = 'other' AND same.action = ${entry.action}
      AND same.role = ${entry.role} AND same.actor IS ${entry.actor} AND same.subject IS ${entry.subject} AND same.day = ${entry.day})`,
  )

/** Behind the statement that registers an organisation, or gives it one key more: its number is not known before. */
export const enteredOrganisation = (
  name: string,
  { role, actor, day }: Pick<OtherEntered, 'role' | 'actor' | 'day'>,
): CompiledQuery<unknown> =>
  sql`INSERT INTO audit_entry (chain, position, action, role, actor, subject, day, blind)
    SELECT 'other', ${nextPosition('other')}, 'register-organisation', ${role}, ${actor}, organisation.id, ${day}, randomblob(16)
    FROM organisation WHERE organisation.name = ${name} AND ${CHANGED}`.compile(sqlFor)

/** In the batch with which a reading begins, or beside a change that is made in any case. */
export const enteredReading = (entry: OtherEntered): CompiledQuery<unknown> => otherEntry(entry, sql<SqlBool>`true`)

/** The same, where there is such an edition. */
export const enteredReadingEdition = (entry: OtherEntered & { readonly subject: string }): CompiledQuery<unknown> =>
  otherEntry(entry, sql<SqlBool>`EXISTS (SELECT 1 FROM edition WHERE edition.id = ${entry.subject})`)

/**
 * Before the statements that delete cases: one entry for each that will go, in the order of the organisations, so that those of one sweep have no
 * order of their own. A case that waits in an import and stands in its edition too is one.
 * @param which condition on `tag`  @param generation of the ledger; that of the database where it is left out
 */
export const withdrawalsEntered = (which: RawBuilder<SqlBool>, month: string, generation?: number): CompiledQuery<unknown> =>
  sql`INSERT INTO audit_entry (chain, position, action, organisation, month, generation, blind)
    SELECT 'intake', (SELECT coalesce(max(position), 0) FROM audit_entry WHERE chain = 'intake') + row_number() OVER (ORDER BY organisation),
      'withdrawal', organisation, ${month}, ${generation ?? sql`coalesce((SELECT generation FROM ledger_head), 0)`}, randomblob(16)
    FROM (
      SELECT tag, organisation FROM sealed_case WHERE ${which}
      UNION SELECT staged_case.tag, import_file.organisation FROM staged_case JOIN import_file ON import_file.id = staged_case.import WHERE ${which}
    )`.compile(sqlFor)
