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
  const { rows, columns, given, printed } = grid
  const width = columns.lines.length
  const verdicts: (Verdict | null)[] = new Array(rows.lines.length * width).fill(null)
  const [isGiven, free]: number[][] = [[], []]
  for (let cell = 0; cell < verdicts.length; cell++) {
    const [row, column] = [Math.floor(cell / width), cell % width]
    if (!printed(row, column)) continue
    verdicts[cell] = given(row, column)
    if (verdicts[cell] === null) free!.push(cell)
    else isGiven!.push(cell)
  }
  // Given cells stand first, because the others are judged beside them, then by rank. The order depends on what the lines mean and not on the counts.
  const rank = (cell: number) => rows.rank[Math.floor(cell / width)]! + columns.rank[cell % width]!
  free!.sort((a, b) => rank(a) - rank(b) || a - b)
  const judge = complementRule(grid, caseSet)
  for (const cell of free!) verdicts[cell] = judge(Math.floor(cell / width), cell % width, verdicts)
  const cells = [...isGiven!, ...free!]
  for (let round = 0; round < cells.length && withholdSmallRemainders(grid, verdicts, cells, caseSet); round++);
  return verdicts
}
