/** The audit of evidence: answers a, b and c, of which c is withheld with two cases. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { attackerWith } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import {
  auditEvidence,
  contributorsIn,
  evidenceAudit,
  type Insider,
} from '../../../../../analysis/disclosure/audit/evidence/audit-evidence.ts'
import { type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { exactCounts } from '../../../../../analysis/exact/exact-count.ts'
import { axisOf, suppressed, tableOf, type Written } from '../../../../support/small-release.ts'
import { columnOf } from './one-column.ts'
import { attacker, knowledge } from './quarter-noise.ts'

const LIMITS = { single: 0.5, factor: 19 }

/** @param all the figure of all answers, 32 cases in truth */
const linkedWith = (all: number, c: Written = suppressed(2)) => columnOf({ a: [10, 10], b: [20, 20], c, all: [32, all] })
/** So many cases of one answer are his. */
const insider = (code: string, cases: number): Insider => ({
  id: 'one',
  own: ({ lines }) => (lines[0] === code || lines[0] === 'answered' ? cases : 0),
})
const unknown = (linked: LinkedTables): LinkedTables => ({
  ...linked,
  cells: new Map([...linked.cells].map(([place, cell]) => [place, { ...cell, truth: null }])),
})

const findings = (linked: LinkedTables, insiders: readonly Insider[] = [], by = attacker) => auditEvidence(linked, by, LIMITS, insiders)
const found = (...asked: Parameters<typeof findings>) => findings(...asked).map(({ cell, lower, upper }) => [cell.lines[0], lower, upper])

describe('the audit of evidence', () => {
  it('finds nothing while nobody in a cell explains the figures well enough', () => {
    // 33 less 10 less 20: 1, 6, 15, 20 and 15 for 0 to 4, a factor of 14.
    expect(found(linkedWith(33))).toEqual([])
    expect(auditEvidence(linkedWith(33), attacker, { ...LIMITS, factor: 13 }, []).map(({ probability }) => probability)).toEqual([14 / 15])
  })

  it('finds a cell in which there must be somebody', () => {
    expect(found(linkedWith(34))).toEqual([['c', 1, null]])
    const [finding] = findings(linkedWith(34))
    expect(finding!.probability).toBe(1)
    expect(finding!.evidence.map(({ lines }) => lines[0]).sort()).toEqual(['a', 'answered', 'b'])
  })

  it('finds the same where nobody is in it: to be thought to be somebody harms too', () => {
    expect(found(linkedWith(34, suppressed(0)))).toEqual([['c', 1, null]])
  })

  it('finds a single number that is more likely than all others', () => {
    // Of 12 in all 10 are shown; nobody is impossible and so are two, where one is.
    const exactly = { ...knowledge, table: [[{ v: 0, p: 1 }]] }
    expect(found(columnOf({ a: [10, 10], c: suppressed(2), all: [12, 12] }), [], attackerWith(exactly))).toEqual([['c', 2, 2]])
  })

  it('does not judge five and more, nor the margin of a category with a line', () => {
    expect(found(linkedWith(34, suppressed(5)))).toEqual([])
    const single = [[10, 10], [20, 20], suppressed(2), [32, 34], suppressed(0), suppressed(0), suppressed(32)] as const
    expect(found(linkedTablesOf([tableOf('q', [axisOf('q', ['a', 'b', 'c'])], single)])[0]!)).toEqual([])
  })

  it('judges 5 and 6 under a policy with a minimum of seven', () => {
    const bySeven = attackerWith({ ...knowledge, minimumCases: 7 })
    expect(found(linkedWith(34, suppressed(6)), [], bySeven)).toEqual([['c', 1, null]])
    expect(found(linkedWith(34, suppressed(7)), [], bySeven)).toEqual([])
  })

  it('judges every withheld cell, where the truth is not known: but somebody only where few are likely', () => {
    expect(found(unknown(linkedWith(34)))).toEqual([['c', 1, null]])
    // 37 less 30 is 4 to 10: somebody, and more than a few.
    expect(found(unknown(linkedWith(37)))).toEqual([])
    expect(found(linkedWith(37))).toEqual([['c', 1, null]])
  })
})

describe('the audit of an insider', () => {
  it('finds nothing more where he knows no more than readers', () => {
    expect(found(linkedWith(34), [insider('a', 0)])).toEqual([['c', 1, null]])
    expect(found(linkedWith(34), [insider('a', 3)])).toEqual([['c', 1, null]])
  })

  it('finds what follows from his knowing a count', () => {
    // All ten of a are his: then nobody else would leave 33 unexplained.
    expect(found(linkedWith(33), [insider('a', 10)])).toEqual([['c', 1, null]])
    expect(found(linkedWith(33), [insider('a', 6)])).toEqual([])
  })

  it('is about others: his own cases explain a figure', () => {
    expect(found(linkedWith(34), [insider('c', 1)])).toEqual([['c', 1, null]])
    expect(found(linkedWith(35), [insider('c', 1)])).toHaveLength(2)
  })

  it('judges cells in which few are left to him', () => {
    expect(found(linkedWith(36, suppressed(6)), [insider('c', 2)])).toEqual([['c', 1, null]])
  })
})

describe('the figure to withhold', () => {
  it('is first one without which the evidence is within the limits', () => {
    // Without a or b nothing is left of it; without the figure of all answers neither.
    const [finding] = findings(linkedWith(34))
    const [first] = finding!.evidence
    const without = columnOf({
      a: first!.lines[0] === 'a' ? suppressed(10) : [10, 10],
      b: first!.lines[0] === 'b' ? suppressed(20) : [20, 20],
      c: suppressed(2),
      all: [32, 34],
    })
    expect(first!.lines).toEqual(['a', 'x'])
    expect(found(without)).toEqual([])
  })
})

describe('rounds over the same linked tables', () => {
  it('keep what nothing changed of, and look again at what a withheld figure touches', () => {
    const { round } = evidenceAudit(linkedWith(34), attacker, LIMITS)
    const first = round(linkedWith(34), [])
    expect(round(linkedWith(34), [])).toEqual(first)
    const withheld = columnOf({ a: suppressed(10), b: [20, 20], c: suppressed(2), all: [32, 34] })
    expect(round(withheld, [])).toEqual(auditEvidence(withheld, attacker, LIMITS, []))
  })

  it('look again at what follows through a group: figures beside it, and figures of its children', () => {
    const [c, d, twenty, ten] = [suppressed(2), [10, 10], [20, 20], [10, 10]] as const
    const beside = (ab: Written) =>
      columnOf({ all: [32, 34], 'a+b': ab, 'c+d': suppressed(12) }, { a: suppressed(9), b: suppressed(11), c, d })
    const inside = (a: Written, b: Written) => columnOf({ all: [22, 25], 'a+b': suppressed(20), c }, { a, b, c })
    for (const [before, after] of [
      [beside(twenty), beside(suppressed(20))],
      [inside(ten, ten), inside(suppressed(10), suppressed(10))],
    ] as const) {
      const { round } = evidenceAudit(before, attacker, LIMITS)
      expect(round(before, []).map(({ cell }) => cell.lines[0])).toContain('c')
      expect(round(after, [])).toEqual(auditEvidence(after, attacker, LIMITS, []))
      expect(round(after, [])).toEqual([])
    }
  })
})

describe('the contributors of linked tables', () => {
  it('are those who have cases in them', () => {
    const linked = linkedWith(33)
    const own = (cases: readonly number[]) => exactCounts(Uint32Array.from(cases))
    const cells = new Map(
      [...linked.cells].map(([place, cell]) => [place, { ...cell, own: own(cell.lines[0] === 'a' ? [4, 0, 3] : [0, 0, 0]) }]),
    )
    const insiders = contributorsIn({ ...linked, cells })
    expect(insiders.map(({ id }) => id)).toEqual(['0', '2'])
    expect(insiders.map(({ own: his }) => [...cells.values()].map(his))).toEqual([
      [4, 0, 0, 0],
      [3, 0, 0, 0],
    ])
    expect(contributorsIn(linked)).toEqual([])
  })
})
