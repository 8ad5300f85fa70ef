/**
 * The secret half of an organisation's credential: made on the organisation's side, never sent by our clients, never stored by the server.
 * Three keys follow from it, each for one purpose (HKDF-SHA256, RFC 5869): one for the tags of case references, one that signs cases
 * (Ed25519, RFC 8032), one to which the build seals statements (X25519, RFC 7748).
 */
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { derived } from './derived.ts'
import { SECRET_BYTES, type SecretBytes } from './secret-text.ts'

export interface SecretKeys {
  /** 32 bytes: tags of case references are made with it (`case-tag.ts`). */
  readonly tagKey: Uint8Array
  /** 32 bytes each, private and public: signatures of cases (`case-signature.ts`). */
  readonly signing: { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }
  /** 32 bytes each, private and public: the build seals statements to the public one. */
  readonly statements: { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }
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
