/** How likely each count of a withheld cell is before any figure is seen. */
import { describe, expect, it } from 'vitest'
import { priorWeight, priorWeights } from '../../../../../analysis/disclosure/audit/evidence/prior.ts'

describe('the prior of a withheld cell', () => {
  it('is even over 0 to 4, and falls with the square from 5 on', () => {
    expect([0, 1, 2, 3, 4].map((count) => priorWeight(count))).toEqual([1, 1, 1, 1, 1])
    expect([5, 8, 20].map((count) => priorWeight(count))).toEqual([0.32, 0.125, 0.02])
  })

  it('is even as well over counts that leave a contributor fewer than three others', () => {
    expect([6, 7, 8].map((count) => priorWeight(count, 6))).toEqual([1, 1, 1])
    expect(priorWeight(9, 6)).toBe(8 / 81)
  })

  it('gives no weight to fewer cases than the attacker has himself', () => {
    expect([...priorWeights(2, 6)]).toEqual([0, 0, 1, 1, 1, 0.32])
  })
})
