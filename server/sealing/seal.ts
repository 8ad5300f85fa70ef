/** A case goes in and cannot come out again here: the server seals, only the build can open. */
import { fields } from '../../survey-schema/credentials/fields.ts'
import { utf8 } from './bytes.ts'
import { buffer, suite } from './suite.ts'

export const INFO = buffer(utf8('jnatip/sealed-case/1'))

/** What a seal is bound to: opened under another edition, id, organisation or version it refuses. */
export interface Binding {
  readonly edition: string
  readonly id: string
  readonly organisation: number
  readonly version: number
}

export interface Sealed {
  /** 32 bytes. */
  readonly enc: Uint8Array
  /** 16 bytes longer than what was sealed. */
  readonly ciphertext: Uint8Array
}

/** What HPKE authenticates beside the case. */
export const aad = ({ edition, id, organisation, version }: Binding) => buffer(fields(edition, id, String(organisation), String(version)))

export type SealingKey = CryptoKey

/** @throws RangeError unless the bytes are a public key */
export async function sealingKey(publicKey: Uint8Array): Promise<SealingKey> {
  if (publicKey.length !== 32) throw new RangeError('a public key has 32 bytes')
  return suite.kem.deserializePublicKey(buffer(publicKey))
}

export async function seal(plaintext: Uint8Array, binding: Binding, key: SealingKey): Promise<Sealed> {
  const sender = await suite.createSenderContext({ recipientPublicKey: key, info: INFO })
  const ciphertext = await sender.seal(buffer(plaintext), aad(binding))
  return { enc: new Uint8Array(sender.enc), ciphertext: new Uint8Array(ciphertext) }
}
