/**
 * A file for those who hold two shares of an edition: sealed to its public key, bound to what the file is and to the bundle it
 * belongs to. Anybody could seal such a file, only they can open it; whether it fits its bundle is for its reader to check.
 */

import { fields } from '../../../survey-schema/credentials/fields.ts'
import { utf8 } from '../../sealing/bytes.ts'
import type { Sealed, SealingKey } from '../../sealing/seal.ts'
import { buffer, suite } from '../../sealing/suite.ts'
import { type OpeningKey, SealBroken } from './open.ts'

export interface FileBinding {
  readonly kind: 'editor-file'
  readonly edition: string
  /** Checksum of the bundle. */
  readonly bundle: string
}

const info = ({ kind }: FileBinding) => buffer(utf8(`jnatip/${kind}/1`))
const aad = ({ kind, edition, bundle }: FileBinding) => buffer(fields(kind, edition, bundle))

export async function sealFile(plaintext: Uint8Array, binding: FileBinding, key: SealingKey): Promise<Sealed> {
  const sender = await suite.createSenderContext({ recipientPublicKey: key, info: info(binding) })
  const ciphertext = await sender.seal(buffer(plaintext), aad(binding))
  return { enc: new Uint8Array(sender.enc), ciphertext: new Uint8Array(ciphertext) }
}

/** What was sealed. @throws SealBroken for another key, another binding, or altered bytes */
export async function openFile(sealed: Sealed, binding: FileBinding, key: OpeningKey): Promise<Uint8Array> {
  try {
    const recipient = await suite.createRecipientContext({ recipientKey: key, enc: buffer(sealed.enc), info: info(binding) })
    return new Uint8Array(await recipient.open(buffer(sealed.ciphertext), aad(binding)))
  } catch {
    throw new SealBroken()
  }
}
