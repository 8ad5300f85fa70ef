/** An older database is put in the place of the newest, with the list of ended access beside it: what it brings back that was over. */
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { leaveWhenDue } from '../../server/accounts/leave-when-due.ts'
import { databasePath } from '../../server/runtime/data-dir.ts'
import { endedAccessPath } from '../../server/runtime/ended-access-file.ts'
import { joinLedger } from '../../server/runtime/join-ledger.ts'
import type { SqliteStore } from '../../server/runtime/sqlite.ts'
import { server } from './harness.ts'
import { appCode, Browser, firstAdministrator, fromBase32, invited, organisationNumber, signedInAgain, type TestPerson } from './people.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-intruder-'))
const before = join(folder, 'before.sqlite')
let running: Awaited<ReturnType<typeof server>>
let changed: TestPerson
let left: TestPerson
let thief: Browser
let today = '2026-11-21'
const clock = { day: () => today, month: () => today.slice(0, 7), year: () => 2026 }

beforeAll(async () => {
  running = await server({ clock })
  await joinLedger(running, { confirmLedger: false, rebuildLedger: false })
  const admin = await firstAdministrator(running)
  const second = await invited(running, admin.browser, 'admin-two', ['administrator'])
  const shelter = await organisationNumber(admin.browser, 'Invented Shelter')
  changed = await invited(running, admin.browser, 'editor-one', ['editor'])
  left = await invited(running, admin.browser, 'shelter-one', ['partner'], shelter)
  await invited(running, admin.browser, 'shelter-two', ['partner'], shelter)
  expect((await left.browser.ask('POST', '/organisation/leaving', { leaving: true, withdraw_open_cases: true })).status).toBe(200)
  // Somebody who knows password and app is signed in beside the person.
  thief = await signedInAgain(running, changed)
  writeFileSync(before, (running.store as SqliteStore).copy())
  // Password, app and recovery codes were found by somebody; the person makes new ones.
  running.seconds.pass(60)
  const { offer, secret } = (await changed.browser.ask('POST', '/account/app')).body
  const next = { password: 'seven kites over a cold roof', offer, code: appCode(fromBase32(secret), running.seconds) }
  expect((await changed.browser.ask('PUT', '/account/password', next)).status).toBe(200)
  const { codes } = (await changed.browser.ask('POST', '/account/recovery-codes')).body
  expect((await changed.browser.ask('POST', '/account/complete', { codes: codes.slice(0, 2) })).status).toBe(200)
  expect((await thief.ask('GET', '/account')).status).toBe(401)
  today = '2026-11-28'
  // Two administrators end the account of the partner who asked: the organisation stays.
  expect((await admin.browser.ask('POST', `/people/${left.id}/ending`)).status).toBe(201)
  expect((await second.browser.ask('DELETE', `/people/${left.id}`)).status).toBe(200)
}, 60_000)
afterAll(() => {
  running.close()
  rmSync(folder, { recursive: true })
})

/** The server on the older database, started as an operator would. */
async function again() {
  const dataDir = mkdtempSync(join(folder, 'data-'))
  cpSync(running.dataDir, dataDir, { recursive: true, filter: (path) => !/cases\.sqlite/.test(path) })
  copyFileSync(endedAccessPath(running.dataDir), endedAccessPath(dataDir))
  copyFileSync(before, databasePath(dataDir))
  return server({ kept: { dataDir, key: running.key }, seconds: running.seconds, clock })
}

it('an organisation does not leave because an ended account once asked for it', async () => {
  const older = await again()
  await leaveWhenDue({ store: older.store, clock })
  const gone = older.store.runNow(CompiledQuery.raw('SELECT organisation FROM organisation_left'))
  older.close()
  expect(gone).toEqual([])
})

it('whoever found a recovery code of before, but no password, does not come in', async () => {
  const older = await again()
  const thief = new Browser(older)
  const given = { username: changed.username, password: 'not known to the thief', code: changed.codes[2] }
  const { status } = await thief.ask('POST', '/sign-in/recovery', given)
  older.close()
  expect(status).toBe(401)
})

it('whoever was signed out by the change of a password stays so', async () => {
  const older = await again()
  const { status } = await new Browser(older, thief.cookie).ask('GET', '/account')
  older.close()
  expect(status).toBe(401)
})
