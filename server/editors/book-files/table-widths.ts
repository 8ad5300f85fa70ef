/** Widths of the columns of a printed table, in millimetres, from the words and figures that stand in them. */
import { widthOf, wrapped } from '../../../analysis/publication/figures/label.ts'
import { cellText, type PrintedGrid } from '../../../analysis/publication/formats/printed-grid.ts'
import type { Language } from '../../../survey-schema/text.ts'

/** Between the margins of the page, in millimetres. */
const PAGE = 176
/** Of a table beside a drawing, or of half a long one beside its other half. */
export const NARROW = 85
const POINT = 25.4 / 72
const FIGURE_SIZE = 7.4 * POINT
const SHARE_SIZE = 6.2 * POINT
const HEAD_SIZE = 6.8 * POINT
/** To the left and right of a cell's text, together. */
const INSET = 2.2
const LABEL = { least: 34, most: 64 } as const
/** Of the one column of a table whose cells are words: a line of a checksum. */
const WORDED = 26
const COLUMN = { least: 12, most: 25 } as const
/** A longer word in the head of a column is hyphenated. */
const LONGEST_WORD = 14

export interface ColumnWidths {
  /** Parts in which the columns stand, and columns in each but the last. */
  readonly count: number
  readonly each: number
  /** Of the names of lines, then of each column of a part. */
  readonly widths: readonly number[]
  /** Whether a share stands under its figure, because there is no space beside it. */
  readonly stacked: boolean
  /** Of a share beside its figure. */
  readonly shareRoom: number
}

/** @param narrow where the table stands beside a drawing, or in two halves beside each other */
export function columnWidths(grid: PrintedGrid, language: Language, narrow: boolean): ColumnWidths {
  const columns = grid.heads.length
  const texts = grid.rows.flatMap(({ cells }) =>
    cells.flatMap(({ content }) => (content.status === 'text' ? [] : [cellText(content, language)])),
  )
  const shares = grid.rows.flatMap(({ cells }) => cells.flatMap(({ share }) => (share ? [share[language]] : [])))
  const figures = longest(texts, FIGURE_SIZE)
  const shareRoom = round(longest(shares, SHARE_SIZE) + 0.3)
  const room = narrow ? NARROW : PAGE
  const worded = grid.rows.some(({ cells }) => cells.some(({ content }) => content.status === 'text'))
  if (columns === 1) {
    const columnsOf = [worded ? WORDED : 16, ...(grid.shares ? [27] : [])]
    const label = Math.min(room - columnsOf.reduce((sum, one) => sum + one), Math.max(labelWidth(grid, language, 96), LABEL.least))
    return { count: 1, each: 1, widths: [round(label), ...columnsOf], stacked: false, shareRoom }
  }
  const heads = longest(
    grid.heads.flatMap(({ words }) => wrapped(words[language], 1, 0)),
    HEAD_SIZE,
  )
  const head = Math.min(LONGEST_WORD, heads)
  const least = Math.max(COLUMN.least, head + INSET, worded ? 18 : 0)
  const inline = Math.max(least, figures + shareRoom + 1 + INSET)
  const under = Math.max(least, figures + INSET, shareRoom + INSET)
  const partsWith = (column: number) => Math.ceil(columns / Math.max(1, Math.floor((PAGE - LABEL.least) / column)))
  const stacked = partsWith(under) < partsWith(inline)
  const count = partsWith(stacked ? under : inline)
  const each = Math.ceil(columns / count)
  const need = stacked ? under : inline
  const label = Math.max(LABEL.least, Math.min(PAGE - each * need, labelWidth(grid, language, LABEL.most)))
  const column = Math.min(Math.max(COLUMN.most, need), (PAGE - label) / each)
  return { count, each, widths: [round(label), ...Array.from({ length: each }, () => round(column))], stacked, shareRoom }
}

/** Of the longest name of a line, at most so many millimetres. */
const labelWidth = ({ rows }: PrintedGrid, language: Language, most: number) =>
  Math.min(most, Math.max(...rows.map(({ words, depth }) => widthOf(words[language], FIGURE_SIZE) + depth * 4)) + INSET)

const longest = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((text) => widthOf(text, size)))
const round = (width: number) => Math.floor(width * 10) / 10
