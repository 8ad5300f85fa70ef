/** Published bundles. Written once, whole; read table by table. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { compiledOnce, sqlFor } from '../compile.ts'

export const releasedManifest = (edition: string): CompiledQuery<{ manifest: string }> =>
  sqlFor.selectFrom('release').select('manifest').where('edition', '=', edition).compile()

const table = compiledOnce((slot: { readonly edition: string; readonly id: string }) =>
  sqlFor.selectFrom('released_table').select('json').where('edition', '=', slot.edition).where('id', '=', slot.id),
)

export const releasedTable = (edition: string, id: string): CompiledQuery<{ json: string }> => table({ edition, id })

/** Characters of one statement; in Japanese, three bytes each, well under the 2 MB that D1 takes in one value. */
const PART = 300_000

export interface Release {
  readonly edition: string
  readonly manifest: string
  readonly tables: readonly { readonly id: string; readonly json: string }[]
}

/**
 * The first statement changes 1 row exactly when the bundle was published: the edition is closed, holds as many cases as
 * were counted, and has no release yet. The others write tables only then.
 */
export function publishRelease(release: Release, cases: number): readonly CompiledQuery<unknown>[] {
  const manifest = sqlFor
    .insertInto('release')
    .columns(['edition', 'manifest'])
    .expression(
      sqlFor
        .selectFrom('edition')
        .where('edition.id', '=', release.edition)
        .where('edition.state', '=', 'closed')
        .where(
          ({ selectFrom, fn }) =>
            selectFrom('sealed_case').select(fn.countAll<number>().as('cases')).where('sealed_case.edition', '=', release.edition),
          '=',
          cases,
        )
        .select(({ val, ref }) => [ref('edition.id').as('edition'), val(release.manifest).as('manifest')]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile()
  return [manifest, ...parts(release.tables).map((part) => insertTables(release, part))]
}

/** Rows travel as one JSON text: D1 takes 100 parameters a statement, and one statement a table would be a thousand. */
function insertTables(release: Release, rows: readonly (readonly [string, string])[]): CompiledQuery<unknown> {
  return sqlFor
    .insertInto('released_table')
    .columns(['edition', 'id', 'json'])
    .expression(
      sqlFor
        .selectFrom('release')
        .innerJoin(sql<{ value: string }>`json_each(${JSON.stringify(rows)})`.as('part'), (join) => join.onTrue())
        .where('release.edition', '=', release.edition)
        .where('release.manifest', '=', release.manifest)
        .select([
          'release.edition',
          sql<string>`json_extract(part.value, '$[0]')`.as('id'),
          sql<string>`json_extract(part.value, '$[1]')`.as('json'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile()
}

function parts(tables: Release['tables']): readonly (readonly (readonly [string, string])[])[] {
  const made: (readonly [string, string])[][] = []
  let size = PART
  for (const { id, json } of tables) {
    if (size + json.length > PART) {
      made.push([])
      size = 0
    }
    made.at(-1)?.push([id, json])
    size += json.length
  }
  return made
}
