/** Each route of people, keys, tags, statements and the register writes exactly one entry when it does something, and none when it refuses. */
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSetupCode } from '../../server/accounts/setup-code.ts'
import { enterPeople } from '../../server/demo/sign-ins.ts'
import { type Audited, declaredBy } from '../../server/http/operation.ts'
import { newCode } from '../../server/sealing/one-time-code.ts'
import { read } from '../../server/store/port.ts'
import { entriesAfter } from '../../server/store/queries/audit-heads.ts'
import { secretOf, signingPartner } from '../support/signing.ts'
import { softwareAuthenticator } from '../support/software-authenticator.ts'
import { AUDITED_PEOPLE } from './audited-people.ts'
import { server } from './harness.ts'
import {
  ACCOUNT_KEY,
  appCode,
  Browser,
  completed,
  fromBase32,
  invited,
  invitedOnly,
  ORIGIN,
  organisationNumber,
  PASSWORD,
  type TestPerson,
} from './people.ts'

let running: Awaited<ReturnType<typeof server>>
let today = '2026-11-21'
const exercised = new Set<string>()
beforeAll(async () => {
  running = await server({ clock: { day: () => today, month: () => today.slice(0, 7), year: () => 2026 } })
})
afterAll(() => running.close())

const all = async () =>
  (await Promise.all((['intake', 'other'] as const).map((chain) => read(running.store, entriesAfter(chain, 0, 9999))))).flat()

/** The entries that the work wrote. */
async function writes(work: () => Promise<unknown>): Promise<object[]> {
  const before = (await all()).length
  await work()
  const after = await all()
  return after.slice(before).map(({ chain, action, role, actor, subject, day }) => ({ chain, action, role, actor, subject, day }))
}

const declared = (id: string) =>
  running.app.routes.flatMap(({ handler }) => {
    const { operation } = declaredBy(handler)
    return operation?.id === id && operation.audited ? [operation.audited as Audited] : []
  })[0]

type Answer = { readonly status: number }
interface Entry {
  readonly role: string
  readonly actor: string | (() => string)
  readonly subject?: string | null
}

/** @param refuses answered with 4xx  @param does answered with 2xx  @returns what `does` answered */
async function exercise<Done extends Answer>(
  id: string,
  entry: Entry,
  { refuses, does }: { readonly refuses: () => Promise<Answer>; readonly does: () => Promise<Done> },
): Promise<Done> {
  let answer: Answer = { status: 0 }
  expect([id, await writes(async () => (answer = await refuses()))]).toEqual([id, []])
  expect([id, Math.floor(answer.status / 100)]).toEqual([id, 4])
  const wrote = await writes(async () => (answer = await does()))
  expect([id, Math.floor(answer.status / 100)]).toEqual([id, 2])
  const actor = typeof entry.actor === 'string' ? entry.actor : entry.actor()
  const action = (declared(id) as { readonly entry: string } | undefined)?.entry
  expect([id, wrote]).toEqual([id, [{ chain: 'other', action, role: entry.role, actor, subject: entry.subject ?? null, day: today }]])
  exercised.add(id)
  return answer as Done
}

const byId = (username: string) =>
  (running.store.runNow(CompiledQuery.raw('select id from account where username = ?', [username])) as { id: string }[])[0]?.id ?? ''
const ZEROS = '0'.repeat(32)

describe('the routes of people', () => {
  it('P50 P52 write one entry each when they do something, and none when they refuse', async () => {
    const { code, queries } = newSetupCode(today)
    await running.store.batch(queries)
    const browser = new Browser(running)
    const admins = { role: 'administrator', actor: () => byId('admin-one') }
    await exercise('setUpFirst', admins, {
      refuses: () => browser.ask('POST', '/setup', { code: newCode(), username: 'admin-one' }),
      does: () => browser.ask('POST', '/setup', { code, username: 'admin-one' }),
    })
    const { secret, offer } = (await browser.ask('POST', '/account/app')).body
    const app = fromBase32(secret)
    const password = (given: string) => browser.ask('PUT', '/account/password', { password: PASSWORD, offer, code: given })
    await exercise('setPassword', admins, {
      refuses: () => password('1'),
      does: () => password(appCode(app, running.seconds)),
    })
    const { codes } = (await browser.ask('POST', '/account/recovery-codes')).body as { codes: string[] }
    await exercise('completeAccount', admins, {
      refuses: () => browser.ask('POST', '/account/complete', { codes: [codes[0], codes[0]] }),
      does: () => browser.ask('POST', '/account/complete', { codes: codes.slice(0, 2) }),
    })
    const signIn = (given: string) =>
      new Browser(running).ask('POST', '/sign-in/password', { username: 'admin-one', password: PASSWORD, code: given })
    running.seconds.pass(60)
    await exercise('signInByPassword', admins, { refuses: () => signIn('1'), does: () => signIn(appCode(app, running.seconds)) })
    running.seconds.pass(60)
    // Once for a day: how often is not kept.
    expect(await writes(async () => expect((await signIn(appCode(app, running.seconds))).status).toBe(200))).toEqual([])
    const recover = (given: string | undefined) =>
      new Browser(running).ask('POST', '/sign-in/recovery', { username: 'admin-one', password: PASSWORD, code: given })
    await exercise('signInByRecoveryCode', admins, { refuses: () => recover(newCode()), does: () => recover(codes[3]) })

    const device = softwareAuthenticator(ORIGIN)
    const asked = (await browser.ask('POST', '/account/passkeys/options')).body
    const adding = device.create(asked)
    const add = () => browser.ask('POST', '/account/passkeys', adding)
    const elsewhere = await new Browser(running).ask('POST', '/sign-in/passkey/options')
    const added = await exercise('addPasskey', admins, {
      refuses: async () => browser.ask('POST', '/account/passkeys', device.create(elsewhere.body)),
      does: add,
    })
    expect(await writes(add)).toEqual([])
    const present = async (answer: object) => new Browser(running).ask('POST', '/sign-in/passkey', answer)
    const signed = device.get((await new Browser(running).ask('POST', '/sign-in/passkey/options')).body)
    today = '2026-11-22'
    await exercise('signInByPasskey', admins, { refuses: async () => present(device.get(asked)), does: () => present(signed) })
    expect(await writes(async () => expect((await present(signed)).status).toBe(401))).toEqual([])
    today = '2026-11-21'
    await exercise('removePasskey', admins, {
      refuses: () => browser.ask('DELETE', `/account/passkeys/${ZEROS}`),
      does: () => browser.ask('DELETE', `/account/passkeys/${added.body.id}`),
    })

    const invitation = { username: 'editor-one', roles: ['editor'], organisation: null }
    let made = { id: '', code: '' }
    const wrote = await writes(async () => {
      made = (await browser.ask('POST', '/people', invitation)).body as typeof made
    })
    const invites = {
      chain: 'other',
      action: 'invite-person',
      role: 'administrator',
      actor: byId('admin-one'),
      subject: made.id,
      day: today,
    }
    expect(wrote).toEqual([invites])
    expect(await writes(() => browser.ask('POST', '/people', invitation))).toEqual([])
    exercised.add('invite')
    const again = await exercise(
      'inviteAgain',
      { ...admins, subject: made.id },
      {
        refuses: () => browser.ask('POST', `/people/${ZEROS}/invitation`),
        does: () => browser.ask('POST', `/people/${made.id}/invitation`),
      },
    )
    const editor = new Browser(running)
    await exercise(
      'useCode',
      { role: 'editor', actor: made.id },
      {
        refuses: () => editor.ask('POST', '/invitation', { code: made.code }),
        does: () => editor.ask('POST', '/invitation', { code: again.body.code }),
      },
    )
    await completed(editor, running)
    await exercise(
      'changeRoles',
      { ...admins, subject: made.id },
      {
        refuses: () => browser.ask('PUT', `/people/${made.id}/roles`, { roles: ['administrator'] }),
        does: () => browser.ask('PUT', `/people/${made.id}/roles`, { roles: ['editor', 'custodian'] }),
      },
    )
    const union = await running.organisation('Invented Embassy').then(() => organisationNumber(browser, 'Invented Embassy'))
    const lone = await invited(running, browser, 'embassy-one', ['partner'], union)
    running.store.runNow(CompiledQuery.raw('update account set since = ? where administrator = 1', ['2026-11-01']))
    const ends = (id: string) => browser.ask('POST', `/people/${id}/ending`)
    await exercise('askEnding', { ...admins, subject: lone.id }, { refuses: () => ends(made.id), does: () => ends(lone.id) })
    await exercise(
      'endAccount',
      { ...admins, subject: made.id },
      {
        refuses: () => browser.ask('DELETE', `/people/${byId('admin-one')}`),
        does: () => browser.ask('DELETE', `/people/${made.id}`),
      },
    )

    const shelter = await organisationNumber(browser, 'Invented Shelter')
    const [one, two] = [
      await invited(running, browser, 'shelter-one', ['partner'], shelter),
      await invited(running, browser, 'shelter-two', ['partner', 'analyst'], shelter),
    ] as [TestPerson, TestPerson]
    const three = await invitedOnly(running, browser, 'shelter-three', ['partner'], shelter)
    const agrees = (by: Browser) => by.ask('POST', `/people/${three.id}/agree`)
    await exercise(
      'agreeToPartner',
      { role: 'partner', actor: one.id, subject: three.id },
      {
        refuses: () => agrees(browser),
        does: () => agrees(one.browser),
      },
    )
    const another = await invited(running, browser, 'admin-nine', ['administrator'])
    today = '2026-11-29'
    const asks = (path = '', by = browser) => by.ask('POST', `/people/${one.id}/reset${path}`)
    const partner = { role: 'partner', actor: two.id }
    for (const turn of ['dropReset', 'objectToReset', 'resetCode']) {
      await exercise('requestReset', { ...partner, subject: one.id }, { refuses: () => asks(), does: () => asks('', two.browser) })
      if (turn === 'dropReset')
        await exercise(
          turn,
          { ...admins, subject: one.id },
          {
            refuses: () => browser.ask('DELETE', `/people/${two.id}/reset`),
            does: () => browser.ask('DELETE', `/people/${one.id}/reset`),
          },
        )
      if (turn === 'objectToReset')
        await exercise(
          turn,
          { role: 'partner', actor: one.id },
          {
            refuses: () => two.browser.ask('DELETE', '/account/reset'),
            does: () => one.browser.ask('DELETE', '/account/reset'),
          },
        )
    }
    await exercise(
      'approveReset',
      { ...admins, actor: another.id, subject: one.id },
      {
        refuses: () => asks('/approval'),
        does: () => asks('/approval', another.browser),
      },
    )
    today = '2026-12-06'
    await exercise(
      'resetCode',
      { ...admins, subject: one.id },
      {
        refuses: () => browser.ask('POST', `/people/${two.id}/reset/code`),
        does: () => asks('/code'),
      },
    )

    const proposed = await exercise(
      'propose',
      { role: 'analyst', actor: two.id },
      {
        refuses: () => two.browser.ask('POST', '/proposals', { rows: 'shoe-size', columns: null }),
        does: () => two.browser.ask('POST', '/proposals', { rows: 'gender', columns: null }),
      },
    )
    await exercise(
      'dropProposal',
      { role: 'analyst', actor: two.id },
      {
        refuses: () => two.browser.ask('DELETE', `/proposals/${ZEROS}`),
        does: () => two.browser.ask('DELETE', `/proposals/${proposed.body.id}`),
      },
    )

    const named = (name: string) => browser.ask('POST', '/organisations', { name, holding: null })
    await exercise(
      'addOrganisation',
      { ...admins, subject: '3' },
      {
        refuses: () => named('Invented Shelter'),
        does: () => named('Invented Union'),
      },
    )
    const called = (name: string) => browser.ask('PUT', `/organisations/${shelter}/name`, { name })
    await exercise(
      'renameOrganisation',
      { ...admins, subject: String(shelter) },
      { refuses: () => called('Invented Union'), does: () => called('Invented Shelter, renamed') },
    )
    const ofShelter = { ...partner, subject: String(shelter) }
    const key = (months: number) => two.browser.ask('POST', '/organisation/access-keys', { months })
    const own = await exercise('makeAccessKey', ofShelter, { refuses: () => key(999), does: () => key(3) })
    const other = await key(3)
    await exercise('endAccessKey', ofShelter, {
      refuses: () => two.browser.ask('DELETE', `/organisation/access-keys/${'0'.repeat(16)}`),
      does: () => two.browser.ask('DELETE', `/organisation/access-keys/${own.body.id}`),
    })
    await exercise(
      'endKeyOfOrganisation',
      { ...admins, subject: String(shelter) },
      {
        refuses: () => browser.ask('DELETE', `/organisations/3/access-keys/${other.body.id}`),
        does: () => browser.ask('DELETE', `/organisations/${shelter}/access-keys/${other.body.id}`),
      },
    )

    const machine = { role: 'machine', actor: String(shelter), subject: String(shelter) }
    await browserlessKeys(machine)

    const leave = (leaving: boolean) => two.browser.ask('POST', '/organisation/leaving', { leaving, withdraw_open_cases: false })
    await exercise('askToLeave', ofShelter, { refuses: () => leave(false), does: () => leave(true) })
    const object = () => two.browser.ask('DELETE', '/organisation/leaving')
    await exercise('objectToLeaving', ofShelter, { refuses: () => browser.ask('DELETE', '/organisation/leaving'), does: object })
    await leave(true)
    today = '2026-12-07'
    const agrees2 = (by: Browser) => by.ask('POST', '/organisation/leaving/agreement')
    await exercise('leave', { ...ofShelter, actor: three.id }, { refuses: () => agrees2(two.browser), does: () => agrees2(three.browser) })
  })

  it('P50 P52 people of an invented network are entered one by one, by the command that makes it', async () => {
    const invented = await server()
    const before = (await read(invented.store, entriesAfter('other', 0, 9999))).length
    const people = await enterPeople(invented.store, ACCOUNT_KEY, 'Invented Shelter', today)
    const entries = (await read(invented.store, entriesAfter('other', 0, 9999))).slice(before)
    const ids = invented.store.runNow(CompiledQuery.raw('select id from account')) as { id: string }[]
    expect(entries.map(({ action, role, actor }) => [action, role, actor])).toEqual(people.map(() => ['complete-account', 'command', null]))
    expect(entries.map(({ subject }) => subject).sort()).toEqual(ids.map(({ id }) => id).sort())
    invented.close()
  })

  it('P50 are exercised, each that says it enters something; those that say nothing give their reason', () => {
    expect([...exercised].sort()).toEqual([...AUDITED_PEOPLE].filter((id) => !ELSEWHERE.has(id)).sort())
  })
})

/** Keys, tags and the register, by programs with an organisation's key. */
async function browserlessKeys(machine: Entry): Promise<void> {
  const ask = (path: string, init: RequestInit = {}) => running.app.request(path, init)
  const signing = signingPartner(ask, running.key, secretOf(7))
  await exercise('addOrganisationKeys', machine, {
    refuses: () => signing.register(null, { proof: '00'.repeat(64) }),
    does: () => signing.register(),
  })
  expect(await writes(() => signing.register())).toEqual([])
  const editors = await running.organisation('Invented Editors', { scopes: ['edit'] })
  const register = (key: string) => running.app.request('/api/v1/register', { headers: { Authorization: `Bearer ${key}` } })
  await exercise(
    'register',
    { role: 'machine', actor: '4' },
    {
      refuses: async () => register(running.key),
      does: async () => register(editors),
    },
  )
}

/** With an edition that is built, or with tags of before. */
const ELSEWHERE = new Set(['translateTags', 'keepStatements'])
