/**
 * The key of an edition. Its private half is one secret of 32 bytes: shared among custodians, put together only in the
 * build, in memory. Everything else of the edition that must stay secret is derived from it.
 */
import { derived } from '../../../survey-schema/credentials/derived.ts'
import { randomBytes } from '../../sealing/keyed.ts'
import { buffer, suite } from '../../sealing/suite.ts'
import type { OpeningKey } from './open.ts'

export interface EditionKey {
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  readonly opening: OpeningKey
  /** Root of record keys and shuffles; stored nowhere, and ends with the shares. */
  readonly editionSecret: Uint8Array
}

/** The key that belongs to a secret: always the same one. @see RFC 9180, section 7.1.3 (DeriveKeyPair) */
export async function editionKey(secret: Uint8Array): Promise<EditionKey> {
  if (secret.length !== 32) throw new RangeError('the secret of an edition has 32 bytes')
  const opening = await suite.kem.deriveKeyPair(buffer(secret))
  const publicKey = new Uint8Array(await suite.kem.serializePublicKey(opening.publicKey))
  return { secret, publicKey, opening, editionSecret: derived(secret, 'edition-secret') }
}

export const newEditionKey = (): Promise<EditionKey> => editionKey(randomBytes(32))
