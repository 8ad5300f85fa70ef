/** The store on one machine: SQLite through better-sqlite3. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { inOrder, migrate } from '../store/migrate.ts'
import { type Outcomes, type Store, StoreUnavailable } from '../store/port.ts'

const MIGRATIONS = new URL('../../server/store/migrations/', import.meta.url)

/** Milliseconds that a statement waits for another process. */
const BUSY_TIMEOUT = 2000

export interface SqliteStore extends Store {
  /**
   * What was deleted is in no byte of the database or its log: `secure_delete` has overwritten it in the one, and the other is emptied.
   * @returns false while another process reads the log; ask again
   */
  scrub(): boolean
  /**
   * The database of this moment stands in the file, whole and checked, as one file without a log. Others may write meanwhile.
   * @throws StoreUnavailable 'SQLITE_CORRUPT' when the copy does not pass the check
   */
  backup(path: string): Promise<void>
  /** As a batch of one, at once: for what is decided before anything may wait. @throws StoreUnavailable */
  runNow<Row>(query: CompiledQuery<Row>): readonly Row[]
  /** Folds the log into the database and lets go of it. */
  close(): void
}

export interface SqliteOptions {
  readonly readonly?: boolean
  /** Pages the file may have at most; a small number makes a full disk for a test. */
  readonly maxPages?: number
}

/**
 * A batch is on the disk once it returns: `synchronous=FULL` syncs the write-ahead log at each commit, where the compiled
 * default would not. `secure_delete` overwrites what is deleted.
 * @throws StoreUnavailable when the file cannot be opened or is no database
 */
export function openSqlite(path: string, { readonly = false, maxPages }: SqliteOptions = {}): SqliteStore {
  const db = guarded(() => new Database(path, { readonly }))
  try {
    guarded(() => {
      db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
      db.pragma('trusted_schema = OFF')
      db.pragma('foreign_keys = ON')
      db.pragma('temp_store = MEMORY')
      if (readonly) return
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      db.pragma('secure_delete = ON')
      migrate(
        {
          version: () => db.pragma('user_version', { simple: true }) as number,
          apply: (sql, version) =>
            db
              .transaction(() => {
                db.exec(sql)
                db.pragma(`user_version = ${version}`)
              })
              .immediate(),
        },
        inOrder(
          readdirSync(MIGRATIONS)
            .sort()
            .map((name) => ({ name, sql: readFileSync(new URL(name, MIGRATIONS), 'utf8') })),
        ),
      )
      if (maxPages !== undefined) db.pragma(`max_page_count = ${maxPages}`)
    })
  } catch (error) {
    db.close()
    throw error
  }

  const prepared = new Map<string, Database.Statement<unknown[]>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const made = db.prepare<unknown[]>(sql)
    if (prepared.size < 200) prepared.set(sql, made)
    return made
  }
  const run = (queries: readonly CompiledQuery<unknown>[]) =>
    queries.map(({ sql, parameters }) => {
      const made = statement(sql)
      return made.reader
        ? { changes: 0, rows: (made.all(...parameters) as Record<string, unknown>[]).map(withPlainBytes) }
        : { changes: made.run(...parameters).changes, rows: [] }
    })
  const atomically = db.transaction(run)
  const reads = (queries: readonly CompiledQuery<unknown>[]) => queries.every(({ sql }) => statement(sql).readonly)

  return {
    async batch<const Queries extends readonly CompiledQuery<unknown>[]>(queries: Queries) {
      return guarded(() => {
        if (!reads(queries)) return atomically.immediate(queries)
        // One statement sees one state of the database by itself.
        return queries.length === 1 ? run(queries) : atomically(queries)
      }) as unknown as Outcomes<Queries>
    },
    runNow<Row>(query: CompiledQuery<Row>) {
      return guarded(() => run([query])[0]?.rows ?? []) as readonly Row[]
    },
    scrub() {
      return guarded(() => {
        // Whoever reads the log is asked again later; waiting here would keep every request waiting.
        db.pragma('busy_timeout = 0')
        try {
          const [state] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
          return state?.busy === 0
        } finally {
          db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
        }
      })
    },
    async backup(path) {
      try {
        await db.backup(path)
        guarded(() => requireIntact(path))
      } catch (error) {
        rmSync(path, { force: true })
        throw error
      }
    },
    close() {
      if (!readonly) db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}

/** @throws StoreUnavailable when the file is no whole database */
export function requireIntact(path: string): void {
  const copy = guarded(() => new Database(path))
  try {
    guarded(() => {
      copy.pragma('journal_mode = DELETE')
      if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreUnavailable('SQLITE_CORRUPT')
    })
  } finally {
    copy.close()
  }
}

/** Bytes without the habits of a Buffer, as every other store hands them over. */
function withPlainBytes(row: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(row)) {
    if (Buffer.isBuffer(value)) row[name] = new Uint8Array(value.buffer, value.byteOffset, value.length)
  }
  return row
}

/** Troubles of the disk or the file, by the first words of their code. Anything else is a mistake of ours and stays one. */
const TROUBLE = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN|PERM|NOMEM)/

function guarded<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Database.SqliteError ? TROUBLE.exec(error.code)?.[0] : undefined
    throw code ? new StoreUnavailable(code) : error
  }
}
