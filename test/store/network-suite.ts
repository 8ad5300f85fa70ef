/** The network as the database lists it, and statements, on every database that we run on. */
import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { networkListed } from '../../server/store/network.ts'
import { read, type Store } from '../../server/store/port.ts'
import { keepStatement, statementsOfEdition, statementTo } from '../../server/store/queries/statements.ts'

const bytes = (fill: number, length = 32) => new Uint8Array(length).fill(fill)

export function networkSuite(name: string, fresh: () => Promise<Store> | Store) {
  const run = (store: Store, sql: string, ...parameters: unknown[]) => store.batch([CompiledQuery.raw(sql, parameters)])
  const network = async () => {
    const store = await fresh()
    await run(
      store,
      "INSERT INTO edition (id, position, state, questionnaire, fictional, public_key, layout) VALUES ('2026-1', 1, 'closed', '1.0', 1, ?, 1), ('2026-2', 2, 'open', '1.0', 1, ?, 2)",
      ...[bytes(1), bytes(2)],
    )
    await run(
      store,
      "INSERT INTO organisation (id, name, holding) VALUES (1, 'Invented Shelter', NULL), (2, 'Invented Union', 'Invented Umbrella')",
    )
    const key =
      'INSERT INTO organisation_public_key (organisation, generation, signing, statements, first_edition, last_edition) VALUES (?, ?, ?, ?, ?, ?)'
    await run(store, key, 2, 2, bytes(5), bytes(6), '2026-2', null)
    await run(store, key, 2, 1, bytes(3), bytes(4), null, '2026-2')
    return store
  }

  describe(`the network: ${name}`, () => {
    it('P64 lists editions in order, organisations by number and their keys by generation', async () => {
      const hex = (fill: number) => Buffer.from(bytes(fill)).toString('hex')
      expect(await networkListed(await network())).toEqual({
        editions: [
          { id: '2026-1', public_key: hex(1), layout: 1 },
          { id: '2026-2', public_key: hex(2), layout: 2 },
        ],
        organisations: [
          { number: 1, name: 'Invented Shelter', holding: null, keys: [] },
          {
            number: 2,
            name: 'Invented Union',
            holding: 'Invented Umbrella',
            keys: [
              { generation: 1, signing: hex(3), statements: hex(4), first_edition: null, last_edition: '2026-2' },
              { generation: 2, signing: hex(5), statements: hex(6), first_edition: '2026-2', last_edition: null },
            ],
          },
        ],
      })
    })

    it('P64 keeps the first statement of an edition to an organisation, whatever its length', async () => {
      const store = await network()
      const long = bytes(7, 100_000)
      const row = { edition: '2026-1', organisation: 2, enc: bytes(8), ciphertext: long }
      await store.batch([keepStatement(row), keepStatement({ ...row, organisation: 1 }), keepStatement({ ...row, ciphertext: bytes(9) })])
      expect((await read(store, statementsOfEdition('2026-1'))).map(({ organisation }) => organisation)).toEqual([1, 2])
      const [kept] = await read(store, statementTo('2026-1', 2))
      expect([new Uint8Array(kept!.enc), new Uint8Array(kept!.ciphertext)]).toEqual([bytes(8), long])
      expect(await read(store, statementTo('2026-2', 2))).toEqual([])
    })
  })
}
