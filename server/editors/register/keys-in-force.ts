/** Which key of an organisation is good in which edition, by the order of editions in the register and by nothing that a server says. */
import type { RegisterContent, RegisteredOrganisation, RegisterKey } from './register.ts'

export interface EditionKeys {
  /** Whether cases of the organisation must be signed: its first key is of this edition or of an earlier one. */
  mustSign(organisation: RegisteredOrganisation): boolean
  /** The keys that may sign cases of this edition, oldest first. */
  inForce(organisation: RegisteredOrganisation): readonly RegisterKey[]
}

/** @returns null where the register does not list the edition */
export function keysInForce({ editions }: Pick<RegisterContent, 'editions'>, edition: string): EditionKeys | null {
  const order = new Map(editions.map(({ id }, at) => [id, at]))
  const here = order.get(edition)
  if (here === undefined) return null
  /** Past every edition where there is none. */
  const placeOf = (id: string | null) => (id === null ? Number.POSITIVE_INFINITY : (order.get(id) ?? Number.POSITIVE_INFINITY))
  return {
    mustSign: ({ keys }) => keys.some(({ first_edition }) => placeOf(first_edition) <= here),
    inForce: ({ keys }) => keys.filter((key) => placeOf(key.first_edition) <= here && here <= placeOf(key.last_edition)),
  }
}
