/** Systems of a few elementary cells, and what is left of them. */
import { describe, expect, it } from 'vitest'
import { publishedCell, withheldCell } from '../../../../../analysis/disclosure/audit/bounds/constraint-system.ts'
import { reduce } from '../../../../../analysis/disclosure/audit/bounds/reduce.ts'
import { SolverStopped } from '../../../../../analysis/disclosure/audit/bounds/solver.ts'

describe('a reduced system', () => {
  it('knows an elementary cell beside a published 0', () => {
    const { upper, cells } = reduce({
      size: 2,
      cells: [withheldCell('a', [0]), publishedCell('b', [1], 0), publishedCell('all', [0, 1], 9)],
    })
    expect([...upper]).toEqual([])
    expect(cells.map(({ known }) => known)).toEqual([9, 0, 9])
  })

  it('makes one unknown of elementary cells that no cell tells apart', () => {
    const { upper, cells } = reduce({
      size: 3,
      cells: [withheldCell('a', [0, 1]), withheldCell('b', [2]), publishedCell('all', [0, 1, 2], 9)],
    })
    // The first holds at most 9 twice over: what both hold together is bounded by the last cell.
    expect([...upper]).toEqual([18, 9])
    expect(cells.map(({ unknowns }) => unknowns)).toEqual([[0], [1], [0, 1]])
    expect(cells[2]!.bounds).toEqual({ lower: 9, upper: 9 })
  })

  it('takes what is known out of the bounds of a cell', () => {
    const { cells } = reduce({
      size: 3,
      cells: [publishedCell('a', [0], 4), withheldCell('b', [1]), withheldCell('c', [2]), publishedCell('all', [0, 1, 2], 9)],
    })
    expect(cells[3]).toMatchObject({ known: 4, bounds: { lower: 5, upper: 5 } })
  })

  it('refuses figures that no counts fit', () => {
    const contradiction = { size: 2, cells: [publishedCell('all', [0, 1], 3), publishedCell('a', [0], 5)] }
    expect(() => reduce(contradiction)).toThrow(SolverStopped)
  })
})
