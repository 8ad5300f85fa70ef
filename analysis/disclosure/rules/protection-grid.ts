/**
 * The verdicts on all cells of one variable, or of one pair of variables at all their levels together: a coarser level is a margin of the
 * finer one, so no level can be judged alone.
 */
import type { CaseSet } from '../case-set.ts'
import { withholdSmallRemainders } from './additive-relations.ts'
import { complementRule } from './complements.ts'
import type { ProtectionGrid } from './grid.ts'
import type { Verdict } from './verdict.ts'

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
  for (let round = 0; round < cells.length && withholdSmallRemainders(grid, verdicts, cells, caseSet); round++);
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
