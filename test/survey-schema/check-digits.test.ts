/** Check digits against weights written down anew, and against the examples of their standards. */

import { describe, expect, it } from 'vitest'
import {
  isChineseIdentityNumber,
  isIban,
  isIndividualNumber,
  isThaiIdentityNumber,
  passesLuhn,
} from '../../survey-schema/identifiers/check-digits.ts'
import fc from '../support/seeded-properties.ts'

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
const weighted = (numbers: readonly number[], weights: readonly number[]) =>
  numbers.reduce((sum, digit, at) => sum + digit * (weights[at] as number), 0)
const lastDigits = (start: readonly number[], holds: (text: string) => boolean) =>
  Array.from({ length: 10 }, (_, last) => last).filter((last) => holds([...start, last].join('')))

describe('check digits', () => {
  it('individual numbers of Japan: weights 6 5 4 3 2 7 6 5 4 3 2, a rest of 0 or 1 gives 0', () => {
    fc.assert(
      fc.property(digits(11), (start) => {
        const rest = weighted(start, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
        expect(lastDigits(start, isIndividualNumber)).toEqual([rest <= 1 ? 0 : 11 - rest])
      }),
      { numRuns: 500 },
    )
  })

  it('Thai identity numbers: weights 13 to 2, 11 less the rest, its last digit', () => {
    fc.assert(
      fc.property(digits(11), fc.integer({ min: 1, max: 8 }), (rest, first) => {
        const start = [first, ...rest]
        const sum = weighted(start, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
        expect(lastDigits(start, isThaiIdentityNumber)).toEqual([(11 - (sum % 11)) % 10])
      }),
      { numRuns: 500 },
    )
  })

  it('payment cards: one last digit of ten, and test numbers of the trade', () => {
    expect(lastDigits([...'411111111111111'].map(Number), passesLuhn)).toEqual([1])
    expect(['378282246310005', '5500000000000004', '6011000000000004', '3530111333300000'].every(passesLuhn)).toBe(true)
    fc.assert(fc.property(digits(15), (start) => lastDigits(start, passesLuhn).length === 1))
  })

  it('the examples of GB 11643 and ISO 13616', () => {
    expect(isChineseIdentityNumber('11010519491231002X')).toBe(true)
    expect(isChineseIdentityNumber('110105194912310021')).toBe(false)
    expect(isIban('GB29 NWBK 6016 1331 9268 19')).toBe(true)
    expect(isIban('GB29 NWBK 6016 1331 9268 18')).toBe(false)
    expect(isIban('GB29')).toBe(false)
  })
})
