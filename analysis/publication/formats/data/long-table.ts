/** A block as a list of cells with the codes and labels of their lines, from which all data formats are written. It holds every cell of the released table, in the order of that table. */
import type { PrintedBlock, PrintedShare, TableBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { type CellContent, printedGrid } from '../printed-grid.ts'
import { journeyPaths } from './journey-paths.ts'
import { dimensionNames, statusOf } from './table-json-stat.ts'

export interface LongLine extends Text {
  readonly code: string
  /** What the line is in a released table. */
  readonly role?: string
}

export interface LongTable {
  readonly dimensions: readonly { readonly name: string; readonly words: Text; readonly lines: readonly LongLine[] }[]
  /** For each cell its line on every dimension, in the order of the dimensions, and its content. */
  readonly records: readonly LongRecord[]
  /** Whether a cell holds words in the place of a figure. */
  readonly worded: boolean
}

export interface LongRecord {
  readonly lines: readonly LongLine[]
  readonly content: CellContent
  /** Null where the block prints none. */
  readonly share: PrintedShare | null
}

const TOTAL: LongLine = { code: 'total', role: 'total', ja: '計', en: 'Total' }
const JOURNEY_STEPS = [
  ['route_origin', { ja: '出身国', en: 'Origin' }],
  ['route_transit', { ja: '最初の経由国', en: 'First country passed' }],
  ['exploitation_prefectures', { ja: '日本国内の地方', en: 'Area in Japan' }],
] as const

export function longTable(block: PrintedBlock): LongTable {
  const { dimensions, records } = cellsOf(block)
  const shares = block.kind === 'table' ? sharesByCell(block) : null
  return {
    dimensions,
    records: records.map((record, at) => ({ ...record, share: shares ? (shares.get(at) ?? null) : shareInWords(record.content) })),
    worded: records.some(({ content }) => content.status === 'text'),
  }
}

/** Printed shares by the place of their cell in the released table. */
function sharesByCell({ table, rowAxis, rows, columns, shares }: TableBlock): ReadonlyMap<number, PrintedShare> {
  const [, second] = table.axes
  const place = (row: number, column: number) =>
    second === undefined ? row : rowAxis === 0 ? row * second.lines.length + column : column * second.lines.length + row
  const across = second ? columns : [0]
  const found = (shares ?? []).flatMap((line, at) =>
    line.flatMap((share, side) => (share ? [[place(rows[at]!, across[side]!), share] as const] : [])),
  )
  return new Map(found)
}

/** A share that a cell prints in the place of a figure. */
export const shareInWords = (content: CellContent): PrintedShare | null =>
  content.status === 'text' && 'percent' in content.words ? content.words : null

interface LongCells {
  readonly dimensions: LongTable['dimensions']
  readonly records: readonly Omit<LongRecord, 'share'>[]
}

function cellsOf(block: PrintedBlock): LongCells {
  if (block.kind === 'table') {
    const { axes, cells } = block.table
    const names = dimensionNames(axes)
    const width = axes[1]?.lines.length ?? 1
    return {
      dimensions: axes.map((axis, at) => ({ name: names[at]!, words: axis, lines: axis.lines })),
      records: cells.map((content, at) => ({
        lines: [axes[0].lines[Math.floor(at / width)]!, ...(axes[1] ? [axes[1].lines[at % width]!] : [])],
        content,
      })),
    }
  }
  if (block.kind === 'routes') {
    const paths = journeyPaths(block.routes)
    const byPath = new Map(paths.map(({ path, node }) => [path, node]))
    const records = paths.map(({ codes, cell }) => ({
      lines: JOURNEY_STEPS.map(
        (_, step): LongLine =>
          byPath.get(codes.slice(0, step + 1).join('>')) && step < codes.length ? byPath.get(codes.slice(0, step + 1).join('>'))! : TOTAL,
      ),
      content: cell,
    }))
    return {
      dimensions: JOURNEY_STEPS.map(([name, words], step) => ({ name, words, lines: unique(records.map(({ lines }) => lines[step]!)) })),
      records,
    }
  }
  const grid = printedGrid(block)
  const heads = grid.heads.map(({ code, words }): LongLine => ({ code, ...words }))
  const rows = grid.rows.map(({ code, words }): LongLine => ({ code, en: words.en, ja: words.ja }))
  return {
    dimensions: [
      { name: 'item', words: grid.corner, lines: rows },
      { name: 'column', words: BOOK_WORDS.item, lines: heads },
    ],
    records: grid.rows.flatMap(({ cells }, row) => cells.map(({ content }, column) => ({ lines: [rows[row]!, heads[column]!], content }))),
  }
}

const unique = (lines: readonly LongLine[]) => [...new Map(lines.map((line) => [line.code, line])).values()]

/** The column `status`. @example statusText({ status: 'sum', figure: 34, parts: 3, of: 4 }) // 'at_least_3_of_4' */
export const statusText = (content: CellContent): string => (content.status === 'text' ? 'text' : statusOf(content))

/** The published figure, or null where there is none; never a number in place of one. @example figureOf({ status: 'withheld' }) // null */
export const figureOf = (content: CellContent): number | null => ('figure' in content ? content.figure : null)

/** What a cell says in words, in both languages; null for any other. */
export const inWords = (content: CellContent): string | null => (content.status === 'text' ? bilingual(content.words) : null)

/** A label where only one fits. @example bilingual({ ja: '女性', en: 'Woman' }) // '女性 / Woman' */
export const bilingual = ({ ja, en }: Text): string => (ja === en ? ja : `${ja} / ${en}`)
