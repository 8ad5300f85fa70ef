/**
 * A case as it lies inside the seal. Layout 1 is the record alone, 256 bytes. Layout 2 adds the tag of the case reference, the signature of the
 * organisation, and which of its keys signed, always 384 bytes; for the answer of an affected person that is the signature of her one-time key, and the
 * key of the organisation that signed for it. The first byte names the layout; either one decodes for ever.
 */
import { SIGNATURE_BYTES } from '../credentials/case-signature.ts'
import { TAG_BYTES } from '../credentials/case-tag.ts'
import type { CaseRecord } from '../release/case-record.ts'
import { corrupt } from './answer-bytes.ts'
import { decodeRecord, encodeRecord, RECORD_BYTES } from './record-bytes.ts'

export const SIGNED_BYTES = 384

/** Of a case of before its organisation's first key, and of one that was sent without a secret, there is none. */
export interface CaseSignature {
  readonly tag: Uint8Array
  readonly signature: Uint8Array
  /** Of the key that signed, from 1. */
  readonly generation: number
  /** The one-time key of an invitation signed, for which that key of the organisation stands (`credentials/answer-invitation.ts`). */
  readonly invited?: true
}

const [RECORD_ALONE, SIGNED] = [1, 2] as const
const TAG_AT = RECORD_BYTES
const SIGNATURE_AT = TAG_AT + TAG_BYTES
/** Two bytes, big-endian. Zero: no signature, and no tag either. */
const GENERATION_AT = SIGNATURE_AT + SIGNATURE_BYTES
/** One byte: 1 for an invitation, else 0. */
const INVITED_AT = GENERATION_AT + 2
const HIGHEST_GENERATION = 0xffff

/** The bytes of a record in layout 2: what an organisation signs. @throws RangeError as `encodeRecord` */
export function bytesToSign(record: CaseRecord): Uint8Array {
  const bytes = encodeRecord(record)
  bytes[0] = SIGNED
  return bytes
}

/**
 * The case as 384 bytes, the same for the same case.
 * @param signed null for a case without a signature
 * @throws RangeError as `encodeRecord`, and where tag, signature or generation have another form
 */
export const encodeSigned = (record: CaseRecord, signed: CaseSignature | null): Uint8Array => asSealed(bytesToSign(record), 2, signed)

/**
 * What is sealed of a case in an edition of this layout: 256 or 384 bytes. Layout 1 has no place for a signature.
 * @param record its bytes as `bytesToSign` makes them
 * @throws RangeError where tag, signature or generation have another form
 */
export function asSealed(record: Uint8Array, layout: 1 | 2, signed: CaseSignature | null): Uint8Array {
  const bytes = new Uint8Array(layout === 1 ? RECORD_BYTES : SIGNED_BYTES)
  bytes.set(record)
  bytes[0] = layout
  if (layout === 1) return bytes
  if (signed === null) return bytes
  const { tag, signature, generation, invited = false } = signed
  if (tag.length !== TAG_BYTES || signature.length !== SIGNATURE_BYTES || !isGeneration(generation)) throw corrupt()
  bytes.set(tag, TAG_AT)
  bytes.set(signature, SIGNATURE_AT)
  new DataView(bytes.buffer).setUint16(GENERATION_AT, generation)
  bytes[INVITED_AT] = invited ? 1 : 0
  return bytes
}

const isGeneration = (generation: number) => Number.isInteger(generation) && generation > 0 && generation <= HIGHEST_GENERATION

/**
 * The case that these bytes hold, in either layout. Whether the signature is right is another question (`case-signature.ts`).
 * @throws RangeError for bytes that neither layout can have
 */
export function decodeCase(bytes: Uint8Array): { readonly record: CaseRecord; readonly signed: CaseSignature | null } {
  if (bytes[0] === RECORD_ALONE) return { record: decodeRecord(bytes), signed: null }
  if (bytes[0] !== SIGNED || bytes.length !== SIGNED_BYTES) throw corrupt()
  const own = bytes.slice(0, RECORD_BYTES)
  own[0] = RECORD_ALONE
  const record = decodeRecord(own)
  own.fill(0)
  const generation = new DataView(bytes.buffer, bytes.byteOffset).getUint16(GENERATION_AT)
  const invited = bytes[INVITED_AT] as number
  if (invited > 1 || bytes.subarray(INVITED_AT + 1).some((byte) => byte !== 0)) throw corrupt()
  if (generation === 0) {
    if (invited === 1 || bytes.subarray(TAG_AT, GENERATION_AT).some((byte) => byte !== 0)) throw corrupt()
    return { record, signed: null }
  }
  const signed = { tag: bytes.slice(TAG_AT, SIGNATURE_AT), signature: bytes.slice(SIGNATURE_AT, GENERATION_AT), generation }
  return { record, signed: invited === 1 ? { ...signed, invited: true } : signed }
}
