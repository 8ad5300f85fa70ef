/** Two variables, protected at all pairs of levels that the catalogue holds for them. Margins are taken from the two single tables. */
import { ofOneStep, SAME_STEP } from '../../../survey-schema/variables/same-step.ts'
import { impossible, type Line, TOTAL_LINE } from '../../catalogue/line.ts'
import { atOneStep, classify, ownIn, tally } from '../../exact/tally.ts'
import type { CaseSet } from '../case-set.ts'
import { gridAxis, uniqueLines } from './grid-axis.ts'
import { secondaryVerdict } from './protect-variable.ts'
import type { ProtectedPair, ProtectedVariable } from './protected-tables.ts'
import { protectGrid } from './protection-grid.ts'
import type { Verdict } from './verdict.ts'

/** A pair of levels at which a table crosses the two variables. */
export type LevelPair = readonly [string, string]

export function protectPair(caseSet: CaseSet, a: ProtectedVariable, b: ProtectedVariable, levels: readonly LevelPair[]): ProtectedPair {
  const { snapshot, cases } = caseSet
  const [levelsA, levelsB] = [
    fineToCoarse(
      a,
      levels.map(([one]) => one),
    ),
    fineToCoarse(
      b,
      levels.map(([, other]) => other),
    ),
  ]
  const [rows, columns] = [linesAt(a, levelsA), linesAt(b, levelsB)]
  const together = ofOneStep(a.id, b.id) ? atOneStep(snapshot.steps, a.id === SAME_STEP[0] ? 0 : 1, rows, columns) : undefined
  const counted = tally(cases, classify(a.column, rows), classify(b.column, columns), { together })
  const printed = printedCells(a, b, levels)
  const verdicts = protectGrid(
    {
      rows: gridAxis(a.variable, rows, valuesAt(a, levelsA), 'parent'),
      columns: gridAxis(b.variable, columns, valuesAt(b, levelsB), 'parent'),
      tally: counted,
      precedence: 'parent',
      printed: (row, column) => printed.has(`${rows[row]!.key}|${columns[column]!.key}`),
      given: (row, column) => givenVerdict(caseSet, a, b, rows[row]!, columns[column]!),
    },
    caseSet,
  )
  const rowAt = new Map(rows.map((line, index) => [line.key, index]))
  const columnAt = new Map(columns.map((line, index) => [line.key, index]))
  const indexOf = (row: Line, column: Line) =>
    (rowAt.get(row.key) ?? Number.NaN) * columns.length + (columnAt.get(column.key) ?? Number.NaN)
  const cellOf = (row: Line, column: Line) => {
    const at = indexOf(row, column)
    if (!verdicts[at]) throw new RangeError('no table shows this cell')
    return at
  }
  return {
    shows: (row, column) => Boolean(verdicts[indexOf(row, column)]),
    verdict: (row, column) => verdicts[cellOf(row, column)]!,
    cases: (row, column) => counted.cases[cellOf(row, column)]!,
    own: (row, column) => ownIn(counted, cellOf(row, column), cases),
  }
}

/** The verdict of a cell that this pair does not judge itself, else null. */
function givenVerdict(caseSet: CaseSet, a: ProtectedVariable, b: ProtectedVariable, row: Line, column: Line): Verdict | null {
  if (row.role === 'total') return b.verdicts.get(column.key) ?? null
  if (column.role === 'total') return a.verdicts.get(row.key) ?? null
  // One question crossed with itself: whoever ticked an option twice has ticked it, and two options are the same cell in either order.
  if (a === b && row.key === column.key) return a.verdicts.get(row.key) ?? null
  if (impossible(a.variable, row) || impossible(b.variable, column)) return { status: 'not_applicable' }
  if (isPartOfBase(a, row) || isPartOfBase(b, column)) return { status: 'withheld', reason: 'small' }
  const columns = [a.id, b.id]
  return secondaryVerdict(caseSet, columns, [row, column]) ?? (a === b ? secondaryVerdict(caseSet, columns, [column, row]) : null)
}

/** Whether the line has none in the single table, where it is part of the base. Then nothing of it is shown, though an observer might know all of a cell. */
const isPartOfBase = ({ frame }: ProtectedVariable, { key }: Line) => frame.unprinted.some((line) => line.key === key)

/** The cells that some table of the pair prints, as `row key|column key`. */
function printedCells(a: ProtectedVariable, b: ProtectedVariable, levels: readonly LevelPair[]): ReadonlySet<string> {
  return new Set(
    levels.flatMap(([one, other]) => linesAt(a, [one]).flatMap((row) => linesAt(b, [other]).map((column) => `${row.key}|${column.key}`))),
  )
}

const valuesAt = ({ byLevel }: ProtectedVariable, levels: readonly string[]): (readonly Line[])[] =>
  levels.map((level) => byLevel.get(level) ?? [])

/** The lines that every crosstab has, then those of the levels. */
const linesAt = (side: ProtectedVariable, levels: readonly string[]): Line[] =>
  uniqueLines([TOTAL_LINE, ...side.frame.crossed, ...valuesAt(side, levels).flat()])

function fineToCoarse({ variable }: ProtectedVariable, named: readonly string[]): string[] {
  return variable.levels.map((level) => level.id).filter((id) => named.includes(id))
}
