/** What the parent and the siblings of a cell say: a is shown as 10, b as 20, c is withheld, of 32 in all. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { suppressed } from '../../../../support/small-release.ts'
import { cellIn, columnOf, evidenceIn, type Level, placeIn, weightsOf } from './one-column.ts'
import { attacker } from './quarter-noise.ts'

const linked = columnOf({ a: [10, 10], b: [20, 20], c: suppressed(2), all: [32, 32] })
const twoWithheld = columnOf({ a: [10, 10], b: suppressed(2), c: suppressed(1), all: [12, 12] })
const at = (code: string, tables = linked) => placeIn(tables, cellIn(tables, code))
const rounded = (weights: readonly number[]) => weights.map((weight) => Number(weight.toFixed(12)))
const law = attacker.law.weights('withheld', 16)

describe('the likelihood of a cell', () => {
  it('comes from its parent and its siblings', () => {
    // 32 less 10 less 20, three times noise of a quarter, a half and a quarter: 1, 6, 15, 20, 15 … from -1 up, here from 0.
    expect(weightsOf(linked, attacker, 'c')).toEqual(rounded([6, 15, 20, 15, 6, 1].map((weight) => weight / 20)))
  })

  it('is none along an axis on which nothing adds up, and none for the total', () => {
    expect(evidenceIn(linked, attacker).passes[1]!.likelihoods[at('c')]).toBeNull()
    expect(weightsOf(linked, attacker, 'all')).toBeNull()
  })

  it('is none where the parent is withheld and nothing is known of it', () => {
    expect(weightsOf(columnOf({ a: [10, 10], c: suppressed(2), all: suppressed(12) }), attacker, 'c')).toBeNull()
  })

  it('is none where the figures contradict one another', () => {
    expect(weightsOf(columnOf({ a: [40, 40], c: suppressed(2), all: [10, 10] }), attacker, 'c')).toBeNull()
  })

  it('is shared by two withheld cells: each count is as likely as what it leaves for the other', () => {
    // 12 less 10 leaves 0 to 4 at 1, 4, 6, 4, 1; the other holds what is left, under the law.
    const left = [1, 4, 6, 4, 1]
    const shared = left.map((_, mine) => left.slice(mine).reduce((sum, weight, others) => sum + weight * law[others]!, 0))
    const weights = weightsOf(twoWithheld, attacker, 'c')!
    for (const [count, weight] of shared.entries()) expect(weights[count]).toBeCloseTo(weight / Math.max(...shared), 11)
    const { likelihoods } = evidenceIn(twoWithheld, attacker).passes[0]!
    expect(likelihoods[at('b', twoWithheld)]).toBe(likelihoods[at('c', twoWithheld)])
  })

  it('is weaker if a sibling were withheld too', () => {
    const without = weightsOf(linked, attacker, 'c', { suppressed: cellIn(linked, 'a') })!
    const possible = (weights: readonly number[]) => weights.filter((weight) => weight > 0).length
    // What a holds could be in c as well: 32 less 20, and noise.
    expect([possible(weightsOf(linked, attacker, 'c')!), possible(without)]).toEqual([6, 15])
  })

  it('takes in what its children say of a withheld sibling', () => {
    const beside = (a: Level) => columnOf({ all: [12, 12], 'a+b': suppressed(10), c: suppressed(2) }, a)
    // The group is as its child says, with the law of the group: 9, 10 or 11.
    const weights = weightsOf(beside({ a: [10, 10], b: 'none' }), attacker, 'c')!
    const [nine, ten, eleven] = [1, 2, 1].map((weight, step) => weight * law[9 + step]!) as [number, number, number]
    // 12 less that, at 11, 12 and 13: nobody only by 11 and 11, four only by 13 and 9.
    const two = nine + 2 * ten + eleven
    expect([weights[0]! / weights[2]!, weights[4]! / weights[2]!]).toEqual([expect.closeTo(eleven / two, 9), expect.closeTo(nine / two, 9)])
  })

  it('goes down through a withheld group, under its law', () => {
    // All of 8 that are not in d are in the group; the group is c alone, so that c has its law as well.
    const inside = columnOf({ all: [10, 10], 'c+e': suppressed(2), d: [8, 8] }, { c: suppressed(2), e: 'none', d: [8, 8] })
    const weights = weightsOf(inside, attacker, 'c')!
    const wanted = [1, 4, 6, 4, 1].map((weight, count) => weight * law[count]!)
    for (const [count, weight] of wanted.entries()) expect(weights[count]).toBeCloseTo(weight / Math.max(...wanted), 11)
  })
})

describe('the likelihood for an insider', () => {
  const ofC = (cases: number) => ({
    own: ({ lines }: { readonly lines: readonly string[] }) => (lines[0] === 'c' || lines[0] === 'answered' ? cases : 0),
  })

  it('is about others: his own are subtracted', () => {
    expect(weightsOf(linked, attacker, 'c', ofC(2))).toEqual(rounded([20, 15, 6, 1].map((weight) => weight / 20)))
  })

  it('is that of readers where he has no cases', () => {
    const readers = evidenceIn(linked, attacker)
    const his = evidenceIn(linked, attacker, { own: () => 0, readers })
    expect(his.passes[0]!.likelihoods[at('c')]).toBe(readers.passes[0]!.likelihoods[at('c')])
  })

  it('is that of readers, further on by his own, where he knows no more of the shown cells', () => {
    const readers = evidenceIn(twoWithheld, attacker)
    const [short, plain] = [ofC(1), { ...ofC(1), sharesNothing: true }].map((asked) =>
      weightsOf(twoWithheld, attacker, 'b', { ...asked, readers }),
    )
    expect(short).toEqual(plain)
    expect(short).toHaveLength(4)
  })
})
