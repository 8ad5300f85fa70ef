/**
 * A block as CSV (RFC 4180): long, with one line for each cell and codes and labels in both languages, or wide, as it is printed. A
 * withheld cell is `x` and one that cannot occur `–`; the column `status` of the long form says so in words. An apostrophe is put before text
 * that a spreadsheet would take for a formula.
 */

import Papa from 'papaparse'
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS, TOKENS } from '../book-words.ts'
import { FORMULA } from '../formula.ts'
import { basesText, type CellContent, legendOf, linesBelow, printedGrid } from '../printed-grid.ts'
import { longTable, statusText } from './long-table.ts'

/** Edition and policy from which the figures of a file come, and whether the network is invented. */
export interface FileOrigin {
  readonly edition: string
  readonly policy: string
  readonly fictional: boolean
}

export const BOM = '\ufeff'

const csv = (rows: readonly (readonly (string | number)[])[]) => `${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`

const figure = (content: CellContent): string | number =>
  'figure' in content ? content.figure : content.status === 'text' ? content.words.en : TOKENS[content.status]

/** Columns of a long file that repeat on each line where the figure comes from, in order. */
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

/** The text that goes beside a CSV file, because it does not fit into columns: caption, period, policy and notes, in both languages. */
export function notesText(block: PrintedBlock): string {
  const grid = printedGrid(block)
  const part = (language: Language) => [
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
