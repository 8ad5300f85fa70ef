/** A statement under its seal: anybody could seal one, only the organisation can open it, and the commitment in the manifest shows whose it is. */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fields } from './fields.ts'
import { buffer, suite } from './hpke.ts'

export interface SealedStatement {
  /** 32 bytes. */
  readonly enc: Uint8Array
  /** 16 bytes longer than what was sealed. */
  readonly ciphertext: Uint8Array
}

const INFO = buffer(utf8ToBytes('jnatip/sealed-statement/1'))
const aad = (edition: string, organisation: number) => buffer(fields(edition, String(organisation)))

/** @param publicKey of the organisation's statements, 32 bytes  @throws RangeError or an error of the platform for bytes that are no key */
export async function sealStatement(
  bytes: Uint8Array,
  { edition, organisation, publicKey }: { readonly edition: string; readonly organisation: number; readonly publicKey: Uint8Array },
): Promise<SealedStatement> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(buffer(publicKey))
  const sender = await suite.createSenderContext({ recipientPublicKey, info: INFO })
  const ciphertext = await sender.seal(buffer(bytes), aad(edition, organisation))
  return { enc: new Uint8Array(sender.enc), ciphertext: new Uint8Array(ciphertext) }
}

/** What was sealed, or null where it was sealed to another key, edition or organisation, or altered. @param privateKey 32 bytes */
export async function openStatement(
  { enc, ciphertext }: SealedStatement,
  { edition, organisation, privateKey }: { readonly edition: string; readonly organisation: number; readonly privateKey: Uint8Array },
): Promise<Uint8Array | null> {
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(buffer(privateKey))
    const recipient = await suite.createRecipientContext({ recipientKey, enc: buffer(enc), info: INFO })
    return new Uint8Array(await recipient.open(buffer(ciphertext), aad(edition, organisation)))
  } catch {
    return null
  }
}
