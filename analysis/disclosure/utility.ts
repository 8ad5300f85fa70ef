/** How much a release still shows: a release that withholds everything passes every attack, so usefulness has a minimum as well. Takes exact counts, so it is for editors only. */

import type { ReleasedLine, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { variableById } from '../../survey-schema/variables/index.ts'
import { everyTable } from '../catalogue/every-table.ts'
import { coarsest } from '../catalogue/grammar.ts'
import { type ExactCount, plainNumber } from '../exact/exact-count.ts'

/** Counts over the inner cells of tables: categories by categories, without totals and without cases that have no answer. */
export interface Utility {
  /** Cells that hold somebody, and those of them that are shown. */
  readonly nonZero: number
  readonly nonZeroShown: number
  /** Cases in all inner cells, and in those that are shown. A case stands in several cells of a multiple answer. */
  readonly mass: number
  readonly massShown: number
  /** Sum of the distances between shown figures and exact counts, over `shown` cells. */
  readonly error: number
  readonly shown: number
}

const NOTHING: Utility = { nonZero: 0, nonZeroShown: 0, mass: 0, massShown: 0, error: 0, shown: 0 }

/** @param truth exact cases, cell by cell */
export function utilityOf({ axes: [a, b], cells }: ReleasedTable, truth: readonly ExactCount[]): Utility {
  const width = b?.lines.length ?? 1
  const utility = { ...NOTHING }
  cells.forEach((cell, at) => {
    if (!isCategory(a.lines[Math.floor(at / width)]!) || (b && !isCategory(b.lines[at % width]!))) return
    const cases = plainNumber(truth[at]!)
    const shown = cell.status === 'shown'
    utility.mass += cases
    if (cases > 0) utility.nonZero += 1
    if (!shown) return
    utility.massShown += cases
    if (cases > 0) utility.nonZeroShown += 1
    utility.error += Math.abs(cell.figure - cases)
    utility.shown += 1
  })
  return utility
}

const isCategory = ({ role }: ReleasedLine) => role === 'value' || role === 'rest'

export const together = (parts: readonly Utility[]): Utility =>
  parts.reduce(
    (sum, part) => ({
      nonZero: sum.nonZero + part.nonZero,
      nonZeroShown: sum.nonZeroShown + part.nonZeroShown,
      mass: sum.mass + part.mass,
      massShown: sum.massShown + part.massShown,
      error: sum.error + part.error,
      shown: sum.shown + part.shown,
    }),
    NOTHING,
  )

/** The tables of two core variables, each at its coarsest level for pairs: the ones of which the utility bar speaks. */
export const COARSEST_CORE: ReadonlySet<string> = new Set(
  everyTable()
    .filter(({ kind, axes }) => kind === 'core-core' && axes.every(({ variable, level }) => coarsest(variableById(variable)!) === level))
    .map(({ id }) => id),
)

/** At 480 cases: at least these shares of non-zero cells and of cases, and at most this mean distance. */
export const UTILITY_BAR = { cases: 480, nonZero: 0.55, mass: 0.9, error: 1.5 } as const
