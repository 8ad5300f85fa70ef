/**
 * The counts that must stay between their bounds while cases are moved: the cells of a linked system, and sums of elementary cells that no
 * table prints but that follow from printed cells, and may not fall below 0 either.
 *
 * The elementary cells themselves need not follow. Let rows and columns be grouped so that every printed cell is made of whole groups in
 * at least one direction. Then it is enough that each single row in each group of columns, and each group of rows in each single column, is
 * not negative: within one group of rows and one of columns these are the margins of a table, and margins that agree always have a table
 * (the transportation problem).
 */

import type { LinkedSystem } from '../linked-tables/linked-systems.ts'
import type { LinkedCell } from '../linked-tables/linked-tables.ts'
import type { Grouping, Partition } from '../linked-tables/partitions.ts'
import { cellsOnElements } from './constraint-system.ts'

export interface ConstrainedCounts {
  /** First the cells of the system, in their order, then the sums that no table prints. */
  readonly value: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** For each elementary cell the indexes of the counts that add it up. */
  readonly on: readonly (readonly number[])[]
}

/**
 * @param values a value for each cell of the system, all made by one set of counts
 * @returns null where printed cells do not determine the sums that are needed, or where the values do not fit
 */
export function constrainedCounts({ rows, columns, system, printed }: LinkedSystem, values: readonly number[]): ConstrainedCounts | null {
  const groupings = sufficientGroupings(rows, columns, printed)
  if (groupings === null) return null
  const printedAt = new Map(printed.map((cell, index) => [`${cell.row} ${cell.column}`, index]))
  const [rowsOf, columnsOf] = [linesForSets(rows), linesForSets(columns)]
  const value = [...values]
  const on = cellsOnElements(system)
  for (const [inRows, inColumns] of neededSums(rows, columns, groupings)) {
    const [rowLines, columnLines] = [rowsOf(inRows), columnsOf(inColumns)]
    if (rowLines === null || columnLines === null) return null
    const isPrinted = rowLines.length === 1 && columnLines.length === 1 && printedAt.has(`${rowLines[0]!.line} ${columnLines[0]!.line}`)
    if (isPrinted) continue
    const sum = signedSum(rowLines, columnLines, printedAt, values)
    if (sum === null) return null
    for (const row of inRows) for (const column of inColumns) on[row * columns.size + column]!.push(value.length)
    value.push(sum)
  }
  const lower = value.map((_, count) => system.cells[count]?.lower ?? 0)
  const upper = value.map((_, count) => system.cells[count]?.upper ?? Infinity)
  if (value.some((one, count) => one < lower[count]! - 1e-6 || one > upper[count]! + 1e-6)) return null
  return { value: Float64Array.from(value), lower: Float64Array.from(lower), upper: Float64Array.from(upper), on }
}

/** Sets of elementary rows and of elementary columns: each single row in each group of columns, each group of rows in each single column. */
function neededSums(rows: Partition, columns: Partition, [rowGroups, columnGroups]: readonly [Grouping, Grouping]) {
  const [singleRows, singleColumns] = [rows.groupings[0]!, columns.groupings[0]!]
  const sums = [...pairs(singleRows, columnGroups), ...pairs(rowGroups, singleColumns)]
  return new Map(sums.map((sum) => [sum.join('|'), sum])).values()
}

const pairs = <One, Other>(some: readonly One[], others: readonly Other[]) =>
  some.flatMap((one) => others.map((other) => [one, other] as const))

/** The coarsest groupings of rows and of columns for which every printed cell is made of whole groups in one direction; null if there are none. */
function sufficientGroupings(rows: Partition, columns: Partition, printed: readonly LinkedCell[]): readonly [Grouping, Grouping] | null {
  const candidates = pairs(rows.groupings, columns.groupings).sort(([a, b], [c, d]) => a.length * b.length - c.length * d.length)
  for (const [rowGroups, columnGroups] of candidates) {
    const [wholeRows, wholeColumns] = [madeOfGroups(rows, rowGroups), madeOfGroups(columns, columnGroups)]
    if (printed.every(({ row, column }) => wholeRows[row]! || wholeColumns[column]!)) return [rowGroups, columnGroups]
  }
  return null
}

/** For each line whether it is made of whole groups. */
function madeOfGroups({ elementsOf }: Partition, groups: Grouping): readonly boolean[] {
  return elementsOf.map((elements) => {
    if (elements === null) return false
    const inside = new Set(elements)
    return groups.every((group) => group.every((element) => inside.has(element)) || !group.some((element) => inside.has(element)))
  })
}

/** A line that is added, or taken away. */
interface SignedLine {
  readonly line: number
  readonly sign: 1 | -1
}

/** Says how a set of elementary cells follows from lines: one line, or one line less others; null where it does not. Remembers its answers. */
function linesForSets({ elementsOf }: Partition): (set: readonly number[]) => readonly SignedLine[] | null {
  const lineOf = new Map(elementsOf.flatMap((elements, line) => (elements === null ? [] : [[`${elements}`, line] as const])))
  const known = new Map<string, readonly SignedLine[] | null>()
  return (set) => {
    const name = `${set}`
    const found = known.has(name) ? known.get(name)! : linesForSet(set, elementsOf, lineOf)
    known.set(name, found)
    return found
  }
}

function linesForSet(
  set: readonly number[],
  elementsOf: Partition['elementsOf'],
  lineOf: ReadonlyMap<string, number>,
): readonly SignedLine[] | null {
  const own = lineOf.get(`${set}`)
  if (own !== undefined) return [{ line: own, sign: 1 }]
  const containing = elementsOf
    .flatMap((elements, line) => (elements !== null && set.every((element) => elements.includes(element)) ? [{ line, elements }] : []))
    .sort((a, b) => a.elements.length - b.elements.length)
  for (const { line, elements } of containing) {
    const rest = elements.filter((element) => !set.includes(element))
    const whole = lineOf.get(`${rest}`)
    const taken = whole === undefined ? rest.map((element) => lineOf.get(`${element}`)) : [whole]
    if (taken.every((one) => one !== undefined)) return [{ line, sign: 1 }, ...taken.map((one) => ({ line: one, sign: -1 as const }))]
  }
  return null
}

/** The sum of the cells where these lines meet, each with the sign of its row times that of its column; null where one is not printed. */
function signedSum(
  rows: readonly SignedLine[],
  columns: readonly SignedLine[],
  printedAt: ReadonlyMap<string, number>,
  values: readonly number[],
): number | null {
  let sum = 0
  for (const row of rows) {
    for (const column of columns) {
      const cell = printedAt.get(`${row.line} ${column.line}`)
      if (cell === undefined) return null
      sum += row.sign * column.sign * values[cell]!
    }
  }
  return sum
}
