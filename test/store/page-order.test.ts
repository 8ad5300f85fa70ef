/** Where rows stand in the file tells nothing of the order in which they came (P04), judged on the bytes of the file. */
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CompiledQuery } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { AT_EVERY_TICK, ticksBetween } from '../../server/runtime/page-order.ts'
import { openSqlite, type SqliteStore } from '../../server/runtime/sqlite.ts'
import { toHex } from '../../server/sealing/bytes.ts'
import { StoreUnavailable } from '../../server/store/port.ts'
import { arrive } from '../../server/store/queries/cases.ts'
import { install } from '../../server/store/queries/editions.ts'
import { alive } from '../../server/store/queries/health.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import { type DatabaseFile, type Page, readDatabase } from '../support/pages.ts'
import { drawnBytes, drawnNumbers } from '../support/seed.ts'
import { arrival } from './distinct.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-pages-'))
afterAll(() => rmSync(folder, { recursive: true }))
const open: SqliteStore[] = []
afterEach(() => {
  for (const store of open.splice(0)) store.close()
})
let made = 0
const TOGETHER = 20

/** Every value of a row that could stand in a table or an index is as random as those of the server. */
function drawnCase(next: (length: number) => Uint8Array) {
  const [tag, receipt_hash, lookup, body, enc, ciphertext] = [next(32), next(32), next(32), next(32), next(32), next(272)]
  return arrival({ id: toHex(next(16)), tag, receipt_hash, lookup, body, enc, ciphertext })
}
type Case = ReturnType<typeof drawnCase>

const blobs = (table: string, count: number) => {
  const next = drawnBytes(table)
  return Array.from({ length: count }, () => next(32))
}
const stored = (sql: string, ...values: unknown[]) => CompiledQuery.raw(sql, values)

/** A database to which the cases came one by one, among them what else a server writes; some of it is deleted again. */
async function filled(cases: readonly Case[]) {
  const path = join(folder, `${++made}.sqlite`)
  const store = openSqlite(path)
  open.push(store)
  await store.batch(
    registerOrganisation(
      { name: 'Invented Shelter', holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null },
      { hash: new Uint8Array(32), scopes: 'submit', expires: '2030-01' },
    ),
  )
  await store.batch(install({ id: 'e-1', questionnaire: '1.0', fictional: 1, public_key: new Uint8Array(32) }, 0))
  const file = 'f'.repeat(32)
  await store.batch([
    stored(
      `insert into import_file (id, organisation, rows, existing, state, edition, day) values (?, 1, 9, 'refuse', 'waiting', 'e-1', '2026-11-21')`,
      file,
    ),
  ])
  const arriving = cases.map((one) => [
    ...arrive(one),
    stored('insert into kept_tag (tag) values (?)', one.body),
    stored('insert into withdrawn_case (tag) values (?)', one.enc),
    stored(
      `insert into staged_case (import, id, tag, receipt_hash, version, month, enc, ciphertext) values (?, ?, ?, ?, 1, '2026-11', ?, ?)`,
      ...[file, one.id, one.tag, one.receipt_hash, one.enc, one.ciphertext],
    ),
  ])
  // One after the other, in transactions as of a busy minute.
  for (let at = 0; at < arriving.length; at += TOGETHER) await store.batch(arriving.slice(at, at + TOGETHER).flat())
  // Entries of the audit log stand in an order of their own, without a case, and each has random bytes.
  await store.batch([stored('update audit_entry set blind = zeroblob(16)')])
  // Free pages, and holes in others.
  const gone = blobs('gone', 400)
  await store.batch(gone.map((tag) => stored('insert into kept_tag (tag) values (?)', tag)))
  await store.batch(gone.map((tag) => stored('delete from kept_tag where tag = ?', tag)))
  return { store, path }
}

const TREES = [
  'sealed_case',
  'sealed_case_edition',
  'sqlite_autoindex_sealed_case_2',
  'sqlite_autoindex_sealed_case_3',
  'idempotency',
  'kept_tag',
  'withdrawn_case',
  'staged_case',
  'sqlite_autoindex_staged_case_2',
]

/** Enough of a random value to know it again. */
const MARK = 8

/** Which arrival a cell is of, from 0, known by a value in it; -1 for what is of no case. */
function arrivals(cases: readonly Case[]): (cell: Buffer) => number {
  const known = new Map<string, number>()
  for (const [rank, { id, tag, receipt_hash, lookup, body, enc }] of cases.entries())
    for (const value of [id, tag, receipt_hash, lookup, body, enc]) known.set(Buffer.from(value).toString('latin1', 0, MARK), rank)
  return (cell) => {
    for (let at = 0; at + MARK <= cell.length; at++) {
      const rank = known.get(cell.toString('latin1', at, at + MARK))
      if (rank !== undefined) return rank
    }
    return -1
  }
}

const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length

/**
 * How often one is right who takes a later place for a later arrival: of two cells of a page, and of two that stand next to each other in
 * the file. 0.5 is chance. A page is filled from its end, and a file from its beginning.
 */
function guessed({ trees }: DatabaseFile, cases: readonly Case[]) {
  const rankOf = arrivals(cases)
  const samePage: boolean[] = []
  const neighbours: boolean[] = []
  for (const name of TREES) {
    const leaves = (trees.get(name) as readonly Page[]).filter(({ leaf }) => leaf).sort((a, b) => a.number - b.number)
    const ranks = leaves.map(({ cells }) =>
      [...cells]
        .sort((a, b) => b.offset - a.offset)
        .map(({ bytes }) => rankOf(bytes))
        .filter((rank) => rank >= 0),
    )
    for (const page of ranks) for (const [at, first] of page.entries()) for (const then of page.slice(at + 1)) samePage.push(then > first)
    const all = ranks.flat()
    for (const [at, then] of all.entries()) if (at > 0) neighbours.push(then > (all[at - 1] as number))
  }
  return { samePage: share(samePage), neighbours: share(neighbours) }
}

/** Change counter, schema cookie and the version that wrote last: how often something was written, not what or in which order. */
const COUNTERS = [24, 40, 92]
function withoutCounters(path: string): Buffer {
  const bytes = readFileSync(path)
  for (const at of COUNTERS) bytes.fill(0, at, at + 4)
  return bytes
}

const drawn = (count: number) => {
  const next = drawnBytes('cases on pages')
  return Array.from({ length: count }, () => drawnCase(next))
}
function shuffled<Value>(values: readonly Value[]): Value[] {
  const random = drawnNumbers('another order of arrival')
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

describe('the places of rows in the file', () => {
  // Five standard deviations of chance, and more.
  it.each([
    { count: 60, pair: 0.15, neighbour: 0.12 },
    { count: 1000, pair: 0.05, neighbour: 0.025 },
  ])('P04 tell the order of arrival of $count cases no better than chance after a tick', async ({ count, pair, neighbour }) => {
    const cases = drawn(count)
    const { store, path } = await filled(cases)
    store.scrub()
    // Without the rewriting they do tell, and the test sees it.
    expect(guessed(readDatabase(path), cases).neighbours).toBeGreaterThan(0.5 + neighbour)
    await store.orderPages()
    const { samePage, neighbours } = guessed(readDatabase(path), cases)
    expect(Math.abs(samePage - 0.5)).toBeLessThan(pair)
    expect(Math.abs(neighbours - 0.5)).toBeLessThan(neighbour)
  })

  it('P04 are the same byte for byte in whichever order the same cases came', async () => {
    const cases = drawn(300)
    const [one, other] = [await filled(cases), await filled(shuffled(cases))]
    const differ = () => !withoutCounters(one.path).equals(withoutCounters(other.path))
    // The name of what is published is drawn when the file is made: of any arrival it knows nothing.
    for (const { store } of [one, other]) await store.batch([CompiledQuery.raw('UPDATE published_state SET name = zeroblob(16)')])
    for (const { store } of [one, other]) store.scrub()
    expect(differ()).toBe(true)
    for (const { store } of [one, other]) await store.orderPages()
    expect(differ()).toBe(false)
  })

  it('P04 follow the keys: no free page, no second copy of a row, each tree from its first page to its last', async () => {
    const cases = drawn(300)
    const { store, path } = await filled(cases)
    store.scrub()
    expect(readDatabase(path).freePages).toBeGreaterThan(0)
    await store.orderPages()
    const { bytes, freePages, trees } = readDatabase(path)
    expect(freePages).toBe(0)
    for (const name of TREES) {
      const leaves = (trees.get(name) as readonly Page[]).filter(({ leaf }) => leaf).map(({ number }) => number)
      expect([name, leaves]).toEqual([name, [...leaves].sort((a, b) => a - b)])
    }
    expect((trees.get('sealed_case') as readonly Page[]).length).toBeGreaterThan(10)
    const text = bytes.toString('latin1')
    for (const { lookup, body, ciphertext } of cases)
      expect([lookup, body, ciphertext].map((value) => text.split(Buffer.from(value).toString('latin1')).length - 1)).toEqual([1, 2, 2])
  })

  it('P04 are not told by the log or its index either, which are of the last minute', async () => {
    const { store, path } = await filled(drawn(60))
    await store.orderPages()
    expect(statSync(`${path}-wal`).size).toBe(0)
    const index = readFileSync(`${path}-shm`)
    // Numbers of the pages in the log, from byte 136 on; those of the ordered file follow one another.
    const numbers = Array.from({ length: 4062 }, (_, at) => index.readUInt32LE(136 + 4 * at)).filter((number) => number > 0)
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(index.length).toBe(32_768)
  })

  it('P04 are those of a copy too, which is made in memory', async () => {
    const cases = drawn(60)
    const { store } = await filled(cases)
    const path = join(folder, 'copy.sqlite')
    writeFileSync(path, store.copy())
    const { samePage, neighbours } = guessed(readDatabase(path), cases)
    expect(Math.abs(samePage - 0.5)).toBeLessThan(0.15)
    expect(Math.abs(neighbours - 0.5)).toBeLessThan(0.15)
  })
})

describe('ordering pages', () => {
  const cookie = (path: string) => readFileSync(path).readUInt32BE(40)

  it('happens when something was written since, here or by another process, and else not', async () => {
    const { store, path } = await filled(drawn(5))
    await store.orderPages()
    const first = cookie(path)
    await store.orderPages()
    expect(cookie(path)).toBe(first)
    await store.batch([stored('insert into kept_tag (tag) values (?)', new Uint8Array(32))])
    await store.orderPages()
    expect(cookie(path)).toBe(first + 1)
    const other = new Database(path)
    other.exec('delete from kept_tag')
    other.close()
    await store.orderPages()
    expect(cookie(path)).toBe(first + 2)
  })

  it('keeps waiting what writes, and nothing that reads', async () => {
    const { store } = await filled(drawn(300))
    const order: string[] = []
    const note = (word: string) => () => order.push(word)
    await Promise.all([
      store.orderPages().then(note('ordered')),
      store.batch([stored('insert into kept_tag (tag) values (?)', new Uint8Array(32))]).then(note('written')),
      store.batch([alive()]).then(note('read')),
    ])
    expect(order).toEqual(['read', 'ordered', 'written'])
  })

  it('waits for another process that reads the log, and is made up for at the next tick', async () => {
    const cases = drawn(60)
    const { store, path } = await filled(cases)
    const reader = new Database(path, { readonly: true })
    reader.exec('begin')
    reader.prepare('select count(*) from sealed_case').get()
    await store.batch([stored('insert into kept_tag (tag) values (?)', new Uint8Array(32))])
    store.scrub()
    const before = cookie(path)
    await store.orderPages()
    expect(cookie(path)).toBe(before)
    reader.exec('commit')
    reader.close()
    await store.orderPages()
    expect(cookie(path)).toBe(before + 1)
  })

  it('P42 says unavailable when the file is away, and writing goes on', async () => {
    const { store, path } = await filled(drawn(5))
    renameSync(path, `${path}-away`)
    await expect(store.orderPages()).rejects.toThrow(StoreUnavailable)
    renameSync(`${path}-away`, path)
    expect((await store.batch([stored('insert into kept_tag (tag) values (?)', new Uint8Array(32))]))[0].changes).toBe(1)
    await store.orderPages()
  })

  it('happens at every tick up to some 22,000 cases, and then more rarely as the file grows', () => {
    expect([1, AT_EVERY_TICK, AT_EVERY_TICK + 1, 5 * AT_EVERY_TICK].map(ticksBetween)).toEqual([1, 1, 2, 5])
  })
})
