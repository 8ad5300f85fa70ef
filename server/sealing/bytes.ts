/** Bytes as text and back. */
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

export const toHex = bytesToHex
export const utf8 = utf8ToBytes

/** @throws RangeError unless the text is hexadecimal of `length` bytes */
export function fromHex(text: string, length: number): Uint8Array {
  if (text.length !== 2 * length || !/^[0-9a-f]*$/i.test(text)) throw new RangeError(`expected ${length} bytes in hexadecimal`)
  return hexToBytes(text)
}

/** Bytes that one call may take as arguments. */
const TOGETHER = 8192

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += TOGETHER) text += String.fromCharCode(...bytes.subarray(at, at + TOGETHER))
  return btoa(text)
}

/** @throws RangeError unless the text is base64 of `length` bytes */
export function fromBase64(text: string, length: number): Uint8Array {
  const decoded = anyFromBase64(text)
  if (decoded?.length !== length) throw new RangeError(`expected ${length} bytes in base64`)
  return decoded
}

/** The bytes, or null where the text is no base64. */
export function anyFromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

/** True if the bytes are equal; the time taken depends on the length only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at++) difference |= (a[at] as number) ^ (b[at] as number)
  return difference === 0
}
