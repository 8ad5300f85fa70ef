/** Bytes as text and back. */
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

export const toHex = bytesToHex
export const utf8 = utf8ToBytes

/** @throws RangeError unless the text is hexadecimal of `length` bytes */
export function fromHex(text: string, length: number): Uint8Array {
  if (text.length !== 2 * length || !/^[0-9a-f]*$/i.test(text)) throw new RangeError(`expected ${length} bytes in hexadecimal`)
  return hexToBytes(text)
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** @throws RangeError unless the text is base64 of `length` bytes */
export function fromBase64(text: string, length: number): Uint8Array {
  let decoded: string | null = null
  try {
    decoded = atob(text)
  } catch {
    decoded = null
  }
  if (decoded?.length !== length) throw new RangeError(`expected ${length} bytes in base64`)
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0))
}

/** True if the bytes are equal; the time taken depends on the length only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at++) difference |= (a[at] as number) ^ (b[at] as number)
  return difference === 0
}
