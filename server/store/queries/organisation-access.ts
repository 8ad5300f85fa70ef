/** The organisations of the register and their access keys. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import type { Act } from '../act.ts'
import { sqlFor } from '../compile.ts'
import { mayAct } from './may-act.ts'

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

/** It stays the same organisation, and so in every register. `decides` changes 1 row unless one is called so, or there is none of this number. */
export const renameOrganisation = (by: string, organisation: number, name: string): Act => ({
  decides: sql`UPDATE organisation SET name = ${name} WHERE id = ${organisation} AND ${mayAct(by, 'administrator')}
    AND NOT EXISTS (SELECT 1 FROM organisation AS other WHERE other.name = ${name})`.compile(sqlFor),
})

export const isOrganisation = (organisation: number): CompiledQuery<{ readonly id: number }> =>
  sql<{ readonly id: number }>`SELECT id FROM organisation WHERE id = ${organisation}`.compile(sqlFor)

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
