/**
 * Checks a file row by row with the code of intake: each row is accepted, flagged, or refused with place and rule. A refused row
 * does not affect the others. The report holds places, kinds, counts and our own words, and no value of the file.
 */

import type { CheckContext } from '../answers/checks.ts'
import { receive } from '../answers/receive.ts'
import { type Issue, ProblemError } from '../problem.ts'
import type { CheckId } from '../release/case-record.ts'
import { bodyCells, leavesIn } from './body-cells.ts'
import { CellCounts, CellTally, cellsIn, type FileCells, isBlank } from './cell-fates.ts'
import type { ConvertReport } from './file-reader.ts'
import type { PlannedColumn } from './plan/planned-columns.ts'
import type { LineKind } from './table/footer-lines.ts'
import type { ReadingNote } from './table/notes.ts'
import type { FileRow } from './texts/delimited.ts'
import type { JsonBody } from './texts/json-rows.ts'

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
  /** Every cell of the file, by what became of it. */
  readonly cells: FileCells
  /** Rows that are no cases, by their words: the first thousand. They are not among `rows`. */
  readonly lines: readonly { readonly row: number; readonly kind: LineKind }[]
  /** Answers that were not taken although their row was: the first thousand rows. */
  readonly notTaken: readonly { readonly row: number; readonly errors: readonly Issue[] }[]
  /** What the file turned out to be, in words. */
  readonly said: readonly string[]
  /** Column by column, where the file was planned, without words: they are the file's. */
  readonly planned: readonly PlannedColumn[]
}

/** Whoever turns a row into a submission, and says afterwards what it did. */
export interface RowReader {
  /** A row that is no case, by its words. */
  lineKind?(row: FileRow): LineKind | null
  /** Counts what becomes of each cell of the row. */
  row(row: FileRow, cells: CellTally): object
  /** Counts what is left over when all rows were read: rows of further files that belong to no case. @returns cells outside those tables */
  rest?(cells: CellTally): number
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
  readonly #lines: { row: number; kind: LineKind }[] = []
  readonly #notTaken: { row: number; errors: readonly Issue[] }[] = []
  readonly #counts = new CellCounts()
  readonly #context: CheckContext

  constructor(context: CheckContext) {
    this.#context = context
  }

  /** A row that is no part of the table: a title, the headings. */
  outside(row: FileRow): void {
    this.#counts.outside(cellsIn(row))
  }

  /** The outcome of each row of a table, in the order of the file. Blank rows are none. */
  *table(rows: Iterable<FileRow>, reader: RowReader): Generator<JudgedRow> {
    const cells = new CellTally()
    for (const row of rows) {
      if (row.cells.every(isBlank) && !row.faults?.size) continue
      const line = reader.lineKind?.(row) ?? null
      if (line) {
        if (this.#lines.length < MOST_REFUSALS) this.#lines.push({ row: row.row, kind: line })
        this.outside(row)
        continue
      }
      cells.clear()
      yield this.#judge(
        row.row,
        cells,
        () => reader.row(row, cells),
        () => cellsIn(row),
      )
    }
    cells.clear()
    this.#counts.outside(reader.rest?.(cells) ?? 0)
    this.#counts.taken(cells)
    for (const rule of cells.refused.keys()) add(this.#rules, rule)
  }

  /** The outcome of each submission of a file of JSON. */
  *bodies(bodies: Iterable<JsonBody>): Generator<JudgedRow> {
    const cells = new CellTally()
    for (const body of bodies) {
      const { value, row } = body
      cells.clear()
      yield this.#judge(
        row,
        cells,
        () => {
          if (typeof value !== 'object' || value === null)
            throw new ProblemError('invalid-file', [{ pointer: `/rows/${row}`, rule: 'invalid_json' }])
          if (!Array.isArray(value)) this.#counts.outside(bodyCells(body, cells))
          return value
        },
        () => leavesIn(body),
      )
    }
  }

  #judge(row: number, cells: CellTally, read: () => object, all: () => number): JudgedRow {
    this.#rows++
    try {
      const submission = read()
      const { flags, record } = receive(submission, this.#context)
      const open = flags.filter((flag) => !record.confirmed.includes(flag))
      for (const flag of open) add(this.#flags, flag)
      this.#accepted++
      if (open.length > 0) this.#flagged++
      this.#counts.taken(cells)
      if (cells.places.length > 0 && this.#notTaken.length < MOST_REFUSALS) this.#notTaken.push({ row, errors: [...cells.places] })
      return { row, outcome: open.length > 0 ? 'flagged' : 'accepted', submission, flags: open }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const errors = error.errors.length > 0 ? error.errors : [{ pointer: `/rows/${row}`, rule: error.slug }]
      this.#refused++
      for (const rule of new Set(errors.map((issue) => (issue.kind ? `${issue.rule} ${issue.kind}` : issue.rule)))) add(this.#rules, rule)
      if (this.#refusals.length < MOST_REFUSALS) this.#refusals.push({ row, errors })
      this.#counts.refused(cells, all(), (errors[0] as Issue).rule)
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
      cells: this.#counts.totals(),
      lines: this.#lines,
      notTaken: this.#notTaken,
      said: description,
      planned: planned.map((column) => ({ ...column, words: [] })),
    }
  }
}

const add = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1)
