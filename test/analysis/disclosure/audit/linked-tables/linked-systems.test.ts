/** Linked tables as constraints on elementary cells. */
import { describe, expect, it } from 'vitest'
import { countRangeOf, linkedSystemsOf, partlyWithheld } from '../../../../../analysis/disclosure/audit/linked-tables/linked-systems.ts'
import { type LinkedCell, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, crossed, suppressed, tableOf } from '../../../../support/small-release.ts'

const NOISE = { band: 5, minimumCases: 5 }
const EXACT = { band: 0, minimumCases: 5 }

const [linked] = linkedTablesOf([
  crossed(
    ['a', 'b'],
    ['x', 'y'],
    [
      [3, 20],
      [8, 30],
    ],
    ['a x', 'b x'],
  ),
])

describe('the system of two single answers', () => {
  const [system, ...others] = linkedSystemsOf(linked!, EXACT)
  const cell = (name: string) => system!.system.cells.find(({ id }) => id === `q,r ${name}`)!

  it('has an elementary cell for each pair of a row and a column', () => {
    expect(others).toEqual([])
    // a, b, no answer and not applicable, in both directions.
    expect(system!.system.size).toBe(16)
    expect(cell('a x').elements).toEqual([0])
    expect(cell('b y').elements).toEqual([5])
    expect(cell('a answered').elements).toEqual([0, 1])
    expect(cell('a total').elements).toEqual([0, 1, 2, 3])
    expect(cell('total x').elements).toEqual([0, 4, 8, 12])
  })

  it('bounds what is shown, and nothing else', () => {
    expect(cell('a y')).toMatchObject({ lower: 20, upper: 20, withheld: false })
    expect(cell('a x')).toMatchObject({ lower: 0, upper: Infinity, withheld: true })
    expect(cell('no_answer x')).toMatchObject({ lower: 0, upper: 0 })
  })

  it('judges the withheld cells', () => {
    expect(system!.judged.map((index) => system!.printed[index]!.lines.join(' '))).toEqual(['a x', 'b x'])
  })
})

describe('the systems of multiple answers', () => {
  it('judge each withheld cell once', () => {
    const axes = [axisOf('q', ['a', 'b'], 'multiple'), axisOf('r', ['x'], 'multiple')] as const
    const [multiple] = linkedTablesOf([tableOf('q,r', axes, new Array(30).fill(suppressed(3)))])
    const judged = linkedSystemsOf(multiple!, NOISE).flatMap((system) =>
      system.judged.map((index) => system.printed[index]!.lines.join(' ')),
    )
    expect(judged).toHaveLength(30)
    expect(new Set(judged).size).toBe(30)
  })
})

describe('what a printed cell says about its count', () => {
  const printed = (cell: Partial<LinkedCell>) => ({ status: 'shown', figure: 12, parts: 1, missing: 0, ...cell }) as LinkedCell

  it('is a band around its figure, not below the minimum', () => {
    expect(countRangeOf(printed({}), EXACT)).toEqual({ lower: 12, upper: 12 })
    expect(countRangeOf(printed({}), NOISE)).toEqual({ lower: 7, upper: 17 })
    expect(countRangeOf(printed({ figure: 6 }), NOISE)).toEqual({ lower: 5, upper: 11 })
  })

  it('is wider for a sum, and has no upper bound where parts are missing', () => {
    expect(countRangeOf(printed({ figure: 30, parts: 3 }), NOISE)).toEqual({ lower: 15, upper: 45 })
    expect(countRangeOf(printed({ figure: 30, parts: 2, missing: 1 }), EXACT)).toEqual({ lower: 30, upper: Infinity })
    expect(partlyWithheld(printed({ missing: 1 }), EXACT)).toBe(true)
    expect(partlyWithheld(printed({ missing: 1 }), NOISE)).toBe(false)
  })

  it('is nothing where the cell is withheld, and 0 where it is impossible', () => {
    expect(countRangeOf(printed({ status: 'withheld', figure: null }), NOISE)).toEqual({ lower: 0, upper: Infinity })
    expect(countRangeOf(printed({ status: 'not_applicable', figure: null }), NOISE)).toEqual({ lower: 0, upper: 0 })
  })
})
