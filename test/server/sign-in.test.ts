/** Setting up, signing in and out: what lets a person in, what does not, and that a refusal tells nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newSetupCode } from '../../server/accounts/setup-code.ts'
import { newCode } from '../../server/sealing/one-time-code.ts'
import { server } from './harness.ts'
import { appCode, Browser, completed, fastStretch, firstAdministrator, invited, PASSWORD, signedInAgain } from './people.ts'

let running: Awaited<ReturnType<typeof server>>
beforeEach(async () => {
  running = await server()
})
afterEach(() => running.close())

describe('the first administrator', () => {
  it('P62 is set up once, with the code of the start, and only after two recovery codes were typed back', async () => {
    const { code, queries } = newSetupCode('2026-11-21')
    await running.store.batch(queries)
    const [one, other] = [new Browser(running), new Browser(running)]
    const given = (username: string) => ({ code: code.toLowerCase().replaceAll('-', ' '), username })
    expect((await one.ask('POST', '/setup', { code: newCode(), username: 'admin-one' })).status).toBe(404)
    const both = await Promise.all([one.ask('POST', '/setup', given('admin-one')), other.ask('POST', '/setup', given('admin-two'))])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404])
    const [winner] = [one, other].filter((browser) => browser.cookie !== null) as [Browser]
    expect((await winner.ask('GET', '/people')).body.type).toBe('/problems/setup-unfinished')
    expect((await winner.ask('GET', '/account')).body).toMatchObject({ setup: true, roles: ['administrator'], password: false })
    const { codes } = (await winner.ask('POST', '/account/recovery-codes')).body as { codes: string[] }
    const typed = (...pair: readonly (string | undefined)[]) => winner.ask('POST', '/account/complete', { codes: pair })
    expect((await typed(codes[0], codes[1])).body.errors).toEqual([{ pointer: '/codes', rule: 'no_way_in' }])
    const { app } = await completed(winner, running)
    expect(app).toHaveLength(20)
    expect((await winner.ask('GET', '/people')).status).toBe(200)
    expect((await winner.ask('GET', '/account')).body).toMatchObject({ setup: false, recovery_codes: 8, one_administrator: true })
    // Somebody has an account now: no further code of a start is kept, and the old one is spent.
    await running.store.batch(newSetupCode('2026-11-21').queries)
    expect((await new Browser(running).ask('POST', '/setup', given('admin-three'))).status).toBe(404)
  })

  it('P62 needs two different codes of the new list, and a list that was not typed back lets nobody in', async () => {
    const admin = await firstAdministrator(running)
    const { codes } = (await admin.browser.ask('POST', '/account/recovery-codes')).body as { codes: string[] }
    for (const pair of [
      [codes[0], codes[0]],
      [codes[0], admin.codes[3]],
      [codes[0], newCode()],
    ])
      expect((await admin.browser.ask('POST', '/account/complete', { codes: pair })).body.errors).toEqual([
        { pointer: '/codes', rule: 'codes_differ' },
      ])
    const recovering = async (code: string | undefined) =>
      (await new Browser(running).ask('POST', '/sign-in/recovery', { username: 'admin-one', password: PASSWORD, code })).status
    expect([await recovering(codes[2]), await recovering(admin.codes[2])]).toEqual([401, 200])
  })

  it('P62 a beginning that was left unfinished is forgotten when the next code is used', async () => {
    for (const turn of [1, 2]) {
      const { code, queries } = newSetupCode('2026-11-21')
      await running.store.batch(queries)
      const browser = new Browser(running)
      expect((await browser.ask('POST', '/setup', { code, username: 'admin-one' })).status, `turn ${turn}`).toBe(201)
      if (turn === 2) await completed(browser, running)
    }
    expect((await new Browser(running).ask('GET', '/sign-in')).body).toEqual({ set_up: true, time: running.seconds.now() })
  })
})

describe('signing in', () => {
  it('P62 takes password and code, sets a cookie for this host alone, and ends where the person signs out', async () => {
    const admin = await firstAdministrator(running)
    running.seconds.pass(30)
    const browser = new Browser(running)
    const given = { username: ' Admin-One ', password: PASSWORD, code: appCode(admin.app, running.seconds) }
    const answer = await browser.ask('POST', '/sign-in/password', given)
    expect([answer.status, answer.body]).toEqual([200, { username: 'admin-one', roles: ['administrator'], setup: false }])
    expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-session=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/)
    expect((await browser.ask('GET', '/account')).status).toBe(200)
    const { cookie } = browser
    await browser.ask('POST', '/sign-out')
    expect(browser.cookie).toBeNull()
    expect((await new Browser(running, cookie).ask('GET', '/account')).body.type).toBe('/problems/signed-out')
  })

  it('P62 answers an unknown username, a wrong password, a wrong code and a used code with the same bytes', async () => {
    const admin = await firstAdministrator(running)
    const browser = await signedInAgain(running, admin)
    const right = { username: 'admin-one', password: PASSWORD, code: appCode(admin.app, running.seconds, 1) }
    const used = { ...right, code: appCode(admin.app, running.seconds) }
    const refused = await Promise.all(
      [{ ...right, username: 'nobody-here' }, { ...right, password: `${PASSWORD}!` }, { ...right, code: '000000' }, used].map((given) =>
        new Browser(running).ask('POST', '/sign-in/password', given),
      ),
    )
    expect(new Set(refused.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(refused[0]).toMatchObject({ status: 401, body: { type: '/problems/sign-in-refused' } })
    expect([...(refused[0] as (typeof refused)[0]).headers.keys()]).not.toContain('set-cookie')
    expect((await browser.ask('POST', '/sign-in/password', right)).status).toBe(200)
  })

  it('P62 takes the code of the step before and of the one after, once, none after a later one, and no other', async () => {
    const admin = await firstAdministrator(running)
    running.seconds.pass(600)
    const tried = async (steps: number) => {
      running.seconds.pass(0)
      const given = { username: 'admin-one', password: PASSWORD, code: appCode(admin.app, running.seconds, steps) }
      return (await new Browser(running).ask('POST', '/sign-in/password', given)).status
    }
    expect([await tried(-2), await tried(2), await tried(-1), await tried(0)]).toEqual([401, 401, 200, 200])
    // Neither it nor the one before is taken again.
    expect([await tried(0), await tried(-1), await tried(1)]).toEqual([401, 401, 200])
    running.seconds.pass(60)
    expect([await tried(-1), await tried(-2)]).toEqual([401, 401])
    running.seconds.pass(600)
    expect([await tried(1), await tried(0), await tried(-1)]).toEqual([200, 401, 401])
  })

  it('P62 one code typed in two browsers at once lets one of them in', async () => {
    const admin = await firstAdministrator(running)
    running.seconds.pass(30)
    const given = { username: 'admin-one', password: PASSWORD, code: appCode(admin.app, running.seconds) }
    const both = await Promise.all([1, 2, 3].map(() => new Browser(running).ask('POST', '/sign-in/password', given)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  })

  it('P62 takes five tries of one username, known or not, then five after each wait, which doubles up to an hour', async () => {
    const admin = await firstAdministrator(running)
    const other = await invited(running, admin.browser, 'editor-one', ['editor'])
    const tried = (username: string, code = '000000') =>
      new Browser(running).ask('POST', '/sign-in/password', { username, password: PASSWORD, code })
    running.seconds.pass(60)
    for (const username of ['admin-one', 'nobody-here']) {
      const statuses = []
      for (let time = 0; time < 10; time++) statuses.push((await tried(username)).status)
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429, 429])
    }
    // The right code does not help either until the minute is over; another username is not touched.
    expect((await tried('admin-one', appCode(admin.app, running.seconds))).status).toBe(429)
    expect((await tried('editor-one', appCode(other.app, running.seconds))).status).toBe(200)
    running.seconds.pass(60)
    for (const minutes of [2, 4, 8, 16, 32, 60, 60]) {
      for (const status of [401, 401, 401, 401, 401, 429]) expect((await tried('admin-one')).status, `${minutes}`).toBe(status)
      running.seconds.pass(minutes * 60 - 1)
      expect((await tried('admin-one')).status, `${minutes}`).toBe(429)
      running.seconds.pass(1)
    }
    // Whoever signs in begins anew.
    expect((await tried('admin-one', appCode(admin.app, running.seconds))).status).toBe(200)
    for (const status of [401, 401, 401, 401, 401, 429]) expect((await tried('admin-one')).status).toBe(status)
    running.seconds.pass(60)
    expect((await tried('admin-one')).status).toBe(401)
  })

  it('P62 P18 asks the store and scrypt alike whoever it is, and neither scrypt nor a write once there are no tries left', async () => {
    const asked: string[] = []
    const counting = await server({
      store: (store) => ({
        ...store,
        batch: (queries) => {
          asked.push(`batch ${queries.length} ${queries.map(({ sql }) => sql.replaceAll(/\s+/g, ' ').slice(0, 60)).join(' | ')}`)
          return store.batch(queries)
        },
      }),
      stretch: async (...given) => {
        asked.push('scrypt')
        return fastStretch(...given)
      },
    })
    try {
      const admin = await firstAdministrator(counting)
      const work = async (path: string, given: object) => {
        counting.seconds.pass(7200)
        asked.length = 0
        const { status, text } = await new Browser(counting).ask('POST', path, given)
        return `${status} ${text} ${asked.join(' ')}`
      }
      const password = { username: 'admin-one', password: PASSWORD, code: '000000' }
      const recovery = { username: 'admin-one', password: PASSWORD, code: newCode() }
      for (const [path, given] of Object.entries({ '/sign-in/password': password, '/sign-in/recovery': recovery })) {
        const all = [
          await work(path, given),
          await work(path, { ...given, username: 'nobody-here' }),
          await work(path, { ...given, password: 'x' }),
          await work(path, { ...given, code: 'x' }),
        ]
        expect(new Set(all).size, path).toBe(1)
        expect(all[0]).toMatch(/^401 .* scrypt batch /)
      }
      for (const username of [admin.username, 'nobody-here']) {
        for (let time = 0; time < 5; time++) await new Browser(counting).ask('POST', '/sign-in/password', { ...password, username })
        asked.length = 0
        expect((await new Browser(counting).ask('POST', '/sign-in/password', { ...password, username })).status).toBe(429)
        expect(asked.filter((one) => !/^batch 1 SELECT /i.test(one))).toEqual([])
      }
    } finally {
      counting.close()
    }
  })

  it('P62 a recovery code stands in for the app once, and lets nobody further than to setting up again', async () => {
    const admin = await firstAdministrator(running)
    const code = admin.codes[5]
    const recovering = (given: object) => {
      running.seconds.pass(60)
      const browser = new Browser(running)
      return browser
        .ask('POST', '/sign-in/recovery', { username: 'admin-one', password: PASSWORD, code, ...given })
        .then((answer) => ({ browser, answer }))
    }
    const refused = [
      (await recovering({ password: '' })).answer,
      (await recovering({ code: newCode() })).answer,
      (await recovering({ username: 'nobody-here' })).answer,
      (await recovering({ code: 'x' })).answer,
    ]
    expect(new Set(refused.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    const { browser, answer } = await recovering({})
    expect(answer.body).toEqual({ username: 'admin-one', roles: ['administrator'], setup: true })
    expect((await recovering({})).answer.status).toBe(401)
    expect((await browser.ask('GET', '/people')).status).toBe(403)
    // The old app may be in other hands: without a new way in nothing is complete, and then whoever is signed in elsewhere is out.
    const { codes } = (await browser.ask('POST', '/account/recovery-codes')).body
    const early = await browser.ask('POST', '/account/complete', { codes: codes.slice(0, 2) })
    expect([early.status, early.body.errors]).toEqual([409, [{ pointer: '/codes', rule: 'no_new_way_in' }]])
    expect((await browser.ask('GET', '/account')).body).toMatchObject({ password: true, way_in: false })
    const elsewhere = await signedInAgain(running, admin)
    running.seconds.pass(30)
    await completed(browser, running)
    expect((await browser.ask('GET', '/account')).body).toMatchObject({ setup: false, way_in: true })
    expect([(await browser.ask('GET', '/people')).status, (await elsewhere.ask('GET', '/account')).status]).toEqual([200, 401])
  })
})

describe('sessions', () => {
  it('P62 end after half an hour without a request and after twelve hours in any case, and leave no time behind', async () => {
    const admin = await firstAdministrator(running)
    running.seconds.pass(29 * 60)
    expect((await admin.browser.ask('GET', '/account')).status).toBe(200)
    running.seconds.pass(30 * 60)
    expect((await admin.browser.ask('GET', '/account')).body.type).toBe('/problems/signed-out')
    const again = await signedInAgain(running, admin)
    let passed = 0
    for (; passed < 12 * 3600; passed += 20 * 60) {
      expect((await again.ask('GET', '/account')).status).toBe(200)
      running.seconds.pass(20 * 60)
    }
    expect((await again.ask('GET', '/account')).status).toBe(401)
  })

  it('P62 are listed and ended, one or all others, at once', async () => {
    const admin = await firstAdministrator(running)
    const [second, third] = [await signedInAgain(running, admin), await signedInAgain(running, admin)]
    const { sessions } = (await admin.browser.ask('GET', '/account/sessions')).body as {
      sessions: { id: string; this: boolean; way: string }[]
    }
    expect(sessions.map(({ way }) => way).sort()).toEqual(['code', 'password', 'password'])
    const own = (await second.ask('GET', '/account/sessions')).body.sessions.find((one: { this: boolean }) => one.this).id
    expect((await admin.browser.ask('DELETE', `/account/sessions/${own}`)).status).toBe(200)
    expect((await second.ask('GET', '/account')).status).toBe(401)
    expect((await admin.browser.ask('DELETE', `/account/sessions/${own}`)).status).toBe(404)
    expect((await third.ask('DELETE', '/account/sessions')).status).toBe(200)
    expect([(await third.ask('GET', '/account')).status, (await admin.browser.ask('GET', '/account')).status]).toEqual([200, 401])
  })

  it('P62 that are older than ten minutes change no password, key or code', async () => {
    const admin = await firstAdministrator(running)
    running.seconds.pass(601)
    for (const [method, path] of [
      ['POST', '/account/app'],
      ['POST', '/account/passkeys/options'],
      ['POST', '/account/recovery-codes'],
    ] as const)
      expect((await admin.browser.ask(method, path)).body.type).toBe('/problems/sign-in-again')
    expect((await (await signedInAgain(running, admin)).ask('POST', '/account/app')).status).toBe(200)
  })

  it('P62 under a cookie that is broken, doubled, empty or of somebody who never was are none', async () => {
    const admin = await firstAdministrator(running)
    const cookie = admin.browser.cookie as string
    for (const sent of [
      '',
      'x',
      '__Host-session=',
      `${cookie}x`,
      `${cookie}; ${cookie}`,
      cookie.toUpperCase(),
      `__Host-session=${'A'.repeat(43)}`,
      cookie.replace('__Host-', ''),
    ])
      expect((await new Browser(running, sent).ask('GET', '/account')).body.type, sent).toBe('/problems/signed-out')
    expect((await new Browser(running, `other=1; ${cookie}; more=2`).ask('GET', '/account')).status).toBe(200)
  })

  it('P62 are used by pages of this server alone: another origin, or none, changes nothing', async () => {
    const admin = await firstAdministrator(running)
    for (const headers of [
      { Origin: 'https://elsewhere.example' },
      { Origin: 'null' },
      { Origin: '' },
      { Origin: 'http://localhost:8788' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
    ]) {
      expect((await admin.browser.ask('POST', '/sign-out', undefined, headers)).body.type).toBe('/problems/wrong-origin')
      expect((await new Browser(running).ask('POST', '/sign-in/passkey/options', undefined, headers)).body.type).toBe(
        '/problems/wrong-origin',
      )
    }
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await admin.browser.ask('PUT', '/account/password', '{}', { 'Content-Type': type })).status).toBe(415)
    expect((await admin.browser.ask('GET', '/account')).status).toBe(200)
  })
})

describe('passwords', () => {
  it('P62 are long, not common, not made of the own names, and refused by rule without being repeated', async () => {
    const admin = await firstAdministrator(running)
    const refused = async (password: string) => {
      const { offer } = (await admin.browser.ask('POST', '/account/app')).body
      const answer = await admin.browser.ask('PUT', '/account/password', { password, offer, code: '000000' })
      expect(answer.text).not.toContain(password)
      return answer.body.errors
    }
    expect(await refused('short of 15 ch')).toEqual([{ pointer: '/password', rule: 'too_short' }])
    for (const common of [
      'passwordpassword',
      'Password12345678',
      'qwertyuiop12345',
      'Admin-One-Admin-One',
      'aaaaaaaaaaaaaaaaaaaa',
      '1q2w3e4r5t6y7u8i9o',
      'iloveyou iloveyou iloveyou',
      'Sakura2024!Sakura2024!',
    ])
      expect(await refused(common), common).toEqual([{ pointer: '/password', rule: 'common' }])
    expect(await refused('quite a long word of mine')).toEqual([{ pointer: '/code', rule: 'wrong_code' }])
  })

  it('P62 setting one ends the other sessions, and an offer of an app is good for its own account', async () => {
    const admin = await firstAdministrator(running)
    const editor = await invited(running, admin.browser, 'editor-one', ['editor'])
    const elsewhere = await signedInAgain(running, editor)
    const { offer, address } = (await admin.browser.ask('POST', '/account/app')).body
    // What an app will list says nothing of the network.
    expect(address).toMatch(/^otpauth:\/\/totp\/Data%20book:admin-one\?secret=[A-Z2-7]{32}&issuer=Data%20book&/)
    const foreign = await editor.browser.ask('PUT', '/account/password', { password: PASSWORD, offer, code: '123456' })
    expect(foreign.body.errors).toEqual([{ pointer: '/offer', rule: 'not_offered' }])
    running.seconds.pass(30)
    await completed(editor.browser, running)
    expect([(await elsewhere.ask('GET', '/account')).status, (await editor.browser.ask('GET', '/account')).status]).toEqual([401, 200])
  })
})
