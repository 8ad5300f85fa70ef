/** What a page may make of published figures. */

import { describe, expect, it } from 'vitest'
import { POLICIES, POLICY_V1 } from '../../analysis/policy/policy.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import { percentOf, SMALLEST_BASE, SMALLEST_FIGURE } from '../../web/tables/share.ts'
import fc from '../support/seeded-properties.ts'

const shown = (figure: number): ReleasedCell => ({ status: 'shown', figure })
/** Figures around the smallest base, and far from it. */
const figure = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100_000 }))

describe('P87 a percentage on a page', () => {
  it('is whole, between 0 and 100, and only on a published base of 20 or more', () => {
    fc.assert(
      fc.property(figure, figure, (part, base) => {
        const percent = percentOf(shown(part), shown(base))
        if (base < 20) expect(percent).toBeNull()
        else {
          expect(Number.isInteger(percent)).toBe(true)
          expect(percent).toBeGreaterThanOrEqual(0)
          expect(percent).toBeLessThanOrEqual(100)
        }
      }),
    )
    expect(percentOf(shown(10), shown(19))).toBeNull()
    expect(percentOf(shown(10), shown(20))).toBe(50)
  })

  it('has the limits of every policy, of which a page knows only the name', () => {
    for (const { minimumCases, minimumBase } of [POLICY_V1, ...Object.values(POLICIES)])
      expect([SMALLEST_FIGURE, SMALLEST_BASE]).toEqual([minimumCases, minimumBase])
  })

  it('is never made of what is withheld or cannot occur', () => {
    for (const status of ['withheld', 'not_applicable'] as const) {
      expect(percentOf({ status }, shown(100))).toBeNull()
      expect(percentOf(shown(10), { status })).toBeNull()
    }
    expect(percentOf(shown(10), null)).toBeNull()
  })
})
