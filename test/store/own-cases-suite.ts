/** What a store must do with corrections and withdrawals, whichever database stands behind it. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOutWithdrawals, type Ledger, withdrawnTags } from '../../server/receipts/sweep.ts'
import { read, type Store } from '../../server/store/port.ts'
import { arrive, type Standing } from '../../server/store/queries/cases.ts'
import { editionCounted, install } from '../../server/store/queries/editions.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import { type Correction, correct, ownCaseByTag, ownCasesAfter } from '../../server/store/queries/own-cases.ts'
import { askOwnWithdrawal, askWithdrawals, ledgerHead } from '../../server/store/queries/withdrawals.ts'
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

    const asks = async (...hashes: readonly Uint8Array[]) => store.batch(askWithdrawals(hashes))
    const beat = async () =>
      (await read(store, CompiledQuery.raw('select beat from withdrawal_heartbeat') as CompiledQuery<{ beat: Uint8Array }>))[0]?.beat

    it('P31 P33 notes a request for a case that is held or waits in an import, once, and none for any other receipt', async () => {
      const [one, two] = [await arrives(), await arrives()]
      const staged = unique()
      await store.batch([
        CompiledQuery.raw(
          "insert into import_file (id, organisation, rows, existing, state, edition, day) values (?, 1, 1, 'refuse', 'waiting', 'e-1', '2026-11-21')",
          [hexId()],
        ),
        CompiledQuery.raw(
          "insert into staged_case (import, id, tag, receipt_hash, version, month, enc, ciphertext) select id, id, ?, ?, 1, '2026-11', zeroblob(32), zeroblob(272) from import_file",
          [unique(), staged],
        ),
      ])
      await asks(unique(), unique())
      const first = await beat()
      expect([await waiting(), first?.length]).toEqual([0, 32])
      await asks(one.receipt_hash, unique(), one.receipt_hash)
      await asks(one.receipt_hash)
      expect(await waiting()).toBe(1)
      expect(await beat()).not.toEqual(first)
      const many = Array.from({ length: 2500 }, () => unique())
      await asks(...many, staged, two.receipt_hash)
      expect(await waiting()).toBe(3)
    })

    it('P31 P32 carries out what was asked, in an open and in a closed edition, and keeps a tag and nothing else', async () => {
      const [one, two, three] = [await arrives(), await arrives(), await arrives()]
      await opened('e-2')
      await asks(one.receipt_hash, one.receipt_hash, unique(), two.receipt_hash)
      expect([await held(), await waiting()]).toEqual([3, 2])
      const grown: { tags: number; after: number }[] = []
      const head = 'ab'.repeat(16)
      const ledger: Ledger = {
        grow(tags, after) {
          grown.push({ tags: tags.length, after })
          return { generation: after + 1, head }
        },
      }
      expect(await carryOutWithdrawals(store, ledger, '2026-11')).toBe(2)
      expect([await held(), await waiting()]).toEqual([1, 0])
      expect((await withdrawnTags(store)).map(String).sort()).toEqual([one.tag, two.tag].map(String).sort())
      expect(grown).toEqual([{ tags: 2, after: 0 }])
      expect(await read(store, ledgerHead())).toEqual([{ generation: 1, head, unconfirmed: 0 }])
      expect(await carryOutWithdrawals(store, ledger, '2026-11')).toBe(0)
      expect(await read(store, ledgerHead())).toEqual([{ generation: 1, head, unconfirmed: 0 }])
      await asks(three.receipt_hash)
      expect(await carryOutWithdrawals(store, null, '2026-11')).toBe(1)
      const [later] = await read(store, ledgerHead())
      expect([later?.generation, later?.head === head]).toEqual([2, false])
    })

    it('P31 withdraws a case that moved, or was erased and sent again, between the request and the sweep', async () => {
      const one = await arrives()
      await asks(one.receipt_hash)
      await store.batch([CompiledQuery.raw('delete from sealed_case')])
      expect(await carryOutWithdrawals(store, null, '2026-11')).toBe(0)
      const again = await arrives({ tag: one.tag })
      expect([again.stored, again.standing.withdrawn]).toEqual([0, 1])
    })

    it('P32 takes a withdrawn case reference in no more, under whatever request', async () => {
      const one = await arrives()
      await asks(one.receipt_hash)
      await carryOutWithdrawals(store, null, '2026-11')
      const again = await arrives({ tag: one.tag })
      expect([again.stored, again.standing.withdrawn, again.standing.body]).toEqual([0, 1, null])
      expect(await held()).toBe(0)
    })

    it('P31 nothing is withdrawn when the ledger could not be written', async () => {
      const one = await arrives()
      await asks(one.receipt_hash)
      const broken = {
        grow: () => {
          throw new Error('disk')
        },
      }
      await expect(carryOutWithdrawals(store, broken, '2026-11')).rejects.toThrow()
      expect([await held(), await waiting(), (await withdrawnTags(store)).length]).toEqual([1, 1, 0])
      expect(await carryOutWithdrawals(store, null, '2026-11')).toBe(1)
    })

    it('P61 lets a partner ask for its own case alone, in the version that it saw', async () => {
      const one = await arrives()
      const asks = async (organisation: number, version: number) => {
        const [asked, found] = await store.batch(askOwnWithdrawal({ id: one.id, organisation, version }))
        return [asked.changes, found.rows.length]
      }
      expect([await asks(2, 1), await asks(1, 2), await asks(1, 1), await asks(1, 1)]).toEqual([
        [0, 0],
        [0, 1],
        [1, 1],
        [1, 1],
      ])
    })
  })
}
