/** Copies of the database and the way back. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerContent } from '../../server/receipts/ledger.ts'
import { carryOutWithdrawals, type Ledger } from '../../server/receipts/sweep.ts'
import { backUp, type RestoreOptions, restore } from '../../server/runtime/backup.ts'
import { joinLedger } from '../../server/runtime/join-ledger.ts'
import { ledgerAt, ledgerPath } from '../../server/runtime/ledger-file.ts'
import { COLUMNS } from '../../server/store/columns.ts'
import { caseOf, server } from './harness.ts'
import { jnatip } from './spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-backup-'))
let running: Awaited<ReturnType<typeof server>>
let ledger: Ledger
let identity: string
let recipient: string
const receipts: string[] = []
const out = join(folder, 'copies')
/** The copy of a day, made while all twelve cases were held; later four were withdrawn. */
let copy: string
let sealed: string
let headThen: string
let headNow: string
let made = 0

const withdraw = async (receipt: string) => {
  await running.app.request('/api/v1/withdrawals', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: receipt }),
  })
  await carryOutWithdrawals(running.store, ledger)
}

beforeAll(async () => {
  running = await server()
  ;({ ledger } = await joinLedger(running, { confirmLedger: false, rebuildLedger: false }))
  await running.open('2026-1')
  identity = await generateIdentity()
  recipient = await identityToRecipient(identity)
  writeFileSync(join(folder, 'identity'), `# invented\n${identity}\n`)
  for (let number = 0; number < 12; number++) {
    const answer = (await (await running.post(caseOf(`A-${number}`), { idempotencyKey: `k-${number}` })).json()) as { receipt: string }
    receipts.push(answer.receipt)
  }
  await withdraw(receipts[0] as string)
  const plain = await backUp({ dataDir: running.dataDir, out, day: '2026-11-21', recipients: [] })
  copy = plain.file
  headThen = plain.head as string
  sealed = (await backUp({ dataDir: running.dataDir, out, day: '2026-11-21', recipients: [recipient] })).file
  copyFileSync(ledgerPath(running.dataDir), join(folder, 'old.ledger'))
  for (const receipt of receipts.slice(1, 4)) await withdraw(receipt)
  headNow = (await backUp({ dataDir: running.dataDir, out: join(folder, 'later'), day: '2026-11-22', recipients: [] })).head as string
})
afterAll(() => {
  running.close()
  rmSync(folder, { recursive: true })
})

/** A folder with the tag key and the ledger as it is now, as after the loss of the database alone. */
function emptied(ledger: string | null = ledgerPath(running.dataDir)): string {
  const dataDir = join(folder, `data-${++made}`)
  mkdirSync(dataDir)
  copyFileSync(join(running.dataDir, 'tag-key'), join(dataDir, 'tag-key'))
  if (ledger) copyFileSync(ledger, ledgerPath(dataDir))
  return dataDir
}
const restoring = (given: Partial<RestoreOptions> = {}) =>
  restore({ file: copy, dataDir: emptied(), ledgers: [], heads: [], identity: null, ...given })
const refusal = (given: Partial<RestoreOptions>) =>
  restoring(given).then(
    () => 'restored',
    (error: { slug?: string }) => error.slug ?? String(error),
  )
const tagsIn = (dataDir: string) => {
  const db = new Database(join(dataDir, 'cases.sqlite'), { readonly: true })
  const tags = db.prepare('select hex(tag) from sealed_case').pluck().all() as string[]
  db.close()
  return tags
}

describe('a copy', () => {
  it('P41 is whole, for its owner alone, dated by its name, and encrypted where custodians are named', async () => {
    expect(readdirSync(out).sort()).toEqual(['cases-2026-11-21.sqlite', 'cases-2026-11-21.sqlite.age', 'withdrawals.ledger'])
    for (const name of readdirSync(out)) {
      const { mode, mtime } = statSync(join(out, name))
      expect([mode & 0o077, mtime.toISOString()]).toEqual([0, '2026-11-21T00:00:00.000Z'])
    }
    expect(readFileSync(sealed, 'latin1').startsWith('age-encryption.org/v1')).toBe(true)
    expect(readFileSync(sealed).includes('sealed_case')).toBe(false)
    expect(
      await backUp({ dataDir: running.dataDir, out, day: '2026-11-21', recipients: ['age1nobody'] }).catch((error) => error.slug),
    ).toBe('invalid-recipient')
  })

  it('P41 P32 comes back without the cases that were withdrawn since, and their case references stay withdrawn', async () => {
    for (const given of [{}, { file: sealed, identity: join(folder, 'identity') }, { heads: [headThen, headNow] }]) {
      const dataDir = emptied()
      expect(await restoring({ dataDir, ...given })).toEqual({ withdrawn: 3 })
      expect(readdirSync(dataDir).sort()).toEqual(['cases.sqlite', 'tag-key', 'withdrawals.ledger'])
      expect(tagsIn(dataDir)).toHaveLength(8)
      const [held, now] = [dataDir, running.dataDir].map((one) => ledgerAt(ledgerPath(one), running.tagKey) as LedgerContent)
      expect(held?.tags).toEqual(now?.tags)
      expect(held?.heads).toEqual([...(now?.heads ?? []), held?.heads.at(-1)])
      const db = new Database(join(dataDir, 'cases.sqlite'), { readonly: true })
      expect(db.prepare('select count(*) from withdrawn_case').pluck().get()).toBe(4)
      db.close()
    }
  })

  it('P41 leaves no byte of a withdrawn case in the restored file', async () => {
    const db = new Database(copy, { readonly: true })
    const rows = db.prepare('select hex(tag) as tag, ciphertext from sealed_case').all() as { tag: string; ciphertext: Buffer }[]
    db.close()
    const dataDir = emptied()
    await restoring({ dataDir })
    const left = new Set(tagsIn(dataDir))
    const bytes = readFileSync(join(dataDir, 'cases.sqlite'))
    expect(rows.map(({ tag, ciphertext }) => bytes.includes(ciphertext) === left.has(tag))).toEqual(rows.map(() => true))
    expect(rows.filter(({ tag }) => !left.has(tag))).toHaveLength(3)
  })

  it('P31 P41 is refused beside a ledger that is older than what was seen, altered, or not there', async () => {
    const old = join(folder, 'old.ledger')
    expect(await refusal({ dataDir: emptied(old), heads: [headNow] })).toBe('ledger-too-old')
    expect(await refusal({ dataDir: emptied(old), file: join(folder, 'later', 'cases-2026-11-22.sqlite') })).toBe('ledger-too-old')
    expect(await refusal({ dataDir: emptied(null) })).toBe('ledger-missing')
    expect(await refusal({ dataDir: emptied(null), ledgers: [old], heads: [headNow] })).toBe('ledger-too-old')
    expect(await refusal({ dataDir: emptied(old), ledgers: [ledgerPath(running.dataDir)], heads: [headNow] })).toBe('restored')
    const text = readFileSync(ledgerPath(running.dataDir), 'utf8')
    const cut = join(folder, 'cut.ledger')
    for (const other of [text.replace(/case .*\n/, ''), text.replace(/mac ./, 'mac g'), text.slice(0, -1), '', `${text}${text}`]) {
      writeFileSync(cut, other)
      expect(await refusal({ dataDir: emptied(cut) })).toBe('ledger-damaged')
    }
  })

  it('P41 is refused when damaged, for another’s identity, or over a database; and nothing is left of the try', async () => {
    const damaged = join(folder, 'damaged.sqlite')
    writeFileSync(damaged, readFileSync(copy).subarray(0, 9000))
    const dataDir = emptied()
    expect(await refusal({ dataDir, file: damaged })).toBe('backup-damaged')
    expect(await refusal({ dataDir, file: sealed, identity: join(running.dataDir, 'tag-key') })).toBe('backup-not-opened')
    expect(await refusal({ dataDir, file: sealed })).toBe('backup-damaged')
    expect(readdirSync(dataDir).sort()).toEqual(['tag-key', 'withdrawals.ledger'])
    expect(await refusal({ dataDir: running.dataDir })).toBe('database-exists')
  })
})

describe('inventory', () => {
  it('P02 prints every file and every column with its meaning, counts the rows, and shows no value', async () => {
    const { code, stdout } = await jnatip(['inventory', '--data', running.dataDir, '--json'])
    const told = JSON.parse(stdout) as {
      files: { name: string; holds: string }[]
      tables: { table: string; rows: number; columns: Record<string, string> }[]
    }
    expect(code).toBe(0)
    expect(Object.fromEntries(told.tables.map(({ table, columns }) => [table, columns]))).toEqual(COLUMNS)
    expect(told.tables.find(({ table }) => table === 'sealed_case')?.rows).toBe(8)
    expect(told.tables.find(({ table }) => table === 'withdrawn_case')?.rows).toBe(4)
    expect(told.files.map(({ name }) => name)).toEqual(readdirSync(running.dataDir).sort())
    expect(told.files.filter(({ holds }) => holds.startsWith('Not a file'))).toEqual([])
    const people = await jnatip(['inventory', '--data', running.dataDir])
    for (const word of ['Invented Shelter', ...receipts]) expect(stdout + people.stdout).not.toContain(word)
  })
})
