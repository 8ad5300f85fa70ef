/**
 * Exact tables of cases that the reader holds himself, on his own machine: what a partner sees of its own file, and what the
 * released figures are compared with in the tests. Counting is done by the same kernels and readings as in the build.
 */

import { type LevelGroup, levelOf, type Variable, variableById } from '../../survey-schema/variables/index.ts'
import { ofOneStep, SAME_STEP } from '../../survey-schema/variables/same-step.ts'
import { exactCount } from './exact-count.ts'
import { type ExactLine, type ExactTable, exactTable } from './exact-table.ts'
import { countOne, countTwo, type Filter, passing } from './histogram.ts'
import { countOptionPairs, countOptions, countOptionsBy } from './masks.ts'
import { ANSWERED, type Column, type MultipleColumn, type Records, STATES, takeSnapshot } from './snapshot.ts'
import type { Steps } from './steps.ts'

export interface VariableAt {
  readonly variable: string
  /** null: the finest level. */
  readonly level: string | null
}

export interface ExactRequest {
  readonly rows: VariableAt
  readonly columns: VariableAt | null
  /** Cases that have all of these. */
  readonly where: readonly (VariableAt & { readonly code: string })[]
}

/** A column at a level: the labels that a case can have, and for each the cases. A multiple answer may give several. */
interface Labelled {
  readonly labels: readonly string[]
  readonly column:
    | { readonly kind: 'single'; readonly codes: Uint8Array }
    | { readonly kind: 'multiple'; readonly masks: Uint32Array; readonly state: Uint8Array }
}

/** @throws RangeError naming the part of the request that is no variable, level or code of the questionnaire */
export function tabulate(records: Records, request: ExactRequest): ExactTable {
  const named = [request.rows, ...(request.columns ? [request.columns] : []), ...request.where]
  const snapshot = takeSnapshot(records, [...new Set(named.map((entry) => variableOf(entry).id))])
  const at = (entry: VariableAt) => labelled(snapshot.columns.get(entry.variable)!, variableOf(entry), entry.level)
  const keep = passing(
    request.where.map((entry) => filterOf(at(entry), entry.code)),
    snapshot.size,
  )
  const rows = only(at(request.rows), keep)
  const columns = request.columns === null ? null : only(at(request.columns), keep)
  const same =
    request.columns !== null && request.columns.variable === request.rows.variable && request.columns.level === request.rows.level
  const counts = columns === null ? countSingle(rows) : same && rows.column.kind === 'multiple' ? countSelf(rows) : countPair(rows, columns)
  if (request.columns && ofOneStep(request.rows.variable, request.columns.variable))
    countSteps(snapshot.steps, keep, { rows: request.rows, columns: request.columns }, counts)
  const lines: ExactLine[] = []
  for (const [row, rowLabel] of rows.labels.entries()) {
    for (const [column, columnLabel] of (columns?.labels ?? [null]).entries()) {
      const cases = counts[row * (columns?.labels.length ?? 1) + column]!
      if (cases > 0) lines.push({ row: rowLabel, column: columnLabel, cases: exactCount(cases) })
    }
  }
  return exactTable({
    rows: request.rows.variable,
    columns: request.columns?.variable ?? null,
    lines,
    base: exactCount(answeredOf(rows)),
    total: exactCount(keep.reduce((sum, one) => sum + one, 0)),
  })
}

function variableOf({ variable: id, level }: VariableAt): Variable {
  const variable = variableById(id)
  if (!variable) throw new RangeError('no such variable')
  if (level !== null && !levelOf(variable, level)) throw new RangeError('no such level')
  return variable
}

/** Labels in list order, then unknown, declined, not asked, not applicable. */
function labelled(column: Column, variable: Variable, levelId: string | null): Labelled {
  const categories = levelOf(variable, levelId ?? variable.levels[0]!.id)!.categories
  const labels = [...categories.map((category) => category.code), 'unknown', 'declined', 'not_asked', 'not_applicable']
  const stateLabel = STATES.map((state) => labels.lastIndexOf(state))
  if (column.kind === 'single') {
    const map = Uint8Array.from(column.codes, (code, index) =>
      index < STATES.length ? stateLabel[index]! : categories.findIndex((category) => category.codes.includes(code)),
    )
    return { labels, column: { kind: 'single', codes: column.data.map((code) => map[code]!) } }
  }
  return {
    labels,
    column: {
      kind: 'multiple',
      state: column.state.map((state) => (state === ANSWERED ? 255 : stateLabel[state]!)),
      masks: toLevel(column, categories),
    },
  }
}

/** A group of options is ticked if any of them is. */
function toLevel(column: MultipleColumn, categories: readonly LevelGroup[]): Uint32Array {
  const groups = categories.map((category) => category.codes.reduce((mask, code) => mask | (1 << column.options.indexOf(code)), 0))
  return column.masks.map((mask) => groups.reduce((out, group, bit) => ((mask & group) !== 0 ? out | (1 << bit) : out), 0) >>> 0)
}

function only({ labels, column }: Labelled, keep: Uint8Array): Labelled {
  const held = (_: number, row: number) => keep[row] === 1
  return column.kind === 'single'
    ? { labels, column: { kind: 'single', codes: column.codes.filter(held) } }
    : { labels, column: { kind: 'multiple', masks: column.masks.filter(held), state: column.state.filter(held) } }
}

const options = (side: Labelled) => side.labels.length - STATES.length

function countSingle(side: Labelled): Uint32Array {
  if (side.column.kind === 'single') return countOne(side.column.codes, side.labels.length)
  const counts = countOne(side.column.state, 256).slice(0, side.labels.length)
  counts.set(countOptions(side.column.masks, options(side)))
  return counts
}

/** Both of two options of one question, the diagonal being each alone. */
function countSelf(side: Labelled): Uint32Array {
  const size = side.labels.length
  const counts = new Uint32Array(size * size)
  if (side.column.kind !== 'multiple') throw new RangeError('not a multiple answer')
  const pairs = countOptionPairs(side.column.masks, options(side))
  for (let row = 0; row < options(side); row++) counts.set(pairs.subarray(row * options(side), (row + 1) * options(side)), row * size)
  const states = countOne(side.column.state, 256)
  for (let state = options(side); state < size; state++) counts[state * size + state] = states[state]!
  return counts
}

function countPair(rows: Labelled, columns: Labelled): Uint32Array {
  const [height, width] = [rows.labels.length, columns.labels.length]
  if (rows.column.kind === 'single' && columns.column.kind === 'single')
    return countTwo(rows.column.codes, height, columns.column.codes, width)
  if (rows.column.kind === 'single') return transpose(countPair(columns, rows), width, height)
  if (columns.column.kind === 'single') return bySingle(rows.column, options(rows), height, columns.column.codes, width)
  const counts = new Uint32Array(height * width)
  for (let label = 0; label < width; label++) {
    const stands = marks(columns, label)
    const alone = countSingle(only(rows, stands))
    for (let row = 0; row < height; row++) counts[row * width + label] = alone[row]!
  }
  return counts
}

function bySingle(
  multiple: { masks: Uint32Array; state: Uint8Array },
  ticked: number,
  height: number,
  codes: Uint8Array,
  width: number,
): Uint32Array {
  const counts = new Uint32Array(height * width)
  const byCode = countOptionsBy(multiple.masks, ticked, codes, width)
  const states = countTwo(multiple.state, 256, codes, width)
  for (let column = 0; column < width; column++) {
    for (let option = 0; option < ticked; option++) counts[option * width + column] = byCode[column * ticked + option]!
    for (let state = ticked; state < height; state++) counts[state * width + column] = states[state * width + column]!
  }
  return counts
}

/** Where both answers are of one step, a case stands in a cell if one of its steps has both. */
function countSteps(
  { of, kinds }: Steps,
  keep: Uint8Array,
  { rows, columns }: { readonly rows: VariableAt; readonly columns: VariableAt },
  counts: Uint32Array,
): void {
  const level = (entry: VariableAt) => {
    const variable = variableOf(entry)
    return levelOf(variable, entry.level ?? variable.levels[0]!.id)!.categories
  }
  const first = rows.variable === SAME_STEP[0] ? 0 : 1
  const [down, across] = [level(rows), level(columns)]
  for (const [row, inRow] of down.entries()) {
    for (const [column, inColumn] of across.entries()) {
      const meets = kinds.map((answers) =>
        answers.some((step) => inRow.codes.includes(step[first]) && inColumn.codes.includes(step[1 - first]!)),
      )
      counts[row * (across.length + STATES.length) + column] = of.reduce(
        (sum, kind, at) => sum + (keep[at] === 1 && meets[kind] ? 1 : 0),
        0,
      )
    }
  }
}

function transpose(counts: Uint32Array, rows: number, columns: number): Uint32Array {
  return counts.map((_, index) => counts[(index % rows) * columns + Math.floor(index / rows)]!)
}

/** 1 for each case that stands on a label. */
function marks(side: Labelled, label: number): Uint8Array {
  const { column } = side
  if (column.kind === 'single') return column.codes.map((code) => (code === label ? 1 : 0))
  return column.state.map(
    (state, row) => (state === 255 ? label < options(side) && (column.masks[row]! >>> label) & 1 : state === label ? 1 : 0) as number,
  )
}

function filterOf(side: Labelled, code: string): Filter {
  const label = side.labels.indexOf(code)
  if (label < 0) throw new RangeError('no such code')
  return { codes: marks(side, label), keep: Uint8Array.of(0, 1) }
}

function answeredOf(side: Labelled): number {
  const { column } = side
  const limit = options(side)
  return column.kind === 'single'
    ? column.codes.reduce((sum, code) => sum + (code < limit ? 1 : 0), 0)
    : column.state.reduce((sum, state) => sum + (state === 255 ? 1 : 0), 0)
}
