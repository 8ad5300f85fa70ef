/** What a page may make of published figures. */

import { describe, expect, it } from 'vitest'
import { POLICIES, POLICY_V1, POLICY_V1_WITHHOLD } from '../../analysis/policy/policy.ts'
import { shareOf } from '../../analysis/publication/statistics/share.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import { NOISE_VARIANCE, SMALLEST_BASE, SMALLEST_FIGURE, shareIn } from '../../web/tables/share.ts'
import fc from '../support/seeded-properties.ts'

const shown = (figure: number): ReleasedCell => ({ status: 'shown', figure })
/** Figures around the smallest base, and far from it. */
const figure = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100_000 }))

const ADJUSTED = POLICIES.noise.id
const percentOf = (part: ReleasedCell, base: ReleasedCell | null) => shareIn(part, base, ADJUSTED)?.percent ?? null

describe('P87 a share on a page', () => {
  it('is whole, between 0 and 100, within its interval, and only on a published base of 20 or more', () => {
    fc.assert(
      fc.property(figure, figure, (part, base) => {
        const share = shareIn(shown(part), shown(base), ADJUSTED)
        if (base < 20) expect(share).toBeNull()
        else {
          const { percent, low, high } = share!
          expect([percent, low, high].every(Number.isInteger)).toBe(true)
          expect([0, low, percent, high, 100]).toEqual([0, low, percent, high, 100].toSorted((a, b) => a - b))
        }
      }),
    )
    expect(percentOf(shown(10), shown(19))).toBeNull()
    expect(percentOf(shown(10), shown(20))).toBe(50)
  })

  it('is that of the book under every policy, of which a page knows only the name', () => {
    for (const policy of [POLICY_V1, POLICY_V1_WITHHOLD, ...Object.values(POLICIES)]) {
      expect([SMALLEST_FIGURE, SMALLEST_BASE]).toEqual([policy.minimumCases, policy.minimumBase])
      expect(shareIn(shown(30), shown(90), policy.id)).toEqual(shareOf(shown(30), shown(90), policy))
      if (policy.noise) expect(NOISE_VARIANCE).toBe(policy.noise.v)
    }
  })

  it('is never made of what is withheld or cannot occur', () => {
    for (const status of ['withheld', 'not_applicable'] as const) {
      expect(percentOf({ status }, shown(100))).toBeNull()
      expect(percentOf(shown(10), { status })).toBeNull()
    }
    expect(percentOf(shown(10), null)).toBeNull()
  })
})
