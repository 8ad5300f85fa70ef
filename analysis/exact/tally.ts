/**
 * What stands behind each cell of a grid of lines: cases, the cell key, and what each contributor reported. One pass over the
 * cases counts pairs of distinct answers; the lines of every level are then sums of those.
 */

import type { Line } from '../catalogue/line.ts'
import type { Contributors } from './contributors.ts'
import { type ExactCounts, exactCounts, someOf } from './exact-count.ts'
import { addKeys } from './record-key.ts'
import { ANSWERED, type Column, STATES } from './snapshot.ts'
import type { Steps } from './steps.ts'

/** A grid of lines by lines: `cases[row * columns + column]`. */
export interface Tally {
  readonly rows: number
  readonly columns: number
  readonly cases: ExactCounts
  readonly keys: Float64Array
  /** `own[(row * columns + column) * units + unit]` cases of that contributor. */
  readonly own: ExactCounts
}

/** Who knows each case, and the record key of each. */
export interface Cases {
  readonly size: number
  readonly keys: Float64Array
  readonly contributors: Contributors
  /** For each case the place of its edition in the volume. */
  readonly parts: Uint8Array
}

/** A column as classes: cases of one class stand on the same lines. */
export interface Classes {
  readonly of: Uint32Array
  /** For each class the lines it stands on. */
  readonly lines: readonly (readonly number[])[]
  readonly lineCount: number
}

/** The one class of an axis that is not there: every case stands on its only line. */
export const everyCase = (size: number): Classes => ({ of: new Uint32Array(size), lines: [[0]], lineCount: 1 })

/** Sorts the cases of a column into classes by the lines on which they stand. */
export function classify(column: Column, lines: readonly Line[]): Classes {
  if (column.kind === 'single') {
    return {
      of: Uint32Array.from(column.data),
      lines: column.codes.map((code, index) => linesFor(lines, index < STATES.length ? code : null, (held) => held.has(code))),
      lineCount: lines.length,
    }
  }
  const seen = new Map<number, number>()
  const found: (readonly number[])[] = []
  const of = new Uint32Array(column.state.length)
  for (let row = 0; row < of.length; row++) {
    const answered = column.state[row] === ANSWERED
    const key = answered ? column.masks[row]! : -1 - column.state[row]!
    let id = seen.get(key)
    if (id === undefined) {
      id = found.length
      seen.set(key, id)
      const ticked = answered ? column.options.filter((_, bit) => (column.masks[row]! >>> bit) & 1) : []
      found.push(linesFor(lines, answered ? null : STATES[column.state[row]!]!, (held) => ticked.some((code) => held.has(code))))
    }
    of[row] = id
  }
  return { of, lines: found, lineCount: lines.length }
}

function linesFor(lines: readonly Line[], state: string | null, holds: (codes: ReadonlySet<string>) => boolean): number[] {
  return lines.flatMap((line, index) => (standsOn(line, state, holds) ? [index] : []))
}

function standsOn(line: Line, state: string | null, holds: (codes: ReadonlySet<string>) => boolean): boolean {
  switch (line.role) {
    case 'total':
      return true
    case 'answered':
      return state === null
    case 'applicable':
      return state !== 'not_applicable'
    case 'no_answer':
      return state !== null && state !== 'not_applicable'
    case 'state':
    case 'not_applicable':
      return state === line.code
    default:
      return state === null && line.codes !== null && holds(line.codes)
  }
}

/** Where two answers must be of the same step: what each case says of its steps, and whether some step stands on both lines. */
export interface AtOneStep {
  readonly steps: Steps
  readonly meet: (kind: number, row: number, column: number) => boolean
}

/** @param first the variable of the rows: the first question of a step, or the second */
export function atOneStep(steps: Steps, first: 0 | 1, rows: readonly Line[], columns: readonly Line[]): AtOneStep {
  return {
    steps,
    meet: (kind, row, column) => {
      const [inRow, inColumn] = [rows[row]!.codes, columns[column]!.codes]
      // "Known", "not known", "all": these lines speak of the case.
      if (inRow === null || inColumn === null) return true
      return steps.kinds[kind]!.some((answers) => inRow.has(answers[first]) && inColumn.has(answers[first === 0 ? 1 : 0]))
    },
  }
}

/** How many cases of one cell each contributor and observer knows. */
export const ownIn = ({ own }: Tally, cell: number, { contributors: { units } }: Cases): ExactCounts =>
  someOf(own, cell * units, (cell + 1) * units)

interface Counting {
  /** Cases to count; all, if left out. */
  readonly include?: (row: number) => boolean
  readonly together?: AtOneStep | undefined
}

export function tally(cases: Cases, rows: Classes, columns: Classes, { include, together }: Counting = {}): Tally {
  const { knownTo, units } = cases.contributors
  const pairs = new Map<number, number>()
  const kinds = together?.steps.kinds.length ?? 1
  const found: { row: number; column: number; kind: number; cases: number; key: number; own: Uint32Array }[] = []
  for (let index = 0; index < cases.size; index++) {
    if (include !== undefined && !include(index)) continue
    const row = rows.of[index]!
    const column = columns.of[index]!
    const kind = together?.steps.of[index] ?? 0
    const pair = (row * columns.lines.length + column) * kinds + kind
    let at = pairs.get(pair)
    if (at === undefined) {
      at = found.length
      pairs.set(pair, at)
      found.push({ row, column, kind, cases: 0, key: 0, own: new Uint32Array(units) })
    }
    const entry = found[at]!
    entry.cases++
    entry.key = addKeys(entry.key, cases.keys[index]!)
    for (const unit of knownTo[index]!) entry.own[unit]!++
  }
  const size = rows.lineCount * columns.lineCount
  const inCell = new Uint32Array(size)
  const keys = new Float64Array(size)
  const own = new Uint32Array(size * units)
  for (const entry of found) {
    for (const row of rows.lines[entry.row]!) {
      for (const column of columns.lines[entry.column]!) {
        if (together !== undefined && !together.meet(entry.kind, row, column)) continue
        const cell = row * columns.lineCount + column
        inCell[cell]! += entry.cases
        keys[cell] = addKeys(keys[cell]!, entry.key)
        for (let at = 0; at < units; at++) own[cell * units + at]! += entry.own[at]!
      }
    }
  }
  return { rows: rows.lineCount, columns: columns.lineCount, cases: exactCounts(inCell), keys, own: exactCounts(own) }
}
