/** From likelihoods to how sure an attacker may be. */
import { describe, expect, it } from 'vitest'
import { disclosureRisk, posteriorOf } from '../../../../../analysis/disclosure/audit/evidence/posterior.ts'

const thirds = Float64Array.of(0, 1, 1, 1, 0, 0)

describe('the posterior of a cell', () => {
  it('is the prior where nothing is known: even over 0 to 4', () => {
    expect([...posteriorOf(0, [])]).toEqual([0.2, 0.2, 0.2, 0.2, 0.2])
  })

  it('is the prior times the likelihood from each axis', () => {
    expect([...posteriorOf(0, [thirds])]).toEqual([0, 1 / 3, 1 / 3, 1 / 3, 0, 0])
    expect([...posteriorOf(0, [thirds, Float64Array.of(1, 1, 0, 1, 1, 1)])]).toEqual([0, 0.5, 0, 0.5, 0, 0])
  })

  it('counts the others, not the attacker’s own', () => {
    expect([...posteriorOf(1, [thirds])]).toEqual([1 / 3, 1 / 3, 1 / 3, 0, 0])
  })

  it('starts from the figure of the cell, if it is shown', () => {
    const given = { from: 1, p: Float64Array.of(0.5, 0.5) }
    expect([...posteriorOf(0, [thirds], given)].slice(0, 3)).toEqual([0, 0.5, 0.5])
  })

  it('is all 0 where nothing fits', () => {
    expect([...posteriorOf(0, [new Float64Array(3)])]).toEqual([0, 0, 0])
  })
})

describe('the risk of disclosure', () => {
  it('is the most likely number from 1 to 4, and that there is anybody', () => {
    expect(disclosureRisk(Float64Array.of(0.25, 0.5, 0.25))).toEqual({ others: 1, single: 0.5, anybody: 0.75 })
  })

  it('does not mind zero, nor five and more', () => {
    expect(disclosureRisk(Float64Array.of(0.75, 0, 0, 0, 0, 0.25))).toEqual({ others: 1, single: 0, anybody: 0.25 })
    expect(disclosureRisk(new Float64Array(3))).toEqual({ others: 1, single: 0, anybody: 0 })
  })
})
