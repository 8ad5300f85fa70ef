/**
 * The rule of the hierarchy, whose reason is stored as `ladder`: whoever subtracts from a shown parent all of its children that are shown at one level must be left with nobody, where nobody
 * can be left, or with at least the minimum, a partner that takes its own away with at least three others.
 */
import { byCount, NOBODY } from '../../exact/exact-count.ts'
import { bothImplied, impliedBy } from '../../exact/observers.ts'
import type { CaseSet } from '../case-set.ts'
import { remainderOf } from './exact-cell.ts'
import type { ProtectionGrid } from './grid.ts'
import { isSmall, type Verdict, visible } from './verdict.ts'

/** Withholds the parent or a child wherever a remainder is small. @param cells in the order in which they were judged @returns whether any cell was withheld */
export function withholdSmallRemainders(
  grid: ProtectionGrid,
  verdicts: (Verdict | null)[],
  cells: readonly number[],
  caseSet: CaseSet,
): boolean {
  let changed = false
  for (const parent of cells) {
    if (!visible(verdicts[parent])) continue
    for (const children of childrenOf(parent, grid)) {
      if (!isSmallRemainder(parent, children, grid, verdicts, caseSet)) continue
      const withheld = cheaperOf(parent, children, grid, verdicts, caseSet)
      if (withheld === null) continue
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
  grid: ProtectionGrid,
  verdicts: readonly (Verdict | null)[],
  { policy, cases: { contributors } }: CaseSet,
): boolean {
  const { rows, columns, tally } = grid
  const shown = children.filter((child) => visible(verdicts[child]))
  if (shown.length === 0) return false
  const implied = bothImplied(
    impliedBy(rows.variable, rows.lines[Math.floor(parent / tally.columns)]!),
    impliedBy(columns.variable, columns.lines[parent % tally.columns]!),
  )
  const remainder = remainderOf(tally, parent, shown, contributors, implied)
  if (!isSmall(remainder, policy)) return false
  // Where the shown children are all that the parent can hold, the questionnaire says that nobody is left.
  if (policy.structure !== undefined) return shown.length < children.length || !addUpTo(parent, children, grid)
  return remainder.cases !== NOBODY || children.some((child) => verdicts[child]?.status === 'withheld')
}

/** Whether the children hold every answer of the parent, or every way of giving none. */
function addUpTo(parent: number, children: readonly number[], { rows, columns, tally }: ProtectionGrid): boolean {
  const alongRows = children.every((child) => child % tally.columns === parent % tally.columns)
  const lineOf = (cell: number) => (alongRows ? rows.lines[Math.floor(cell / tally.columns)]! : columns.lines[cell % tally.columns]!)
  const { codes } = lineOf(parent)
  if (codes === null) return true
  return [...codes].every((code) => children.some((child) => lineOf(child).codes?.has(code)))
}

/**
 * The cell to withhold: the parent or a shown child, as the precedence says. A given verdict stays, so the parent goes where all shown children have one; null where its own
 * is given too, because margins stand as they are published. Of the children the last of the list goes: which one is the smallest would be read from the one that
 * is missing.
 */
function cheaperOf(
  parent: number,
  children: readonly number[],
  grid: ProtectionGrid,
  verdicts: readonly (Verdict | null)[],
  { policy }: CaseSet,
): number | null {
  const { tally, rows, precedence } = grid
  const isGiven = (cell: number) => grid.given(Math.floor(cell / tally.columns), cell % tally.columns) !== null
  const joinsReserved = rows.lines[Math.floor(parent / tally.columns)]!.role === 'no_answer'
  if ((precedence === 'children' || joinsReserved) && !isGiven(parent)) return parent
  const [child] = children
    .filter((child) => visible(verdicts[child]) && !isGiven(child))
    .sort((a, b) => (policy.structure === undefined ? byCount(tally.cases[a]!, tally.cases[b]!) || b - a : b - a))
  return child ?? (policy.structure !== undefined && isGiven(parent) ? null : parent)
}
