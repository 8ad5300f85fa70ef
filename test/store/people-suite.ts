/** Accounts, sessions and codes, whichever database stands behind the app: the same requests are answered alike. */

import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { eraseOverdueSignIns } from '../../server/accounts/expire.ts'
import { leaveWhenDue } from '../../server/accounts/leave-when-due.ts'
import { createApp } from '../../server/app.ts'
import { eventLog } from '../../server/http/events.ts'
import { commitAlone } from '../../server/runtime/group-commit.ts'
import { serverKeyOf } from '../../server/sealing/server-key.ts'
import { read, type Store } from '../../server/store/port.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import {
  ACCOUNT_KEY,
  appCode,
  Browser,
  fastStretch,
  firstAdministrator,
  invited,
  ORIGIN,
  organisationNumber,
  PASSWORD,
  signedInAgain,
  testSeconds,
} from '../server/people.ts'
import { unique } from './distinct.ts'

export function peopleSuite(name: string, fresh: () => Promise<Store>): void {
  const served = async () => {
    const store = await fresh()
    const [seconds, day] = [testSeconds(), { today: '2026-11-21' }]
    const clock = { day: () => day.today, month: () => day.today.slice(0, 7), year: () => 2026 }
    const app = createApp({
      store,
      commit: commitAlone(store),
      serverKey: serverKeyOf(new Uint8Array(32)),
      tagKey: null,
      clock,
      askWithdrawal: async () => {},
      signIn: { seconds: seconds.now, stretch: fastStretch, accountKey: ACCOUNT_KEY, origin: () => ORIGIN },
      events: eventLog(() => {}),
      pages: () => null,
    })
    await store.batch(
      registerOrganisation(
        { name: 'Invented Shelter', holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null },
        { hash: unique(), scopes: 'submit', expires: '2030-01' },
      ),
    )
    return { app, store, seconds, day, clock }
  }
  const counted = async (store: Store, table: string) =>
    (await read(store, CompiledQuery.raw(`SELECT count(*) AS n FROM ${table}`) as CompiledQuery<{ n: number }>))[0]?.n

  describe(`people on ${name}`, () => {
    it('P62 of many who use one code, one invitation or one code of an app at once, one succeeds', async () => {
      const network = await served()
      const admin = await firstAdministrator(network)
      const { body } = await admin.browser.ask('POST', '/people', { username: 'editor-one', roles: ['editor'], organisation: null })
      const used = await Promise.all([1, 2, 3, 4].map(() => new Browser(network).ask('POST', '/invitation', { code: body.code })))
      expect(used.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404])
      network.seconds.pass(30)
      const given = { username: 'admin-one', password: PASSWORD, code: appCode(admin.app, network.seconds) }
      const entered = await Promise.all([1, 2, 3, 4].map(() => new Browser(network).ask('POST', '/sign-in/password', given)))
      expect(entered.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
      const recovery = { username: 'admin-one', password: PASSWORD, code: admin.codes[4] }
      network.seconds.pass(60)
      const recovered = await Promise.all([1, 2, 3, 4].map(() => new Browser(network).ask('POST', '/sign-in/recovery', recovery)))
      expect(recovered.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
      const invitations = await Promise.all(
        [1, 2, 3].map(() => admin.browser.ask('POST', '/people', { username: 'editor-two', roles: ['editor'], organisation: null })),
      )
      expect(invitations.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    })

    it('P62 counts tries that come at once, and forgets all times when they are over', async () => {
      const network = await served()
      await firstAdministrator(network)
      const tries = await Promise.all(
        Array.from({ length: 9 }, () =>
          new Browser(network).ask('POST', '/sign-in/password', { username: 'admin-one', password: 'x', code: '1' }),
        ),
      )
      expect(tries.filter(({ status }) => status === 429)).toHaveLength(4)
      network.seconds.pass(86_401)
      await eraseOverdueSignIns(network, network.seconds.now())
      expect([await counted(network.store, 'deadline'), await counted(network.store, 'session')]).toEqual([0, 0])
    })

    it('P60 P62 a reset needs two people, a leaving partner is out, and roles that may not meet are refused by the database', async () => {
      const network = await served()
      const admin = await firstAdministrator(network)
      const shelter = await organisationNumber(admin.browser, 'Invented Shelter')
      const one = await invited(network, admin.browser, 'shelter-one', ['partner'], shelter)
      const two = await invited(network, admin.browser, 'shelter-two', ['partner'], shelter)
      const second = await invited(network, admin.browser, 'admin-two', ['administrator'])
      network.day.today = '2026-11-29'
      expect((await two.browser.ask('POST', `/people/${one.id}/reset`)).status).toBe(201)
      expect((await two.browser.ask('POST', `/people/${one.id}/reset`)).status).toBe(409)
      expect((await admin.browser.ask('POST', `/people/${one.id}/reset/approval`)).status).toBe(409)
      expect((await second.browser.ask('POST', `/people/${one.id}/reset/approval`)).status).toBe(200)
      network.day.today = '2026-12-06'
      const { code } = (await admin.browser.ask('POST', `/people/${one.id}/reset/code`)).body
      expect((await one.browser.ask('GET', '/account')).status).toBe(401)
      expect((await new Browser(network).ask('POST', '/invitation', { code })).status).toBe(201)
      const again = await signedInAgain(network, two)
      expect((await again.ask('POST', '/organisation/leaving', { leaving: true, withdraw_open_cases: true })).status).toBe(200)
      const day = '2026-12-13'
      await leaveWhenDue({ store: network.store, clock: { day: () => day, month: () => '2026-12', year: () => 2026 } })
      expect((await again.ask('GET', '/account')).status).toBe(401)
      expect(await counted(network.store, 'organisation_key')).toBe(0)
      // What lets nobody in any more is listed by the database itself, whatever ended it.
      const ended = ['account', 'key', 'password'].map((kind) => counted(network.store, `ended_access WHERE kind = '${kind}'`))
      expect(await Promise.all(ended)).toEqual([2, 1, 2])
      await expect(network.store.batch([CompiledQuery.raw('UPDATE account SET custodian = 1 WHERE administrator = 1')])).rejects.toThrow()
    })
  })
}
