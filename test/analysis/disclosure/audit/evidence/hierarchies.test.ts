/** Parents and children of cells: three answers at two levels. */
import { describe, expect, it } from 'vitest'
import { cellHierarchiesOf } from '../../../../../analysis/disclosure/audit/evidence/hierarchies.ts'
import { type LinkedCell, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, tableOf } from '../../../../support/small-release.ts'

function hierarchies(levels: readonly (readonly string[])[]) {
  const tables = levels.map((categories, level) =>
    tableOf(String(level), [axisOf('q', categories)], new Array(categories.length + 4).fill(10)),
  )
  const [linked] = linkedTablesOf(tables)
  const { parentRelation, childLevels } = cellHierarchiesOf(linked!)
  const cell = (code: string) => [...linked!.cells.values()].find(({ lines }) => lines[0] === code)!
  const names = (cells: readonly LinkedCell[]) => cells.map(({ lines }) => lines[0]).join(', ')
  return {
    parent: (code: string) => {
      const relation = parentRelation[0]!.get(cell(code))
      return relation && `${names([relation.whole])} = ${names(relation.parts)}`
    },
    children: (code: string) => (childLevels[0]!.get(cell(code)) ?? []).map(({ parts, covered }) => [names(parts), covered]),
  }
}

describe('the hierarchy of cells', () => {
  const { parent, children } = hierarchies([
    ['a', 'b', 'c'],
    ['a+b', 'c'],
  ])

  it('has for each cell the relation with the fewest parts, up to the total', () => {
    expect(parent('a')).toBe('a+b = a, b')
    expect(parent('c')).toBe('answered = a+b, c')
    expect(parent('answered')).toBe('total = answered, no_answer, not_applicable')
    expect(parent('total')).toBeUndefined()
  })

  it('has for each cell its children, level by level', () => {
    expect(children('answered')).toEqual([
      ['a, b, c', true],
      ['a+b, c', true],
    ])
    expect(children('a+b')).toEqual([['a, b', true]])
    expect(children('a')).toEqual([])
  })

  it('knows where children do not hold all cases', () => {
    expect(
      hierarchies([
        ['a', 'c'],
        ['a+b', 'c'],
      ]).children('a+b'),
    ).toEqual([['a', false]])
  })
})
