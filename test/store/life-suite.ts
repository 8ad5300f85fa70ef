/** What a store must do with published figures and sealed cases afterwards, whichever database stands behind it. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { read, type Store } from '../../server/store/port.ts'
import { arrive, type Standing } from '../../server/store/queries/cases.ts'
import { editionCounted, install } from '../../server/store/queries/editions.ts'
import {
  archivedMarks,
  type Erratum,
  everPublished,
  replaceTables,
  shownChecksums,
  withdraw,
  withdrawnIn,
} from '../../server/store/queries/errata.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import { publishRelease, releasedTable } from '../../server/store/queries/releases.ts'
import { destroy, retained } from '../../server/store/queries/retention.ts'
import { hexId, unique } from './distinct.ts'

const sum = (letter: string) => letter.repeat(64)
const json = (letter: string, more = '') => JSON.stringify({ checksum: sum(letter), ja: '表', quote: '"\\?', more })
const NOTE = { en: 'A line stood twice.', ja: '行が重複していました。' }

export function lifeSuite(name: string, fresh: () => Promise<Store>): void {
  describe(`figures and cases afterwards on ${name}`, () => {
    let store: Store
    const opened = (id: string) => store.batch(install({ id, questionnaire: '1.0', fictional: 1, public_key: new Uint8Array(32) }, 0))
    const arrives = async (edition: string, tag = unique()) => {
      const [inserted, remembered, found] = await store.batch(
        arrive({
          id: hexId(),
          edition,
          organisation: 1,
          tag,
          receipt_hash: unique(),
          version: 1,
          month: '2026-03',
          enc: unique(),
          ciphertext: new Uint8Array(272).fill(1),
          lookup: unique(),
          body: unique(),
        }),
      )
      return { tag, stored: inserted.changes, remembered: remembered.changes, standing: found.rows[0] as Standing }
    }
    const shown = async (slice: string, id: string) => (await read(store, releasedTable(slice, id)))[0]?.json
    const held = async () => (await read(store, editionCounted('e-1')))[0]?.cases
    const tags = async () =>
      (await read(store, CompiledQuery.raw('select count(*) as tags from kept_tag') as CompiledQuery<{ tags: number }>))[0]?.tags

    beforeEach(async () => {
      store = await fresh()
      await store.batch(
        registerOrganisation(
          { name: 'Invented Shelter', holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null },
          { hash: unique(), scopes: 'submit', expires: '2030-01' },
        ),
      )
      await opened('e-1')
      await arrives('e-1')
      await arrives('e-1')
      await opened('e-2')
    })
    const publishes = async () =>
      (
        await store.batch(
          publishRelease({
            checksum: sum('a'),
            manifest: '{}',
            day: '2026-04-01',
            previous: null,
            counted: [{ edition: 'e-1', cases: 2 }],
            editions: ['e-1'],
            volume: { id: 'v-1', editions: ['e-1'] },
            tables: [
              { slice: 'e-1', id: 't-1', json: json('1') },
              { slice: 'e-1', id: 't-2', json: json('2') },
              { slice: 'v-1', id: 't-3', json: json('3') },
            ],
          }),
        )
      )[0]?.changes
    const erratum = (letter: string, previous: string, given: Partial<Erratum> = {}): Erratum => ({
      checksum: sum(letter),
      manifest: '{"again":1}',
      day: '2026-05-01',
      previous: sum(previous),
      counted: [{ edition: 'e-1', cases: 2 }],
      tables: [
        { slice: 'e-1', id: 't-1', json: json('6', 'あ'.repeat(200_000)) },
        { slice: 'v-1', id: 't-3', json: json('7', 'あ'.repeat(200_000)) },
      ],
      note: NOTE,
      oldestDay: '2026-01-31',
      ...given,
    })
    const replaces = async (given: Erratum) => (await store.batch(replaceTables(given)))[0]?.changes

    it('P86 replaces whole tables, keeps what stood there, and goes on with the chain', async () => {
      await publishes()
      const given = erratum('b', 'a')
      expect(await replaces(given)).toBe(1)
      expect([await shown('e-1', 't-1'), await shown('e-1', 't-2'), await shown('v-1', 't-3')]).toEqual([
        given.tables[0]?.json,
        json('2'),
        given.tables[1]?.json,
      ])
      const marks = await read(store, archivedMarks(['e-1', 'v-1']))
      expect(marks.map(({ slice, id, checksum, bundle, day }) => [slice, id, checksum, bundle, day])).toEqual([
        ['e-1', 't-1', sum('1'), sum('b'), '2026-05-01'],
        ['v-1', 't-3', sum('3'), sum('b'), '2026-05-01'],
      ])
      expect((await read(store, everPublished())).length).toBe(5)
      expect(await read(store, shownChecksums('e-1'))).toEqual([
        { id: 't-1', checksum: sum('6') },
        { id: 't-2', checksum: sum('2') },
      ])
    })

    it('P86 changes nothing when the same erratum comes twice, late, or after another one', async () => {
      await publishes()
      expect(await replaces(erratum('b', 'a', { oldestDay: '2026-04-02' }))).toBe(0)
      expect(await replaces(erratum('b', 'f'))).toBe(0)
      expect(await replaces(erratum('b', 'a', { counted: [{ edition: 'e-1', cases: 3 }] }))).toBe(0)
      expect([await shown('e-1', 't-1'), (await read(store, archivedMarks(['e-1']))).length]).toEqual([json('1'), 0])
      const first = erratum('b', 'a')
      expect(await replaces(first)).toBe(1)
      expect(await replaces(first)).toBe(0)
      expect((await read(store, archivedMarks(['e-1', 'v-1']))).length).toBe(2)
      // Back to the first form: the same table may be archived several times.
      const back = erratum('c', 'b', { tables: [{ slice: 'e-1', id: 't-1', json: json('1') }] })
      expect(await replaces(back)).toBe(1)
      expect(await replaces(first)).toBe(0)
      expect(await shown('e-1', 't-1')).toBe(json('1'))
      expect((await read(store, archivedMarks(['e-1']))).map(({ checksum }) => checksum)).toEqual([sum('1'), sum('6')])
    })

    it('P86 withdraws a table for good: an erratum does not bring it back', async () => {
      await publishes()
      const gone = async (id: string) => (await store.batch(withdraw('e-1', id, '2027-01-01', NOTE)))[0].changes
      expect([await gone('t-1'), await gone('t-1'), await gone('other')]).toEqual([1, 0, 0])
      expect(await shown('e-1', 't-1')).toBeUndefined()
      expect(await read(store, withdrawnIn('e-1'))).toEqual([{ id: 't-1', note_en: NOTE.en, note_ja: NOTE.ja }])
      expect(await replaces(erratum('b', 'a'))).toBe(1)
      expect([await shown('e-1', 't-1'), (await shown('v-1', 't-3')) !== json('3')]).toEqual([undefined, true])
    })

    it('P40 destroys cases only when their crosstabs are frozen and their time is over, and keeps their tags', async () => {
      const ends = async (oldestDay: string, keptFrom: string, edition = 'e-1') =>
        (await store.batch(destroy({ edition, day: '2028-06-01', oldestDay, keptFrom }))).map(({ changes }) => changes)
      const late = '2028-03-01'
      expect(await ends(late, '2026-04')).toEqual([0, 0, 0, 0, 0, 0, 0])
      await publishes()
      expect(await ends('2026-04-01', '2026-04')).toEqual([0, 0, 0, 0, 0, 0, 0])
      expect(await ends(late, '2026-03')).toEqual([0, 0, 0, 0, 0, 0, 0])
      expect(await ends(late, '2026-04', 'e-2')).toEqual([0, 0, 0, 0, 0, 0, 0])
      expect([await held(), await tags()]).toEqual([2, 0])
      expect(await read(store, retained('e-1'))).toEqual([{ lastMonth: '2026-03', crosstabs: '2026-04-01', destroyed: null }])
      expect(await ends(late, '2026-04')).toEqual([1, 1, 2, 2, 0, 0, 2])
      expect(await ends(late, '2026-04')).toEqual([0, 0, 0, 0, 0, 0, 0])
      expect([await held(), await tags()]).toEqual([0, 2])
      expect(await read(store, retained('e-1'))).toEqual([{ lastMonth: null, crosstabs: '2026-04-01', destroyed: '2028-06-01' }])
    })

    it('R20 knows the case reference of a destroyed case, and stores nothing', async () => {
      const { tag } = await arrives('e-2')
      await opened('e-3')
      await store.batch([
        CompiledQuery.raw('insert into kept_tag (tag) values (?)', [tag]),
        CompiledQuery.raw("delete from sealed_case where edition = 'e-2'"),
      ])
      const again = await arrives('e-3', tag)
      expect([again.stored, again.remembered, again.standing.held, again.standing.destroyed]).toEqual([0, 0, null, 1])
      const other = await arrives('e-3')
      expect([other.stored, other.standing.destroyed]).toEqual([1, null])
    })
  })
}
