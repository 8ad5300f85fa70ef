/** Who may do what: every route of the router, every role, own and other organisations, and every state that a session can be in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declaredBy } from '../../server/http/operation.ts'
import { read } from '../../server/store/port.ts'
import { countRows } from '../../server/store/queries/health.ts'
import { ROLES, type Role } from '../../survey-schema/roles.ts'
import { server } from './harness.ts'
import { type Answered, Browser, PASSWORD, signedInAgain } from './people.ts'
import { type SmallNetwork, smallNetwork } from './small-network.ts'

type Who = keyof SmallNetwork['people']

interface Row {
  /** Those who may. Of one organisation where what they act on belongs to it. */
  readonly may: readonly Who[]
  /** Address with what they may act on; the route's own unless given. */
  readonly path?: string
  readonly body?: object
  readonly status: number
  /** The same with what belongs to others, and with what does not exist: both must answer alike. */
  readonly not?: readonly string[]
  /** Who is refused for another reason than the role, and how: what is nobody's to do. */
  readonly otherwise?: Readonly<Partial<Record<Who, number>>>
}

const ZEROS = '0'.repeat(32)
const EVERYBODY: readonly Who[] = [
  'admin',
  'admin2',
  'partner',
  'colleague',
  'analyst',
  'foreigner',
  'loneAnalyst',
  'editor',
  'custodian',
  'keeper',
]
const ADMINISTRATORS: readonly Who[] = ['admin', 'admin2']
const ANALYSTS: readonly Who[] = ['colleague', 'analyst', 'foreigner', 'loneAnalyst']
const PARTNERS: readonly Who[] = ['partner', 'colleague', 'foreigner', 'keeper']

/** Routes that anybody may ask, signed in or not. */
const PUBLIC = new Set([
  'GET /healthz',
  'POST /api/v1/withdrawals',
  'GET /api/v1/openapi.json',
  'GET /api/v1/questionnaire',
  'GET /api/v1/preparing',
  'GET /api/v1/network',
  'POST /api/v1/answers',
  'POST /api/v1/answers/invitation',
  'GET /api/v1/editions',
  'GET /api/v1/editions/:edition',
  'GET /api/v1/editions/:edition/tables',
  'GET /api/v1/editions/:edition/tables/:file',
  'GET /api/v1/editions/:edition/book',
  'GET /api/v1/editions/:edition/errata',
  'GET /api/v1/editions/:edition/published',
  'GET /api/v1/editions/:edition/files',
  'GET /api/v1/editions/:edition/files/:name',
  'GET /api/v1/sign-in',
  'POST /api/v1/setup',
  'POST /api/v1/invitation',
  'POST /api/v1/sign-in/password',
  'POST /api/v1/sign-in/recovery',
  'POST /api/v1/sign-in/passkey',
  'POST /api/v1/sign-in/passkey/options',
])

/** The truth table of sessions. `{name}` stands for an id of the network below. */
const TABLE: Readonly<Record<string, Row>> = {
  'POST /sign-out': { may: EVERYBODY, status: 200 },
  'GET /account': { may: EVERYBODY, status: 200 },
  'POST /account/app': { may: EVERYBODY, status: 200 },
  'PUT /account/password': { may: EVERYBODY, status: 422, body: { password: PASSWORD, offer: 'x', code: '000000' } },
  'POST /account/recovery-codes': { may: EVERYBODY, status: 201 },
  'POST /account/complete': { may: EVERYBODY, status: 422, body: { codes: ['x', 'x'] } },
  'POST /account/passkeys/options': { may: EVERYBODY, status: 200 },
  'POST /account/passkeys': { may: EVERYBODY, status: 422, body: {} },
  'DELETE /account/passkeys/:id': { may: [], status: 404, not: [`/account/passkeys/${ZEROS}`] },
  'GET /account/sessions': { may: EVERYBODY, status: 200 },
  'DELETE /account/sessions': { may: EVERYBODY, status: 200 },
  'DELETE /account/sessions/:id': {
    may: ['colleague'],
    path: '/account/sessions/{session}',
    status: 200,
    not: [`/account/sessions/${ZEROS}`],
  },
  'DELETE /account/reset': { may: ['analyst'], status: 200 },
  'GET /people': { may: ADMINISTRATORS, status: 200 },
  'POST /people': { may: ADMINISTRATORS, status: 201, body: { username: 'somebody-new', roles: ['editor'], organisation: null } },
  'POST /people/:id/invitation': {
    may: ADMINISTRATORS,
    path: '/people/{invitee}/invitation',
    status: 201,
    not: ['/people/{partner}/invitation', '/people/{gone}/invitation', `/people/${ZEROS}/invitation`],
  },
  'PUT /people/:id/roles': {
    may: ADMINISTRATORS,
    path: '/people/{partner}/roles',
    body: { roles: ['partner', 'analyst'] },
    status: 200,
    not: ['/people/{gone}/roles', `/people/${ZEROS}/roles`],
  },
  'DELETE /people/:id': { may: ADMINISTRATORS, path: '/people/{editor}', status: 200, not: ['/people/{gone}', `/people/${ZEROS}`] },
  'POST /people/:id/reset': {
    // Those of the shelter for one of theirs; an administrator only where nobody there could.
    may: ['colleague', 'keeper'],
    path: '/people/{partner}/reset',
    status: 201,
    not: ['/people/{gone}/reset', `/people/${ZEROS}/reset`],
    otherwise: { admin: 409, admin2: 409, partner: 409, analyst: 409 },
  },
  'POST /people/:id/reset/approval': {
    // Not the one who invited the colleague who asked.
    may: ['admin2'],
    otherwise: { admin: 409 },
    path: '/people/{analyst}/reset/approval',
    status: 200,
    not: ['/people/{partner}/reset/approval', '/people/{gone}/reset/approval', `/people/${ZEROS}/reset/approval`],
  },
  'POST /people/:id/reset/code': {
    may: [],
    path: '/people/{analyst}/reset/code',
    status: 201,
    not: ['/people/{partner}/reset/code', '/people/{gone}/reset/code', `/people/${ZEROS}/reset/code`],
    otherwise: { admin: 409, admin2: 409 },
  },
  'DELETE /people/:id/reset': {
    may: ADMINISTRATORS,
    path: '/people/{analyst}/reset',
    status: 200,
    not: ['/people/{partner}/reset', `/people/${ZEROS}/reset`],
  },
  'POST /people/:id/agree': {
    // Those of the shelter; an administrator only where nobody there could.
    may: ['partner', 'colleague', 'keeper'],
    path: '/people/{waiting}/agree',
    status: 200,
    not: ['/people/{partner}/agree', '/people/{gone}/agree', `/people/${ZEROS}/agree`],
    otherwise: { admin: 409, admin2: 409 },
  },
  'POST /people/:id/ending': {
    may: ADMINISTRATORS,
    path: '/people/{foreigner}/ending',
    status: 201,
    not: ['/people/{gone}/ending', `/people/${ZEROS}/ending`],
  },
  'GET /organisations': { may: ADMINISTRATORS, status: 200 },
  'POST /organisations': { may: ADMINISTRATORS, status: 201, body: { name: 'Invented Union', holding: null } },
  'PUT /organisations/:organisation/name': {
    may: ADMINISTRATORS,
    path: '/organisations/{shelter}/name',
    status: 200,
    body: { name: 'Invented Shelter of Another Name' },
    not: ['/organisations/999/name', '/organisations/x/name'],
  },
  'GET /organisations/:organisation/access-keys': { may: ADMINISTRATORS, path: '/organisations/{shelter}/access-keys', status: 200 },
  'DELETE /organisations/:organisation/access-keys/:key': {
    may: ADMINISTRATORS,
    path: '/organisations/{shelter}/access-keys/{key}',
    status: 200,
    not: ['/organisations/{embassy}/access-keys/{key}', `/organisations/{shelter}/access-keys/${'0'.repeat(16)}`],
  },
  'GET /organisation/people': { may: ['partner', 'colleague', 'analyst', 'foreigner', 'keeper'], status: 200 },
  'GET /organisation/access-keys': { may: PARTNERS, status: 200 },
  'POST /organisation/access-keys': { may: PARTNERS, status: 201, body: { months: 3 } },
  'DELETE /organisation/access-keys/:key': {
    may: ['partner', 'colleague', 'keeper'],
    path: '/organisation/access-keys/{key}',
    status: 200,
    not: [`/organisation/access-keys/${'0'.repeat(16)}`],
  },
  'POST /organisation/leaving': { may: PARTNERS, status: 200, body: { leaving: true, withdraw_open_cases: true } },
  'GET /organisation/leaving': { may: PARTNERS, status: 200 },
  'DELETE /organisation/leaving': { may: [], status: 404 },
  'POST /organisation/leaving/agreement': {
    may: [],
    status: 200,
    otherwise: { partner: 409, colleague: 409, foreigner: 409, keeper: 409 },
  },
  'GET /collections': { may: ANALYSTS, status: 200 },
  'POST /collections': { may: ANALYSTS, status: 201, body: { tables: [{ rows: 'gender', columns: null }] } },
  'PUT /collections/:id': {
    may: ['analyst'],
    path: '/collections/{collection}',
    body: { tables: [{ rows: 'gender', columns: null }] },
    status: 200,
    not: [`/collections/${ZEROS}`],
  },
  'DELETE /collections/:id': { may: ['analyst'], path: '/collections/{collection}', status: 200, not: [`/collections/${ZEROS}`] },
  'GET /proposals': { may: [...ANALYSTS, 'editor'], status: 200 },
  'POST /proposals': { may: ANALYSTS, status: 201, body: { rows: 'gender', columns: 'citizenship' } },
  'DELETE /proposals/:id': { may: ['analyst'], path: '/proposals/{proposal}', status: 200, not: [`/proposals/${ZEROS}`] },
}

let first: Awaited<ReturnType<typeof server>>
let network: SmallNetwork
let ids: Readonly<Record<string, string>>

beforeAll(async () => {
  first = await server()
  network = await smallNetwork(first)
  const { people, shelter, embassy, invitee } = network
  const again = await signedInAgain(first, people.colleague)
  const session = (await again.ask('GET', '/account/sessions')).body.sessions.find((one: { this: boolean }) => one.this).id
  const [{ id: key }] = (await people.partner.browser.ask('GET', '/organisation/access-keys')).body.keys
  const { id: collection } = (await people.analyst.browser.ask('POST', '/collections', { tables: [{ rows: 'gender', columns: null }] }))
    .body
  const { id: proposal } = (await people.analyst.browser.ask('POST', '/proposals', { rows: 'gender', columns: null })).body
  // Everybody came a moment ago: nobody is settled yet, and an administrator asks.
  ids = {
    ...Object.fromEntries(Object.entries(people).map(([who, { id }]) => [who, id])),
    invitee: invitee.id,
    waiting: network.waiting.id,
    shelter: String(shelter),
    embassy: String(embassy),
    session,
    key,
    collection,
    proposal,
  }
}, 120_000)
afterAll(() => first.close())

/** The same network, eight days later, on a copy: what is tried there changes nothing here. The clock of sessions stands still. */
async function copy(seconds = first.seconds) {
  const kept = { dataDir: first.dataDir, key: first.key }
  const running = await server({ kept, seconds, clock: { day: () => '2026-11-29', month: () => '2026-11', year: () => 2026 } })
  const browserOf = (browser: Browser) => new Browser(running, browser.cookie)
  const asked = await browserOf(network.people.colleague.browser).ask('POST', `/people/${network.people.analyst.id}/reset`)
  if (seconds === first.seconds && asked.status !== 201) throw new Error(asked.text)
  return { running, as: (who: Who) => browserOf(network.people[who].browser), browserOf }
}

const filled = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? '')
const [methodOf, pathOf] = [(route: string) => route.split(' ')[0] as string, (route: string) => route.split(' ')[1] as string]
const said = ({ status, text }: Answered) => `${status} ${text}`

/** What a request for nothing answers, byte for byte. */
const NOTHING = async (running: Awaited<ReturnType<typeof server>>) => said(await new Browser(running).ask('GET', '/nowhere'))

describe('the truth table', () => {
  it('P60 has a row for every route of the router: public, of machines, or of sessions with roles', () => {
    const routes = new Map<string, ReturnType<typeof declaredBy>[]>()
    for (const { method, path, handler } of first.app.routes) {
      if (method === 'ALL' || path.includes('*')) continue
      const name = `${method} ${path}`
      routes.set(name, [...(routes.get(name) ?? []), declaredBy(handler)])
    }
    const kinds = [...routes].map(([name, declared]) => ({
      name,
      machine: declared.some(({ keyed }) => keyed === true),
      roles: declared.find(({ roles }) => roles)?.roles ?? null,
    }))
    expect(kinds.filter(({ machine, roles }) => machine && roles)).toEqual([])
    expect(
      kinds
        .filter(({ machine, roles }) => !machine && !roles)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...PUBLIC].sort())
    const ofSessions = kinds.filter(({ roles }) => roles)
    expect(ofSessions.map(({ name }) => name.replace('/api/v1', '')).sort()).toEqual(Object.keys(TABLE).sort())
    for (const { name, roles } of ofSessions) {
      const { may } = TABLE[name.replace('/api/v1', '')] as Row
      const some = new Set<Role>(may.flatMap((who) => rolesOf(who)))
      expect(
        [...some].every((role) => ROLES.includes(role)),
        name,
      ).toBe(true)
      // Whoever may has one of the roles that the route declares.
      for (const who of may)
        expect(
          rolesOf(who).some((role) => roles?.includes(role)),
          `${name} ${who}`,
        ).toBe(true)
    }
  })

  it.each(Object.keys(TABLE))('P60 P61 %s is done by those who may, and is nothing to everybody else', async (route) => {
    const row = TABLE[route] as Row
    const path = filled(row.path ?? pathOf(route))
    const refusing = await copy()
    const nothing = await NOTHING(refusing.running)
    for (const who of EVERYBODY.filter((one) => !row.may.includes(one))) {
      const answer = await refusing.as(who).ask(methodOf(route), path, row.body)
      const other = row.otherwise?.[who]
      expect(other === undefined ? said(answer) : answer.status, who).toBe(other ?? nothing)
    }
    for (const who of [...row.may, ...ADMINISTRATORS])
      for (const not of row.not ?? [])
        expect(said(await refusing.as(who).ask(methodOf(route), filled(not), row.body)), `${who} ${not}`).toBe(nothing)
    refusing.running.close()
    for (const who of row.may) {
      const { running, as } = await copy()
      const answer = await as(who).ask(methodOf(route), path, row.body)
      expect(answer.status, `${who} ${answer.text}`).toBe(row.status)
      running.close()
    }
  })

  it('P60 no session, a broken, an overdue or an ended one, and a key of an organisation, are told apart by nobody', async () => {
    const { running } = await copy()
    const overdue = await copy({ now: () => first.seconds.now() + 30 * 60, pass: () => {} })
    for (const [route, { path, body }] of Object.entries(TABLE)) {
      const ask = (browser: Browser, headers = {}) => browser.ask(methodOf(route), filled(path ?? pathOf(route)), body, headers)
      const answers = [
        await ask(new Browser(running)),
        await ask(new Browser(running, '__Host-session=broken')),
        await ask(new Browser(running, network.people.gone.browser.cookie)),
        await ask(new Browser(running), { Authorization: `Bearer ${first.key}` }),
        await ask(new Browser(overdue.running, network.people.admin.browser.cookie)),
        await ask(new Browser(overdue.running, network.people.partner.browser.cookie)),
      ]
      expect([...new Set(answers.map(said))], route).toHaveLength(1)
      expect(answers[0]?.body.type, route).toBe('/problems/signed-out')
    }
    running.close()
    overdue.running.close()
  })

  it('P60 while an account is being set up its session reaches the setting up and nothing else', async () => {
    const duringSetup = new Set(
      first.app.routes
        .filter(({ handler }) => declaredBy(handler).duringSetup)
        .map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`),
    )
    expect([...duringSetup].every((route) => /^(POST \/sign-out|\w+ \/account)/.test(route))).toBe(true)
    const kept = await copy()
    for (const browser of [network.beginner.browser, network.recovering])
      for (const [route, { path, body }] of Object.entries(TABLE)) {
        const ends = route === 'POST /sign-out' || route === 'DELETE /account/sessions'
        const { running, browserOf } = ends ? await copy() : kept
        const { body: answered } = await browserOf(browser).ask(methodOf(route), filled(path ?? pathOf(route)), body)
        expect(answered.type === '/problems/setup-unfinished', route).toBe(!duringSetup.has(route))
        if (ends) running.close()
      }
    kept.running.close()
  })

  it('P13 P16 a body that is none of ours is refused with a code, changes nothing and is not repeated', async () => {
    const { running, as } = await copy()
    const planted = 'Hanako Tanaka'
    const junk = [
      '',
      '{',
      'null',
      '[]',
      '7',
      `"${planted}"`,
      `{"${planted}":1}`,
      '{"__proto__":{"roles":["administrator"]}}',
      `{"username":["${planted}"],"roles":"${planted}","organisation":{},"code":1,"password":[],"offer":null,"codes":{"0":1},"months":"${planted}","tables":7}`,
      '[['.repeat(40),
      `{"code":"${'9'.repeat(20_000)}"}`,
      '{"months":NaN}',
      '{"rows":"\\ud800","columns":null}',
    ]
    const before = await stateOf(running)
    const open = ['/setup', '/invitation', '/sign-in/password', '/sign-in/recovery', '/sign-in/passkey']
    const routes = [
      ...Object.entries(TABLE).flatMap(([route, { may, path, body }]) =>
        body ? [{ method: methodOf(route), path: filled(path ?? pathOf(route)), browser: as(may[0] as Who) }] : [],
      ),
      ...open.map((path) => ({ method: 'POST', path, browser: new Browser(running) })),
    ]
    expect(routes.length).toBeGreaterThan(15)
    for (const { method, path, browser } of routes)
      for (const body of junk) {
        const { status, text } = await browser.ask(method, path, body, { 'Content-Type': 'application/json' })
        expect([400, 413, 422], `${method} ${path} ${body.slice(0, 30)}`).toContain(status)
        expect(text).not.toMatch(/Tanaka|9999/)
      }
    expect(await stateOf(running)).toEqual(before)
    running.close()
  })

  it('P60 no session reaches a route of machines', async () => {
    const { running, as } = await copy()
    const machines = first.app.routes.filter(({ handler }) => declaredBy(handler).keyed)
    expect(machines.length).toBeGreaterThan(10)
    for (const { method, path } of machines)
      for (const who of ['admin', 'partner', 'editor'] as const) {
        const headers = {
          'Idempotency-Key': 'k',
          'If-Match': '"1"',
          'Content-Type': path.includes('/parts/') ? 'application/x-ndjson' : 'application/json',
        }
        const answer = await as(who).ask(
          method,
          path.replace('/api/v1', '').replaceAll(/:\w+/g, 'x'),
          method === 'GET' ? undefined : '{}',
          headers,
        )
        expect(answer.body.type, `${method} ${path}`).toBe('/problems/unauthorized')
      }
    running.close()
  })
})

/** Rows of each table that people change. */
const stateOf = async (running: Awaited<ReturnType<typeof server>>) =>
  Promise.all(
    [
      'account',
      'session',
      'one_time_code',
      'password',
      'passkey',
      'recovery_code',
      'organisation',
      'organisation_key',
      'collection',
      'proposal',
    ].map(async (table) => (await read(running.store, countRows(table as 'account')))[0]?.rows),
  )

const rolesOf = (who: Who): readonly Role[] =>
  ({
    admin: ['administrator'],
    admin2: ['administrator'],
    partner: ['partner'],
    colleague: ['partner', 'analyst'],
    analyst: ['analyst'],
    foreigner: ['partner', 'analyst'],
    loneAnalyst: ['analyst'],
    editor: ['editor'],
    custodian: ['custodian'],
    keeper: ['partner', 'custodian'],
    gone: [],
  })[who] as readonly Role[]
