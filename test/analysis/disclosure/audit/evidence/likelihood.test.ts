/** What the lines of a table say of its cells: answers a, b and c, of which c is withheld. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { type CellLikelihoods, cellLikelihoods, observedCell } from '../../../../../analysis/disclosure/audit/evidence/likelihood.ts'
import { type LinkedCell, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, suppressed, tableOf } from '../../../../support/small-release.ts'
import { attacker } from './quarter-noise.ts'

const [linked] = linkedTablesOf([
  tableOf('q', [axisOf('q', ['a', 'b', 'c'])], [[10, 10], [20, 20], suppressed(2), [32, 32], suppressed(0), suppressed(0), suppressed(32)]),
])
const cell = (code: string) => [...linked!.cells.values()].find(({ lines }) => lines[0] === code)!
const names = (cells: readonly LinkedCell[]) => cells.map(({ lines }) => lines[0])

describe('the likelihood of a cell', () => {
  it('comes from its parent and its siblings', () => {
    const likelihoods = cellLikelihoods(linked!, attacker)
    const found = likelihoods.of(cell('c'), 0)!
    // 32 less 10 less 20, three times noise of a quarter, a half and a quarter: 1, 6, 15, 20, 15 … from -1 up, here from 0.
    const weights = [6, 15, 20, 15, 6, 1]
    for (const [count, weight] of weights.entries()) expect(found[count]).toBeCloseTo(weight / 20, 12)
    expect(names(likelihoods.from(cell('c'), 0))).toEqual(['answered', 'a', 'b'])
  })

  it('is none along an axis on which nothing adds up', () => {
    expect(cellLikelihoods(linked!, attacker).of(cell('c'), 1)).toBeNull()
  })

  it('is weaker if a sibling were withheld too', () => {
    const without = cellLikelihoods(linked!, attacker, { suppressed: cell('a') })
    expect(names(without.from(cell('c'), 0))).toEqual(['answered', 'b'])
    const possible = (likelihoods: CellLikelihoods) => likelihoods.of(cell('c'), 0)!.filter((weight) => weight > 0).length
    expect(possible(cellLikelihoods(linked!, attacker))).toBe(6)
    // What a holds could be in c as well: 32 less 20, and noise.
    expect(possible(without)).toBe(15)
  })

  it('comes from its children, where a sibling is withheld', () => {
    const ends = [[32, 32], suppressed(0), suppressed(0), suppressed(32)] as const
    const tables = [
      tableOf('fine', [axisOf('q', ['a', 'b', 'c'])], [[10, 10], [20, 20], suppressed(2), ...ends]),
      tableOf('coarse', [axisOf('q', ['a+b', 'c'])], [suppressed(30), suppressed(2), ...ends]),
    ]
    const [levels] = linkedTablesOf(tables)
    const c = [...levels!.cells.values()].find(({ lines }) => lines[0] === 'c')!
    const likelihoods = cellLikelihoods(levels!, attacker)
    // The smallest relation of c is that with the group a+b, which is withheld: a and b stand for it.
    expect(names(likelihoods.from(c, 0))).toEqual(['answered', 'a', 'b'])
    expect(likelihoods.of(c, 0)!.indexOf(1)).toBe(2)
  })

  it('of a contributor is that of readers where he has no cases', () => {
    const readers = cellLikelihoods(linked!, attacker)
    const his = cellLikelihoods(linked!, attacker, { own: () => 0, readers })
    expect(his.of(cell('c'), 0)).toBe(readers.of(cell('c'), 0))
    const other = cellLikelihoods(linked!, attacker, { own: ({ lines }) => (lines[0] === 'a' ? 3 : 0), readers })
    expect(other.of(cell('c'), 0)).not.toBe(readers.of(cell('c'), 0))
  })
})

describe('a cell as a contributor observes it', () => {
  it('is known to him where all of its cases are his', () => {
    expect(observedCell(cell('a'), 10)).toMatchObject({ figure: 10, own: 10, allOwn: true })
    expect(observedCell(cell('a'), 4)).toMatchObject({ own: 4, allOwn: false })
    expect(observedCell(cell('no_answer'), 0)).toMatchObject({ figure: null, allOwn: false })
  })
})
