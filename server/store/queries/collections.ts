/** What analysts keep: questions for public tables, and proposals of tables that are not there yet. Variables and levels; no words. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'
import { mayAct } from './may-act.ts'

type CollectionRow = StoreTables['collection']
type ProposalRow = StoreTables['proposal']

/** Of one analyst. */
const MOST_KEPT = 100

export const collectionsOf = (account: string): CompiledQuery<Pick<CollectionRow, 'id' | 'tables'>> =>
  sqlFor.selectFrom('collection').select(['id', 'tables']).where('account', '=', account).orderBy('id').compile()

/** `decides` changes 1 row unless there are too many. */
export const keepCollection = ({ id, account, tables }: CollectionRow): Act => ({
  decides: sql`INSERT INTO collection (id, account, tables) SELECT ${id}, ${account}, ${tables} WHERE ${mayAct(account, 'analyst')}
    AND (SELECT count(*) FROM collection WHERE collection.account = ${account}) < ${MOST_KEPT}`.compile(sqlFor),
})

export const changeCollection = ({ id, account, tables }: CollectionRow): Act => ({
  decides:
    sql`UPDATE collection SET tables = ${tables} WHERE id = ${id} AND account = ${account} AND ${mayAct(account, 'analyst')}`.compile(
      sqlFor,
    ),
})

export const dropCollection = (account: string, id: string): Act => ({
  decides: sql`DELETE FROM collection WHERE id = ${id} AND account = ${account}`.compile(sqlFor),
})

export const proposalsOf = (account: string): CompiledQuery<Omit<ProposalRow, 'account'>> =>
  sqlFor.selectFrom('proposal').select(['id', 'rows', 'columns']).where('account', '=', account).orderBy('id').compile()

/** Of everybody, for editors, who do not learn whose they are. */
export const allProposals = (): CompiledQuery<Omit<ProposalRow, 'account'>> =>
  sqlFor.selectFrom('proposal').select(['id', 'rows', 'columns']).orderBy('id').compile()

export const propose = ({ id, account, rows, columns }: ProposalRow): Act => ({
  decides:
    sql`INSERT INTO proposal (id, account, rows, columns) SELECT ${id}, ${account}, ${rows}, ${columns} WHERE ${mayAct(account, 'analyst')}
    AND (SELECT count(*) FROM proposal WHERE proposal.account = ${account}) < ${MOST_KEPT}`.compile(sqlFor),
})

export const dropProposal = (account: string, id: string): Act => ({
  decides: sql`DELETE FROM proposal WHERE id = ${id} AND account = ${account}`.compile(sqlFor),
})
