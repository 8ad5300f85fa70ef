/** A printed block as rows and columns, in the order of print. Word, workbook, Markdown, LaTeX, HTML and PDF are all laid out from it. */

import type {
  DerivedBlock,
  DerivedCell,
  JourneysBlock,
  PrintedBlock,
  PrintedShare,
  TableBlock,
} from '../../../survey-schema/release/book.ts'
import type { ReleasedJourneyNode } from '../../../survey-schema/release/released-table.ts'
import { type Language, numeral, type Text } from '../../../survey-schema/text.ts'
import { cellAt, isContent, printedAxes } from '../released-cells.ts'
import { BOOK_WORDS, TOKENS } from './book-words.ts'

export type CellContent = DerivedCell['cell']

export interface GridCell {
  readonly content: CellContent
  readonly share: PrintedShare | null
}

export interface GridRow {
  readonly code: string
  readonly words: Text
  /** True for totals and for cases without an answer, false for categories. */
  readonly frame: boolean
  /** How far a line is indented: the tree of journeys has three steps. */
  readonly depth: number
  readonly cells: readonly GridCell[]
}

export interface PrintedGrid {
  readonly block: PrintedBlock
  /** Head of the column of line names. */
  readonly corner: Text
  /** Head over all columns in a table of two variables; null otherwise. */
  readonly across: Text | null
  readonly heads: readonly { readonly code: string; readonly words: Text }[]
  readonly rows: readonly GridRow[]
  readonly shares: boolean
}

export function printedGrid(block: PrintedBlock): PrintedGrid {
  if (block.kind === 'routes') return journeysGrid(block)
  return block.kind === 'derived' ? derivedGrid(block) : tableGrid(block)
}

const CASES = { code: 'cases', words: BOOK_WORDS.cases }

function tableGrid(block: TableBlock): PrintedGrid {
  const { table, rows, columns, shares, rowAxis } = block
  const [down, across] = printedAxes(table, rowAxis)
  const places = across ? columns : [0]
  return {
    block,
    corner: down,
    across,
    heads: across ? places.map((at) => headOf(across.lines[at]!)) : [CASES],
    shares: shares?.some((row) => row.some((one) => one !== null)) ?? false,
    rows: rows.map((row, place) => {
      const line = down.lines[row]!
      return {
        code: line.code,
        words: line,
        frame: !isContent(line),
        depth: 0,
        cells: places.map((column, at) => ({ content: cellAt(table, rowAxis, row, column), share: shares?.[place]?.[at] ?? null })),
      }
    }),
  }
}

const headOf = ({ code, en, ja }: { readonly code: string; readonly en: string; readonly ja: string }) => ({ code, words: { en, ja } })

function journeysGrid(block: JourneysBlock): PrintedGrid {
  const walk = (nodes: readonly ReleasedJourneyNode[], depth: number, above: readonly string[]): GridRow[] =>
    nodes.flatMap((node) => {
      const codes = [...above, node.code]
      const row = {
        code: codes.join('>'),
        words: node,
        frame: node.role === 'further',
        depth,
        cells: [{ content: node.cell, share: null }],
      }
      return [row, ...walk(node.children, depth + 1, codes)]
    })
  return { block, corner: BOOK_WORDS.origin, across: null, heads: [CASES], shares: false, rows: walk(block.routes.origins, 0, []) }
}

function derivedGrid(block: DerivedBlock): PrintedGrid {
  const width = block.rows[0]?.cells.length ?? 0
  const named = block.head.length > width
  return {
    block,
    corner: named ? block.head[0]! : BOOK_WORDS.item,
    across: null,
    heads: block.head.slice(named ? 1 : 0).map((words, at) => ({ code: `column_${at + 1}`, words })),
    shares: false,
    rows: block.rows.map(({ line, cells }) => ({
      code: line.code,
      words: line,
      frame: false,
      depth: 0,
      cells: cells.map(({ cell }) => ({ content: cell, share: null })),
    })),
  }
}

/**
 * A cell as it is printed: a figure, a token in place of one, or words.
 * @example cellText({ status: 'sum', figure: 34, parts: 3, of: 4 }, 'en') // '≥34 (3/4)'
 */
export function cellText(content: CellContent, language: Language): string {
  if (content.status === 'text') return content.words[language]
  if (content.status === 'withheld' || content.status === 'not_applicable') return TOKENS[content.status]
  return content.status === 'sum' && content.parts < content.of
    ? `≥${numeral(content.figure)} (${content.parts}/${content.of})`
    : numeral(content.figure)
}

/** The legend: what each token that stands in the block means, unless the policy line explains it already. */
export function legendOf(grid: PrintedGrid): readonly Text[] {
  const found = [...grid.rows.flatMap(({ cells }) => cells.map(({ content }) => content)), ...grid.block.bases.map(({ cell }) => cell)]
  const { withheld, not_applicable, at_least } = TOKENS.legend
  return [
    ...(found.some(({ status }) => status === 'withheld') && !grid.block.policyLine.en.includes(withheld.en) ? [withheld] : []),
    ...(found.some(({ status }) => status === 'not_applicable') ? [not_applicable] : []),
    ...(found.some((cell) => cell.status === 'sum' && cell.parts < cell.of) ? [at_least] : []),
  ]
}

/** The bases and the cases without an answer as one line, such as `学歴の分かる事例 212　不明 121`. */
export const basesText = ({ bases }: PrintedBlock, language: Language): string =>
  bases.map(({ words, cell }) => `${words[language]} ${cellText(cell, language)}`).join(language === 'ja' ? '　' : '; ')

/** Lines under a block: strength of association, what shares are of, notes, source, citation, checksum. */
export const linesBelow = (block: PrintedBlock, language: Language): readonly string[] => [
  ...new Set([
    ...(block.kind === 'table' && block.statistics ? [block.statistics[language]] : []),
    ...(block.kind === 'table' && block.shareOf ? [block.shareOf[language]] : []),
    ...block.notes.map((words) => `${BOOK_WORDS.note[language]}${language === 'ja' ? '：' : ': '}${words[language]}`),
    block.source[language],
    `${BOOK_WORDS.citation[language]}${language === 'ja' ? '：' : ': '}${block.citation[language]}`,
    ...(block.citation[language].includes(block.checksum.slice(0, 16))
      ? []
      : [`${BOOK_WORDS.checksum[language]} ${block.checksum.slice(0, 16)}`]),
  ]),
]

/** Lines between the caption of a block and its table: base (if the block has one), period and policy, legend. */
export function linesAbove(grid: PrintedGrid, language: Language): readonly string[] {
  const { block } = grid
  return [
    ...(block.bases.length > 0 ? [`${BOOK_WORDS.base[language]}${language === 'ja' ? '：' : ': '}${basesText(block, language)}`] : []),
    `${block.period[language]}${language === 'ja' ? '　' : '. '}${block.policyLine[language]}`,
    ...legendOf(grid).map((words) => words[language]),
  ]
}
