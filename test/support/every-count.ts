/** The slow obvious attacker: every set of inner counts that fits, one by one. */
import type { AuditSystem } from '../../analysis/disclosure/audit/bounds/constraint-system.ts'

/** Calls `visit` with each set of atoms from 0 to `most` that keeps every cell within its bounds. */
export function everyFit({ atoms, cells }: AuditSystem, most: number, visit: (counts: readonly number[]) => void): void {
  const counts = new Array<number>(atoms).fill(0)
  const last = cells.map((cell) => Math.max(-1, ...cell.atoms))
  const fits = (upTo: number) =>
    cells.every((cell, index) => {
      const sum = cell.atoms.reduce((total, atom) => total + (atom <= upTo ? counts[atom]! : 0), 0)
      return sum <= cell.upper && (last[index]! > upTo || sum >= cell.lower)
    })
  const walk = (atom: number): void => {
    if (atom === atoms) {
      visit(counts)
      return
    }
    for (let count = 0; count <= most; count++) {
      counts[atom] = count
      if (fits(atom)) walk(atom + 1)
    }
    counts[atom] = 0
  }
  walk(0)
}

/** Least and greatest value of each cell over all sets that fit; null where none does. */
export function slowBounds(system: AuditSystem, most: number): { lower: number; upper: number }[] | null {
  const bounds = system.cells.map(() => ({ lower: Infinity, upper: -1 }))
  everyFit(system, most, (counts) => {
    system.cells.forEach((cell, index) => {
      const sum = cell.atoms.reduce((total, atom) => total + counts[atom]!, 0)
      bounds[index]!.lower = Math.min(bounds[index]!.lower, sum)
      bounds[index]!.upper = Math.max(bounds[index]!.upper, sum)
    })
  })
  return bounds[0]?.upper === -1 ? null : bounds
}
