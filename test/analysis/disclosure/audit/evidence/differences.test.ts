/** A figure of 20 within one of 24, and what contributors make of the cases in between. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { evidenceOfDifference } from '../../../../../analysis/disclosure/audit/evidence/differences.ts'
import { attacker } from './quarter-noise.ts'

const evidence = evidenceOfDifference(attacker)
const between = (outer: number, inner: number, ownOuter = 0, ownInner = 0, all = {}) =>
  evidence({ outer, inner, ownOuter, ownInner, allOuter: false, allInner: false, ...all })

describe('two nested figures', () => {
  it('are at least five cases apart under the policy, so that a difference of four tells a reader nothing', () => {
    expect(between(24, 20)).toMatchObject({ factor: 1, others: 1, single: 0 })
  })

  it('tell a contributor how many others are in between', () => {
    // Six in between by the figures, 5 to 8 by the policy (of 4 to 8 by the noise), and five are his own: 0 to 3 others at 4, 6, 4 and 1.
    const { factor, others, single } = between(26, 20, 5)
    expect(factor).toBeCloseTo((6 + 4 + 1) / 4 / 4, 12)
    // Under the law at 32, 24, 8 and 1.
    expect([others, single]).toEqual([1, expect.closeTo(24 / 65, 12)])
  })

  it('say nothing new where the policy itself says that there are others', () => {
    expect(between(26, 20, 4).factor).toBe(1)
    expect(between(26, 20, 4).single).toBeGreaterThan(0)
  })

  it('are known to the person where all cases of a cell are his own', () => {
    // Of the inner 20 he knows all; the outer cell has his twenty and three others at least.
    const found = between(26, 20, 20, 20, { allInner: true })
    expect(found.single).toBe(0)
    expect(between(23, 20, 20, 20, { allInner: true })).toMatchObject({ others: 1, single: 0 })
  })
})
