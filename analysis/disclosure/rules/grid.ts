/** What the rules look at together: the cells of one variable, or of one pair of variables, at all their levels. */
import type { Tally } from '../../exact/tally.ts'
import type { GridAxis, Precedence } from './grid-axis.ts'
import type { Verdict } from './verdict.ts'

export interface ProtectionGrid {
  readonly rows: GridAxis
  readonly columns: GridAxis
  readonly tally: Tally
  /** Whether any table prints this cell. */
  readonly printed: (row: number, column: number) => boolean
  /**
   * A verdict that does not depend on this grid: a margin, which equals its single table; a cell that the questionnaire makes impossible; a cell under
   * secondary suppression. Null for all others.
   */
  readonly given: (row: number, column: number) => Verdict | null
  /** Where a parent and its children may not all be shown. "No answer" is withheld before the reserved answers that it joins, whatever stands here. */
  readonly precedence: Precedence
}
