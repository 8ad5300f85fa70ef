/** What a shown figure says about its count, under noise of -1, 0 or 1 with chances of a quarter, a half and a quarter. */
import { describe, expect, it } from 'vitest'
import { countGivenFigure } from '../../../../../analysis/disclosure/audit/evidence/count-given-figure.ts'
import { knowledge } from './quarter-noise.ts'

const given = (figure: number, more: { own?: number; parts?: number; missing?: number } = {}) => {
  const { from, p } = countGivenFigure({ figure, own: 0, parts: 1, missing: 0, ...more }, knowledge)
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
})

describe('the count behind a sum of figures', () => {
  it('has the noise of each of them', () => {
    expect(given(30, { parts: 2 })).toEqual({ from: 28, p: [1, 4, 6, 4, 1].map((weight) => weight / 16) })
  })

  it('is larger by a withheld count for each that is missing', () => {
    const { from, p } = given(30, { parts: 1, missing: 1 })
    expect(from).toBe(29)
    expect(p.indexOf(Math.max(...p))).toBe(2)
    expect(p.slice(0, 3).map((chance) => chance / p[0]!)).toEqual([1, 3, 4])
  })
})
