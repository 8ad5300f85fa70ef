import { describe, expect, it } from 'vitest'
import { receiptHash } from '../../server/receipts/code.ts'
import { toHex } from '../../server/sealing/bytes.ts'
import { readReceipt, receiptCode } from '../../survey-schema/receipt-code.ts'
import fc from '../support/seeded-properties.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bits = fc.uint8Array({ minLength: 32, maxLength: 32 })
const plain = (code: string) => code.replaceAll('-', '')

describe('receipt codes', () => {
  it('P30 are five groups of four that read back as they are', () => {
    fc.assert(
      fc.property(bits, (made) => {
        const code = receiptCode(made)
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(readReceipt(code)).toBe(code)
      }),
    )
  })

  it('P30 carry 90 bits: codes differ when any of the first 90 bits does', () => {
    fc.assert(
      fc.property(bits, fc.integer({ min: 0, max: 89 }), (made, bit) => {
        const other = made.slice()
        other[bit >> 3] = (other[bit >> 3] as number) ^ (0x80 >> (bit & 7))
        expect(plain(receiptCode(other)).slice(0, 18)).not.toBe(plain(receiptCode(made)).slice(0, 18))
      }),
    )
    expect(() => receiptCode(new Uint8Array(11))).toThrow(RangeError)
  })

  it('P33 notice every single wrong character', () => {
    fc.assert(
      fc.property(bits, fc.integer({ min: 0, max: 19 }), fc.constantFrom(...ALPHABET), (made, place, character) => {
        const code = plain(receiptCode(made))
        const typed = code.slice(0, place) + character + code.slice(place + 1)
        expect(readReceipt(typed) === null).toBe(typed !== code)
      }),
      { numRuns: 1000 },
    )
  })

  it('P33 notice any two characters that changed places', () => {
    fc.assert(
      fc.property(bits, fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 19 }), (made, one, two) => {
        const typed = [...plain(receiptCode(made))]
        const before = typed.join('')
        ;[typed[one], typed[two]] = [typed[two] as string, typed[one] as string]
        expect(readReceipt(typed.join('')) === null).toBe(typed.join('') !== before)
      }),
      { numRuns: 1000 },
    )
  })

  it('P30 are read however they were typed: small letters, blanks, full width, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(bits, (made) => {
        const code = receiptCode(made)
        const wide = [...code]
          .map((character) => (character === '-' ? '－' : String.fromCharCode(character.charCodeAt(0) + 0xfee0)))
          .join('')
        const spoken = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' – ')
        for (const typed of [code.toLowerCase(), plain(code), wide, spoken, ` ${code} `]) expect(readReceipt(typed)).toBe(code)
      }),
    )
  })

  it('P30 are not nothing, all zeros, or a character too few', () => {
    for (const typed of ['', '0'.repeat(20), 'U'.repeat(20), plain(receiptCode(new Uint8Array(32))).slice(1)])
      expect(readReceipt(typed)).toBeNull()
  })

  it('P30 leave a hash that hyphens do not change', () => {
    const code = receiptCode(new Uint8Array(32).fill(9))
    expect(toHex(receiptHash(code))).toBe(toHex(receiptHash(plain(code))))
    expect(receiptHash(code)).toHaveLength(32)
  })
})
