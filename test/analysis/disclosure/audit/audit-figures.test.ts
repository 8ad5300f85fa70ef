/** The audit of figures: the same cases under two figures, and exact figures that leave one value. */
import { describe, expect, it } from 'vitest'
import { auditEqualities, auditEquivalentCells } from '../../../../analysis/disclosure/audit/audit-figures.ts'
import type { AuditTable } from '../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { equivalentCells } from '../../../../analysis/disclosure/audit/linked-tables/equivalent-cells.ts'
import { linkedTablesOf } from '../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, crossed, suppressed, tableOf, type Written } from '../../../support/small-release.ts'

const single = (a: Written) => tableOf('q', [axisOf('q', ['a', 'b'])], [a, [40, 41], [48, 50], 'none', 'none', [48, 50]])
const inVolume = (table: AuditTable) => ({ ...table, slice: 'volume-1' })

describe('equivalent cells', () => {
  const found = (one: Written, other: Written) =>
    auditEquivalentCells(equivalentCells(linkedTablesOf([single(one), inVolume(single(other))]))).map(({ cell, lower, evidence }) => [
      cell.slice,
      cell.lines[0],
      lower,
      evidence[0]!.slice,
    ])

  it('must not be withheld here and shown there', () => {
    expect(found([8, 9], suppressed(8))).toEqual([['volume-1', 'a', 9, 'invented-1']])
    expect(found(suppressed(8), suppressed(8))).toEqual([])
  })

  it('must show the same figure', () => {
    expect(found([8, 9], [8, 9])).toEqual([])
    expect(found([8, 9], [8, 7])).toEqual([['volume-1', 'a', 9, 'invented-1']])
  })
})

describe('exact figures', () => {
  const found = (withheld: readonly string[]) =>
    auditEqualities(
      linkedTablesOf([
        crossed(
          ['a', 'b', 'c'],
          ['x', 'y', 'z'],
          [
            [3, 20, 30],
            [20, 21, 30],
            [30, 30, 30],
          ],
          withheld,
        ),
      ])[0]!,
      { band: 0, minimumCases: 5 },
      new Set(),
    ).map(({ cell, lower, suppressTogether }) => [cell.lines.join(' '), lower, suppressTogether])

  it('determine the only withheld cell of a line, and say what to withhold with it', () => {
    expect(found(['a x'])).toEqual([['a x', 3, 3]])
  })

  it('determine nothing where each line has two', () => {
    expect(found(['a x', 'a y', 'b x', 'b y'])).toEqual([])
  })

  it('propose for a second cell only what the first does not take already', () => {
    // c z follows too; the cells that a x takes with it do not protect it.
    const [first, second] = found(['a x', 'c z'])
    expect(first!.slice(0, 2)).toEqual(['a x', 3])
    expect(second!.slice(0, 2)).toEqual(['c z', 30])
  })
})
