/** What administrators, colleagues and partners decide about people, and what stays as it is. */

import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { leaveWhenDue } from '../../server/accounts/leave-when-due.ts'
import { startNode } from '../../server/runtime/node.ts'
import { read } from '../../server/store/port.ts'
import { caseOf, problem, server } from './harness.ts'
import { appCode, Browser, completed, firstAdministrator, invited, organisationNumber, PASSWORD, signedInAgain } from './people.ts'

let running: Awaited<ReturnType<typeof server>>
let today: string
beforeEach(async () => {
  today = '2026-11-21'
  running = await server({ clock: { day: () => today, month: () => today.slice(0, 7), year: () => 2026 } })
})
afterEach(() => running.close())

const SHELTER = 'Invented Shelter'
const rows = async <Row>(sql: string) => read(running.store, CompiledQuery.raw(sql) as CompiledQuery<Row>)

/** Two administrators, and two people of one organisation. */
async function pair() {
  const admin = await firstAdministrator(running)
  const admin2 = await invited(running, admin.browser, 'admin-two', ['administrator'])
  const shelter = await organisationNumber(admin.browser, SHELTER)
  const one = await invited(running, admin.browser, 'shelter-one', ['partner'], shelter)
  const two = await invited(running, admin.browser, 'shelter-two', ['partner'], shelter)
  return { admin, admin2, shelter, one, two }
}

describe('invitations', () => {
  it('P62 P63 a code works once, also where two type it at once, and unknown, used, overdue and taken back answer alike', async () => {
    const admin = await firstAdministrator(running)
    const invite = async (username: string) =>
      (await admin.browser.ask('POST', '/people', { username, roles: ['editor'], organisation: null })).body
    const { code } = await invite('editor-one')
    const typed = (given: string) => new Browser(running).ask('POST', '/invitation', { code: given })
    const both = await Promise.all([typed(code), typed(code), typed(code)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404, 404])
    const [overdue, back] = [await invite('editor-two'), await invite('editor-three')]
    await admin.browser.ask('DELETE', `/people/${back.id}`)
    today = '2026-11-29'
    const answers = [await typed(code), await typed(overdue.code), await typed(back.code), await typed('0000-0000-0000-0000-0001')]
    expect(answers.slice(0, 3).map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(answers.slice(0, 3).map(({ text }) => text)).size).toBe(1)
    // A slip is a slip: anybody can compute the check characters.
    expect((await typed(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).body.errors).toEqual([
      { pointer: '/code', rule: 'check_characters' },
    ])
    const again = await admin.browser.ask('POST', `/people/${overdue.id}/invitation`)
    expect((await typed(again.body.code)).status).toBe(201)
    // One that was taken back never was: its username is free. One that was used is not.
    expect((await admin.browser.ask('POST', '/people', { username: 'editor-three', roles: ['editor'], organisation: null })).status).toBe(
      201,
    )
    expect((await admin.browser.ask('POST', '/people', { username: 'editor-one', roles: ['editor'], organisation: null })).body.type).toBe(
      '/problems/username-taken',
    )
  })

  it('P60 nobody is administrator and custodian or editor, not even by hand, and partners belong to an organisation', async () => {
    const admin = await firstAdministrator(running)
    const refused = async (roles: readonly string[], organisation: number | null = null) =>
      (await admin.browser.ask('POST', '/people', { username: 'somebody', roles, organisation })).body.errors
    expect(await refused(['administrator', 'custodian'])).toEqual([{ pointer: '/roles', rule: 'never_together' }])
    expect(await refused(['partner', 'administrator'])).toEqual([{ pointer: '/roles', rule: 'never_together' }])
    expect(await refused(['editor', 'administrator'])).toEqual([{ pointer: '/roles', rule: 'never_together' }])
    expect(await refused(['partner'])).toEqual([{ pointer: '/organisation', rule: 'required' }])
    expect(await refused(['partner'], 99)).toEqual([{ pointer: '/organisation', rule: 'unknown_value' }])
    expect(await refused(['owner'])).toEqual([{ pointer: '/roles/0', rule: 'unknown_value' }])
    const editor = await invited(running, admin.browser, 'editor-one', ['editor'])
    const roles = (given: readonly string[]) => admin.browser.ask('PUT', `/people/${editor.id}/roles`, { roles: given })
    expect((await roles(['administrator'])).body.errors).toEqual([{ pointer: '', rule: 'roles_cannot_change_so' }])
    expect((await roles(['editor', 'administrator'])).status).toBe(422)
    await expect(running.store.batch([CompiledQuery.raw('UPDATE account SET administrator = 1 WHERE editor = 1')])).rejects.toThrow()
    await expect(running.store.batch([CompiledQuery.raw('UPDATE account SET custodian = 1 WHERE administrator = 1')])).rejects.toThrow()
    expect((await roles(['editor', 'custodian'])).status).toBe(200)
    // Other roles end the sessions of before.
    expect((await editor.browser.ask('GET', '/account')).status).toBe(401)
  })

  it('P60 the last administrator stays, and whoever has ended is out at once and for good', async () => {
    const { admin, admin2 } = await pair()
    expect((await admin.browser.ask('DELETE', `/people/${admin2.id}`)).status).toBe(200)
    expect((await admin2.browser.ask('GET', '/people')).status).toBe(401)
    running.seconds.pass(60)
    const given = { username: 'admin-two', password: PASSWORD, code: appCode(admin2.app, running.seconds) }
    expect((await new Browser(running).ask('POST', '/sign-in/password', given)).status).toBe(401)
    expect((await admin.browser.ask('DELETE', `/people/${admin.id}`)).body.errors).toEqual([{ pointer: '', rule: 'last_administrator' }])
    const left = await rows<{ n: number }>(
      `SELECT count(*) AS n FROM account LEFT JOIN password ON password.account = account.id WHERE username = 'admin-two' AND hash IS NOT NULL`,
    )
    expect(left).toEqual([{ n: 0 }])
  })
})

describe('a reset of access', () => {
  it('P62 takes a colleague of the organisation and an administrator, ends sessions and lockouts, and gives nothing but access', async () => {
    const { admin2: admin, one, two } = await pair()
    today = '2026-11-29'
    const elsewhere = await signedInAgain(running, one)
    expect((await two.browser.ask('POST', `/people/${one.id}/reset`)).status).toBe(201)
    expect((await two.browser.ask('POST', `/people/${one.id}/reset`)).body.errors).toEqual([{ pointer: '', rule: 'already_asked' }])
    expect((await elsewhere.ask('GET', '/account')).body.reset).toEqual({ ready: null })
    expect((await admin.browser.ask('POST', `/people/${one.id}/reset/code`)).body.errors).toEqual([
      { pointer: '', rule: 'needs_somebody_else' },
    ])
    expect((await admin.browser.ask('POST', `/people/${one.id}/reset/approval`)).status).toBe(200)
    today = '2026-12-06'
    for (let time = 0; time < 6; time++)
      await new Browser(running).ask('POST', '/sign-in/password', { username: 'shelter-one', password: 'x', code: '000000' })
    const { code } = (await admin.browser.ask('POST', `/people/${one.id}/reset/code`)).body
    expect((await elsewhere.ask('GET', '/account')).status).toBe(401)
    running.seconds.pass(30)
    const given = { username: 'shelter-one', password: PASSWORD, code: appCode(one.app, running.seconds) }
    // Until the code is typed the old access is as good as before, and no longer locked out.
    const old = new Browser(running)
    expect((await old.ask('POST', '/sign-in/password', given)).status).toBe(200)
    const anew = new Browser(running)
    expect((await anew.ask('POST', '/invitation', { code })).body).toEqual({ username: 'shelter-one', roles: ['partner'], setup: true })
    expect((await old.ask('GET', '/account')).status).toBe(401)
    running.seconds.pass(60)
    const later = { ...given, code: appCode(one.app, running.seconds) }
    expect((await new Browser(running).ask('POST', '/sign-in/password', later)).status).toBe(401)
    await completed(anew, running)
    expect((await anew.ask('GET', '/organisation/access-keys')).status).toBe(200)
  })

  it('P62 waits seven days where nobody of the organisation can ask, takes two administrators, and the old access can object', async () => {
    const { admin, admin2, one, two } = await pair()
    today = '2026-11-29'
    await admin.browser.ask('DELETE', `/people/${two.id}`)
    expect((await admin.browser.ask('POST', `/people/${one.id}/reset`)).status).toBe(201)
    // Not by oneself.
    expect((await admin.browser.ask('POST', `/people/${one.id}/reset/approval`)).body.errors).toEqual([
      { pointer: '', rule: 'needs_somebody_else' },
    ])
    expect((await admin2.browser.ask('POST', `/people/${one.id}/reset/approval`)).status).toBe(200)
    expect((await admin2.browser.ask('POST', `/people/${one.id}/reset/code`)).body.errors).toEqual([{ pointer: '', rule: 'not_ready' }])
    today = '2026-12-05'
    expect((await admin2.browser.ask('POST', `/people/${one.id}/reset/code`)).status).toBe(409)
    today = '2026-12-06'
    const { code } = (await admin2.browser.ask('POST', `/people/${one.id}/reset/code`)).body
    const old = await signedInAgain(running, one)
    expect((await old.ask('DELETE', '/account/reset')).status).toBe(200)
    expect((await new Browser(running).ask('POST', '/invitation', { code })).status).toBe(404)
    expect((await admin2.browser.ask('POST', `/people/${one.id}/reset/code`)).status).toBe(404)
    expect((await old.ask('GET', '/account')).body.reset).toBeNull()
  })

  it('P62 a person who was let in a moment ago is no witness, and nobody asks for or agrees to the own one', async () => {
    const { admin, admin2, shelter, one, two } = await pair()
    await admin.browser.ask('DELETE', `/people/${two.id}`)
    today = '2026-12-15'
    const fresh = await signedInAgain(running, admin)
    const planted = await invited(running, fresh, 'shelter-three', ['partner'], shelter)
    expect((await planted.browser.ask('POST', `/people/${one.id}/reset`)).body.errors).toEqual([{ pointer: '', rule: 'not_yours_to_ask' }])
    // So it goes the long way: two administrators and seven days.
    expect((await fresh.ask('POST', `/people/${one.id}/reset`)).status).toBe(201)
    expect((await admin2.browser.ask('POST', `/people/${one.id}/reset/approval`)).status).toBe(200)
    const [{ reset }] = (await fresh.ask('GET', '/people')).body.people.filter((person: { id: string }) => person.id === one.id)
    expect(reset).toEqual({ alone: true, approved: true, ready: '2026-12-22' })
    expect((await fresh.ask('POST', `/people/${admin.id}/reset`)).status).toBe(409)
    expect((await admin2.browser.ask('POST', `/people/${admin.id}/reset`)).status).toBe(201)
    expect((await fresh.ask('POST', `/people/${admin.id}/reset/approval`)).status).toBe(409)
  })
})

describe('access keys of an organisation', () => {
  it('P62 a partner makes one that is shown once and good for cases alone, lists it by its hash, and ends it at once', async () => {
    const { one } = await pair()
    await running.open('2026-1')
    const made = await one.browser.ask('POST', '/organisation/access-keys', { months: 2 })
    expect(made.body).toMatchObject({ expires: '2027-01' })
    const listed = await one.browser.ask('GET', '/organisation/access-keys')
    expect(listed.text).not.toContain(made.body.key)
    expect(listed.body.keys).toContainEqual({ id: made.body.id, scopes: ['submit'], expires: '2027-01' })
    expect((await running.post(caseOf('K-1'), { key: made.body.key })).status).toBe(201)
    expect((await running.get('/api/v1/editions/2026-1/sealed-cases', made.body.key)).status).toBe(404)
    expect((await one.browser.ask('DELETE', `/organisation/access-keys/${made.body.id}`)).status).toBe(200)
    expect((await running.post(caseOf('K-2'), { key: made.body.key })).status).toBe(401)
    for (const months of [0, 25, 1.5, '2', null])
      expect((await one.browser.ask('POST', '/organisation/access-keys', { months })).status).toBe(422)
  })

  it('P62 there are twenty at most, also when many are made at once', async () => {
    const { one } = await pair()
    const answers = await Promise.all(Array.from({ length: 25 }, () => one.browser.ask('POST', '/organisation/access-keys', { months: 1 })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(19)
    expect(answers.find(({ status }) => status !== 201)?.body.errors).toEqual([{ pointer: '', rule: 'too_many_keys' }])
  })
})

describe('a partner that leaves', () => {
  it('P83 withdraws its open cases in one act, is out the same day, and stays in the register for good', async () => {
    const { admin, shelter, one, two } = await pair()
    await running.open('2026-1')
    for (const name of ['L-1', 'L-2', 'L-3']) await running.post(caseOf(name))
    const other = await running.organisation('Invented Embassy')
    await running.post(caseOf('E-1'), { key: other })
    expect((await one.browser.ask('POST', '/organisation/leaving', { leaving: false, withdraw_open_cases: true })).status).toBe(422)
    expect((await one.browser.ask('POST', '/organisation/leaving', { leaving: true, withdraw_open_cases: true })).status).toBe(200)
    expect(await rows('SELECT count(*) AS n FROM withdrawal_request')).toEqual([{ n: 0 }])
    today = '2026-11-28'
    await leaveWhenDue({ store: running.store, clock: { day: () => today, month: () => today.slice(0, 7), year: () => 2026 } })
    expect(await rows('SELECT count(*) AS n FROM withdrawal_request')).toEqual([{ n: 3 }])
    expect((await running.post(caseOf('L-4'))).status).toBe(401)
    expect((await running.post(caseOf('E-2'), { key: other })).status).toBe(201)
    for (const person of [one, two]) {
      expect((await person.browser.ask('GET', '/account')).status).toBe(401)
      running.seconds.pass(60)
      const given = { username: person.username, password: PASSWORD, code: appCode(person.app, running.seconds) }
      expect((await new Browser(running).ask('POST', '/sign-in/password', given)).status).toBe(401)
    }
    const listed = (await admin.browser.ask('GET', '/organisations')).body.organisations
    expect(listed).toContainEqual({ id: shelter, name: SHELTER, holding: null, left: '2026-11-28', people: 0, keys: 0 })
    expect(await running.post(caseOf('L-5'), { key: await running.organisation(SHELTER) }).then(({ status }) => status)).toBe(401)
    const again = { username: 'shelter-nine', roles: ['partner'], organisation: shelter }
    expect((await admin.browser.ask('POST', '/people', again)).body.errors).toEqual([{ pointer: '/organisation', rule: 'unknown_value' }])
  })

  it('keeps its cases where it does not withdraw them, and a custodian among its people stays one', async () => {
    const { admin, shelter, one } = await pair()
    const keeper = await invited(running, admin.browser, 'shelter-three', ['partner', 'custodian'], shelter)
    await running.open('2026-1')
    await running.post(caseOf('L-1'))
    await one.browser.ask('POST', '/organisation/leaving', { leaving: true, withdraw_open_cases: false })
    today = '2026-11-28'
    await leaveWhenDue({ store: running.store, clock: { day: () => today, month: () => today.slice(0, 7), year: () => 2026 } })
    expect([await running.held('2026-1'), (await rows<{ n: number }>('SELECT count(*) AS n FROM withdrawal_request'))[0]?.n]).toEqual([
      1, 0,
    ])
    const again = await signedInAgain(running, keeper)
    expect((await again.ask('GET', '/account')).body.roles).toEqual(['custodian'])
    expect((await again.ask('GET', '/organisation/access-keys')).status).toBe(404)
  })
})

describe('two administrators', () => {
  it('P60 are there before the first case once anybody has an account; one who is left later is a matter for a warning', async () => {
    await running.open('2026-1')
    expect((await running.post(caseOf('A-1'))).status).toBe(201)
    const admin = await firstAdministrator(running)
    const refused = await running.post(caseOf('A-2'))
    expect([refused.status, (await problem(refused)).type]).toEqual([503, '/problems/administrators-missing'])
    const second = await invited(running, admin.browser, 'admin-two', ['administrator'])
    expect((await running.post(caseOf('A-2'))).status).toBe(201)
    await admin.browser.ask('DELETE', `/people/${second.id}`)
    expect((await running.post(caseOf('A-3'))).status).toBe(201)
    expect((await admin.browser.ask('GET', '/account')).body.one_administrator).toBe(true)
  })

  it('P62 nobody signs in where the operator has not named the address of the pages; cases come in', async () => {
    const unnamed = await server({ origin: null })
    await unnamed.open('2026-1')
    expect((await new Browser(unnamed).ask('POST', '/sign-in/passkey/options')).body.type).toBe('/problems/accounts-shut')
    expect((await unnamed.post(caseOf('A-1'))).status).toBe(201)
    unnamed.close()
  })
})

describe('the account key', () => {
  it('P62 is never made anew where people have accounts: nobody signs in until it is back, and cases come in', async () => {
    await pair()
    const { dataDir } = running
    const started = async () => {
      const node = await startNode({ dataDir, port: 0, host: 'localhost' })
      const { status } = await fetch(`${node.url}/api/v1/sign-in`)
      const { accountKeyLost, setupCode } = node
      await node.close()
      return { status, accountKeyLost, setupCode }
    }
    expect(await started()).toEqual({ status: 503, accountKeyLost: true, setupCode: null })
    expect(readdirSync(dataDir)).not.toContain('account-key')
    writeFileSync(join(dataDir, 'account-key'), `${'07'.repeat(32)}\n`)
    expect(await started()).toEqual({ status: 200, accountKeyLost: false, setupCode: null })
    expect(statSync(join(dataDir, 'account-key')).mode & 0o777).toBe(0o600)
  })
})

describe('what analysts keep', () => {
  it('P60 are questions of the closed list, in its own words, and nothing else', async () => {
    const admin = await firstAdministrator(running)
    const analyst = await invited(running, admin.browser, 'analyst-one', ['analyst'])
    const keep = (tables: unknown) => analyst.browser.ask('POST', '/collections', { tables })
    expect((await keep([{ rows: 'GENDER', columns: null }])).status).toBe(201)
    expect((await analyst.browser.ask('GET', '/collections')).body.collections[0].tables).toEqual([{ rows: 'gender@list', columns: null }])
    for (const tables of [
      [{ rows: 'Tanaka', columns: null }],
      [{ rows: 'gender', columns: 'Tanaka' }],
      [],
      [{ rows: 'gender', columns: null, note: 'x' }],
      'gender',
    ])
      expect((await keep(tables)).status).toBe(422)
    const proposed = await analyst.browser.ask('POST', '/proposals', { rows: 'gender', columns: 'Hanako Tanaka' })
    expect(proposed.body.errors).toEqual([{ pointer: '/columns', rule: 'unknown_variable' }])
    expect(proposed.text).not.toContain('Tanaka')
  })
})
