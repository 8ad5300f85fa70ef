/** Invitations of affected persons: lists of one-time public keys, what is known of one of them, and the lists of an edition for its build. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { QUOTAS } from '../../../survey-schema/quotas.ts'
import { sqlFor } from '../compile.ts'
import type { EditionState, StoreTables } from '../schema.ts'

export type InvitationListRow = StoreTables['answer_invitation_list']

/**
 * The list and its keys. The first statement changes 1 row exactly when they came now: it does nothing where the list is there, its edition is not
 * open or holds no signatures, one of the keys stands in another list, or the organisation has too many.
 * @param keys with their tags, hexadecimal
 */
export function addInvitations(
  { id, edition, organisation, generation, signature }: InvitationListRow,
  keys: readonly { readonly key: string; readonly tag: string }[],
): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>] {
  const given = sql`SELECT unhex(json_extract(value, '$.key')) AS key, unhex(json_extract(value, '$.tag')) AS tag FROM json_each(${JSON.stringify(keys)})`
  const others = sql`(SELECT count(*) FROM answer_invitation JOIN answer_invitation_list AS other ON other.id = answer_invitation.list
    WHERE other.organisation = ${organisation} AND other.edition = ${edition})`
  return [
    sql`INSERT INTO answer_invitation_list (id, edition, organisation, generation, signature)
      SELECT ${id}, ${edition}, ${organisation}, ${generation}, ${signature}
      WHERE EXISTS (SELECT 1 FROM edition WHERE edition.id = ${edition} AND edition.state = 'open' AND edition.layout = 2)
        AND NOT EXISTS (SELECT 1 FROM answer_invitation WHERE key IN (SELECT given.key FROM (${given}) AS given))
        AND ${others} + ${keys.length} <= ${QUOTAS.invitations}
      ON CONFLICT DO NOTHING`.compile(sqlFor),
    // Only those of a list that came now have none of their keys yet.
    sql`INSERT INTO answer_invitation (key, tag, list) SELECT given.key, given.tag, ${id} FROM (${given}) AS given
      WHERE EXISTS (SELECT 1 FROM answer_invitation_list WHERE id = ${id}) ON CONFLICT DO NOTHING`.compile(sqlFor),
  ]
}

export const invitationList = (id: string): CompiledQuery<{ id: string }> =>
  sqlFor.selectFrom('answer_invitation_list').select('id').where('id', '=', id).compile()

export const invitationsOfEdition = (organisation: number, edition: string): CompiledQuery<{ keys: number }> =>
  sqlFor
    .selectFrom('answer_invitation')
    .innerJoin('answer_invitation_list', 'answer_invitation_list.id', 'answer_invitation.list')
    .select(({ fn }) => fn.countAll<number>().as('keys'))
    .where('answer_invitation_list.organisation', '=', organisation)
    .where('answer_invitation_list.edition', '=', edition)
    .compile()

export interface InvitationKnown {
  readonly edition: string
  readonly organisation: number
  readonly generation: number
  readonly state: EditionState
  /** 1 once a case had the tag of the code, also where it was withdrawn or destroyed since. */
  readonly used: 0 | 1
  /** 1 once the organisation has left the network. */
  readonly left: 0 | 1
}

export const invitationOf = (key: Uint8Array): CompiledQuery<InvitationKnown> =>
  sql<InvitationKnown>`SELECT list.edition, list.organisation, list.generation, edition.state,
      EXISTS (SELECT 1 FROM sealed_case WHERE sealed_case.tag = invitation.tag)
        OR EXISTS (SELECT 1 FROM withdrawn_case WHERE withdrawn_case.tag = invitation.tag)
        OR EXISTS (SELECT 1 FROM kept_tag WHERE kept_tag.tag = invitation.tag) AS used,
      EXISTS (SELECT 1 FROM organisation_left WHERE organisation_left.organisation = list.organisation) AS "left"
    FROM answer_invitation AS invitation
    JOIN answer_invitation_list AS list ON list.id = invitation.list
    JOIN edition ON edition.id = list.edition
    WHERE invitation.key = ${key}`.compile(sqlFor)

/** The lists of an edition, in the order of their names. */
export const invitationListsOf = (edition: string): CompiledQuery<InvitationListRow> =>
  sqlFor
    .selectFrom('answer_invitation_list')
    .select(['id', 'edition', 'organisation', 'generation', 'signature'])
    .where('edition', '=', edition)
    .orderBy('id')
    .compile()

/** The keys of those lists, sorted as they were signed. */
export const invitationKeysOf = (edition: string): CompiledQuery<Pick<StoreTables['answer_invitation'], 'key' | 'list'>> =>
  sqlFor
    .selectFrom('answer_invitation')
    .innerJoin('answer_invitation_list', 'answer_invitation_list.id', 'answer_invitation.list')
    .select(['answer_invitation.key', 'answer_invitation.list'])
    .where('answer_invitation_list.edition', '=', edition)
    .orderBy('answer_invitation.list')
    .orderBy('answer_invitation.key')
    .compile()

/** Where the cases of the edition were destroyed, nobody can ask for these any more. */
export const dropInvitations = (edition: string): readonly CompiledQuery<unknown>[] => {
  const destroyed = sql`EXISTS (SELECT 1 FROM destroyed_edition WHERE destroyed_edition.edition = ${edition})`
  return [
    sql`DELETE FROM answer_invitation WHERE list IN (SELECT id FROM answer_invitation_list WHERE edition = ${edition}) AND ${destroyed}`,
    sql`DELETE FROM answer_invitation_list WHERE edition = ${edition} AND ${destroyed}`,
  ].map((query) => query.compile(sqlFor))
}
