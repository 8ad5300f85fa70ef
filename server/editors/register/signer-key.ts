/** The signing key of one person, made on a device of their own; it signs registers and decisions, and opens nothing. */
import { ed25519 } from '@noble/curves/ed25519.js'
import { fromHex, toHex } from '../../sealing/bytes.ts'
import { fingerprint } from '../../sealing/fingerprint.ts'
import { hashed, randomBytes } from '../../sealing/keyed.ts'
import { RegisterRefused } from './register-refused.ts'

export interface SignerKey {
  /** 32 bytes. */
  readonly privateKey: Uint8Array
  /** Hexadecimal. */
  readonly publicKey: string
}

const FIRST_LINE = 'jnatip-signer/1'

const signerKey = (privateKey: Uint8Array): SignerKey => ({ privateKey, publicKey: toHex(ed25519.getPublicKey(privateKey)) })

export const newSignerKey = (): SignerKey => signerKey(randomBytes(32))

/** How two people compare a key: aloud, in person. @param publicKey hexadecimal */
export const signerFingerprint = (publicKey: string): string => fingerprint(fromHex(publicKey, 32))

const checkOf = (secret: string) => toHex(hashed('jnatip/signer-check/1', secret)).slice(0, 8)

/** The text of the file. Whoever holds it signs in the name of this person. */
export function signerText({ privateKey, publicKey }: SignerKey): string {
  const secret = toHex(privateKey)
  return `${FIRST_LINE}\npublic ${publicKey}\nsecret ${secret}\ncheck ${checkOf(secret)}\n`
}

/** @throws RegisterRefused 'signer-malformed' */
export function readSigner(text: string): SignerKey {
  const read = /^jnatip-signer\/1\r?\npublic ([0-9a-f]{64})\r?\nsecret ([0-9a-f]{64})\r?\ncheck ([0-9a-f]{8})\s*$/.exec(text)
  const [, publicKey, secret = '', check] = read ?? []
  if (checkOf(secret) !== check) throw new RegisterRefused('signer-malformed')
  const key = signerKey(fromHex(secret, 32))
  if (key.publicKey !== publicKey) throw new RegisterRefused('signer-malformed')
  return key
}
