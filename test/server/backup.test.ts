/** Copies of the database and the way back. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EMPTY_LEDGER, type LedgerContent } from '../../server/receipts/ledger.ts'
import { carryOutWithdrawals, type Ledger } from '../../server/receipts/sweep.ts'
import { backUp, type RestoreOptions, restore } from '../../server/runtime/backup.ts'
import { joinLedger } from '../../server/runtime/join-ledger.ts'
import { keepLedger, ledgerAt, ledgerPath } from '../../server/runtime/ledger-file.ts'
import type { SqliteStore } from '../../server/runtime/sqlite.ts'
import { COLUMNS } from '../../server/store/columns.ts'
import { drawnNumbers } from '../support/seed.ts'
import { caseOf, server } from './harness.ts'
import { firstAdministrator } from './people.ts'
import { jnatip, launched } from './spawned.ts'

const KILLS = process.env.SOAK ? 40 : 4
const OWN_FILES = new Set([
  'cases.sqlite',
  'cases.sqlite-wal',
  'cases.sqlite-shm',
  'cases.sqlite-open',
  'tag-key',
  'ledger-key',
  'withdrawals.ledger',
])

const folder = mkdtempSync(join(tmpdir(), 'jnatip-backup-'))
let running: Awaited<ReturnType<typeof server>>
let ledger: Ledger
let identity: string
let recipient: string
const receipts: string[] = []
const out = join(folder, 'copies')
/** The copy of a day, made while all twelve cases were held; later four were withdrawn. */
let sealed: string
/** The same, opened by its custodian on a machine of their own. */
let copy: string
let headThen: string
let headNow: string
let copyLater: string
let made = 0

async function openedCopy(file: string, name: string): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  writeFileSync(join(folder, name), await decrypter.decrypt(readFileSync(file)))
  return join(folder, name)
}

/** How every database file begins that is not encrypted. */
const CLEAR = 'SQLite format 3'
const inClear = (path: string) => readFileSync(path).includes(CLEAR)

const withdraw = async (receipt: string) => {
  await running.app.request('/api/v1/withdrawals', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: receipt }),
  })
  await carryOutWithdrawals(running.store, ledger, '2026-11')
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
  const then = await backUp({ dataDir: running.dataDir, out, day: '2026-11-21', recipients: [recipient] })
  sealed = then.file
  headThen = then.head as string
  copy = await openedCopy(sealed, 'opened.sqlite')
  copyFileSync(ledgerPath(running.dataDir), join(folder, 'old.ledger'))
  for (const receipt of receipts.slice(1, 4)) await withdraw(receipt)
  const later = await backUp({ dataDir: running.dataDir, out: join(folder, 'later'), day: '2026-11-22', recipients: [recipient] })
  headNow = later.head as string
  copyLater = await openedCopy(later.file, 'opened-later.sqlite')
})
afterAll(() => {
  running.close()
  rmSync(folder, { recursive: true })
})

/** A folder with the tag key and the ledger as it is now, as after the loss of the database alone. */
function emptied(ledger: string | null = ledgerPath(running.dataDir)): string {
  const dataDir = join(folder, `data-${++made}`)
  mkdirSync(dataDir)
  for (const name of ['tag-key', 'ledger-key']) copyFileSync(join(running.dataDir, name), join(dataDir, name))
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
  it('P41 holds no session, no code and no time finer than a day, nor does what was restored; open accounts and keys are counted', async () => {
    const passing = ['session', 'deadline', 'one_time_code', 'access_reset', 'account_ending', 'organisation_leaving']
    const numbers = (file: string) => {
      const db = new Database(file, { readonly: true })
      const found = passing.map((table) => db.prepare(`select count(*) from ${table}`).pluck().get())
      db.close()
      return found
    }
    const again = await server()
    await firstAdministrator(again)
    expect(numbers(join(again.dataDir, 'cases.sqlite')).slice(0, 2)).not.toEqual([0, 0])
    const { file } = await backUp({ dataDir: again.dataDir, out: join(folder, 'people'), day: '2026-11-21', recipients: [recipient] })
    expect(numbers(await openedCopy(file, 'opened-people.sqlite'))).toEqual([0, 0, 0, 0, 0, 0])
    // A copy that was made by hand, with its sessions.
    const byHand = join(folder, 'by-hand.sqlite')
    writeFileSync(byHand, (again.store as SqliteStore).copy())
    for (const name of ['', '-wal', '-shm', '-open']) rmSync(join(again.dataDir, `cases.sqlite${name}`), { force: true })
    keepLedger(ledgerPath(again.dataDir), EMPTY_LEDGER, again.serverKey)
    const restored = await restore({ file: byHand, dataDir: again.dataDir, ledgers: [], heads: [], identity: null })
    expect(restored).toEqual({ withdrawn: 0, ended: null, accounts: 1, keys: 1 })
    expect(numbers(join(again.dataDir, 'cases.sqlite'))).toEqual([0, 0, 0, 0, 0, 0])
    again.close()
  })

  it('P41 is whole, for its owner alone, dated by its name, and encrypted to those who are named', async () => {
    expect(readdirSync(out).sort()).toEqual(['cases-2026-11-21.sqlite.age', 'withdrawals.ledger'])
    for (const name of readdirSync(out)) {
      const { mode, mtime } = statSync(join(out, name))
      expect([mode & 0o077, mtime.toISOString()]).toEqual([0, '2026-11-21T00:00:00.000Z'])
    }
    expect(readFileSync(sealed, 'latin1').startsWith('age-encryption.org/v1')).toBe(true)
    expect(readFileSync(sealed).includes('sealed_case')).toBe(false)
    const refused = (recipients: readonly string[]) =>
      backUp({ dataDir: running.dataDir, out: join(folder, 'refused'), day: '2026-11-21', recipients }).catch((error) => error.slug)
    expect(await refused(['age1nobody'])).toBe('invalid-recipient')
    expect(await refused([])).toBe('recipient-missing')
    expect(readdirSync(folder)).not.toContain('refused')
  })

  it('P01 P41 is in clear on no medium, not for a moment: neither in the folder of the copies nor beside the database', async () => {
    const target = join(folder, 'watched')
    mkdirSync(target)
    const known = new Set(readdirSync(running.dataDir))
    const seen = new Set<string>()
    let looks = 0
    let over = false
    const look = () => {
      if (over) return
      looks++
      for (const [place, name] of [
        ...readdirSync(target).map((name) => [target, name] as const),
        ...readdirSync(running.dataDir).flatMap((name) => (known.has(name) ? [] : [[running.dataDir, name] as const])),
      ])
        if (inClear(join(place, name))) seen.add(name)
      setImmediate(look)
    }
    look()
    await backUp({ dataDir: running.dataDir, out: target, day: '2026-11-23', recipients: [recipient] })
    over = true
    expect(looks).toBeGreaterThan(1)
    expect([...seen]).toEqual([])
  })

  it('P01 P41 leaves nothing in clear when it is killed, and the next one removes what was left', async () => {
    const target = join(folder, 'killed')
    const random = drawnNumbers('when backups are killed')
    for (let round = 0; round < KILLS; round++) {
      const child = launched(['backup', '--data', running.dataDir, '--out', target, '--recipient', recipient])
      await new Promise((resolve) => setTimeout(resolve, 100 + random() * 500))
      await child.end('SIGKILL')
      for (const name of existsSync(target) ? readdirSync(target) : []) expect(inClear(join(target, name))).toBe(false)
    }
    mkdirSync(target, { recursive: true })
    writeFileSync(join(target, '.cases-1.part'), 'age-encryption.org/v1 …')
    const { file } = await backUp({ dataDir: running.dataDir, out: target, day: '2026-11-21', recipients: [recipient] })
    expect(readdirSync(target).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(readdirSync(running.dataDir).filter((name) => !OWN_FILES.has(name))).toEqual([])
    expect(await restoring({ file, identity: join(folder, 'identity') })).toMatchObject({ withdrawn: 0 })
  })

  it('P41 says when others may look into the folder of the copies, and leaves its mode as it is', async () => {
    const shared = join(folder, 'shared')
    mkdirSync(shared)
    chmodSync(shared, 0o755)
    const ran = await jnatip(['backup', '--data', running.dataDir, '--out', shared, '--recipient', recipient])
    expect([ran.code, statSync(shared).mode & 0o777]).toEqual([0, 0o755])
    expect(ran.stdout).toContain('others on this machine may look into this folder')
    for (const name of readdirSync(shared)) expect([name, statSync(join(shared, name)).mode & 0o777]).toEqual([name, 0o600])
  })

  it('P41 P32 comes back without the cases that were withdrawn since, and their case references stay withdrawn', async () => {
    for (const given of [{}, { file: sealed, identity: join(folder, 'identity') }, { heads: [headThen, headNow] }]) {
      const dataDir = emptied()
      expect(await restoring({ dataDir, ...given })).toMatchObject({ withdrawn: 3 })
      expect(readdirSync(dataDir).sort()).toEqual(['cases.sqlite', 'ledger-key', 'tag-key', 'withdrawals.ledger'])
      expect(tagsIn(dataDir)).toHaveLength(8)
      const [held, now] = [dataDir, running.dataDir].map((one) => ledgerAt(ledgerPath(one), running.serverKey) as LedgerContent)
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
    expect(await refusal({ dataDir: emptied(old), file: copyLater })).toBe('ledger-too-old')
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
    expect(readdirSync(dataDir).sort()).toEqual(['ledger-key', 'tag-key', 'withdrawals.ledger'])
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
