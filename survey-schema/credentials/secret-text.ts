/** The secret of an organisation as a text: shown once, and pasted again. Small, because the form's page loads it; the keys of a secret are in `secret.ts`. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** 32 random bytes. */
export type SecretBytes = Uint8Array

export const SECRET_BYTES = 32
const PREFIX = 'jns1_'
/** Bytes of SHA-256 behind the secret, so that a slip of the hand is found before anything is signed. */
const CHECK_BYTES = 4

const checkOf = (secret: SecretBytes) => sha256(concatBytes(utf8ToBytes(PREFIX), secret)).subarray(0, CHECK_BYTES)

/** The text in which a secret is shown once and pasted again. @throws RangeError unless there are 32 bytes */
export function secretText(secret: SecretBytes): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a secret has 32 bytes')
  return PREFIX + bytesToHex(concatBytes(secret, checkOf(secret)))
}

/** The secret behind a text; blanks, line ends and capitals do not matter. Null where a character is missing or wrong. */
export function readSecret(text: string): SecretBytes | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  if (!plain.startsWith(PREFIX) || !/^[0-9a-f]{72}$/.test(plain.slice(PREFIX.length))) return null
  const bytes = hexToBytes(plain.slice(PREFIX.length))
  const secret = bytes.slice(0, SECRET_BYTES)
  return bytesToHex(checkOf(secret)) === bytesToHex(bytes.subarray(SECRET_BYTES)) ? secret : null
}
