/** Tags that the server made itself: told from others, translated, counted, whichever database stands behind it. */
import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { read, type Store } from '../../server/store/port.ts'
import { earlierCases, earlierTombstones, translateTags } from '../../server/store/queries/earlier-tags.ts'
import { addPublicKeys } from '../../server/store/queries/public-keys.ts'
import { destroy } from '../../server/store/queries/retention.ts'
import { carryOut } from '../../server/store/queries/withdrawals.ts'

/** Before tags of before were told from others. */
const BEFORE = 10

const tag = (fill: number) => new Uint8Array(32).fill(fill)
const hex = (fill: number) => Buffer.from(tag(fill)).toString('hex')
const id = (fill: number) => Buffer.from(new Uint8Array(16).fill(fill)).toString('hex')
const write = (sql: string, ...values: readonly unknown[]) => CompiledQuery.raw(sql, [...values])

const NETWORK = [
  write("insert into edition (id, position, state, questionnaire, fictional, public_key) values ('e-1', 1, 'open', '1.0', 1, ?)", tag(1)),
  write("insert into organisation (id, name) values (1, 'Invented Shelter'), (2, 'Invented Union')"),
]
const held = (organisation: number, fill: number) =>
  write(
    "insert into sealed_case (id, edition, organisation, tag, receipt_hash, version, month, enc, ciphertext) values (?, 'e-1', ?, ?, ?, 1, '2026-11', ?, ?)",
    ...[id(fill), organisation, tag(fill), tag(fill), tag(fill), new Uint8Array(272)],
  )
const import1 = write(
  "insert into import_file (id, organisation, rows, existing, state, edition, day) values (?, 1, 9, 'refuse', 'waiting', 'e-1', '2026-11-21')",
  id(99),
)
const staged = (fill: number) =>
  write(
    "insert into staged_case (import, id, tag, receipt_hash, version, month, enc, ciphertext) values (?, ?, ?, ?, 1, '2026-11', ?, ?)",
    ...[id(99), id(fill), tag(fill), tag(fill), tag(fill), new Uint8Array(272)],
  )

export function earlierTagsSuite(
  name: string,
  fresh: () => Promise<Store> | Store,
  grown: (migrations: number, statements: readonly CompiledQuery<unknown>[]) => Promise<Store>,
) {
  const tagsIn = async (store: Store, table: string) =>
    (await read(store, write(`select lower(hex(tag)) as tag from ${table} order by tag`) as CompiledQuery<{ tag: string }>)).map(
      (row) => row.tag,
    )

  describe(`tags of before: ${name}`, () => {
    it('P44 P64 every tag of a database of before is one', async () => {
      const store = await grown(BEFORE, [
        ...NETWORK,
        import1,
        held(1, 10),
        staged(11),
        write('insert into withdrawal_request (tag) values (?)', tag(10)),
        write('insert into withdrawn_case (tag) values (?)', tag(12)),
        write('insert into kept_tag (tag) values (?)', tag(13)),
      ])
      expect(await tagsIn(store, 'earlier_tag')).toEqual([hex(10), hex(11), hex(12), hex(13)])
    })

    it('P64 what an organisation without keys sends stands under tags of the server, also once it is withdrawn, destroyed, or keys come', async () => {
      const store = await fresh()
      await store.batch([...NETWORK, import1, held(1, 10), held(1, 11), held(2, 12), held(2, 13), staged(14)])
      await store.batch(carryOut([tag(10), tag(12)], '2026-11'))
      expect(await tagsIn(store, 'earlier_tag')).toEqual([hex(10), hex(12)])
      await store.batch(addPublicKeys({ organisation: 1, generation: 1, signing: tag(1), statements: tag(2) }))
      expect(await tagsIn(store, 'earlier_tag')).toEqual([hex(10), hex(11), hex(12), hex(14)])
      // What comes from now on is signed.
      await store.batch([held(1, 15)])
      await store.batch(addPublicKeys({ organisation: 1, generation: 2, signing: tag(3), statements: tag(4) }))
      await store.batch(carryOut([tag(15)], '2026-11'))
      expect(await read(store, earlierCases())).toMatchObject([
        { organisation: 1, cases: 1 },
        { organisation: 2, cases: 1 },
      ])
      expect(await read(store, earlierTombstones())).toEqual([{ withdrawn: 2, destroyed: 0 }])
      await store.batch([
        write("update edition set state = 'closed'"),
        write("insert into release (position, checksum, manifest, day) values (1, ?, '{}', '2020-01-01')", hex(1)),
        write("insert into slice (id, kind, release) values ('v-1', 'volume', 1)"),
        write("insert into volume_edition (edition, volume) values ('e-1', 'v-1')"),
      ])
      const outcomes = await store.batch(destroy({ edition: 'e-1', day: '2030-01-01', oldestDay: '2029-01-01', keptFrom: '2029-01' }))
      expect(outcomes.at(-1)?.changes).toBe(2)
      expect(await read(store, earlierTombstones())).toEqual([{ withdrawn: 2, destroyed: 2 }])
    })

    it('P64 a translation moves own cases alone, and tombstones of before stay beside the new ones', async () => {
      const store = await fresh()
      await store.batch([...NETWORK, import1, held(1, 10), held(2, 11), staged(12)])
      await store.batch([
        held(1, 13),
        held(1, 14),
        write('insert into withdrawn_case (tag) values (?)', tag(15)),
        write('insert into kept_tag (tag) values (?)', tag(16)),
      ])
      await store.batch([write('insert into withdrawal_request (tag) values (?)', tag(13))])
      await store.batch(
        ['sealed_case', 'staged_case', 'withdrawn_case', 'kept_tag'].map((table) =>
          write(`insert into earlier_tag select tag from ${table}`),
        ),
      )
      const pairs = [10, 11, 12, 13, 15, 16, 17].map((fill) => ({ before: hex(fill), after: hex(fill + 100) }))
      expect((await store.batch(translateTags(1, pairs))).at(-1)?.changes).toBe(5)
      expect(await tagsIn(store, 'sealed_case')).toEqual([hex(11), hex(14), hex(110), hex(113)])
      expect(await tagsIn(store, 'staged_case')).toEqual([hex(112)])
      expect(await tagsIn(store, 'withdrawal_request')).toEqual([hex(13), hex(113), hex(115)])
      expect(await tagsIn(store, 'withdrawn_case')).toEqual([hex(15)])
      expect(await tagsIn(store, 'kept_tag')).toEqual([hex(116)])
      expect(await tagsIn(store, 'earlier_tag')).toEqual([hex(11), hex(14)])
      expect((await store.batch(translateTags(1, pairs))).at(-1)?.changes).toBe(0)
      // One translation of each tag of before: no second tag is withdrawn with it.
      await store.batch(translateTags(1, [{ before: hex(15), after: hex(215) }]))
      expect(await tagsIn(store, 'withdrawal_request')).toEqual([hex(13), hex(113), hex(115)])
      // A reference that was sent again under its new tag before: both stay, and the one of before is still counted.
      await store.batch([held(1, 114)])
      expect((await store.batch(translateTags(1, [{ before: hex(14), after: hex(114) }]))).at(-1)?.changes).toBe(0)
      expect(await tagsIn(store, 'earlier_tag')).toEqual([hex(11), hex(14)])
    })

    it('P64 P31 the tag of a case of another organisation is never the new one, and the case is not withdrawn', async () => {
      const store = await fresh()
      await store.batch([...NETWORK, import1, held(2, 20), staged(21)])
      await store.batch([10, 11].map((fill) => write('insert into withdrawn_case (tag) values (?)', tag(fill))))
      await store.batch([write('insert into earlier_tag select tag from withdrawn_case')])
      await store.batch(translateTags(1, [{ before: hex(10), after: hex(20) }]))
      await store.batch(translateTags(2, [{ before: hex(11), after: hex(21) }]))
      expect(await tagsIn(store, 'withdrawal_request')).toEqual([])
      expect(await tagsIn(store, 'earlier_tag')).toEqual([hex(10), hex(11)])
    })
  })
}
