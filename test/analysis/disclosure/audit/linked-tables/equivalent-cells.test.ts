/** Which printed cells hold the same cases. */
import { describe, expect, it } from 'vitest'
import type { AuditTable } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { equivalentCells } from '../../../../../analysis/disclosure/audit/linked-tables/equivalent-cells.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, crossed, tableOf } from '../../../../support/small-release.ts'

/** Each class as the cells `table: lines` in it; those of a single cell are left out. */
const classesOf = (tables: readonly AuditTable[]) =>
  equivalentCells(linkedTablesOf(tables))
    .map((cells) => cells.map(({ cell }) => `${cell.table}: ${cell.lines.join(' ')}`))
    .filter((cells) => cells.length > 1)

const single = tableOf('q', [axisOf('q', ['a', 'b'])], [10, 20, 30, 4, 0, 34])
const crosstab = crossed(
  ['a', 'b'],
  ['x', 'y'],
  [
    [4, 6],
    [8, 12],
  ],
  [],
)

describe('equivalent cells', () => {
  it('are the line of a single table and its margin in a crosstab', () => {
    const withA = classesOf([single, crosstab]).find((cells) => cells.includes('q: a'))!
    expect(withA).toContain('q,r: a total')
    expect(withA).not.toContain('q,r: b total')
  })

  it('are a cell and the only part that it can have', () => {
    // Nobody can leave r open, so those who answered it are all.
    const withA = classesOf([single, crosstab]).find((cells) => cells.includes('q: a'))!
    expect(withA).toContain('q,r: a answered')
  })

  it('are one category that holds every answer, and all answers', () => {
    const all = tableOf('q', [axisOf('q', ['a+b'])], [30, 30, 4, 0, 34])
    expect(classesOf([all])).toContainEqual(['q: a+b', 'q: answered'])
  })

  it('count the same editions', () => {
    expect(classesOf([single, { ...single, slice: 'invented-2', counted: 'invented-2' }])).toEqual([])
    const volume = classesOf([single, { ...single, slice: 'volume-1' }])
    expect(volume).toContainEqual(['q: a', 'q: a'])
  })
})
