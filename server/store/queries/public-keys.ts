/** The public keys of organisations, generation by generation. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { compiledOnce, sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'
import { rememberEarlierTags } from './earlier-tags.ts'

export type PublicKeys = Omit<StoreTables['organisation_public_key'], 'organisation'>

const COLUMNS = ['generation', 'signing', 'statements', 'first_edition', 'last_edition'] as const

const ofHolder = compiledOnce((slot: { readonly hash: Uint8Array }) =>
  sqlFor
    .selectFrom('organisation_public_key')
    .innerJoin('organisation_key', 'organisation_key.organisation', 'organisation_public_key.organisation')
    .select(COLUMNS)
    .where('organisation_key.hash', '=', slot.hash)
    .orderBy('generation'),
)

/** Of the organisation that holds the key with this hash; the oldest first. */
export const publicKeysOfHolder = (hash: Uint8Array): CompiledQuery<PublicKeys> => ofHolder({ hash })

/** The oldest first. */
export const publicKeysOf = (organisation: number): CompiledQuery<PublicKeys> =>
  sqlFor.selectFrom('organisation_public_key').select(COLUMNS).where('organisation', '=', organisation).orderBy('generation').compile()

export interface NewPublicKeys {
  readonly organisation: number
  /** One more than the newest that is there. */
  readonly generation: number
  readonly signing: Uint8Array
  readonly statements: Uint8Array
}

/**
 * The keys are the newest of their organisation, and those before stay good until the open edition closes. The second statement changes 1 row
 * exactly when this happened: it does nothing where another generation is the newest, or where one of the two keys stands anywhere already, of
 * whichever organisation, generation and use: no register could hold it twice.
 */
export function addPublicKeys({
  organisation,
  generation,
  signing,
  statements,
}: NewPublicKeys): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>] {
  // Where none is open, the newest: its cases are in, so that nothing is signed with the keys before any more.
  const edition = sql`(SELECT id FROM edition ORDER BY state = 'open' DESC, position DESC LIMIT 1)`
  const open = sql`(SELECT id FROM edition WHERE state = 'open')`
  const next = sql`${generation} = 1 + coalesce((SELECT max(generation) FROM organisation_public_key WHERE organisation = ${organisation}), 0)
    AND ${signing} <> ${statements}
    AND NOT EXISTS (SELECT 1 FROM organisation_public_key WHERE signing IN (${signing}, ${statements}) OR statements IN (${signing}, ${statements}))`
  return [
    // Before the first keys there are none to end, and the cases so far stand under tags of the server.
    generation === 1
      ? rememberEarlierTags(organisation)
      : sql`UPDATE organisation_public_key SET last_edition = ${edition}
      WHERE organisation = ${organisation} AND generation = ${generation - 1} AND ${next}`.compile(sqlFor),
    sql`INSERT INTO organisation_public_key (organisation, generation, signing, statements, first_edition)
      SELECT ${organisation}, ${generation}, ${signing}, ${statements}, ${open} WHERE ${next}
      ON CONFLICT DO NOTHING`.compile(sqlFor),
  ]
}
