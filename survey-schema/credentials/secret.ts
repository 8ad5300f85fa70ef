/**
 * The secret half of an organisation's credential: made on the organisation's side, never sent by our clients, never stored by the server.
 * Three keys follow from it, each for one purpose (HKDF-SHA256, RFC 5869): one for the tags of case references, one that signs cases
 * (Ed25519, RFC 8032), one to which the build seals statements (X25519, RFC 7748).
 */
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { derived } from './derived.ts'

/** 32 random bytes. */
export type SecretBytes = Uint8Array

export interface SecretKeys {
  /** 32 bytes: tags of case references are made with it (`case-tag.ts`). */
  readonly tagKey: Uint8Array
  /** 32 bytes each, private and public: signatures of cases (`case-signature.ts`). */
  readonly signing: { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }
  /** 32 bytes each, private and public: the build seals statements to the public one. */
  readonly statements: { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }
}

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

/**
 * The keys of a secret, the same each time.
 * @throws RangeError unless there are 32 bytes
 * @example keysOf(new Uint8Array(32)).signing.publicKey.length // 32
 */
export function keysOf(secret: SecretBytes): SecretKeys {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a secret has 32 bytes')
  const [signing, statements] = [derived(secret, 'jnatip/signing-key/1'), derived(secret, 'jnatip/statement-key/1')]
  return {
    tagKey: derived(secret, 'jnatip/case-tags/1'),
    signing: { privateKey: signing, publicKey: ed25519.getPublicKey(signing) },
    statements: { privateKey: statements, publicKey: x25519.getPublicKey(statements) },
  }
}
