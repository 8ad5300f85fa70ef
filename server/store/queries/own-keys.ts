/** Whether an organisation has keys of its own. */
import type { CompiledQuery } from 'kysely'
import { sqlFor } from '../compile.ts'

export const firstPublicKey = (organisation: number): CompiledQuery<{ generation: number }> =>
  sqlFor.selectFrom('organisation_public_key').select('generation').where('organisation', '=', organisation).limit(1).compile()
