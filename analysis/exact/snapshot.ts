/**
 * Cases as columns: one byte a code, or one word of bits for a multiple answer. A snapshot is exact; it lives in the build,
 * on the editors' machine, and nothing outside `analysis` takes it.
 */

import { isUnanswered, type Unanswered } from '../../survey-schema/questionnaire/question.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import { VARIABLES, variableById } from '../../survey-schema/variables/index.ts'
import { COLUMN_IDS, FIRST_STEP_MODE } from '../catalogue/columns.ts'
import { type Reading, readingOf } from './readings.ts'
import { gatherSteps, type Steps, stepsWriter } from './steps.ts'

/** States come first in every dictionary, so that a code below 4 is never an answer. */
export const STATES = ['not_applicable', 'unknown', 'declined', 'not_asked'] as const satisfies readonly Unanswered[]
/** In a multiple answer: the state byte of a case that answered. */
export const ANSWERED = STATES.length

export interface SingleColumn {
  readonly kind: 'single'
  /** Four states, then the base codes of the variable. */
  readonly codes: readonly string[]
  readonly data: Uint8Array
}

export interface MultipleColumn {
  readonly kind: 'multiple'
  /** Base codes; bit i of a mask is options[i]. */
  readonly options: readonly string[]
  /** Index into STATES, or ANSWERED. */
  readonly state: Uint8Array
  readonly masks: Uint32Array
}

export type Column = SingleColumn | MultipleColumn

/** Records one after the other: an array, or whatever holds them more tightly. */
export interface Records {
  readonly length: number
  forEach(visit: (record: CaseRecord, row: number) => void): void
}

export interface Snapshot {
  readonly size: number
  readonly columns: ReadonlyMap<string, Column>
  readonly steps: Steps
}

/** Base codes of a column, in questionnaire order. */
export function baseCodes(id: string): readonly string[] {
  const variable = variableById(id === FIRST_STEP_MODE ? 'step_mode' : id)
  if (!variable) throw new RangeError('no such variable')
  return [...new Set(variable.levels[0]!.categories.flatMap((entry) => entry.codes))]
}

/** @throws RangeError for a record with a code outside its list: such a record was not made by this questionnaire */
export function takeSnapshot(records: Records, ids: readonly string[] = COLUMN_IDS): Snapshot {
  const { snapshot, write } = snapshotWriter(records.length, ids)
  records.forEach((record, row) => {
    write(row, record)
  })
  return snapshot
}

export interface SnapshotWriter {
  /** Its columns hold what was written so far. */
  readonly snapshot: Snapshot
  /** @param row below the size  @throws RangeError for a record with a code outside its list */
  readonly write: (row: number, record: CaseRecord) => void
}

/** A snapshot of so many rows, for records that come one after the other. */
export function snapshotWriter(size: number, ids: readonly string[] = COLUMN_IDS): SnapshotWriter {
  const writers = ids.map((id) => writer(id, size))
  const { steps, write: writeSteps } = stepsWriter(size)
  return {
    snapshot: { size, columns: new Map(writers.map(({ id, column }) => [id, column])), steps },
    write(row, record) {
      writeSteps(row, record)
      for (const { id, write } of writers) write(row, readingOf(record, id as (typeof COLUMN_IDS)[number]))
    },
  }
}

/** One case among the columns of a page that holds others too. */
export interface SnapshotRow {
  readonly page: Snapshot
  readonly row: number
}

/** The snapshot of these cases, in this order. Its pages were written with all columns. */
export const gather = (rows: readonly SnapshotRow[]): Snapshot => ({
  size: rows.length,
  columns: new Map(COLUMN_IDS.map((id) => [id, gatherColumn(id, rows)])),
  steps: gatherSteps(rows.map(({ page, row }) => ({ steps: page.steps, row }))),
})

function gatherColumn(id: string, rows: readonly SnapshotRow[]): Column {
  const { column } = writer(id, rows.length)
  rows.forEach(({ page, row }, at) => {
    const from = page.columns.get(id)!
    if (column.kind === 'single' && from.kind === 'single') column.data[at] = from.data[row]!
    if (column.kind === 'multiple' && from.kind === 'multiple') {
      column.state[at] = from.state[row]!
      column.masks[at] = from.masks[row]!
    }
  })
  return column
}

const MULTIPLE = new Set<string>(VARIABLES.filter((variable) => variable.kind === 'multiple').map((variable) => variable.id))

function writer(id: string, size: number): { id: string; column: Column; write: (row: number, reading: Reading) => void } {
  const base = baseCodes(id)
  if (MULTIPLE.has(id)) {
    const bits = new Map(base.map((code, index) => [code, 1 << index]))
    const state = new Uint8Array(size)
    const masks = new Uint32Array(size)
    return {
      id,
      column: { kind: 'multiple', options: base, state, masks },
      write: (row, reading) => {
        if (isUnanswered(reading)) {
          state[row] = STATES.indexOf(reading)
          return
        }
        state[row] = ANSWERED
        masks[row] = (reading as readonly string[]).reduce((mask, code) => mask | found(bits, code), 0) >>> 0
      },
    }
  }
  const codes = [...STATES, ...base]
  const index = new Map(codes.map((code, at) => [code as string, at]))
  const data = new Uint8Array(size)
  return {
    id,
    column: { kind: 'single', codes, data },
    write: (row, reading) => {
      data[row] = found(index, reading as string)
    },
  }
}

function found(index: ReadonlyMap<string, number>, code: string): number {
  const at = index.get(code)
  if (at === undefined) throw new RangeError('a record holds a code outside its list')
  return at
}
