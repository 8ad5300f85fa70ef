/**
 * Between which counts each withheld cell of a system must lie (Fischetti & Salazar 2000, "the auditing problem"): for each cell
 * the least and the greatest sum that fits everything published. Exact: by flows where the system is a network, else by the solver.
 */

import { type AuditSystem, type Bounds, snapped } from './constraint-system.ts'
import { networkOf } from './network.ts'
import { type Extremes, type Reduced, reduce } from './reduce.ts'
import type { LinearSolver, OpenProgram } from './solver.ts'

/** Which way of computing is allowed; both give the same bounds. */
export type Method = 'fastest' | 'solver'

/**
 * Bounds of the cells asked for, in that order.
 * @param targets indexes of cells; without it all withheld ones  @throws SolverStopped
 */
export function boundsOf(system: AuditSystem, solver: LinearSolver, targets = withheldOf(system), method: Method = 'fastest'): Bounds[] {
  const reduced = reduce(system)
  const extremes = (method === 'fastest' ? networkOf(reduced) : null) ?? openProgram(reduced, solver)
  try {
    return targets.map((target) => {
      const { unknowns, known } = reduced.cells[target]!
      if (unknowns.length === 0) return { lower: known, upper: known }
      return { lower: snapped(known + extremes.least(target)), upper: snapped(known + extremes.most(target)) }
    })
  } finally {
    extremes.close()
  }
}

/** How many corners `fitting` takes the middle of. */
const CORNERS = 6

/** A value for each cell, all of one set of counts that fits, away from the corners. @throws SolverStopped `contradiction` */
export function fitting(system: AuditSystem, solver: LinearSolver): number[] {
  const { upper, cells } = reduce(system)
  if (upper.length === 0) return cells.map(({ known }) => known)
  const open = solver.open({ upper, rows: rowsOf(cells) })
  try {
    const at = new Float64Array(upper.length)
    for (let corner = 0; corner < CORNERS; corner++) {
      const some = Array.from(upper, (_, unknown) => unknown).filter(
        (unknown) => (unknown * 7 + corner) % 3 === 0 && upper[unknown]! < Infinity,
      )
      const point = open.extreme(some, corner % 2 === 0 ? 'most' : 'least').at
      for (let unknown = 0; unknown < at.length; unknown++) at[unknown]! += point[unknown]! / CORNERS
    }
    return cells.map(({ unknowns, known }) => unknowns.reduce((sum, unknown) => sum + at[unknown]!, known))
  } finally {
    open.close()
  }
}

export const withheldOf = ({ cells }: AuditSystem) => cells.flatMap((cell, index) => (cell.withheld ? [index] : []))

/** One row for each set of unknowns that some figure bounds. */
function rowsOf(cells: Reduced['cells']) {
  const rows = new Map<string, { unknowns: readonly number[]; lower: number; upper: number }>()
  for (const { unknowns, bounds } of cells) {
    if (unknowns.length === 0 || (bounds.lower <= 0 && bounds.upper === Infinity)) continue
    const name = [...unknowns].sort((a, b) => a - b).join()
    const before = rows.get(name) ?? { unknowns, lower: 0, upper: Infinity }
    rows.set(name, { unknowns, lower: Math.max(before.lower, bounds.lower), upper: Math.min(before.upper, bounds.upper) })
  }
  return [...rows.values()]
}

function openProgram(reduced: Reduced, solver: LinearSolver): Extremes {
  const { upper, cells } = reduced
  // Opened at the first question: often every cell is known without one.
  let open: OpenProgram | null = null
  // Each optimum is a set of counts that fits. A cell that is at its outermost bound in one of them needs no question of its own.
  const lowest = new Float64Array(cells.length).fill(Infinity)
  const highest = new Float64Array(cells.length).fill(-1)
  const ask = (cell: number, end: 'least' | 'most') => {
    open ??= solver.open({ upper, rows: rowsOf(cells) })
    const { value, at } = open.extreme(cells[cell]!.unknowns, end)
    if (value === Infinity) return value
    cells.forEach(({ unknowns }, index) => {
      let sum = 0
      for (const unknown of unknowns) sum += at[unknown]!
      if (sum < lowest[index]!) lowest[index] = sum
      if (sum > highest[index]!) highest[index] = sum
    })
    return value
  }
  const room = outermost(reduced)
  return {
    least: (cell) => (lowest[cell]! < 1e-7 ? 0 : ask(cell, 'least')),
    most: (cell) => (highest[cell]! > room[cell]! - 1e-7 ? room[cell]! : ask(cell, 'most')),
    close: () => open?.close(),
  }
}

/** No cell can be above this: the bounds of its unknowns together, and its own. */
function outermost({ upper, cells }: Reduced): Float64Array {
  return Float64Array.from(cells, ({ unknowns, bounds }) => {
    let sum = 0
    for (const unknown of unknowns) sum += upper[unknown]!
    return Math.min(sum, bounds.upper)
  })
}
