/**
 * The verdicts on all cells of one variable, or of one pair of variables at all their levels together, because a level is a
 * margin of the next: complements in the line and on the ladder are looked at before anything is shown.
 */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { contains, type Line } from '../../catalogue/line.ts'
import { type Contributors, sharesOf } from '../../exact/contributors.ts'
import { bothImplied, type Implied, impliedBy } from '../../exact/observers.ts'
import type { Tally } from '../../exact/tally.ts'
import type { Noise } from '../noise/cell-key.ts'
import { type Cell, differenceTells, judgeAlone, type Verdict, visible } from './verdict.ts'

export interface Axis {
  readonly variable: string
  readonly lines: readonly Line[]
  /** Smaller is decided earlier and wins where two cells may not stand together. */
  readonly rank: readonly number[]
  /** For the ladder: for each line the sets of finer lines that lie inside it, one set a level. */
  readonly children: readonly (readonly (readonly number[])[])[]
}

export interface Grid {
  readonly rows: Axis
  readonly columns: Axis
  readonly tally: Tally
  /** Whether a table shows this cell at all. */
  readonly published: (row: number, column: number) => boolean
  /** Cells that another grid has decided (margins equal the single tables), or that the codebook makes impossible. */
  readonly given: (row: number, column: number) => Verdict | null
  /** Which figure of a ladder stays where two may not stand together; "no answer" always goes before the states that it joins. */
  readonly ladderKeeps: 'children' | 'parent'
}

/** Verdicts in the order of the tally's cells; null where no table shows the cell. */
export function decide(grid: Grid, policy: Policy, noise: Noise, contributors: Contributors): (Verdict | null)[] {
  const { tally } = grid
  const verdicts: (Verdict | null)[] = new Array(tally.cases.length).fill(null)
  const cells = order(grid)
  for (const cell of cells) {
    const [row, column] = [Math.floor(cell / tally.columns), cell % tally.columns]
    verdicts[cell] = grid.given(row, column) ?? judge(grid, verdicts, row, column, policy, noise, contributors)
  }
  for (let round = 0; round < cells.length && mendLadders(grid, verdicts, cells, policy); round++);
  return verdicts
}

/** One cell of a tally, as the rules see it. @param implied what its lines say of everybody on them */
export function cellAt(tally: Tally, cell: number, contributors: Contributors, implied: Implied): Cell {
  const cases = tally.cases[cell]!
  const { largest, count, fewestLeft } = sharesOf(tally.own, cell * contributors.units, cases, contributors, implied)
  return { cases, key: tally.keys[cell]!, largestOwn: largest, contributors: count, fewestLeft }
}

function judge(
  grid: Grid,
  verdicts: readonly (Verdict | null)[],
  row: number,
  column: number,
  policy: Policy,
  noise: Noise,
  contributors: Contributors,
): Verdict {
  const { tally, rows, columns } = grid
  if (rows.lines[row]!.blocked || columns.lines[column]!.blocked) return { status: 'withheld', reason: 'small' }
  const cell = row * tally.columns + column
  const implied = bothImplied(impliedBy(rows.variable, rows.lines[row]!), impliedBy(columns.variable, columns.lines[column]!))
  const verdict = judgeAlone(cellAt(tally, cell, contributors, implied), policy, noise)
  if (verdict.status !== 'shown') return verdict
  for (let otherRow = 0; otherRow < tally.rows; otherRow++) {
    const outerRow = contains(rows.lines[otherRow]!, rows.lines[row]!)
    const innerRow = contains(rows.lines[row]!, rows.lines[otherRow]!)
    if (!outerRow && !innerRow) continue
    for (let otherColumn = 0; otherColumn < tally.columns; otherColumn++) {
      const other = otherRow * tally.columns + otherColumn
      if (other === cell || !visible(verdicts[other])) continue
      const outer = outerRow && contains(columns.lines[otherColumn]!, columns.lines[column]!)
      const inner = innerRow && contains(columns.lines[column]!, columns.lines[otherColumn]!)
      if (!outer && !inner) continue
      const harmless = sameOrState(rows, row, otherRow) && sameOrState(columns, column, otherColumn)
      const [large, small] = outer ? [tally.cases[other]!, tally.cases[cell]!] : [tally.cases[cell]!, tally.cases[other]!]
      if (differenceTells(large, small, policy, harmless))
        return { status: 'withheld', reason: reasonFor(rows, row, otherRow, columns, column, otherColumn) }
    }
  }
  return verdict
}

/** That everybody answered, or nobody did, says nothing about anybody; that everybody gave one answer does. */
function sameOrState(axis: Axis, one: number, other: number): boolean {
  if (one === other) return true
  const roles = new Set([axis.lines[one]!.role, axis.lines[other]!.role])
  if (roles.has('total')) return roles.has('answered') || roles.has('no_answer') || roles.has('state')
  return roles.has('no_answer') && roles.has('state')
}

function reasonFor(rows: Axis, row: number, otherRow: number, columns: Axis, column: number, otherColumn: number) {
  const onLadder = (axis: Axis, one: number, other: number) =>
    one === other || (axis.lines[one]!.codes !== null && axis.lines[other]!.codes !== null)
  return onLadder(rows, row, otherRow) && onLadder(columns, column, otherColumn) ? 'ladder' : 'complement'
}

/** Withholds until every parent minus its shown children is nobody by structure, or at least the minimum. @returns whether anything was withheld */
function mendLadders(grid: Grid, verdicts: (Verdict | null)[], cells: readonly number[], policy: Policy): boolean {
  const { tally, rows, columns } = grid
  let changed = false
  for (const cell of cells) {
    if (!visible(verdicts[cell])) continue
    const [row, column] = [Math.floor(cell / tally.columns), cell % tally.columns]
    const families = [
      ...rows.children[row]!.map((children) => children.map((child) => child * tally.columns + column)),
      ...columns.children[column]!.map((children) => children.map((child) => row * tally.columns + child)),
    ]
    for (const family of families) {
      const shown = family.filter((child) => visible(verdicts[child]))
      const rest = tally.cases[cell]! - shown.reduce((sum, child) => sum + tally.cases[child]!, 0)
      // Nobody left over says of each withheld child that it is empty, unless the questionnaire says so.
      const couldHold = family.some((child) => verdicts[child]?.status === 'withheld')
      if (shown.length === 0 || rest >= policy.minimumCases || (rest === 0 && !couldHold)) continue
      const victim =
        (grid.ladderKeeps === 'children' || rows.lines[row]!.role === 'no_answer') && grid.given(row, column) === null
          ? cell
          : (shown
              .filter((child) => grid.given(Math.floor(child / tally.columns), child % tally.columns) === null)
              .sort((a, b) => tally.cases[a]! - tally.cases[b]! || b - a)[0] ?? cell)
      verdicts[victim] = { status: 'withheld', reason: 'ladder' }
      changed = true
      if (victim === cell) break
    }
  }
  return changed
}

/**
 * Cells that some table shows: those decided elsewhere (margins) first, because the others must be judged beside them; then those that
 * win. The order depends on what lines mean, not on the counts.
 */
function order({ rows, columns, tally, published, given }: Grid): number[] {
  const cells: number[] = []
  for (let row = 0; row < tally.rows; row++) {
    for (let column = 0; column < tally.columns; column++) if (published(row, column)) cells.push(row * tally.columns + column)
  }
  const rank = (cell: number) => {
    const [row, column] = [Math.floor(cell / tally.columns), cell % tally.columns]
    return given(row, column) === null ? rows.rank[row]! + columns.rank[column]! : -1
  }
  return cells.sort((a, b) => rank(a) - rank(b) || a - b)
}
