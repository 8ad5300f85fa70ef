/**
 * Signatures of people under a document (Ed25519, RFC 8032): a register, or a decision about an edition. They cover the checksum of its canonical
 * JSON (RFC 8785) without the signatures; what kind of document it is stands in it, so that no signature serves for another kind.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import * as z from 'zod'
import { fields } from '../../../survey-schema/credentials/fields.ts'
import { fromHex, toHex } from '../../sealing/bytes.ts'
import { RegisterRefused } from './register-refused.ts'

export const documentSignature = z.strictObject({
  /** Public key of the person, hexadecimal. */
  signer: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type Signature = Readonly<z.infer<typeof documentSignature>>

const NEEDED = 2

const message = (checksum: string) => fields('jnatip/signed-document/1', checksum)

/** @param checksum of the document  @param privateKey 32 bytes */
export const signDocument = (checksum: string, privateKey: Uint8Array): Signature => ({
  signer: toHex(ed25519.getPublicKey(privateKey)),
  signature: toHex(ed25519.sign(message(checksum), privateKey)),
})

function isValid({ signer, signature }: Signature, checksum: string): boolean {
  try {
    return ed25519.verify(fromHex(signature, 64), message(checksum), fromHex(signer, 32), { zip215: false })
  } catch {
    return false
  }
}

/** The signatures with one more. @throws RegisterRefused 'signed-already', or 'signature-wrong' where one of those that are there does not fit */
export function withSignature(signatures: readonly Signature[], checksum: string, privateKey: Uint8Array): readonly Signature[] {
  if (signatures.some((one) => !isValid(one, checksum))) throw new RegisterRefused('signature-wrong')
  const own = signDocument(checksum, privateKey)
  if (signatures.some(({ signer }) => signer === own.signer)) throw new RegisterRefused('signed-already')
  return [...signatures, own]
}

/**
 * The trusted people who signed the document, each once, in the order of their keys: at least two.
 * @param trusted public keys, hexadecimal
 * @throws RegisterRefused 'signatures-missing', or 'signature-wrong' where a signature of one of them does not fit
 */
export function signersOf(signatures: readonly Signature[], checksum: string, trusted: readonly string[]): readonly string[] {
  const known = signatures.filter(({ signer }) => trusted.includes(signer))
  if (known.some((one) => !isValid(one, checksum))) throw new RegisterRefused('signature-wrong')
  const signers = [...new Set(known.map(({ signer }) => signer))].sort()
  if (signers.length < NEEDED) throw new RegisterRefused('signatures-missing')
  return signers
}
