/**
 * The whole way of one case, by the real program in a process of its own: submitted, corrected twice, withdrawn by its receipt as somebody says it
 * on the telephone. Afterwards no file holds a byte of it, and the next edition does not count it.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { NOBODY } from '../../analysis/exact/exact-count.ts'
import { buildFromStore } from '../../server/editors/build/build-edition.ts'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { networkOfBefore } from '../support/network-of-before.ts'
import { caseOf } from './harness.ts'
import { jnatip, serve } from './spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-way-out-'))
const dataDir = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true }))

interface Held {
  readonly id: string
  readonly version: number
  readonly tag: Buffer
  readonly receipt_hash: Buffer
  readonly enc: Buffer
  readonly ciphertext: Buffer
}
const rowOf = (id: string): Held | undefined => {
  const db = new Database(join(dataDir, 'cases.sqlite'), { readonly: true })
  const row = db.prepare('select id, version, tag, receipt_hash, enc, ciphertext from sealed_case where id = ?').get(id)
  db.close()
  return row as Held | undefined
}
/** What the disk holds of a version of the case, in pieces that no other case shares; not its tag, which stays as the tombstone. */
const piecesOf = ({ id, receipt_hash, enc, ciphertext }: Held) => [
  Buffer.from(id),
  receipt_hash,
  enc,
  ...[0, 24, 124, 248].map((at) => ciphertext.subarray(at, at + 24)),
]
const filesWith = (pieces: readonly Buffer[]) =>
  readdirSync(dataDir).filter((name) => {
    // A file that is written beside its place may have been put there since the folder was listed.
    if (!existsSync(join(dataDir, name))) return false
    const bytes = readFileSync(join(dataDir, name))
    return pieces.some((piece) => bytes.includes(piece))
  })
/** In lower case, with a pause between the groups, O for nought and L for one. */
const spoken = (receipt: string) => receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')

async function made(...args: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await jnatip([...args, '--json'])
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Record<string, unknown>
}

it('P31 P34 a case corrected twice and withdrawn by its spoken receipt leaves no byte, and no figure counts it', {
  timeout: 180_000,
}, async () => {
  for (const edition of ['2026-1', '2026-2']) await made('keys', 'make', '--edition', edition, '--out', join(folder, 'keys'))
  const install = (edition: string) => made('keys', 'install', join(folder, 'keys', `${edition}.public.json`), '--data', dataDir)
  networkOfBefore(dataDir)
  await install('2026-1')
  const { key } = (await made('keys', 'organisation', 'Invented Shelter', '--data', dataDir)) as { key: string }
  const other = (await made('keys', 'organisation', 'Invented Union', '--data', dataDir)) as { key: string }
  const server = await serve(dataDir, { JNATIP_TICK: '1' })
  const send = (method: string, path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/v1${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
  const own = { Authorization: `Bearer ${key}` }
  const submit = async (name: string, answers: object, sender = key) => {
    const headers = { Authorization: `Bearer ${sender}`, 'Idempotency-Key': name }
    const answer = await send('POST', '/cases', caseOf(name, { ...answers }), headers)
    expect(answer.status).toBe(201)
    return (await answer.json()) as { id: string; receipt: string }
  }
  // Nobody else is from where she is: a figure that counted her could not hide it.
  for (let number = 0; number < 44; number++)
    await submit(`A-${number}`, { citizenship: [number % 2 ? 'TH' : 'PH'] }, number % 3 ? key : other.key)
  const { id, receipt } = await submit('B-1', { citizenship: ['PE'] })
  const versions = [rowOf(id)!]
  for (const gender of ['man', 'other']) {
    const corrected = await send('PUT', `/cases/${id}`, caseOf('B-1', { citizenship: ['PE'], gender }), {
      ...own,
      'If-Match': `"${versions.length}"`,
    })
    expect([corrected.status, corrected.headers.get('ETag')]).toEqual([200, `"${versions.length + 1}"`])
    versions.push(rowOf(id)!)
  }
  expect(versions.map(({ version }) => version)).toEqual([1, 2, 3])
  expect(new Set(versions.map(({ ciphertext }) => ciphertext.toString('hex'))).size).toBe(3)
  expect(filesWith(piecesOf(versions[2]!))).not.toEqual([])

  expect((await send('POST', '/withdrawals', { code: spoken(receipt) })).status).toBe(202)
  const everything = versions.flatMap(piecesOf)
  for (let tries = 0; tries < 100 && filesWith(everything).length > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  expect([rowOf(id), filesWith(everything)]).toEqual([undefined, []])
  await server.end('SIGTERM')
  expect(filesWith(everything)).toEqual([])
  // The keyed hash of the partner's case reference is all that stays, so that no backup and no second sending brings the case back.
  expect(filesWith([versions[0]!.tag])).toContain('cases.sqlite')

  expect(await install('2026-2')).toMatchObject({ closed: '2026-1' })
  const { store, serverKey } = openDataDir(dataDir)
  const shares = [1, 3].map((share) => readFileSync(join(folder, 'keys', `2026-1.share-${share}.txt`), 'utf8'))
  const { bundle, editor } = await buildFromStore({ store, serverKey, editions: ['2026-1'], shares })
  store.close()
  expect(editor.cells.find(({ table, lines }) => table === 'persons' && lines[0] === 'most')).toMatchObject({ cases: 44 })
  const citizenship = bundle.tables.find(({ id: table }) => table === 'citizenship@country')!
  expect(
    editor.cells.filter(({ table }) => table === citizenship.id).some(({ lines, cases }) => lines[0] === 'PE' && cases !== NOBODY),
  ).toBe(false)
  expect(filesWith(everything)).toEqual([])
})
