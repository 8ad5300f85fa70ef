/**
 * What is made of a request's own key. K = HKDF(presented credential ‖ Idempotency-Key) exists only while the request is
 * answered; the store keeps keyed hashes of it, from which neither K, nor the case, nor its receipt can be found. A request
 * sent again makes the same K, and so is recognised and answers with the same id and receipt, without storing either.
 */
import * as z from 'zod'
import { derived } from '../../survey-schema/credentials/derived.ts'
import { fields } from '../../survey-schema/credentials/fields.ts'
import { toHex } from '../sealing/bytes.ts'
import { keyed, keyedInTurns } from '../sealing/keyed.ts'
import { refusingBare, validated } from './validated.ts'

export interface RequestKey {
  /** Recognises the request; 32 bytes. */
  readonly lookup: Uint8Array
  /** Recognises what was sent; 32 bytes. */
  digest(body: Uint8Array): Uint8Array
  /** Id of the case: 128 bits in hexadecimal. */
  readonly id: string
  /** Bits of the receipt. */
  readonly receipt: Uint8Array
}

/** The key of the request, 1 to 128 visible ASCII characters, unquoted. @throws ProblemError 'idempotency-key-required' */
export const idempotencyKey = (description: string) =>
  validated(
    'header',
    z.object({
      'Idempotency-Key': z
        .string()
        .regex(/^[\x21\x23-\x7e]{1,128}$/)
        .describe(description),
    }),
    refusingBare('idempotency-key-required'),
  )

/**
 * A correction needs no key of its own: which version of which case it replaces is one. Sent again after a lost answer it is recognised.
 */
export const correctionKey = (credential: string, id: string, version: number): Pick<RequestKey, 'lookup' | 'digest'> => {
  const secret = derived(fields(credential, id, String(version)), 'jnatip/correction/1')
  return { lookup: keyed(secret, 'lookup'), digest: (body) => keyed(secret, 'body', body) }
}

/** What is made of the digest of a file, and then of the place of a row in it: a part sent again gives the same ids and receipts. */
export const importId = (credential: string, key: string): string =>
  toHex(keyed(derived(fields(credential, key), 'jnatip/import/1'), 'id').subarray(0, 16))

export interface PartKey {
  /** Recognises what was sent; 32 bytes. The body may be long: others are answered meanwhile. */
  digest(body: Uint8Array): Promise<Uint8Array>
  /** Id of a case, and the bits of its receipt. @param line of the part, from 1 */
  row(line: number): { readonly id: string; readonly receipt: Uint8Array }
}

export function partKey(credential: string, id: string, part: number): PartKey {
  const secret = derived(fields(credential, id, String(part)), 'jnatip/import-part/1')
  return {
    digest: (body) => keyedInTurns(secret, 'body', body),
    row: (line) => ({
      id: toHex(keyed(secret, 'id', String(line)).subarray(0, 16)),
      receipt: keyed(secret, 'receipt', String(line)),
    }),
  }
}

export function requestKey(credential: string, key: string): RequestKey {
  const secret = derived(fields(credential, key), 'jnatip/request/1')
  return {
    lookup: keyed(secret, 'lookup'),
    digest: (body) => keyed(secret, 'body', body),
    id: toHex(keyed(secret, 'id').subarray(0, 16)),
    receipt: keyed(secret, 'receipt'),
  }
}
