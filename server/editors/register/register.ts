/**
 * The register of a network: its editions in order, its organisations with their umbrellas, and the public keys by which cases of each are
 * verified. Two people sign it, each with a key of their own; the build takes it from their file and not from the server.
 */
import * as z from 'zod'
import { parseJson } from '../../../survey-schema/json.ts'
import { isShownName } from '../../../survey-schema/shown-name.ts'
import { checksum } from '../../sealing/checksum.ts'
import { RegisterRefused } from './register-refused.ts'
import { documentSignature, type Signature } from './signed-document.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const editionName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)

export const registerKey = z.strictObject({
  generation: z.int().min(1).max(0xffff),
  /** Ed25519, by which signatures of cases are verified. */
  signing: hex32,
  /** X25519, to which statements are sealed. */
  statements: hex32,
  /** First edition whose cases must be signed; null while none of the listed editions is one. */
  first_edition: editionName.nullable(),
  /** Last edition whose cases it may sign; null while it is good. */
  last_edition: editionName.nullable(),
  /** Two people decided from where cases are signed: unsigned ones of editions before it count. Otherwise they count in editions of layout 1 alone. */
  by_decision: z.literal(true).optional(),
})

/** People compare names on a terminal before they sign. */
const shownName = z.string().max(300).refine(isShownName, 'unseen_character')

export const registeredOrganisation = z.strictObject({
  number: z.int().min(1),
  name: shownName,
  holding: shownName.nullable(),
  keys: z.array(registerKey),
})

const content = {
  schema: z.literal('jnatip-register/1'),
  /** One more with each register. */
  number: z.int().min(1),
  /** Checksum of the register before, hexadecimal; null in the first one. */
  previous: hex32.nullable(),
  editions: z.array(z.strictObject({ id: editionName, public_key: hex32 })),
  organisations: z.array(registeredOrganisation),
}

const registerFile = z.strictObject({ ...content, signatures: z.array(documentSignature).max(20) })

export type RegisterKey = Readonly<z.infer<typeof registerKey>>
export type RegisteredOrganisation = Readonly<Omit<z.infer<typeof registeredOrganisation>, 'keys'>> & {
  readonly keys: readonly RegisterKey[]
}

export interface RegisterContent {
  readonly schema: 'jnatip-register/1'
  readonly number: number
  readonly previous: string | null
  readonly editions: readonly { readonly id: string; readonly public_key: string }[]
  readonly organisations: readonly RegisteredOrganisation[]
}

export interface SignedRegister extends RegisterContent {
  readonly signatures: readonly Signature[]
}

/** Of what is signed: the same with one signature and with two. */
export function registerChecksum({ schema, number, previous, editions, organisations }: RegisterContent): string {
  return checksum({ schema, number, previous, editions, organisations })
}

/** The register in the text, well formed; who signed it is another question (`pin.ts`). @throws RegisterRefused 'malformed' */
export function readRegister(text: string): SignedRegister {
  let value: unknown
  try {
    value = parseJson(text)
  } catch {
    throw new RegisterRefused('malformed', [{ place: '', rule: 'syntax' }])
  }
  const read = registerFile.safeParse(value)
  if (!read.success)
    throw new RegisterRefused(
      'malformed',
      read.error.issues.slice(0, 5).map(({ path, code }) => ({ place: path.map((part) => `/${String(part)}`).join(''), rule: code })),
    )
  requireSound(read.data)
  return read.data
}

/**
 * Numbers, names, editions and keys each stand once, and in order; a key that a newer one follows has an end.
 * @throws RegisterRefused 'malformed' or 'end-missing'
 */
export function requireSound({ number, previous, editions, organisations }: RegisterContent): void {
  const order = editions.map(({ id }) => id)
  const refuse = (place: string, rule: string): never => {
    throw new RegisterRefused('malformed', [{ place, rule }])
  }
  if ((number === 1) !== (previous === null)) refuse('/previous', 'first_register')
  if (new Set(order).size < order.length) refuse('/editions', 'edition_twice')
  if (new Set(organisations.map(({ name }) => name)).size < organisations.length) refuse('/organisations', 'name_twice')
  const known = new Set<string>()
  organisations.forEach(({ number, keys }, at) => {
    const place = `organisation ${number}`
    if (number <= (organisations[at - 1]?.number ?? 0)) refuse('/organisations', 'order')
    keys.forEach((key, index) => {
      if (key.generation <= (keys[index - 1]?.generation ?? 0)) refuse(place, 'order_of_generations')
      // With one key of two organisations each could sign cases of the other, or open what is said to it.
      if (known.has(key.signing) || known.has(key.statements)) refuse(place, 'key_twice')
      known.add(key.signing).add(key.statements)
      const [first, last] = [key.first_edition, key.last_edition].map((id) => (id === null ? null : order.indexOf(id)))
      if (first === -1 || last === -1) refuse(place, 'unknown_edition')
      if (typeof first === 'number' && typeof last === 'number' && last < first) refuse(place, 'editions_of_a_key')
      // Whoever has an old secret would go on signing, and an end that is left out changes no line of a draft. A key that begins nowhere signs nothing.
      if (first !== null && last === null && index < keys.length - 1)
        throw new RegisterRefused('end-missing', [{ place, rule: `generation_${key.generation}` }])
    })
  })
}

/** The text of a register file: the same for the same register. */
export const registerText = ({ schema, number, previous, editions, organisations, signatures }: SignedRegister): string =>
  `${JSON.stringify({ schema, number, previous, editions, organisations, signatures }, null, 2)}\n`
