/**
 * Exact tables: what our policy shows, beside a plain repair that leaves at least two withheld cells in a line, and beside published
 * patterns. How many cells are shown says nothing without how many of the withheld ones a reader recovers.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { boundsOf } from '../../analysis/disclosure/audit/bounds/bounds.ts'
import { type ConstraintSystem, exactValue } from '../../analysis/disclosure/audit/bounds/constraint-system.ts'
import type { LinearSolver } from '../../analysis/disclosure/audit/bounds/solver.ts'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { COARSEST_CORE } from '../../analysis/disclosure/utility.ts'
import { plainNumber } from '../../analysis/exact/exact-count.ts'
import { POLICY_V2_WITHHOLD } from '../../analysis/policy/policy.ts'
import { auditsFor } from '../../server/editors/audit/audits.ts'
import { highsSolver } from '../../server/editors/audit/solver.ts'
import type { ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { editionInput } from '../support/edition.ts'
import { measure } from './measure.ts'

/** A table of counts with its margins; a null stands for a withheld cell. */
interface Square {
  readonly rows: number
  readonly columns: number
  readonly truth: readonly number[]
  readonly shown: readonly (number | null)[]
}

/** @param folder folder of published vectors, if there is one */
export async function benchWithhold(print: (line: string) => void, folder: string | null, cases = 480): Promise<void> {
  const policy = POLICY_V2_WITHHOLD
  const solver = await highsSolver()
  const { audits } = await auditsFor(policy)
  const made = await measure(() => buildRelease({ ...editionInput({ cases, seed: 1, policy }), audits }))
  const { bundle, editor } = made.result
  const exact = new Map(editor.cells.map((cell) => [`${cell.table} ${cell.lines.join(' ')}`, plainNumber(cell.cases)]))
  const squares = bundle.tables.flatMap((table) => squareOf(table, exact) ?? [])
  print(
    `withhold: ${cases} cases built with audits in ${(made.wall / 1000).toFixed(0)} s; ${squares.length} core tables of single answers:`,
  )
  print(`  our policy: ${described(squares, solver)}`)
  print(`  two in each line: ${described(squares.map(plainRepair), solver)}`)
  print('  R GaussSuppression on the same tables: not in Debian, not measured')
  const patterns = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'))
  for (const file of patterns) print(`  published pattern ${file}: ${patternOf(join(folder!, file), solver)}`)
  if (folder === null) print('  published patterns: not measured, no folder given')
}

/** Inner lines of a core table of two single answers, with the states that complete them. */
function squareOf(table: ReleasedTable, exact: ReadonlyMap<string, number>): Square | null {
  const [a, b] = table.axes
  if (!COARSEST_CORE.has(table.id) || !b || a.kind !== 'single' || b.kind !== 'single') return null
  const inner = (axis: typeof a) =>
    axis.lines.flatMap(({ role }, at) => (['value', 'rest', 'no_answer', 'not_applicable'].includes(role) ? [at] : []))
  const [rows, columns] = [inner(a), inner(b)]
  const cells = rows.flatMap((row) => columns.map((column) => [row, column] as const))
  return {
    rows: rows.length,
    columns: columns.length,
    truth: cells.map(([row, column]) => exact.get(`${table.id} ${a.lines[row]!.code} ${b.lines[column]!.code}`)!),
    shown: cells.map(([row, column]) => {
      const cell = table.cells[row * b.lines.length + column]!
      return 'figure' in cell ? cell.figure : cell.status === 'not_applicable' ? 0 : null
    }),
  }
}

/** Counts of 1 to 4 are withheld, zeros shown; then the smallest other cell of each line that has only one. */
function plainRepair(square: Square): Square {
  const { rows, columns, truth } = square
  const shown = truth.map((count) => (count > 0 && count < 5 ? null : count))
  const lines = [
    ...Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => row * columns + column)),
    ...Array.from({ length: columns }, (_, column) => Array.from({ length: rows }, (_, row) => row * columns + column)),
  ]
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      if (line.filter((cell) => shown[cell] === null).length !== 1) continue
      const [next] = line.filter((cell) => (shown[cell] ?? 0) > 0).sort((x, y) => truth[x]! - truth[y]! || x - y)
      if (next === undefined) continue
      shown[next] = null
      changed = true
    }
  }
  return { ...square, shown }
}

function described(squares: readonly Square[], solver: LinearSolver): string {
  let [nonZero, nonZeroShown, mass, massShown, few, narrow, recovered] = [0, 0, 0, 0, 0, 0, 0]
  for (const square of squares) {
    square.truth.forEach((count, at) => {
      const shown = square.shown[at] !== null
      if (count > 0) nonZero++
      if (count > 0 && shown) nonZeroShown++
      mass += count
      if (shown) massShown += count
    })
    const small = square.truth.flatMap((count, at) => (square.shown[at] === null && count >= 1 && count <= 4 ? [at] : []))
    const bounds = boundsOf(systemOf(square), solver, small)
    few += small.length
    narrow += bounds.filter(({ lower, upper }) => upper - lower < 5).length
    recovered += bounds.filter((found) => exactValue(found) !== null).length
  }
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
  return `${share(nonZeroShown, nonZero)} of non-zero cells and ${share(massShown, mass)} of cases shown; of ${few} withheld counts of 1 to 4 with all margins known ${recovered} exactly recovered, ${narrow} known within 4`
}

/** All margins are known: what a plain repair publishes, and more than we do. */
function systemOf({ rows, columns, truth, shown }: Square): ConstraintSystem {
  const cell = (elements: readonly number[], figure: number | null, id: string) => ({
    id,
    elements,
    lower: figure ?? 0,
    upper: figure ?? Infinity,
    withheld: figure === null,
  })
  const line = (elements: readonly number[], id: string) =>
    cell(
      elements,
      elements.reduce((sum, element) => sum + truth[element]!, 0),
      id,
    )
  return {
    size: rows * columns,
    cells: [
      ...shown.map((figure, at) => cell([at], figure, String(at))),
      ...Array.from({ length: rows }, (_, row) =>
        line(
          Array.from({ length: columns }, (_, column) => row * columns + column),
          `row ${row}`,
        ),
      ),
      ...Array.from({ length: columns }, (_, column) =>
        line(
          Array.from({ length: rows }, (_, row) => row * columns + column),
          `column ${column}`,
        ),
      ),
    ],
  }
}

interface Pattern {
  readonly atoms: readonly unknown[]
  readonly cells: readonly {
    readonly id: string
    readonly atoms: readonly number[]
    readonly truth?: number
    readonly published: number | null
  }[]
}

function patternOf(path: string, solver: LinearSolver): string {
  const { atoms, cells } = JSON.parse(readFileSync(path, 'utf8')) as Pattern
  const system: ConstraintSystem = {
    size: atoms.length,
    cells: cells.map(({ id, atoms: held, published }) => ({
      id,
      elements: held,
      lower: published ?? 0,
      upper: published ?? Infinity,
      withheld: published === null,
    })),
  }
  const bounds = boundsOf(system, solver)
  const exact = bounds.filter((found) => exactValue(found) !== null).length
  const narrow = bounds.filter(({ lower, upper }) => upper - lower < 5).length
  return `${cells.length - bounds.length} of ${cells.length} cells shown; of ${bounds.length} withheld ${exact} exactly recovered, ${narrow} known within 4`
}
