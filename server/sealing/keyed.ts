/** Keyed hashes (HMAC-SHA256, HKDF-SHA256), the same on Node, in workerd and in the build. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fields, lengthOf } from '../../survey-schema/credentials/fields.ts'
import { toHex, utf8 } from './bytes.ts'
import { turn } from './turn.ts'

/** HMAC-SHA256 over the fields; 32 bytes. */
export const keyed = (key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Uint8Array => keyedList(key, parts)

/** The same over a list of any length, one field after the other. */
export function keyedList(key: Uint8Array, parts: Iterable<string | Uint8Array>): Uint8Array {
  const sum = hmac.create(sha256, key)
  for (const part of parts) sum.update(fields(part))
  return sum.digest()
}

/** Bytes between two turns of the event loop: some milliseconds of work. */
const STRETCH = 512 * 1024

/** `keyed` over a short field and a long one, with turns of the event loop between. */
export async function keyedInTurns(key: Uint8Array, first: string, long: Uint8Array): Promise<Uint8Array> {
  const sum = hmac.create(sha256, key).update(fields(first)).update(lengthOf(long))
  for (let at = 0; at < long.length; at += STRETCH) {
    if (at > 0) await turn()
    sum.update(long.subarray(at, at + STRETCH))
  }
  return sum.digest()
}

/** SHA-256 over the fields; 32 bytes. */
export const hashed = (...parts: readonly (string | Uint8Array)[]): Uint8Array => sha256(fields(...parts))

/** SHA-256 of the text itself, hexadecimal. */
export const textHash = (text: string): string => toHex(sha256(utf8(text)))

export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** What is kept of a partner's own case reference: the same for the same organisation and reference, and nothing without the key. */
export const caseReferenceTag = (tagKey: Uint8Array, organisation: number, partnerCaseKey: string): Uint8Array =>
  keyed(tagKey, 'code-word', String(organisation), partnerCaseKey)
