/**
 * Which withheld cells follow from exact figures by linear equations alone: Gaussian elimination over the whole numbers modulo a
 * prime. Exact, but for dependencies that hold modulo the prime only; for each pivot that is a chance of one in 67 million.
 */
import { type ConstraintCell, type ConstraintSystem, cellsOnElements } from './constraint-system.ts'

/** The largest prime below 2^26: the product of two remainders is exact in a double. */
const PRIME = 67_108_859

/** A row of the system in which column `at` is 1, and everything left of it 0. */
interface Pivot {
  readonly at: number
  readonly row: Float64Array
}

/**
 * By its index in `system.cells`, the count of each withheld cell that the exact figures determine. That no count is negative is not used here: what follows only from
 * that is found by `boundsOf`.
 * @example
 * // two elementary cells: the first withheld, both together 9, the second 6
 * determinedCells({ size: 2, cells: [publishedCell('b', [1], 6), withheldCell('a', [0]), publishedCell('all', [0, 1], 9)] }) // Map { 1 => 3 }
 */
export function determinedCells(system: ConstraintSystem): Map<number, number> {
  const unknownOf = unknownsOf(system)
  const unknowns = new Set(unknownOf).size
  const pivots: Pivot[] = []
  for (const cell of system.cells) {
    if (cell.withheld || cell.lower !== cell.upper) continue
    const pivot = pivotOf(reduced(rowOf(cell, unknownOf, unknowns, cell.lower), pivots))
    if (pivot === null) continue
    pivots.push(pivot)
    pivots.sort((a, b) => a.at - b.at)
  }
  const found = new Map<number, number>()
  system.cells.forEach((cell, index) => {
    if (!cell.withheld) return
    const row = reduced(rowOf(cell, unknownOf, unknowns, 0), pivots)
    if (row.subarray(0, unknowns).some((value) => value !== 0)) return
    const value = modulo(-row[unknowns]!)
    found.set(index, value > PRIME / 2 ? value - PRIME : value)
  })
  return found
}

/** The equation of a cell: a coefficient for each unknown, then the sum. */
function rowOf({ elements }: ConstraintCell, unknownOf: Int32Array, unknowns: number, sum: number): Float64Array {
  const row = new Float64Array(unknowns + 1)
  for (const element of elements) row[unknownOf[element]!] = 1
  row[unknowns] = modulo(sum)
  return row
}

/** Subtracts pivots, from left to right, until the row has 0 in each of their columns. Changes the row. */
function reduced(row: Float64Array, pivots: readonly Pivot[]): Float64Array {
  for (const { at, row: pivot } of pivots) {
    const factor = row[at]!
    if (factor === 0) continue
    for (let index = at; index < row.length; index++) if (pivot[index] !== 0) row[index] = modulo(row[index]! - factor * pivot[index]!)
  }
  return row
}

/** The row divided by its first coefficient; null where it has none, because it follows from the pivots. */
function pivotOf(row: Float64Array): Pivot | null {
  const at = row.findIndex((value) => value !== 0)
  if (at < 0 || at === row.length - 1) return null
  const inverse = power(row[at]!, PRIME - 2)
  return { at, row: row.map((value) => (value * inverse) % PRIME) }
}

/** The unknown of each elementary cell: elementary cells that the same cells add up are one unknown. */
function unknownsOf(system: ConstraintSystem): Int32Array {
  const unknowns = new Map<string, number>()
  return Int32Array.from(cellsOnElements(system), (cells) => {
    const name = cells.join()
    if (!unknowns.has(name)) unknowns.set(name, unknowns.size)
    return unknowns.get(name)!
  })
}

const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME

/** By repeated squaring, modulo the prime; `power(x, PRIME - 2)` is the inverse of x (Fermat). */
function power(base: number, exponent: number): number {
  let [result, square] = [1, base]
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
