/** Of which kind a partner's file is, and which sheet of a workbook is read. */
import { MAPPED_COLUMNS } from './ctdc-2021-columns.ts'
import { CTDC_2024_COLUMNS } from './ctdc-2024.ts'
import type { FileRow } from './delimited.ts'
import { refuseFile, tidyCell } from './file-reader.ts'
import type { OpenedFile } from './open-file.ts'

/** `table` is a sheet of no known kind: meanings of its columns are proposed for the partner to confirm. */
export const FILE_KINDS = ['cases', 'ctdc-2021', 'ctdc-2024', 'htcds', 'table', 'submissions'] as const
export type PartnerFileKind = (typeof FILE_KINDS)[number]

/** The kind of a file, by its headings. */
export function kindOfFile(file: OpenedFile, sheet?: number): PartnerFileKind {
  if (file.bodies) return 'submissions'
  const first: (readonly string[])[] = []
  for (const { cells } of file.rows(sheet)) {
    first.push(cells.map(tidyCell))
    if (first.length >= 12) break
  }
  const heading = first[0] ?? []
  if (count(heading, MAPPED_COLUMNS) > 20) return 'ctdc-2021'
  if (count(heading, CTDC_2024_COLUMNS) > 15) return 'ctdc-2024'
  if (heading.includes('partner_case_key') && heading.includes('registration_year')) return 'cases'
  if (first.some((cells) => cells.filter((cell) => /^(?:\w+[/:])*(?:prs|vic|cas|con|hte|org|per|spl|cco)_\w+$/.test(cell)).length > 2))
    return 'htcds'
  return 'table'
}

const count = (cells: readonly string[], names: readonly string[]) => cells.filter((cell) => names.includes(cell)).length

/**
 * Which sheet of a workbook to read: the first whose headings are ours or a standard's, else the first visible one. Never several: a
 * copy of a sheet would double its cases.
 */
export function chooseSheet(file: OpenedFile): { readonly sheet: number | undefined; readonly description: readonly string[] } {
  if (file.sheets.length === 0) return { sheet: undefined, description: [] }
  const seen = file.sheets.filter((sheet) => !sheet.hidden)
  const filled = (seen.length > 0 ? seen : file.sheets).filter((sheet) => !isEmpty(file.rows(sheet.position)))
  const chosen = filled.find((sheet) => kindOfFile(file, sheet.position) !== 'table') ?? filled[0]
  if (!chosen) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  const others = file.sheets.length - 1
  return {
    sheet: chosen.position,
    description: [
      `sheet ${chosen.position} of ${file.sheets.length} is read${others > 0 ? `; ${others} others are not, so that a copy doubles nothing` : ''}`,
    ],
  }
}

function isEmpty(rows: Iterable<FileRow>): boolean {
  for (const _ of rows) return false
  return true
}
