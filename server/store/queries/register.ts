/** The network as the database lists it: editions in order, organisations with their umbrellas and public keys. */
import type { CompiledQuery } from 'kysely'
import { sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'

export type EditionOfNetwork = Pick<StoreTables['edition'], 'id' | 'public_key' | 'layout'>
export type OrganisationOfNetwork = Pick<StoreTables['organisation'], 'id' | 'name' | 'holding'>
export type PublicKeyRow = StoreTables['organisation_public_key']

export const editionsOfNetwork = (): CompiledQuery<EditionOfNetwork> =>
  sqlFor.selectFrom('edition').select(['id', 'public_key', 'layout']).orderBy('position').compile()

export const organisationsOfNetwork = (): CompiledQuery<OrganisationOfNetwork> =>
  sqlFor.selectFrom('organisation').select(['id', 'name', 'holding']).orderBy('id').compile()

export const publicKeysOfNetwork = (): CompiledQuery<PublicKeyRow> =>
  sqlFor
    .selectFrom('organisation_public_key')
    .select(['organisation', 'generation', 'signing', 'statements', 'first_edition', 'last_edition'])
    .orderBy('organisation')
    .orderBy('generation')
    .compile()
