/** Accounts and keys that were ended stay so: whichever older copy of the database, or of the list beside it, is put in its place. */
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restore } from '../../server/runtime/backup.ts'
import { databasePath, openDataDir } from '../../server/runtime/data-dir.ts'
import { endedAccessPath, joinEndedAccess } from '../../server/runtime/ended-access-file.ts'
import { joinLedger } from '../../server/runtime/join-ledger.ts'
import type { SqliteStore } from '../../server/runtime/sqlite.ts'
import { server } from './harness.ts'
import { appCode, Browser, firstAdministrator, fromBase32, invited, organisationNumber, PASSWORD, type TestPerson } from './people.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-ended-'))
let running: Awaited<ReturnType<typeof server>>
let [editor, changed, keeper] = [] as unknown as [TestPerson, TestPerson, TestPerson]
let endedKey: string
/** The database before anything was ended, the list after the first end, and both now. */
const before = join(folder, 'before.sqlite')
const now = join(folder, 'now.sqlite')
const firstList = join(folder, 'first')
let made = 0

beforeAll(async () => {
  running = await server()
  await joinLedger(running, { confirmLedger: false, rebuildLedger: false })
  const admin = await firstAdministrator(running)
  const shelter = await organisationNumber(admin.browser, 'Invented Shelter')
  editor = await invited(running, admin.browser, 'editor-one', ['editor'])
  changed = await invited(running, admin.browser, 'editor-two', ['editor'])
  keeper = await invited(running, admin.browser, 'editor-three', ['editor'])
  const partner = await invited(running, admin.browser, 'shelter-one', ['partner'], shelter)
  const { id, key } = (await partner.browser.ask('POST', '/organisation/access-keys', { months: 3 })).body
  endedKey = key
  writeFileSync(before, (running.store as SqliteStore).copy())
  expect(existsSync(endedAccessPath(running.dataDir))).toBe(false)
  await admin.browser.ask('DELETE', `/people/${editor.id}`)
  copyFileSync(endedAccessPath(running.dataDir), firstList)
  await partner.browser.ask('DELETE', `/organisation/access-keys/${id}`)
  const { offer, secret } = (await changed.browser.ask('POST', '/account/app')).body
  running.seconds.pass(60)
  const next = { password: 'seven kites over a cold roof', offer, code: appCode(fromBase32(secret), running.seconds) }
  expect((await changed.browser.ask('PUT', '/account/password', next)).status).toBe(200)
  writeFileSync(now, (running.store as SqliteStore).copy())
}, 60_000)
afterAll(() => {
  running.close()
  rmSync(folder, { recursive: true })
})

/** A data folder with the keys and the ledger of the network. */
function laid(list: string | null, database: string | null = null): string {
  const dataDir = join(folder, `data-${++made}`)
  cpSync(running.dataDir, dataDir, { recursive: true, filter: (path) => !/cases\.sqlite|ended-access/.test(path) })
  if (list !== null) copyFileSync(list, endedAccessPath(dataDir))
  if (database !== null) copyFileSync(database, databasePath(dataDir))
  return dataDir
}

/** The folder as a start finds and leaves it. */
async function started(dataDir: string, rebuild = false): Promise<string> {
  const { store, serverKey } = openDataDir(dataDir)
  try {
    await joinEndedAccess({ store, dataDir, serverKey }, rebuild)
    return 'started'
  } catch (error) {
    return (error as { slug: string }).slug
  } finally {
    store.close()
  }
}

/** Who gets in: an ended account, one whose password was changed, one whom nothing concerns, and a program with the ended key. */
async function letIn(dataDir: string): Promise<readonly number[]> {
  const again = await server({ kept: { dataDir, key: running.key }, seconds: running.seconds })
  const statuses = []
  for (const { username, app } of [editor, changed, keeper]) {
    running.seconds.pass(30)
    const given = { username, password: PASSWORD, code: appCode(app, running.seconds) }
    statuses.push((await new Browser(again).ask('POST', '/sign-in/password', given)).status)
  }
  const organisation = await again.get('/api/v1/organisation', endedKey)
  again.close()
  return [...statuses, organisation.status]
}

const NOW = [401, 401, 200, 401]
const list = () => endedAccessPath(running.dataDir)
const restored = (dataDir: string, file = before) => restore({ file, dataDir, ledgers: [], heads: [], identity: null })

describe('access that was ended', () => {
  it('P60 P62 stays ended when an older copy is restored, and a list that is older than the copy is refused', async () => {
    const dataDir = laid(list())
    expect(await restored(dataDir)).toMatchObject({ withdrawn: 0, ended: 2, accounts: 4, keys: 1 })
    expect(await letIn(dataDir)).toEqual(NOW)
    // Once more, from what was restored: the list beside it has forgotten nothing.
    expect(readFileSync(endedAccessPath(dataDir), 'utf8')).toBe(readFileSync(list(), 'utf8'))
    const slug = (dir: string) => restored(dir, now).catch((error: { slug: string }) => error.slug)
    expect([await slug(laid(firstList)), await slug(laid(null))]).toEqual(['ended-access-too-old', 'ended-access-too-old'])
    const altered = join(folder, 'altered')
    writeFileSync(altered, readFileSync(list(), 'utf8').replace(/account .*\n/, ''))
    expect(await slug(laid(altered))).toBe('ended-access-damaged')
    // A copy from before anything ended, without a list: the operator is told that nobody knows.
    expect(await restored(laid(null))).toMatchObject({ ended: null, accounts: 5, keys: 2 })
  })

  it('P60 P62 stays ended when an older database is put in its place, and then stands in that one too', async () => {
    const dataDir = laid(list(), before)
    expect(await started(dataDir)).toBe('started')
    expect(await letIn(dataDir)).toEqual(NOW)
    const { store } = openDataDir(dataDir)
    const rows = store.runNow(CompiledQuery.raw('select kind from ended_access where kept = 1')) as { kind: string }[]
    const entries = store.runNow(CompiledQuery.raw(`select action from audit_entry where role = 'command' and action like 'end-%'`))
    store.close()
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['account', 'key', 'password']))
    expect(entries).toEqual([{ action: 'end-account' }, { action: 'end-access-key' }])
  })

  it('P60 a start is refused beside an older, an altered or no list, and an operator can have it made again', async () => {
    const altered = join(folder, 'cut')
    writeFileSync(altered, readFileSync(list(), 'utf8').replace(/key .*\n/, ''))
    for (const [given, slug] of [
      [firstList, 'ended-access-behind'],
      [null, 'ended-access-missing'],
      [altered, 'ended-access-unreadable'],
    ] as const) {
      const dataDir = laid(given, now)
      expect([await started(dataDir), await started(dataDir, true), await started(dataDir)]).toEqual([slug, 'started', 'started'])
      expect(readFileSync(endedAccessPath(dataDir), 'utf8').match(/^(account|key|password) /gm)).toHaveLength(4)
    }
  })
})
