/** Keys that follow from a secret, each for one purpose. */
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** HKDF-SHA256 without salt; 32 bytes bound to the purpose. @see RFC 5869 */
export const derived = (secret: Uint8Array, purpose: string): Uint8Array => hkdf(sha256, secret, undefined, utf8ToBytes(purpose), 32)
