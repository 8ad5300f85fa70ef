/**
 * The signature of an organisation under one case (Ed25519, RFC 8032). It covers whose case it is, for which edition, in which version, under which
 * tag, and every byte of the record: what is altered, moved to another edition, tag or organisation, or sent again as another version, does not verify.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { fields } from './fields.ts'

export const SIGNATURE_BYTES = 64
const DOMAIN = 'jnatip/signed-case/1'

export interface SignedCase {
  /** Number in the register. */
  readonly organisation: number
  readonly edition: string
  /** From 1; one more with each correction. */
  readonly version: number
  /** 32 bytes (`case-tag.ts`). */
  readonly tag: Uint8Array
  /** Layout and version of the questionnaire are its first two bytes. */
  readonly record: Uint8Array
}

/** What is signed. */
export const caseMessage = ({ organisation, edition, version, tag, record }: SignedCase): Uint8Array =>
  fields(DOMAIN, String(organisation), edition, record.subarray(0, 2), tag, String(version), record)

/** 64 bytes, the same for the same case and key. @param privateKey 32 bytes */
export const signCase = (signed: SignedCase, privateKey: Uint8Array): Uint8Array => ed25519.sign(caseMessage(signed), privateKey)

/** Whether the holder of the key signed exactly this case; false for bytes that are no signature or no key. @param publicKey 32 bytes */
export function isSignedBy(signed: SignedCase, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    // Strict verification: points of small order, under which one signature fits many messages, are refused.
    return ed25519.verify(signature, caseMessage(signed), publicKey, { zip215: false })
  } catch {
    return false
  }
}
