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

  const between = [
    ...[
      '\u30fc',
      '\uff70',
      '\u3161',
      '\u4e00',
      '\u2212',
      '\u2010',
      '\u2011',
      '\u2012',
      '\u2013',
      '\u2014',
      '\u2015',
      '\u2e3a',
      '\ufe63',
      '\uff0d',
      '\u301c',
    ],
    ...[
      '\uff5e',
      '\u02d7',
      '\u00af',
      '\uffe3',
      '\u2043',
      '\u2500',
      '\u30fb',
      '\uff65',
      '\u00b7',
      '.',
      '\u3002',
      ',',
      '_',
      '/',
      '|',
      ':',
      '\u00a0',
      '\u202f',
      '\u3000',
    ],
    ...[
      '\u00ad',
      '\u200b',
      '\u200c',
      '\u200d',
      '\u2060',
      '\ufeff',
      '\u200e',
      '\u200f',
      '\u202a',
      '\u202c',
      '\u2066',
      '\u2069',
      '\ufe0e',
      '\ufe0f',
      '\u034f',
      '\t',
      '=\r\n',
      '\n> ',
    ],
  ]
  it.each(between.map((mark) => [[...mark].map((one) => one.codePointAt(0)?.toString(16)).join(' '), mark]))(
    'P30 are read with U+%s for a hyphen, at either end, or at both sides of every character',
    (_, mark) => {
      const code = receiptCode(new Uint8Array(32).map((_, at) => at * 37 + 5))
      for (const typed of [code.replaceAll('-', mark), `${mark}${code}${mark}`, [...plain(code)].join(mark)])
        expect(readReceipt(typed)).toBe(code)
    },
  )

  it.each(['"%"', '«%»', '“%”', '「%」', '(%).', '<%>', 'Receipt: %', 'receipt code %', '受付番号：%。', 'コード: %', '* %', '> %'])(
    'P30 are read out of %s',
    (around) => {
      const code = receiptCode(new Uint8Array(32).fill(77))
      expect(readReceipt(around.replace('%', code))).toBe(code)
    },
  )

  it('P30 a first group of letters before a colon is no label', () => {
    const code = receiptCode(new Uint8Array(32).fill(255))
    expect(code).toMatch(/^[A-Z]{4}-/)
    expect(readReceipt(code.replaceAll('-', ':'))).toBe(code)
  })

  it.each([
    [
      'a Cyrillic letter that looks alike',
      (code: string) => code.replace(/[ABEHKMPTX]/, (letter) => 'АВЕНКМРТХ'['ABEHKMPTX'.indexOf(letter)] as string),
    ],
    [
      'a Greek letter that looks alike',
      (code: string) => code.replace(/[ABEHKMPTXZ]/, (letter) => 'ΑΒΕΗΚΜΡΤΧΖ'['ABEHKMPTXZ'.indexOf(letter)] as string),
    ],
    ['an accent on a letter', (code: string) => code.replace(/[A-Z]/, (letter) => `${letter}\u0301`)],
    ['a word behind it', (code: string) => `${code} please`],
    ['a mark in the place of a character', (code: string) => `?${code.slice(1)}`],
  ])('P33 are refused with %s', (_, change) => {
    fc.assert(
      fc.property(bits, (made) => {
        const code = receiptCode(made)
        const typed = change(code)
        fc.pre(typed !== code)
        expect(readReceipt(typed)).toBeNull()
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
