/** What a store must do, whichever database stands behind it. Run on better-sqlite3 and on D1 in real workerd. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { COLUMNS } from '../../server/store/columns.ts'
import { editionDigest } from '../../server/store/edition-digest.ts'
import { read, type Store } from '../../server/store/port.ts'
import { arrive, type SealedCase, type Standing, sealedCasesAfter } from '../../server/store/queries/cases.ts'
import { editionCounted, editionsListed, install, openEdition } from '../../server/store/queries/editions.ts'
import { contributors, keyHolder, registerOrganisation } from '../../server/store/queries/organisations.ts'
import { publishRelease, releasedManifest, releasedTable, volumeOf } from '../../server/store/queries/releases.ts'
import { sealedCases } from '../../server/store/sealed-edition.ts'
import { arrival, unique } from './distinct.ts'

const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill)

const edition = (id: string) => ({ id, questionnaire: '1.0', fictional: 1, public_key: bytes(32, 3) })
const organisation = { name: 'Invented Shelter', holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null }
const key = (hash = unique()) => ({ hash, scopes: 'submit', expires: '2030-01' })

interface Request {
  readonly lookup: Uint8Array
  readonly body: Uint8Array
}

const arriving = (given: Partial<SealedCase & Request> = {}) => arrival(given)

export function storeSuite(name: string, fresh: () => Promise<Store>): void {
  describe(`store on ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await fresh()
      await store.batch(registerOrganisation(organisation, key()))
    })
    const opened = async (id: string, smallest = 0, others = 0) =>
      (await store.batch(install(edition(id), smallest, others)))[1].changes === 1
    const arrives = async (given: Partial<SealedCase & Request> = {}) => {
      const one = arriving(given)
      const [inserted, remembered, found] = await store.batch(arrive(one))
      return { ...one, stored: inserted.changes, remembered: remembered.changes, standing: found.rows[0] as Standing }
    }
    const held = async (id = 'e-1') => (await read(store, editionCounted(id)))[0]?.cases

    it('P02 has exactly the columns that are listed and explained', async () => {
      const rows = await read(
        store,
        CompiledQuery.raw(
          "select m.name as table_name, p.name as column_name from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\' and m.name not like 'd1\\_%' escape '\\' and m.name not like '\\_cf%' escape '\\'",
        ) as CompiledQuery<{ table_name: string; column_name: string }>,
      )
      const present = rows.map(({ table_name, column_name }) => `${table_name}.${column_name}`).sort()
      const listed = Object.entries(COLUMNS).flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`))
      expect(present).toEqual(listed.sort())
    })

    it('keeps a case and the memory of its request together', async () => {
      await opened('e-1')
      const { stored, remembered, standing } = await arrives()
      expect({ stored, remembered }).toEqual({ stored: 1, remembered: 1 })
      expect(standing.held).toBe('open')
      expect(await held()).toBe(1)
    })

    it('P11 recognises a request sent again and stores nothing', async () => {
      await opened('e-1')
      const first = await arrives()
      const again = await arrives({ ...first, enc: bytes(32, 9) })
      expect({ stored: again.stored, remembered: again.remembered }).toEqual({ stored: 0, remembered: 0 })
      expect(again.standing.body).toEqual(first.body)
      expect(await held()).toBe(1)
    })

    it('P11 shows the first body to a request with another one', async () => {
      await opened('e-1')
      const { lookup, body, id } = await arrives()
      const other = await arrives({ lookup, id, body: unique() })
      expect(other.stored).toBe(0)
      expect(other.standing.body).toEqual(body)
    })

    it('P11 takes one of sixty-four that arrive in one batch', async () => {
      await opened('e-1')
      const one = arriving()
      const outcomes = await store.batch(Array.from({ length: 64 }, () => arrive(one)).flat())
      const stored = outcomes.filter((_, index) => index % 4 === 0).reduce((sum, { changes }) => sum + changes, 0)
      expect(stored).toBe(1)
      expect(await held()).toBe(1)
    })

    it('R20 refuses a case reference that is held, and says in which state its edition is', async () => {
      await opened('e-1')
      const { tag } = await arrives()
      const twice = await arrives({ tag })
      expect({ stored: twice.stored, remembered: twice.remembered, held: twice.standing.held }).toEqual({
        stored: 0,
        remembered: 0,
        held: 'open',
      })
      await opened('e-2')
      const later = await arrives({ tag, edition: 'e-2' })
      expect({ stored: later.stored, held: later.standing.held }).toEqual({ stored: 0, held: 'closed' })
    })

    it('takes nothing into an edition that is closed meanwhile, and names the open one', async () => {
      await opened('e-1')
      await arrives()
      await opened('e-2')
      const late = await arrives({ edition: 'e-1' })
      expect({ stored: late.stored, remembered: late.remembered, open: late.standing.open }).toEqual({
        stored: 0,
        remembered: 0,
        open: 'e-2',
      })
    })

    it('applies a batch as a whole or not at all', async () => {
      await opened('e-1')
      const broken = arriving({ ciphertext: bytes(271, 2) })
      await expect(store.batch([...arrive(arriving()), ...arrive(broken)])).rejects.toThrow()
      expect(await held()).toBe(0)
    })

    it('P89 closes an edition only with enough cases beside those of any one organisation or holding', async () => {
      for (const holding of ['Invented Umbrella', 'Invented Umbrella', null])
        await store.batch(registerOrganisation({ ...organisation, name: `${unique()}`, holding }, key()))
      await opened('e-1')
      for (const sender of [1, 2, 2, 3, 3]) await arrives({ organisation: sender })
      expect(await opened('e-2', 5, 2)).toBe(false)
      await arrives({ organisation: 4 })
      expect(await opened('e-2', 5, 3)).toBe(false)
      expect(await opened('e-2', 5, 2)).toBe(true)
    })

    it('closes an edition only with enough cases, and only when the next opens in the same breath', async () => {
      expect(await opened('e-1', 2)).toBe(true)
      await arrives()
      expect(await opened('e-2', 2)).toBe(false)
      expect((await read(store, openEdition()))[0]?.id).toBe('e-1')
      await arrives()
      expect(await opened('e-1', 2)).toBe(false)
      expect((await read(store, openEdition()))[0]?.id).toBe('e-1')
      expect(await opened('e-2', 2)).toBe(true)
      const states = (await read(store, editionsListed())).map(({ id, state }) => `${id} ${state}`)
      expect(states).toEqual(['e-2 open', 'e-1 closed'])
    })

    it('reads sealed cases back as bytes, page by page in the order of their ids', async () => {
      await opened('e-1')
      const ids = ['c', 'a', 'b'].map((letter) => letter.repeat(32))
      for (const id of ids) await arrives({ id, ciphertext: bytes(272, 200) })
      const [first] = await read(store, sealedCasesAfter('e-1', '', 1))
      expect(first).toMatchObject({ id: ids[1], organisation: 1, version: 1, enc: bytes(32, 1), ciphertext: bytes(272, 200) })
      expect(first?.tag).toHaveLength(32)
      const all: string[] = []
      for await (const { id } of sealedCases(store, 'e-1')) all.push(id)
      expect(all).toEqual([...ids].sort())
    })

    it('finds the holder of a key, and lets a name be registered twice without a second organisation', async () => {
      const hash = unique()
      await store.batch(
        registerOrganisation(
          { ...organisation, holding: 'Umbrella', record_rule: 'Rule 3', record_rule_year: 2019, record_rule_approver: 'Board' },
          key(hash),
        ),
      )
      expect((await read(store, keyHolder(hash)))[0]).toEqual({
        organisation: 1,
        scopes: 'submit',
        expires: '2030-01',
        record_rule_year: 2019,
      })
      expect(await read(store, keyHolder(unique()))).toEqual([])
      await opened('e-1')
      await arrives()
      expect(await read(store, contributors('e-1'))).toEqual([{ id: 1, holding: 'Umbrella' }])
    })

    it('makes one digest of ids and versions, whatever the order of arrival', async () => {
      const keyOf = (digests: number) => ({ ledger: bytes(32, 4), digests: bytes(32, digests) })
      await opened('e-1')
      await arrives({ id: 'b'.repeat(32) })
      const one = await editionDigest(store, keyOf(5), 'e-1')
      await arrives({ id: 'a'.repeat(32) })
      const two = await editionDigest(store, keyOf(5), 'e-1')
      expect([one.cases, two.cases]).toEqual([1, 2])
      expect(new Set([one.digest, two.digest, (await editionDigest(store, keyOf(6), 'e-1')).digest]).size).toBe(3)
    })

    it('publishes a bundle whole, once, of a closed edition that holds what was counted', async () => {
      await opened('e-1')
      await arrives()
      const tables = Array.from({ length: 30 }, (_, index) => ({
        id: `t-${index}`,
        json: JSON.stringify({ ja: 'あ'.repeat(40_000), index, quote: '"\\?' }),
      }))
      const release = (checksum: string, previous: string | null, cases: number, slices: readonly string[]) => ({
        checksum: checksum.repeat(64),
        manifest: `{"made":"${checksum}"}`,
        day: '2026-11-21',
        previous: previous?.repeat(64) ?? null,
        counted: [{ edition: 'e-1', cases }],
        editions: slices,
        volume: { id: `volume-${slices[0]}`, editions: ['e-1'] },
        tables: slices.flatMap((slice) => tables.map((table) => ({ ...table, slice }))),
      })
      const publishes = async (given: ReturnType<typeof release>) => (await store.batch(publishRelease(given)))[0]?.changes
      expect(await publishes(release('a', null, 1, ['e-1']))).toBe(0)
      await opened('e-2')
      expect(await publishes(release('a', null, 2, ['e-1']))).toBe(0)
      expect(await publishes(release('a', 'f', 1, ['e-1']))).toBe(0)
      expect(await read(store, releasedTable('e-1', 't-0'))).toEqual([])
      expect(await publishes(release('a', null, 1, ['e-1']))).toBe(1)
      expect(await publishes(release('b', null, 1, ['e-2']))).toBe(0)
      expect(await publishes(release('b', 'a', 1, ['e-1']))).toBe(0)
      expect(await publishes(release('b', 'a', 1, ['other']))).toBe(0)
      expect((await read(store, releasedManifest('e-1')))[0]?.manifest).toBe('{"made":"a"}')
      expect((await read(store, volumeOf('e-1')))[0]?.volume).toBe('volume-e-1')
      expect((await read(store, releasedTable('e-1', 't-29')))[0]?.json).toBe(tables[29]?.json)
      expect(await read(store, releasedTable('e-1', 'other'))).toEqual([])
      expect((await read(store, editionsListed())).find(({ id }) => id === 'e-1')?.published).toBe(1)
    })
  })
}
