/** Database and ledger at the start of a server: old, cut, missing, altered, of another key, and each combination that one machine can notice. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseState, standing } from '../../server/receipts/join.ts'
import type { LedgerContent } from '../../server/receipts/ledger.ts'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { backUp, restore } from '../../server/runtime/backup.ts'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { joinLedger } from '../../server/runtime/join-ledger.ts'
import { keepLedger, ledgerAt, ledgerPath } from '../../server/runtime/ledger-file.ts'
import { startNode } from '../../server/runtime/node.ts'
import { readServerKeys } from '../../server/runtime/server-keys.ts'
import { toHex, utf8 } from '../../server/sealing/bytes.ts'
import { keyed } from '../../server/sealing/keyed.ts'
import { arrive } from '../../server/store/queries/cases.ts'
import { askWithdrawals } from '../../server/store/queries/withdrawals.ts'
import { preparedFolder } from '../soak/intake-server.ts'
import { arrival } from '../store/distinct.ts'
import { caseOf } from './harness.ts'
import { jnatip, serve } from './spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-join-'))
afterAll(() => rmSync(folder, { recursive: true }))
const NOTHING_SAID = { confirmLedger: false, rebuildLedger: false }

const database = (dataDir: string) => join(dataDir, 'cases.sqlite')
const copyOf = (dataDir: string) => {
  const to = mkdtempSync(join(folder, 'data-'))
  for (const name of readdirSync(dataDir)) copyFileSync(join(dataDir, name), join(to, name))
  return to
}
/** The files of one folder beside those of another. */
const mixed = (dataDir: string, ledgerOf: string | null) => {
  const to = copyOf(dataDir)
  rmSync(ledgerPath(to))
  if (ledgerOf !== null) copyFileSync(ledgerPath(ledgerOf), ledgerPath(to))
  return to
}

let key: string
const cases = ['a', 'b', 'c', 'd'].map(() => arrival({}))
/** After one withdrawal, and after two more, each in a sweep of its own. */
let earlier: string
let now: string
const [first, second, third] = cases.map(({ tag }) => toHex(tag)) as [string, string, string]

/** The sweeps of a server that stands still otherwise. */
async function withdrawn(dataDir: string, ...receipts: readonly Uint8Array[]): Promise<void> {
  const { store, ...keys } = openDataDir(dataDir)
  const { ledger } = await joinLedger({ store, dataDir, ...keys }, NOTHING_SAID)
  for (const receipt of receipts) {
    await store.batch(askWithdrawals([receipt]))
    await carryOutWithdrawals(store, ledger, '2026-11')
  }
  store.close()
}

beforeAll(async () => {
  earlier = mkdtempSync(join(folder, 'data-'))
  key = await preparedFolder(earlier)
  const { store } = openDataDir(earlier)
  for (const one of cases) expect((await store.batch(arrive({ ...one, edition: '2026-1' })))[0].changes).toBe(1)
  store.close()
  await withdrawn(earlier, cases[0]!.receipt_hash)
  now = copyOf(earlier)
  await withdrawn(now, cases[1]!.receipt_hash, cases[2]!.receipt_hash)
})

interface Started {
  readonly intakeOpen: boolean
  /** Of a case sent in. */
  readonly submitted: string
  readonly withdrawn: number
  readonly read: number
  readonly gone: readonly string[]
  readonly held: number
}

let sent = 0
/** What a start answers, or why there is none. */
async function started(dataDir: string, said: { confirmLedger?: boolean; rebuildLedger?: boolean } = {}): Promise<Started | string> {
  const server = await startNode({ dataDir, port: 0, ...said }).catch((error: { slug?: string }) => {
    if (error.slug) return error.slug
    throw error
  })
  if (typeof server === 'string') return server
  const post = (path: string, body: object) =>
    fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': `k-${++sent}` },
    })
  try {
    const submitted = await post('/cases', caseOf(`C-${sent}`))
    const { type } = (await submitted.json()) as { type?: string }
    return {
      intakeOpen: server.intakeOpen,
      submitted: submitted.status === 201 ? '201' : `${submitted.status} ${type}`,
      withdrawn: (await post('/withdrawals', { code: '0000-0000-0000-0000-0001' })).status,
      read: (await fetch(`${server.url}/api/v1/editions`)).status,
      ...stateOf(dataDir),
    }
  } finally {
    await server.close()
  }
}
function stateOf(dataDir: string): { gone: string[]; held: number } {
  const db = new Database(database(dataDir), { readonly: true })
  const gone = db.prepare('select lower(hex(tag)) from withdrawn_case order by tag').pluck().all() as string[]
  const held = cases.filter(({ id }) => db.prepare('select 1 from sealed_case where id = ?').get(id)).length
  db.close()
  return { gone, held }
}
const open = { intakeOpen: true, submitted: '201', withdrawn: 202, read: 200 }
const shut = { intakeOpen: false, submitted: '503 /problems/intake-shut', withdrawn: 202, read: 200 }
const all = { gone: [first, second, third].sort(), held: 1 }
const ledgerOf = (dataDir: string) => ledgerAt(ledgerPath(dataDir), readServerKeys(dataDir).serverKey) as LedgerContent
const altering = (dataDir: string, ...statements: string[]) => {
  const db = new Database(database(dataDir))
  for (const statement of statements) db.exec(statement)
  db.close()
}

describe('a start', () => {
  it('P31 P41 beside an older database applies the ledger and takes nothing in until an operator confirms it', async () => {
    const dataDir = mixed(earlier, now)
    expect(stateOf(dataDir)).toEqual({ gone: [first], held: 3 })
    expect(await started(dataDir)).toEqual({ ...shut, ...all })
    // Not by starting once more, nor after a withdrawal, nor by permission for something else.
    await withdrawn(dataDir, cases[3]!.receipt_hash)
    expect(await started(dataDir, { rebuildLedger: true })).toMatchObject({ ...shut, held: 0 })
    expect(await started(dataDir, { confirmLedger: true })).toMatchObject(open)
    expect(await started(dataDir)).toMatchObject(open)
    expect(ledgerOf(dataDir).tags).toHaveLength(4)
  })

  it('P31 P41 beside an older ledger is refused, and rebuilds it from the database when told so', async () => {
    const dataDir = mixed(now, earlier)
    const before = readFileSync(ledgerPath(dataDir))
    expect([await started(dataDir), await started(dataDir, { confirmLedger: true })]).toEqual(['ledger-behind', 'ledger-behind'])
    expect(readFileSync(ledgerPath(dataDir))).toEqual(before)
    expect(await started(dataDir, { rebuildLedger: true })).toEqual({ ...open, ...all })
    expect(ledgerOf(dataDir).tags).toEqual(all.gone)
    expect(await started(dataDir)).toMatchObject(open)
  })

  it('P41 with both older is as one of that time: this machine cannot notice it', async () => {
    expect(await started(mixed(earlier, earlier))).toEqual({ ...open, gone: [first], held: 3 })
  })

  it('P31 P41 with another tag key is refused before anything is written', async () => {
    const dataDir = copyOf(now)
    writeFileSync(join(dataDir, 'tag-key'), `${'7b'.repeat(32)}\n`)
    const before = [readFileSync(database(dataDir)), readFileSync(ledgerPath(dataDir)), readdirSync(dataDir).sort()]
    for (const said of [{}, { confirmLedger: true }, { rebuildLedger: true }]) expect(await started(dataDir, said)).toBe('tag-key-wrong')
    expect([readFileSync(database(dataDir)), readFileSync(ledgerPath(dataDir)), readdirSync(dataDir).sort()]).toEqual(before)
    const recipient = await identityToRecipient(await generateIdentity())
    const backup = ['backup', '--data', dataDir, '--out', join(dataDir, 'out'), '--recipient', recipient, '--json']
    expect((await jnatip(backup)).stdout).toContain('"tag-key-wrong"')
  })

  it('P31 P41 with another key of the ledger, or none, is refused before anything is written', async () => {
    const dataDir = copyOf(now)
    const right = readFileSync(join(dataDir, 'ledger-key'), 'utf8')
    const before = [readFileSync(database(dataDir)), readFileSync(ledgerPath(dataDir)), readdirSync(dataDir).sort()]
    for (const [written, slug] of [
      ['7b'.repeat(64), 'ledger-key-wrong'],
      [right.slice(64).trim() + right.slice(0, 64), 'ledger-key-wrong'],
      [right.slice(0, 64), 'ledger-key-damaged'],
      [`${right.slice(0, 127)}g`, 'ledger-key-damaged'],
    ] as const) {
      writeFileSync(join(dataDir, 'ledger-key'), written)
      for (const said of [{}, { confirmLedger: true }, { rebuildLedger: true }]) expect(await started(dataDir, said)).toBe(slug)
    }
    expect([readFileSync(database(dataDir)), readFileSync(ledgerPath(dataDir)), readdirSync(dataDir).sort()]).toEqual(before)
    // What it follows from is still there; without that, it is lost.
    rmSync(join(dataDir, 'ledger-key'))
    expect(await started(dataDir)).toMatchObject(open)
    expect(readFileSync(join(dataDir, 'ledger-key'), 'utf8')).toBe(right)
    rmSync(join(dataDir, 'tag-key'))
    expect(await started(dataDir)).toBe('tag-key-lost')
    rmSync(join(dataDir, 'ledger-key'))
    expect(await started(dataDir)).toBe('ledger-key-lost')
  })

  it('P41 of a new folder makes a key of the ledger and no key of tags; lost, it does not come again', async () => {
    const dataDir = join(folder, 'new')
    const { store, tagKey } = openDataDir(dataDir, { create: true })
    store.close()
    expect([tagKey, readdirSync(dataDir).sort()]).toEqual([null, ['cases.sqlite', 'ledger-key']])
    rmSync(join(dataDir, 'ledger-key'))
    expect(await started(dataDir)).toBe('ledger-key-lost')
    expect(readdirSync(dataDir)).toEqual(['cases.sqlite'])
  })

  it('P31 P41 with a ledger that is cut, altered or of another key is refused; rebuilt, it is kept aside', async () => {
    const text = readFileSync(ledgerPath(now), 'utf8')
    for (const wrong of [text.slice(0, -9), text.replace(/case .*\n/, ''), text.replace(/head 1/, 'head 9'), '']) {
      const dataDir = copyOf(now)
      writeFileSync(ledgerPath(dataDir), wrong)
      expect([await started(dataDir), await started(dataDir, { confirmLedger: true })]).toEqual(['ledger-unreadable', 'ledger-unreadable'])
      expect(readFileSync(ledgerPath(dataDir), 'utf8')).toBe(wrong)
      expect(await started(dataDir, { rebuildLedger: true })).toEqual({ ...open, ...all })
      const [aside] = readdirSync(dataDir).filter((name) => name.startsWith('withdrawals.ledger.aside-'))
      expect(readFileSync(join(dataDir, aside as string), 'utf8')).toBe(wrong)
      expect(await started(dataDir)).toMatchObject(open)
    }
  })

  it('P31 P41 without its ledger is refused, unless it may be made from the database', async () => {
    const dataDir = mixed(now, null)
    expect([await started(dataDir), existsSync(ledgerPath(dataDir))]).toEqual(['ledger-missing', false])
    expect(await started(dataDir, { rebuildLedger: true })).toEqual({ ...open, ...all })
  })

  it('P31 P41 without its database takes nothing in until it is confirmed, and knows every withdrawn case', async () => {
    const dataDir = copyOf(now)
    rmSync(database(dataDir))
    expect(await started(dataDir)).toMatchObject({ intakeOpen: false, withdrawn: 202, gone: all.gone })
    expect(await started(dataDir, { confirmLedger: true })).toMatchObject({ intakeOpen: true, gone: all.gone })
  })

  it('P41 after the restore of a copy goes on, also where the mark of a lost database was left', async () => {
    const identity = await generateIdentity()
    const recipients = [await identityToRecipient(identity)]
    const { file } = await backUp({ dataDir: earlier, out: join(folder, 'copies'), day: '2026-11-21', recipients })
    writeFileSync(join(folder, 'identity'), `${identity}\n`)
    const dataDir = copyOf(now)
    rmSync(database(dataDir))
    writeFileSync(`${database(dataDir)}-open`, '')
    expect(await restore({ file, dataDir, ledgers: [], heads: [], identity: join(folder, 'identity') })).toMatchObject({ withdrawn: 2 })
    expect(await started(dataDir)).toEqual({ ...open, ...all })
  })

  it('P31 after a crash between ledger and database carries the sweep to its end and goes on', async () => {
    const dataDir = copyOf(earlier)
    const { store, ...keys } = openDataDir(dataDir)
    const { ledger } = await joinLedger({ store, dataDir, ...keys }, NOTHING_SAID)
    await store.batch(askWithdrawals([cases[1]!.receipt_hash]))
    const generation = ledger.grow([cases[1]!.tag], 1)
    // A sweep that failed and came again is no second step.
    expect([generation.generation, ledger.grow([cases[1]!.tag], 1)]).toEqual([2, generation])
    store.close()
    expect(await started(dataDir)).toEqual({ ...open, gone: [first, second].sort(), held: 2 })
    expect(await started(dataDir)).toMatchObject(open)
  })

  it('P31 P32 notices tombstones that were taken out of the database, and drops cases that were put back', async () => {
    const forgotten = copyOf(now)
    altering(forgotten, `delete from withdrawn_case where tag = x'${second}'`)
    expect(await started(forgotten)).toEqual({ ...shut, ...all })
    expect(await started(forgotten)).toMatchObject(shut)
    const back = copyOf(now)
    altering(back, `attach '${database(earlier)}' as earlier`, 'insert or ignore into sealed_case select * from earlier.sealed_case')
    expect(stateOf(back).held).toBe(3)
    expect(await started(back)).toEqual({ ...open, ...all })
  })

  it('P31 tells two histories apart that grew to the same number', async () => {
    const other = copyOf(earlier)
    await withdrawn(other, cases[3]!.receipt_hash, cases[2]!.receipt_hash)
    const dataDir = mixed(now, other)
    expect(await started(dataDir)).toMatchObject(shut)
    // What the database knows goes into the ledger only when an operator says so.
    expect(ledgerOf(dataDir).tags).not.toContain(second)
    expect(await started(dataDir, { confirmLedger: true })).toMatchObject({ ...open, held: 0 })
    expect(ledgerOf(dataDir).tags).toHaveLength(4)
  })

  it('P31 P44 with a database and a ledger of before goes on, and withdraws what was asked then', async () => {
    const dataDir = copyOf(earlier)
    const { ledger: ledgerKey } = readServerKeys(dataDir).serverKey
    rmSync(join(dataDir, 'ledger-key'))
    const [head, waiting] = ['cd'.repeat(16), cases[3]!]
    rmSync(database(dataDir))
    const db = new Database(database(dataDir))
    const migrations = new URL('../../server/store/migrations/', import.meta.url)
    for (const name of readdirSync(migrations).sort().slice(0, 4)) db.exec(readFileSync(new URL(name, migrations), 'utf8'))
    db.pragma('user_version = 4')
    db.exec(`insert into ledger_head values (1, '${head}'); insert into withdrawn_case values (x'${first}')`)
    db.exec("insert into edition values ('2026-1', 1, 'open', '1.0', 1, zeroblob(32))")
    db.exec(`attach '${database(earlier)}' as later; insert into organisation select * from later.organisation;
      insert into organisation_key select * from later.organisation_key; insert into sealed_case select * from later.sealed_case; detach later`)
    db.prepare("insert into withdrawal_request values (?, ?, '2026-11'), (?, ?, '2026-11')").run(
      'a'.repeat(32),
      waiting.receipt_hash,
      'b'.repeat(32),
      Buffer.alloc(32),
    )
    db.close()
    const text = ['jnatip-withdrawals/1', `head ${head}`, `case ${first}`, ''].join('\n')
    writeFileSync(ledgerPath(dataDir), `${text}mac ${toHex(keyed(ledgerKey, utf8(text)))}\n`)
    const { store, ...keys } = openDataDir(dataDir)
    const { ledger, intakeOpen } = await joinLedger({ store, dataDir, ...keys }, NOTHING_SAID)
    expect([intakeOpen, await carryOutWithdrawals(store, ledger, '2026-11')]).toEqual([true, 1])
    store.close()
    expect(ledgerOf(dataDir).heads.map(({ generation }) => generation)).toEqual([0, 1])
    expect(stateOf(dataDir).gone).toEqual([first, toHex(waiting.tag)].sort())
  })
})

describe('the ledger of a running server', () => {
  it('P31 goes on when its file is lost or altered meanwhile, forgets nothing, and overwrites nothing that it cannot read', async () => {
    const dataDir = copyOf(earlier)
    const { store, ...keys } = openDataDir(dataDir)
    const { ledger } = await joinLedger({ store, dataDir, ...keys }, NOTHING_SAID)
    rmSync(ledgerPath(dataDir))
    await store.batch(askWithdrawals([cases[1]!.receipt_hash]))
    expect(await carryOutWithdrawals(store, ledger, '2026-11')).toBe(1)
    expect(ledgerOf(dataDir).tags).toEqual([first, second].sort())
    writeFileSync(ledgerPath(dataDir), 'altered')
    await store.batch(askWithdrawals([cases[2]!.receipt_hash]))
    expect(await carryOutWithdrawals(store, ledger, '2026-11')).toBe(1)
    expect([ledgerOf(dataDir).tags, readdirSync(dataDir).some((name) => name.includes('.aside-'))]).toEqual([all.gone, true])
    // A newer one, of another machine, is joined.
    const newer = ledgerOf(dataDir)
    const others = toHex(cases[3]!.tag)
    keepLedger(ledgerPath(dataDir), { ...newer, tags: [...newer.tags, 'f'.repeat(64)] }, keys.serverKey)
    await store.batch(askWithdrawals([cases[3]!.receipt_hash]))
    await carryOutWithdrawals(store, ledger, '2026-11')
    expect(ledgerOf(dataDir).tags).toEqual([...all.gone, others, 'f'.repeat(64)].sort())
    store.close()
  })
})

describe('the log', () => {
  it('P31 that was removed after a kill is missed at the next start; one that a command folded in is not', async () => {
    const dataDir = copyOf(now)
    const killed = await serve(dataDir)
    await killed.end('SIGKILL')
    const whole = copyOf(dataDir)
    rmSync(`${database(dataDir)}-wal`)
    expect(await started(dataDir)).toBe('log-missing')
    expect((await jnatip(['inventory', '--data', dataDir, '--json'])).stdout).toContain('"log-missing"')
    expect(await started(dataDir, { confirmLedger: true })).toMatchObject(open)
    expect(await started(dataDir)).toMatchObject(open)
    expect(readdirSync(dataDir).sort()).toEqual([
      'account-key',
      'cases.sqlite',
      'ledger-key',
      'log-heads',
      'log-key',
      'tag-key',
      'withdrawals.ledger',
    ])
    expect((await jnatip(['inventory', '--data', whole, '--json'])).code).toBe(0)
    expect(await started(whole)).toMatchObject(open)
  })
})

describe('the standing of both', () => {
  const head = (generation: number) => ({ generation, head: String(generation).repeat(32) })
  const ledger = (tags: string, ...generations: number[]): LedgerContent => ({ tags: [...tags], heads: generations.map(head) })
  const state = (generation: number | null, tags = '', waiting = '', unconfirmed: 0 | 1 = 0): DatabaseState => ({
    held: generation === null ? null : { ...head(generation), unconfirmed },
    tags: [...tags],
    waiting: [...waiting],
  })
  const other = (generation: number, tags: string): DatabaseState => ({
    held: { generation, head: 'f'.repeat(32), unconfirmed: 0 },
    tags: [...tags],
    waiting: [],
  })
  it.each([
    ['new', state(null), 'missing'],
    ['new', state(null), ledger('', 0)],
    ['equal', state(0), ledger('', 0)],
    ['equal', state(2, 'ab'), ledger('ab', 0, 1, 2)],
    ['cut-off-sweep', state(1, 'a', 'b'), ledger('ab', 0, 1, 2)],
    ['ledger-ahead', state(1, 'a'), ledger('ab', 0, 1, 2)],
    ['ledger-ahead', state(1, 'a', 'b'), ledger('abc', 0, 1, 2)],
    ['ledger-ahead', state(1, 'a', 'bc'), ledger('abc', 0, 1, 2, 3)],
    ['ledger-ahead', state(2, 'a'), ledger('ab', 0, 1, 2)],
    ['ledger-ahead', state(1, 'ab'), ledger('ab', 0, 1, 2)],
    ['ledger-ahead', state(null), ledger('a', 0, 1)],
    ['ledger-ahead', other(2, 'ac'), ledger('ab', 0, 1, 2)],
    ['ledger-ahead', other(9, 'ac'), ledger('ab', 0, 1, 2)],
    ['ledger-behind', state(2, 'ab'), ledger('a', 0, 1)],
    ['ledger-behind', other(1, 'a'), ledger('a', 0, 1)],
    ['ledger-behind', state(2, 'ab'), ledger('a', 0, 1, 2)],
    ['unconfirmed', state(2, 'ab', '', 1), ledger('ab', 0, 1, 2)],
    ['unconfirmed', state(2, 'abc', '', 1), ledger('ab', 0, 1)],
    ['ledger-missing', state(0), 'missing'],
    ['ledger-missing', state(2, 'ab', '', 1), 'missing'],
    ['ledger-unreadable', state(null), 'unreadable'],
    ['ledger-unreadable', state(2, 'ab'), 'unreadable'],
  ] as const)('P31 is %s', (expected, held, content) => {
    expect(standing(held, content)).toBe(expected)
  })
})
