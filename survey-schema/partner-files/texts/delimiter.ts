/** Which delimiter a text has: the one that its first line names (`sep=;`, as spreadsheet programs write it), or the one that fits. */

import { refuseFile } from '../file-reader.ts'
import { type Delimiter, delimitedRows } from './delimited.ts'
import { withoutEmptyEnd } from './row-width.ts'

/** Columns beyond which a table is wide, and no wider. */
const WIDE = 20
const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|']

/** `sep=;` alone in the first line, in quotation marks or not. */
const NAMED = /^"?sep=([^\r\n])"?[ \t]*(?:\r\n?|\n|$)/i

export interface TextShape {
  readonly delimiter: Delimiter
  /** Characters before the first row: the line that names the delimiter, or none. */
  readonly skipped: number
}

/** @throws ProblemError `invalid-file` `unknown_delimiter` where the first line names one that we do not read */
export function shapeOfText(sample: string): TextShape {
  const named = NAMED.exec(sample)
  if (!named) return { delimiter: guessDelimiter(sample), skipped: 0 }
  const rest = sample.slice(named[0].length)
  const delimiter = CANDIDATES.find((one) => one === named[1])
  if (!delimiter) throw refuseFile([{ pointer: '/rows/1', rule: 'unknown_delimiter' }])
  // A line that another program left, above rows that it joined in its own way.
  return { delimiter: evenness(rest, delimiter) > 0 ? delimiter : guessDelimiter(rest), skipped: named[0].length }
}

/** The delimiter under which the first rows are equally wide, and widest. A file of one column has commas. */
export function guessDelimiter(sample: string): Delimiter {
  let best: Delimiter = ','
  let most = 0
  for (const delimiter of CANDIDATES) {
    const score = evenness(sample, delimiter)
    if (score > most) {
      most = score
      best = delimiter
    }
  }
  return best
}

/**
 * Share of rows that are as wide as most, and more for a wide table, because several answers of one cell make two columns of nearly any file; 0 for
 * one column. Rows may end in empty cells that nobody sees, more of them in one row than in the next, so both ways of counting are tried. A mark
 * of quotation inside a cell that does not begin with one says that the cell was cut in the wrong place.
 */
function evenness(sample: string, delimiter: Delimiter): number {
  const [whole, filled]: [number[], number[]] = [[], []]
  let cut = 0
  try {
    for (const { cells } of delimitedRows([sample], delimiter)) {
      whole.push(cells.length)
      filled.push(withoutEmptyEnd(cells).length)
      if (cells.some((cell) => /^[^"]+"[^"]*$/.test(cell))) cut++
      if (whole.length >= 50) break
    }
  } catch {
    if (whole.length === 0) return 0
  }
  return Math.max(evennessOf(whole), evennessOf(filled)) * (1 - cut / Math.max(1, whole.length))
}

function evennessOf(all: readonly number[]): number {
  const widths = new Map<number, number>()
  for (const width of all) widths.set(width, (widths.get(width) ?? 0) + 1)
  const [width = 1, usual = 0] = [...widths].filter(([wide]) => wide > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return width > 1 ? usual / all.length + Math.min(width, WIDE) / 10 : 0
}
