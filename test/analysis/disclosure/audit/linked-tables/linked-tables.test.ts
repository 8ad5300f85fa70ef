/** Tables of one column at two levels, merged into one grid of lines. */
import { describe, expect, it } from 'vitest'
import { groupLinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, crossed, suppressed, tableOf } from '../../../../support/small-release.ts'

const fine = tableOf('fine', [axisOf('q', ['a', 'b', 'c'])], [10, suppressed(3), 12, 25, 4, 'none', 29])
const coarse = tableOf('coarse', [axisOf('q', ['a+b', 'c'])], [13, suppressed(12), 25, 4, 'none', 29])
const crosstab = crossed(['a'], ['x'], [[10]], [])

describe('linked tables', () => {
  it('are those that count the same columns of the same edition', () => {
    const other = { ...fine, slice: 'invented-2' }
    expect(groupLinkedTables([fine, crosstab, other, coarse]).map((group) => group.map(({ id }) => id))).toEqual([
      ['fine', 'coarse'],
      ['q,r'],
      ['fine'],
    ])
  })

  const [linked] = linkedTablesOf([fine, coarse])

  it('have each line once, and know the lines of each level', () => {
    expect(linked!.axes[0].lines.map(({ code }) => code)).toEqual([
      'a',
      'b',
      'c',
      'answered',
      'no_answer',
      'not_applicable',
      'total',
      'a+b',
    ])
    expect(linked!.axes[0].levels).toEqual([
      [0, 1, 2],
      [7, 2],
    ])
    expect(linked!.axes[1].lines.map(({ code }) => code)).toEqual(['total'])
    expect(linked!.alone).toBe(true)
  })

  it('show a cell that some table shows, and keep its truth', () => {
    const cell = (code: string) => [...linked!.cells.values()].find(({ lines }) => lines[0] === code)
    expect(cell('c')).toMatchObject({ status: 'shown', figure: 12, truth: 12, table: 'fine' })
    expect(cell('b')).toMatchObject({ status: 'withheld', figure: null, truth: 3 })
    expect(cell('not_applicable')).toMatchObject({ status: 'not_applicable', figure: null })
  })

  it('take a figure from a later table, if the first withholds it', () => {
    const [other] = linkedTablesOf([coarse, fine])
    const found = [...other!.cells.values()].find(({ lines }) => lines[0] === 'c')
    expect(found).toMatchObject({ status: 'shown', table: 'fine' })
  })

  it('know of a sum over editions how many figures it adds up, and how many it lacks', () => {
    const cells = fine.cells.map((cell, index) => (index === 0 ? { status: 'sum' as const, figure: 10, parts: 2, of: 3 } : cell))
    const [summed] = linkedTablesOf([{ ...fine, cells }])
    expect([...summed!.cells.values()][0]).toMatchObject({ status: 'shown', figure: 10, parts: 2, missing: 1 })
  })
})
