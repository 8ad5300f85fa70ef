/** A block as a list of cells, each with the codes and labels of its lines: what data formats are written from. All cells of the released table, in its own order. */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { type CellContent, printedGrid } from '../printed-grid.ts'
import { journeyPaths } from './journey-paths.ts'
import { dimensionNames, statusOf } from './table-json-stat.ts'

export interface LongLine extends Text {
  readonly code: string
}

export interface LongTable {
  readonly dimensions: readonly { readonly name: string; readonly words: Text; readonly lines: readonly LongLine[] }[]
  /** One line of each dimension, then the cell. */
  readonly records: readonly { readonly lines: readonly LongLine[]; readonly content: CellContent }[]
}

const TOTAL: LongLine = { code: 'total', ja: '計', en: 'Total' }
const JOURNEY_STEPS = [
  ['route_origin', { ja: '出身国', en: 'Origin' }],
  ['route_transit', { ja: '最初の経由国', en: 'First country passed' }],
  ['exploitation_prefectures', { ja: '日本国内の地方', en: 'Area in Japan' }],
] as const

export function longTable(block: PrintedBlock): LongTable {
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

/** `shown`, `sum`, `at_least_3_of_4`, `withheld`, `not_applicable` or `text`. */
export const statusText = (content: CellContent): string => (content.status === 'text' ? 'text' : statusOf(content))

/** The figure, or null where there is none. */
export const figureOf = (content: CellContent): number | null => ('figure' in content ? content.figure : null)
