import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CompiledQuery } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openSqlite, type SqliteStore } from '../../server/runtime/sqlite.ts'
import { randomBytes } from '../../server/sealing/keyed.ts'
import { inOrder, migrate } from '../../server/store/migrate.ts'
import { StoreUnavailable } from '../../server/store/port.ts'
import { install } from '../../server/store/queries/editions.ts'
import { alive } from '../../server/store/queries/health.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import { auditMutationSuite } from './audit-mutation-suite.ts'
import { auditSuite } from './audit-suite.ts'
import { earlierTagsSuite } from './earlier-tags-suite.ts'
import { importsSuite } from './imports-suite.ts'
import { invitationsSuite } from './invitations-suite.ts'
import { lifeSuite } from './life-suite.ts'
import { networkSuite } from './network-suite.ts'
import { olderImportsSuite } from './older-imports-suite.ts'
import { ownCasesSuite } from './own-cases-suite.ts'
import { peopleSuite } from './people-suite.ts'
import { signedCasesSuite } from './signed-cases-suite.ts'
import { storeSuite } from './suite.ts'
import { versionOneSuite } from './version-one-suite.ts'
import { versionOneText } from './version-one-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let open: SqliteStore[] = []
let count = 0
const fresh = (options?: Parameters<typeof openSqlite>[1], path = join(folder, `${++count}.sqlite`)) => {
  const store = openSqlite(path, options)
  open.push(store)
  return { store, path }
}
afterEach(() => {
  for (const store of open) store.close()
  open = []
})

const MIGRATIONS = new URL('../../server/store/migrations/', import.meta.url)
const migrationTexts = () =>
  readdirSync(MIGRATIONS)
    .sort()
    .map((name) => readFileSync(new URL(name, MIGRATIONS), 'utf8'))

storeSuite('better-sqlite3', async () => fresh().store)
lifeSuite('better-sqlite3', async () => fresh().store)
importsSuite('better-sqlite3', async () => fresh().store)
ownCasesSuite('better-sqlite3', async () => fresh().store)
peopleSuite('better-sqlite3', async () => fresh().store)
signedCasesSuite('better-sqlite3', async () => fresh().store)
invitationsSuite('better-sqlite3', async () => fresh().store)
networkSuite('better-sqlite3', async () => fresh().store)
auditSuite('better-sqlite3', async () => fresh().store)
auditMutationSuite('better-sqlite3', async () => fresh().store)
let older = 0
const grown = async (migrations: number, statements: readonly CompiledQuery<unknown>[]) => {
  const path = join(folder, `older-${++older}.sqlite`)
  const db = new Database(path)
  for (const text of migrationTexts().slice(0, migrations)) db.exec(text)
  db.pragma(`user_version = ${migrations}`)
  for (const { sql, parameters } of statements) db.prepare(sql).run(...parameters)
  db.close()
  return fresh({}, path).store
}
olderImportsSuite('better-sqlite3', grown)
earlierTagsSuite('better-sqlite3', async () => fresh().store, grown)
versionOneSuite('better-sqlite3', async () => fresh().store, versionOneText)

const organisation = (name: string) =>
  registerOrganisation(
    { name, holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null },
    { hash: randomBytes(32), scopes: 'submit', expires: '2030-01' },
  )
const edition = install({ id: 'e-1', questionnaire: '1.0', fictional: 1, public_key: new Uint8Array(32) }, 40)

describe('SQLite', () => {
  it('P10 runs with the settings that make an answer durable and a deletion real', async () => {
    const { store } = fresh()
    const setting = async (name: string) =>
      Object.values((await store.batch([CompiledQuery.raw(`pragma ${name}`)]))[0].rows[0] as object)[0]
    expect(await setting('journal_mode')).toBe('wal')
    expect(await setting('synchronous')).toBe(2)
    expect(await setting('secure_delete')).toBe(1)
    expect(await setting('trusted_schema')).toBe(0)
    expect(await setting('foreign_keys')).toBe(1)
  })

  it('P42 says unavailable on a full disk, half writes nothing, and goes on when there is space again', async () => {
    const { store, path } = fresh({ maxPages: 24 })
    const fill = async () => {
      for (let number = 0; number < 4000; number++) await store.batch(organisation(`Invented ${number} ${'x'.repeat(200)}`))
    }
    const failure = await fill().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StoreUnavailable)
    expect((failure as StoreUnavailable).code).toBe('SQLITE_FULL')
    const counts = async (of: SqliteStore) =>
      (
        await of.batch([
          CompiledQuery.raw('select (select count(*) from organisation) as named, (select count(*) from organisation_key) as keyed'),
        ])
      )[0].rows[0] as {
        named: number
        keyed: number
      }
    const { named, keyed } = await counts(store)
    expect(named).toBe(keyed)
    const roomy = fresh({}, path).store
    await roomy.batch(organisation('Invented at last'))
    expect((await counts(roomy)).named).toBe(named + 1)
  })

  it('P42 says unavailable while another process writes, and goes on afterwards', async () => {
    const { store, path } = fresh()
    const other = new Database(path)
    other.exec('begin immediate')
    await expect(store.batch(edition)).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    other.exec('rollback')
    other.close()
    expect((await store.batch(edition))[1].changes).toBe(1)
  })

  it('P42 says unavailable on a database that may only be read', async () => {
    const { store, path } = fresh()
    await store.batch(edition)
    const { store: readonly } = fresh({ readonly: true }, path)
    await expect(readonly.batch(organisation('Invented'))).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
    expect((await readonly.batch([alive()]))[0].rows).toHaveLength(1)
  })

  it('P42 refuses a file that is no database, and one that was cut off', async () => {
    const nonsense = join(folder, 'nonsense.sqlite')
    writeFileSync(nonsense, 'not a database, at length '.repeat(400))
    expect(() => openSqlite(nonsense)).toThrow(StoreUnavailable)
    const { store, path } = fresh()
    for (let number = 0; number < 50; number++) await store.batch(organisation(`Invented ${number}`))
    store.close()
    open = []
    truncateSync(path, 8192)
    const read = async () => fresh({}, path).store.batch(organisation('Invented after'))
    await expect(read()).rejects.toThrow(StoreUnavailable)
  })

  it('P44 leaves the old state when a migration fails, and refuses a database of a newer version', () => {
    const db = new Database(':memory:')
    const target = {
      version: () => db.pragma('user_version', { simple: true }) as number,
      apply: (sql: string, version: number) =>
        db.transaction(() => {
          db.exec(sql)
          db.pragma(`user_version = ${version}`)
        })(),
    }
    const first = { name: '0001-one.sql', sql: 'create table one (a)' }
    migrate(target, inOrder([first]))
    expect(() => migrate(target, inOrder([first, { name: '0002-two.sql', sql: 'create table two (b); create table one (c)' }]))).toThrow()
    expect(target.version()).toBe(1)
    expect(db.prepare("select name from sqlite_master where type = 'table'").pluck().all()).toEqual(['one'])
    expect(() => migrate(target, [])).toThrow(RangeError)
    expect(() => inOrder([{ name: '0002-two.sql', sql: '' }])).toThrow(RangeError)
    db.close()
  })

  it('P04 keeps no order of arrival: every table of cases is ordered by random keys alone', () => {
    const sql = migrationTexts().join('\n')
    for (const table of [
      'sealed_case',
      'idempotency',
      'kept_tag',
      'asked_withdrawal',
      'withdrawn_case',
      'staged_case',
      'sealed_case_of_layouts',
      'staged_case_of_layouts',
    ]) {
      const definition = new RegExp(`CREATE TABLE ${table} \\([^;]*;`).exec(sql)?.[0]
      expect(definition).toContain('WITHOUT ROWID')
      expect(definition).not.toMatch(/AUTOINCREMENT|timestamp|datetime/i)
    }
  })
})
