/** What the rules make of a case set: for each variable its lines, and for each cell a verdict with the exact count beside it. */
import type { Variable } from '../../../survey-schema/variables/index.ts'
import type { Frame } from '../../catalogue/frame.ts'
import type { Line } from '../../catalogue/line.ts'
import type { ExactCount, ExactCounts } from '../../exact/exact-count.ts'
import type { Column } from '../../exact/snapshot.ts'
import type { Verdict } from './verdict.ts'

/** A variable by itself: its lines by level, and a verdict for each line. */
export interface ProtectedVariable {
  /** Of the column that was counted: `step_mode` and the mode of the first step are one variable and two columns. */
  readonly id: string
  readonly variable: Variable
  readonly column: Column
  readonly byLevel: ReadonlyMap<string, readonly Line[]>
  /** The lines beside the categories. Every line of any frame has a verdict, printed or not. */
  readonly frame: Frame
  /** By the key of the line. */
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly cases: (line: Line) => ExactCount
  /** How many of its cases each contributor and observer knows. */
  readonly own: (line: Line) => ExactCounts
}

/** Two variables at all pairs of levels that the catalogue holds for them. */
export interface ProtectedPair {
  /** Whether any table prints this cell. */
  readonly shows: (row: Line, column: Line) => boolean
  /** @throws RangeError for a cell that no table prints */
  readonly verdict: (row: Line, column: Line) => Verdict
  readonly cases: (row: Line, column: Line) => ExactCount
  /** How many of its cases each contributor and observer knows. */
  readonly own: (row: Line, column: Line) => ExactCounts
}

/** All verdicts on a case set. @throws RangeError for a variable or a pair that was not protected */
export interface ProtectedTables {
  readonly variable: (id: string) => ProtectedVariable
  readonly pair: (a: string, b: string) => ProtectedPair
}

/** The same pair with rows and columns exchanged. */
export const transposed = (pair: ProtectedPair): ProtectedPair => ({
  shows: (row, column) => pair.shows(column, row),
  verdict: (row, column) => pair.verdict(column, row),
  cases: (row, column) => pair.cases(column, row),
  own: (row, column) => pair.own(column, row),
})
