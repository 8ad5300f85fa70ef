/**
 * A block as CSV (RFC 4180): long, one line a cell with codes and labels in both languages, or wide, as it is printed. A withheld cell
 * is `x`, one that cannot occur `–`, with the same said in `status`. Whatever a spreadsheet would take for a formula is neutralised.
 */
import Papa from 'papaparse'
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import { BOOK_WORDS, TOKENS } from '../book-words.ts'
import { FORMULA } from '../formula.ts'
import { basesText, type CellContent, legendOf, linesBelow, printedGrid } from '../printed-grid.ts'
import { longTable, statusText } from './long-table.ts'

/** What files say of the edition they belong to. */
export interface FileOrigin {
  readonly edition: string
  readonly policy: string
  readonly fictional: boolean
}

export const BOM = '\ufeff'

const csv = (rows: readonly (readonly (string | number)[])[]) => `${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`

const figure = (content: CellContent): string | number =>
  'figure' in content ? content.figure : content.status === 'text' ? content.words.en : TOKENS[content.status]

/** Names of the columns of a long file, in order. */
export const LONG_ORIGIN = ['base', 'policy', 'edition', 'slice', 'checksum', 'fictional'] as const

export function blockLongCsv(block: PrintedBlock, origin: FileOrigin): string {
  const { dimensions, records } = longTable(block)
  const from = [basesText(block, 'en'), origin.policy, origin.edition, caseSetOf(block), block.checksum, origin.fictional ? 'yes' : 'no']
  return csv([
    [...dimensions.flatMap(({ name }) => [name, `${name}_ja`, `${name}_en`]), 'cases', 'status', ...LONG_ORIGIN],
    ...records.map(({ lines, content }) => [
      ...lines.flatMap(({ code, ja, en }) => [code, ja, en]),
      figure(content),
      statusText(content),
      ...from,
    ]),
  ])
}

export function blockWideCsv(block: PrintedBlock): string {
  const grid = printedGrid(block)
  return csv([
    ['code', 'ja', 'en', ...grid.heads.map(({ code, words }) => (block.kind === 'derived' ? words.en : code))],
    ...grid.rows.map(({ code, words, cells }) => [code, words.ja, words.en, ...cells.map(({ content }) => figure(content))]),
  ])
}

/** What does not fit into columns: title, period, policy, notes, in both languages. */
export function notesText(block: PrintedBlock): string {
  const grid = printedGrid(block)
  const part = (language: 'ja' | 'en') => [
    block.caption[language],
    `${BOOK_WORDS.base[language]}: ${basesText(block, language)}`,
    block.period[language],
    block.policyLine[language],
    ...legendOf(grid).map((words) => words[language]),
    ...(block.kind === 'derived'
      ? []
      : grid.heads.filter(({ code }) => code !== 'cases').map(({ code, words }) => `${code}: ${words[language]}`)),
    ...linesBelow(block, language),
  ]
  return `${[...part('ja'), '', ...part('en')].join('\r\n')}\r\n`
}

export const caseSetOf = (block: PrintedBlock): string =>
  block.kind === 'table' ? block.table.slice : block.kind === 'routes' ? block.routes.slice : ''
