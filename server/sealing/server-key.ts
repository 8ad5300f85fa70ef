/**
 * The key of a server: it authenticates the ledger of withdrawals and makes the digests of editions. Neither recognises a case reference: of
 * what stands in the database, nothing is known again with it.
 */

import { derived } from '../../survey-schema/credentials/derived.ts'
import { equalBytes, fromHex, toHex } from './bytes.ts'
import { keyed, randomBytes } from './keyed.ts'

export interface ServerKey {
  /** 32 bytes: nobody without it shortens the ledger. */
  readonly ledger: Uint8Array
  /** 32 bytes: digests of the cases of an edition, which published manifests name. */
  readonly digests: Uint8Array
}

const PART = 32

export const newServerKey = (): ServerKey => ({ ledger: randomBytes(PART), digests: randomBytes(PART) })

/**
 * The key of a network of before, whose key of the tags did all of this: ledgers and published digests stay valid. HKDF leads one way, so that
 * nothing of the key of the tags follows from it.
 */
export const serverKeyOf = (tagKey: Uint8Array): ServerKey => ({
  ledger: derived(tagKey, 'jnatip/withdrawals/1'),
  digests: derived(tagKey, 'jnatip/edition-digest/1'),
})

/** 64 bytes in hexadecimal. */
export const serverKeyText = ({ ledger, digests }: ServerKey): string => toHex(ledger) + toHex(digests)

/** @throws RangeError unless the text is 64 bytes in hexadecimal */
export function readServerKey(text: string): ServerKey {
  const bytes = fromHex(text.trim(), 2 * PART)
  return { ledger: bytes.slice(0, PART), digests: bytes.slice(PART) }
}

/** 32 bytes by which the key is known again; nothing about it follows from them. */
export const serverKeyCheck = ({ ledger, digests }: ServerKey): Uint8Array =>
  keyed(derived(ledger, 'jnatip/ledger-key-check/1'), 'check', keyed(derived(digests, 'jnatip/ledger-key-check/1'), 'check'))

/** @param held as the database has it */
export const isServerKey = (key: ServerKey, held: Uint8Array): boolean => equalBytes(serverKeyCheck(key), held)
