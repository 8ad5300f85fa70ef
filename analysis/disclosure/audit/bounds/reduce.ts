/** A system made smaller without losing anything: atoms that are known go, atoms that no cell tells apart become one. */

import type { AuditSystem, Bounds } from './constraint-system.ts'
import { SolverStopped } from './solver.ts'

export interface Reduced {
  /** Upper bound of each unknown that is left. */
  readonly upper: Float64Array
  /** For each cell of the system: the unknowns it adds up, what its known atoms add, and what is left of its bounds for the unknowns. */
  readonly cells: readonly { readonly unknowns: readonly number[]; readonly known: number; readonly bounds: Bounds }[]
}

/** The extremes of one cell of a reduced system after another, without its known part. */
export interface Extremes {
  readonly least: (cell: number) => number
  readonly most: (cell: number) => number
  readonly close: () => void
}

/**
 * Atoms under a published zero are 0; those that the bounds of their cells leave no room for are known.
 * @throws SolverStopped `contradiction` where no counts fit
 */
export function reduce({ atoms, cells }: AuditSystem): Reduced {
  const lower = new Float64Array(atoms)
  const upper = new Float64Array(atoms).fill(Infinity)
  for (let round = 0; round < ROUNDS && tighten(cells, lower, upper); round++);
  const known = (atom: number) => upper[atom]! - lower[atom]! < 1e-9
  const on: number[][] = Array.from({ length: atoms }, () => [])
  cells.forEach((cell, index) => {
    for (const atom of cell.atoms) on[atom]!.push(index)
  })
  const classes = new Map<string, number>()
  const unknownOf = new Int32Array(atoms).fill(-1)
  const top: number[] = []
  for (let atom = 0; atom < atoms; atom++) {
    if (known(atom) || on[atom]!.length === 0) continue
    const sign = on[atom]!.join()
    if (!classes.has(sign)) {
      classes.set(sign, top.length)
      top.push(0)
    }
    const unknown = classes.get(sign)!
    unknownOf[atom] = unknown
    top[unknown]! += upper[atom]!
  }
  return {
    upper: Float64Array.from(top),
    cells: cells.map((cell) => {
      const unknowns = new Set<number>()
      let sum = 0
      for (const atom of cell.atoms) {
        if (unknownOf[atom]! >= 0) unknowns.add(unknownOf[atom]!)
        else sum += lower[atom]!
      }
      const bounds = { lower: Math.max(0, cell.lower - sum), upper: cell.upper - sum }
      if (bounds.upper < -1e-6 || (unknowns.size === 0 && bounds.lower > 1e-6)) throw new SolverStopped('contradiction')
      return { unknowns: [...unknowns], known: sum, bounds: { lower: bounds.lower, upper: Math.max(0, bounds.upper) } }
    }),
  }
}

/** Bounds of atoms seldom travel further; what they leave is the solver's work. */
const ROUNDS = 8

/** Narrows each atom by each cell on which it stands. @returns whether anything became narrower by a whole case */
function tighten(cells: AuditSystem['cells'], lower: Float64Array, upper: Float64Array): boolean {
  let changed = false
  for (const cell of cells) {
    if (cell.withheld && cell.lower === 0 && cell.upper === Infinity) continue
    let low = 0
    let high = 0
    let open = 0
    for (const atom of cell.atoms) {
      low += lower[atom]!
      if (upper[atom] === Infinity) open++
      else high += upper[atom]!
    }
    for (const atom of cell.atoms) {
      const most = cell.upper - (low - lower[atom]!)
      if (most < upper[atom]!) {
        changed ||= upper[atom]! - most > 0.5
        if (upper[atom] === Infinity) open--
        else high -= upper[atom]!
        upper[atom] = most
        high += most
      }
      const others = open - (upper[atom] === Infinity ? 1 : 0) > 0 ? Infinity : high - (upper[atom] === Infinity ? 0 : upper[atom]!)
      const least = cell.lower - others
      if (least > lower[atom]!) {
        changed ||= least - lower[atom]! > 0.5
        low += least - lower[atom]!
        lower[atom] = least
      }
      if (lower[atom]! > upper[atom]! + 1e-6) throw new SolverStopped('contradiction')
    }
  }
  return changed
}
