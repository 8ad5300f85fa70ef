/** Sums of independent numbers. */
import { describe, expect, it } from 'vitest'
import { convolved, convolvedBetween, negative, repeated, sum } from '../../../../../analysis/disclosure/audit/evidence/distribution.ts'

const coin = { from: 0, p: Float64Array.of(0.5, 0.5) }

describe('distributions', () => {
  it('add up', () => {
    expect(sum(coin, { from: 3, p: coin.p })).toEqual({ from: 3, p: Float64Array.of(0.25, 0.5, 0.25) })
  })

  it('have a mirror image', () => {
    expect(negative({ from: 3, p: Float64Array.of(0.2, 0.8) })).toEqual({ from: -4, p: Float64Array.of(0.8, 0.2) })
  })

  it('are repeated, and cut off', () => {
    expect([...repeated(coin.p, 3, 4)]).toEqual([0.125, 0.375, 0.375, 0.125])
    expect([...repeated(coin.p, 3, 2)]).toEqual([0.125, 0.375])
    expect([...repeated(coin.p, 0, 3)]).toEqual([1, 0, 0])
  })

  it('are added up for some sums alone', () => {
    const [a, b] = [Float64Array.of(0, 1, 2, 3), Float64Array.of(0, 0, 5, 7)]
    const all = [...convolved(a, b, 7)]
    expect(all).toEqual([0, 0, 0, 5, 17, 29, 21])
    for (const [from, to] of [[0, 6], [2, 4], [5, 5], [4, 6]] as const) // biome-ignore format: a table
      expect([...convolvedBetween(a, b, from, to)]).toEqual(all.slice(from, to + 1))
  })

  it('are added up by either way of computing when they are long', () => {
    const [a, b] = [800, 900].map((length) => new Float64Array(length).fill(1)) as [Float64Array, Float64Array]
    // The number of pairs: rising, level, falling.
    const found = convolved(a, b, 1699)
    for (const [place, pairs] of [0, 799, 850, 1000, 1698].map((place) => [place, Math.min(place + 1, 800, 1699 - place)] as const))
      expect(found[place]).toBeCloseTo(pairs, 6)
  })
})
