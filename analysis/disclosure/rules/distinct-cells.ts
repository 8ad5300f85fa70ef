/** Every cell that some table of a case set may show, once, however many tables print it; and which of them contain which. */

import { ofOneStep } from '../../../survey-schema/variables/same-step.ts'
import { COLUMN_IDS, FIRST_STEP_MODE } from '../../catalogue/columns.ts'
import { linesOfSingle } from '../../catalogue/frame.ts'
import { type Line, TOTAL_LINE } from '../../catalogue/line.ts'
import { type ExactCount, type ExactCounts, isBelow } from '../../exact/exact-count.ts'
import { type CaseSet, cellId } from '../case-set.ts'
import { type ColumnLine, type ImpliedLine, impliedLines } from './implications.ts'
import type { ProtectedTables, ProtectedVariable } from './protected-tables.ts'
import type { Verdict } from './verdict.ts'

/** There are some hundred thousand of these, so none holds what can be looked up by its lines. */
export interface DistinctCell {
  /** Its lines: none for the cell of all cases, one for a cell of a single table, two for an interior cell of a crosstab. */
  readonly sides: readonly ColumnLine[]
  readonly cases: ExactCount
  readonly core: boolean
  /** It may be withheld here. False for a margin of crosstabs, which is protected with the single tables. */
  readonly free: boolean
}

/** The cells of one table, by its columns and the lines on each. */
export interface PrintedCells {
  readonly columns: readonly string[]
  readonly lines: readonly (readonly Line[])[]
  readonly core: boolean
}

export interface DistinctCells {
  readonly all: readonly DistinctCell[]
  /** The cell with these lines, in either order; undefined where no table shows one. */
  readonly at: (sides: readonly ColumnLine[]) => DistinctCell | undefined
  /** Lines on which every case of this line stands, among those that are printed. */
  readonly outersOf: (side: ColumnLine) => readonly ImpliedLine[]
}

/** All lines of a variable that a single table prints at any level, but for the line of all cases. */
export const linesAlone = (variable: ProtectedVariable): readonly Line[] =>
  linesOfSingle(variable, [...variable.byLevel.values()].flat()).filter((line) => line !== TOTAL_LINE)

/** @param printed the tables that are protected together: all of them single tables, or all of them crosstabs */
export function distinctCells({ policy }: CaseSet, tables: ProtectedTables, printed: readonly PrintedCells[]): DistinctCells {
  const lines = new Map(COLUMN_IDS.map((column) => [column as string, linesAlone(tables.variable(column))]))
  const linesOf = (column: string) => lines.get(column)!
  const numbered = numberedLines()
  const cells = new Map<number, DistinctCell>()
  const add = (sides: readonly ColumnLine[], cell: Omit<DistinctCell, 'sides'>) => {
    // Under noise a cell that is too small is never shown. An exact figure is also compared with the cells that hold the same cases.
    if (policy.noise !== null && (isBelow(cell.cases, policy.minimumCases) || sides.some(({ line }) => line.blocked))) return
    const kept = sides.filter(({ line }) => line.key !== TOTAL_LINE.key)
    const name = numbered.nameOf(kept)
    if (!cells.has(name)) cells.set(name, { sides: kept.map(numbered.line), ...cell })
  }
  const onlySingles = printed.every(({ columns }) => columns.length === 1)
  for (const column of COLUMN_IDS) {
    // The mode of the first step is a margin of crosstabs only.
    if (column === FIRST_STEP_MODE && !onlySingles) continue
    const { cases, variable } = tables.variable(column)
    for (const line of [TOTAL_LINE, ...linesOf(column)])
      add([{ column, line }], { cases: cases(line), core: variable.core, free: onlySingles && line.key !== TOTAL_LINE.key })
  }
  for (const { columns, lines, core } of printed) {
    const [a, b] = columns
    if (a === undefined || b === undefined) continue
    const pair = tables.pair(a, b)
    for (const row of lines[0]!) {
      for (const column of lines[1]!) {
        // Two equal options of one question crossed with itself are one line.
        const same = a === b && row.key === column.key
        const free = !same && row.key !== TOTAL_LINE.key && column.key !== TOTAL_LINE.key
        add([{ column: a, line: row }, ...(same ? [] : [{ column: b, line: column }])], { cases: pair.cases(row, column), core, free })
      }
    }
  }
  const outers = new Map<number, readonly ImpliedLine[]>()
  return {
    all: [...cells.values()],
    at: (sides) => cells.get(numbered.nameOf(sides)),
    outersOf: (side) => {
      const { number } = numbered.line(side)
      const known = outers.get(number) ?? impliedLines(side, linesOf)
      outers.set(number, known)
      return known
    },
  }
}

/** Numbers each line of each column, so that a cell is named by one whole number below 2^52 instead of a text. */
function numberedLines() {
  const lines = new Map<string, ColumnLine & { readonly number: number }>()
  const line = ({ column, line }: ColumnLine) => {
    const name = `${column} ${line.key}`
    const known = lines.get(name) ?? { column, line, number: lines.size + 1 }
    lines.set(name, known)
    return known
  }
  const nameOf = (sides: readonly ColumnLine[]) => {
    const [a = 0, b = 0] = sides.map((side) => line(side).number)
    return Math.max(a, b) * 2 ** 26 + Math.min(a, b)
  }
  return { line, nameOf }
}

export const verdictOn = ({ sides: [a, b] }: DistinctCell, tables: ProtectedTables): Verdict =>
  b === undefined
    ? tables.variable(a?.column ?? COLUMN_IDS[0]!).verdicts.get((a?.line ?? TOTAL_LINE).key)!
    : tables.pair(a!.column, b.column).verdict(a!.line, b.line)

/** How many cases of the cell each contributor and observer knows. */
export const ownOf = ({ sides: [a, b] }: DistinctCell, tables: ProtectedTables): ExactCounts =>
  b === undefined
    ? tables.variable(a?.column ?? COLUMN_IDS[0]!).own(a?.line ?? TOTAL_LINE)
    : tables.pair(a!.column, b.column).own(a!.line, b.line)

/** As secondary suppression names it. */
export const idOf = ({ sides }: DistinctCell) =>
  cellId(
    sides.map(({ column }) => column),
    sides.map(({ line }) => line.key),
  )

/** Whether both answers must be of the same step. Then the cell holds fewer cases than its two lines say, and contains only cells of its own two questions. */
export const ofSameStep = ({ sides: [a, b] }: DistinctCell) =>
  a !== undefined && b !== undefined && ofOneStep(a.column, b.column) && a.line.codes !== null && b.line.codes !== null
