/** What poppler reads in a PDF: its text in the order in which it was set, line by line of each table. */
import { execFileSync } from 'node:child_process'
import type { Printed } from '../../support/printed.ts'

const bare = (text: string) => text.replaceAll(/\s/g, '')

/** Without blanks, which are where lines were broken. */
export const textOfPdf = (path: string): string =>
  bare(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }))

/** Parts that a table with many columns may stand in. */
const MOST_PARTS = 6

/**
 * Where the block ends in the text, or -1 where its lines do not stand there, name beside cells and in their order. A table too wide for
 * a page stands in parts of equally many columns, each with all names.
 */
export function inPaper(text: string, from: number, { lines, besides }: Printed, language: 'ja' | 'en'): number {
  const rows = lines.map(({ name, cells }) => ({
    name: name[language],
    cells: cells.map(({ text: said, share }) => `${said[language]}${besides || share !== null ? (share?.[language] ?? '') : ''}`),
  }))
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length))
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const each = Math.ceil(columns / parts)
    let at = from
    for (let part = 0; part * each < columns && at >= 0; part++)
      for (const { name, cells } of rows) {
        const line = bare(name + cells.slice(part * each, (part + 1) * each).join(''))
        const found = at < 0 ? -1 : text.indexOf(line, at)
        at = found < 0 ? -1 : found + line.length
      }
    if (at >= 0) return at
  }
  return -1
}
