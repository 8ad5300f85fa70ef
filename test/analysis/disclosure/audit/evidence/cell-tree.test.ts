/** The trees of cells: three answers at two levels, in single tables and inside a crosstab. */
import { describe, expect, it } from 'vitest'
import { type CellTrees, cellTreesOf } from '../../../../../analysis/disclosure/audit/evidence/cell-tree.ts'
import { type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, crossed, tableOf } from '../../../../support/small-release.ts'
import { cellIn, placeIn } from './one-column.ts'

const linkedOf = (levels: readonly (readonly string[])[]) =>
  linkedTablesOf(
    levels.map((categories, level) => tableOf(String(level), [axisOf('q', categories)], new Array(categories.length + 4).fill(10))),
  )[0]!

function read(linked: LinkedTables, { along: [tree] }: CellTrees = cellTreesOf(linked)) {
  const cells = [...linked.cells.values()]
  const names = (places: Iterable<number>) => [...places].map((place) => cells[place]!.lines[0]).join(', ')
  const at = (code: string) => placeIn(linked, cellIn(linked, code))
  return {
    parent: (code: string) => {
      const relation = tree.relations[tree.relationOf[at(code)]!]
      return relation && `${names([relation.whole])} = ${names(relation.parts)}`
    },
    children: (code: string) => tree.levels[at(code)]!.map(({ parts, unlisted }) => [names(parts), unlisted]),
    inOrder: tree.relations.map(({ whole, children }) => `${names([whole])}: ${names(children)}`),
    upward: names(tree.upward),
  }
}

const TWO_LEVELS = [
  ['a', 'b', 'c'],
  ['a+b', 'c'],
]

describe('the tree of cells', () => {
  const { parent, children, inOrder, upward } = read(linkedOf(TWO_LEVELS))

  it('has for each cell the relation with the fewest parts, up to the total', () => {
    expect(parent('a')).toBe('a+b = a, b')
    expect(parent('c')).toBe('answered = a+b, c')
    expect(parent('all')).toBe('total = answered, no_answer, not_applicable')
    expect(parent('total')).toBeUndefined()
  })

  it('has for each cell its children, level by level', () => {
    expect(children('all')).toEqual([
      ['a, b, c', 0],
      ['a+b, c', 0],
    ])
    expect(children('a+b')).toEqual([['a, b', 0]])
    expect(children('a')).toEqual([])
  })

  it('knows how many categories of a cell are not among its children', () => {
    const levels = (group: string) => [
      ['a', 'z'],
      [group, 'z'],
    ]
    expect(read(linkedOf(levels('a+b'))).children('a+b')).toEqual([['a', 1]])
    expect(read(linkedOf(levels('a+b+c'))).children('a+b+c')).toEqual([['a', 2]])
  })

  it('takes wholes before their parts on the way down, and children before their parents on the way up', () => {
    expect(inOrder).toEqual(['total: answered, no_answer, not_applicable', 'answered: a+b, c', 'a+b: a, b'])
    expect(upward).toBe('a+b, answered, total')
  })

  it('has no circle where two lines hold the same answers', () => {
    const [{ relations, relationOf }] = cellTreesOf(linkedOf([['a', 'b'], ['a+b']])).along
    expect(relations.length).toBeGreaterThan(2)
    for (const [place, { whole }] of relations.entries()) expect(relationOf[whole]).toBeLessThan(place)
  })
})

describe('the law of a cell', () => {
  it('is that of a margin of a category with a line, in single tables and at the ends of a crosstab', () => {
    const single = linkedOf([['a', 'b']])
    const kinds = (linked: LinkedTables) => {
      const { law } = cellTreesOf(linked)
      return Object.fromEntries([...linked.cells.values()].map(({ lines }, place) => [lines.join(' '), law[place]]))
    }
    expect(kinds(single)).toMatchObject({ a: 'listed', b: 'listed', answered: 'withheld', no_answer: 'withheld', total: 'withheld' })
    const crosstab = linkedTablesOf([
      crossed(
        ['a', 'b'],
        ['x', 'y'],
        [
          [9, 20],
          [7, 30],
        ],
        [],
      ),
    ])[0]!
    expect(kinds(crosstab)).toMatchObject({ 'a x': 'withheld', 'a total': 'listed', 'total x': 'listed', 'a answered': 'withheld' })
  })
})
