/** Whether the database answers. */
import type { CompiledQuery } from 'kysely'
import { sqlFor } from '../compile.ts'

export const alive = (): CompiledQuery<{ edition: string }> => sqlFor.selectFrom('edition').select('id as edition').limit(1).compile()
