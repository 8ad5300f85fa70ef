/** The key of the tags of a network of before, on its way from the server to custodians. */
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { toHex } from '../sealing/bytes.ts'
import { syncFolder } from './atomic-file.ts'
import { tagKeyPath } from './server-keys.ts'

/** As the file `tag-key` beside a database holds it: put back there, it makes the same tags. */
export const tagKeyText = (tagKey: Uint8Array): string => `${toHex(tagKey)}\n`

/** The file is overwritten and gone. What the disk itself keeps of overwritten blocks is beyond any program. */
export function eraseTagKey(dataDir: string): void {
  const path = tagKeyPath(dataDir)
  if (!existsSync(path)) return
  const file = openSync(path, 'r+')
  try {
    writeSync(file, new Uint8Array(statSync(path).size), 0, undefined, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  rmSync(path)
  syncFolder(dataDir)
}
