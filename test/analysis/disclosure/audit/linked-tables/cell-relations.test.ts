/** Which cells of a crosstab add up to another: two rows and two columns, and their margins. */
import { describe, expect, it } from 'vitest'
import { cellRelationsOf, partialCellRelationsOf } from '../../../../../analysis/disclosure/audit/linked-tables/cell-relations.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, crossed, tableOf } from '../../../../support/small-release.ts'

const COUNTS = [
  [10, 20],
  [30, 40],
]
const [linked] = linkedTablesOf([crossed(['a', 'b'], ['x', 'y'], COUNTS, ['a x'])])
const names = (cells: readonly { readonly lines: readonly string[] }[]) => cells.map(({ lines }) => lines.join(' ')).join(', ')
const written = cellRelationsOf(linked!).map(({ along, whole, parts }) => `${along}: ${names([whole])} = ${names(parts)}`)

describe('relations of cells', () => {
  it('are those of the rows in each column, and those of the columns in each row', () => {
    expect(written).toContain('0: answered x = a x, b x')
    expect(written).toContain('1: a answered = a x, a y')
    expect(written).toContain('1: total answered = total x, total y')
  })

  it('leave out what the questionnaire makes impossible', () => {
    expect(written).toContain('0: total x = answered x')
  })

  it('are remembered, because several audits ask for them', () => {
    expect(cellRelationsOf(linked!)).toBe(cellRelationsOf(linked!))
  })

  it('hold only cells that some table prints', () => {
    const cells = new Map([...linked!.cells].filter(([, { lines }]) => lines.join(' ') !== 'b y'))
    const found = cellRelationsOf({ ...linked!, cells })
    expect(found.some(({ whole }) => whole.lines.join(' ') === 'answered y')).toBe(false)
  })
})

describe('partial relations of cells', () => {
  it('hold cells inside another that do not have all of its cases', () => {
    const tables = [
      tableOf('fine', [axisOf('q', ['a', 'c'])], new Array(6).fill(10)),
      tableOf('coarse', [axisOf('q', ['a+b', 'c'])], new Array(6).fill(10)),
    ]
    const found = partialCellRelationsOf(linkedTablesOf(tables)[0]!)
    expect(found.map(({ whole, parts }) => `${names([whole])} > ${names(parts)}`)).toEqual(['a+b > a'])
  })
})
