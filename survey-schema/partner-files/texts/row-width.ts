/** Rows made as wide as their heading, where that loses nothing. */

import { tidyCell } from '../file-reader.ts'
import type { OpenedFile } from '../opened-file.ts'
import type { FileRow } from './delimited.ts'

/** The heading without the empty cells at its end: a spreadsheet program writes those of every column that it ever touched. */
export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let width = cells.length
  while (width > 0 && tidyCell(cells[width - 1] as string) === '') width--
  return cells.slice(0, width)
}

/** A workbook does not write empty cells at the end of a row; in text a row that is too short has lost some. */
export const mayEndEarly = ({ format, sheets }: Pick<OpenedFile, 'format' | 'sheets'>): boolean =>
  sheets.length > 0 && format !== 'delimited'

/** Empty cells beyond the heading go; missing ones are added where a row may end early. Any other row stays as uneven as it is. */
export function* evenRows(rows: Iterable<FileRow>, width: number, endEarly: boolean): Generator<FileRow> {
  for (const row of rows) yield evenRow(row, width, endEarly)
}

function evenRow(row: FileRow, width: number, endEarly: boolean): FileRow {
  const { cells } = row
  if (cells.length === width) return row
  if (cells.length > width) return cells.slice(width).every((cell) => cell.trim() === '') ? { ...row, cells: cells.slice(0, width) } : row
  return endEarly ? { ...row, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')] } : row
}
