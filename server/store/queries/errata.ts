/** What happens to published figures afterwards: replaced by an erratum, or withdrawn. What readers may hold stays archived. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'
import { type Actor, BY_COMMAND, entered } from './audit.ts'
import { inStatements, type Release, stillHolds } from './releases.ts'

export interface Note {
  readonly en: string
  readonly ja: string
}

export interface CaseSetAge {
  readonly id: string
  readonly kind: 'edition' | 'volume'
  /** Day on which its first figures came. An erratum does not make them younger. */
  readonly day: string
  /** Manifest of the bundle that brought them. */
  readonly manifest: string
}

export const caseSetAges = (ids: readonly string[]): CompiledQuery<CaseSetAge> =>
  sqlFor
    .selectFrom('slice')
    .innerJoin('release', 'release.position', 'slice.release')
    .select(['slice.id', 'slice.kind', 'release.day', 'release.manifest'])
    .where('slice.id', 'in', [...ids])
    .compile()

/** The editions of a volume, oldest first. */
export const editionsOf = (volume: string): CompiledQuery<{ edition: string }> =>
  sqlFor
    .selectFrom('volume_edition')
    .innerJoin('edition', 'edition.id', 'volume_edition.edition')
    .select('volume_edition.edition')
    .where('volume_edition.volume', '=', volume)
    .orderBy('edition.position')
    .compile()

/** Name and checksum of each table that a case set shows now. */
export const shownChecksums = (slice: string): CompiledQuery<{ id: string; checksum: string }> =>
  sqlFor
    .selectFrom('released_table')
    .select(['id', sql<string>`json_extract(json, '$.checksum')`.as('checksum')])
    .where('slice', '=', slice)
    .orderBy('id')
    .compile()

/** Tables of a case set that were withdrawn, with the note that stands in their place. */
export const withdrawnIn = (slice: string): CompiledQuery<{ id: string; note_en: string; note_ja: string }> =>
  sqlFor
    .selectFrom('archived_table')
    .select(['id', 'note_en', 'note_ja'])
    .where('slice', '=', slice)
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .compile()

/** The case sets in which a table was withdrawn, newest first, with their notes. */
export const withdrawnEverywhere = (id: string): CompiledQuery<{ slice: string; note_en: string; note_ja: string }> =>
  sqlFor
    .selectFrom('archived_table')
    .select(['slice', 'note_en', 'note_ja'])
    .where('id', '=', id)
    .where('replaced_by', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('slice')
    .compile()

export interface ArchivedMark {
  readonly slice: string
  readonly id: string
  readonly checksum: string
  readonly day: string
  /** Checksum of the bundle that replaced it; null for a withdrawn one. */
  readonly bundle: string | null
  readonly note_en: string
  readonly note_ja: string
}

/** What is archived of these slices, oldest first, without its figures. */
export const archivedMarks = (slices: readonly string[]): CompiledQuery<ArchivedMark> =>
  sqlFor
    .selectFrom('archived_table')
    .leftJoin('release', 'release.position', 'archived_table.replaced_by')
    .select(['archived_table.slice', 'archived_table.id', 'archived_table.checksum', 'archived_table.day', 'release.checksum as bundle'])
    .select(['archived_table.note_en', 'archived_table.note_ja'])
    .where('archived_table.slice', 'in', [...slices])
    .orderBy('archived_table.day')
    .orderBy('archived_table.slice')
    .orderBy('archived_table.id')
    .orderBy('archived_table.turn')
    .compile()

/** All figures that a reader may hold: what is shown now in any slice, and what was shown before. */
export const everPublished = (): CompiledQuery<{ json: string }> =>
  sql<{ json: string }>`SELECT json FROM released_table UNION ALL SELECT json FROM archived_table`.compile(sqlFor)

export interface Erratum extends Pick<Release, 'checksum' | 'manifest' | 'day' | 'previous' | 'counted' | 'by'> {
  /** Only the tables that change. */
  readonly tables: Release['tables']
  readonly note: Note
  /** Figures of an earlier day are frozen. */
  readonly oldestDay: string
}

/**
 * The first statement changes 1 row exactly when the tables were replaced: the bundle follows the newest one, the counted cases are still
 * those, and every case set in which a table changes is published and not frozen. The second enters it in the audit log, and the others write only
 * then; what is replaced stays archived.
 * A table that was withdrawn meanwhile stays so.
 */
export function replaceTables(erratum: Erratum): readonly CompiledQuery<unknown>[] {
  const { checksum, manifest, day, previous, counted, tables, note, oldestDay } = erratum
  const slices = [...new Set(tables.map(({ slice }) => slice))]
  const first = sql`INSERT INTO release (position, checksum, manifest, day)
    SELECT (SELECT coalesce(max(position), 0) + 1 FROM release), ${checksum}, ${manifest}, ${day}
    WHERE coalesce((SELECT checksum FROM release ORDER BY position DESC LIMIT 1), '') = ${previous ?? ''}
      AND ${sql.join(counted.map(stillHolds), sql` AND `)}
      AND (SELECT count(*) FROM slice JOIN release AS brought ON brought.position = slice.release
        WHERE slice.id IN (${sql.join(slices)}) AND brought.day >= ${oldestDay}) = ${slices.length}
    ON CONFLICT DO NOTHING`
  const names = JSON.stringify(tables.map(({ slice, id }) => [slice, id]))
  // Once for each table and bundle, so that the same erratum sent twice archives nothing that it brought itself.
  const archive = sql`INSERT INTO archived_table (slice, id, turn, checksum, json, day, replaced_by, note_en, note_ja)
    SELECT held.slice, held.id,
      (SELECT count(*) FROM archived_table AS earlier WHERE earlier.slice = held.slice AND earlier.id = held.id) + 1,
      json_extract(held.json, '$.checksum'), held.json, newest.day, newest.position, ${note.en}, ${note.ja}
    FROM json_each(${names}) AS part
    JOIN released_table AS held ON held.slice = json_extract(part.value, '$[0]') AND held.id = json_extract(part.value, '$[1]')
    JOIN release AS newest ON newest.checksum = ${checksum} AND newest.position = (SELECT max(position) FROM release)
    WHERE NOT EXISTS (SELECT 1 FROM archived_table AS done
      WHERE done.slice = held.slice AND done.id = held.id AND done.replaced_by = newest.position)`
  const replace = (part: string) => sql`UPDATE released_table SET json = json_extract(part.value, '$[2]')
    FROM json_each(${part}) AS part, release AS newest
    WHERE released_table.slice = json_extract(part.value, '$[0]') AND released_table.id = json_extract(part.value, '$[1]')
      AND newest.checksum = ${checksum} AND newest.position = (SELECT max(position) FROM release)`
  const entry = entered({ action: 'erratum', ...(erratum.by ?? BY_COMMAND), subject: checksum, day })
  const then = [archive, ...inStatements(tables).map((part) => replace(JSON.stringify(part)))].map((query) => query.compile(sqlFor))
  return [first.compile(sqlFor), entry, ...then]
}

/**
 * The table is no longer shown; its last form stays archived, and the audit log has an entry. The first statement changes 1 row exactly when it was
 * shown until now, and the second as many.
 */
export const withdraw = (
  slice: string,
  id: string,
  day: string,
  note: Note,
  by: Actor = BY_COMMAND,
): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>, CompiledQuery<unknown>] => [
  sql`INSERT INTO archived_table (slice, id, turn, checksum, json, day, replaced_by, note_en, note_ja)
    SELECT slice, id, (SELECT count(*) FROM archived_table AS earlier WHERE earlier.slice = ${slice} AND earlier.id = ${id}) + 1,
      json_extract(json, '$.checksum'), json, ${day}, NULL, ${note.en}, ${note.ja}
    FROM released_table WHERE slice = ${slice} AND id = ${id}`.compile(sqlFor),
  sqlFor.deleteFrom('released_table').where('slice', '=', slice).where('id', '=', id).compile(),
  entered({ action: 'withdraw-table', ...by, subject: slice, day }),
]
