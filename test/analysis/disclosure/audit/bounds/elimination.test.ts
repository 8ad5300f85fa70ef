/** What follows from exact figures by adding and subtracting alone. */
import { describe, expect, it } from 'vitest'
import { publishedCell, withheldCell } from '../../../../../analysis/disclosure/audit/bounds/constraint-system.ts'
import { determinedCells } from '../../../../../analysis/disclosure/audit/bounds/elimination.ts'

const withheld = (size: number) => Array.from({ length: size }, (_, element) => withheldCell(String(element), [element]))

describe('elimination', () => {
  it('finds what a total leaves', () => {
    const cells = [withheldCell('a', [0]), publishedCell('b', [1], 6), publishedCell('all', [0, 1], 9)]
    expect(determinedCells({ size: 2, cells })).toEqual(new Map([[0, 3]]))
  })

  it('finds what three sums of two leave', () => {
    const sums = [publishedCell('ab', [0, 1], 10), publishedCell('bc', [1, 2], 12), publishedCell('ac', [0, 2], 14)]
    expect(determinedCells({ size: 3, cells: [...withheld(3), ...sums] })).toEqual(
      new Map([
        [0, 6],
        [1, 4],
        [2, 8],
      ]),
    )
  })

  it('finds a sum of cells none of which is determined', () => {
    const cells = [...withheld(3), withheldCell('ab', [0, 1]), publishedCell('c', [2], 4), publishedCell('all', [0, 1, 2], 9)]
    // The third is withheld under its own name and published under another.
    expect(determinedCells({ size: 3, cells })).toEqual(
      new Map([
        [2, 4],
        [3, 5],
      ]),
    )
  })

  it('does not use that counts are not negative, nor figures with noise', () => {
    expect(determinedCells({ size: 2, cells: [...withheld(2), publishedCell('all', [0, 1], 0)] })).toEqual(new Map())
    expect(determinedCells({ size: 1, cells: [...withheld(1), publishedCell('same', [0], 9, 1)] })).toEqual(new Map())
  })
})
