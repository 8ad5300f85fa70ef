/** The edition that takes cases in now, with its key made ready once. */
import { ProblemError } from '../../survey-schema/problem.ts'
import { toHex } from '../sealing/bytes.ts'
import { type SealingKey, sealingKey } from '../sealing/seal.ts'
import { read, type Store } from './port.ts'
import { openEdition } from './queries/editions.ts'

export interface OpenEdition {
  readonly id: string
  readonly key: SealingKey
  /** How its cases lie inside their seal. */
  readonly layout: 1 | 2
}

/** Reads the open edition each time, and its key only when it changed. @throws ProblemError 'no-open-edition' */
export function openEditions(store: Store): () => Promise<OpenEdition> {
  let known: { readonly publicKey: string; readonly edition: OpenEdition } | null = null
  return async () => {
    const [row] = await read(store, openEdition())
    if (!row) throw new ProblemError('no-open-edition')
    const publicKey = toHex(row.public_key)
    if (known?.edition.id !== row.id || known.publicKey !== publicKey) {
      known = { publicKey, edition: { id: row.id, key: await sealingKey(row.public_key), layout: row.layout } }
    }
    return known.edition
  }
}
