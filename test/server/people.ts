/** People of a network under test, each with a browser: accounts are made by the routes themselves, as people would. */
import { CompiledQuery } from 'kysely'
import { newSetupCode } from '../../server/accounts/setup-code.ts'
import type { App } from '../../server/app.ts'
import { hashed } from '../../server/sealing/keyed.ts'
import type { Stretch } from '../../server/sealing/password-hash.ts'
import { totpCode } from '../../server/sealing/totp.ts'
import type { Store } from '../../server/store/port.ts'
import type { Role } from '../../survey-schema/roles.ts'

export const ORIGIN = 'http://localhost:8787'
export const ACCOUNT_KEY = new Uint8Array(32).fill(7)
export const PASSWORD = 'nine lamps on a wet quay'

/** In the place of scrypt, which has tests of its own: a quarter of a second each time would be most of a test. */
export const fastStretch: Stretch = async (password, salt, { n, r, p }, first) => {
  await first?.()
  return hashed(password, salt, `${n} ${r} ${p}`)
}

export interface TestSeconds {
  readonly now: () => number
  readonly pass: (seconds: number) => void
}

export function testSeconds(start = 1_795_000_000): TestSeconds {
  let now = start
  return {
    now: () => now,
    pass(seconds) {
      now += seconds
    },
  }
}

/** As much of a running server as people need. */
export interface Served {
  readonly app: Pick<App, 'request'>
  readonly store: Store
  readonly seconds: TestSeconds
}

export interface Answered<Body = Readonly<Record<string, unknown>>> {
  readonly status: number
  readonly body: Body
  readonly text: string
  readonly headers: Headers
}

/** What one browser sends: its cookie, and the origin of the page. */
export class Browser {
  cookie: string | null = null
  private readonly served: Pick<Served, 'app'>
  constructor(served: Pick<Served, 'app'>, cookie: string | null = null) {
    this.served = served
    this.cookie = cookie
  }

  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asks for, and the description of the API checks it.
  async ask<Body = any>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered<Body>> {
    const response = await this.served.app.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.cookie === null ? {} : { Cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const set = response.headers.get('Set-Cookie')
    if (set !== null) this.cookie = /Max-Age=0/.test(set) ? null : (set.split(';')[0] as string)
    const text = await response.text()
    return { status: response.status, text, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Body }
  }
}

export interface TestPerson {
  readonly id: string
  readonly username: string
  readonly browser: Browser
  /** Of the authenticator app. */
  readonly app: Uint8Array
  readonly codes: readonly string[]
}

export const fromBase32 = (text: string): Uint8Array => {
  const bits = [...text].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** The code that the app shows now; an earlier or later one with `steps`. */
export const appCode = (app: Uint8Array, { now }: TestSeconds, steps = 0): string => totpCode(app, Math.floor(now() / 30) + steps)

/** A browser in which an account is being set up goes on to its end: password, app, recovery codes typed back. */
export async function completed(browser: Browser, { seconds }: Served): Promise<Pick<TestPerson, 'app' | 'codes'>> {
  const { secret, offer } = (await browser.ask('POST', '/account/app')).body
  const app = fromBase32(secret)
  const set = await browser.ask('PUT', '/account/password', { password: PASSWORD, offer, code: appCode(app, seconds) })
  if (set.status !== 200) throw new Error(set.text)
  const { codes } = (await browser.ask('POST', '/account/recovery-codes')).body
  const done = await browser.ask('POST', '/account/complete', { codes: codes.slice(0, 2) })
  if (done.status !== 200) throw new Error(done.text)
  return { app, codes }
}

/** The first administrator, with the code that a start would show. */
export async function firstAdministrator(served: Served, username = 'admin-one'): Promise<TestPerson> {
  const { code, queries } = newSetupCode('2026-11-21')
  await served.store.batch(queries)
  const browser = new Browser(served)
  const begun = await browser.ask('POST', '/setup', { code, username })
  if (begun.status !== 201) throw new Error(begun.text)
  const done = await completed(browser, served)
  const { people } = (await browser.ask<{ people: { id: string; username: string }[] }>('GET', '/people')).body
  return { id: people.find((one) => one.username === username)?.id ?? '', username, browser, ...done }
}

/** As `invitedOnly`; a partner is agreed to, which has tests of its own. */
export async function invited(served: Served, ...of: InvitedOf): Promise<TestPerson> {
  const person = await invitedOnly(served, ...of)
  await served.store.batch([CompiledQuery.raw('UPDATE account SET agreed = 1 WHERE id = ?', [person.id])])
  return person
}

type InvitedOf = [by: Browser, username: string, roles: readonly Role[], organisation?: number | null]

/** Somebody whom an administrator invites, and who comes to the end of setting up. A partner waits until somebody agrees. */
export async function invitedOnly(
  served: Served,
  by: Browser,
  username: string,
  roles: readonly Role[],
  organisation: number | null = null,
): Promise<TestPerson> {
  const { status, body, text } = await by.ask('POST', '/people', { username, roles, organisation })
  if (status !== 201) throw new Error(text)
  const browser = new Browser(served)
  await browser.ask('POST', '/invitation', { code: body.code })
  return { id: body.id, username, browser, ...(await completed(browser, served)) }
}

/** A browser of its own in which the person signs in with password and app. */
export async function signedInAgain(served: Served, { username, app }: TestPerson): Promise<Browser> {
  // A code is good once: that of the next step.
  served.seconds.pass(30)
  const browser = new Browser(served)
  const { status, text } = await browser.ask('POST', '/sign-in/password', {
    username,
    password: PASSWORD,
    code: appCode(app, served.seconds),
  })
  if (status !== 200) throw new Error(text)
  return browser
}

/** The number of an organisation in the register, as an administrator reads it. */
export const organisationNumber = async (by: Browser, name: string): Promise<number> =>
  (await by.ask<{ organisations: { id: number; name: string }[] }>('GET', '/organisations')).body.organisations.find(
    (one) => one.name === name,
  )?.id ?? 0
