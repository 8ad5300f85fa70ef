/** The audit log of a store: one entry for each change, in the same batch, and none where nothing changed. Run on better-sqlite3 and on D1 in workerd. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { read, type Store } from '../../server/store/port.ts'
import { BY_COMMAND, byMachine, entered, enteredOrganisation, enteredReadingEdition } from '../../server/store/queries/audit.ts'
import { type EntryRow, entriesAfter } from '../../server/store/queries/audit-heads.ts'
import { arrive } from '../../server/store/queries/cases.ts'
import { install } from '../../server/store/queries/editions.ts'
import { replaceTables, withdraw } from '../../server/store/queries/errata.ts'
import { beginImport, commitImport, stagePart } from '../../server/store/queries/imports.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import { correct } from '../../server/store/queries/own-cases.ts'
import { publishRelease } from '../../server/store/queries/releases.ts'
import { destroy } from '../../server/store/queries/retention.ts'
import { askWithdrawals } from '../../server/store/queries/withdrawals.ts'
import { arrival, hexId, unique } from './distinct.ts'

const DAY = '2026-11-21'
const MONTH = '2026-11'
const NOTE = { en: 'A line stood twice.', ja: '行が重複していました。' }
const sum = (letter: string) => letter.repeat(64)

export function auditSuite(name: string, fresh: () => Promise<Store>): void {
  describe(`the audit log on ${name}`, () => {
    let store: Store
    const opened = (id: string) => [
      ...install({ id, questionnaire: '1.0', fictional: 1, public_key: new Uint8Array(32) }, 0),
      entered({ action: 'open-edition', ...BY_COMMAND, subject: id, day: DAY }),
    ]
    const registered = (named: string) => [
      ...registerOrganisation(
        { name: named, holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null },
        { hash: unique(), scopes: 'submit', expires: '2030-01' },
      ),
      enteredOrganisation(named, { ...BY_COMMAND, day: DAY }),
    ]
    const entries = async (chain: EntryRow['chain']) => await read(store, entriesAfter(chain, 0, 1000))
    /** Without what every entry has. */
    const said = async (chain: EntryRow['chain']) =>
      (await entries(chain)).map(({ chain: _, position: _p, blind: _b, link: _l, ...entry }) =>
        Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null)),
      )
    const arrives = async (given: Partial<ReturnType<typeof arrival>> = {}) => {
      const one = arrival(given)
      await store.batch(arrive(one))
      return one
    }

    beforeEach(async () => {
      store = await fresh()
      await store.batch([...registered('Invented One'), ...registered('Invented Two'), ...opened('e-1')])
    })

    it('P50 P52 enters what commands register and open, with role, subject and day', async () => {
      await store.batch([...opened('e-1'), ...registered('Invented Two')])
      const by = { role: 'command', day: DAY }
      expect(await said('other')).toEqual([
        { action: 'register-organisation', ...by, subject: '1' },
        { action: 'register-organisation', ...by, subject: '2' },
        { action: 'open-edition', ...by, subject: 'e-1' },
        { action: 'register-organisation', ...by, subject: '2' },
      ])
      expect(await said('intake')).toEqual([])
    })

    it('P50 P52 enters a case once, with organisation and month alone, however often it is sent and however many arrive together', async () => {
      const one = await arrives({ organisation: 2 })
      await store.batch(arrive(one))
      await store.batch([
        ...arrive(arrival({ tag: one.tag })),
        ...arrive(arrival({})),
        ...arrive(one),
        ...arrive(arrival({ edition: 'e-0' })),
      ])
      await store.batch(Array.from({ length: 20 }, () => arrive(arrival({}))).flat())
      const all = await entries('intake')
      expect(all.map(({ position }) => position)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1))
      expect((await said('intake')).slice(0, 3)).toEqual([
        { action: 'intake', organisation: 2, month: MONTH },
        { action: 'intake', organisation: 1, month: MONTH },
        { action: 'intake', organisation: 1, month: MONTH },
      ])
      expect(new Set(all.map(({ blind }) => String(blind))).size).toBe(22)
    })

    it('P50 enters a correction that was made, and none that was stale or sent again', async () => {
      const { id, tag } = await arrives()
      const correction = (version: number) => ({
        ...{ id, organisation: 1, edition: 'e-1', tag, version, next: version + 1, enc: new Uint8Array(32), month: '2026-12' },
        ...{ ciphertext: new Uint8Array([...unique(), ...new Uint8Array(240)]), lookup: unique(), body: unique() },
      })
      const first = correction(1)
      for (const one of [first, first, correction(1), { ...correction(2), organisation: 2 }]) await store.batch(correct(one))
      expect((await said('intake')).slice(1)).toEqual([{ action: 'correction', organisation: 1, month: '2026-12' }])
    })

    it('P50 P52 enters an import once, at its commit, without its size', async () => {
      const id = hexId()
      await store.batch([
        beginImport({ id, organisation: 1, rows: 2, existing: 'refuse', day: DAY }, { openImports: 9, openImportRows: 99 }),
      ])
      await store.batch(commitImport(id, 1, MONTH))
      const staged = () => ({ ...{ id: hexId(), tag: unique(), receipt_hash: unique(), version: 1 }, month: MONTH, enc: unique() })
      const cases = [1, 2].map(() => ({ ...staged(), ciphertext: new Uint8Array([...unique(), ...new Uint8Array(240)]) }))
      const part = { part: 1, body: unique(), rows: 2, stored: 2, replaced: 0 }
      await store.batch(stagePart({ id, organisation: 1, edition: 'e-1', day: DAY, part, cases }))
      expect(await said('intake')).toEqual([])
      for (const organisation of [2, 1, 1]) await store.batch(commitImport(id, organisation, MONTH))
      expect(await said('intake')).toEqual([{ action: 'import', organisation: 1, month: MONTH }])
    })

    it('P31 P32 P50 enters each case that a sweep withdraws, by organisation, with the new generation, and nothing of a receipt without a case', async () => {
      const cases = [await arrives({ organisation: 2 }), await arrives(), await arrives({ organisation: 2 })]
      await store.batch(askWithdrawals([unique()]))
      await carryOutWithdrawals(store, null, MONTH)
      await store.batch(askWithdrawals([...cases.map(({ receipt_hash }) => receipt_hash), unique()]))
      expect((await said('intake')).length).toBe(3)
      await carryOutWithdrawals(store, null, '2026-12')
      await carryOutWithdrawals(store, null, '2026-12')
      const withdrawal = (organisation: number) => ({ action: 'withdrawal', organisation, month: '2026-12', generation: 1 })
      expect((await said('intake')).slice(3)).toEqual([withdrawal(1), withdrawal(2), withdrawal(2)])
      const last = await arrives()
      await store.batch(askWithdrawals([last.receipt_hash]))
      await carryOutWithdrawals(store, null, '2026-12')
      expect((await said('intake')).at(-1)).toEqual({ ...withdrawal(1), generation: 2 })
      expect((await entries('intake')).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    })

    it('P50 enters what editors publish, replace, withdraw and destroy, once each', async () => {
      await arrives()
      await store.batch(opened('e-2'))
      const before = (await said('other')).length
      const release = {
        ...{ checksum: sum('a'), manifest: '{}', day: '2026-04-01', previous: null, counted: [{ edition: 'e-1', cases: 1 }] },
        ...{ editions: ['e-1'], volume: { id: 'v-1', editions: ['e-1'] }, by: byMachine(2) },
        tables: [{ slice: 'e-1', id: 't-1', json: JSON.stringify({ checksum: sum('1') }) }],
      }
      const erratum = {
        ...{ checksum: sum('b'), manifest: '{}', day: '2026-05-01', previous: sum('a'), counted: [], note: NOTE, oldestDay: '2026-01-01' },
        ...{ tables: [{ slice: 'e-1', id: 't-1', json: JSON.stringify({ checksum: sum('2') }) }], by: byMachine(1) },
      }
      for (const again of [false, true]) {
        await store.batch(publishRelease({ ...release, checksum: sum('f'), counted: [{ edition: 'e-1', cases: 2 }] }))
        if (!again) for (const _ of ['now', 'sent again']) await store.batch(publishRelease(release))
        await store.batch(replaceTables({ ...erratum, counted: [{ edition: 'e-1', cases: 1 }] }))
        await store.batch(withdraw('e-1', 't-1', '2026-06-01', NOTE))
        await store.batch(destroy({ edition: 'e-1', day: '2028-06-01', oldestDay: '2028-03-01', keptFrom: '2026-12' }))
        await store.batch([enteredReadingEdition({ action: 'read-sealed-cases', ...byMachine(2), subject: 'e-9', day: DAY })])
        if (!again) await store.batch([enteredReadingEdition({ action: 'read-sealed-cases', ...byMachine(2), subject: 'e-1', day: DAY })])
      }
      expect((await said('other')).slice(before)).toEqual([
        { action: 'publish', role: 'machine', actor: '2', subject: sum('a'), day: '2026-04-01' },
        { action: 'erratum', role: 'machine', actor: '1', subject: sum('b'), day: '2026-05-01' },
        { action: 'withdraw-table', role: 'command', subject: 'e-1', day: '2026-06-01' },
        { action: 'destroy-cases', role: 'command', subject: 'e-1', day: '2028-06-01' },
        { action: 'read-sealed-cases', role: 'machine', actor: '2', subject: 'e-1', day: DAY },
      ])
    })

    it('P50 keeps neither the change nor its entry when a later statement of the batch fails', async () => {
      const broken = { ...arrival({}), ciphertext: new Uint8Array(1) }
      await expect(store.batch([...arrive(arrival({})), ...arrive(broken)])).rejects.toThrow()
      expect(await said('intake')).toEqual([])
      await arrives()
      expect((await entries('intake')).map(({ position }) => position)).toEqual([1])
    })

    it('P52 takes no entry with a text, a case or a time that does not belong there', async () => {
      const refused = (columns: string, values: string) =>
        expect(
          store.batch([CompiledQuery.raw(`insert into audit_entry (chain, position, blind, ${columns}) values (${values})`)]),
          values,
        ).rejects.toThrow()
      const intake = `'intake', 1, zeroblob(16), 'intake'`
      await refused('action, organisation, month, day', `${intake}, 1, '2026-11', '2026-11-21'`)
      await refused('action, organisation, month', `${intake}, 1, '2026-11-21'`)
      await refused('action, organisation, month, subject', `${intake}, 1, '2026-11', 'e-1'`)
      await refused('action, organisation, month, generation', `${intake}, 1, '2026-11', 2`)
      const other = `'other', 9, zeroblob(16), 'publish', 'machine'`
      await refused('action, role, day, subject', `${other}, '2026-11-21', 'A Shelter'`)
      await refused('action, role, day', `${other}, '2026-11-21T10:00:00Z'`)
      await refused('action, role, day, organisation', `${other}, '2026-11-21', 1`)
      await refused('action, role, day', `'other', 9, zeroblob(16), 'Wrote to somebody', 'machine', '2026-11-21'`)
    })
  })
}
