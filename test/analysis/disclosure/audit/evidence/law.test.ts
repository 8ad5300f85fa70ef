/** How likely each number of persons in a withheld cell is before any figure is seen. */
import { describe, expect, it } from 'vitest'
import { type LawKind, type LawSettings, lawUnder } from '../../../../../analysis/disclosure/audit/evidence/law.ts'

const OF_FIVE = { minimumCases: 5, minimumCategory: 10 }
const OF_SEVEN = { minimumCases: 7, minimumCategory: 14 }
/** The weights of some counts, by that of nobody. */
const ratios = (settings: LawSettings, kind: LawKind, counts: readonly number[]) => {
  const weights = lawUnder(settings).weights(kind, 64)
  const nobody = lawUnder(settings).weights('withheld', 64)[0]!
  return counts.map((count) => Number((weights[count]! / nobody).toPrecision(9)))
}

describe('the law of a withheld cell', () => {
  it('halves with each person up to 4, and falls with the square from 5 on', () => {
    expect(ratios(OF_FIVE, 'withheld', [0, 1, 2, 3, 4])).toEqual([1, 0.5, 0.25, 0.125, 0.0625])
    expect(ratios(OF_FIVE, 'withheld', [5, 8, 20])).toEqual([0.032, 0.0125, 0.002])
  })

  it('adds up to 1 over all counts', () => {
    const weights = lawUnder(OF_FIVE).weights('withheld', 1 << 16)
    // What is left beyond n is about c/n.
    const beyond = weights.at(-1)! * weights.length
    expect(weights.reduce((all, weight) => all + weight, beyond)).toBeCloseTo(1, 8)
  })

  it('depends on the policy alone: with a minimum of seven it halves up to 6', () => {
    expect(ratios(OF_SEVEN, 'withheld', [0, 1, 4, 5, 6])).toEqual([1, 0.5, 2 ** -4, 2 ** -5, 2 ** -6])
    // From there the inverse square, equal to the power of two where it begins, as at five.
    const [seven, eight, fourteen] = ratios(OF_SEVEN, 'withheld', [7, 8, 14])
    expect(seven! / 2 ** -7).toBeCloseTo(0.032 / 2 ** -5, 8)
    expect([eight! / seven!, fourteen! / seven!].map((one) => Number(one.toFixed(8)))).toEqual([Number((49 / 64).toFixed(8)), 0.25])
  })

  it('is not flat: one person is twice as likely as two', () => {
    const [one, two] = ratios(OF_FIVE, 'withheld', [1, 2])
    expect(one! / two!).toBe(2)
  })
})

describe('the law of the margin of a category', () => {
  it('gives no weight to fewer cases than a line needs, where it has one', () => {
    expect(ratios(OF_FIVE, 'listed', [0, 4, 9])).toEqual([0, 0, 0])
    expect(ratios(OF_FIVE, 'listed', [10, 20])).toEqual(ratios(OF_FIVE, 'withheld', [10, 20]))
  })

  it('gives little weight to as many as a line needs, where it has none', () => {
    expect(ratios(OF_FIVE, 'unlisted', [0, 9])).toEqual(ratios(OF_FIVE, 'withheld', [0, 9]))
    expect(ratios(OF_FIVE, 'unlisted', [10, 20])).toEqual([0.0008, 0.0002])
    expect(ratios(OF_SEVEN, 'unlisted', [13, 14])[1]).toBeCloseTo(ratios(OF_SEVEN, 'withheld', [14])[0]! / 10, 9)
  })
})

describe('what several cells hold together', () => {
  const { sums, weights } = lawUnder(OF_FIVE)

  it('is nobody for none of them, and the law itself for one', () => {
    expect([...sums('withheld', 0, 3)].slice(0, 3)).toEqual([1, 0, 0])
    expect([...sums('withheld', 1, 16)]).toEqual([...weights('withheld', 16)].slice(0, 16))
  })

  it('is every way of sharing it out', () => {
    const [nobody, one, two] = weights('withheld', 3)
    const both = sums('withheld', 2, 3)
    expect(both[0]).toBeCloseTo(nobody! ** 2, 15)
    expect(both[2]).toBeCloseTo(2 * nobody! * two! + one! ** 2, 15)
  })

  it('is the same however many counts were asked for before', () => {
    const fresh = lawUnder(OF_FIVE)
    fresh.sums('unlisted', 3, 200)
    expect(fresh.sums('unlisted', 3, 20)[19]).toBe(lawUnder(OF_FIVE).sums('unlisted', 3, 20)[19])
  })
})
