/** What a store must do with tags of two generations and with public keys, whichever database stands behind it. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOutWithdrawals, withdrawnTags } from '../../server/receipts/sweep.ts'
import { toHex } from '../../server/sealing/bytes.ts'
import { read, type Store } from '../../server/store/port.ts'
import { arrive } from '../../server/store/queries/cases.ts'
import { install, openEdition } from '../../server/store/queries/editions.ts'
import { tagStandings } from '../../server/store/queries/imports.ts'
import { keyHolder, registerOrganisation } from '../../server/store/queries/organisations.ts'
import { correct, ownCaseByTag, ownCasesByTags } from '../../server/store/queries/own-cases.ts'
import { addPublicKeys, publicKeysOf, publicKeysOfHolder } from '../../server/store/queries/public-keys.ts'
import { askWithdrawals } from '../../server/store/queries/withdrawals.ts'
import { arrival, hexId, unique } from './distinct.ts'

export function signedCasesSuite(name: string, fresh: () => Promise<Store>): void {
  describe(`tags and public keys on ${name}`, () => {
    let store: Store
    const hash = unique()
    const opened = (id: string) =>
      store.batch(install({ id, questionnaire: '1.0', fictional: 1, public_key: new Uint8Array(32).fill(3) }, 0))
    const arrives = async (given: { tag?: Uint8Array; earlier?: Uint8Array } = {}) => {
      const one = arrival({ ciphertext: new Uint8Array(400), ...given })
      const [inserted, , found] = await store.batch(arrive(one))
      return { ...one, stored: inserted.changes, standing: found.rows[0]! }
    }
    const moves = async (one: { id: string }, tag: Uint8Array, earlier?: Uint8Array) => {
      const [changed, , found] = await store.batch(
        correct({
          ...{ id: one.id, organisation: 1, edition: 'e-1', tag, version: 1, next: 2, month: '2026-11' },
          ...(earlier ? { earlier } : {}),
          ...{ enc: unique(), ciphertext: new Uint8Array(400).fill(2), lookup: unique(), body: unique() },
        }),
      )
      return { changed: changed.changes, standing: found.rows[0] }
    }

    beforeEach(async () => {
      store = await fresh()
      for (const [index, one] of ['Invented One', 'Invented Two'].entries())
        await store.batch(
          registerOrganisation(
            { name: one, holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null },
            { hash: index === 0 ? hash : unique(), scopes: 'submit', expires: '2030-01' },
          ),
        )
      await opened('e-1')
    })

    it('P64 an edition that is opened has the newest layout', async () => {
      expect(await read(store, openEdition())).toMatchObject([{ id: 'e-1', layout: 2 }])
    })

    it('P64 a key that stands anywhere is not registered again, whoever had it and for whatever it was', async () => {
      const add = async (organisation: number, generation: number, signing: Uint8Array, statements: Uint8Array) =>
        (await store.batch(addPublicKeys({ organisation, generation, signing, statements })))[1].changes
      const [signing, statements] = [unique(), unique()]
      const both = unique()
      expect(await add(1, 1, signing, statements)).toBe(1)
      expect([
        await add(1, 2, unique(), statements),
        await add(2, 1, unique(), statements),
        await add(2, 1, unique(), signing),
        await add(2, 1, statements, unique()),
        await add(2, 1, signing, unique()),
        await add(2, 1, both, both),
      ]).toEqual([0, 0, 0, 0, 0, 0])
      expect(await add(2, 1, unique(), unique())).toBe(1)
    })

    it('P64 adds public keys one generation after the other; those before are good until the open edition closes', async () => {
      const adds = async (organisation: number, generation: number, signing = unique()) =>
        (await store.batch(addPublicKeys({ organisation, generation, signing, statements: unique() })))[1].changes
      const first = unique()
      expect([await adds(1, 2), await adds(1, 1, first), await adds(1, 1), await adds(2, 1, first)]).toEqual([0, 1, 0, 0])
      await opened('e-2')
      expect([await adds(1, 2), await adds(1, 4), await adds(1, 2)]).toEqual([1, 0, 0])
      const keys = [
        { generation: 1, first_edition: 'e-1', last_edition: 'e-2' },
        { generation: 2, first_edition: 'e-2', last_edition: null },
      ]
      expect(await read(store, publicKeysOf(1))).toMatchObject(keys)
      expect(await read(store, publicKeysOfHolder(hash))).toMatchObject(keys)
      expect([await read(store, publicKeysOf(2)), await read(store, publicKeysOfHolder(unique()))]).toEqual([[], []])
      expect(await read(store, keyHolder(hash))).toHaveLength(1)
    })

    it('P64 takes a case under either tag for held, destroyed or withdrawn', async () => {
      const [held, destroyed, gone] = [await arrives(), unique(), unique()]
      await store.batch([
        CompiledQuery.raw('insert into kept_tag (tag) values (?)', [destroyed]),
        CompiledQuery.raw('insert into withdrawn_case (tag) values (?)', [gone]),
      ])
      const again = async (earlier: Uint8Array) => {
        const { stored, standing } = await arrives({ earlier })
        return [stored, standing.held, standing.destroyed, standing.withdrawn]
      }
      expect([await again(held.tag), await again(destroyed), await again(gone), await again(unique())]).toEqual([
        [0, 'open', null, null],
        [0, null, 1, null],
        [0, null, null, 1],
        [1, 'open', null, null],
      ])
      const [asked, other] = [unique(), unique()]
      expect(
        await read(
          store,
          tagStandings(hexId(), [
            { tag: asked, earlier: held.tag },
            { tag: other, earlier: gone },
          ]),
        ),
      ).toMatchObject([
        { tag: toHex(asked), id: held.id, version: 1, state: 'open', destroyed: 0, withdrawn: 0, staged: null },
        { tag: toHex(other), id: null, destroyed: 0, withdrawn: 1, staged: null },
      ])
    })

    it('P64 P31 moves a case to its newer tag with its correction, and a request to withdraw it goes along', async () => {
      const [one, two, three] = [await arrives(), await arrives(), await arrives()]
      const tag = unique()
      expect(await moves(one, tag)).toMatchObject({ changed: 0, standing: { tag: one.tag } })
      expect(await moves(one, two.tag, one.tag)).toMatchObject({ changed: 0, standing: { doubled: 1 } })
      expect((await moves(one, tag, one.tag)).changed).toBe(1)
      expect(await read(store, ownCaseByTag(1, tag))).toMatchObject([{ id: one.id, version: 2 }])
      expect([await read(store, ownCaseByTag(1, one.tag)), await read(store, ownCaseByTag(2, tag))]).toEqual([[], []])
      expect(await read(store, ownCaseByTag(1, unique(), two.tag))).toMatchObject([{ id: two.id }])
      expect(await read(store, ownCasesByTags(1, [tag, two.tag, unique()].map(toHex)))).toHaveLength(2)
      expect(await read(store, ownCasesByTags(2, [toHex(tag)]))).toEqual([])
      await store.batch(askWithdrawals([three.receipt_hash]))
      const newer = unique()
      expect((await moves(three, newer, three.tag)).changed).toBe(1)
      expect(await carryOutWithdrawals(store, null, '2026-11')).toBe(1)
      expect((await withdrawnTags(store)).map(toHex).sort()).toEqual([three.tag, newer].map(toHex).sort())
    })
  })
}
