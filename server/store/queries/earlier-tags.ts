/** Tags of a network of before, which the server made itself: how many are left, and their translation by the organisation whose references they stand for. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'

/** Cases of organisations without a key of their own stand under tags of the server, whenever they came. */
const KEYLESS = sql`NOT EXISTS (SELECT 1 FROM organisation_public_key WHERE organisation_public_key.organisation = sealed_case.organisation)`

/** Before the first key of an organisation: all of its cases so far stand under tags of the server. */
export const rememberEarlierTags = (organisation: number): CompiledQuery<unknown> =>
  sql`INSERT INTO earlier_tag (tag)
    SELECT tag FROM sealed_case WHERE sealed_case.organisation = ${organisation} AND ${KEYLESS}
    UNION SELECT staged_case.tag FROM staged_case JOIN import_file ON import_file.id = staged_case.import
      WHERE import_file.organisation = ${organisation}
      AND NOT EXISTS (SELECT 1 FROM organisation_public_key WHERE organisation_public_key.organisation = ${organisation})
    ON CONFLICT DO NOTHING`.compile(sqlFor)

/** Before cases go whose tags stay: those of organisations without a key are tags of the server. @param which of the cases, as a condition */
export const rememberKeyless = (which: ReturnType<typeof sql>): CompiledQuery<unknown> =>
  sql`INSERT INTO earlier_tag (tag) SELECT tag FROM sealed_case WHERE ${which} AND ${KEYLESS} ON CONFLICT DO NOTHING`.compile(sqlFor)

export interface EarlierLeft {
  readonly organisation: number
  readonly name: string
  readonly cases: number
}

/** Cases that still stand under tags of the server, by organisation; none is left out. */
export const earlierCases = (): CompiledQuery<EarlierLeft> =>
  sql<EarlierLeft>`SELECT organisation.id AS organisation, organisation.name AS name,
      (SELECT count(*) FROM sealed_case WHERE sealed_case.organisation = organisation.id
        AND (sealed_case.tag IN (SELECT tag FROM earlier_tag) OR ${KEYLESS})) AS cases
    FROM organisation ORDER BY organisation.id`.compile(sqlFor)

export interface EarlierTombstones {
  readonly withdrawn: number
  readonly destroyed: number
}

/** Withdrawn and destroyed cases that still stand under tags of the server; whose they were is kept nowhere. */
export const earlierTombstones = (): CompiledQuery<EarlierTombstones> =>
  sql<EarlierTombstones>`SELECT
    (SELECT count(*) FROM withdrawn_case WHERE tag IN (SELECT tag FROM earlier_tag)) AS withdrawn,
    (SELECT count(*) FROM kept_tag WHERE tag IN (SELECT tag FROM earlier_tag)) AS destroyed`.compile(sqlFor)

/** Year in which the key of the tags left the server; no row while it has one, or never had. */
export const tagKeyGone = (): CompiledQuery<{ year: number }> => sqlFor.selectFrom('tag_key_gone').select('year').compile()

/** The database no longer expects a key of the tags, and says since when. */
export const letTagKeyGo = (year: number): readonly CompiledQuery<unknown>[] => [
  sqlFor.deleteFrom('tag_key_check').compile(),
  sql`INSERT INTO tag_key_gone (one, year) VALUES (1, ${year}) ON CONFLICT (one) DO UPDATE SET year = excluded.year`.compile(sqlFor),
]

export interface TagPair {
  /** Hexadecimal: as the server made it, and as the organisation does. */
  readonly before: string
  readonly after: string
}

/**
 * Whatever stands under a tag of before stands under the new one. A withdrawal is asked for anew under it: the next sweep takes it into the ledger
 * and the list of withdrawn cases, where the tag of before stays too, since neither ever forgets one. A pair whose new tag is of a case of another
 * organisation does nothing: it would withdraw that case. Once
 * a tag of before was translated, another translation of it does nothing. The last statement tells how many were known.
 */
export function translateTags(organisation: number, pairs: readonly TagPair[]): readonly CompiledQuery<unknown>[] {
  const given = sql`SELECT unhex(json_extract(value, '$.before')) AS before, unhex(json_extract(value, '$.after')) AS after FROM json_each(${JSON.stringify(pairs)})`
  const foreign = sql`SELECT tag FROM sealed_case WHERE organisation <> ${organisation}
      UNION ALL SELECT staged_case.tag FROM staged_case JOIN import_file ON import_file.id = staged_case.import WHERE import_file.organisation <> ${organisation}`
  const named = sql`SELECT before, after FROM (${given}) WHERE after NOT IN (${foreign}) AND before IN (SELECT tag FROM earlier_tag)`
  const before = sql`SELECT before FROM (${named})`
  return [
    sql`INSERT INTO withdrawal_request (tag) SELECT named.after FROM (${named}) AS named
      WHERE (named.before IN (SELECT tag FROM withdrawn_case) OR named.before IN (SELECT tag FROM withdrawal_request))
        AND named.after NOT IN (SELECT tag FROM withdrawn_case)
      ON CONFLICT DO NOTHING`,
    sql`INSERT INTO kept_tag (tag) SELECT named.after FROM (${named}) AS named WHERE named.before IN (SELECT tag FROM kept_tag) ON CONFLICT DO NOTHING`,
    sql`DELETE FROM kept_tag WHERE tag IN (${before})`,
    // A case that came again under its new tag meanwhile stays, and so does the one of before.
    sql`UPDATE OR IGNORE sealed_case SET tag = (SELECT named.after FROM (${named}) AS named WHERE named.before = sealed_case.tag)
      WHERE organisation = ${organisation} AND tag IN (${before})`,
    sql`UPDATE OR IGNORE staged_case SET tag = (SELECT named.after FROM (${named}) AS named WHERE named.before = staged_case.tag)
      WHERE tag IN (${before}) AND import IN (SELECT id FROM import_file WHERE organisation = ${organisation})`,
    sql`DELETE FROM earlier_tag WHERE tag IN (${before}) AND tag NOT IN (SELECT tag FROM sealed_case UNION ALL SELECT tag FROM staged_case)`,
  ].map((query) => query.compile(sqlFor))
}
