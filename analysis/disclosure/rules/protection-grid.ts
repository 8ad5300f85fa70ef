/**
 * The verdicts on all cells of one variable, or of one pair of variables at all their levels together: a coarser level is a margin of the
 * finer one, so no level can be judged alone.
 */
import type { Tally } from '../../exact/tally.ts'
import type { CaseSet } from '../case-set.ts'
import { withholdSmallRemainders } from './additive-relations.ts'
import { complementRule } from './complements.ts'
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

/** Verdicts in the order of the tally's cells; null where no table prints the cell. */
export function protectGrid(grid: ProtectionGrid, caseSet: CaseSet): (Verdict | null)[] {
  const { rows, columns, given } = grid
  const width = columns.lines.length
  const verdicts: (Verdict | null)[] = new Array(rows.lines.length * width).fill(null)
  const cells = printedCells(grid)
  const judge = complementRule(grid, caseSet)
  for (const cell of cells) {
    const [row, column] = [Math.floor(cell / width), cell % width]
    verdicts[cell] = given(row, column) ?? judge(row, column, verdicts)
  }
  for (let round = 0; round < cells.length && withholdSmallRemainders(grid, verdicts, cells, caseSet.policy); round++);
  return verdicts
}

/**
 * In the order in which they are judged: given cells first, because the others are judged beside them, then by rank. The order depends on
 * what the lines mean and not on the counts.
 */
function printedCells({ rows, columns, printed, given }: ProtectionGrid): number[] {
  const width = columns.lines.length
  const cells: number[] = []
  for (let row = 0; row < rows.lines.length; row++) {
    for (let column = 0; column < width; column++) if (printed(row, column)) cells.push(row * width + column)
  }
  const rank = (cell: number) => {
    const [row, column] = [Math.floor(cell / width), cell % width]
    return given(row, column) === null ? rows.rank[row]! + columns.rank[column]! : -1
  }
  return cells.sort((a, b) => rank(a) - rank(b) || a - b)
}
