/**
 * The seed of a run: whatever a test draws comes from it, keys included. A run draws a new one and prints it, so that many runs try more than
 * one; `SEED=123 npx vitest run …` gives the choices of an earlier run again.
 */
import { createCipheriv, createHash, randomInt } from 'node:crypto'

/** A whole number from 0 to 2^31 - 1; drawn and kept for this process and its children where `SEED` is not set. @throws RangeError when it is set to anything else */
export function seedOfRun(): number {
  process.env.SEED ||= String(randomInt(2 ** 31))
  const seed = Number(process.env.SEED)
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 31) throw new RangeError('SEED is a whole number from 0 to 2147483647')
  return seed
}

/** Bytes as random as those of a cipher (AES-256 in counter mode), the same for the same seed and purpose. */
export function drawnBytes(purpose: string): (length: number) => Uint8Array {
  const key = createHash('sha256').update(`${seedOfRun()} ${purpose}`).digest()
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  return (length) => new Uint8Array(stream.update(Buffer.alloc(length)))
}

/** The next number from 0 (included) to 1 (not included) at each call. */
export function drawnNumbers(purpose: string): () => number {
  const next = drawnBytes(purpose)
  return () => new DataView(next(4).buffer).getUint32(0) / 2 ** 32
}
