/** What a store must do with invitations of affected persons, whichever database stands behind it. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { toHex } from '../../server/sealing/bytes.ts'
import { read, type Store } from '../../server/store/port.ts'
import {
  addInvitations,
  dropInvitations,
  invitationKeysOf,
  invitationListsOf,
  invitationOf,
  invitationsOfEdition,
} from '../../server/store/queries/answer-invitations.ts'
import { arrive } from '../../server/store/queries/cases.ts'
import { install } from '../../server/store/queries/editions.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import { correct } from '../../server/store/queries/own-cases.ts'
import { QUOTAS } from '../../survey-schema/quotas.ts'
import { arrival, hexId, unique } from './distinct.ts'

export function invitationsSuite(name: string, fresh: () => Promise<Store>): void {
  describe(`invitations on ${name}`, () => {
    let store: Store
    const opened = (id: string) => store.batch(install({ id, questionnaire: '1.0', fictional: 1, public_key: unique() }, 0))
    const made = () => ({ key: unique(), tag: unique() })
    type Made = ReturnType<typeof made>
    const added = async (keys: readonly Made[], id = hexId(), edition = 'e-1') =>
      (
        await store.batch(
          addInvitations(
            { id, edition, organisation: 1, generation: 1, signature: new Uint8Array(64).fill(1) },
            keys.map(({ key, tag }) => ({ key: toHex(key), tag: toHex(tag) })),
          ),
        )
      )[0].changes
    const known = async ({ key }: Made) => (await read(store, invitationOf(key)))[0]

    beforeEach(async () => {
      store = await fresh()
      const row = { name: 'Invented One', holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null }
      await store.batch(registerOrganisation(row, { hash: unique(), scopes: 'submit', expires: '2030-01' }))
      await opened('e-1')
    })

    it('P64 are kept whole and once, for the open edition, and no more than an organisation may have', async () => {
      const [one, two, three] = [made(), made(), made()]
      const id = hexId()
      expect([await added([one, two], id), await added([one, two], id), await added([two, three])]).toEqual([1, 0, 0])
      expect(await known(three)).toBeUndefined()
      expect(await added([three], hexId(), 'e-2')).toBe(0)
      expect(await read(store, invitationListsOf('e-1'))).toMatchObject([{ id, organisation: 1, generation: 1 }])
      const keys = (await read(store, invitationKeysOf('e-1'))).map(({ key }) => toHex(new Uint8Array(key)))
      expect(keys).toEqual([one, two].map(({ key }) => toHex(key)).sort())
      const many = Array.from({ length: QUOTAS.invitations - 2 }, made)
      expect([await added([...many, three]), await added(many), await added([three])]).toEqual([0, 1, 0])
      expect(await read(store, invitationsOfEdition(1, 'e-1'))).toEqual([{ keys: QUOTAS.invitations }])
    })

    it('P64 a code is used by the case that has its tag, held, withdrawn or destroyed, and that case is corrected by nobody', async () => {
      const [one, two, three] = [made(), made(), made()]
      await added([one, two, three])
      expect(await known(one)).toEqual({ edition: 'e-1', organisation: 1, generation: 1, state: 'open', used: 0, left: 0 })
      const held = arrival({ ciphertext: new Uint8Array(400), tag: one.tag })
      await store.batch(arrive(held))
      await store.batch([CompiledQuery.raw('insert into withdrawn_case (tag) values (?)', [two.tag])])
      await store.batch([CompiledQuery.raw('insert into kept_tag (tag) values (?)', [three.tag])])
      for (const each of [one, two, three]) expect(await known(each)).toMatchObject({ used: 1 })
      const [changed, , found] = await store.batch(
        correct({
          ...{ id: held.id, organisation: 1, edition: 'e-1', tag: one.tag, version: 1, next: 2, month: '2026-11' },
          ...{ enc: unique(), ciphertext: new Uint8Array(400).fill(2), lookup: unique(), body: unique() },
        }),
      )
      expect([changed.changes, found.rows[0]?.invited]).toEqual([0, 1])
    })

    it('go with the cases of their edition, and not before', async () => {
      const one = made()
      await added([one])
      await store.batch(dropInvitations('e-1'))
      expect(await known(one)).toMatchObject({ used: 0 })
      await store.batch([CompiledQuery.raw("insert into destroyed_edition (edition, day) values ('e-1', '2026-11-21')")])
      await store.batch(dropInvitations('e-1'))
      expect([await known(one), await read(store, invitationListsOf('e-1'))]).toEqual([undefined, []])
    })
  })
}
