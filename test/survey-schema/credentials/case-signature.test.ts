/** The signature under a case, and the bytes in which it lies inside the seal. */
import { describe, expect, it } from 'vitest'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { encodeRecord, RECORD_BYTES } from '../../../survey-schema/answers/record-bytes.ts'
import { bytesToSign, decodeCase, encodeSigned, SIGNED_BYTES } from '../../../survey-schema/answers/signed-bytes.ts'
import { isSignedBy, type SignedCase, signCase } from '../../../survey-schema/credentials/case-signature.ts'
import { caseTag } from '../../../survey-schema/credentials/case-tag.ts'
import { keysOf } from '../../../survey-schema/credentials/secret.ts'
import { anyRecord, CONTEXT, plainSubmission } from '../../support/records.ts'
import fc from '../../support/seeded-properties.ts'

const own = keysOf(new Uint8Array(32).fill(7))
const { record } = receive(plainSubmission(), CONTEXT)
const signed: SignedCase = {
  organisation: 3,
  edition: '2026-1',
  version: 1,
  tag: caseTag(own.tagKey, 'A-1'),
  record: bytesToSign(record),
}
const signature = signCase(signed, own.signing.privateKey)
const flipped = (bytes: Uint8Array, at: number) => bytes.map((byte, place) => (place === at ? byte ^ 1 : byte))

describe('the signature under a case', () => {
  it('P64 verifies under the key of the organisation alone', () => {
    expect(isSignedBy(signed, signature, own.signing.publicKey)).toBe(true)
    expect(isSignedBy(signed, signature, keysOf(new Uint8Array(32).fill(8)).signing.publicKey)).toBe(false)
    for (const bad of [new Uint8Array(0), new Uint8Array(32), new Uint8Array(33)]) expect(isSignedBy(signed, signature, bad)).toBe(false)
    for (const bad of [new Uint8Array(0), new Uint8Array(64), signature.slice(1)]) {
      expect(isSignedBy(signed, bad, own.signing.publicKey)).toBe(false)
    }
  })

  it('P64 does not verify for a case that was moved, replayed as another version, or altered in any byte', () => {
    const others: readonly SignedCase[] = [
      { ...signed, organisation: 4 },
      { ...signed, edition: '2026-2' },
      { ...signed, version: 2 },
      { ...signed, tag: caseTag(own.tagKey, 'A-2') },
      { ...signed, record: encodeRecord(record) },
      ...Array.from({ length: RECORD_BYTES }, (_, at) => ({ ...signed, record: flipped(signed.record, at) })),
    ]
    for (const other of others) expect(isSignedBy(other, signature, own.signing.publicKey)).toBe(false)
    for (let at = 0; at < 64; at++) expect(isSignedBy(signed, flipped(signature, at), own.signing.publicKey)).toBe(false)
  })

  it('P64 under a key of small order, which fits many messages, is none', () => {
    const identity = new Uint8Array(32)
    identity[0] = 1
    const universal = new Uint8Array(64)
    universal[0] = 1
    expect(isSignedBy(signed, universal, identity)).toBe(false)
  })
})

describe('a case as bytes inside the seal', () => {
  const sealedWith = { tag: signed.tag, signature, generation: 2 }

  it('P64 comes back as it was, always in 384 bytes, and still verifies', () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 1, max: 0xffff }), fc.boolean(), (any, generation, has) => {
        const with_ = has ? { ...sealedWith, generation } : null
        const bytes = encodeSigned(any, with_)
        expect(bytes.length).toBe(SIGNED_BYTES)
        expect(decodeCase(bytes)).toEqual({ record: any, signed: with_ })
      }),
      { numRuns: 300 },
    )
    const { record: read, signed: found } = decodeCase(encodeSigned(record, sealedWith))
    expect(isSignedBy({ ...signed, record: bytesToSign(read), tag: found!.tag }, found!.signature, own.signing.publicKey)).toBe(true)
  })

  it('P44 decodes layout 1 for ever', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(decodeCase(encodeRecord(any))).toEqual({ record: any, signed: null })
      }),
      { numRuns: 100 },
    )
  })

  it('refuses bytes that neither layout can have, and never reads two spellings as one case', () => {
    const whole = encodeSigned(record, sealedWith)
    for (const bytes of [new Uint8Array(0), new Uint8Array(384), whole.slice(0, 383), encodeRecord(record).slice(0, 255)])
      expect(() => decodeCase(bytes)).toThrow(RangeError)
    for (let at = 0; at < SIGNED_BYTES; at++) {
      const changed = flipped(whole, at)
      let read: ReturnType<typeof decodeCase>
      try {
        read = decodeCase(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
        continue
      }
      expect(encodeSigned(read.record, read.signed)).toEqual(changed)
    }
    const bare = encodeSigned(record, null)
    expect(() => decodeCase(flipped(bare, 300))).toThrow(RangeError)
    for (const wrong of [0, -1, 1.5, 0x10000]) expect(() => encodeSigned(record, { ...sealedWith, generation: wrong })).toThrow(RangeError)
    expect(() => encodeSigned(record, { ...sealedWith, tag: new Uint8Array(31) })).toThrow(RangeError)
  })
})
