/** The share of figures that equal their count, one draw for each count and cell key. */
import { describe, expect, it } from 'vitest'
import { perturbationTable } from '../../../analysis/policy/perturbation-table.ts'
import { POLICY_V2 } from '../../../analysis/policy/policy.ts'
import { type Draw, unchangedShare } from '../../../server/editors/noise-check/unchanged-share.ts'

const TABLE = perturbationTable(POLICY_V2.noise)!

/** So many draws of 100 cases, of which every n-th is as counted. */
const draws = (many: number, unchanged: (place: number) => boolean, key = (place: number) => place): Draw[] =>
  Array.from({ length: many }, (_, place) => ({ cases: 100, key: key(place), figure: unchanged(place) ? 100 : 101 }))
const believable = (given: readonly Draw[]) => unchangedShare(given, TABLE).believable

describe('the share of unchanged figures', () => {
  it('is believed near what the perturbation table says', () => {
    expect(unchangedShare([], TABLE).expected).toBeCloseTo(0.2288, 3)
    expect(believable(draws(400, (place) => place % 4 === 0))).toBe(true)
  })

  it('is not believed where every figure is its count, and where none is', () => {
    expect(believable(draws(40, () => true))).toBe(false)
    expect(believable(draws(400, () => false))).toBe(false)
  })

  it('counts the same persons once, however many cells hold them', () => {
    const same = [
      ...draws(400, (place) => place % 4 === 0),
      ...draws(
        2000,
        () => true,
        () => -1,
      ),
    ]
    expect(unchangedShare(same, TABLE)).toMatchObject({ draws: 401, believable: true })
    expect(
      believable(
        draws(
          2000,
          () => true,
          () => -1,
        ),
      ),
    ).toBe(true)
  })

  it('leaves out counts whose noise decides whether they are shown', () => {
    expect(unchangedShare([{ cases: 8, key: 1, figure: 8 }], TABLE).draws).toBe(0)
  })
})
