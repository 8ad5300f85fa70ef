/** The audit of evidence: answers a, b and c, of which c is withheld with two cases. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { auditEvidence, type Insider, posteriorsIn } from '../../../../../analysis/disclosure/audit/evidence/audit-evidence.ts'
import { type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { asRead, axisOf, suppressed, tableOf } from '../../../../support/small-release.ts'
import { attacker } from './quarter-noise.ts'

const LIMITS = { single: 0.5, anybody: 0.95 }

/** @param answered the figure of all answers, 32 cases in truth */
const tables = (answered: number) => [
  tableOf(
    'q',
    [axisOf('q', ['a', 'b', 'c'])],
    [[10, 10], [20, 20], suppressed(2), [32, answered], suppressed(0), suppressed(0), suppressed(32)],
  ),
]
const linkedWith = (answered: number) => linkedTablesOf(tables(answered))[0]!
const insider: Insider = { id: 'one', own: ({ lines }) => (lines[0] === 'a' ? 3 : 0) }

const found = (linked: LinkedTables, insiders: readonly Insider[] = []) =>
  auditEvidence(linked, attacker, LIMITS, insiders).map(({ cell, lower, upper }) => [cell.lines[0], lower, upper])

describe('the posterior of withheld cells', () => {
  it('is the prior times what the line leaves', () => {
    const [c] = posteriorsIn(linkedWith(32), attacker)
    // 6, 15, 20, 15 and 6 sixty-fourths for 0 to 4, and one for 5, which is seldom withheld.
    const total = 6 + 15 + 20 + 15 + 6 + 0.32
    expect(c!.cell.lines).toEqual(['c'])
    for (const [count, weight] of [6, 15, 20, 15, 6, 0.32].entries()) expect(c!.posterior[count]).toBeCloseTo(weight / total, 12)
    expect(c!.risk.anybody).toBeCloseTo(1 - 6 / total, 12)
    expect(c!.from.map(({ lines }) => lines[0])).toEqual(['answered', 'a', 'b'])
  })

  it('is given for an insider of the others in shown cells too, where he has cases', () => {
    const of = (one?: Insider) => posteriorsIn(linkedWith(32), attacker, one).map(({ cell }) => cell.lines[0])
    expect(of()).not.toContain('a')
    expect(of(insider)).toContain('a')
  })
})

describe('the audit of evidence', () => {
  it('finds nothing while it is likely enough that nobody is in a cell', () => {
    expect(found(linkedWith(32))).toEqual([])
  })

  it('finds a cell in which somebody is too likely', () => {
    // 33 less 10 less 20: nobody in c with a chance of 1 in 59.
    expect(found(linkedWith(33))).toEqual([['c', 1, null]])
    const [finding] = auditEvidence(linkedWith(33), attacker, LIMITS, [])
    expect(finding!.probability).toBeCloseTo(0.983, 3)
    expect(finding!.evidence.map(({ lines }) => lines[0]).sort()).toEqual(['a', 'answered', 'b'])
  })

  it('finds the same cell for a contributor only where he knows more than readers', () => {
    const nobody = { ...insider, own: () => 0 }
    expect(found(linkedWith(33), [nobody])).toEqual(found(linkedWith(33)))
    expect(found(linkedWith(33), [insider])).toEqual([
      ['c', 1, null],
      ['c', 1, null],
    ])
  })

  it('judges every withheld cell, where the truth is not known', () => {
    const [linked] = linkedTablesOf(asRead(tables(33)))
    expect(found(linked!)).toEqual([['c', 1, null]])
  })
})
