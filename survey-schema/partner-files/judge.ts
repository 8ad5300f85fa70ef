/**
 * Checks a file row by row with the code of intake: each row is accepted, flagged, or refused with place and rule. A refused row
 * does not affect the others. The report holds places, kinds, counts and our own words, and no value of the file.
 */

import type { CheckContext } from '../answers/checks.ts'
import { receive } from '../answers/receive.ts'
import { type Issue, ProblemError } from '../problem.ts'
import type { CheckId } from '../release/case-record.ts'
import type { FileRow } from './delimited.ts'
import type { ConvertReport } from './file-reader.ts'
import type { JsonBody } from './json-rows.ts'
import type { ReadingNote } from './notes.ts'
import type { PlannedColumn } from './planned-columns.ts'

export type JudgedRow =
  | { readonly row: number; readonly outcome: 'accepted' | 'flagged'; readonly submission: object; readonly flags: readonly CheckId[] }
  | { readonly row: number; readonly outcome: 'refused'; readonly errors: readonly Issue[] }

/** What a dry run says, and what an import says afterwards. */
export interface ImportReport extends ConvertReport {
  readonly accepted: number
  /** Accepted too: checks that the partner may confirm or correct. */
  readonly flagged: number
  readonly refused: number
  /** The first thousand. `pointer` is a place in the case, or a row of the file. */
  readonly refusals: readonly { readonly row: number; readonly errors: readonly Issue[] }[]
  /** Rows by rule, with the kind of identifier where there is one; a row may break several. */
  readonly rules: Readonly<Record<string, number>>
  readonly flags: Readonly<Record<string, number>>
  /** How often something was read in a way that should be known, by the name of the note. */
  readonly readings: Readonly<Partial<Record<ReadingNote, number>>>
  /** What the file turned out to be, in words. */
  readonly said: readonly string[]
  /** Column by column, where the file was planned. */
  readonly planned: readonly PlannedColumn[]
}

/** Whoever turns a row into a submission, and says afterwards what it did. */
export interface RowReader {
  row(cells: readonly string[], rowNumber: number): object
  report(): Pick<ConvertReport, 'columns' | 'unmapped' | 'notes'> & Pick<ImportReport, 'readings'>
}

const MOST_REFUSALS = 1000

export class Judge {
  #rows = 0
  #accepted = 0
  #flagged = 0
  #refused = 0
  #refusals: { row: number; errors: readonly Issue[] }[] = []
  #rules = new Map<string, number>()
  #flags = new Map<string, number>()
  readonly #context: CheckContext

  constructor(context: CheckContext) {
    this.#context = context
  }

  /** The outcome of each row of a table, in the order of the file. */
  *table(rows: Iterable<FileRow>, reader: RowReader): Generator<JudgedRow> {
    for (const { cells, row } of rows) yield this.#judge(row, () => reader.row(cells, row))
  }

  /** The outcome of each submission of a file of JSON. */
  *bodies(bodies: Iterable<JsonBody>): Generator<JudgedRow> {
    for (const { value, row } of bodies)
      yield this.#judge(row, () => {
        if (typeof value !== 'object' || value === null)
          throw new ProblemError('invalid-file', [{ pointer: `/rows/${row}`, rule: 'invalid_json' }])
        return value
      })
  }

  #judge(row: number, read: () => object): JudgedRow {
    this.#rows++
    try {
      const submission = read()
      const { flags, record } = receive(submission, this.#context)
      const open = flags.filter((flag) => !record.confirmed.includes(flag))
      for (const flag of open) add(this.#flags, flag)
      this.#accepted++
      if (open.length > 0) this.#flagged++
      return { row, outcome: open.length > 0 ? 'flagged' : 'accepted', submission, flags: open }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const errors = error.errors.length > 0 ? error.errors : [{ pointer: `/rows/${row}`, rule: error.slug }]
      this.#refused++
      for (const rule of new Set(errors.map((issue) => (issue.kind ? `${issue.rule} ${issue.kind}` : issue.rule)))) add(this.#rules, rule)
      if (this.#refusals.length < MOST_REFUSALS) this.#refusals.push({ row, errors })
      return { row, outcome: 'refused', errors }
    }
  }

  /** Complete once all outcomes were taken. */
  report(reader: ReturnType<RowReader['report']>, description: readonly string[], planned: readonly PlannedColumn[]): ImportReport {
    return {
      rows: this.#rows,
      accepted: this.#accepted,
      flagged: this.#flagged,
      refused: this.#refused,
      ...reader,
      refusals: this.#refusals,
      rules: Object.fromEntries(this.#rules),
      flags: Object.fromEntries(this.#flags),
      said: description,
      planned,
    }
  }
}

const add = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1)
