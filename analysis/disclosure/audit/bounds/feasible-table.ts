/**
 * A quick proof that the bounds of a cell are far apart. Starting from one set of counts that fits everything published, cases are moved one
 * by one between elementary cells. Every set of counts on the way fits too, so a cell that went up by n and down by m has bounds at least
 * n + m apart. Where no proof is found the bounds may still be wide: then they are computed (`boundsOf`).
 */

import type { LinkedSystem } from '../linked-tables/linked-systems.ts'
import {
  addedCase,
  changesBy,
  type Move,
  type Moves,
  marginPreservingSwaps,
  movesAlongColumn,
  movesAlongRow,
} from '../suppression/swap-moves.ts'
import { type ConstrainedCounts, constrainedCounts } from './constrained-counts.ts'

export interface FeasibleTable {
  /** Whether a cell, by its index in the system, was seen to take values at least `width` cases apart. */
  readonly spans: (cell: number, width: number) => boolean
}

/** Moves in the order in which they are tried. Swaps come first: they change no margin, so no other linked tables can contradict them. */
const MOVES: readonly Moves[] = [marginPreservingSwaps, movesAlongRow, movesAlongColumn, addedCase]

/**
 * @param values a value for each cell of the system, all made by one set of counts
 * @returns null where the printed cells do not determine enough to tell whether a moved set of counts exists
 */
export function feasibleTableFrom(linked: LinkedSystem, values: readonly number[]): FeasibleTable | null {
  const counts = constrainedCounts(linked, values)
  if (counts === null) return null
  const start = Float64Array.from(counts.value)
  return {
    spans(cell, width) {
      counts.value.set(start)
      const up = moveCases(linked, counts, { cell, wanted: width, into: true })
      counts.value.set(start)
      return up >= width || up + moveCases(linked, counts, { cell, wanted: width - up, into: false }) >= width
    },
  }
}

interface Wanted {
  readonly cell: number
  readonly wanted: number
  /** Into the cell, or out of it. */
  readonly into: boolean
}

/** Moves cases into a cell or out of it, as many as are wanted if that is possible. @returns how many */
function moveCases({ rows, columns, system }: LinkedSystem, counts: ConstrainedCounts, { cell, wanted, into }: Wanted): number {
  const inside = new Set(system.cells[cell]!.elements)
  const size = { rows: rows.size, columns: columns.size }
  let done = 0
  for (const moves of MOVES) {
    for (const element of inside) {
      for (const { more, fewer } of moves(element, inside, size)) {
        const move = into ? { more, fewer } : { more: fewer, fewer: more }
        while (done < wanted && tryMove(counts, move)) done++
        if (done >= wanted) return done
      }
    }
  }
  return done
}

/** Makes a move, if all counts stay between their bounds. @returns whether they did */
function tryMove({ value, lower, upper, on }: ConstrainedCounts, move: Move): boolean {
  const changes = changesBy(move, on)
  for (const [count, change] of changes) {
    const next = value[count]! + change
    if (change !== 0 && (next < lower[count]! - 1e-9 || next > upper[count]! + 1e-9)) return false
  }
  for (const [count, change] of changes) value[count]! += change
  return true
}
