/** A data folder of a network of before: case references come in clear and become tags under a key beside the database. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '../../server/sealing/bytes.ts'
import { randomBytes } from '../../server/sealing/keyed.ts'

/** To be called before the folder has a database. @returns the folder */
export function networkOfBefore(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'tag-key'), `${toHex(randomBytes(32))}\n`, { mode: 0o600, flag: 'wx' })
  return dataDir
}
