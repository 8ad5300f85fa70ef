/** Codes of an authenticator app (RFC 6238): six digits of HMAC-SHA1, another one every 30 seconds. SHA-1 is what every app knows, and sound within HMAC. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { equalBytes, utf8 } from './bytes.ts'

/** Bytes of a secret (RFC 4226, section 4: at least 16, 20 recommended). */
export const TOTP_SECRET_BYTES = 20
/** Seconds in which one code is good. */
export const TOTP_STEP = 30
/** The code before and the one after are taken too: 90 seconds in all, for clocks that differ. */
const WINDOW = [-1, 0, 1] as const

/** @param step whole number of 30 seconds since 1970 */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const sum = hmac(sha1, secret, new Uint8Array(counter.buffer))
  const at = (sum[19] as number) & 15
  const value = new DataView(sum.buffer, sum.byteOffset).getUint32(at) & 0x7fffffff
  return String(value % 1_000_000).padStart(6, '0')
}

/** The step whose code was typed; null if it is none of the three. All three are compared, each in constant time. */
export function totpStep(secret: Uint8Array, typed: string, seconds: number): number | null {
  const now = Math.floor(seconds / TOTP_STEP)
  const given = utf8(typed)
  return WINDOW.map((offset) => now + offset).reduce<number | null>(
    (found, step) => (equalBytes(utf8(totpCode(secret, step)), given) ? step : found),
    null,
  )
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** As apps take it (RFC 4648), without padding: 20 bytes are 32 characters. */
export function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += BASE32[(held >> (bits - 5)) & 31]
    held &= 255
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text
}
