/** The register of partner organisations and their keys. */
import type { CompiledQuery } from 'kysely'
import { compiledOnce, sqlFor } from '../compile.ts'
import type { StoreTables } from '../schema.ts'

export type OrganisationRow = StoreTables['organisation']
export type KeyRow = StoreTables['organisation_key']

export interface KeyHolder {
  readonly organisation: number
  readonly scopes: string
  readonly expires: string
  readonly record_rule_year: number | null
}

const holder = compiledOnce((slot: { readonly hash: Uint8Array }) =>
  sqlFor
    .selectFrom('organisation_key')
    .innerJoin('organisation', 'organisation.id', 'organisation_key.organisation')
    .select(['organisation_key.organisation', 'organisation_key.scopes', 'organisation_key.expires', 'organisation.record_rule_year'])
    .where('organisation_key.hash', '=', slot.hash),
)

export const keyHolder = (hash: Uint8Array): CompiledQuery<KeyHolder> => holder({ hash })

/**
 * The organisation stands in the register, as described, and holds one key more. An organisation of that name that is
 * there already keeps its number; its umbrella and rule change only where new ones are given. The second statement changes no row where it has left.
 */
export function registerOrganisation(
  organisation: Omit<OrganisationRow, 'id'>,
  key: Omit<KeyRow, 'organisation'>,
): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>] {
  const { name, ...register } = organisation
  const changes = Object.fromEntries(Object.entries(register).filter(([, value]) => value !== null))
  const insert = sqlFor.insertInto('organisation').values({ name, ...register } as OrganisationRow)
  const named = insert.onConflict((conflict) =>
    Object.keys(changes).length > 0 ? conflict.column('name').doUpdateSet(changes) : conflict.column('name').doNothing(),
  )
  const keyed = sqlFor
    .insertInto('organisation_key')
    .columns(['hash', 'organisation', 'scopes', 'expires'])
    .expression(
      sqlFor
        .selectFrom('organisation')
        .where('name', '=', name)
        .where('id', 'not in', sqlFor.selectFrom('organisation_left').select('organisation'))
        .select(({ val, ref }) => [
          val(key.hash).as('hash'),
          ref('id').as('organisation'),
          val(key.scopes).as('scopes'),
          val(key.expires).as('expires'),
        ]),
    )
  return [named.compile(), keyed.compile()]
}

/** The organisation of this name. */
export const organisationNamed = (name: string): CompiledQuery<Pick<OrganisationRow, 'id'>> =>
  sqlFor.selectFrom('organisation').select('id').where('name', '=', name).compile()

/** The organisations that hold cases of an edition, with their umbrellas: the contributors of its figures. */
export const contributors = (edition: string): CompiledQuery<Pick<OrganisationRow, 'id' | 'holding'>> =>
  sqlFor
    .selectFrom('organisation')
    .select(['id', 'holding'])
    .where(({ exists, selectFrom, val }) =>
      exists(
        selectFrom('sealed_case')
          .select(val(1).as('one'))
          .whereRef('sealed_case.organisation', '=', 'organisation.id')
          .where('sealed_case.edition', '=', edition),
      ),
    )
    .orderBy('id')
    .compile()
