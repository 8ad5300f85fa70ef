/** The key of the audit log beside the database, for its owner alone. No copy of the database holds it. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHAINS } from '../../survey-schema/audit-log/entry.ts'
import { logPublicKey } from '../../survey-schema/audit-log/head.ts'
import { equalBytes, fromHex, toHex } from '../sealing/bytes.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { read, type Store } from '../store/port.ts'
import { newestHead } from '../store/queries/audit-heads.ts'
import { closedToOthers, PRIVATE } from './private-file.ts'
import { Refusal } from './refusal.ts'

export const logKeyPath = (dataDir: string): string => join(dataDir, 'log-key')

/**
 * 32 bytes, made where no head was ever signed.
 * @param renew the key is lost, or somebody else may have it: heads are signed with a new one from now on, and an old file is kept under another name
 * @throws Refusal when the file is lost, damaged, or not the key of the newest heads
 */
export async function openLogKey(dataDir: string, store: Store, { renew = false } = {}): Promise<Uint8Array> {
  const path = logKeyPath(dataDir)
  const heads = (await Promise.all(CHAINS.map((chain) => read(store, newestHead(chain))))).flat()
  if (renew && existsSync(path)) renameSync(path, `${path}.aside-${toHex(randomBytes(4))}`)
  if (!existsSync(path)) {
    if (heads.length > 0 && !renew)
      throw new Refusal(
        'log-key-lost',
        'the file log-key is missing beside the database; bring it back from where it is kept, or start once with --new-log-key and tell everybody who verifies the log',
      )
    writeFileSync(path, `${toHex(randomBytes(32))}\n`, { mode: PRIVATE, flag: 'wx' })
  }
  closedToOthers(dataDir, [path])
  const key = readKey(path)
  if (!renew && heads.some((head) => !equalBytes(head.key, logPublicKey(key))))
    throw new Refusal(
      'log-key-wrong',
      'the file log-key is not the one that signed the audit log; bring back the one that was beside this database',
    )
  return key
}

function readKey(path: string): Uint8Array {
  try {
    return fromHex(readFileSync(path, 'utf8').trim(), 32)
  } catch {
    throw new Refusal('log-key-damaged', 'the file log-key does not hold 32 bytes in hexadecimal')
  }
}
