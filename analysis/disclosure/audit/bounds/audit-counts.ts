/**
 * The audit of counts: the bounds of a withheld cell of 1 to 4 cases must be at least as far apart as the policy demands (a protection
 * interval). Quick proofs come first, exact bounds where there is none.
 */

import { isBelow, minus, NOBODY, plainNumber } from '../../../exact/exact-count.ts'
import { type Finding, nameOf } from '../findings.ts'
import { countRangeOf, type FigurePrecision, type LinkedSystem, linkedSystemsOf } from '../linked-tables/linked-systems.ts'
import type { LinkedCell, LinkedTables } from '../linked-tables/linked-tables.ts'
import { interiorOf, type PendingSuppressions, remedyFor, searchable, suppressionSearch } from '../suppression/secondary-suppression.ts'
import { boundsOf, feasiblePoint } from './bounds.ts'
import { type Bounds, exactValue } from './constraint-system.ts'
import { feasibleTableFrom } from './feasible-table.ts'
import type { LinearSolver } from './solver.ts'

export interface CountsAuditInput {
  readonly precision: FigurePrecision
  /** How far apart the bounds of a withheld cell must be, in cases. */
  readonly width: number
  readonly solver: LinearSolver
  readonly pending: PendingSuppressions
}

export interface CountsAudit {
  readonly findings: readonly Finding[]
  /** Number of cells judged for readers, and of those for which bounds had to be computed. */
  readonly judged: number
  readonly solved: number
}

/**
 * Findings for readers and, under exact figures, for each contributor: subtracting his own cases must not leave him one possible number
 * for 1 to 4 cases of others.
 * @throws SolverStopped
 */
export function auditCounts(linked: LinkedTables, input: CountsAuditInput): CountsAudit {
  const readers = auditView(linked, input, () => 0)
  if (input.precision.band > 0) return readers
  const contributors = viewsOfContributors(linked).flatMap(
    ({ others, own }) => auditView(others, { ...input, width: WIDTH_FOR_CONTRIBUTORS }, own).findings,
  )
  return { ...readers, findings: [...readers.findings, ...contributors] }
}

/** For contributors bounds need only differ. */
const WIDTH_FOR_CONTRIBUTORS = 1

/** @param own how many cases of a cell have been subtracted, to be added again to the bounds of a finding */
function auditView(linked: LinkedTables, input: CountsAuditInput, own: (cell: LinkedCell) => number): CountsAudit {
  const exact = input.precision.band === 0
  const interior = exact ? interiorOf(linked) : []
  const findings: Finding[] = []
  let [judged, solved] = [0, 0]
  // Exact figures with nothing left to withhold: what follows, follows from single tables, and those are audited by themselves.
  if (exact && interior.length === 0) return { findings, judged, solved }
  for (const system of linkedSystemsOf(linked, input.precision)) {
    const cells = system.judged.filter((cell) => mayHoldFew(system.printed[cell]!, input.precision))
    if (cells.length === 0) continue
    const unproved = withoutProof(system, cells, input)
    judged += cells.length
    solved += unproved.length
    const unprotected = unprotectedCells(system, unproved, input)
    const search =
      unprotected.length > 0 && searchable(system, input.precision.band)
        ? suppressionSearch(linked, system, input.width, input.pending)
        : null
    for (const { index, bounds } of unprotected) {
      const cell = system.printed[index]!
      const [lower, upper] = [bounds.lower + own(cell), bounds.upper + own(cell)]
      const probability = exactValue({ lower, upper }) === null ? null : 1
      const remedy = remedyFor(linked, system, cell, search?.(index), interior)
      findings.push({ cell: nameOf(linked, cell), reason: 'audit', audit: 'counts', lower, upper, probability, ...remedy })
    }
  }
  return { findings, judged, solved }
}

interface View {
  /** The linked tables with the cases of the others alone. */
  readonly others: LinkedTables
  /** How many cases of a cell are the contributor's own. */
  readonly own: (cell: LinkedCell) => number
}

/** The linked tables as each contributor sees them who has cases in them. */
function viewsOfContributors(linked: LinkedTables): View[] {
  const cells = [...linked.cells]
  const contributors = cells.find(([, { own }]) => own !== null)?.[1].own?.length ?? 0
  return Array.from({ length: contributors }, (_, contributor) => contributor)
    .filter((contributor) => cells.some(([, { own }]) => (own?.[contributor] ?? NOBODY) > NOBODY))
    .map((contributor) => {
      const own = (cell: LinkedCell) => cell.own?.[contributor] ?? NOBODY
      const others = cells.map(([place, cell]) => {
        const figure = cell.figure === null ? null : cell.figure - plainNumber(own(cell))
        return [place, { ...cell, figure, truth: cell.truth === null ? null : minus(cell.truth, own(cell)) }] as const
      })
      return { others: { ...linked, cells: new Map(others) }, own: (cell) => plainNumber(own(cell)) }
    })
}

/** Figures that their own exact count does not fit: too small to be shown, or further off than the noise allows. Only where the truth is known. */
export function auditTruth(linked: LinkedTables, precision: FigurePrecision): Finding[] {
  return [...linked.cells.values()].flatMap((cell): Finding[] => {
    const { truth, figure } = cell
    if (truth === null || figure === null) return []
    const { lower, upper } = countRangeOf(cell, precision)
    const fits = !isBelow(truth, Math.max(precision.minimumCases, lower)) && plainNumber(truth) <= upper
    if (figure >= precision.minimumCases && fits) return []
    const name = nameOf(linked, cell)
    return [{ cell: name, reason: 'audit', audit: 'counts', lower, upper, probability: null, evidence: [name] }]
  })
}

/** Whether somebody, but fewer than the minimum, is withheld in a cell, or left out of its sum. Where the truth is not known any withheld cell may hold so few. */
function mayHoldFew({ truth, figure }: LinkedCell, { minimumCases }: FigurePrecision): boolean {
  if (truth === null) return true
  const withheld = plainNumber(truth) - (figure ?? 0)
  return withheld >= 1 && withheld < minimumCases
}

/** Those of the cells for which moving cases does not prove that their bounds are far enough apart. */
function withoutProof(system: LinkedSystem, cells: readonly number[], { width, solver }: CountsAuditInput): readonly number[] {
  const truths = system.printed.map(({ truth }) => truth)
  const known = truths.every((truth) => truth !== null)
  const feasible = feasibleTableFrom(system, known ? truths.map(plainNumber) : feasiblePoint(system.system, solver))
  return feasible === null ? cells : cells.filter((cell) => !feasible.spans(cell, width))
}

/** Those of the cells, by index, whose bounds are less than `width` apart, with these bounds; where the truth is not known, only if they allow 1 to 4 cases. */
function unprotectedCells(
  system: LinkedSystem,
  cells: readonly number[],
  { width, solver, precision }: CountsAuditInput,
): { readonly index: number; readonly bounds: Bounds }[] {
  if (cells.length === 0) return []
  return boundsOf(system.system, solver, [...cells]).flatMap((bounds, place) => {
    const index = cells[place]!
    return tooClose(bounds, system.printed[index]!, width, precision) ? [{ index, bounds }] : []
  })
}

function tooClose({ lower, upper }: Bounds, { truth, figure }: LinkedCell, width: number, { minimumCases }: FigurePrecision): boolean {
  if (upper - lower >= width - 1e-6) return false
  // Where the truth is not known, only bounds that allow somebody, but fewer than the minimum, matter.
  return truth !== null || (lower - (figure ?? 0) < minimumCases && upper - (figure ?? 0) >= 1)
}
