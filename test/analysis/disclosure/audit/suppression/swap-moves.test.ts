/** Moves of one case in a grid of two rows and three columns, numbered 0 1 2 above 3 4 5. */
import { describe, expect, it } from 'vitest'
import {
  addedCase,
  changesBy,
  marginPreservingSwaps,
  movesAlongColumn,
  movesAlongRow,
} from '../../../../../analysis/disclosure/audit/suppression/swap-moves.ts'

const size = { rows: 2, columns: 3 }

describe('moves that add a case to an elementary cell', () => {
  it('swap two cases between two rows and two columns', () => {
    expect([...marginPreservingSwaps(0, new Set([0]), size)]).toEqual([
      { more: [0, 4], fewer: [3, 1] },
      { more: [0, 5], fewer: [3, 2] },
    ])
  })

  it('touch no other elementary cell of the same cell', () => {
    expect([...marginPreservingSwaps(0, new Set([0, 1]), size)]).toEqual([{ more: [0, 5], fewer: [3, 2] }])
    expect([...marginPreservingSwaps(0, new Set([0, 3]), size)]).toEqual([])
  })

  it('bring a case from the same row, from the same column, or from nowhere', () => {
    expect([...movesAlongRow(4, new Set([4]), size)].map(({ fewer }) => fewer)).toEqual([[3], [5]])
    expect([...movesAlongColumn(4, new Set([4]), size)].map(({ fewer }) => fewer)).toEqual([[1]])
    expect([...addedCase(4)]).toEqual([{ more: [4], fewer: [] }])
  })

  it('change a cell by what they add to it less what they take from it', () => {
    // Cell 0 is the first row, cell 1 its first place alone.
    const on = [[0, 1], [0], [0], [], [], []]
    expect(changesBy({ more: [0, 4], fewer: [3, 1] }, on)).toEqual(
      new Map([
        [0, 0],
        [1, 1],
      ]),
    )
  })
})
