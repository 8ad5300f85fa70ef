/** What one additive relation says of its withheld cells: 10 in all, of which one part is shown as 8. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import type { ObservedCell } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { attacker } from './quarter-noise.ts'

const cell = (figure: number | null, more: Partial<ObservedCell> = {}): ObservedCell => ({ figure, parts: 1, missing: 0, own: 0, ...more })
const total = attacker.countGiven({ ...cell(10), figure: 10 })
const near = (found: Float64Array | null, wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length)
  for (const [count, weight] of wanted.entries()) expect(found![count], `count ${count}`).toBeCloseTo(weight, 12)
}

describe('what a relation leaves', () => {
  it('is the total less what is shown, for the only withheld cell', () => {
    const likelihoods = attacker.likelihoods(total, [cell(8), cell(null)])
    // Two differences of a quarter, a half and a quarter: 1, 4, 6, 4, 1 sixteenths for 0 to 4.
    near(likelihoods(1), [1 / 6, 4 / 6, 1, 4 / 6, 1 / 6])
    expect(likelihoods(0)).toBeNull()
  })

  it('is shared by two withheld cells: each count is as likely as what it leaves for the other', () => {
    const likelihoods = attacker.likelihoods(total, [cell(8), cell(null), cell(null)])
    // With even weights for the other: 16, 15, 11, 5 and 1 sixteenths.
    near(likelihoods(1), [1, 15 / 16, 11 / 16, 5 / 16, 1 / 16])
    expect(likelihoods(2)).toEqual(likelihoods(1))
  })

  it('is at least what the attacker knows to be his own', () => {
    near(attacker.likelihoods(total, [cell(8), cell(null, { own: 2 })])(1), [0, 0, 1, 4 / 6, 1 / 6])
  })

  it('takes in what its children say of another withheld cell', () => {
    // The other is known to hold nobody: then this one holds all that is left.
    const nobody = cell(null, { children: (length) => Float64Array.from({ length }, (_, count) => (count === 0 ? 1 : 0)) })
    near(attacker.likelihoods(total, [cell(8), cell(null), nobody])(1), [1 / 6, 4 / 6, 1, 4 / 6, 1 / 6])
  })

  it('is nothing where the figures contradict one another', () => {
    expect(attacker.likelihoods(total, [cell(40), cell(null)])(1)).toBeNull()
  })
})

describe('what cells hold together', () => {
  it('is the sum of their counts, withheld ones by the prior', () => {
    const weights = attacker.sumOf([cell(10), cell(null)], 12)
    // 9, 10 and 11 shown, and 0, 1, 2 … withheld.
    near(weights, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0.25, 0.75, 1])
  })

  it('is known where all cases of a cell are his own', () => {
    expect(attacker.countGiven({ ...cell(10, { own: 10, allOwn: true }), figure: 10 })).toEqual({ from: 10, p: Float64Array.of(1) })
  })
})
