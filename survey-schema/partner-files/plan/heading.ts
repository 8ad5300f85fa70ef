/**
 * Finds the row of headings in a partner's table: titles may stand above it, headings may be merged over several columns, and
 * the workbook of HTCDS 2.0 has a row of codes and a row of labels.
 */
import { kindOfHeading } from '../../identifiers/identifier-kinds.ts'
import { refuseFile, tidyCell } from '../file-reader.ts'
import { htcdsField, isLabelRow, labelsIn } from '../published/htcds-fields.ts'
import type { FileRow } from '../texts/delimited.ts'
import { suggestQuestion } from './suggest.ts'

export interface Heading {
  readonly cells: readonly string[]
  /** Of the row above, each spread over the columns it was merged over; null where there is none. */
  readonly parents: readonly (string | null)[]
  /** Labels of the standard, where a second row holds them. */
  readonly labels: readonly string[] | null
  readonly row: number
  readonly firstRow: number
  readonly standard: 'htcds' | null
}

/** Rows that may stand above the table. */
const LOOKED_AT = 12
/** Fewer fields than these are no file of the standard. */
const FEWEST_FIELDS = 3
/** Known headings that a row below the first must hold to be the row of headings. */
const FEWEST_KNOWN = 2
/** Labels are common words: a sheet of ten of them, and of little else, is an export of the standard with labels for headings. */
const FEWEST_LABELS = 10

const isKnown = (text: string): boolean =>
  kindOfHeading(text) !== null || suggestQuestion(text).length > 0 || htcdsField(text) !== null || labelsIn([text]) > 0

const fieldsIn = (cells: readonly string[]) => cells.filter((cell) => htcdsField(cell) !== null && /_/.test(cell)).length

/** The heading, and all rows below it. @throws ProblemError `invalid-file` `empty_file` */
export function findHeading(rows: Iterator<FileRow>): { readonly heading: Heading; readonly data: Iterable<FileRow> } {
  const first: FileRow[] = []
  while (first.length < LOOKED_AT) {
    const next = rows.next()
    if (next.done) break
    first.push(next.value)
  }
  const scores = first.map(({ cells }) => new Set(cells.map(tidyCell).filter((cell) => cell !== '' && isKnown(cell))).size)
  const plain = first.findIndex(({ cells }) => cells.filter((cell) => tidyCell(cell) !== '').length > 1)
  const best = Math.max(...scores)
  // A row of codes of the standard wins over the labels below it, however many of those are known words.
  const coded = first.findIndex(({ cells }) => fieldsIn(cells) >= FEWEST_FIELDS)
  // One known word below the first row may be an answer ("no", "child") as well as a heading.
  const at = Math.max(coded >= 0 ? coded : best >= FEWEST_KNOWN || plain < 0 ? scores.indexOf(best) : plain, 0)
  const from = coded < 0 && isSecondLevel(first[at], first[at + 1]) ? at + 1 : at
  const chosen = first[from]
  if (!chosen) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  const above = first.slice(0, from).map(({ cells }) => cells.map(tidyCell))
  const below = first[from + 1]
  const standard = coded >= 0 ? 'htcds' : null
  const labels = standard && below && isLabelRow(below.cells) ? below.cells.map(tidyCell) : null
  const onlyLabels = !standard && isLabelRow(chosen.cells) && labelsIn(chosen.cells) >= FEWEST_LABELS
  const width = Math.max(...first.slice(0, from + (labels ? 2 : 1)).map(({ cells }) => cells.length))
  const start = from + (labels ? 2 : 1)
  return {
    heading: {
      cells: Array.from({ length: width }, (_, column) => headingOf(chosen.cells, above, column)),
      parents: parentsOf(above.at(-1), width),
      labels: onlyLabels ? chosen.cells.map(tidyCell) : labels,
      row: chosen.row,
      firstRow: (first[start]?.row ?? chosen.row + 1) as number,
      standard: onlyLabels ? 'htcds' : standard,
    },
    data: rest(first.slice(start), rows),
  }
}

/** Under a heading merged over several columns stand its parts: known headings and nothing else, beside columns that have none. */
function isSecondLevel(upper: FileRow | undefined, lower: FileRow | undefined): boolean {
  const parts = (lower?.cells ?? []).map(tidyCell).filter((cell) => cell !== '')
  const whole = (upper?.cells ?? []).some((cell, at) => tidyCell(cell) !== '' && tidyCell(lower?.cells[at] ?? '') === '')
  return whole && new Set(parts).size >= FEWEST_KNOWN && parts.every((cell) => isKnown(cell) && !/^\d+$/.test(cell))
}

/** A heading merged downwards stands in the first of its rows. */
function headingOf(cells: readonly string[], above: readonly (readonly string[])[], column: number): string {
  const own = tidyCell((cells[column] ?? '').replace(/^\uFEFF/, ''))
  if (own !== '') return own
  // A title over the whole table is alone in its row.
  const titled = above.filter((row) => row.filter((cell) => cell !== '').length > 1)
  return [...titled].reverse().find((row) => (row[column] ?? '') !== '')?.[column] ?? ''
}

function parentsOf(row: readonly string[] | undefined, width: number): readonly (string | null)[] {
  if (!row || row.filter((cell) => cell !== '').length < 2) return Array.from({ length: width }, () => null)
  let last: string | null = null
  return Array.from({ length: width }, (_, column) => {
    if ((row[column] ?? '') !== '') last = row[column] as string
    return last
  })
}

function* rest(first: readonly FileRow[], rows: Iterator<FileRow>): Generator<FileRow> {
  yield* first
  for (let next = rows.next(); !next.done; next = rows.next()) yield next.value
}
