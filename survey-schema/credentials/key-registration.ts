/**
 * The message by which an organisation shows that it holds the secret behind the public keys that it registers: signed by the new signing key, and
 * from the second generation on by the signing key of the generation before too.
 */
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { fields } from './fields.ts'
import type { SecretKeys } from './secret.ts'

export interface KeysToRegister {
  /** Number in the register. */
  readonly organisation: number
  readonly generation: number
  /** 32 bytes each. */
  readonly signing: Uint8Array
  readonly statements: Uint8Array
}

const message = ({ organisation, generation, signing, statements }: KeysToRegister): Uint8Array =>
  fields('jnatip/organisation-keys/1', String(organisation), String(generation), signing, statements)

/** 64 bytes. @param signer keys of the new generation, or of the one before it */
export const signKeys = (keys: KeysToRegister, signer: SecretKeys): Uint8Array => ed25519.sign(message(keys), signer.signing.privateKey)

/** Whether the holder of that signing key wants exactly these keys registered. */
export function areSignedBy(keys: KeysToRegister, signature: Uint8Array, signing: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message(keys), signing, { zip215: false })
  } catch {
    return false
  }
}

/** Whether something can be sealed to this key: a point of small order would give everybody the same secret. */
export function isStatementKey(statements: Uint8Array): boolean {
  try {
    x25519.getSharedSecret(new Uint8Array(32).fill(1), statements)
    return true
  } catch {
    return false
  }
}
