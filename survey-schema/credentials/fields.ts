/** Lists of fields as bytes that can be read in one way only. */
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Each field behind its length (four bytes, big-endian), so that no two lists of fields share their bytes.
 * @example fields('ab', 'c') // other bytes than fields('a', 'bc')
 */
export function fields(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return concatBytes(
    ...parts.flatMap((part) => {
      const bytes = typeof part === 'string' ? utf8ToBytes(part) : part
      return [lengthOf(bytes), bytes]
    }),
  )
}

/** What stands before a field: its length in four bytes, big-endian. */
export function lengthOf(field: Uint8Array): Uint8Array {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, field.length)
  return length
}
