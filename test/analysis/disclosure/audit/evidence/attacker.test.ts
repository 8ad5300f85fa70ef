/** What attackers see of one column: a shown as 10, b as 20, c withheld, of 32 in all. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import {
  attackerUnder,
  countOf,
  insidersView,
  isWithheld,
  ownIn,
  readersView,
} from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { settingsOf } from '../../../../../analysis/policy/audit-settings.ts'
import { POLICY_V2, POLICY_V2_WITHHOLD } from '../../../../../analysis/policy/policy.ts'
import { suppressed } from '../../../../support/small-release.ts'
import { cellIn, columnOf, placeIn } from './one-column.ts'
import { attacker } from './quarter-noise.ts'

const linked = columnOf({ a: [10, 10], b: [20, 20], c: suppressed(2), all: [32, 32] })
const cells = [...linked.cells.values()]
const [a, b, c] = ['a', 'b', 'c'].map((code) => placeIn(linked, cellIn(linked, code))) as [number, number, number]
const insider = (own: number) => insidersView(attacker, cells, ({ lines }) => (lines[0] === 'a' ? own : 0))

describe('an attacker', () => {
  it('knows what the policy says: the largest noise, and the law by its minimum', () => {
    const known = attackerUnder(settingsOf({ ...POLICY_V2, minimumCases: 7 }))!
    expect(known.knowledge).toMatchObject({ largestNoise: 5, minimumCases: 7, minimumOthers: 3, minimumCategory: 10 })
    const weights = known.law.weights('withheld', 8)
    expect(weights[5]! / weights[6]!).toBe(2)
  })

  it('has nothing to conclude from exact figures: other audits judge them', () => {
    expect(attackerUnder(settingsOf(POLICY_V2_WITHHOLD))).toBeNull()
  })
})

describe('a view', () => {
  it('of readers has no cases of their own', () => {
    const view = readersView(cells)
    expect([ownIn(view, a), isWithheld(view, a), isWithheld(view, c)]).toEqual([0, false, true])
    expect([...countOf(attacker, view, a).p]).toEqual([0.25, 0.5, 0.25])
  })

  it('may treat a shown cell as withheld', () => {
    expect(isWithheld({ ...readersView(cells), suppressed: b }, b)).toBe(true)
  })

  it('of an insider tells him more of a shown cell where three others are above the least count that fits the figure', () => {
    // The count is 9 at least: six of his own and three others are no news, seven are.
    expect([insider(6).knowsMore![a], insider(7).knowsMore![a]]).toEqual([0, 1])
    expect(countOf(attacker, insider(6), a)).toBe(countOf(attacker, readersView(cells), a))
    expect(countOf(attacker, insider(7), a).from).toBe(10)
  })

  it('of an insider tells him the count where all of its cases are his', () => {
    expect(countOf(attacker, insider(10), a)).toEqual({ from: 10, p: Float64Array.of(1) })
    expect(insider(10).knowsMore![a]).toBe(1)
  })

  it('of an insider tells him of a withheld cell only how many are his', () => {
    const view = insidersView(attacker, cells, ({ lines }) => (lines[0] === 'c' ? 2 : 0))
    expect([ownIn(view, c), view.knowsMore![c], isWithheld(view, c)]).toEqual([2, 0, true])
  })
})
