/** What one additive relation leaves for its withheld parts: a whole of 10, of which 8 are shown. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { figureOf } from '../../../../../analysis/disclosure/audit/evidence/count-given-figure.ts'
import { PartLikelihood, Rest, ShiftedLikelihood } from '../../../../../analysis/disclosure/audit/evidence/part-likelihood.ts'
import { remainderOf, sumOfShown } from '../../../../../analysis/disclosure/audit/evidence/remainder.ts'
import { attacker } from './quarter-noise.ts'

const [ten, eight, forty] = [10, 8, 40].map((figure) => attacker.countGiven(figureOf(figure))) as [never, never, never]
const sixteenths = (numbers: Iterable<number>) => [...numbers].map((one) => one * 16)
const alone = (length: number) => new Rest(attacker.law.sums('withheld', 0, length), [])
/** Even weights, to be worked out by hand. */
const even = () => new Rest(new Float64Array(16).fill(1), [])

describe('the remainder', () => {
  it('is the whole less what is shown', () => {
    // Two differences of a quarter, a half and a quarter: from 0 to 4.
    expect(sixteenths(remainderOf(ten, eight, 0)!)).toEqual([1, 4, 6, 4, 1])
    expect(sixteenths(remainderOf(ten, sumOfShown([eight]), 0)!)).toEqual([1, 4, 6, 4, 1])
  })

  it('is less by what an attacker knows to be his own', () => {
    expect(sixteenths(remainderOf(ten, eight, 2)!)).toEqual([6, 4, 1])
  })

  it('is the whole where nothing is shown', () => {
    expect(remainderOf(ten, sumOfShown([]), 0)).toHaveLength(12)
  })

  it('is nothing where the figures contradict one another', () => {
    expect(remainderOf(ten, forty, 0)).toBeNull()
  })
})

describe('the rest', () => {
  const coin = Float64Array.of(0.5, 0.5, 0, 0, 0, 0)

  it('is the sum of what the other withheld parts hold', () => {
    const three = new Rest(coin, [coin, coin])
    expect([...three.all(6)].slice(0, 5)).toEqual([0.125, 0.375, 0.375, 0.125, 0])
    expect([...new Rest(coin, []).all(2)].slice(0, 2)).toEqual([0.5, 0.5])
  })

  it('is the same stretch by stretch', () => {
    for (const others of [[], [coin], [coin, coin]])
      for (const [from, to] of [
        [0, 2],
        [1, 3],
        [2, 5],
      ] as const) {
        // biome-ignore format: a table
        const [stretch, whole] = [new Rest(coin, others), new Rest(coin, others)]
        expect([...stretch.between(from, to)]).toEqual([...whole.all(6)].slice(from, to + 1))
        expect([...whole.between(from, to)]).toEqual([...stretch.between(from, to)])
      }
  })
})

describe('what it says of one part', () => {
  const remainder = remainderOf(ten, eight, 0)!

  it('is the remainder itself, for the only withheld part', () => {
    const likelihood = new PartLikelihood(remainder, alone(remainder.length))
    expect([0, 1, 2, 3, 4, 5].map((others) => likelihood.at(others) * 16)).toEqual([1, 4, 6, 4, 1, 0])
  })

  it('is shared by two: each count is as likely as what it leaves for the other', () => {
    expect(sixteenths(new PartLikelihood(remainder, even()).all())).toEqual([16, 15, 11, 5, 1])
  })

  it('is the same whether one count is asked for or all', () => {
    const [one, all] = [new PartLikelihood(remainder, even()), new PartLikelihood(remainder, even())]
    expect([0, 1, 2, 3, 4].map((others) => one.at(others))).toEqual([...all.all()])
    expect(all.at(3)).toBe(one.at(3))
  })

  it('is for an insider what is left of it beyond his own', () => {
    const readers = new PartLikelihood(remainder, even())
    const his = new ShiftedLikelihood(readers, 2)
    const plain = new PartLikelihood(remainderOf(ten, eight, 2)!, even())
    expect([...his.all()]).toEqual([...plain.all()])
    expect([0, 1, 2, 3].map((others) => his.at(others))).toEqual([0, 1, 2, 3].map((others) => plain.at(others)))
  })
})
