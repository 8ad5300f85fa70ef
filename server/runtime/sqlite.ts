/** The store on one machine: SQLite through better-sqlite3. */
import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { inOrder, migrate } from '../store/migrate.ts'
import type { Outcomes, Store } from '../store/port.ts'
import { rewriteInKeyOrder, ticksBetween } from './page-order.ts'
import { BUSY_TIMEOUT, copied, emptyLog, forMemory, guarded, requireIntact } from './sqlite-file.ts'

const MIGRATIONS = new URL('../../server/store/migrations/', import.meta.url)

export interface SqliteStore extends Store {
  /**
   * What was deleted is in no byte of the database or its log: `secure_delete` has overwritten it in the one, and the other is emptied.
   * @returns false while another process reads the log; ask again
   */
  scrub(): boolean
  /**
   * Pages and their cells lie in the order of the keys, which is that of no arrival, if anything was written since they last did. A
   * large database is written anew at some of the calls only, unless `now`. What writes waits meanwhile; what reads does not.
   * @throws StoreUnavailable when the disk or the file does not allow it; then nothing has changed
   */
  orderPages(options?: { readonly now?: boolean }): Promise<void>
  /**
   * The database of this moment as one file without a log, whole, checked and in the order of its keys, in memory alone.
   * @throws StoreUnavailable 'SQLITE_CORRUPT' when it does not pass the check
   */
  copy(): Uint8Array<ArrayBuffer>
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
 * @param path of the file; or the bytes of one, and then nothing is written to any disk
 * @throws StoreUnavailable when the file cannot be opened or is no database
 */
export function openSqlite(path: string | Uint8Array, { readonly = false, maxPages }: SqliteOptions = {}): SqliteStore {
  const db = guarded(() => new Database(typeof path === 'string' ? path : forMemory(path), { readonly }))
  try {
    guarded(() => {
      db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
      db.pragma('trusted_schema = OFF')
      db.pragma('foreign_keys = ON')
      db.pragma('temp_store = MEMORY')
      if (typeof path !== 'string') requireIntact(db)
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
  /** Another value after anything was written, by this process or another. */
  const written = () => `${db.prepare('select total_changes()').pluck().get()} ${db.pragma('data_version', { simple: true })}`
  const bytesHeld = () => (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number)
  let rewriting: Promise<void> | null = null
  /** What `written` was when pages last lay in order; nothing is known of what another run of the program left. */
  let ordered: string | null = null
  let ticksWaited = 0
  const reads = (queries: readonly CompiledQuery<unknown>[]) => queries.every(({ sql }) => statement(sql).readonly)

  return {
    async batch<const Queries extends readonly CompiledQuery<unknown>[]>(queries: Queries) {
      const writes = !guarded(() => reads(queries))
      // The thread that orders pages holds the lock, and waiting for a lock would stop every request.
      while (writes && rewriting) await rewriting.catch(() => {})
      return guarded(() => {
        if (writes) return atomically.immediate(queries)
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
          return emptyLog(db)
        } finally {
          db.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
        }
      })
    },
    async orderPages({ now = false } = {}) {
      ticksWaited++
      if (ordered === written() || !(now || ticksWaited >= ticksBetween(bytesHeld()))) return
      rewriting = rewriteInKeyOrder(db.name)
        .then((whole) => {
          if (whole) ordered = written()
          ticksWaited = 0
        })
        .finally(() => {
          rewriting = null
        })
      return rewriting
    },
    copy: () => guarded(() => copied(db)),
    close() {
      if (!readonly) db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}

/** Bytes without the habits of a Buffer, as every other store hands them over. */
function withPlainBytes(row: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(row)) {
    if (Buffer.isBuffer(value)) row[name] = new Uint8Array(value.buffer, value.byteOffset, value.length)
  }
  return row
}
