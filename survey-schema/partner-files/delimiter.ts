/** Which delimiter a text has: the one that its first line names (`sep=;`, as spreadsheet programs write it), or the one that fits. */
import { type Delimiter, delimitedRows } from './delimited.ts'
import { refuseFile } from './file-reader.ts'

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

/** Share of rows that are as wide as most, and a little for the width. 0 for one column. */
function evenness(sample: string, delimiter: Delimiter): number {
  const widths = new Map<number, number>()
  let rows = 0
  try {
    for (const { cells } of delimitedRows([sample], delimiter)) {
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
      if (++rows >= 50) break
    }
  } catch {
    if (rows === 0) return 0
  }
  const [width = 1, usual = 0] = [...widths].filter(([wide]) => wide > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return width > 1 ? usual / rows + Math.min(width, 100) / 50 : 0
}
