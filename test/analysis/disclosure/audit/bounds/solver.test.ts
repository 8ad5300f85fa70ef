/** Why a solver gives no answer. */
import { describe, expect, it } from 'vitest'
import { SolverStopped } from '../../../../../analysis/disclosure/audit/bounds/solver.ts'

describe('a solver that stopped', () => {
  it('tells a contradiction from an answer that was not found', () => {
    expect(new SolverStopped('contradiction')).toMatchObject({ fault: 'contradiction', message: 'no counts fit these figures' })
    expect(new SolverStopped('stopped').message).toMatch(/stopped before it had an answer/)
  })
})
