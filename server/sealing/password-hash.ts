/** Passwords are kept as scrypt (RFC 7914) of themselves. How it is computed depends on the platform; what comes out does not. */

export interface ScryptCost {
  readonly n: number
  readonly r: number
  readonly p: number
}

/** 16 MiB and some quarter of a second. @see OWASP Password Storage Cheat Sheet, scrypt */
export const SCRYPT_COST: ScryptCost = { n: 2 ** 14, r: 8, p: 5 }

/** Bytes of salt, and of what comes out. */
export const SALT_BYTES = 16
export const HASH_BYTES = 32

/**
 * scrypt with 32 bytes of output.
 * @param first done once its turn has come, before the work; what it throws is thrown
 */
export type Stretch = (password: Uint8Array, salt: Uint8Array, cost: ScryptCost, first?: () => Promise<void>) => Promise<Uint8Array>

/** Whether a hash was made with less than we ask for today. */
export const isOutdated = ({ n, r, p }: ScryptCost): boolean => n !== SCRYPT_COST.n || r !== SCRYPT_COST.r || p !== SCRYPT_COST.p
