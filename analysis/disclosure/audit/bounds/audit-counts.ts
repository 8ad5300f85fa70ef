/**
 * The audit of counts: a withheld cell of 1 to 4 persons must be able to take values that lie apart by the width of the policy.
 * Cheap proofs first, exact bounds where there is none.
 */

import { cheapestFirst, type Finding, nameOf } from '../findings.ts'
import { bandOf, type Grid, gridsOf, type Reading } from '../linked-tables/constraint-systems.ts'
import type { Block, BlockCell } from '../linked-tables/linked-tables.ts'
import { companionsIn, interiorOf, togetherOf } from '../suppression/swap-moves.ts'
import { boundsOf, fitting } from './bounds.ts'
import { type Bounds, exactValue } from './constraint-system.ts'
import { walkerAt } from './feasible-table.ts'
import type { LinearSolver } from './solver.ts'

export interface CountsAudit {
  readonly findings: readonly Finding[]
  /** Cells looked at, and those of them that needed the solver or a flow. */
  readonly judged: number
  readonly solved: number
}

/**
 * Under exact figures each contributor is looked at as well: having subtracted his own, he must not be left with one value for a few others.
 * @param width the room that a withheld cell keeps  @throws SolverStopped
 */
export function auditCounts(block: Block, reading: Reading, width: number, solver: LinearSolver): CountsAudit {
  const read = auditedCounts(block, reading, width, solver)
  if (reading.band > 0) return read
  const insiders = withoutOwn(block).map(({ others, own }) => auditedCounts(others, reading, ROOM_OF_OTHERS, solver, own))
  return { ...read, findings: [...read.findings, ...insiders.flatMap(({ findings }) => findings)] }
}

/** What a contributor may not know to the person. */
const ROOM_OF_OTHERS = 1

/** @param own how many of a cell have been subtracted, for bounds that speak of all its cases */
function auditedCounts(block: Block, reading: Reading, width: number, solver: LinearSolver, own = (_: BlockCell) => 0): CountsAudit {
  const findings: Finding[] = []
  let [judged, solved] = [0, 0]
  const beyond = reading.band === 0 ? interiorOf(block) : []
  if (reading.band === 0 && beyond.length === 0) return { findings, judged, solved }
  for (const grid of gridsOf(block, reading)) {
    const asked = grid.judged.filter((cell) => mayHoldFew(grid.printed[cell]!))
    if (asked.length === 0) continue
    judged += asked.length
    const open = unproved(grid, asked, width, solver)
    solved += open.length
    const bounds = open.length > 0 ? boundsOf(grid.system, solver, open) : []
    const told = bounds.flatMap((found, index) => (tells(found, grid.printed[open[index]!]!, width) ? [{ at: open[index]!, found }] : []))
    const companions = told.length > 0 ? companionsIn(block, grid, reading, width) : null
    for (const { at, found } of told) {
      const cell = grid.printed[at]!
      const bounds = { lower: found.lower + own(cell), upper: found.upper + own(cell) }
      findings.push(findingOf(block, grid, cell, bounds, companions?.(at), beyond))
    }
  }
  return { findings, judged, solved }
}

/** The block as each contributor sees it who has cases in it: the others alone. */
function withoutOwn(block: Block): { readonly others: Block; readonly own: (cell: BlockCell) => number }[] {
  const cells = [...block.cells]
  const units = cells.find(([, { own }]) => own !== null)?.[1].own?.length ?? 0
  return Array.from({ length: units }, (_, unit) => unit)
    .filter((unit) => cells.some(([, { own }]) => (own?.[unit] ?? 0) > 0))
    .map((unit) => {
      const own = (cell: BlockCell) => cell.own?.[unit] ?? 0
      const left = (count: number | null, cell: BlockCell) => (count === null ? null : count - own(cell))
      const others = cells.map(([key, cell]) => [key, { ...cell, figure: left(cell.figure, cell), truth: left(cell.truth, cell) }] as const)
      return { others: { ...block, cells: new Map(others) }, own }
    })
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
function mayHoldFew({ truth, figure }: BlockCell): boolean {
  if (truth === null) return true
  // Of a sum from which parts are missing, what is missing is withheld.
  const hidden = truth - (figure ?? 0)
  return hidden >= 1 && hidden <= 4
}

function tells(bounds: Bounds, { truth, figure }: BlockCell, width: number): boolean {
  if (bounds.upper - bounds.lower >= width - 1e-6) return false
  return truth !== null || (bounds.lower - (figure ?? 0) <= 4 && bounds.upper - (figure ?? 0) >= 1)
}

function unproved(grid: Grid, asked: readonly number[], width: number, solver: LinearSolver): number[] {
  const known = grid.printed.every((cell) => cell.truth !== null)
  const walker = walkerAt(grid, known ? grid.printed.map((cell) => cell.truth!) : fitting(grid.system, solver))
  return walker === null ? [...asked] : asked.filter((cell) => !walker.roomOf(cell, width))
}

/** @param first shown cells that are best withheld together; null where others suffice that go already */
function findingOf(
  block: Block,
  grid: Grid,
  cell: BlockCell,
  bounds: Bounds,
  first: readonly BlockCell[] | null | undefined,
  beyond: readonly BlockCell[],
): Finding {
  const shown = grid.printed.filter((one) => one.status === 'shown' && (one.row === cell.row || one.column === cell.column))
  return {
    cell: nameOf(block, cell),
    reason: 'audit',
    audit: 'counts',
    lower: bounds.lower,
    upper: bounds.upper,
    probability: exactValue(bounds) === null ? null : 1,
    evidence: [...new Set([...(first ?? []), ...cheapestFirst(block, shown), ...beyond])].map((one) => nameOf(block, one)),
    ...togetherOf(first),
  }
}
