/** What a store must do with files that come in parts, whichever database stands behind it. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { toHex } from '../../server/sealing/bytes.ts'
import { read, type Store } from '../../server/store/port.ts'
import { install } from '../../server/store/queries/editions.ts'
import {
  beginImport,
  commitImport,
  expireImports,
  type ImportPartRow,
  importHeld,
  openImports,
  partsHeld,
  restartImport,
  type StagedCase,
  stagePart,
  tagStandings,
} from '../../server/store/queries/imports.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import { hexId, unique } from './distinct.ts'

export function importsSuite(name: string, fresh: () => Promise<Store>): void {
  describe(`imports on ${name}`, () => {
    let store: Store
    const opened = (id: string) => store.batch(install({ id, questionnaire: '1.0', fictional: 1, public_key: new Uint8Array(32) }, 0))
    const staged = (given: Partial<StagedCase> = {}): StagedCase => ({
      id: hexId(),
      tag: unique(),
      receipt_hash: unique(),
      version: 1,
      month: '2026-11',
      enc: unique(),
      ciphertext: new Uint8Array([...unique(), ...new Uint8Array(240).fill(255)]),
      ...given,
    })
    const begun = async (rows: number, day = '2026-11-21') => {
      const id = hexId()
      await store.batch([beginImport({ id, organisation: 1, rows, existing: 'replace', day }, { openImports: 20, openImportRows: 1000 })])
      return id
    }
    const stages = async (id: string, part: number, cases: readonly StagedCase[], edition = 'e-1', body = unique()) => {
      const replaced = cases.filter(({ version }) => version > 1).length
      const [kept] = await store.batch(
        stagePart({
          id,
          organisation: 1,
          edition,
          day: '2026-11-21',
          part: { part, body, rows: cases.length, stored: cases.length - replaced, replaced },
          cases,
        }),
      )
      return kept?.changes
    }
    const commits = async (id: string, organisation = 1) => {
      const outcomes = await store.batch(commitImport(id, organisation, '2026-11'))
      return [outcomes[2].changes, (await read(store, importHeld(id, organisation)))[0]?.state]
    }
    const counts = async () =>
      Object.values(
        (
          await read(
            store,
            CompiledQuery.raw(
              'select (select count(*) from sealed_case) as held, (select count(*) from staged_case) as staged, (select count(*) from import_part) as parts',
            ) as CompiledQuery<Record<string, number>>,
          )
        )[0] as object,
      )

    beforeEach(async () => {
      store = await fresh()
      await store.batch(
        registerOrganisation(
          { name: 'Invented Shelter', holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null },
          { hash: unique(), scopes: 'submit', expires: '2030-01' },
        ),
      )
      await opened('e-1')
    })

    it('P12 moves every staged case at once, and only when every row came', async () => {
      const id = await begun(702)
      expect(
        await stages(
          id,
          1,
          Array.from({ length: 700 }, () => staged()),
        ),
      ).toBe(1)
      expect(await commits(id)).toEqual([0, 'waiting'])
      expect(await stages(id, 2, [staged(), staged(), staged()])).toBe(0)
      expect(await counts()).toEqual([0, 700, 1])
      expect(await stages(id, 2, [staged(), staged()])).toBe(1)
      expect(await commits(id, 2)).toEqual([0, undefined])
      expect(await commits(id)).toEqual([1, 'committed'])
      expect(await commits(id)).toEqual([0, 'committed'])
      expect(await counts()).toEqual([702, 0, 2])
    })

    it('P02 P12 tells the sizes of an import once, by its commit, and keeps none of them', async () => {
      const [id, other] = [await begun(3), await begun(4)]
      await stages(id, 1, [staged(), staged()])
      await stages(id, 2, [staged()])
      await stages(other, 1, [staged()])
      const sizes = (parts: readonly ImportPartRow[]) => parts.map(({ part, rows, stored, replaced }) => [part, rows, stored, replaced])
      for (const [file, parts] of [
        [
          { rows: 3, state: 'waiting' },
          [
            [1, 2, 2, 0],
            [2, 1, 1, 0],
          ],
        ],
        [
          { rows: null, state: 'committed' },
          [
            [1, null, null, null],
            [2, null, null, null],
          ],
        ],
      ] as const) {
        const [before, told] = await store.batch(commitImport(id, 1, '2026-11'))
        expect([before.rows[0], sizes(told.rows)]).toMatchObject([file, parts])
        expect((await read(store, importHeld(id, 1)))[0]).toMatchObject({ rows: null, state: 'committed' })
        expect(sizes(await read(store, partsHeld(id)))).toEqual([
          [1, null, null, null],
          [2, null, null, null],
        ])
      }
      expect([(await read(store, importHeld(other, 1)))[0]?.rows, sizes(await read(store, partsHeld(other)))]).toEqual([4, [[1, 1, 1, 0]]])
    })

    it('P19 begins no import beyond the quota of its organisation, though all come at once, and says what is open', async () => {
      const most = { openImports: 3, openImportRows: 100 }
      const begin = (rows: number, id = hexId()) => beginImport({ id, organisation: 1, rows, existing: 'refuse', day: '2026-11-21' }, most)
      const known = hexId()
      const begun = await store.batch([begin(60, known), begin(41), begin(30), begin(10), begin(1), begin(60, known)])
      expect(begun.map(({ changes }) => changes)).toEqual([1, 0, 1, 1, 0, 0])
      expect(await read(store, openImports(1))).toEqual([{ imports: 3, rows: 100 }])
      expect(await read(store, openImports(2))).toEqual([{ imports: 0, rows: 0 }])
      await store.batch(expireImports('2026-11-22'))
      expect((await store.batch([begin(100)])).map(({ changes }) => changes)).toEqual([1])
    })

    it('P12 keeps a part once, and gives the bytes back as they came', async () => {
      const id = await begun(1)
      const [body, one] = [unique(), staged()]
      expect([await stages(id, 1, [one], 'e-1', body), await stages(id, 1, [one], 'e-1', body), await stages(id, 1, [staged()])]).toEqual([
        1, 0, 0,
      ])
      expect(await counts()).toEqual([0, 1, 1])
      await commits(id)
      const [row] = await read(
        store,
        CompiledQuery.raw(
          'select id, tag, receipt_hash, enc, ciphertext, version, month, edition from sealed_case',
        ) as CompiledQuery<object>,
      )
      expect(row).toEqual({ ...one, edition: 'e-1' })
      expect(
        await read(
          store,
          tagStandings(id, [
            { tag: one.tag, earlier: null },
            { tag: unique(), earlier: null },
          ]),
        ),
      ).toMatchObject([
        { tag: toHex(one.tag), id: one.id, version: 1, state: 'open', destroyed: 0, withdrawn: 0, staged: null },
        { id: null, version: null, state: null, staged: null },
      ])
    })

    it('P12 commits nothing once a case reference is held, a replaced case changed, a staged one went or the edition closed', async () => {
      const other = await begun(1)
      const [taken, held] = [staged(), staged()]
      await stages(other, 1, [held])
      await commits(other)
      const tries: readonly (readonly [StagedCase, () => Promise<unknown>])[] = [
        [
          taken,
          async () => {
            const first = await begun(1)
            await stages(first, 1, [staged({ tag: taken.tag })])
            await commits(first)
          },
        ],
        [{ ...held, version: 2 }, () => store.batch([CompiledQuery.raw('update sealed_case set version = 2 where id = ?', [held.id])])],
        [staged(), () => store.batch([CompiledQuery.raw('delete from staged_case where tag not in (select tag from sealed_case)')])],
        [staged(), () => opened('e-2')],
      ]
      for (const [one, meanwhile] of tries) {
        const id = await begun(1)
        await stages(id, 1, [one])
        await meanwhile()
        const before = (await counts())[0]
        expect(await commits(id)).toEqual([0, 'waiting'])
        expect((await counts())[0]).toBe(before)
      }
    })

    it('P34 replaces a held case in the version that was seen', async () => {
      const [first, second] = [await begun(1), await begun(1)]
      const one = staged()
      await stages(first, 1, [one])
      await commits(first)
      const next = staged({ id: one.id, tag: one.tag, version: 2 })
      await stages(second, 1, [next])
      expect(await commits(second)).toEqual([1, 'committed'])
      const rows = await read(
        store,
        CompiledQuery.raw('select version, ciphertext, receipt_hash from sealed_case') as CompiledQuery<Record<string, unknown>>,
      )
      expect(rows).toEqual([{ version: 2, ciphertext: next.ciphertext, receipt_hash: one.receipt_hash }])
    })

    it('P12 begins again for the edition that is open, and is erased when it waits too long', async () => {
      const [id, young] = [await begun(1, '2026-11-20'), await begun(1, '2026-11-21')]
      await stages(id, 1, [staged()])
      await opened('e-2')
      expect((await read(store, importHeld(id, 1)))[0]?.fresh).toBe(0)
      expect(await stages(id, 2, [staged()])).toBe(0)
      await store.batch(restartImport(id, 1))
      expect([(await read(store, importHeld(id, 1)))[0]?.fresh, await counts()]).toEqual([1, [0, 0, 0]])
      expect(await stages(id, 1, [staged()], 'e-2')).toBe(1)
      await store.batch(expireImports('2026-11-21'))
      expect(await counts()).toEqual([0, 1, 1])
      await store.batch(expireImports('2026-11-22'))
      expect([await counts(), await read(store, importHeld(id, 1)), await read(store, importHeld(young, 1))]).toEqual([[0, 0, 0], [], []])
    })
  })
}
