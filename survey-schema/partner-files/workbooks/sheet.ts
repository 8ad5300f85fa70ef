/** What a workbook is, whatever its format. */

import { refuseFile } from '../file-reader.ts'
import type { FileRow } from '../texts/delimited.ts'

export interface Sheet {
  /** From 1, in the order of the tabs. */
  readonly position: number
  readonly name: string
  readonly hidden: boolean
}

/** Rows and columns that a person does not see and that hold something. They are read like any other. */
export interface HiddenContent {
  readonly rows: number
  /** By index from 0. */
  readonly columns: readonly number[]
}

export interface Workbook {
  readonly format: 'xlsx' | 'ods'
  readonly sheets: readonly Sheet[]
  /** Rows of one sheet, again from its start at every call. @throws ProblemError when it is broken or unpacks too far */
  rows(position: number): Generator<FileRow>
  /** Of the sheet that was read last, as far as it was read. */
  hidden(): HiddenContent
}

/** A value further right than this belongs to no questionnaire; without values any width is read. */
export const MOST_COLUMNS = 2000
/** Of Excel and of LibreOffice alike. */
export const MOST_ROWS = 1 << 20

/** A truth value of SpreadsheetML. */
export const isTrue = (word: string | undefined): boolean => word === '1' || word === 'true'

/** A text of a cell longer than this is none that a person wrote (Excel: 32,767 characters). */
export const LONGEST_TEXT = 1 << 20

/** @throws ProblemError `too_large` */
export function checkLength(text: string): void {
  if (text.length > LONGEST_TEXT) throw refuseFile([{ pointer: '', rule: 'too_large' }])
}

export const brokenArchive = (pointer = '') => refuseFile([{ pointer, rule: 'broken_archive' }])
