/**
 * The message by which the holder of a secret says which of its tags stand for which of its case references, in a network of before. Without it a
 * stolen access key could put cases of the organisation under tags that their owner does not know.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { fields } from './fields.ts'

export interface TranslatedTag {
  /** As it is sent. */
  readonly partner_case_key: string
  /** Hexadecimal. */
  readonly tag: string
}

export interface TagTranslation {
  /** Number in the register. */
  readonly organisation: number
  /** In the order in which they are sent. */
  readonly pairs: readonly TranslatedTag[]
}

const message = ({ organisation, pairs }: TagTranslation): Uint8Array =>
  fields('jnatip/translated-tags/1', String(organisation), ...pairs.flatMap(({ partner_case_key, tag }) => [partner_case_key, tag]))

/** 64 bytes. @param privateKey 32 bytes, the signing key of the newest generation */
export const signTranslation = (translation: TagTranslation, privateKey: Uint8Array): Uint8Array =>
  ed25519.sign(message(translation), privateKey)

/** Whether the holder of that signing key said exactly this; false for bytes that are no signature. @param publicKey 32 bytes */
export function isTranslationSignedBy(translation: TagTranslation, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message(translation), publicKey, { zip215: false })
  } catch {
    return false
  }
}
