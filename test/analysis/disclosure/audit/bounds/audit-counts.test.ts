/** The audit of counts on tables of three rows and three columns whose figures are exact. */

import { beforeAll, describe, expect, it } from 'vitest'
import { auditCounts, auditTruth } from '../../../../../analysis/disclosure/audit/bounds/audit-counts.ts'
import type { LinearSolver } from '../../../../../analysis/disclosure/audit/bounds/solver.ts'
import type { AuditTable } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { exactCount } from '../../../../../analysis/exact/exact-count.ts'
import { highsSolver } from '../../../../../server/editors/audit/solver.ts'
import { axisOf, crossed, ownOf, suppressed, tableOf } from '../../../../support/small-release.ts'

let solver: LinearSolver
beforeAll(async () => {
  solver = await highsSolver()
})

const SQUARE = ['a x', 'a y', 'b x', 'b y']

const audited = (table: AuditTable, precision = { band: 0, minimumCases: 5 }) =>
  auditCounts(linkedTablesOf([table])[0]!, { precision, width: 5, solver, pending: new Set() })

const found = (table: AuditTable) => audited(table).findings.map(({ cell, lower, upper }) => [cell.lines.join(' '), lower, upper])

/** The rows and columns of the square hold `few` cases in all. */
const table = (few: readonly [number, number, number, number], withheld: readonly string[]) =>
  crossed(
    ['a', 'b', 'c'],
    ['x', 'y', 'z'],
    [
      [few[0], few[1], 30],
      [few[2], few[3], 30],
      [30, 30, 30],
    ],
    withheld,
  )

describe('the audit of counts', () => {
  it('finds a cell that its row leaves one value, and names what to withhold with it', () => {
    const { findings } = audited(table([3, 20, 20, 20], ['a x']))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ audit: 'counts', lower: 3, upper: 3, probability: 1, suppressTogether: 3 })
    expect(
      findings[0]!.evidence
        .slice(0, 3)
        .map(({ lines }) => lines.join(' '))
        .sort(),
    ).toEqual(['a y', 'b x', 'b y'])
  })

  it('finds bounds that are too close together', () => {
    expect(found(table([1, 2, 2, 1], SQUARE))).toEqual(SQUARE.map((cell) => [cell, 0, 3]))
  })

  it('finds nothing where bounds are five apart', () => {
    expect(found(table([1, 4, 4, 1], SQUARE))).toEqual([])
    expect(audited(table([1, 4, 4, 1], SQUARE))).toMatchObject({ judged: 4, solved: 0 })
  })

  it('judges no cell of five or more', () => {
    expect(audited(table([7, 20, 20, 20], ['a x']))).toMatchObject({ findings: [], judged: 0 })
  })

  it('judges what is left out of a sum, not what the sum shows', () => {
    const plain = table([3, 20, 20, 20], [])
    // 20 cases are shown of 23 in a y: three are withheld. Those of a x are all shown.
    const cells = plain.cells.map((cell, at) => (at === 1 ? { status: 'sum' as const, figure: 20, parts: 1, of: 2 } : cell))
    const truth = plain.truth!.map((count, at) => (at === 1 ? exactCount(23) : count))
    expect(audited({ ...plain, cells, truth }).judged).toBe(1)
    expect(audited({ ...plain, cells, truth: plain.truth }).judged).toBe(0)
  })

  it('looks through the eyes of a contributor who subtracts his own', () => {
    const plain = table([3, 6, 6, 3], SQUARE)
    expect(found(plain)).toEqual([])
    // Everybody in y is his, but for row c: the three others of row a are in x.
    const own = ownOf(plain, (row, column) => (column === 1 && row < 2 ? [6, 3][row]! : 0))
    expect(found({ ...plain, own })).toEqual([['a x', 3, 3]])
    // With a single case of his in each he can tell no more than a reader.
    const few = ownOf(plain, () => 1)
    expect(found({ ...plain, own: few })).toEqual([])
  })
})

describe('the audit of the truth', () => {
  const axis = axisOf('q', ['a', 'b'])
  const truth = (a: readonly [number, number]) =>
    auditTruth(linkedTablesOf([tableOf('q', [axis], [a, suppressed(2), [40, 41], 'none', 'none', [40, 41]])])[0]!, {
      band: 5,
      minimumCases: 5,
    }).map(({ cell, lower, upper }) => [cell.lines[0], lower, upper])

  it('finds figures that are too small, or too far from their count', () => {
    expect(truth([30, 33])).toEqual([])
    expect(truth([4, 6])).toEqual([['a', 5, 11]])
    expect(truth([30, 36])).toEqual([['a', 31, 41]])
  })
})
