/** What a store must do with corrections and withdrawals, whichever database stands behind it. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOutWithdrawals, withdrawnTags } from '../../server/receipts/sweep.ts'
import { read, type Store } from '../../server/store/port.ts'
import { arrive, type Standing } from '../../server/store/queries/cases.ts'
import { editionCounted, install } from '../../server/store/queries/editions.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import { type Correction, correct, ownCaseByTag, ownCasesAfter } from '../../server/store/queries/own-cases.ts'
import { askOwnWithdrawal, askWithdrawal, ledgerHead } from '../../server/store/queries/withdrawals.ts'
import { arrival, hexId, unique } from './distinct.ts'

const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill)

export function ownCasesSuite(name: string, fresh: () => Promise<Store>): void {
  describe(`corrections and withdrawals on ${name}`, () => {
    let store: Store
    const opened = (id: string) => store.batch(install({ id, questionnaire: '1.0', fictional: 1, public_key: bytes(32, 3) }, 0))
    const arrives = async (given: { tag?: Uint8Array; id?: string; organisation?: number; edition?: string } = {}) => {
      const one = arrival(given)
      const [inserted, , found] = await store.batch(arrive(one))
      return { ...one, stored: inserted.changes, standing: found.rows[0] as Standing }
    }
    const correcting = async (of: Correction) => {
      const [changed, remembered, standing] = await store.batch(correct(of))
      return { changed: changed.changes, remembered: remembered.changes, standing: standing.rows[0] }
    }
    const correction = (of: Awaited<ReturnType<typeof arrives>>, version = 1): Correction => ({
      id: of.id,
      organisation: of.organisation,
      edition: of.edition,
      tag: of.tag,
      version,
      next: version + 1,
      enc: bytes(32, 7),
      ciphertext: new Uint8Array([...unique(), ...bytes(240, 8)]),
      lookup: unique(),
      body: unique(),
      month: '2026-12',
    })
    const held = async (id = 'e-1') => (await read(store, editionCounted(id)))[0]?.cases
    const waiting = async () =>
      (await read(store, CompiledQuery.raw('select count(*) as n from withdrawal_request') as CompiledQuery<{ n: number }>))[0]?.n

    beforeEach(async () => {
      store = await fresh()
      for (const named of ['Invented One', 'Invented Two'])
        await store.batch(
          registerOrganisation(
            { name: named, holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null },
            { hash: unique(), scopes: 'submit', expires: '2030-01' },
          ),
        )
      await opened('e-1')
    })

    it('P34 replaces a seal in the version that was seen, and in no other', async () => {
      const one = await arrives()
      const first = correction(one)
      expect(await correcting(first)).toMatchObject({
        changed: 1,
        remembered: 1,
        standing: { version: 2, state: 'open', body: first.body },
      })
      expect(await correcting(correction(one))).toMatchObject({ changed: 0, remembered: 0, standing: { version: 2, body: null } })
      expect(await correcting(correction(one, 2))).toMatchObject({ changed: 1, standing: { version: 3 } })
      expect(await held()).toBe(1)
    })

    it('P34 P61 leaves the case of another organisation, another case reference or a closed edition as it is', async () => {
      const one = await arrives()
      expect(await correcting({ ...correction(one), organisation: 2 })).toMatchObject({
        changed: 0,
        standing: { state: null, version: null },
      })
      expect(await correcting({ ...correction(one), tag: unique() })).toMatchObject({ changed: 0, standing: { version: 1, tag: one.tag } })
      await opened('e-2')
      expect(await correcting(correction(one))).toMatchObject({ changed: 0, remembered: 0, standing: { state: 'closed', version: 1 } })
    })

    it('P61 finds and lists an organisation’s own cases only, in the order of their random ids', async () => {
      const ids = ['c', 'a', 'b'].map((letter) => letter.repeat(32))
      for (const id of ids) await arrives({ id })
      const other = await arrives({ organisation: 2 })
      expect((await read(store, ownCasesAfter(1, '', 10))).map(({ id }) => id)).toEqual([...ids].sort())
      expect((await read(store, ownCasesAfter(1, 'a'.repeat(32), 1))).map(({ id }) => id)).toEqual(['b'.repeat(32)])
      expect(await read(store, ownCaseByTag(1, other.tag))).toEqual([])
      expect(await read(store, ownCaseByTag(2, other.tag))).toEqual([{ id: other.id, month: '2026-11', version: 1 }])
    })

    it('P31 P32 carries out what was asked, in an open and in a closed edition, and keeps a tag and nothing else', async () => {
      const [one, two, three] = [await arrives(), await arrives(), await arrives()]
      await opened('e-2')
      const asks = (receipt_hash: Uint8Array) => store.batch([askWithdrawal({ id: hexId(), receipt_hash, month: '2026-11' })])
      for (const hash of [one.receipt_hash, one.receipt_hash, unique(), two.receipt_hash]) await asks(hash)
      expect([await held(), await waiting()]).toEqual([3, 4])
      const recorded: { tags: number; heads: number }[] = []
      expect(await carryOutWithdrawals(store, { record: (tags, heads) => recorded.push({ tags: tags.length, heads: heads.length }) })).toBe(
        2,
      )
      expect([await held(), await waiting()]).toEqual([1, 0])
      expect((await withdrawnTags(store)).map(String).sort()).toEqual([one.tag, two.tag].map(String).sort())
      expect(recorded).toEqual([{ tags: 2, heads: 1 }])
      const head = await read(store, ledgerHead())
      expect(await carryOutWithdrawals(store, null)).toBe(0)
      expect(await read(store, ledgerHead())).toEqual(head)
      await asks(three.receipt_hash)
      expect(await carryOutWithdrawals(store, null)).toBe(1)
      expect(await read(store, ledgerHead())).not.toEqual(head)
    })

    it('P32 takes a withdrawn case reference in no more, under whatever request', async () => {
      const one = await arrives()
      await store.batch([askWithdrawal({ id: hexId(), receipt_hash: one.receipt_hash, month: '2026-11' })])
      await carryOutWithdrawals(store, null)
      const again = await arrives({ tag: one.tag })
      expect([again.stored, again.standing.withdrawn, again.standing.body]).toEqual([0, 1, null])
      expect(await held()).toBe(0)
    })

    it('P31 nothing is withdrawn when the ledger could not be written', async () => {
      const one = await arrives()
      await store.batch([askWithdrawal({ id: hexId(), receipt_hash: one.receipt_hash, month: '2026-11' })])
      const broken = {
        record: () => {
          throw new Error('disk')
        },
      }
      await expect(carryOutWithdrawals(store, broken)).rejects.toThrow()
      expect([await held(), await waiting(), (await withdrawnTags(store)).length]).toEqual([1, 1, 0])
      expect(await carryOutWithdrawals(store, null)).toBe(1)
    })

    it('P61 lets a partner ask for its own case alone, in the version that it saw', async () => {
      const one = await arrives()
      const asks = async (organisation: number, version: number) => {
        const [asked, found] = await store.batch(
          askOwnWithdrawal({ request: hexId(), id: one.id, organisation, version, month: '2026-11' }),
        )
        return [asked.changes, found.rows.length]
      }
      expect([await asks(2, 1), await asks(1, 2), await asks(1, 1)]).toEqual([
        [0, 0],
        [0, 1],
        [1, 1],
      ])
    })
  })
}
