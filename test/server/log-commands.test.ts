/** The audit log with the real program: signed while the server runs, exported, verified, cosigned, and what happens when its key or its rows are changed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { openLogKey } from '../../server/runtime/log-key.ts'
import { keysOf } from '../../survey-schema/credentials/secret.ts'
import { secretText } from '../../survey-schema/credentials/secret-text.ts'
import { caseOf } from './harness.ts'
import { jnatip, serve } from './spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-log-'))
const path = (name: string) => join(folder, name)
const data = path('data')
afterAll(() => rmSync(folder, { recursive: true }))

const SECRET = new Uint8Array(32).fill(5)
let key: string

const ran = async (args: readonly string[]) => {
  const { code, stdout } = await jnatip([...args, '--json'], args[0] === 'cosign' || args[0] === 'submit' ? { JNATIP_KEY: key } : {})
  return { code, answer: JSON.parse(stdout) as Record<string, unknown> }
}
const onDisk = (change: (db: Database.Database) => void) => {
  const db = new Database(join(data, 'cases.sqlite'))
  change(db)
  db.close()
}
/** A server that has had its first tick. @returns what it said as it started */
async function whileServing<Result>(work: (url: string) => Promise<Result>): Promise<{ readonly said: string; readonly result: Result }> {
  const server = await serve(data)
  try {
    const result = await work(server.url)
    return { said: server.output(), result }
  } finally {
    await server.end('SIGTERM')
  }
}
const ticked = async (url: string) => {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${url}/api/v1/audit-log/heads`, { headers: { Authorization: `Bearer ${key}` } })
    const { heads } = (await answer.json()) as { heads: object[] }
    if (heads.length === 2) return heads
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('no head was signed')
}
const cosign = (url: string, ...more: readonly string[]) =>
  ran(['cosign', '--to', url, '--secret-file', path('secret'), '--remember', path('seen.json'), ...more])
const exported = async (name: string) => {
  expect((await ran(['log', 'export', '--data', data, '--out', path(name)])).code).toBe(0)
  return path(name)
}
const verify = async (file: string, ...more: readonly string[]) => {
  const { answer } = await ran(['log', 'key', '--data', data])
  return ran(['verify-log', file, '--log-key', answer.key as string, ...more])
}

beforeAll(async () => {
  await ran(['keys', 'make', '--edition', '2026-1', '--out', path('keys'), '--fictional'])
  await ran(['keys', 'install', path('keys/2026-1.public.json'), '--data', data])
  key = (await ran(['keys', 'organisation', 'Invented Shelter', '--data', data])).answer.key as string
  writeFileSync(path('secret'), secretText(SECRET))
  writeFileSync(path('cases.ndjson'), `${JSON.stringify(caseOf('L-1'))}\n${JSON.stringify(caseOf('L-2'))}\n`)
  const { signing, statements } = keysOf(SECRET)
  writeFileSync(path('cosigners.json'), JSON.stringify([{ organisation: 1, keys: [Buffer.from(signing.publicKey).toString('hex')] }]))
  onDisk((db) =>
    db
      .prepare('insert into organisation_public_key (organisation, generation, signing, statements) values (1, 1, ?, ?)')
      .run(signing.publicKey, statements.publicKey),
  )
})

describe('the audit log of a server', () => {
  it('P51 is signed while the server runs, cosigned by a partner, exported and found whole', async () => {
    const { result, said } = await whileServing(async (url) => {
      await ticked(url)
      expect((await ran(['submit', path('cases.ndjson'), '--to', url, '--secret-file', path('secret')])).answer).toMatchObject({
        accepted: 2,
        log: 'cosigned',
      })
      return [await cosign(url), await cosign(url)]
    })
    expect(result.map(({ code, answer }) => [code, (answer.cosigned as object[]).length])).toEqual([
      [0, 2],
      [0, 2],
    ])
    expect(said).toContain('"logWhole":true')
    for (const name of ['log-key', 'log-heads']) expect(statSync(join(data, name)).mode & 0o777).toBe(0o600)
    const file = await exported('log.ndjson')
    const { code, answer } = await verify(file, '--cosigners', path('cosigners.json'), '--seen', path('seen.json'))
    expect([code, answer.whole, answer.findings]).toEqual([0, true, []])
    expect(answer.chains).toMatchObject({ intake: { cosigned: expect.any(String) }, other: { cosigned: expect.any(String) } })
    const people = ['ann', 'ben'].map((name) => path(name))
    for (const person of people) await ran(['register', 'key', '--out', person])
    await ran(['register', 'draft', '--data', data, '--begins', 'all=later', '--out', path('register.json')])
    for (const person of people) {
      expect((await verify(file, '--cosigners', path('register.json'))).answer.error).toBe('register-signatures-missing')
      await ran(['register', 'sign', path('register.json'), '--key', person])
    }
    const byRegister = await verify(file, '--cosigners', path('register.json'))
    expect([byRegister.code, byRegister.answer.chains, byRegister.answer.signers]).toMatchObject([
      0,
      answer.chains as object,
      [expect.any(String), expect.any(String)],
    ])
    writeFileSync(path('altered.json'), readFileSync(path('register.json'), 'utf8').replace('Invented Shelter', 'Another name'))
    expect((await verify(file, '--cosigners', path('altered.json'))).answer.error).toBe('register-signature-wrong')
    // What is installed and registered, the code that a start offered, the cases, their cosignatures; exports and looks at the log itself.
    expect(answer.chains).toMatchObject({ intake: { entries: 4 }, other: { entries: 4 } })
    const text = readFileSync(file, 'utf8')
    expect(text).not.toMatch(/L-1|Invented|jnk_/)
  })

  it('P51 answers 1 for a changed export, and 2 for what is no log key or no file of cosigners', async () => {
    const file = await exported('whole.ndjson')
    const lines = readFileSync(file, 'utf8').split('\n')
    const at = lines.findIndex((line) => line.includes('"action":"intake"'))
    writeFileSync(path('changed.ndjson'), lines.with(at, lines[at]!.replace('"organisation":1', '"organisation":2')).join('\n'))
    const changed = await verify(path('changed.ndjson'))
    expect([changed.code, changed.answer.findings]).toMatchObject([1, [{ chain: 'intake', at: 'entry', rule: 'link' }]])
    expect((await ran(['verify-log', file])).code).toBe(2)
    expect((await ran(['verify-log', file, '--log-key', 'xyz'])).code).toBe(2)
    expect((await verify(file, '--cosigners', path('secret'))).code).toBe(2)
  })

  it('P51 is called another one by a partner’s program and by the start, after its rows were written anew', async () => {
    onDisk((db) => {
      for (const table of ['audit_cosignature', 'audit_head']) db.prepare(`delete from ${table}`).run()
      db.prepare("update audit_entry set link = null, organisation = 7 where action = 'intake'").run()
      db.prepare('update audit_entry set link = null').run()
    })
    const { said, result } = await whileServing(async (url) => {
      await ticked(url)
      // The same server to the partner; in this test it listens on another port each time.
      const memory = JSON.parse(readFileSync(path('seen.json'), 'utf8')) as object
      writeFileSync(path('seen.json'), JSON.stringify({ ...memory, server: url }))
      // Where nobody thinks of the log, sending says the same, and sends.
      writeFileSync(`${path('secret')}.${new URL(url).host.replace(':', '-')}.heads`, readFileSync(path('seen.json'), 'utf8'))
      const sent = await ran(['submit', path('cases.ndjson'), '--to', url, '--secret-file', path('secret')])
      expect(sent.answer).toMatchObject({ replayed: 2, log: 'other-log' })
      return cosign(url)
    })
    expect(said).toContain('"logWhole":false')
    expect([result.code, result.answer.error]).toEqual([1, 'other-log'])
    expect(String(result.answer.message)).toContain('it shows two logs')
    // Whole in itself: only who saw a head of before can tell.
    const file = await exported('anew.ndjson')
    expect((await verify(file)).answer.whole).toBe(true)
    expect((await verify(file, '--seen', path('seen.json'))).answer.findings).toMatchObject([
      { chain: 'intake', at: 'seen', rule: 'not-in-the-log' },
      { chain: 'other', at: 'seen', rule: 'not-in-the-log' },
    ])
  })

  it('P51 does not go on under another key unless the operator says so', async () => {
    const before = readFileSync(join(data, 'log-key'), 'utf8')
    const refused = async () => (await ran(['serve', '--data', data, '--port', '0'])).answer.error
    rmSync(join(data, 'log-key'))
    expect(await refused()).toBe('log-key-lost')
    writeFileSync(join(data, 'log-key'), `${'0'.repeat(64)}\n`)
    expect(await refused()).toBe('log-key-wrong')
    writeFileSync(join(data, 'log-key'), 'x')
    expect(await refused()).toBe('log-key-damaged')
    writeFileSync(join(data, 'log-key'), before)
    expect((await ran(['inventory', '--data', data])).answer.files).toContainEqual(expect.objectContaining({ name: 'log-key' }))
    const { store } = openDataDir(data)
    const renewed = await openLogKey(data, store, { renew: true })
    store.close()
    expect([
      `${Buffer.from(renewed).toString('hex')}\n` === before,
      readdirSync(data).filter((name) => name.startsWith('log-key')).length,
    ]).toEqual([false, 2])
  })
})
