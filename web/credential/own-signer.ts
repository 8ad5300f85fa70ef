/**
 * Who signs: the pasted secret and what the server says of the organisation. Loaded when something is sent, so that the form stays small until then.
 */
import { bytesToHex } from '@noble/hashes/utils.js'
import { keysOf, type SecretKeys } from '../../survey-schema/credentials/secret.ts'
import type { SecretBytes } from '../../survey-schema/credentials/secret-text.ts'
import type { Signer } from '../../survey-schema/credentials/signed-submission.ts'
import { client, Refused } from '../client.ts'
import type { HeldCredential } from './pasted.ts'

export interface OwnSigner {
  /** Null for an organisation that has no secret yet: its cases go with their references, as before. */
  readonly signer: Signer | null
  /** Whether the organisation has a registered rule for existing records; the record, and so the signature, depends on it. */
  readonly existingRecordRule: boolean
  /** By which the server judges; a clock that is wrong, or a night at the end of a year, gives another record. */
  readonly year: number
}

/**
 * @throws Refused as the server refuses; 'secret-unknown' when its public keys are not registered for this organisation, 'secret-needed' when the
 * organisation signs and no secret was given, 'no-open-edition'
 */
export async function ownSigner({ access, secret, earlier }: HeldCredential): Promise<OwnSigner> {
  const { number, openEdition, keys, year, existingRecordRule } = await client.organisation(access)
  if (secret === null) {
    if (keys.length > 0) throw new Refused('secret-needed')
    return { signer: null, existingRecordRule, year }
  }
  const own = keysOf(secret)
  const generation = generationOf(own, keys)
  if (generation === null) throw new Refused('secret-unknown')
  if (openEdition === null) throw new Refused('no-open-edition')
  const before = earlier === null ? null : earlierKeys(earlier, generation, keys)
  return { signer: { organisation: number, edition: openEdition, generation, keys: own, earlier: before }, existingRecordRule, year }
}

type Registered = Awaited<ReturnType<typeof client.organisation>>['keys']

const generationOf = ({ signing }: SecretKeys, keys: Registered): number | null =>
  keys.find((key) => key.signing === bytesToHex(signing.publicKey))?.generation ?? null

function earlierKeys(secret: SecretBytes, generation: number, keys: Registered): SecretKeys {
  const own = keysOf(secret)
  if (generationOf(own, keys) !== generation - 1) throw new Refused('secret-unknown')
  return own
}
