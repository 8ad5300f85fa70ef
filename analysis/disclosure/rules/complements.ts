/**
 * The rule of complements: a cell is withheld if another cell of its grid that is shown already contains it, or lies in it, and the difference of the two
 * would be a few persons. A reader can subtract any two figures.
 */
import { contains, type Line } from '../../catalogue/line.ts'
import { bothImplied, impliedBy } from '../../exact/observers.ts'
import type { CaseSet } from '../case-set.ts'
import { cellAt, remainderOf } from './exact-cell.ts'
import type { ProtectionGrid } from './grid.ts'
import type { GridAxis } from './grid-axis.ts'
import { isRiskyDifference, isSmall, primaryVerdict, type Verdict, visible } from './verdict.ts'

/** A line of an axis that contains another line of it, or lies in it; a line does both with itself. */
interface NestedLine {
  readonly line: number
  readonly isOuter: boolean
  readonly isInner: boolean
  /** Under policies without rules of structure: that nobody is between the two is no statement about any single person. */
  readonly harmless: boolean
  /** Both are sets of answers, or both are one line. */
  readonly inHierarchy: boolean
}

/** The verdict on one cell, given the verdicts on those judged before it. */
export type CellRule = (row: number, column: number, verdicts: readonly (Verdict | null)[]) => Verdict

export function complementRule({ rows, columns, tally }: Pick<ProtectionGrid, 'rows' | 'columns' | 'tally'>, caseSet: CaseSet): CellRule {
  const { policy, noise, cases } = caseSet
  const nestedRows = rows.lines.map((line) => nestedWith(line, rows))
  const nestedColumns = columns.lines.map((line) => nestedWith(line, columns))
  const impliedAt = (row: number, column: number) =>
    bothImplied(impliedBy(rows.variable, rows.lines[row]!), impliedBy(columns.variable, columns.lines[column]!))
  const isRisky = (outer: number, inner: number, harmless: boolean) => {
    if (policy.structure === undefined) return isRiskyDifference(tally.cases[outer]!, tally.cases[inner]!, policy, harmless)
    const implied = impliedAt(Math.floor(outer / tally.columns), outer % tally.columns)
    return isSmall(remainderOf(tally, outer, [inner], cases.contributors, implied), policy)
  }
  return (row, column, verdicts) => {
    const [rowLine, columnLine] = [rows.lines[row]!, columns.lines[column]!]
    if (rowLine.blocked || columnLine.blocked) return { status: 'withheld', reason: 'small' }
    const cell = row * tally.columns + column
    const alone = primaryVerdict(cellAt(tally, cell, cases.contributors, impliedAt(row, column)), policy, noise)
    if (alone.status !== 'shown') return alone
    for (const other of nestedRows[row]!) {
      for (const across of nestedColumns[column]!) {
        const nested = other.line * tally.columns + across.line
        if (nested === cell || !visible(verdicts[nested])) continue
        const isOuter = other.isOuter && across.isOuter
        if (!isOuter && !(other.isInner && across.isInner)) continue
        const [outer, inner] = isOuter ? [nested, cell] : [cell, nested]
        const harmless = other.harmless && across.harmless
        if (isRisky(outer, inner, harmless))
          return { status: 'withheld', reason: other.inHierarchy && across.inHierarchy ? 'ladder' : 'complement' }
      }
    }
    return alone
  }
}

/** In the order of the axis. */
function nestedWith(line: Line, { lines }: GridAxis): NestedLine[] {
  return lines.flatMap((other, index): NestedLine[] => {
    const [isOuter, isInner] = [contains(other, line), contains(line, other)]
    if (!isOuter && !isInner) return []
    const inHierarchy = other === line || (other.codes !== null && line.codes !== null)
    return [{ line: index, isOuter, isInner, harmless: saysNothing(line, other), inHierarchy }]
  })
}

/** That everybody answered, or that nobody did, says nothing about anybody; that everybody gave one answer does. */
function saysNothing(one: Line, other: Line): boolean {
  if (one === other) return true
  const roles = new Set([one.role, other.role])
  if (roles.has('total')) return roles.has('answered') || roles.has('no_answer') || roles.has('state')
  return roles.has('no_answer') && roles.has('state')
}
