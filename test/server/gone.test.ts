/** What was withdrawn, corrected or erased is in no byte of any file, also when somebody reads meanwhile. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventLog } from '../../server/http/events.ts'
import { ledgerFile, ledgerPath } from '../../server/runtime/ledger-file.ts'
import { tick } from '../../server/runtime/tick.ts'
import { drawnBytes } from '../support/seed.ts'
import { caseOf, server } from './harness.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-gone-'))
afterAll(() => rmSync(folder, { recursive: true }))
let running: Awaited<ReturnType<typeof server>>
let day = '2026-11-21'
const clock = { day: () => day, month: () => day.slice(0, 7), year: () => 2026 }
beforeEach(async () => {
  day = '2026-11-21'
  running = await server({ clock })
  await running.open('2026-1')
})
afterEach(() => running.close())

const ticks = () =>
  tick({
    store: running.store,
    ledger: ledgerFile(ledgerPath(running.dataDir), running.serverKey),
    dataDir: running.dataDir,
    clock,
    events: eventLog(() => {}),
  })
const ask = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
  running.app.request(`/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${running.key}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  })

interface Bytes {
  readonly id: string
  readonly receipt_hash: Buffer
  readonly enc: Buffer
  readonly ciphertext: Buffer
}
const bytesOf = (table: string): Bytes[] => {
  const db = new Database(join(running.dataDir, 'cases.sqlite'), { readonly: true })
  const rows = db.prepare(`select id, receipt_hash, enc, ciphertext from ${table}`).all() as Bytes[]
  db.close()
  return rows
}
/** Names of the files in which a piece of any of these still lies. */
function left(rows: readonly Bytes[]): string[] {
  const pieces = rows.flatMap(({ id, receipt_hash, enc, ciphertext }) => [
    Buffer.from(id),
    receipt_hash,
    enc,
    ciphertext.subarray(0, 24),
    ciphertext.subarray(124, 148),
    ciphertext.subarray(248),
  ])
  return readdirSync(running.dataDir).filter((name) => {
    const bytes = readFileSync(join(running.dataDir, name))
    return pieces.some((piece) => bytes.includes(piece))
  })
}
const submitted = async (name: string) => (await (await running.post(caseOf(name))).json()) as { id: string; receipt: string }
const withdraw = (code: string) => ask('POST', '/withdrawals', JSON.stringify({ code }))

describe('the bytes', () => {
  it('P31 of a withdrawn case are in no file after a tick, its request neither', async () => {
    const receipts: { id: string; receipt: string }[] = []
    for (let number = 0; number < 300; number++) receipts.push(await submitted(`A-${number}`))
    const some = receipts.slice(100, 140)
    const gone = bytesOf('sealed_case').filter(({ id }) => some.some((one) => one.id === id))
    expect([gone.length, left(gone).length > 0]).toEqual([40, true])
    for (const { receipt } of some) await withdraw(receipt)
    await ticks()
    expect(await running.held('2026-1')).toBe(260)
    expect(left(gone)).toEqual([])
  })

  it('P31 are gone by the first tick after a reader lets go, however long it holds the log', async () => {
    const { receipt } = await submitted('A-1')
    await submitted('A-2')
    const [one] = bytesOf('sealed_case')
    const gone = bytesOf('sealed_case').filter(({ receipt_hash }) => receipt_hash.equals((one as Bytes).receipt_hash))
    const reader = new Database(join(running.dataDir, 'cases.sqlite'), { readonly: true })
    reader.exec('begin')
    expect(reader.prepare('select count(*) from sealed_case').pluck().get()).toBe(2)
    await withdraw(receipt)
    for (let times = 0; times < 3; times++) {
      await ticks()
      expect([left(bytesOf('sealed_case')).length > 0, await running.held('2026-1')]).toEqual([true, 1])
    }
    const both = reader.prepare('select id, receipt_hash, enc, ciphertext from sealed_case').all() as Bytes[]
    const now = new Set(bytesOf('sealed_case').map(({ id }) => id))
    const away = both.filter(({ id }) => !now.has(id))
    expect([gone.length, away.length, left(away).length > 0]).toEqual([1, 1, true])
    reader.exec('commit')
    reader.close()
    await ticks()
    expect(left(away)).toEqual([])
  })

  it('P34 of the earlier version of a corrected case are in no file after a tick', async () => {
    const { id } = await submitted('A-1')
    const earlier = bytesOf('sealed_case')
    await ask('PUT', `/cases/${id}`, JSON.stringify(caseOf('A-1', { gender: 'man' })), { 'If-Match': '"1"' })
    await ticks()
    expect(left(earlier.map((one) => ({ ...one, id: one.ciphertext.toString('hex'), receipt_hash: one.enc })))).toEqual([])
    expect(bytesOf('sealed_case')[0]?.receipt_hash).toEqual(earlier[0]?.receipt_hash)
  })

  it('P12 P31 of an import that nobody went on with are in no file after its time', async () => {
    const { id } = (await (await ask('POST', '/imports', '{"rows":99}', { 'Idempotency-Key': 'digest' })).json()) as { id: string }
    const part = Array.from({ length: 60 }, (_, number) => JSON.stringify(caseOf(`B-${number}`))).join('\n')
    expect((await ask('PUT', `/imports/${id}/parts/1`, part, { 'Content-Type': 'application/x-ndjson' })).status).toBe(200)
    const staged = bytesOf('staged_case')
    expect([staged.length, left(staged).length > 0]).toEqual([60, true])
    day = '2026-11-23'
    await ticks()
    expect(left(staged)).toEqual([])
  })

  it('P31 lie in no corner of a page: deleting overwrites every copy that the trees ever made', () => {
    const path = join(folder, 'pages.sqlite')
    const db = new Database(path)
    db.pragma('journal_mode = WAL')
    db.pragma('secure_delete = ON')
    db.exec('create table held (id text primary key, tag blob unique, seal blob) without rowid')
    const random = drawnBytes('what is deleted')
    const live: { id: string; seal: Buffer }[] = []
    const gone: Buffer[] = []
    for (let times = 0; times < 6000; times++) {
      if (live.length > 300 && times % 2 === 0) {
        const [one] = live.splice((times * 7919) % live.length, 1)
        db.prepare('delete from held where id = ?').run(one?.id)
        gone.push(one?.seal as Buffer)
      } else {
        const made = { id: Buffer.from(random(16)).toString('hex'), seal: Buffer.from(random(272)) }
        db.prepare('insert into held values (?, ?, ?)').run(made.id, random(32), made.seal)
        live.push(made)
      }
    }
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    const bytes = readFileSync(path)
    expect([
      gone.length > 2000,
      gone.filter((seal) => bytes.includes(seal.subarray(0, 32)) || bytes.includes(seal.subarray(240))).length,
    ]).toEqual([true, 0])
  })
})
