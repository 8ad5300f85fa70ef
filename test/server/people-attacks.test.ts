/** What one administrator, or a person whom one invented, must not be able to do alone. */
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { caseOf, server } from './harness.ts'
import {
  Browser,
  completed,
  firstAdministrator,
  invited,
  invitedOnly,
  organisationNumber,
  signedInAgain,
  type TestPerson,
} from './people.ts'

let running: Awaited<ReturnType<typeof server>>
let today: string
beforeEach(async () => {
  today = '2026-11-21'
  running = await server({ clock: { day: () => today, month: () => today.slice(0, 7), year: () => 2026 } })
})
afterEach(() => running.close())

const SHELTER = 'Invented Shelter'

async function network() {
  const admin = await firstAdministrator(running)
  const admin2 = await invited(running, admin.browser, 'admin-two', ['administrator'])
  const shelter = await organisationNumber(admin.browser, SHELTER)
  const one = await invited(running, admin.browser, 'shelter-one', ['partner'], shelter)
  const editor = await invited(running, admin.browser, 'editor-one', ['editor', 'custodian'])
  return { admin, admin2, shelter, one, editor }
}

const rules = (answer: { readonly body: { readonly errors?: readonly { readonly rule: string }[] } }) =>
  (answer.body.errors ?? []).map(({ rule }) => rule)

describe('P60 a partner whom one administrator invited', () => {
  it('makes and ends no key, leaves nothing and asks for no reset before a partner of the organisation agrees', async () => {
    const { admin, shelter, one } = await network()
    await running.open('fictional-1')
    for (const name of ['A-1', 'A-2', 'A-3']) await running.post(caseOf(name))
    const { browser, id } = await invitedOnly(running, admin.browser, 'invented', ['partner'], shelter)
    const [{ id: key }] = (await browser.ask('GET', '/organisation/access-keys')).body.keys
    today = '2026-12-21'
    const tries = [
      await browser.ask('POST', '/organisation/leaving', { leaving: true, withdraw_open_cases: true }),
      await browser.ask('POST', '/organisation/access-keys', { months: 24 }),
      await browser.ask('DELETE', `/organisation/access-keys/${key}`),
      await browser.ask('POST', `/people/${one.id}/reset`),
      await browser.ask('POST', `/people/${id}/agree`),
    ]
    expect(tries.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409])
    await carryOutWithdrawals(running.store, null, '2026-12')
    expect(await running.held('fictional-1')).toBe(3)
    expect((await one.browser.ask('POST', `/people/${id}/agree`)).status).toBe(200)
    expect((await browser.ask('POST', '/organisation/access-keys', { months: 24 })).status).toBe(201)
  })

  it('is agreed to by no administrator while the organisation has a partner, and by no other one who waits', async () => {
    const { admin, admin2, shelter } = await network()
    const [first, second] = [
      await invitedOnly(running, admin.browser, 'invented-one', ['partner'], shelter),
      await invitedOnly(running, admin.browser, 'invented-two', ['partner'], shelter),
    ]
    today = '2026-12-21'
    for (const { browser } of [admin, admin2, second])
      expect(rules(await browser.ask('POST', `/people/${first.id}/agree`))).toEqual(['needs_somebody_else'])
  })

  it('is agreed to by another administrator, who is no newcomer, where the organisation has no partner left', async () => {
    const { admin, admin2, shelter, one } = await network()
    today = '2026-11-28'
    await ended(one.id, admin, admin2)
    const admin3 = await invited(running, admin2.browser, 'admin-three', ['administrator'])
    running.store.runNow(CompiledQuery.raw('delete from organisation_key'))
    const { id } = await invitedOnly(running, admin2.browser, 'shelter-two', ['partner'], shelter)
    const agree = async (by: Browser) => (await by.ask('POST', `/people/${id}/agree`)).status
    expect([await agree(admin2.browser), await agree(admin3.browser)]).toEqual([409, 409])
    expect(await agree(admin.browser)).toBe(200)
    expect(await agree(admin.browser)).toBe(404)
  })

  it('waits as much when it was made a partner later', async () => {
    const { admin, shelter } = await network()
    const { id, ...invented } = await invitedOnly(running, admin.browser, 'invented', ['analyst'], shelter)
    expect((await admin.browser.ask('PUT', `/people/${id}/roles`, { roles: ['partner'] })).status).toBe(200)
    const browser = await signedInAgain(running, { id, ...invented })
    expect(rules(await browser.ask('POST', '/organisation/access-keys', { months: 3 }))).toEqual(['waits_for_agreement'])
  })
})

/** Ended by two administrators. */
async function ended(id: string, asking: TestPerson, ending: TestPerson): Promise<void> {
  expect((await asking.browser.ask('POST', `/people/${id}/ending`)).status).toBe(201)
  expect((await ending.browser.ask('DELETE', `/people/${id}`)).status).toBe(200)
}

describe('P60 the last partner of an organisation', () => {
  it('is ended by two administrators who are no newcomers, and loses the role by none', async () => {
    const { admin, admin2, shelter, one } = await network()
    const ask = async (by: TestPerson) => rules(await by.browser.ask('POST', `/people/${one.id}/ending`))
    const end = async (by: TestPerson) => rules(await by.browser.ask('DELETE', `/people/${one.id}`))
    expect([await ask(admin), await end(admin)]).toEqual([['newcomer'], ['needs_second_administrator']])
    today = '2026-11-28'
    const newcomer = await invited(running, admin.browser, 'admin-new', ['administrator'])
    expect(rules(await admin.browser.ask('PUT', `/people/${one.id}/roles`, { roles: ['analyst'] }))).toEqual(['partner_stays'])
    expect([await end(admin), await ask(newcomer), await ask(admin), await ask(admin2)]).toEqual([
      ['needs_second_administrator'],
      ['newcomer'],
      [],
      ['already_asked'],
    ])
    expect((await admin.browser.ask('GET', '/people')).body.people.find(({ id }: { id: string }) => id === one.id).ending).toBe(true)
    expect([await end(admin), await end(newcomer)]).toEqual([['needs_second_administrator'], ['needs_second_administrator']])
    // Asked for too long ago.
    const asked = today
    today = '2026-12-13'
    expect(await end(admin2)).toEqual(['needs_second_administrator'])
    today = asked
    expect([await end(admin2), (await one.browser.ask('GET', '/account')).status]).toEqual([[], 401])
    // One of two is ended by one administrator.
    const [two] = [await invited(running, admin.browser, 'shelter-two', ['partner'], shelter)]
    await invited(running, admin.browser, 'shelter-three', ['partner'], shelter)
    expect(rules(await admin.browser.ask('POST', `/people/${two.id}/ending`))).toEqual(['ends_without_second'])
    expect((await admin.browser.ask('DELETE', `/people/${two.id}`)).status).toBe(200)
  })
})

describe('P60 an organisation that leaves', () => {
  const asks = { leaving: true, withdraw_open_cases: true }

  it('stays where another partner objects, and where two administrators ended the account that asked', async () => {
    const { admin, admin2, shelter, one } = await network()
    const two = await invited(running, admin.browser, 'shelter-two', ['partner'], shelter)
    const asked = async () => (await one.browser.ask('GET', '/organisation/leaving')).body.asked
    expect((await two.browser.ask('POST', '/organisation/leaving', asks)).status).toBe(200)
    expect(await asked()).toEqual({ ready: '2026-11-28', withdraw_open_cases: true, own: false })
    expect((await one.browser.ask('DELETE', '/organisation/leaving')).status).toBe(200)
    expect((await two.browser.ask('POST', '/organisation/leaving', asks)).status).toBe(200)
    expect(rules(await admin.browser.ask('DELETE', `/people/${two.id}`))).toEqual(['needs_second_administrator'])
    expect(await asked()).not.toBeNull()
    today = '2026-11-28'
    await ended(two.id, admin, admin2)
    expect(await asked()).toBeNull()
  })

  it('leaves at once when a second partner agrees, who is no newcomer and not the one who asked', async () => {
    const { admin, shelter, one } = await network()
    const two = await invited(running, admin.browser, 'shelter-two', ['partner'], shelter)
    await one.browser.ask('POST', '/organisation/leaving', asks)
    const agree = async (by: typeof one) => (await by.browser.ask('POST', '/organisation/leaving/agreement')).status
    expect(await agree(two)).toBe(409)
    today = '2026-11-28'
    expect([await agree(one), await agree(two)]).toEqual([409, 200])
    expect((await one.browser.ask('GET', '/account')).status).toBe(401)
  })
})

/** The roles that a outsider has who asks, has agreed to and types the code of a reset; none where it is not given at once. */
async function takenOver(target: TestPerson, asking: TestPerson, agreeing: TestPerson): Promise<readonly string[]> {
  const [asks, agrees] = [await signedInAgain(running, asking), await signedInAgain(running, agreeing)]
  await asks.ask('POST', `/people/${target.id}/reset`)
  await agrees.ask('POST', `/people/${target.id}/reset/approval`)
  const { status, body } = await agrees.ask('POST', `/people/${target.id}/reset/code`)
  if (status !== 201) return []
  const outsider = new Browser(running)
  await outsider.ask('POST', '/invitation', { code: body.code })
  await completed(outsider, running)
  return (await outsider.ask('GET', '/account')).body.roles
}

describe('P62 a reset', () => {
  it('is asked for by no invented analyst or partner, for a partner, an editor or an administrator', async () => {
    const { admin, admin2, shelter, one, editor } = await network()
    const invented = await invited(running, admin.browser, 'invented', ['analyst'], shelter)
    const alone = await invited(running, admin.browser, 'invented-two', ['analyst'])
    today = '2026-11-28'
    // Each is refused where it is asked for; what comes later would keep them out as well.
    for (const [target, asking] of [
      [one, invented],
      [editor, alone],
      [admin2, alone],
    ] as const)
      expect((await (await signedInAgain(running, asking)).ask('POST', `/people/${target.id}/reset`)).status).toBe(409)
    expect(await takenOver(one, invented, admin)).toEqual([])
    expect(await takenOver(editor, alone, admin)).toEqual([])
    expect(await takenOver(admin2, alone, admin)).toEqual([])
    expect(await takenOver(editor, admin, admin2)).toEqual([])
  })

  it('of somebody who can still sign in waits seven days, whoever asks, and ends seven days later', async () => {
    const { admin, admin2, shelter, one } = await network()
    const two = await invited(running, admin.browser, 'shelter-two', ['partner'], shelter)
    today = '2026-11-28'
    const asks = await signedInAgain(running, two)
    expect((await asks.ask('POST', `/people/${one.id}/reset`)).status).toBe(201)
    const reset = async (by: Browser, act: string) => (await by.ask('POST', `/people/${one.id}/reset/${act}`)).status
    const agrees = await signedInAgain(running, admin2)
    expect(await reset(agrees, 'approval')).toBe(200)
    expect(await reset(agrees, 'code')).toBe(409)
    today = '2026-12-13'
    expect(await reset(agrees, 'code')).toBe(409)
    today = '2026-12-12'
    expect(await reset(agrees, 'code')).toBe(201)
  })

  it('that a colleague asked for is not agreed to by the administrator who invited that colleague', async () => {
    const { admin, shelter, one } = await network()
    const two = await invited(running, admin.browser, 'shelter-two', ['partner'], shelter)
    today = '2026-11-28'
    await two.browser.ask('POST', `/people/${one.id}/reset`)
    expect(rules(await admin.browser.ask('POST', `/people/${one.id}/reset/approval`))).toEqual(['needs_somebody_else'])
  })
})

it('P60 a browser that an administrator left open lets nobody in', async () => {
  const admin = await firstAdministrator(running)
  running.seconds.pass(1500)
  const asked = await admin.browser.ask('POST', '/people', { username: 'invented', roles: ['administrator'], organisation: null })
  expect([asked.status, asked.body.type]).toEqual([403, '/problems/sign-in-again'])
})
