/** What the editors' machine remembers of withdrawals, and a server that was set back to an older state with all that lies beside it. */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remember } from '../../../server/cli/files/withdrawn-memory.ts'
import { sealedFromStore } from '../../../server/editors/build/sealed-source.ts'
import { forgets, learned, NOTHING_WITHDRAWN, withoutWithdrawn } from '../../../server/editors/build/withdrawn-cases.ts'
import { carryOutWithdrawals } from '../../../server/receipts/sweep.ts'
import { openDataDir } from '../../../server/runtime/data-dir.ts'
import { joinLedger } from '../../../server/runtime/join-ledger.ts'
import type { WithdrawnList } from '../../../server/store/sealed-edition.ts'
import { caseOf, server } from '../harness.ts'
import { jnatip } from '../spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-memory-'))
const path = (name: string) => join(folder, name)
let running: Awaited<ReturnType<typeof server>>
let shares: string[]

beforeAll(async () => {
  running = await server()
  const opened = await running.open('2026-1')
  const { ledger } = await joinLedger(running, { confirmLedger: false, rebuildLedger: false })
  const keys = [running.key, await running.organisation('Invented Union'), await running.organisation('Invented Helpline')]
  const receipts: string[] = []
  for (let number = 0; number < 45; number++)
    receipts.push(
      ((await (await running.post(caseOf(`A-${number}`), { key: keys[number % 3] as string })).json()) as { receipt: string }).receipt,
    )
  const withdraw = async (code: string | undefined) => {
    const headers = { 'Content-Type': 'application/json' }
    await running.app.request('/api/v1/withdrawals', { method: 'POST', headers, body: JSON.stringify({ code }) })
    await carryOutWithdrawals(running.store, ledger, '2026-11')
  }
  await withdraw(receipts[0])
  await running.open('2026-2')
  running.store.scrub()
  // Database, ledger and key of that moment.
  mkdirSync(path('earlier'))
  for (const name of ['cases.sqlite', 'withdrawals.ledger', 'tag-key', 'ledger-key'])
    copyFileSync(join(running.dataDir, name), join(path('earlier'), name))
  await withdraw(receipts[1])
  await withdraw(receipts[2])
  running.store.scrub()
  mkdirSync(path('now'))
  for (const name of ['cases.sqlite', 'withdrawals.ledger', 'tag-key', 'ledger-key'])
    copyFileSync(join(running.dataDir, name), join(path('now'), name))
  mkdirSync(path('editors'))
  shares = opened.shares.slice(0, 2).flatMap((text, index) => {
    writeFileSync(path(`share-${index}`), text)
    return ['--share', path(`share-${index}`)]
  })
})
afterAll(() => {
  running.close()
  rmSync(folder, { recursive: true })
})

const build = async (data: string, out: string, ...more: string[]) => {
  const { stdout } = await jnatip(['build', '--data', path(data), '--edition', '2026-1', ...shares, '--out', path(out), ...more, '--json'])
  return JSON.parse(stdout) as { error?: string; leftOut?: number; memory?: string }
}
/** Keyed digest of the persons that the bundle counts. */
const persons = (bundle: string) =>
  (JSON.parse(readFileSync(path(bundle), 'utf8')) as { manifest: { counted: { persons: string }[] } }).manifest.counted[0]?.persons
const listOf = async (data: string) => {
  const dataDir = mkdtempSync(join(folder, 'copy-'))
  cpSync(path(data), dataDir, { recursive: true })
  const { store, serverKey } = openDataDir(dataDir)
  const source = await sealedFromStore(store, serverKey, '2026-1')
  return { ...source.head.withdrawn, close: store.close }
}

describe('the memory of the build machine', () => {
  it('P31 P32 refuses a server that was set back with its ledger, opens nothing, and counts no withdrawn case when it goes on', async () => {
    expect(await build('now', 'editors/bundle.json')).toMatchObject({ leftOut: 0, memory: path('editors/withdrawals.memory') })
    expect(persons('editors/bundle.json')).toMatch(/^[0-9a-f]{64}$/)
    const memory = path('editors/withdrawals.memory')
    expect(statSync(memory).mode & 0o077).toBe(0)
    const text = readFileSync(memory, 'utf8')
    expect(JSON.parse(text)).toMatchObject({ generation: 3, tags: { length: 3 } })
    expect(await build('earlier', 'editors/older.json')).toMatchObject({ error: 'source-forgets' })
    expect([readFileSync(memory, 'utf8'), existsSync(path('editors/older.json'))]).toEqual([text, false])
    expect(await build('earlier', 'editors/older.json', '--older-source')).toMatchObject({ leftOut: 2 })
    expect([persons('editors/older.json'), readFileSync(memory, 'utf8')]).toEqual([persons('editors/bundle.json'), text])
  })

  it('P41 without its memory the same server is not noticed', async () => {
    const { close, ...earlier } = await listOf('earlier')
    close()
    expect(remember(path('another.memory'), [earlier], false)).toMatchObject({ begun: true, known: { generation: 1 } })
  })

  it('P31 is never overwritten when it cannot be read', () => {
    const file = path('damaged.memory')
    for (const text of ['', '{}', '{"schema":"jnatip-withdrawals-memory/1","generation":1,"head":null,"tags":["x"]}']) {
      writeFileSync(file, text)
      expect(() => remember(file, [NOTHING_WITHDRAWN], true)).toThrow(expect.objectContaining({ slug: 'memory-unreadable' }))
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
  })

  it('P32 leaves a case out that any list names, though its server holds it', async () => {
    const { store, serverKey, dataDir } = { ...openDataDir(path('now')), dataDir: path('now') }
    const source = await sealedFromStore(store, serverKey, '2026-1')
    const tags: string[] = []
    for await (const { tag } of source.cases) tags.push(Buffer.from(tag).toString('hex'))
    let leftOut = 0
    const fresh = await sealedFromStore(store, serverKey, '2026-1')
    const left = withoutWithdrawn(fresh, { ...NOTHING_WITHDRAWN, tags: tags.slice(0, 5) }, () => leftOut++)
    let kept = 0
    for await (const _ of left.cases) kept++
    store.close()
    expect([dataDir, tags.length, kept, leftOut]).toEqual([path('now'), 42, 37, 5])
  })

  const list = (generation: number, head: string | null, tags: string): WithdrawnList => ({ generation, head, tags: [...tags] })
  it.each([
    ['the same state', list(2, 'h', 'ab'), list(2, 'h', 'ab'), false],
    ['a later state', list(3, 'i', 'abc'), list(2, 'h', 'ab'), false],
    ['anything after nothing', list(0, 'h', ''), NOTHING_WITHDRAWN, false],
    ['an earlier state', list(1, 'g', 'a'), list(2, 'h', 'ab'), true],
    ['an earlier state with every tag', list(1, 'g', 'ab'), list(2, 'h', 'ab'), true],
    ['another state of the same number', list(2, 'i', 'ab'), list(2, 'h', 'ab'), true],
    ['a later state that lacks a tag', list(9, 'i', 'acdef'), list(2, 'h', 'ab'), true],
  ])('P31 %s', (_, source, known, expected) => {
    expect(forgets(source, known)).toBe(expected)
    expect(learned(known, source).tags).toEqual([...new Set([...known.tags, ...source.tags])].sort())
  })
})
