/**
 * The rule of the hierarchy, whose reason is stored as `ladder`: whoever subtracts from a shown parent all of its children that are shown at one level must be left with nobody, where nobody
 * can be left, or with at least the minimum.
 */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { byCount, isBelow, minus, NOBODY, plus } from '../../exact/exact-count.ts'
import type { ProtectionGrid } from './grid.ts'
import { type Verdict, visible } from './verdict.ts'

/** Withholds the parent or a child wherever a remainder is small. @param cells in the order in which they were judged @returns whether any cell was withheld */
export function withholdSmallRemainders(
  grid: ProtectionGrid,
  verdicts: (Verdict | null)[],
  cells: readonly number[],
  policy: Policy,
): boolean {
  let changed = false
  for (const parent of cells) {
    if (!visible(verdicts[parent])) continue
    for (const children of childrenOf(parent, grid)) {
      if (!isSmallRemainder(parent, children, grid, verdicts, policy)) continue
      const withheld = cheaperOf(parent, children, grid, verdicts)
      verdicts[withheld] = { status: 'withheld', reason: 'ladder' }
      changed = true
      if (withheld === parent) break
    }
  }
  return changed
}

/** Sets of cells of which each adds up to the parent, or to less where not all of its categories have a line. */
function childrenOf(parent: number, { rows, columns, tally }: ProtectionGrid): number[][] {
  const [row, column] = [Math.floor(parent / tally.columns), parent % tally.columns]
  return [
    ...rows.children[row]!.map((children) => children.map((child) => child * tally.columns + column)),
    ...columns.children[column]!.map((children) => children.map((child) => row * tally.columns + child)),
  ]
}

function isSmallRemainder(
  parent: number,
  children: readonly number[],
  { tally }: ProtectionGrid,
  verdicts: readonly (Verdict | null)[],
  policy: Policy,
): boolean {
  const shown = children.filter((child) => visible(verdicts[child]))
  const remainder = minus(
    tally.cases[parent]!,
    shown.reduce((sum, child) => plus(sum, tally.cases[child]!), NOBODY),
  )
  if (shown.length === 0 || !isBelow(remainder, policy.minimumCases)) return false
  // Nobody left says of each withheld child that it is empty. Where no child is withheld, the questionnaire says so already.
  return remainder !== NOBODY || children.some((child) => verdicts[child]?.status === 'withheld')
}

/** The cell to withhold: the parent or the smallest shown child, as the precedence says. A given verdict stays, so the parent goes where all shown children have one. */
function cheaperOf(parent: number, children: readonly number[], grid: ProtectionGrid, verdicts: readonly (Verdict | null)[]): number {
  const { tally, rows, precedence } = grid
  const isGiven = (cell: number) => grid.given(Math.floor(cell / tally.columns), cell % tally.columns) !== null
  const joinsReserved = rows.lines[Math.floor(parent / tally.columns)]!.role === 'no_answer'
  if ((precedence === 'children' || joinsReserved) && !isGiven(parent)) return parent
  const [smallest] = children
    .filter((child) => visible(verdicts[child]) && !isGiven(child))
    .sort((a, b) => byCount(tally.cases[a]!, tally.cases[b]!) || b - a)
  return smallest ?? parent
}
