/** Files that come in parts: staged where nobody counts, moved by one commit, erased when nobody goes on. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import type { Existing } from '../../../survey-schema/partner-files/import-parts.ts'
import { toHex } from '../../sealing/bytes.ts'
import { sqlFor } from '../compile.ts'
import type { EditionState, StoreTables } from '../schema.ts'
import { enteredAtIntake } from './audit.ts'

type ImportFile = StoreTables['import_file']
export type StagedCase = Omit<StoreTables['staged_case'], 'import'>
export type ImportPartRow = Omit<StoreTables['import_part'], 'import'>
/** A part of a file that waits. */
type WaitingPart = { readonly [Column in keyof ImportPartRow]: NonNullable<ImportPartRow[Column]> }

/** What an organisation may have open at a time. */
export interface ImportQuota {
  readonly openImports: number
  readonly openImportRows: number
}

/** Begun once, for the edition that is open, and within the quota: two at once cannot both be the last one. */
export const beginImport = (
  file: Pick<ImportFile, 'id' | 'organisation' | 'existing'> & { readonly rows: number; readonly day: string },
  most: ImportQuota,
) =>
  sql`INSERT INTO import_file (id, organisation, rows, existing, state, edition, day)
    SELECT ${file.id}, ${file.organisation}, ${file.rows}, ${file.existing}, 'waiting', id, ${file.day} FROM edition WHERE state = 'open'
      AND (SELECT count(*) FROM import_file AS own WHERE own.organisation = ${file.organisation} AND own.state = 'waiting') < ${most.openImports}
      AND (SELECT coalesce(sum(own.rows), 0) FROM import_file AS own
        WHERE own.organisation = ${file.organisation} AND own.state = 'waiting') + ${file.rows} <= ${most.openImportRows}
    ON CONFLICT DO NOTHING`.compile(sqlFor)

/** Imports of the organisation that are begun and not committed, and their rows. */
export const openImports = (organisation: number): CompiledQuery<{ readonly imports: number; readonly rows: number }> =>
  sql<{ imports: number; rows: number }>`SELECT count(*) AS imports, coalesce(sum(rows), 0) AS rows FROM import_file
    WHERE organisation = ${organisation} AND state = 'waiting'`.compile(sqlFor)

export interface ImportHeld {
  /** Null once it is committed. */
  readonly rows: number | null
  readonly existing: Existing
  readonly state: ImportFile['state']
  /** 1 while the edition to which its cases are sealed takes cases in. */
  readonly fresh: 0 | 1
}

export const importHeld = (id: string, organisation: number): CompiledQuery<ImportHeld> =>
  sql<ImportHeld>`SELECT rows, existing, state,
      EXISTS (SELECT 1 FROM edition WHERE edition.id = import_file.edition AND edition.state = 'open') AS fresh
    FROM import_file WHERE id = ${id} AND organisation = ${organisation}`.compile(sqlFor)

export const partsHeld = (id: string): CompiledQuery<ImportPartRow> =>
  sqlFor.selectFrom('import_part').select(['part', 'body', 'rows', 'stored', 'replaced']).where('import', '=', id).orderBy('part').compile()

export interface TagStanding {
  /** Hexadecimal. */
  readonly tag: string
  /** The case with this case reference that is held, its version and the state of its edition. */
  readonly id: string | null
  readonly version: number | null
  readonly state: EditionState | null
  readonly destroyed: 0 | 1
  readonly withdrawn: 0 | 1
  /** The case with this case reference that this import has staged. */
  readonly staged: string | null
}

interface AskedTags {
  readonly tag: Uint8Array
  /** Of the same case under the keys before. */
  readonly earlier: Uint8Array | null
}

/** What is known of each case by its tags. They travel as one JSON text: D1 takes 100 parameters a statement. */
export const tagStandings = (id: string, asked: readonly AskedTags[]): CompiledQuery<TagStanding> =>
  sql<TagStanding>`WITH asked AS MATERIALIZED (
      SELECT json_extract(value, '$[0]') AS name, unhex(json_extract(value, '$[0]')) AS tag, unhex(json_extract(value, '$[1]')) AS earlier
      FROM json_each(${JSON.stringify(asked.map(({ tag, earlier }) => [toHex(tag), earlier ? toHex(earlier) : toHex(tag)]))})
    )
    SELECT asked.name AS tag, held.id, held.version, edition.state,
      EXISTS (SELECT 1 FROM kept_tag WHERE kept_tag.tag IN (asked.tag, asked.earlier)) AS destroyed,
      EXISTS (SELECT 1 FROM withdrawn_case WHERE withdrawn_case.tag IN (asked.tag, asked.earlier)) AS withdrawn,
      (SELECT staged.id FROM staged_case AS staged WHERE staged.import = ${id} AND staged.tag IN (asked.tag, asked.earlier) LIMIT 1) AS staged
    FROM asked
    LEFT JOIN sealed_case AS held ON held.tag = coalesce((SELECT newer.tag FROM sealed_case AS newer WHERE newer.tag = asked.tag), asked.earlier)
    LEFT JOIN edition ON edition.id = held.edition`.compile(sqlFor)

/** Rows of one statement: some 250 kB of text. */
const ROWS = 300

export interface Staging {
  readonly id: string
  readonly organisation: number
  readonly edition: string
  readonly day: string
  readonly part: WaitingPart
  readonly cases: readonly StagedCase[]
}

/** The first statement changes 1 row exactly when the part is kept now; the others write only then. */
export function stagePart({ id, organisation, edition, day, part, cases }: Staging): readonly CompiledQuery<unknown>[] {
  const keep = sql`INSERT INTO import_part (import, part, body, rows, stored, replaced)
    SELECT id, ${part.part}, ${part.body}, ${part.rows}, ${part.stored}, ${part.replaced} FROM import_file
    WHERE id = ${id} AND organisation = ${organisation} AND state = 'waiting' AND edition = ${edition}
      AND EXISTS (SELECT 1 FROM edition WHERE edition.id = ${edition} AND edition.state = 'open')
      AND (SELECT coalesce(sum(sent.rows), 0) FROM import_part AS sent WHERE sent.import = ${id}) + ${part.rows} <= import_file.rows
    ON CONFLICT DO NOTHING`
  const touch = sql`UPDATE import_file SET day = ${day} WHERE id = ${id} AND organisation = ${organisation} AND state = 'waiting'`
  const statements = [keep, touch]
  for (let at = 0; at < cases.length; at += ROWS) {
    const rows = cases
      .slice(at, at + ROWS)
      .map((one) => [one.id, toHex(one.tag), toHex(one.receipt_hash), one.version, one.month, toHex(one.enc), toHex(one.ciphertext)])
    statements.push(sql`INSERT INTO staged_case (import, id, tag, receipt_hash, version, month, enc, ciphertext)
      SELECT ${id}, json_extract(value, '$[0]'), unhex(json_extract(value, '$[1]')), unhex(json_extract(value, '$[2]')),
        json_extract(value, '$[3]'), json_extract(value, '$[4]'), unhex(json_extract(value, '$[5]')), unhex(json_extract(value, '$[6]'))
      FROM json_each(${JSON.stringify(rows)})
      WHERE EXISTS (SELECT 1 FROM import_part JOIN import_file ON import_file.id = import_part.import AND import_file.state = 'waiting'
        WHERE import_part.import = ${id} AND import_part.part = ${part.part} AND import_part.body = ${part.body})
      ON CONFLICT DO NOTHING`)
  }
  return statements.map((statement) => statement.compile(sqlFor))
}

/**
 * All cases of the import are held, or none: the third statement changes 1 row exactly when every part is there and nothing that its
 * cases rest on has changed, and those after it write only then. The first two read how it stood, since no size outlives the commit. The entry in
 * the audit log tells none either.
 */
export function commitImport(id: string, organisation: number, month: string) {
  const committed = sql`EXISTS (SELECT 1 FROM import_file WHERE id = ${id} AND organisation = ${organisation} AND state = 'committed')`
  const decide = sql`UPDATE import_file SET state = 'committed', day = NULL, rows = NULL
    WHERE id = ${id} AND organisation = ${organisation} AND state = 'waiting'
      AND EXISTS (SELECT 1 FROM edition WHERE edition.id = import_file.edition AND edition.state = 'open')
      AND (SELECT coalesce(sum(sent.rows), 0) FROM import_part AS sent WHERE sent.import = ${id}) = import_file.rows
      AND (SELECT coalesce(sum(sent.stored + sent.replaced), 0) FROM import_part AS sent WHERE sent.import = ${id})
        = (SELECT count(*) FROM staged_case WHERE import = ${id})
      AND NOT EXISTS (SELECT 1 FROM staged_case AS staged WHERE staged.import = ${id} AND staged.version = 1
        AND (staged.tag IN (SELECT tag FROM sealed_case) OR staged.tag IN (SELECT tag FROM kept_tag) OR staged.tag IN (SELECT tag FROM withdrawn_case)))
      AND NOT EXISTS (SELECT 1 FROM staged_case AS staged WHERE staged.import = ${id} AND staged.version > 1
        AND NOT EXISTS (SELECT 1 FROM sealed_case AS held WHERE held.id = staged.id AND held.organisation = ${organisation}
          AND held.edition = import_file.edition AND held.version = staged.version - 1
          AND NOT EXISTS (SELECT 1 FROM answer_invitation WHERE answer_invitation.tag = held.tag)
          AND NOT EXISTS (SELECT 1 FROM sealed_case AS other WHERE other.tag = staged.tag AND other.id <> staged.id)))`
  // A case of an earlier tag has the newer one from now on, and a withdrawal that was asked for goes with it.
  const carry = sql`INSERT INTO withdrawal_request (tag)
    SELECT staged.tag FROM staged_case AS staged JOIN sealed_case AS held ON held.id = staged.id
      JOIN withdrawal_request AS asked ON asked.tag = held.tag
    WHERE staged.import = ${id} AND staged.version > 1 AND ${committed}
    ON CONFLICT DO NOTHING`
  const replace = sql`UPDATE sealed_case SET version = staged.version, enc = staged.enc, ciphertext = staged.ciphertext, tag = staged.tag
    FROM staged_case AS staged
    WHERE staged.import = ${id} AND staged.id = sealed_case.id AND staged.version > 1 AND ${committed}`
  const move = sql`INSERT INTO sealed_case (id, edition, organisation, tag, receipt_hash, version, month, enc, ciphertext)
    SELECT staged.id, file.edition, file.organisation, staged.tag, staged.receipt_hash, 1, staged.month, staged.enc, staged.ciphertext
    FROM staged_case AS staged JOIN import_file AS file ON file.id = staged.import
    WHERE staged.import = ${id} AND staged.version = 1 AND ${committed}`
  const empty = sql`DELETE FROM staged_case WHERE import = ${id} AND ${committed}`
  const forget = sql`UPDATE import_part SET rows = NULL, stored = NULL, replaced = NULL WHERE import = ${id} AND ${committed}`
  const then = [carry, replace, move, empty, forget].map((statement) => statement.compile(sqlFor))
  const entry = enteredAtIntake({ action: 'import', organisation, month })
  return [importHeld(id, organisation), partsHeld(id), decide.compile(sqlFor), entry, ...then] as const
}

/** Nothing of the import is kept but that it was begun, now for the edition that is open. */
export const restartImport = (id: string, organisation: number): readonly CompiledQuery<unknown>[] => {
  const waits = sql`import = ${id} AND EXISTS (SELECT 1 FROM import_file WHERE id = ${id} AND organisation = ${organisation} AND state = 'waiting')`
  return [
    sql`DELETE FROM staged_case WHERE ${waits}`,
    sql`DELETE FROM import_part WHERE ${waits}`,
    sql`UPDATE import_file SET edition = (SELECT edition.id FROM edition WHERE edition.state = 'open')
      WHERE id = ${id} AND organisation = ${organisation} AND state = 'waiting'`,
  ].map((statement) => statement.compile(sqlFor))
}

/** Nothing is left of imports that wait since a day before this one. */
export const expireImports = (day: string): readonly CompiledQuery<unknown>[] => {
  const old = sql`import IN (SELECT id FROM import_file WHERE state = 'waiting' AND day < ${day})`
  return [
    sql`DELETE FROM staged_case WHERE ${old}`,
    sql`DELETE FROM import_part WHERE ${old}`,
    sql`DELETE FROM import_file WHERE state = 'waiting' AND day < ${day}`,
  ].map((statement) => statement.compile(sqlFor))
}
