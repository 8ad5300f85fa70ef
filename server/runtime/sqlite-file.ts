/** A database file as a whole: its log emptied, its pages written anew, its copy in memory; and what goes wrong with it. */
import Database from 'better-sqlite3'
import { StoreUnavailable } from '../store/port.ts'

/** Milliseconds that a statement waits for another process. */
export const BUSY_TIMEOUT = 2000
/** Milliseconds that the thread waits for readers of the log, while it keeps what writes waiting. */
const READER_TIMEOUT = 100

/**
 * The file holds what it held, each table and index written one after the other in the order of its keys: no page, cell or free space
 * tells when a row came. The log is emptied before, so that the index of the log too is filled anew, and after.
 * @returns false while another process reads the log
 */
export function writeAnew(path: string): boolean {
  const db = guarded(() => new Database(path, { fileMustExist: true }))
  try {
    return guarded(() => {
      db.pragma('temp_store = MEMORY')
      db.pragma('synchronous = FULL')
      db.pragma('secure_delete = ON')
      db.pragma(`busy_timeout = ${READER_TIMEOUT}`)
      // A log that cannot be emptied would grow by the whole database.
      if (!emptyLog(db)) return false
      db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
      db.exec('VACUUM')
      db.pragma(`busy_timeout = ${READER_TIMEOUT}`)
      return emptyLog(db)
    })
  } finally {
    db.close()
  }
}

/** @returns false while somebody reads the log */
export const emptyLog = (db: Database.Database): boolean =>
  (db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[])[0]?.busy === 0

/** Bytes 18 and 19 of a database file: 2 where changes go to a log, which memory has not. */
const WRITE_VERSION = 18
const READ_VERSION = 19

/** The bytes of a database file, as they can be opened in memory. */
export function forMemory(bytes: Uint8Array): Buffer {
  const own = Buffer.from(bytes)
  own[WRITE_VERSION] = own[READ_VERSION] = 1
  return own
}

/** One file in memory, as SQLite would write it into an empty one. @throws StoreUnavailable when it is no whole database */
export function copied(db: Database.Database): Uint8Array<ArrayBuffer> {
  // In one transaction, so that all pages are of one moment.
  const copy = new Database(forMemory(db.transaction(() => db.serialize())()))
  try {
    requireIntact(copy)
    copy.exec('VACUUM')
    return new Uint8Array(copy.serialize())
  } finally {
    copy.close()
  }
}

/** @throws StoreUnavailable 'SQLITE_CORRUPT' */
export function requireIntact(db: Database.Database): void {
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreUnavailable('SQLITE_CORRUPT')
}

/** Troubles of the disk or the file, by the first words of their code. Anything else is a mistake of ours and stays one. */
const TROUBLE = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN|PERM|NOMEM)/

/** @throws StoreUnavailable when it is the disk or the file that does not allow the work */
export function guarded<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Database.SqliteError ? TROUBLE.exec(error.code)?.[0] : undefined
    throw code ? new StoreUnavailable(code) : error
  }
}
