/** The plan of a partner's table as data: what each column was found to be, shown to the partner before anything is applied. */
import type { QuestionId } from '../../questionnaire/index.ts'
import type { KeyColumn } from './key-column.ts'
import type { ColumnTarget, Mapping } from './mapping.ts'

/** A word of our own lists that stands in a column, and what it could mean. */
export interface ProposedWord {
  readonly word: string
  /** Several where none is preferred: then the partner chooses. An empty one leaves the answer out. */
  readonly codes: readonly string[]
  readonly cells: number
}

/** A word on no list, as it stands in the file: shown on the partner's own machine, and part of no report. */
export interface UnlistedWord {
  /** Of its column, from 1. */
  readonly position: number
  readonly word: string
  readonly cells: number
}

export interface PlannedColumn {
  /** From 1. */
  readonly position: number
  /** `mapped` and `dropped` need no decision; `proposed` waits for a yes, `unknown` for "leave out" or a question. */
  readonly fate: 'mapped' | 'dropped' | 'proposed' | 'unknown' | 'left_out'
  readonly target: ColumnTarget | null
  /** The kind that was dropped, or that an unknown heading seems to announce. */
  readonly kind: string | null
  /** Words that wait for a yes. */
  readonly words: readonly ProposedWord[]
  /** Cells whose value is on no list: how many, and in which rows. */
  readonly unlisted: { readonly cells: number; readonly rows: readonly number[] }
  /** What every word means that is on no list or waits; null where nothing was said. */
  readonly rest: string | null
  /** Of a column of case references. */
  readonly keys: KeyColumn | null
  /** The rows are numbered, as the partner decided about references that look like names. */
  readonly numbered: boolean
  /** Of a published standard, where the column is read together with others. */
  readonly part: string | null
}

export interface ColumnPlan {
  readonly standard: 'htcds' | null
  /** The row that holds the headings; data start at `firstRow`. */
  readonly headingRow: number
  readonly firstRow: number
  readonly columns: readonly PlannedColumn[]
  /** Questions that every case must answer and that no column answers: said once for the whole file. */
  readonly wholeFile: readonly QuestionId[]
  /** Questions that no column answers and that may be answered for the whole file. */
  readonly mayHold: readonly QuestionId[]
  /** Rows of the table that were looked at. */
  readonly rows: number
  /** On the partner's own machine: they are words of the file. */
  readonly unlistedWords: readonly UnlistedWord[]
  /** Everything proposed, ready to be said yes to. On the partner's own machine: it holds the headings of the file. */
  readonly proposal: Mapping
}
