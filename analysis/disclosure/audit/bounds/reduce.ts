/** A smaller system with the same bounds: elementary cells whose count is known are taken out, those that no cell tells apart become one unknown. */

import { type Bounds, type ConstraintCell, type ConstraintSystem, cellsOnElements } from './constraint-system.ts'
import { SolverStopped } from './solver.ts'

export interface ReducedCell {
  /** The unknowns that the cell adds up. */
  readonly unknowns: readonly number[]
  /** What its known elementary cells add to them. */
  readonly known: number
  /** Bounds of the sum of its unknowns: those of the cell less what is known. */
  readonly bounds: Bounds
}

export interface ReducedSystem {
  /** Upper bound of each unknown; Infinity where there is none. */
  readonly upper: Float64Array
  /** In the order of the cells of the system. */
  readonly cells: readonly ReducedCell[]
}

/** Answers for one cell of a reduced system after another, by its index: the extremes of the sum of its unknowns. */
export interface Extremes {
  readonly least: (cell: number) => number
  readonly most: (cell: number) => number
  readonly close: () => void
}

/**
 * The reduced system.
 * @throws SolverStopped `contradiction` where no counts fit
 * @example
 * // the second cell is a published 0, so the first is known to be the total
 * reduce({ size: 2, cells: [withheldCell('a', [0]), publishedCell('b', [1], 0), publishedCell('all', [0, 1], 9)] }).cells[0].known // 9
 */
export function reduce(system: ConstraintSystem): ReducedSystem {
  const ranges = rangesOf(system)
  const { unknownOf, upper } = unknownsOf(system, ranges)
  return { upper, cells: system.cells.map((cell) => reducedCell(cell, ranges, unknownOf)) }
}

/** Bounds of each elementary cell by itself. */
interface Ranges {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** How many times all cells are visited: later visits rarely change a range, and the solver finds what is left. */
const ROUNDS = 8

/** The ranges that follow from single cells, one after another, as far as `ROUNDS`. */
function rangesOf({ size, cells }: ConstraintSystem): Ranges {
  const ranges = { lower: new Float64Array(size), upper: new Float64Array(size).fill(Infinity) }
  const bounding = cells.filter((cell) => !(cell.withheld && cell.lower === 0 && cell.upper === Infinity))
  let tighter = true
  for (let round = 0; round < ROUNDS && tighter; round++) {
    tighter = false
    for (const cell of bounding) if (tightenElements(cell, ranges)) tighter = true
  }
  return ranges
}

/**
 * Tightens the ranges of the elementary cells of one cell. Each is at most what the cell may hold less the least of the others, and at least what the cell
 * must hold less the most of the others.
 * @returns whether some range became smaller by more than half a case
 * @throws SolverStopped `contradiction` where a range becomes empty
 */
function tightenElements(cell: ConstraintCell, { lower, upper }: Ranges): boolean {
  let tighter = false
  let [sumLower, sumUpper, unbounded] = [0, 0, 0]
  for (const element of cell.elements) {
    sumLower += lower[element]!
    if (upper[element] === Infinity) unbounded++
    else sumUpper += upper[element]!
  }
  for (const element of cell.elements) {
    const most = cell.upper - (sumLower - lower[element]!)
    if (most < upper[element]!) {
      tighter ||= upper[element]! - most > 0.5
      if (upper[element] === Infinity) unbounded--
      else sumUpper -= upper[element]!
      upper[element] = most
      sumUpper += most
    }
    const bounded = upper[element] !== Infinity
    const othersUnbounded = unbounded - (bounded ? 0 : 1) > 0
    const least = cell.lower - (othersUnbounded ? Infinity : sumUpper - (bounded ? upper[element]! : 0))
    if (least > lower[element]!) {
      tighter ||= least - lower[element]! > 0.5
      sumLower += least - lower[element]!
      lower[element] = least
    }
    if (lower[element]! > upper[element]! + 1e-6) throw new SolverStopped('contradiction')
  }
  return tighter
}

/** The unknown of each elementary cell, -1 where its count is known or no cell adds it up; and the upper bound of each unknown. */
function unknownsOf(system: ConstraintSystem, { lower, upper }: Ranges): { readonly unknownOf: Int32Array; readonly upper: Float64Array } {
  const on = cellsOnElements(system)
  const unknowns = new Map<string, number>()
  const unknownOf = new Int32Array(system.size).fill(-1)
  const sums: number[] = []
  for (let element = 0; element < system.size; element++) {
    if (upper[element]! - lower[element]! < 1e-9 || on[element]!.length === 0) continue
    const name = on[element]!.join()
    const unknown = unknowns.get(name) ?? unknowns.size
    unknowns.set(name, unknown)
    unknownOf[element] = unknown
    sums[unknown] = (sums[unknown] ?? 0) + upper[element]!
  }
  return { unknownOf, upper: Float64Array.from(sums) }
}

function reducedCell(cell: ConstraintCell, { lower }: Ranges, unknownOf: Int32Array): ReducedCell {
  const unknowns = new Set<number>()
  let known = 0
  for (const element of cell.elements) {
    if (unknownOf[element]! >= 0) unknowns.add(unknownOf[element]!)
    else known += lower[element]!
  }
  const bounds = { lower: Math.max(0, cell.lower - known), upper: cell.upper - known }
  if (bounds.upper < -1e-6 || (unknowns.size === 0 && bounds.lower > 1e-6)) throw new SolverStopped('contradiction')
  return { unknowns: [...unknowns], known, bounds: { lower: bounds.lower, upper: Math.max(0, bounds.upper) } }
}
