/** The network as this database lists it. It is the server's word alone: what a build relies on is the register that two people signed. */
import { toHex } from '../sealing/bytes.ts'
import { read, type Store } from './port.ts'
import { editionsOfNetwork, organisationsOfNetwork, publicKeysOfNetwork } from './queries/register.ts'

/** One generation of an organisation's public keys, hexadecimal. */
export interface PublicKeysListed {
  readonly organisation: number
  readonly generation: number
  readonly signing: string
  readonly statements: string
  readonly first_edition: string | null
  readonly last_edition: string | null
}

export const publicKeysListed = async (store: Store): Promise<readonly PublicKeysListed[]> =>
  (await read(store, publicKeysOfNetwork())).map(({ signing, statements, ...key }) => ({
    ...key,
    signing: toHex(signing),
    statements: toHex(statements),
  }))

/** As `register draft` takes it. */
export async function networkListed(store: Store) {
  const [editions, organisations, keys] = await Promise.all([
    read(store, editionsOfNetwork()),
    read(store, organisationsOfNetwork()),
    publicKeysListed(store),
  ])
  return {
    editions: editions.map(({ id, public_key, layout }) => ({ id, public_key: toHex(public_key), layout })),
    organisations: organisations.map(({ id, name, holding }) => ({
      number: id,
      name,
      holding,
      keys: keys.filter(({ organisation }) => organisation === id).map(({ organisation: _, ...key }) => key),
    })),
  }
}
