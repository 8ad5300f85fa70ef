/**
 * Keys as decision 10 and the release model, section 9, describe them, computed a second time: by the cryptography of Node and not by that of
 * the build, so that a fault in one is seen by the other.
 */
import { createHash, createHmac, hkdfSync } from 'node:crypto'

/** The secret of an edition, from the private key that two shares give. */
export const editionSecretOf = (privateKey: Uint8Array): Buffer => expanded(privateKey, 'edition-secret')

/** What shuffles the noise of a volume: of one edition its own secret, of several a hash of all of them, each behind its length. */
export function caseSetSecretOf(editionSecrets: readonly Uint8Array[]): Uint8Array {
  if (editionSecrets.length === 1) return editionSecrets[0]!
  const hash = createHash('sha256')
  for (const field of [Buffer.from('jnatip/volume-secret/1'), ...editionSecrets]) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(field.length)
    hash.update(length).update(field)
  }
  return hash.digest()
}

/** A key of 48 bits in two halves of 24, so that sums of thousands stay whole numbers. */
export interface HalvedKey {
  readonly high: number
  readonly low: number
}

/** The first six bytes of HMAC-SHA256 of a case id. @param id 32 hexadecimal digits */
export function recordKeyOf(editionSecret: Uint8Array, id: string): HalvedKey {
  const mac = createHmac('sha256', editionSecret).update(Buffer.from(id, 'hex')).digest()
  return { high: mac.readUIntBE(0, 3), low: mac.readUIntBE(3, 3) }
}

/** The key of a cell: the sum of the keys of its cases, modulo 2^48. */
export const cellKeyOf = (high: number, low: number): number => Number(BigInt.asUintN(48, (BigInt(high) << 24n) + BigInt(low)))

/** Whole numbers below 2^32, one after the other: HMAC-SHA256 of 0, 1, 2 … as eight bytes, eight numbers from each. */
export function* drawsUnder(secret: Uint8Array): Generator<number, never> {
  const key = expanded(secret, 'shuffle')
  for (let block = 0n; ; block++) {
    const counter = Buffer.alloc(8)
    counter.writeBigUInt64BE(block)
    const mac = createHmac('sha256', key).update(counter).digest()
    for (let at = 0; at < mac.length; at += 4) yield mac.readUInt32BE(at)
  }
}

/** HKDF-SHA256 without salt, 32 bytes. @see RFC 5869 */
const expanded = (secret: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), Buffer.from(purpose), 32))
