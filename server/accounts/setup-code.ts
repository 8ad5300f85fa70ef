/** The code with which the first administrator sets up an account: shown once by a start or a command, and good until the end of the next day. */
import type { CompiledQuery } from 'kysely'
import { codeHash, newCode } from '../sealing/one-time-code.ts'
import { offerSetupCode } from '../store/queries/access-codes.ts'
import { BY_COMMAND, entered } from '../store/queries/audit.ts'
import { daysAfter } from './days.ts'

/** The code, and the statements that keep its hash while nobody has an account; a code from before is no longer good. The last one changes 1 row exactly then. */
export function newSetupCode(day: string): { readonly code: string; readonly queries: readonly CompiledQuery<unknown>[] } {
  const code = newCode()
  const offered = offerSetupCode({ hash: codeHash(code), expires: daysAfter(day, 1) })
  return { code, queries: [...offered, entered({ action: 'offer-setup-code', ...BY_COMMAND, subject: null, day })] }
}
