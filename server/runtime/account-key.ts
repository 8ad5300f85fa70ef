/** The key of the accounts: a file beside the database, which no copy of the database holds. Without it nobody can sign in; cases go on coming in. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHex, toHex } from '../sealing/bytes.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { accountsInUse } from '../store/queries/access-codes.ts'
import { closedToOthers, PRIVATE } from './private-file.ts'
import { Refusal } from './refusal.ts'
import type { SqliteStore } from './sqlite.ts'

export const ACCOUNT_KEY = 'account-key'

/**
 * 32 bytes; made where nobody has an account yet. Null where it is lost: a new one would not open the secrets that were encrypted under it.
 * @throws Refusal when the file is damaged
 */
export function accountKeyIn(dataDir: string, store: SqliteStore): Uint8Array | null {
  const path = join(dataDir, ACCOUNT_KEY)
  if (!existsSync(path)) {
    if ((store.runNow(accountsInUse())[0]?.accounts ?? 0) > 0) return null
    writeFileSync(path, `${toHex(randomBytes(32))}\n`, { mode: PRIVATE, flag: 'wx', flush: true })
  }
  closedToOthers(dataDir, [path])
  try {
    return fromHex(readFileSync(path, 'utf8').trim(), 32)
  } catch {
    throw new Refusal('account-key-damaged', 'the file account-key does not hold 32 bytes in hexadecimal')
  }
}
