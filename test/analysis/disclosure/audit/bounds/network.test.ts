/** Which systems are networks, and the extremes that flows find. */
import { describe, expect, it } from 'vitest'
import { type ConstraintCell, publishedCell, withheldCell } from '../../../../../analysis/disclosure/audit/bounds/constraint-system.ts'
import { networkOf } from '../../../../../analysis/disclosure/audit/bounds/network.ts'
import { reduce } from '../../../../../analysis/disclosure/audit/bounds/reduce.ts'

const extremesOf = (size: number, cells: readonly ConstraintCell[]) => {
  const network = networkOf(reduce({ size, cells }))
  return network && ((cell: number) => [network.least(cell), network.most(cell)])
}

const withheld = (size: number) => Array.from({ length: size }, (_, element) => withheldCell(String(element), [element]))

describe('a table of rows and columns', () => {
  it('is a network', () => {
    // 0 1 | 10
    // 2 3 | 4
    // 6 8 | 14
    const margins = [
      publishedCell('upper row', [0, 1], 10),
      publishedCell('lower row', [2, 3], 4),
      publishedCell('left column', [0, 2], 6),
      publishedCell('right column', [1, 3], 8),
    ]
    const extremes = extremesOf(4, [...withheld(4), ...margins])!
    expect([0, 1, 2, 3].map(extremes)).toEqual([
      [2, 6],
      [4, 8],
      [0, 4],
      [0, 4],
    ])
  })

  it('is one with levels too, which are nested in the margins', () => {
    const cells = [...withheld(3), publishedCell('group', [0, 1], 5), publishedCell('all', [0, 1, 2], 9, 1)]
    const extremes = extremesOf(3, cells)!
    expect([0, 1, 2].map(extremes)).toEqual([
      [0, 5],
      [0, 5],
      [3, 5],
    ])
  })
})

describe('sets of which any two cross', () => {
  it('are no network: two collections cannot hold three of them', () => {
    const pairs = [publishedCell('01', [0, 1], 9, 5), publishedCell('12', [1, 2], 9, 5), publishedCell('02', [0, 2], 9, 5)]
    expect(extremesOf(3, [...withheld(3), ...pairs])).toBeNull()
  })
})
