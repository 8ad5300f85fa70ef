/** SHA-256 of the canonical JSON of a value (RFC 8785), hexadecimal: the same for everybody who holds the value. */
import canonicalize from 'canonicalize'
import { textHash } from './keyed.ts'

export function checksum(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new RangeError('not a JSON value')
  return textHash(text)
}
