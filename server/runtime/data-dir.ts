/** The folder of one server: the database, beside it its keys, which no copy of the database holds, and a mark while it is open. */
import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HeldKeyChecks, heldKeyChecks } from '../store/queries/key-checks.ts'
import { closedToOthers, PRIVATE, privateFolder } from './private-file.ts'
import { Refusal } from './refusal.ts'
import {
  keepKeyChecks,
  keepNewServerKey,
  keepServerKey,
  keyFilesIn,
  ledgerKeyPath,
  readServerKeys,
  requireOwnKeys,
  type ServerKeys,
} from './server-keys.ts'
import { openSqlite, type SqliteStore } from './sqlite.ts'

export interface DataDir extends ServerKeys {
  readonly store: SqliteStore
}

export const databasePath = (dataDir: string): string => join(dataDir, 'cases.sqlite')
/** What `restore` writes before it is whole; what a crash leaves of it is removed at the next opening. */
export const UNFINISHED_RESTORE = '.restoring.sqlite'
/** Holds nothing. It is there from the first opening of the database until the last program that had it open has folded the log into it. */
const openMarkPath = (dataDir: string) => `${databasePath(dataDir)}-open`
const logPath = (dataDir: string) => `${databasePath(dataDir)}-wal`

/** What belongs to the database while it is open. */
export const besideDatabase = (dataDir: string): readonly string[] =>
  ['-wal', '-shm', '-journal', '-open'].map((ending) => databasePath(dataDir) + ending)

export interface Opening {
  /** A new folder is made where there is none. */
  readonly create?: boolean
  /** The operator knows that the log of a program that was killed is lost, and with it what came in its last minute. */
  readonly withoutLog?: boolean
}

/**
 * The opened folder, readable by its owner alone.
 * @throws Refusal when there is none, when one of its keys is damaged, lost or another's, or when the log was removed after a kill
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
  closedToOthers(path, [database, ...besideDatabase(path), ...keyFilesIn(path)])
  rmSync(join(path, UNFINISHED_RESTORE), { force: true })
  // A new key beside an old database would know neither its ledger nor the digests of what was published.
  const fresh = !existsSync(database)
  if (fresh && keyFilesIn(path).every((file) => !existsSync(file))) keepNewServerKey(path)
  const keys = readServerKeys(path)
  // SQLite takes an empty file for a new database, and gives its log the same mode.
  closeSync(openSync(database, 'a', PRIVATE))
  const store = openSqlite(database)
  try {
    const checks = heldChecks(store)
    requireOwnKeys(keys, checks)
    if (fresh) for (const query of keepKeyChecks(keys)) store.runNow(query)
    // Only a key of the tags that the database knows: what follows from another one would be in the way of the right one.
    if (!existsSync(ledgerKeyPath(path)) && (fresh || checks.tags)) keepServerKey(path, keys.serverKey)
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
  return { store: { ...store, close }, ...keys }
}

export const heldChecks = (store: SqliteStore): HeldKeyChecks => store.runNow(heldKeyChecks())[0] as HeldKeyChecks
