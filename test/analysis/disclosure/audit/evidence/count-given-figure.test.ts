/** What a shown figure says about its count, under noise of -1, 0 or 1 with chances of a quarter, a half and a quarter. */
import { describe, expect, it } from 'vitest'
import { countGivenFigure, figureOf, type ObservedFigure } from '../../../../../analysis/disclosure/audit/evidence/count-given-figure.ts'
import { largestNoise } from '../../../../../analysis/policy/perturbation-table.ts'
import { attacker, knowledge } from './quarter-noise.ts'

const countGiven = countGivenFigure(knowledge, attacker.law)
const given = (figure: number, more: Partial<ObservedFigure> = {}) => {
  const { from, p } = countGiven({ ...figureOf(figure), ...more })
  return { from, p: [...p] }
}

describe('the count behind a figure', () => {
  it('is the figure less the noise', () => {
    expect(given(10)).toEqual({ from: 9, p: [0.25, 0.5, 0.25] })
  })

  it('is not below the minimum of the policy, five cases', () => {
    // 4 is never shown: what is left are 5 and 6, at two to one.
    expect(given(5)).toEqual({ from: 5, p: [0.5 / 0.75, 0.25 / 0.75] })
  })

  it('leaves a contributor three others', () => {
    // Eight are his own, so 9 and 10 would have been withheld.
    expect(given(10, { own: 8 })).toEqual({ from: 11, p: [1] })
  })

  it('is the smallest possible one, where the policy cannot make the figure of what he knows', () => {
    expect(given(10, { own: 12 })).toEqual({ from: 15, p: [1] })
  })

  it('is known where all cases of a cell are his own', () => {
    expect(given(10, { own: 10, allOwn: true })).toEqual({ from: 10, p: [1] })
  })

  it('is worked out once', () => {
    expect(countGiven(figureOf(11))).toBe(countGiven(figureOf(11)))
    expect(countGiven({ ...figureOf(11), own: 1 })).not.toBe(countGiven(figureOf(11)))
  })
})

describe('the count behind a sum of figures', () => {
  it('has the noise of each of them', () => {
    expect(given(30, { parts: 2 })).toEqual({ from: 28, p: [1, 4, 6, 4, 1].map((weight) => weight / 16) })
  })

  it('is larger by a withheld count for each that is missing', () => {
    const { from, p } = given(30, { parts: 1, missing: 1 })
    expect(from).toBe(29)
    // 29, 30, 31 shown and 0, 1, 2 … withheld, at 1, 1/2, 1/4: 1 quarter; 2 and 1/2; 1, 1 and 1/4.
    expect(p.slice(0, 3).map((chance) => Number((chance / p[0]!).toFixed(9)))).toEqual([1, 2.5, 2.25])
  })
})

describe('the largest noise', () => {
  it('is that of any row', () => {
    expect(largestNoise(knowledge.table)).toBe(1)
  })
})
