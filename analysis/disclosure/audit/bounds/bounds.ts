/**
 * Between which counts each withheld cell of a system must lie (the auditing problem of Fischetti & Salazar-González 2001): the least and the
 * greatest value of its sum over everything that fits what is published. Exact: by flows where the system is a network, else by linear
 * programming.
 */

import { type Bounds, type ConstraintSystem, snapped } from './constraint-system.ts'
import { networkOf } from './network.ts'
import { type Extremes, type ReducedSystem, reduce } from './reduce.ts'
import type { LinearProgram, LinearSolver, OpenProgram } from './solver.ts'

/** Which way of computing is allowed; both give the same bounds. */
export type Method = 'fastest' | 'solver'

/**
 * Bounds of the cells asked for, in that order.
 * @param targets indexes of cells; without it all withheld ones  @throws SolverStopped
 * @example
 * // two withheld cells that add up to 9
 * boundsOf({ size: 2, cells: [withheldCell('a', [0]), withheldCell('b', [1]), publishedCell('all', [0, 1], 9)] }, solver)
 * // [{ lower: 0, upper: 9 }, { lower: 0, upper: 9 }]
 */
export function boundsOf(
  system: ConstraintSystem,
  solver: LinearSolver,
  targets = withheldOf(system),
  method: Method = 'fastest',
): Bounds[] {
  const reduced = reduce(system)
  const extremes = (method === 'fastest' ? networkOf(reduced) : null) ?? programOf(reduced, solver)
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

/** Of how many corners of the feasible region `feasiblePoint` is the average. */
const CORNERS = 6

/**
 * Where to start moving cases (`feasibleTableFrom`) when the true counts are not known: a value for each cell, shown or withheld, all from one
 * solution that fits. Real numbers, not whole ones: the average of several corners, because at a single corner many unknowns are at a bound
 * and cannot be moved.
 * @throws SolverStopped `contradiction` where nothing fits, `stopped` where the solver gives up
 */
export function feasiblePoint(system: ConstraintSystem, solver: LinearSolver): number[] {
  const { upper, cells } = reduce(system)
  if (upper.length === 0) return cells.map(({ known }) => known)
  const open = solver.open({ upper, rows: rowsOf(cells) })
  try {
    const at = new Float64Array(upper.length)
    for (let corner = 0; corner < CORNERS; corner++) {
      const direction = Array.from(upper.keys()).filter((unknown) => (unknown * 7 + corner) % 3 === 0 && upper[unknown]! < Infinity)
      const point = open.extreme(direction, corner % 2 === 0 ? 'most' : 'least').at
      for (let unknown = 0; unknown < at.length; unknown++) at[unknown]! += point[unknown]! / CORNERS
    }
    return cells.map(({ unknowns, known }) => unknowns.reduce((sum, unknown) => sum + at[unknown]!, known))
  } finally {
    open.close()
  }
}

/** Indexes of the withheld cells. */
export const withheldOf = ({ cells }: ConstraintSystem) => cells.flatMap((cell, index) => (cell.withheld ? [index] : []))

/** The rows of the linear program: for each set of unknowns that some figure bounds, the closest of its bounds. */
function rowsOf(cells: ReducedSystem['cells']): LinearProgram['rows'] {
  const rows = new Map<string, LinearProgram['rows'][number]>()
  for (const { unknowns, bounds } of cells) {
    if (unknowns.length === 0 || (bounds.lower <= 0 && bounds.upper === Infinity)) continue
    const name = [...unknowns].sort((a, b) => a - b).join()
    const before = rows.get(name) ?? { unknowns, lower: 0, upper: Infinity }
    rows.set(name, { unknowns, lower: Math.max(before.lower, bounds.lower), upper: Math.min(before.upper, bounds.upper) })
  }
  return [...rows.values()]
}

/** The extremes of a system by linear programming. The solver is opened at the first question: often every cell is known without one. */
function programOf(reduced: ReducedSystem, solver: LinearSolver): Extremes {
  const { upper, cells } = reduced
  let open: OpenProgram | null = null
  const limits = limitsOfUnknowns(reduced)
  // Every optimum is a set of counts that fits. A cell that has been seen at 0, or at its limit, needs no optimum of its own.
  const lowest = new Float64Array(cells.length).fill(Infinity)
  const highest = new Float64Array(cells.length).fill(-1)
  const solve = (cell: number, end: 'least' | 'most') => {
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
  return {
    least: (cell) => (lowest[cell]! < 1e-7 ? 0 : solve(cell, 'least')),
    most: (cell) => (highest[cell]! > limits[cell]! - 1e-7 ? limits[cell]! : solve(cell, 'most')),
    close: () => open?.close(),
  }
}

/** For each cell what the sum of its unknowns cannot exceed: its upper bound less what is known, or the sum of the unknowns' own. */
function limitsOfUnknowns({ upper, cells }: ReducedSystem): Float64Array {
  return Float64Array.from(cells, ({ unknowns, bounds }) => {
    let sum = 0
    for (const unknown of unknowns) sum += upper[unknown]!
    return Math.min(sum, bounds.upper)
  })
}
