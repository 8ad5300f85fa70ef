/** Rows of a CSV file as partners save it: comma, quotation marks, UTF-8 with or without a mark. Errors name row and column, never a cell. */
import Papa from 'papaparse'
import { Refusal } from '../terminal.ts'
import { blocks, LineTooLong } from './blocks.ts'

export interface CsvRow {
  readonly cells: readonly string[]
  /** From 1, the heading. */
  readonly row: number
}

const QUOTE = 0x22
/** A cell longer than this is an unclosed quotation mark. */
const LONGEST_CELL = 1 << 20

/**
 * Every row, the heading first; blank rows are left out but counted.
 * @param nameOf our name of a column by its position from 1, or null: a heading may itself be a name and is never repeated
 * @throws Refusal `not-utf-8`, `unclosed-quote` or `line-too-long`
 */
export function* csvRows(path: string, nameOf: (column: number) => string | null): Generator<CsvRow> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let row = 0
  let carried = ''
  try {
    for (const block of blocks(path)) {
      const { text, bad } = decoded(utf8, block, carried)
      const end = endOfRows(text)
      for (const cells of parsed(text.slice(0, end), row)) {
        row++
        if (cells.length > 1 || cells[0] !== '') yield { cells, row }
      }
      carried = text.slice(end)
      if (bad) throw notUtf8(carried, row, nameOf)
      if (carried.length > LONGEST_CELL) throw unclosed(row + 1)
    }
  } catch (error) {
    if (error instanceof LineTooLong)
      throw new Refusal('line-too-long', `row ${row + 1}: the line is longer than 8 MiB; this is not a CSV of cases`)
    throw error
  }
  for (const cells of parsed(carried, row)) {
    row++
    if (cells.length > 1 || cells[0] !== '') yield { cells, row }
  }
}

/** Where the last row ends that is surely whole: after a line feed outside quotation marks. */
function endOfRows(text: string): number {
  let open = false
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) open = !open
    else if (code === 0x0a && !open) end = at + 1
  }
  return end
}

function parsed(text: string, rowsBefore: number): readonly string[][] {
  if (text === '') return []
  const { data, errors } = Papa.parse(text.endsWith('\n') ? text.slice(0, text.endsWith('\r\n') ? -2 : -1) : text, { delimiter: ',' })
  const broken = errors.find((error) => error.type === 'Quotes')
  if (broken) throw unclosed(rowsBefore + (broken.row ?? 0) + 1)
  return data
}

const unclosed = (row: number) =>
  new Refusal('unclosed-quote', `row ${row}: a quotation mark is opened and not closed, or stands inside a cell without being doubled`)

/** The text so far; where the bytes stop being UTF-8, what stands before them. */
function decoded(utf8: TextDecoder, block: Buffer, carried: string): { readonly text: string; readonly bad: boolean } {
  try {
    return { text: carried + utf8.decode(block), bad: false }
  } catch {
    const lenient = new TextDecoder().decode(block)
    return { text: carried + lenient.slice(0, lenient.indexOf('\uFFFD')), bad: true }
  }
}

function notUtf8(rowSoFar: string, rowsBefore: number, nameOf: (column: number) => string | null): Refusal {
  const { data } = Papa.parse(`${rowSoFar}?`, { delimiter: ',' })
  const column = data.at(-1)?.length ?? 1
  const name = nameOf(column)
  return new Refusal(
    'not-utf-8',
    `row ${rowsBefore + data.length}, column ${column}${name ? ` (${name})` : ''}: bytes that are not UTF-8; save the file as UTF-8 and try again`,
  )
}
