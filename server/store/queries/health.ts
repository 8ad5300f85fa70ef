/** Whether the database answers, and how much it holds. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'

export const alive = (): CompiledQuery<{ edition: string }> => sqlFor.selectFrom('edition').select('id as edition').limit(1).compile()

export const countRows = (table: keyof StoreTables): CompiledQuery<{ rows: number }> =>
  sql<{ rows: number }>`SELECT count(*) AS rows FROM ${sql.table(table)}`.compile(sqlFor)
