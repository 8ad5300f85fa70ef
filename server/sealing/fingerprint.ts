/** How people compare two public keys. */
import { toHex } from './bytes.ts'
import { hashed } from './keyed.ts'

/** 80 bits by which people compare two public keys: `3f2a 91c0 …`. */
export const fingerprint = (publicKey: Uint8Array): string =>
  (toHex(hashed('jnatip/public-key/1', publicKey)).slice(0, 20).match(/.{4}/g) as string[]).join(' ')
