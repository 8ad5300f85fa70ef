/** What the page asks of the worker that reads a file, and what it answers. Both are on the partner's machine. */

import type { Signer } from '../../survey-schema/credentials/signed-submission.ts'
import type { PartnerFileKind } from '../../survey-schema/partner-files/file-kind.ts'
import type { ImportReport } from '../../survey-schema/partner-files/judge.ts'
import type { Mapping } from '../../survey-schema/partner-files/plan/mapping-shape.ts'
import type { ColumnPlan } from '../../survey-schema/partner-files/plan/planned-columns.ts'
import type { Encoding } from '../../survey-schema/partner-files/texts/encoding.ts'
import type { Issue } from '../../survey-schema/problem.ts'

export interface ChosenFiles {
  readonly file: File
  /** The two further files of our own cases, or of an exported form. */
  readonly journeys: File | null
  readonly steps: File | null
  /** Decisions that were kept from an earlier file. */
  readonly decisions: File | null
}

export interface ReadingQuestions {
  /** Opens the file, with decisions kept from an earlier one. */
  readonly open: { readonly files: ChosenFiles; readonly sheet: number | null; readonly encoding: Encoding | null }
  /** How the file that does not say its encoding reads in each of these. */
  readonly preview: { readonly encodings: readonly Encoding[] }
  /** What the table seems to be once these decisions hold. */
  readonly plan: { readonly mapping: Mapping; readonly leaveOut: readonly number[] }
  /** Reads and judges everything. Whether the organisation has a rule for existing records is asked with its key; until then it is taken to have one. */
  readonly judge: { readonly existingRecordRule: boolean }
  /** By whom the rows are signed, and by which year they are judged; null where they go with their references. */
  readonly sign: { readonly signer: Signer | null; readonly year: number }
  /** The first part again, or the next one. Signed rows are signed as new cases. */
  readonly part: { readonly first: boolean }
  /** The part that was asked for last, with each row signed for the version after that which is held; by tag. */
  readonly versions: { readonly held: ReadonlyMap<string, number> }
}

/** What the file turned out to be. */
export interface Sight {
  readonly format: string
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: number | null
  readonly sheets: readonly { readonly position: number; readonly name: string }[]
  readonly kind: PartnerFileKind
  readonly mapping: Mapping
}

/** Some lines of the file as one encoding reads them; shown to the partner and sent nowhere. */
export interface EncodingPreview {
  readonly encoding: Encoding
  readonly lines: readonly string[]
}

export interface Planned {
  /** Null where nothing has to be decided about columns. */
  readonly plan: ColumnPlan | null
  /** Of the columns, in order; shown to the partner and sent nowhere. */
  readonly headings: readonly string[]
  /** Positions of columns of our own CSV that wait for "leave out". */
  readonly unknownColumns: readonly number[]
}

export interface JudgedFile {
  readonly report: ImportReport
  readonly digest: string
  /** Rows that would be sent. */
  readonly sent: number
  /** Rows among them that rest on the organisation's rule for existing records. */
  readonly existingRecords: number
  /** Case references are running numbers. */
  readonly runningKeys: boolean
  /** Rows whose case reference looks like the name of a person. */
  readonly named: number
}

export interface ReadingAnswers {
  readonly open: Sight
  readonly preview: readonly EncodingPreview[]
  readonly plan: Planned
  readonly judge: JudgedFile
  readonly sign: null
  readonly part: PartToSend | null
  readonly versions: PartToSend
}

/** A part as it goes out. */
export interface PartToSend {
  /** From 1. */
  readonly part: number
  /** NDJSON, one case a line. */
  readonly text: string
  /** The row of the partner's file for each line. */
  readonly rows: readonly number[]
  /** For each line; null where rows are not signed. */
  readonly signed: readonly SignedRow[] | null
}

export interface SignedRow {
  /** Hexadecimal. */
  readonly tag: string
  /** Under the keys of the generation before, where they are known. */
  readonly earlier: string | null
  readonly version: number
}

export type ToWorker = { [Name in keyof ReadingQuestions]: { readonly ask: Name } & ReadingQuestions[Name] }[keyof ReadingQuestions]

export type FromWorker =
  | { readonly rows: number }
  | { readonly answer: ReadingAnswers[keyof ReadingAnswers] }
  | { readonly refused: readonly Issue[]; readonly slug: string }
