/** Everything decided about one slice: columns turned into lines, cells into verdicts. Margins come from the single tables. */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { type Variable, variableById } from '../../../survey-schema/variables/index.ts'
import { ofOneStep, SAME_STEP } from '../../../survey-schema/variables/same-step.ts'
import { FIRST_STEP_MODE } from '../../catalogue/columns.ts'
import {
  answeredLine,
  contains,
  impossible,
  type Line,
  NO_ANSWER_LINE,
  NOT_APPLICABLE_LINE,
  STATE_LINES,
  TOTAL_LINE,
} from '../../catalogue/line.ts'
import { ANSWERED, type Column, type Snapshot } from '../../exact/snapshot.ts'
import { atOneStep, type Cases, classify, everyCase, type Tally, tally } from '../../exact/tally.ts'
import type { Noise } from '../noise/cell-key.ts'
import { type Axis, decide, type Grid } from './grid.ts'
import { type Support, valueLines } from './line-rules.ts'
import type { Reason, Verdict } from './verdict.ts'

export interface CaseSet {
  readonly snapshot: Snapshot
  readonly cases: Cases
  readonly policy: Policy
  readonly noise: Noise
  /**
   * Secondary suppression: cells to withhold, by `placeOf`, because a reader could subtract them from other figures or because an audit found them.
   * Empty at first; the fixed-point iteration adds to it.
   */
  readonly secondary: ReadonlyMap<string, Reason>
}

/** A cell by the columns counted and the keys of its lines, the same in every table. */
export const placeOf = (columns: readonly string[], keys: readonly string[]) => `${columns.join(' ')} | ${keys.join(' | ')}`

/** A variable of a slice: its lines by level, and a verdict for each line by itself. */
export interface ProtectedVariable {
  /** Of the column that was counted: two readings of one question are two. */
  readonly id: string
  readonly variable: Variable
  readonly column: Column
  readonly byLevel: ReadonlyMap<string, readonly Line[]>
  /** Verdicts of the single tables, by the key of the line. */
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** Exact number of cases. */
  readonly cases: (line: Line) => number
  /** How many of them each contributor and observer knows. */
  readonly own: (line: Line) => Uint32Array
}

/** A pair of variables of a slice at all the levels at which they meet. */
export interface ProtectedPair {
  /** Whether any table shows this cell. */
  readonly shows: (row: Line, column: Line) => boolean
  /** @throws RangeError for a cell that no table shows */
  readonly verdict: (row: Line, column: Line) => Verdict
  /** Exact number of cases. */
  readonly cases: (row: Line, column: Line) => number
  /** How many of them each contributor and observer knows. */
  readonly own: (row: Line, column: Line) => Uint32Array
}

/** All verdicts of a slice. */
export interface ProtectedTables {
  readonly variable: (id: string) => ProtectedVariable
  readonly pair: (a: string, b: string) => ProtectedPair
}

/** The same pair, asked the other way round. */
export const turned = (pair: ProtectedPair): ProtectedPair => ({
  shows: (row, column) => pair.shows(column, row),
  verdict: (row, column) => pair.verdict(column, row),
  cases: (row, column) => pair.cases(column, row),
  own: (row, column) => pair.own(column, row),
})

const WHOLE: Axis = { variable: '', lines: [TOTAL_LINE], rank: [0], children: [[]] }

/** Decides one variable at every level at which it may stand by itself. @param id of a column of the snapshot */
export function protectVariable(slice: CaseSet, id: string): ProtectedVariable {
  const variable = variableById(id === FIRST_STEP_MODE ? 'step_mode' : id)
  const column = slice.snapshot.columns.get(id)
  if (!variable || !column) throw new RangeError('no such variable')
  const support = supportOf(column, slice.cases)
  const levels = variable.levels.filter((level) => variable.alone.includes(level.id))
  const byLevel = new Map(levels.map((level) => [level.id, valueLines(variable, level.id, support, slice.policy)]))
  const states = [...STATE_LINES, NO_ANSWER_LINE, NOT_APPLICABLE_LINE]
  const lines = unique([TOTAL_LINE, answeredLine(variable), ...states, ...[...byLevel.values()].flat()])
  const counted = tally(slice.cases, classify(column, lines), everyCase(slice.cases.size))
  const grid: Grid = {
    rows: axisOf(variable, lines, [...byLevel.values()], ladderKeeps(variable)),
    columns: WHOLE,
    tally: counted,
    ladderKeeps: ladderKeeps(variable),
    published: () => true,
    given: (row) => (impossible(variable, lines[row]!) ? { status: 'not_applicable' } : secondaryVerdict(slice, [id], [lines[row]!])),
  }
  const verdicts = decide(grid, slice.policy, slice.noise, slice.cases.contributors)
  const at = new Map(lines.map((line, index) => [line.key, index]))
  return {
    id,
    variable,
    column,
    byLevel,
    cases: (line) => counted.cases[at.get(line.key)!]!,
    own: (line) => ownIn(counted, at.get(line.key)!, slice),
    verdicts: new Map(lines.map((line, index) => [line.key, verdicts[index]!])),
  }
}

function secondaryVerdict({ secondary }: CaseSet, columns: readonly string[], lines: readonly Line[]): Verdict | null {
  const keys = lines.map((line) => line.key)
  const reason = secondary.get(placeOf(columns, keys))
  return reason === undefined ? null : { status: 'withheld', reason }
}

/** Decides a pair at the level pairs named, margins taken from the two single decisions. */
export function protectPair(
  slice: CaseSet,
  a: ProtectedVariable,
  b: ProtectedVariable,
  levels: readonly (readonly [string, string])[],
): ProtectedPair {
  const aggregates = (side: ProtectedVariable) => [TOTAL_LINE, answeredLine(side.variable), NO_ANSWER_LINE, NOT_APPLICABLE_LINE]
  const level = (side: ProtectedVariable, id: string) => side.byLevel.get(id) ?? []
  const levelsA = fineToCoarse(
    a.variable,
    levels.map(([one]) => one),
  )
  const levelsB = fineToCoarse(
    b.variable,
    levels.map(([, other]) => other),
  )
  const rows = unique([...aggregates(a), ...levelsA.flatMap((id) => level(a, id))])
  const columns = unique([...aggregates(b), ...levelsB.flatMap((id) => level(b, id))])
  const together = ofOneStep(a.id, b.id) ? atOneStep(slice.snapshot.steps, a.id === SAME_STEP[0] ? 0 : 1, rows, columns) : undefined
  const counted = tally(slice.cases, classify(a.column, rows), classify(b.column, columns), { together })
  const meet = new Set(
    levels.flatMap(([one, other]) =>
      [...aggregates(a), ...level(a, one)].flatMap((row) =>
        [...aggregates(b), ...level(b, other)].map((column) => `${row.key}|${column.key}`),
      ),
    ),
  )
  const grid: Grid = {
    rows: axisOf(
      a.variable,
      rows,
      levelsA.map((id) => level(a, id)),
      'parent',
    ),
    columns: axisOf(
      b.variable,
      columns,
      levelsB.map((id) => level(b, id)),
      'parent',
    ),
    tally: counted,
    ladderKeeps: 'parent',
    published: (row, column) => meet.has(`${rows[row]!.key}|${columns[column]!.key}`),
    given: (row, column) => {
      if (rows[row]!.role === 'total') return b.verdicts.get(columns[column]!.key) ?? null
      if (columns[column]!.role === 'total') return a.verdicts.get(rows[row]!.key) ?? null
      // Two options of one question: both of one option are the option itself.
      if (a === b && rows[row]!.key === columns[column]!.key) return a.verdicts.get(rows[row]!.key) ?? null
      if (impossible(a.variable, rows[row]!) || impossible(b.variable, columns[column]!)) return { status: 'not_applicable' }
      const lines = [rows[row]!, columns[column]!]
      // Two options of one question are the same people in either order.
      return secondaryVerdict(slice, [a.id, b.id], lines) ?? (a === b ? secondaryVerdict(slice, [a.id, b.id], lines.toReversed()) : null)
    },
  }
  const verdicts = decide(grid, slice.policy, slice.noise, slice.cases.contributors)
  const rowAt = new Map(rows.map((line, index) => [line.key, index]))
  const columnAt = new Map(columns.map((line, index) => [line.key, index]))
  const place = (row: Line, column: Line) => (rowAt.get(row.key) ?? Number.NaN) * columns.length + (columnAt.get(column.key) ?? Number.NaN)
  const cell = (row: Line, column: Line) => {
    const at = place(row, column)
    if (!verdicts[at]) throw new RangeError('no table shows this cell')
    return at
  }
  return {
    shows: (row, column) => Boolean(verdicts[place(row, column)]),
    verdict: (row, column) => verdicts[cell(row, column)]!,
    cases: (row, column) => counted.cases[cell(row, column)]!,
    own: (row, column) => ownIn(counted, cell(row, column), slice),
  }
}

function ownIn({ own }: Tally, cell: number, { cases: { contributors } }: CaseSet): Uint32Array {
  return own.subarray(cell * contributors.units, (cell + 1) * contributors.units)
}

/**
 * Which figure stays where a level and a coarser one may not stand together: of places the country, which readers ask for first;
 * otherwise the coarser, which every crosstab of the variable has as its margin.
 */
function ladderKeeps(variable: Variable): 'children' | 'parent' {
  return variable.levels[0]!.id === 'country' ? 'children' : 'parent'
}

function axisOf(variable: Variable, lines: readonly Line[], levels: readonly (readonly Line[])[], keeps: 'children' | 'parent'): Axis {
  const depth = (line: Line) => levels.findIndex((level) => level.some((entry) => entry.key === line.key))
  const hasStates = lines.some((line) => line.role === 'state')
  const rank = lines.map((line) => {
    if (line.role === 'total') return 0
    if (line.role === 'answered') return hasStates ? 0 : 20
    if (line.role === 'no_answer') return hasStates ? 9 : 0
    if (line.codes === null) return 1
    return keeps === 'children' ? 2 + depth(line) : 2 + levels.length - depth(line)
  })
  const at = new Map(lines.map((line, index) => [line.key, index]))
  const children = lines.map((parent) => {
    if (parent.role === 'no_answer') return [STATE_LINES.flatMap((state) => at.get(state.key) ?? [])]
    if (variable.kind === 'multiple' || parent.codes === null) return []
    return levels
      .slice(0, Math.max(0, depth(parent)))
      .map((level) => level.filter((line) => line.key !== parent.key && contains(parent, line)).map((line) => at.get(line.key)!))
      .filter((family) => family.length > 0)
  })
  return { variable: variable.id, lines, rank, children }
}

function fineToCoarse(variable: Variable, named: readonly string[]): string[] {
  return variable.levels.map((level) => level.id).filter((id) => named.includes(id))
}

/** One line a key, the first that carries it: where all cases have answered, the line of all cases. */
function unique(lines: readonly Line[]): Line[] {
  const first = new Map<string, Line>()
  for (const line of lines) if (!first.has(line.key)) first.set(line.key, line)
  return [...first.values()]
}

function supportOf(column: Column, cases: Cases): Support {
  const { knownTo, submitting } = cases.contributors
  const perCode = new Map<number, { cases: number; known: Uint8Array }>()
  for (let row = 0; row < cases.size; row++) {
    const mask = column.kind === 'single' ? column.data[row]! : column.state[row] === ANSWERED ? column.masks[row]! : 0
    const entry = perCode.get(mask) ?? { cases: 0, known: new Uint8Array(submitting) }
    perCode.set(mask, entry)
    entry.cases++
    for (const unit of knownTo[row]!) if (unit < submitting) entry.known[unit] = 1
  }
  return (codes) => {
    const known = new Uint8Array(submitting)
    const held = new Set(codes)
    const bits = column.kind === 'multiple' ? column.options.reduce((mask, code, bit) => (held.has(code) ? mask | (1 << bit) : mask), 0) : 0
    let counted = 0
    for (const [value, entry] of perCode) {
      if (!(column.kind === 'single' ? held.has(column.codes[value]!) : (value & bits) !== 0)) continue
      counted += entry.cases
      for (let unit = 0; unit < submitting; unit++) known[unit]! |= entry.known[unit]!
    }
    return { cases: counted, contributors: known.reduce((sum, one) => sum + one, 0) }
  }
}
