/** What a server says of its network beside what two people signed. Where they differ, somebody changed the server. */
import { fromBase64, toHex } from '../../sealing/bytes.ts'
import type { SealedHead } from '../../store/sealed-edition.ts'
import type { RegisterContent } from './register.ts'
import { type RegisterPlace, RegisterRefused } from './register-refused.ts'

type Listed = Pick<SealedHead, 'edition' | 'publicKey' | 'organisations' | 'keys'>

/**
 * Editions, umbrellas and public keys that the server names are those of the register. Of names nothing is compared: the server sends none.
 * @throws RegisterRefused 'other-network', naming each organisation by its number
 */
export function requireSameNetwork(heads: readonly Listed[], register: RegisterContent): void {
  const places = [
    ...editionsOf(heads, register),
    ...heads.flatMap((head) => [...organisationsOf(head, register), ...keysOf(head, register)]),
  ]
  const once = new Map(places.map((one) => [`${one.place} ${one.rule}`, one]))
  if (once.size > 0) throw new RegisterRefused('other-network', [...once.values()])
}

function editionsOf(heads: readonly Listed[], { editions }: RegisterContent): RegisterPlace[] {
  const order = editions.map(({ id }) => id)
  return heads.flatMap(({ edition, publicKey }, at) => {
    const here = order.indexOf(edition)
    if (here < 0) return [{ place: `edition ${edition}`, rule: 'not_in_the_register' }]
    const before = heads[at - 1]
    if (before && order.indexOf(before.edition) !== here - 1) return [{ place: `edition ${edition}`, rule: 'other_order' }]
    return editions[here]?.public_key === toHex(fromBase64(publicKey, 32)) ? [] : [{ place: `edition ${edition}`, rule: 'other_key' }]
  })
}

function organisationsOf({ organisations }: Listed, register: RegisterContent): RegisterPlace[] {
  const known = new Map(register.organisations.map((one) => [one.number, one]))
  return organisations.flatMap(({ id, holding }) => {
    const own = known.get(id)
    if (own === undefined) return [{ place: `organisation ${id}`, rule: 'not_in_the_register' }]
    return own.holding === holding ? [] : [{ place: `organisation ${id}`, rule: 'other_holding' }]
  })
}

/** A key that came after the register was signed stands at the server alone; cases signed with it are refused one by one. */
function keysOf({ keys }: Listed, register: RegisterContent): RegisterPlace[] {
  const listed = new Map(keys.map((key) => [`${key.organisation} ${key.generation}`, key]))
  return register.organisations.flatMap(({ number, keys: own }) =>
    own.flatMap(({ generation, signing, statements }) => {
      const at = listed.get(`${number} ${generation}`)
      if (at === undefined) return [{ place: `organisation ${number}`, rule: 'key_missing' }]
      return at.signing === signing && at.statements === statements ? [] : [{ place: `organisation ${number}`, rule: 'other_key' }]
    }),
  )
}
