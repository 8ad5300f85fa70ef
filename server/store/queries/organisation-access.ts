/** What people of an organisation decide for it: its access keys, and leaving. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import { forgetWaysIn } from './access-codes.ts'
import { mayAct } from './people.ts'

export interface OrganisationListed {
  readonly id: number
  readonly name: string
  readonly holding: string | null
  readonly left: string | null
  readonly people: number
  readonly keys: number
}

export const organisationsListed = (): CompiledQuery<OrganisationListed> =>
  sql<OrganisationListed>`SELECT organisation.id, name, holding, organisation_left.day AS "left",
      (SELECT count(*) FROM account WHERE account.organisation = organisation.id AND state <> 'ended') AS people,
      (SELECT count(*) FROM organisation_key WHERE organisation_key.organisation = organisation.id) AS keys
    FROM organisation LEFT JOIN organisation_left ON organisation_left.organisation = organisation.id ORDER BY name`.compile(sqlFor)

/** `decides` changes 1 row unless the name is there. */
export const addOrganisation = (by: string, name: string, holding: string | null): Act => ({
  decides: sql`INSERT INTO organisation (name, holding) SELECT ${name}, ${holding} WHERE ${mayAct(by, 'administrator')}
    ON CONFLICT (name) DO NOTHING`.compile(sqlFor),
})

export interface KeyListed {
  /** The first 16 digits of its hash. */
  readonly id: string
  readonly scopes: string
  readonly expires: string
}

const nameOf = sql`lower(substr(hex(hash), 1, 16))`

export const keysOf = (organisation: number): CompiledQuery<KeyListed> =>
  sql<KeyListed>`SELECT ${nameOf} AS id, scopes, expires FROM organisation_key WHERE organisation = ${organisation} ORDER BY hash`.compile(
    sqlFor,
  )

/** Keys that one organisation may have at a time. */
const MOST_KEYS = 20

export interface NewKey {
  readonly by: string
  readonly organisation: number
  readonly hash: Uint8Array
  readonly scopes: string
  readonly expires: string
}

/** `decides` changes 1 row unless there are too many, or the organisation has left. */
export const addKey = ({ by, organisation, hash, scopes, expires }: NewKey): Act => ({
  decides: sql`INSERT INTO organisation_key (hash, organisation, scopes, expires) SELECT ${hash}, ${organisation}, ${scopes}, ${expires}
    WHERE ${mayAct(by, 'partner')} AND (SELECT count(*) FROM organisation_key WHERE organisation_key.organisation = ${organisation}) < ${MOST_KEYS}
      AND NOT EXISTS (SELECT 1 FROM organisation_left WHERE organisation_left.organisation = ${organisation})`.compile(sqlFor),
})

/** The key is good for nothing any more. @param scopes that it must have, or null for any: keys of editors' machines are the administrators' */
export const endKey = (organisation: number, id: string, scopes: string | null): Act => ({
  decides: sql`DELETE FROM organisation_key WHERE organisation = ${organisation} AND ${nameOf} = ${id}
    AND scopes = coalesce(${scopes}, scopes)`.compile(sqlFor),
})

export interface Leaving {
  readonly by: string
  readonly organisation: number
  readonly day: string
  readonly withdrawOpenCases: boolean
}

/**
 * The organisation has left: its keys and the accounts of its people end at once; whoever is also a custodian, an editor or an administrator stays as
 * that. It stays in the register, and so a contributor of what it reported. Its cases of the open edition go the way of every withdrawal.
 */
export function leave({ by, organisation, day, withdrawOpenCases }: Leaving): Act {
  const left = sql`EXISTS (SELECT 1 FROM organisation_left WHERE organisation_left.organisation = ${organisation})`
  const people = sql`(SELECT id FROM account WHERE organisation = ${organisation} AND state = 'ended')`
  return {
    decides: sql`INSERT INTO organisation_left (organisation, day) SELECT ${organisation}, ${day} WHERE ${mayAct(by, 'partner')}
      ON CONFLICT (organisation) DO NOTHING`.compile(sqlFor),
    after: [
      ...(withdrawOpenCases
        ? [
            sql`INSERT INTO withdrawal_request (tag)
              SELECT tag FROM sealed_case JOIN edition ON edition.id = sealed_case.edition AND edition.state = 'open'
                WHERE sealed_case.organisation = ${organisation} AND ${left}
              UNION SELECT tag FROM staged_case JOIN import_file ON import_file.id = staged_case.import
                WHERE import_file.organisation = ${organisation} AND ${left}
              ON CONFLICT DO NOTHING`.compile(sqlFor),
          ]
        : []),
      sql`DELETE FROM organisation_key WHERE organisation = ${organisation} AND ${left}`.compile(sqlFor),
      sql`DELETE FROM session WHERE account IN (SELECT id FROM account WHERE organisation = ${organisation}) AND ${left}`.compile(sqlFor),
      sql`UPDATE account SET state = 'ended' WHERE organisation = ${organisation} AND editor + custodian + administrator = 0 AND ${left}`.compile(
        sqlFor,
      ),
      sql`UPDATE account SET partner = 0, analyst = 0 WHERE organisation = ${organisation} AND editor + custodian + administrator > 0 AND ${left}`.compile(
        sqlFor,
      ),
      ...forgetWaysIn(people, left),
      sql`DELETE FROM one_time_code WHERE account IN ${people} AND ${left}`.compile(sqlFor),
      sql`DELETE FROM access_reset WHERE account IN ${people} AND ${left}`.compile(sqlFor),
    ],
  }
}
