/** The folder of one server: the database, and beside it the key of the tags, which no copy of the database holds. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHex, toHex } from '../sealing/bytes.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { Refusal } from './refusal.ts'
import { openSqlite, type SqliteStore } from './sqlite.ts'

export interface DataDir {
  readonly store: SqliteStore
  readonly tagKey: Uint8Array
}

export const databasePath = (dataDir: string): string => join(dataDir, 'cases.sqlite')
const tagKeyPath = (dataDir: string) => join(dataDir, 'tag-key')

/** 32 bytes. @throws Refusal when the file is lost or damaged */
export function readTagKey(dataDir: string): Uint8Array {
  const path = tagKeyPath(dataDir)
  if (!existsSync(path))
    throw new Refusal('tag-key-lost', 'the file tag-key is missing beside the database; bring it back from where it is kept')
  try {
    return fromHex(readFileSync(path, 'utf8').trim(), 32)
  } catch {
    throw new Refusal('tag-key-damaged', 'the file tag-key does not hold 32 bytes in hexadecimal')
  }
}

/**
 * The opened folder, readable by its owner alone. With `create`, a new one is made where there is none.
 * @throws Refusal when there is none, or when its tag key is damaged or lost
 */
export function openDataDir(path: string, { create = false }: { readonly create?: boolean } = {}): DataDir {
  const database = databasePath(path)
  if (!create && !existsSync(database))
    throw new Refusal('no-data-folder', 'there is no database in this folder; `serve` or `keys install` make one')
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  // A new key beside an old database would take every case sent again for a new one.
  if (!existsSync(tagKeyPath(path)) && !existsSync(database))
    writeFileSync(tagKeyPath(path), `${toHex(randomBytes(32))}\n`, { mode: 0o600, flag: 'wx' })
  const tagKey = readTagKey(path)
  const store = openSqlite(database)
  chmodSync(database, 0o600)
  return { store, tagKey }
}
