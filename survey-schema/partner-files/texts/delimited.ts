/** Rows of delimited text (RFC 4180, with any of four delimiters), one at a time, whatever the size of the pieces. */
import { refuseFile } from '../file-reader.ts'

export interface FileRow {
  /** Plain values: a date as 2004-05-01, a number without format. '' where a cell is empty or could not be read. */
  readonly cells: readonly string[]
  readonly row: number
  /** What a person sees where a number format shows something else than `cells`, by index: `K-0007` for 7. */
  readonly shown?: ReadonlyMap<number, string>
  /** Cells that hold something that could not be read, by index. */
  readonly faults?: ReadonlyMap<number, CellFault>
  /** The row is hidden in the workbook. */
  readonly hidden?: true
}
/** error_value: `#N/A` and the like (t="e"); unreadable_text: shared string out of range, part missing; formula_without_value: no kept result. */
export type CellFault = 'error_value' | 'unreadable_text' | 'formula_without_value'

export type Delimiter = ',' | ';' | '\t' | '|'
export const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' }

/** A cell longer than this is an unclosed quotation mark. */
const LONGEST_CELL = 1 << 20
/** More columns than any questionnaire. */
const MOST_COLUMNS = 2000

const QUOTE = 0x22
const LINE_FEED = 0x0a
const RETURN = 0x0d

/**
 * Every row; blank rows are left out but counted.
 * @throws ProblemError `invalid-file` with the row of a quotation mark that is not closed, or of too many columns
 */
export function* delimitedRows(texts: Iterable<string>, delimiter: Delimiter): Generator<FileRow> {
  const mark = delimiter.charCodeAt(0)
  let row = 1
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let wasQuoted = false
  let closing = false
  let skipFeed = false
  /** Any number of empty cells may stand at the end of a row; what holds something must be within the widest table. */
  const keep = (text: string): void => {
    if (cells.length < MOST_COLUMNS) cells.push(text)
    else if (text.trim() !== '') throw refuseFile([{ pointer: `/rows/${row}`, rule: 'too_many_columns' }])
  }
  const ended = (): FileRow | null => {
    keep(cell)
    const done = cells.length > 1 || cells[0] !== '' ? { cells, row } : null
    row++
    cells = []
    cell = ''
    wasQuoted = false
    return done
  }
  for (const text of texts) {
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (skipFeed) {
        skipFeed = false
        if (code === LINE_FEED) {
          from = at + 1
          continue
        }
      }
      if (quoted && !closing) {
        if (code === QUOTE) {
          cell += text.slice(from, at)
          from = at + 1
          closing = true
          if (cell.length > LONGEST_CELL) throw unclosed(row)
        }
        continue
      }
      if (closing) {
        closing = false
        if (code === QUOTE) {
          // A doubled mark inside a quoted cell is one mark.
          from = at
          continue
        }
        quoted = false
      }
      if (code === QUOTE && !wasQuoted && cell === '' && from === at) {
        quoted = true
        wasQuoted = true
        from = at + 1
      } else if (code === mark) {
        keep(cell + text.slice(from, at))
        cell = ''
        wasQuoted = false
        from = at + 1
      } else if (code === LINE_FEED || code === RETURN) {
        cell += text.slice(from, at)
        from = at + 1
        skipFeed = code === RETURN
        const done = ended()
        if (done) yield done
      }
    }
    cell += text.slice(from)
    if (cell.length > LONGEST_CELL) throw unclosed(row)
  }
  if (quoted && !closing) throw unclosed(row)
  if (cells.length > 0 || cell !== '') {
    const done = ended()
    if (done) yield done
  }
}

const unclosed = (row: number) => refuseFile([{ pointer: `/rows/${row}`, rule: 'unclosed_quote' }])
