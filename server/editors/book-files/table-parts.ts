/** The parts of a printed table: its columns as they fit on a page, its heads, cells and shades, and the height that it takes. */
import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { cellText, type PrintedGrid } from '../../../analysis/publication/formats/printed-grid.ts'
import { shadesOf } from '../../../analysis/publication/formats/shaded-cells.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { shortHead } from './short-heads.ts'
import { columnWidths } from './table-widths.ts'
import { textHeight } from './text-heights.ts'

/** Tables with more lines have less space between them. */
const DENSE = 24

/** Of a checksum, in characters: a word without a place to break would leave its cell, and the page. */
const BROKEN_AT = 16
const inLines = (text: string) => (/^[0-9a-f]{32,}$/.test(text) ? text.match(new RegExp(`.{1,${BROKEN_AT}}`, 'g'))!.join('\n') : text)

/**
 * A table with more columns than a page holds stands in parts, each with the names of its lines.
 * @param shaded whether cells are shaded by their figures @param narrow whether it stands beside a drawing, or beside its other half
 */
export function partsOf(grid: PrintedGrid, language: Language, shaded: boolean, narrow: boolean) {
  const alone = grid.shares && grid.heads.length === 1
  const shades = shaded ? shadesOf(grid) : null
  const { count, each, widths, stacked, shareRoom } = columnWidths(grid, language, narrow)
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [part * each, Math.min((part + 1) * each, grid.heads.length)]
    const rows = grid.rows.map(({ words, depth, frame, cells }, row) => ({
      label: words[language],
      depth,
      frame,
      cells: cells.slice(from, to).flatMap(({ content, share }, at) => {
        const fill = shades?.(row, from + at) ?? null
        const cell = {
          text: inLines(cellText(content, language)),
          share: share?.[language] ?? '',
          words: content.status === 'text',
          fill: fill?.fill ?? '',
          dark: fill?.dark ?? false,
        }
        return alone
          ? [
              { ...cell, share: '' },
              { ...cell, text: cell.share, share: '' },
            ]
          : [cell]
      }),
    }))
    const inset = rows.length > DENSE ? 1.44 : 1.8
    const heads = [...grid.heads.slice(from, to).map((head) => shortHead(head, language)), ...(alone ? [BOOK_WORDS.share[language]] : [])]
    const head = Math.max(
      ...[grid.corner[language], ...heads].map((words, at) => textHeight(words, 6.8, 0.4, widths[Math.min(at, 1)]! - 1.8)),
    )
    const lines = rows.map(({ label, depth, cells }) => {
      const broken = Math.max(...cells.map(({ text }) => text.split('\n').length)) - 1
      return textHeight(label, 7.4, 0.4, widths[0]! - 1.8 - depth * 4) + inset + (stacked ? 2.4 : 0) + broken * 2.6
    })
    return {
      number: count > 1 ? `${part + 1}/${count}` : '',
      first: part === 0,
      height: lines.reduce((sum, line) => sum + line, head + inset + (grid.across ? 4.2 : 0)),
      dense: rows.length > DENSE,
      heads,
      widths: widths.slice(0, 1 + (to - from) + (alone ? 1 : 0)),
      shares: grid.shares && !alone,
      stacked,
      shareRoom,
      rows,
    }
  })
}
