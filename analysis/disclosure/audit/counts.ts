/**
 * The audit of counts: a withheld cell of 1 to 4 persons must be able to take values that lie apart by the width of the policy.
 * Cheap proofs first, exact bounds where there is none.
 */

import type { Block, BlockCell } from './blocks.ts'
import { boundsOf, fitting } from './bounds.ts'
import { cheapestFirst, type Finding, nameOf } from './findings.ts'
import type { LinearSolver } from './solver.ts'
import { type Bounds, exactValue } from './system.ts'
import { bandOf, type Grid, gridsOf, type Reading } from './systems.ts'
import { walkerAt } from './witness.ts'

export interface CountsAudit {
  readonly findings: readonly Finding[]
  /** Cells looked at, and those of them that needed the solver or a flow. */
  readonly judged: number
  readonly solved: number
}

/** @param width the room that a withheld cell keeps  @throws SolverStopped */
export function auditCounts(block: Block, reading: Reading, width: number, solver: LinearSolver): CountsAudit {
  const findings: Finding[] = []
  let [judged, solved] = [0, 0]
  for (const grid of gridsOf(block, reading)) {
    const asked = grid.judged.filter((cell) => mayHoldFew(grid.printed[cell]!))
    if (asked.length === 0) continue
    judged += asked.length
    const open = unproved(grid, asked, width, solver)
    solved += open.length
    const bounds = open.length > 0 ? boundsOf(grid.system, solver, open) : []
    bounds.forEach((found, index) => {
      const cell = grid.printed[open[index]!]!
      if (tells(found, cell, width)) findings.push(findingOf(block, grid, cell, found))
    })
  }
  return { findings, judged, solved }
}

/** Figures that the truth does not fit: too small to be shown, or further off than any noise. Needs the truth. */
export function auditTruth(block: Block, reading: Reading): Finding[] {
  return [...block.cells.values()].flatMap((cell): Finding[] => {
    const { truth, figure } = cell
    if (truth === null || figure === null) return []
    const { lower, upper } = bandOf(cell, reading)
    if (figure >= reading.minimumCases && truth >= reading.minimumCases && truth >= lower && truth <= upper) return []
    const name = nameOf(block, cell)
    return [{ cell: name, reason: 'audit', audit: 'counts', lower, upper, probability: null, evidence: [name] }]
  })
}

/** With the truth at hand only cells that hold 1 to 4 are judged; without it any withheld cell may be one. */
const mayHoldFew = ({ truth }: BlockCell) => truth === null || (truth >= 1 && truth <= 4)

function tells(bounds: Bounds, { truth }: BlockCell, width: number): boolean {
  if (bounds.upper - bounds.lower >= width - 1e-6) return false
  return truth !== null || (bounds.lower <= 4 && bounds.upper >= 1)
}

function unproved(grid: Grid, asked: readonly number[], width: number, solver: LinearSolver): number[] {
  const known = grid.printed.every((cell) => cell.truth !== null)
  const walker = walkerAt(grid, known ? grid.printed.map((cell) => cell.truth!) : fitting(grid.system, solver))
  return walker === null ? [...asked] : asked.filter((cell) => !walker.roomOf(cell, width))
}

function findingOf(block: Block, grid: Grid, cell: BlockCell, bounds: Bounds): Finding {
  const shown = grid.printed.filter((one) => one.status === 'shown' && (one.row === cell.row || one.column === cell.column))
  return {
    cell: nameOf(block, cell),
    reason: 'audit',
    audit: 'counts',
    lower: bounds.lower,
    upper: bounds.upper,
    probability: exactValue(bounds) === null ? null : 1,
    evidence: cheapestFirst(block, shown).map((one) => nameOf(block, one)),
  }
}
