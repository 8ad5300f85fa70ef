/** Of which kind a partner's file is, and which sheet of a workbook is read. */

import { refuseFile, tidyCell } from './file-reader.ts'
import type { OpenedFile } from './open-file.ts'
import { groupOfHeading } from './own-columns/group-heading.ts'
import { isFormHeading } from './own-form/form-headings.ts'
import { suggestQuestion } from './plan/suggest.ts'
import { MAPPED_COLUMNS } from './published/ctdc-2021-columns.ts'
import { CTDC_2024_COLUMNS } from './published/ctdc-2024.ts'
import type { FileRow } from './texts/delimited.ts'

/**
 * `table` is a sheet of no known kind: meanings of its columns are proposed for the partner to confirm. `form` is our own form, filled in
 * with a tool of the ODK family and exported as a table.
 */
export const FILE_KINDS = ['cases', 'form', 'ctdc-2021', 'ctdc-2024', 'htcds', 'table', 'submissions'] as const
export type PartnerFileKind = (typeof FILE_KINDS)[number]
/** Kinds whose heading is one row of names that are known. */
export type NamedKind = 'cases' | 'form' | 'ctdc-2021' | 'ctdc-2024'

/** Rows that may stand above a heading: titles, a line that names the delimiter, blank ones. */
const LOOKED_AT = 12

const count = (cells: readonly string[], names: readonly string[]) => cells.filter((cell) => names.includes(cell)).length

/** Whether a row is the heading of the kind, in the order in which the kinds are tried. */
const HEADINGS: Readonly<Record<NamedKind, (cells: readonly string[]) => boolean>> = {
  'ctdc-2021': (cells) => count(cells, MAPPED_COLUMNS) > 20,
  'ctdc-2024': (cells) => count(cells, CTDC_2024_COLUMNS) > 15,
  form: isFormHeading,
  cases: (cells) => cells.includes('partner_case_key') && cells.includes('registration_year'),
}
const NAMED = Object.keys(HEADINGS) as readonly NamedKind[]

const isHtcds = (cells: readonly string[]) =>
  cells.filter((cell) => /^(?:\w+[/:])*(?:prs|vic|cas|con|hte|org|per|spl|cco)_\w+$/.test(cell)).length > 2

/** The kind of a file, by its headings, wherever among its first rows they stand. */
export function kindOfFile(file: OpenedFile, sheet?: number): PartnerFileKind {
  if (file.bodies) return 'submissions'
  const first = firstRows(file.rows(sheet)).map(({ cells }) => tidied(cells))
  const named = NAMED.find((kind) => first.some(HEADINGS[kind]))
  return named ?? (first.some(isHtcds) ? 'htcds' : 'table')
}

const tidied = (cells: readonly string[]) => cells.map((cell) => tidyCell(cell.replace(/^\uFEFF/, '')))

function firstRows(rows: Iterable<FileRow>): readonly FileRow[] {
  const first: FileRow[] = []
  for (const row of rows) {
    first.push(row)
    if (first.length >= LOOKED_AT) break
  }
  return first
}

export interface Headed {
  /** Titles, and the line that names the delimiter. */
  readonly above: readonly FileRow[]
  readonly heading: FileRow
  /** The rows below, again from the first at every call. */
  data(): Iterable<FileRow>
}

/** The heading of a known kind and the rows around it. Without one among the first rows it is the first, and its reader says what is missing. */
export function fromHeading(rows: () => Iterable<FileRow>, isHeading: NamedKind | ((cells: readonly string[]) => boolean)): Headed {
  const fits = typeof isHeading === 'function' ? isHeading : HEADINGS[isHeading]
  const first = firstRows(rows())
  const heading = first.find(({ cells }) => fits(tidied(cells))) ?? first[0]
  if (!heading) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  return { above: first.filter(({ row }) => row < heading.row), heading, data: () => below(rows(), heading.row) }
}

function* below(rows: Iterable<FileRow>, headingRow: number): Generator<FileRow> {
  for (const row of rows) if (row.row > headingRow) yield row
}

/**
 * Which sheet of a workbook to read: the first whose headings are ours or a standard's, else the first visible one with headings that we
 * know, else the first visible one. Never several: a
 * copy of a sheet would double its cases.
 */
export function chooseSheet(file: OpenedFile): { readonly sheet: number | undefined; readonly description: readonly string[] } {
  if (file.sheets.length === 0) return { sheet: undefined, description: [] }
  const seen = file.sheets.filter((sheet) => !sheet.hidden)
  const filled = (seen.length > 0 ? seen : file.sheets).filter((sheet) => !isEmpty(file.rows(sheet.position)))
  const tables = filled.filter((sheet) => !isGroup(file, sheet.position))
  const chosen =
    filled.find((sheet) => kindOfFile(file, sheet.position) !== 'table') ??
    // A cover may stand before the list.
    tables.find((sheet) => holdsHeadings(file, sheet.position)) ??
    tables[0]
  const read = chosen ?? filled[0]
  if (!read) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  const others = file.sheets.length - 1
  return {
    sheet: read.position,
    description: [
      `sheet ${read.position} of ${file.sheets.length} is read${others > 0 ? `; ${others} others are not, so that a copy doubles nothing` : ''}`,
    ],
  }
}

/** Known headings in one row that make it a list. */
const FEWEST_KNOWN = 2

const holdsHeadings = (file: OpenedFile, sheet: number): boolean =>
  firstRows(file.rows(sheet)).some(({ cells }) => new Set(cells.flatMap((cell) => suggestQuestion(tidyCell(cell)))).size >= FEWEST_KNOWN)

function isEmpty(rows: Iterable<FileRow>): boolean {
  for (const _ of rows) return false
  return true
}

/** Whether a file or sheet holds legs or steps: no case stands in it. */
export const isGroup = (file: OpenedFile, sheet?: number): boolean =>
  file.bodies === null && firstRows(file.rows(sheet)).some(({ cells }) => groupOfHeading(tidied(cells)) !== null)
