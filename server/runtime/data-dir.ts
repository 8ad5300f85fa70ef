/** The folder of one server: the database, beside it the key of the tags, which no copy of the database holds, and a mark while it is open. */
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHex, toHex } from '../sealing/bytes.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { isTagKey, tagKeyCheck } from '../sealing/tag-key-check.ts'
import { heldTagKeyCheck, keepTagKeyCheck } from '../store/queries/tag-key-check.ts'
import { closedToOthers, PRIVATE, privateFolder } from './private-file.ts'
import { Refusal } from './refusal.ts'
import { openSqlite, type SqliteStore } from './sqlite.ts'

export interface DataDir {
  readonly store: SqliteStore
  readonly tagKey: Uint8Array
}

export const databasePath = (dataDir: string): string => join(dataDir, 'cases.sqlite')
/** What `restore` writes before it is whole; what a crash leaves of it is removed at the next opening. */
export const UNFINISHED_RESTORE = '.restoring.sqlite'
const tagKeyPath = (dataDir: string) => join(dataDir, 'tag-key')
/** Holds nothing. It is there from the first opening of the database until the last program that had it open has folded the log into it. */
const openMarkPath = (dataDir: string) => `${databasePath(dataDir)}-open`
const logPath = (dataDir: string) => `${databasePath(dataDir)}-wal`

/** What belongs to the database while it is open. */
export const besideDatabase = (dataDir: string): readonly string[] =>
  ['-wal', '-shm', '-journal', '-open'].map((ending) => databasePath(dataDir) + ending)

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

export interface Opening {
  /** A new folder is made where there is none. */
  readonly create?: boolean
  /** The operator knows that the log of a program that was killed is lost, and with it what came in its last minute. */
  readonly withoutLog?: boolean
}

/**
 * The opened folder, readable by its owner alone.
 * @throws Refusal when there is none, when its tag key is damaged, lost or another's, or when the log was removed after a kill
 */
export function openDataDir(path: string, { create = false, withoutLog = false }: Opening = {}): DataDir {
  const database = databasePath(path)
  if (!create && !existsSync(database))
    throw new Refusal('no-data-folder', 'there is no database in this folder; `serve` or `keys install` make one')
  if (existsSync(openMarkPath(path)) && !existsSync(logPath(path)) && !withoutLog)
    throw new Refusal(
      'log-missing',
      'the last program that had this database open did not end by itself, and its log (cases.sqlite-wal) is not there: what came in its last minute, withdrawals too, is lost unless you bring it back. To go on without it, start once with `serve --confirm-ledger`',
    )
  privateFolder(path)
  closedToOthers(path, [database, ...besideDatabase(path), tagKeyPath(path)])
  rmSync(join(path, UNFINISHED_RESTORE), { force: true })
  // A new key beside an old database would take every case sent again for a new one.
  const fresh = !existsSync(tagKeyPath(path)) && !existsSync(database)
  if (fresh) writeFileSync(tagKeyPath(path), `${toHex(randomBytes(32))}\n`, { mode: PRIVATE, flag: 'wx' })
  const tagKey = readTagKey(path)
  // SQLite takes an empty file for a new database, and gives its log the same mode.
  closeSync(openSync(database, 'a', PRIVATE))
  const store = openSqlite(database)
  try {
    requireOwnKey(store, tagKey)
    if (fresh) store.runNow(keepTagKeyCheck(tagKeyCheck(tagKey)))
    writeFileSync(openMarkPath(path), '', { mode: PRIVATE })
  } catch (error) {
    store.close()
    throw error
  }
  const close = () => {
    store.close()
    // Another program that has it open still needs the log, and the mark.
    if (!existsSync(logPath(path))) rmSync(openMarkPath(path), { force: true })
  }
  return { store: { ...store, close }, tagKey }
}

/** A database of before this check has none; its ledger shows the same. @throws Refusal */
export function requireOwnKey(store: SqliteStore, tagKey: Uint8Array): void {
  const [check] = store.runNow(heldTagKeyCheck())
  if (check && !isTagKey(tagKey, check.value))
    throw new Refusal('tag-key-wrong', 'the file tag-key belongs to another database; bring back the one that was beside this one')
}
