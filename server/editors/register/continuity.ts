/** A register continues the one before: editions, organisations and keys that two people signed stay, and only names, umbrellas and the end of a key change. */
import { checksum } from '../../sealing/checksum.ts'
import { type RegisterContent, type RegisterKey, registerChecksum, type SignedRegister } from './register.ts'
import { type RegisterPlace, RegisterRefused } from './register-refused.ts'
import { signersOf } from './signed-document.ts'

/** What the next register must still hold. It names no organisation: numbers, and digests of keys. */
export interface RegisterMemory {
  /** In their order. */
  readonly editions: readonly { readonly id: string; readonly digest: string }[]
  readonly organisations: readonly {
    readonly number: number
    readonly keys: readonly { readonly generation: number; readonly digest: string; readonly first_edition: string | null }[]
  }[]
}

const keyDigest = ({ signing, statements }: RegisterKey) => checksum({ signing, statements })

export const memoryOf = ({ editions, organisations }: RegisterContent): RegisterMemory => ({
  editions: editions.map(({ id, public_key }) => ({ id, digest: checksum({ public_key }) })),
  organisations: organisations.map(({ number, keys }) => ({
    number,
    keys: keys.map((key) => ({ generation: key.generation, digest: keyDigest(key), first_edition: key.first_edition })),
  })),
})

/**
 * Only the first register stands alone: each later one names the checksum of the one before, and whoever signs it compares it with that very file.
 * @returns the public keys of those who signed the one before; whether they are the right people shows by their fingerprints
 * @throws RegisterRefused 'previous-required', 'other-before', 'not-continued', 'signatures-missing' or 'signature-wrong' of the one before
 */
export function requireFollowing(next: RegisterContent, before: SignedRegister | null): readonly string[] {
  if (before === null) {
    if (next.previous !== null) throw new RegisterRefused('previous-required')
    return []
  }
  const checksum = registerChecksum(before)
  if (next.previous !== checksum || next.number !== before.number + 1) throw new RegisterRefused('other-before')
  requireContinued(next, memoryOf(before))
  return signersOf(
    before.signatures,
    checksum,
    before.signatures.map(({ signer }) => signer),
  )
}

/** @throws RegisterRefused 'not-continued', naming each edition, and each organisation by its number */
export function requireContinued(next: RegisterContent, before: RegisterMemory): void {
  const now = memoryOf(next)
  const places = [
    ...before.editions
      .filter(({ id, digest }, at) => now.editions[at]?.id !== id || now.editions[at]?.digest !== digest)
      .map(({ id }) => ({ place: `edition ${id}`, rule: 'other_edition' })),
    ...before.organisations.flatMap((one) => lostOf(one, now)),
  ]
  if (places.length > 0) throw new RegisterRefused('not-continued', places)
}

function lostOf({ number, keys }: RegisterMemory['organisations'][number], now: RegisterMemory): readonly RegisterPlace[] {
  const place = `organisation ${number}`
  const own = now.organisations.find((one) => one.number === number)
  if (own === undefined) return [{ place, rule: 'organisation_gone' }]
  return keys.flatMap(({ generation, digest, first_edition }) => {
    const key = own.keys.find((one) => one.generation === generation)
    if (key === undefined) return [{ place, rule: `generation_${generation}_gone` }]
    if (key.digest !== digest) return [{ place, rule: `generation_${generation}_replaced` }]
    // Where cases begin to be signed is decided once: later, unsigned cases of that edition would count.
    const moved = first_edition !== null && key.first_edition !== first_edition
    return moved ? [{ place, rule: `generation_${generation}_other_first_edition` }] : []
  })
}
