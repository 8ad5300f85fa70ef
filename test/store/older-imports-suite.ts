/** What becomes of imports and cases that an older version took in, whichever database stands behind it. */
import { CompiledQuery } from 'kysely'
import { expect, it } from 'vitest'
import { read, type Store } from '../../server/store/port.ts'
import { importHeld, openImports, partsHeld } from '../../server/store/queries/imports.ts'
import { hexId, unique } from './distinct.ts'

/** Before sizes were left out of what is committed. */
const BEFORE = 6

type Statements = readonly CompiledQuery<unknown>[]

/** @param grown a database to which these statements were done after its first migrations, and then all the others */
export function olderImportsSuite(name: string, grown: (migrations: number, statements: Statements) => Promise<Store>): void {
  it(`P02 P44 empties the sizes of committed imports, keeps those of waiting ones, and keeps cases in their layout, on ${name}`, async () => {
    const [waits, done] = [hexId(), hexId()]
    const write = (sql: string, ...values: readonly unknown[]) => CompiledQuery.raw(sql, [...values])
    const store = await grown(BEFORE, [
      write("insert into organisation (id, name) values (1, 'Invented Shelter')"),
      write(
        "insert into edition (id, position, state, questionnaire, fictional, public_key) values ('e-1', 1, 'open', '1.0', 1, zeroblob(32))",
      ),
      write("insert into import_file values (?, 1, 9, 'replace', 'waiting', 'e-1', '2026-11-21')", waits),
      write("insert into import_file values (?, 1, 5, 'refuse', 'committed', 'e-1', null)", done),
      ...[waits, done].map((id) => write('insert into import_part values (?, 1, ?, 5, 3, 1)', id, unique())),
      write(
        "insert into staged_case (import, id, tag, receipt_hash, version, month, enc, ciphertext) values (?, ?, ?, ?, 1, '2026-11', ?, zeroblob(272))",
        ...[waits, hexId(), unique(), unique(), unique()],
      ),
      write(
        "insert into sealed_case (id, edition, organisation, tag, receipt_hash, version, month, enc, ciphertext) values (?, 'e-1', 1, ?, ?, 3, '2026-11', ?, zeroblob(272))",
        ...[hexId(), unique(), unique(), unique()],
      ),
    ])
    expect(await read(store, importHeld(waits, 1))).toEqual([{ rows: 9, existing: 'replace', state: 'waiting', fresh: 1 }])
    expect(await read(store, importHeld(done, 1))).toEqual([{ rows: null, existing: 'refuse', state: 'committed', fresh: 1 }])
    expect(await read(store, partsHeld(waits))).toMatchObject([{ part: 1, rows: 5, stored: 3, replaced: 1 }])
    expect(await read(store, partsHeld(done))).toMatchObject([{ part: 1, rows: null, stored: null, replaced: null }])
    expect(await read(store, openImports(1))).toEqual([{ imports: 1, rows: 9 }])
    expect(
      await read(store, CompiledQuery.raw('select count(*) as staged from staged_case') as CompiledQuery<{ readonly staged: number }>),
    ).toEqual([{ staged: 1 }])
    expect(
      await read(
        store,
        CompiledQuery.raw(
          'select edition.layout, version, length(ciphertext) as bytes from sealed_case join edition on edition.id = edition',
        ) as CompiledQuery<object>,
      ),
    ).toEqual([{ layout: 1, version: 3, bytes: 272 }])
    for (const table of ['sealed_case', 'staged_case']) {
      await store.batch([write(`update ${table} set ciphertext = zeroblob(400)`)])
      await expect(store.batch([write(`update ${table} set ciphertext = zeroblob(384)`)])).rejects.toThrow()
    }
    const oversize = write('update import_file set rows = 5 where id = ?', done)
    await expect(store.batch([oversize])).rejects.toThrow()
  })
}
