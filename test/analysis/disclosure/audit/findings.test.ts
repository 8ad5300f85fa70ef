/** How a finding names a cell, and in which order cells are withheld. */
import { describe, expect, it } from 'vitest'
import { cheapestFirst, nameOf } from '../../../../analysis/disclosure/audit/findings.ts'
import { linkedTablesOf } from '../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, crossed, tableOf } from '../../../support/small-release.ts'

const counts = [
  [9, 20],
  [7, 30],
]
const [crosstab] = linkedTablesOf([crossed(['a', 'b'], ['x', 'y'], counts, [])])
const [single] = linkedTablesOf([tableOf('q', [axisOf('q', ['a', 'b'])], [10, 20, 30, 4, 0, 34])])

describe('the name of a cell', () => {
  it('is its place in a table, and its meaning', () => {
    expect(nameOf(crosstab!, [...crosstab!.cells.values()][1]!)).toEqual({
      slice: 'invented-1',
      table: 'q,r',
      lines: ['a', 'y'],
      columns: ['q', 'r'],
      keys: ['=a', '=y'],
    })
    expect(nameOf(single!, [...single!.cells.values()][0]!)).toMatchObject({ columns: ['q'], keys: ['=a'] })
  })
})

describe('the cheapest cells', () => {
  const shown = (lines: readonly { readonly lines: readonly string[] }[]) => lines.map((cell) => cell.lines.join(' '))

  it('are those of the interior, then margins; small figures before large ones', () => {
    const cells = [...crosstab!.cells.values()].filter(({ status }) => status === 'shown')
    expect(shown(cheapestFirst(crosstab!, cells)).slice(0, 5)).toEqual(['b x', 'a x', 'a y', 'b y', 'answered x'])
    expect(shown(cheapestFirst(crosstab!, cells)).at(-1)).toBe('total total')
  })

  it('are each listed once', () => {
    const [first] = [...single!.cells.values()]
    expect(cheapestFirst(single!, [first!, first!])).toEqual([first])
  })

  it('are regions before countries in single tables of places', () => {
    const tables = [
      tableOf('country', [axisOf('citizenship', ['PH', 'TH', 'CO'])], [10, 12, 14, 36, 0, 0, 36]),
      tableOf('region', [axisOf('citizenship', ['PH+TH', 'CO'])], [22, 14, 36, 0, 0, 36]),
    ]
    const [places] = linkedTablesOf(tables)
    const values = [...places!.cells.values()].filter(({ row }) => places!.axes[0].lines[row]!.codes !== null)
    expect(shown(cheapestFirst(places!, values))).toEqual(['PH+TH', 'PH', 'TH', 'CO'])
  })
})
