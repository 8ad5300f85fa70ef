/** Published bundles. Written once, whole; read table by table. */
import type { CompiledQuery, SqlBool } from 'kysely'
import { sql } from 'kysely'
import { compiledOnce, sqlFor } from '../compile.ts'
import { type Actor, BY_COMMAND, entered } from './audit.ts'

/** The newest published bundle, if there is one. */
export const newestRelease = (): CompiledQuery<{ position: number; checksum: string }> =>
  sqlFor.selectFrom('release').select(['position', 'checksum']).orderBy('position', 'desc').limit(1).compile()

/** A published bundle by its checksum. */
export const releaseNamed = (checksum: string): CompiledQuery<{ position: number }> =>
  sqlFor.selectFrom('release').select('position').where('checksum', '=', checksum).compile()

/** The bundle that brought the figures of an edition or volume. */
export const releasedManifest = (slice: string): CompiledQuery<{ manifest: string; day: string }> =>
  sqlFor
    .selectFrom('slice')
    .innerJoin('release', 'release.position', 'slice.release')
    .select(['release.manifest', 'release.day'])
    .where('slice.id', '=', slice)
    .compile()

/** Editions and volumes that have figures, oldest first. */
export const publishedCaseSets = (): CompiledQuery<{ id: string; kind: 'edition' | 'volume' }> =>
  sqlFor.selectFrom('slice').select(['id', 'kind']).orderBy('release').orderBy('id').compile()

/** The volume that holds the crosstabs of an edition. */
export const volumeOf = (edition: string): CompiledQuery<{ volume: string }> =>
  sqlFor.selectFrom('volume_edition').select('volume').where('edition', '=', edition).compile()

const table = compiledOnce((slot: { readonly slice: string; readonly id: string }) =>
  sqlFor.selectFrom('released_table').select('json').where('slice', '=', slot.slice).where('id', '=', slot.id),
)

export const releasedTable = (slice: string, id: string): CompiledQuery<{ json: string }> => table({ slice, id })

/** One table in every case set that has it, oldest first. */
export const releasedEverywhere = (id: string): CompiledQuery<{ json: string }> =>
  sqlFor
    .selectFrom('released_table')
    .innerJoin('slice', 'slice.id', 'released_table.slice')
    .select('released_table.json')
    .where('released_table.id', '=', id)
    .orderBy('slice.release')
    .orderBy('slice.id')
    .compile()

/** Names of the tables of a case set that readers may still ask for. */
export const releasedIds = (slice: string): CompiledQuery<{ id: string }> =>
  sqlFor.selectFrom('released_table').select('id').where('slice', '=', slice).compile()

/** All tables of a case set in the order of their names. */
export const releasedTables = (slice: string): CompiledQuery<{ json: string }> =>
  sqlFor.selectFrom('released_table').select('json').where('slice', '=', slice).orderBy('id').compile()

/** The same with their names. */
export const releasedNamedTables = (slice: string): CompiledQuery<{ id: string; json: string }> =>
  sqlFor.selectFrom('released_table').select(['id', 'json']).where('slice', '=', slice).orderBy('id').compile()

/** Characters of one statement; in Japanese, three bytes each, well under the 2 MB that D1 takes in one value. */
const PART = 300_000

export interface Release {
  readonly checksum: string
  readonly manifest: string
  readonly day: string
  /** Checksum of the newest bundle published before. */
  readonly previous: string | null
  /** Every edition whose cases were counted, and how many it held: if one holds others now, nothing is published. */
  readonly counted: readonly { readonly edition: string; readonly cases: number }[]
  readonly editions: readonly string[]
  readonly volume: { readonly id: string; readonly editions: readonly string[] } | null
  readonly tables: readonly { readonly slice: string; readonly id: string; readonly json: string }[]
  /** Who publishes; a command unless it is said. */
  readonly by?: Actor
}

/**
 * The first statement changes 1 row exactly when the bundle was published: it follows the newest one, every counted edition is
 * closed and holds as many cases as were counted, and none of its slices has figures yet. The second enters it in the audit log, and all others
 * write only then.
 */
export function publishRelease(release: Release): readonly CompiledQuery<unknown>[] {
  const slices = [
    ...release.editions.map((id) => ({ id, kind: 'edition' as const })),
    ...(release.volume ? [{ id: release.volume.id, kind: 'volume' as const }] : []),
  ]
  const first = sqlFor
    .insertInto('release')
    .columns(['position', 'checksum', 'manifest', 'day'])
    .expression(
      sqlFor
        .selectNoFrom(({ val, selectFrom }) => [
          selectFrom('release as before').select(sql<number>`coalesce(max(before.position), 0) + 1`.as('position')).as('position'),
          val(release.checksum).as('checksum'),
          val(release.manifest).as('manifest'),
          val(release.day).as('day'),
        ])
        .where(
          sql<string>`coalesce((SELECT newest.checksum FROM release AS newest ORDER BY newest.position DESC LIMIT 1), '')`,
          '=',
          release.previous ?? '',
        )
        .where(({ and }) => and(release.counted.map(stillHolds)))
        .where(({ not, exists, selectFrom, val }) =>
          not(
            exists(
              selectFrom('slice')
                .select(val(1).as('one'))
                .where(
                  'slice.id',
                  'in',
                  slices.map(({ id }) => id),
                ),
            ),
          ),
        )
        .where(({ not, exists, selectFrom, val }) =>
          not(
            exists(
              selectFrom('volume_edition')
                .select(val(1).as('one'))
                .where('volume_edition.edition', 'in', release.volume?.editions.length ? [...release.volume.editions] : ['']),
            ),
          ),
        ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile()
  return [
    first,
    entered({ action: 'publish', ...(release.by ?? BY_COMMAND), subject: release.checksum, day: release.day }),
    ...slices.map(({ id, kind }) => listCaseSet(release, id, kind)),
    ...(release.volume?.editions.map((edition) => joinVolume(release, edition, release.volume?.id ?? '')) ?? []),
    ...inStatements(release.tables).map((part) => insertTables(release, part)),
  ]
}

/** As a condition: the edition is closed and holds as many cases as were counted. */
export const stillHolds = ({ edition, cases }: Release['counted'][number]) =>
  sql<SqlBool>`EXISTS (SELECT 1 FROM edition WHERE edition.id = ${edition} AND edition.state = 'closed')
    AND (SELECT count(*) FROM sealed_case WHERE sealed_case.edition = ${edition}) = ${cases}`

/** The case set stands in the list only if this very bundle was published. */
const listCaseSet = ({ checksum }: Release, id: string, kind: 'edition' | 'volume') =>
  sql`INSERT INTO slice (id, kind, release) SELECT ${id}, ${kind}, position FROM release WHERE checksum = ${checksum}
    ON CONFLICT DO NOTHING`.compile(sqlFor)

const joinVolume = ({ checksum }: Release, edition: string, volume: string) =>
  sql`INSERT INTO volume_edition (edition, volume) SELECT ${edition}, ${volume} FROM release WHERE checksum = ${checksum}
    ON CONFLICT DO NOTHING`.compile(sqlFor)

/** Rows travel as one JSON text: D1 takes 100 parameters a statement, and one statement a table would be a thousand. */
function insertTables(release: Release, rows: readonly (readonly [string, string, string])[]): CompiledQuery<unknown> {
  return sqlFor
    .insertInto('released_table')
    .columns(['slice', 'id', 'json'])
    .expression(
      sqlFor
        .selectFrom('release')
        .innerJoin(sql<{ value: string }>`json_each(${JSON.stringify(rows)})`.as('part'), (join) => join.onTrue())
        .where('release.checksum', '=', release.checksum)
        .select([
          sql<string>`json_extract(part.value, '$[0]')`.as('slice'),
          sql<string>`json_extract(part.value, '$[1]')`.as('id'),
          sql<string>`json_extract(part.value, '$[2]')`.as('json'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile()
}

export function inStatements(tables: Release['tables']): readonly (readonly (readonly [string, string, string])[])[] {
  const made: (readonly [string, string, string])[][] = []
  let size = PART
  for (const { slice, id, json } of tables) {
    if (size + json.length > PART) {
      made.push([])
      size = 0
    }
    made.at(-1)?.push([slice, id, json])
    size += json.length
  }
  return made
}
