/** What stands for a partner's own case reference: the same for the same reference, and nothing to whoever lacks the organisation's secret. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fields } from './fields.ts'

export const TAG_BYTES = 32

/**
 * HMAC-SHA256 under the organisation's own key; 32 bytes.
 * @param reference as intake reads it (NFKC, without blanks at either end), so that both sides make the same tag
 */
export const caseTag = (tagKey: Uint8Array, reference: string): Uint8Array =>
  hmac(sha256, tagKey, fields('jnatip/case-reference/1', reference.normalize('NFKC').trim()))
