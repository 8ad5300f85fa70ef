/** What one attacker may conclude of a cell: both axes together, and the figures that it comes from. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE } from '../../../../../analysis/disclosure/audit/evidence/bayes-factor.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { crossed, suppressed } from '../../../../support/small-release.ts'
import { cellIn, columnOf, evidenceIn, placeIn } from './one-column.ts'
import { attacker } from './quarter-noise.ts'

const linked = columnOf({ a: [10, 10], b: [20, 20], c: suppressed(2), all: [32, 32] })
const at = (code: string) => placeIn(linked, cellIn(linked, code))
const names = (places: readonly number[]) => places.map((place) => [...linked.cells.values()][place]!.lines[0])

describe('the evidence of a view', () => {
  it('is the Bayes factor of what the relation says', () => {
    // 6, 15, 20, 15 and 6 for 0 to 4, and one for 5.
    expect(evidenceIn(linked, attacker).of(at('c')).factor).toBeCloseTo((15 + 20 + 15 + 6) / 4 / 6, 12)
  })

  it('has the single number under the law, exactly where it is near the limits', () => {
    const weights = [6, 15 / 2, 20 / 4, 15 / 8, 6 / 16, 0.032]
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    expect(evidenceIn(linked, attacker).of(at('c'))).toMatchObject({ others: 1, single: expect.closeTo(7.5 / total, 12) })
  })

  it('is an upper bound for the single number within the limits, and the factor all the same', () => {
    const quick = evidenceIn(linked, attacker, { limits: { single: 0.5, factor: 19 } }).of(at('c'))
    const full = evidenceIn(linked, attacker).of(at('c'))
    expect(quick.single).toBeGreaterThan(full.single)
    expect([quick.factor, quick.few]).toEqual([full.factor, 1])
  })

  it('is none where nothing adds up', () => {
    expect(evidenceIn(columnOf({ a: suppressed(2) }), attacker).of(0)).toEqual(NO_EVIDENCE)
  })

  it('takes both axes of a crosstab as independent: their likelihoods multiplied', () => {
    const counts = [
      [2, 10],
      [10, 20],
    ]
    const [crosstab] = linkedTablesOf([crossed(['a', 'b'], ['x', 'y'], counts, ['a x'])])
    const evidence = evidenceIn(crosstab!, attacker)
    const [rows, columns] = evidence.passes.map(({ likelihoods }) => likelihoods[0]!.all())
    const both = [0, 1, 2, 3, 4].map((others) => rows![others]! * columns![others]!)
    expect(evidence.of(0).factor).toBeCloseTo((both[1]! + both[2]! + both[3]! + both[4]!) / 4 / both[0]!, 12)
  })
})

describe('where it comes from', () => {
  it('is the parent and the shown siblings', () => {
    expect(names(evidenceIn(linked, attacker).from(at('c')))).toEqual(['answered', 'a', 'b'])
  })

  it('is the shown children of a withheld sibling, then the relations above', () => {
    const groups = { all: [32, 32], 'a+b': suppressed(30), 'c+d': [9, 9] } as const
    const levels = columnOf(groups, { a: [10, 10], b: [20, 20], c: suppressed(2), d: suppressed(7) })
    const from = evidenceIn(levels, attacker).from(placeIn(levels, cellIn(levels, 'c')))
    expect(from.map((place) => [...levels.cells.values()][place]!.lines[0])).toEqual(['c+d', 'answered', 'a', 'b'])
  })
})

describe('an insider', () => {
  const readers = evidenceIn(linked, attacker)

  it('knows what readers know where he has no cases', () => {
    expect(evidenceIn(linked, attacker, { own: () => 0, readers }).asReaders(at('c'))).toBe(true)
  })

  it('knows more where cases of a sibling are his and tell him more, and where cases of the cell are', () => {
    const his = (code: string, cases: number) =>
      evidenceIn(linked, attacker, { own: ({ lines }) => (lines[0] === code || lines[0] === 'answered' ? cases : 0), readers })
    expect(his('a', 8).asReaders(at('c'))).toBe(false)
    expect(his('c', 1).asReaders(at('c'))).toBe(false)
  })
})
