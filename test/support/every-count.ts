/** The slow obvious attacker: every choice of elementary counts that fits, one by one. */
import type { ConstraintSystem } from '../../analysis/disclosure/audit/bounds/constraint-system.ts'

/** Calls `visit` with the counts of all elementary cells, each from 0 to `most`, for every choice that keeps every cell within its bounds. */
export function everyFit({ size, cells }: ConstraintSystem, most: number, visit: (counts: readonly number[]) => void): void {
  const counts = new Array<number>(size).fill(0)
  const last = cells.map((cell) => Math.max(-1, ...cell.elements))
  const fits = (upTo: number) =>
    cells.every((cell, index) => {
      const sum = cell.elements.reduce((total, element) => total + (element <= upTo ? counts[element]! : 0), 0)
      return sum <= cell.upper && (last[index]! > upTo || sum >= cell.lower)
    })
  const walk = (element: number): void => {
    if (element === size) {
      visit(counts)
      return
    }
    for (let count = 0; count <= most; count++) {
      counts[element] = count
      if (fits(element)) walk(element + 1)
    }
    counts[element] = 0
  }
  walk(0)
}

/** Least and greatest value of each cell over all sets that fit; null where none does. */
export function slowBounds(system: ConstraintSystem, most: number): { lower: number; upper: number }[] | null {
  const bounds = system.cells.map(() => ({ lower: Infinity, upper: -1 }))
  everyFit(system, most, (counts) => {
    system.cells.forEach((cell, index) => {
      const sum = cell.elements.reduce((total, element) => total + counts[element]!, 0)
      bounds[index]!.lower = Math.min(bounds[index]!.lower, sum)
      bounds[index]!.upper = Math.max(bounds[index]!.upper, sum)
    })
  })
  return bounds[0]?.upper === -1 ? null : bounds
}
