/**
 * Exact counts stop here. What comes in are verdicts, whose figures `primaryVerdict` has made already, or cells that are public; what goes out
 * has figures and one token for "withheld", and no reason. New released tables are made in this file only; `bundle.ts` reads published ones
 * back. What editors keep (`editor-figures.ts`) goes another way, under seal. The brand of the type is not exported, so no other file can
 * claim that a table was checked.
 */
import type {
  ReleasedAxis,
  ReleasedCell,
  ReleasedJourneyNode,
  ReleasedJourneys,
  ReleasedTable,
} from '../../../survey-schema/release/released-table.ts'
import type { Verdict } from '../rules/verdict.ts'

/** SHA-256 of the canonical JSON (RFC 8785) of a value, hexadecimal; handed in, because this package has no cryptography of its own. */
export type Checksum = (value: unknown) => string

/** A verdict as readers see it: the reason stays behind. */
export function toCell(verdict: Verdict): ReleasedCell {
  return verdict.status === 'withheld' ? { status: 'withheld' } : verdict
}

export interface TableParts {
  readonly id: string
  readonly slice: string
  readonly policy: string
  readonly axes: readonly [ReleasedAxis] | readonly [ReleasedAxis, ReleasedAxis]
}

/** @throws RangeError unless there is one verdict for each cell of the axes */
export function release(parts: TableParts, verdicts: readonly Verdict[], checksum: Checksum): ReleasedTable {
  const size = parts.axes.reduce((product, axis) => product * axis.lines.length, 1)
  if (verdicts.length !== size) throw new RangeError('a table has one cell for each pair of its lines')
  return withChecksum({ ...parts, cells: verdicts.map(toCell) }, checksum)
}

/** @param origins nodes whose cells were made by `toCell` */
export function releaseJourneys(
  parts: { slice: string; policy: string },
  origins: readonly ReleasedJourneyNode[],
  checksum: Checksum,
): ReleasedJourneys {
  const routes = { id: 'routes' as const, slice: parts.slice, policy: parts.policy, origins }
  return { ...routes, checksum: checksum(routes) } as unknown as ReleasedJourneys
}

/** A table of cells that are public already: sums of published figures. */
export function releaseCells(parts: TableParts, cells: readonly ReleasedCell[], checksum: Checksum): ReleasedTable {
  return withChecksum({ ...parts, cells }, checksum)
}

function withChecksum(table: TableParts & { cells: readonly ReleasedCell[] }, checksum: Checksum): ReleasedTable {
  return { ...table, checksum: checksum(table) } as unknown as ReleasedTable
}
