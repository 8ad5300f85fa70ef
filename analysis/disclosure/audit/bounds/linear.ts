/**
 * Which withheld sums follow from published ones by adding and subtracting alone. Elimination over the whole numbers modulo a prime:
 * exact, and a rank that the prime hides by accident is a chance of one in 67 million for each pivot.
 */
import type { AuditSystem } from './constraint-system.ts'

/** The largest prime below 2^26: products of two remainders are exact in a double. */
const PRIME = 67_108_859

/** For each withheld cell that the exact figures determine, its value. */
export function determined({ atoms, cells }: AuditSystem): Map<number, number> {
  const classes = classesOf(atoms, cells)
  const width = new Set(classes).size
  const vector = (cell: AuditSystem['cells'][number]) => {
    const row = new Float64Array(width + 1)
    for (const atom of cell.atoms) row[classes[atom]!] = 1
    return row
  }
  const pivots: { readonly at: number; readonly row: Float64Array }[] = []
  const reduced = (row: Float64Array) => {
    for (const { at, row: pivot } of pivots) {
      const factor = row[at]!
      if (factor === 0) continue
      for (let index = at; index <= width; index++) if (pivot[index] !== 0) row[index] = modulo(row[index]! - factor * pivot[index]!)
    }
    return row
  }
  for (const cell of cells) {
    if (cell.withheld || cell.lower !== cell.upper) continue
    const row = vector(cell)
    row[width] = modulo(cell.lower)
    reduced(row)
    const at = row.findIndex((value) => value !== 0)
    if (at < 0 || at === width) continue
    const inverse = power(row[at]!, PRIME - 2)
    pivots.push({ at, row: row.map((value) => (value * inverse) % PRIME) })
    pivots.sort((a, b) => a.at - b.at)
  }
  const found = new Map<number, number>()
  cells.forEach((cell, index) => {
    if (!cell.withheld) return
    const row = reduced(vector(cell))
    if (row.subarray(0, width).some((value) => value !== 0)) return
    const value = modulo(-row[width]!)
    found.set(index, value > PRIME / 2 ? value - PRIME : value)
  })
  return found
}

/** Atoms that stand in the same cells are one unknown. */
function classesOf(atoms: number, cells: AuditSystem['cells']): Int32Array {
  const on: number[][] = Array.from({ length: atoms }, () => [])
  cells.forEach((cell, index) => {
    for (const atom of cell.atoms) on[atom]!.push(index)
  })
  const numbers = new Map<string, number>()
  return Int32Array.from(on, (list) => {
    const name = list.join()
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    return numbers.get(name)!
  })
}

const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME

function power(base: number, exponent: number): number {
  let [result, square] = [1, base]
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME
    square = (square * square) % PRIME
  }
  return result
}
