/** What builds sealed to organisations about the cases that they opened. */
import type { CompiledQuery } from 'kysely'
import { sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'

export type StatementRow = StoreTables['statement']

/** The first statement of an edition to an organisation stays. */
export const keepStatement = (row: StatementRow): CompiledQuery<unknown> =>
  sqlFor
    .insertInto('statement')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .compile()

export const statementsOfEdition = (edition: string): CompiledQuery<Omit<StatementRow, 'edition'>> =>
  sqlFor
    .selectFrom('statement')
    .select(['organisation', 'enc', 'ciphertext'])
    .where('edition', '=', edition)
    .orderBy('organisation')
    .compile()

export const statementTo = (edition: string, organisation: number): CompiledQuery<Pick<StatementRow, 'enc' | 'ciphertext'>> =>
  sqlFor
    .selectFrom('statement')
    .select(['enc', 'ciphertext'])
    .where('edition', '=', edition)
    .where('organisation', '=', organisation)
    .compile()

export const organisationNumbers = (): CompiledQuery<{ id: number }> => sqlFor.selectFrom('organisation').select('id').compile()
