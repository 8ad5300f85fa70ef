/** A partner's file once it is open: what it is, and its rows one at a time. */
import type { Delimiter, FileRow } from './texts/delimited.ts'
import type { DetectedEncoding, Encoding } from './texts/encoding.ts'
import type { JsonBody } from './texts/json-rows.ts'
import type { HiddenContent, Sheet } from './workbooks/sheet.ts'

export type FileFormat = 'delimited' | 'xlsx' | 'ods' | 'json' | 'ndjson' | 'xml'

/** What a file turned out to be. */
export interface OpenedFile {
  readonly format: FileFormat
  readonly encoding: DetectedEncoding | null
  readonly delimiter: Delimiter | null
  /** Empty for anything but a workbook. */
  readonly sheets: readonly Sheet[]
  /** Submissions as they stand; null where the file is a table. */
  readonly bodies: (() => Iterable<JsonBody>) | null
  /** Rows of the table, the heading among them, again from the start at every call. `sheet` counts from 1. */
  rows(sheet?: number): Iterable<FileRow>
  /** Of the sheet that was read last, as far as it was read; only of workbooks. */
  readonly hidden?: HiddenContent
  /** Format, encoding and delimiter in words, for the report. */
  readonly description: readonly string[]
}

export interface OpenOptions {
  /** As the partner says; it is not detected then. */
  readonly encoding?: Encoding
}
