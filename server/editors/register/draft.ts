/** A register as it would follow from what a server lists, for two people to look at and sign. */
import { isShownName } from '../../../survey-schema/shown-name.ts'
import { type RegisterContent, type RegisteredOrganisation, type RegisterKey, registerChecksum, requireSound } from './register.ts'
import { type RegisterPlace, RegisterRefused } from './register-refused.ts'

/** What a server lists of its network. */
export interface NetworkListed {
  readonly editions: readonly { readonly id: string; readonly public_key: string; readonly layout: 1 | 2 }[]
  readonly organisations: readonly RegisteredOrganisation[]
}

/** What people say of a key that no register held with an edition before; they have it from the organisation and not from the server. */
export interface Beginnings {
  /** By number and generation as `3.1`, or for `all` the others: from which edition on the key signs; null for none of those listed yet. */
  readonly confirmed: ReadonlyMap<string, string | null>
  /** By number of organisation: from where on it signs by the decision of people, so that unsigned cases of before count. */
  readonly decided: ReadonlyMap<number, string>
}

/**
 * The next register. What two people signed before stays: organisations and keys that the server no longer lists, and the first edition of a
 * key; only umbrellas and names may change, and the end of a key.
 * @throws RegisterRefused 'name-unseen', 'key-replaced', 'beginning-unconfirmed' with what the server says of each new key, 'other-network' where
 * editions are others than before, 'end-missing', 'malformed'
 */
export function draftRegister(listed: NetworkListed, previous: RegisterContent | null, beginnings: Beginnings): RegisterContent {
  for (const [at, { id, public_key }] of (previous?.editions ?? []).entries())
    if (listed.editions[at]?.id !== id || listed.editions[at]?.public_key !== public_key)
      throw new RegisterRefused('other-network', [{ place: `edition ${id}`, rule: 'other_edition' }])
  requireShownNames(listed)
  const unsound = unsoundKeys(listed, previous)
  const before = new Map((previous?.organisations ?? []).map((one) => [one.number, one]))
  const unconfirmed: RegisterPlace[] = []
  const drafted = listed.organisations.map(({ keys, ...one }) => {
    const sound = keys.filter(({ generation }) => !unsound.some((key) => key.organisation === one.number && key.generation === generation))
    return followed({ ...one, keys: sound }, before.get(one.number), beginnings, (key) => {
      const said = saidBeginning(key, listed.editions) ?? 'no_edition'
      unconfirmed.push({ place: `organisation ${one.number}, key ${key.generation}`, rule: `server_says_${said}` })
    })
  })
  if (unconfirmed.length > 0) throw new RegisterRefused('beginning-unconfirmed', unconfirmed)
  const gone = [...before.values()].filter(({ number }) => !drafted.some((one) => one.number === number))
  const content: RegisterContent = {
    schema: 'jnatip-register/1',
    number: (previous?.number ?? 0) + 1,
    previous: previous === null ? null : registerChecksum(previous),
    editions: listed.editions.map(({ id, public_key }) => ({ id, public_key })),
    organisations: [...drafted, ...gone].sort((a, b) => a.number - b.number),
  }
  requireSound(content)
  return content
}

function followed(
  { number, name, holding, keys }: RegisteredOrganisation,
  before: RegisteredOrganisation | undefined,
  { confirmed, decided }: Beginnings,
  unconfirmed: (key: RegisterKey) => void,
): RegisteredOrganisation {
  const known = new Map((before?.keys ?? []).map((key) => [key.generation, key]))
  const firstEdition = decided.get(number)
  const listed = keys.map((key): RegisterKey => {
    const signed = known.get(key.generation)
    if (signed && (signed.signing !== key.signing || signed.statements !== key.statements))
      throw new RegisterRefused('key-replaced', [{ place: `organisation ${number}`, rule: `generation_${key.generation}` }])
    const said = confirmed.has(`${number}.${key.generation}`) ? confirmed.get(`${number}.${key.generation}`) : confirmed.get('all')
    const own = key.generation === 1 && firstEdition !== undefined ? firstEdition : said
    if (signed === undefined && own === undefined) unconfirmed(key)
    const first = signed?.first_edition ?? own ?? null
    const { generation, signing, statements, last_edition } = key
    // By name: only people decide that unsigned cases of an edition of layout 2 count, and no server.
    const byDecision = signed?.by_decision === true || (generation === 1 && firstEdition !== undefined && first === firstEdition)
    return { generation, signing, statements, first_edition: first, last_edition, ...(byDecision ? { by_decision: true as const } : {}) }
  })
  const kept = [...known.values()].filter(({ generation }) => !listed.some((key) => key.generation === generation))
  return { number, name, holding, keys: [...listed, ...kept].sort((a, b) => a.generation - b.generation) }
}

/** Names and umbrellas of before may be written otherwise; whoever runs the server corrects them. @throws RegisterRefused 'name-unseen' */
function requireShownNames({ organisations }: NetworkListed): void {
  const places = organisations.flatMap(({ number, name, holding }) => [
    ...(isShownName(name) ? [] : [{ place: `organisation ${number}`, rule: 'name' }]),
    ...(holding === null || isShownName(holding) ? [] : [{ place: `organisation ${number}`, rule: 'holding' }]),
  ])
  if (places.length > 0) throw new RegisterRefused('name-unseen', places)
}

export interface UnsoundKey {
  readonly organisation: number
  readonly generation: number
}

/**
 * New keys that the server lists and no register can hold, because one of them stands somewhere already: in what was signed before, at another
 * organisation, or in an earlier generation. A draft leaves them out, so that no organisation keeps the others from a register.
 */
export function unsoundKeys(
  { organisations }: Pick<NetworkListed, 'organisations'>,
  previous: RegisterContent | null,
): readonly UnsoundKey[] {
  const signed = new Map((previous?.organisations ?? []).map((one) => [one.number, new Set(one.keys.map(({ generation }) => generation))]))
  const known = new Set(
    (previous?.organisations ?? []).flatMap(({ keys }) => keys.flatMap(({ signing, statements }) => [signing, statements])),
  )
  return organisations.flatMap(({ number, keys }) =>
    keys.flatMap(({ generation, signing, statements }) => {
      if (signed.get(number)?.has(generation)) return []
      if (signing === statements || known.has(signing) || known.has(statements)) return [{ organisation: number, generation }]
      known.add(signing).add(statements)
      return []
    }),
  )
}

/**
 * Where a key begins by what the server says, for people to compare with what the organisation says. In an edition of layout 1 signatures have
 * no place: the first one of layout 2 from where the key came. Null while there is none, or where the key ended before.
 */
function saidBeginning({ first_edition, last_edition }: RegisterKey, editions: NetworkListed['editions']): string | null {
  const from = first_edition === null ? 0 : editions.findIndex(({ id }) => id === first_edition)
  const at = editions.findIndex(({ layout }, place) => place >= from && layout === 2)
  const end = last_edition === null ? editions.length : editions.findIndex(({ id }) => id === last_edition)
  return from < 0 || at < 0 || at > end ? null : (editions[at] as { readonly id: string }).id
}

/** What the server says, confirmed unseen: for an invented network alone. */
export const asTheServerSays = ({ editions, organisations }: NetworkListed): Beginnings => ({
  confirmed: new Map(
    organisations.flatMap(({ number, keys }) => keys.map((key) => [`${number}.${key.generation}`, saidBeginning(key, editions)] as const)),
  ),
  decided: new Map(),
})
