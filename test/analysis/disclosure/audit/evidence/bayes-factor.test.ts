/** From likelihoods to how much a reader may conclude. */
import { describe, expect, it } from 'vitest'
import {
  evidenceFinding,
  evidenceIn,
  excess,
  NO_EVIDENCE,
  whereTruthIsUnknown,
} from '../../../../../analysis/disclosure/audit/evidence/bayes-factor.ts'
import { EVIDENCE_LIMITS } from '../../../../../analysis/policy/audit-settings.ts'

const HALVES = Float64Array.of(16, 8, 4, 2, 1, 0.5, 0.25)
const evidence = (...likelihood: number[]) => evidenceIn(Float64Array.from(likelihood), HALVES, 5)

describe('the Bayes factor', () => {
  it('is the mean likelihood of 1 to 4 others, each as likely, against none', () => {
    expect(evidence(1, 4, 4, 4, 4).factor).toBe(4)
    expect(evidence(1, 19, 19, 19, 19).factor).toBe(19)
    // One number alone: at most four times the factor, so 76 to 1 at the limit.
    expect(evidence(1, 0, 76, 0, 0).factor).toBe(19)
  })

  it('does not depend on the law, nor on what 5 and more would say', () => {
    const likelihood = Float64Array.of(1, 8, 4, 2, 2, 100)
    expect(evidenceIn(likelihood, HALVES, 5).factor).toBe(4)
    expect(evidenceIn(likelihood, new Float64Array(6).fill(1), 5).factor).toBe(4)
  })

  it('is of 1 to 6 others with a minimum of seven', () => {
    const likelihood = Float64Array.of(1, 0, 0, 0, 0, 6, 6)
    expect(evidenceIn(likelihood, HALVES, 7).factor).toBe(2)
    expect(evidenceIn(likelihood, HALVES, 5).factor).toBe(0)
  })

  it('is 1 where nothing is said, and where the figures contradict one another', () => {
    expect(evidence(1, 1, 1, 1, 1).factor).toBe(1)
    expect(evidence(0, 0, 0)).toEqual(NO_EVIDENCE)
  })

  it('has no end where none is impossible, and is 0 where 1 to 4 are', () => {
    expect(evidence(0, 1, 0, 0, 0).factor).toBe(Number.POSITIVE_INFINITY)
    expect(evidence(1, 0, 0, 0, 0, 3).factor).toBe(0)
    expect(evidence(0, 0, 0, 0, 0, 3).factor).toBe(0)
  })
})

describe('a single number', () => {
  it('is the most likely one from 1 to 4 under the law', () => {
    // Sixteen, 8, 12 and 2 under the law; others are impossible.
    expect(evidence(1, 1, 3, 1)).toMatchObject({ factor: 1.25, others: 2, single: 12 / 38, few: 1 })
  })

  it('does not mind none, nor five and more', () => {
    expect(evidence(1, 0, 0, 0, 0, 32)).toMatchObject({ others: 1, single: 0, few: 0.5 })
  })
})

describe('the excess over the limits', () => {
  const LIMITS = { single: 0.5, factor: 19 }
  const of = (factor: number, single = 0) => excess({ ...NO_EVIDENCE, factor, single }, LIMITS)

  it('is 0 up to both limits', () => {
    expect([of(1), of(19), of(19, 0.5), of(0)]).toEqual([0, 0, 0, 0])
  })

  it('grows with either', () => {
    expect(of(19.1)).toBeGreaterThan(0)
    expect(of(40)).toBeGreaterThan(of(20))
    expect(of(1, 0.6)).toBeCloseTo(0.1, 12)
    expect(Number.isFinite(of(Number.POSITIVE_INFINITY))).toBe(true)
  })
})

describe('a finding of evidence', () => {
  const cell = { slice: '2026-1', table: 'gender@list', lines: ['other'], columns: ['gender'], keys: ['=other'] }
  const found = (factor: number, single = 0) => evidenceFinding(cell, { ...NO_EVIDENCE, factor, others: 2, single }, EVIDENCE_LIMITS, [])

  it('names even odds before: they are 19 to 20 after a factor of 19', () => {
    expect([0, 1, 19, Number.POSITIVE_INFINITY].map((factor) => found(factor).probability)).toEqual([0, 0.5, 0.95, 1])
    expect(found(19)).toMatchObject({ lower: 1, upper: null })
  })

  it('names the one number that is more probable than not', () => {
    expect(found(19, 0.6)).toMatchObject({ lower: 2, upper: 2, probability: 0.6 })
  })

  it('is none where the truth is not known and few are not likely', () => {
    expect(whereTruthIsUnknown({ ...NO_EVIDENCE, factor: 40, few: 0.4 }).factor).toBe(1)
    expect(whereTruthIsUnknown({ ...NO_EVIDENCE, factor: 40, few: 0.6 }).factor).toBe(40)
  })
})
