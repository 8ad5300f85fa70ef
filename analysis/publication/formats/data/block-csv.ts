/**
 * A block as CSV (RFC 4180): long, with one line for each cell and codes and labels in both languages, or wide, as it is printed. In
 * the place of a figure stand the tokens of `missing-tokens.ts`, and each column of figures has a column of statuses. What a cell says in words
 * is a column of its own in the long form. An apostrophe is put before text that a spreadsheet would take for a formula.
 */

import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { basesText, linesBelow, printedGrid } from '../printed-grid.ts'
import { csvText } from './csv-text.ts'
import { inWords, type LongTable, longTable, statusText } from './long-table.ts'
import { atLeastLegend, csvFigure, missingLegend } from './missing-tokens.ts'

/** Edition and policy from which the figures of a file come, and whether the network is invented. */
export interface FileOrigin {
  readonly edition: string
  readonly policy: string
  readonly fictional: boolean
}

export const BOM = '\ufeff'

/** Columns of a long file that repeat on each line where the figure comes from, in order. */
export const LONG_ORIGIN = ['base', 'policy', 'edition', 'slice', 'checksum', 'fictional'] as const

/** Columns of a long file in order. */
export const longColumns = ({ dimensions, worded }: LongTable): readonly string[] => [
  ...dimensions.flatMap(({ name }) => [name, `${name}_ja`, `${name}_en`]),
  'cases',
  'status',
  ...(worded ? ['in_words'] : []),
  ...LONG_ORIGIN,
]

export function blockLongCsv(block: PrintedBlock, origin: FileOrigin): string {
  const long = longTable(block)
  const from = [basesText(block, 'en'), origin.policy, origin.edition, caseSetOf(block), block.checksum, origin.fictional ? 'yes' : 'no']
  return csvText([
    longColumns(long),
    ...long.records.map(({ lines, content }) => [
      ...lines.flatMap(({ code, ja, en }) => [code, ja, en]),
      csvFigure(content),
      statusText(content),
      ...(long.worded ? [inWords(content) ?? ''] : []),
      ...from,
    ]),
  ])
}

/** As it is printed: first all columns of figures, then the status of each. */
export function blockWideCsv(block: PrintedBlock): string {
  const grid = printedGrid(block)
  const names = grid.heads.map(({ code, words }) => (block.kind === 'derived' ? words.en : code))
  return csvText([
    ['code', 'ja', 'en', ...names, ...names.map((name) => `${name}:status`)],
    ...grid.rows.map(({ code, words, cells }) => [
      code,
      words.ja,
      words.en,
      ...cells.map(({ content }) => (content.status === 'text' ? content.words.en : csvFigure(content))),
      ...cells.map(({ content }) => statusText(content)),
    ]),
  ])
}

/** The text that goes beside a CSV file, because it does not fit into columns: caption, period, policy and notes, in both languages. */
export function notesText(block: PrintedBlock): string {
  const grid = printedGrid(block)
  const contents = longTable(block).records.map(({ content }) => content)
  const part = (language: Language) => [
    block.caption[language],
    `${BOOK_WORDS.base[language]}: ${basesText(block, language)}`,
    block.period[language],
    block.policyLine[language],
    ...[...missingLegend(contents), ...atLeastLegend(contents)].map((words) => words[language]),
    ...(block.kind === 'derived'
      ? []
      : grid.heads.filter(({ code }) => code !== 'cases').map(({ code, words }) => `${code}: ${words[language]}`)),
    ...linesBelow(block, language),
  ]
  return `${[...part('ja'), '', ...part('en')].join('\r\n')}\r\n`
}

export const caseSetOf = (block: PrintedBlock): string =>
  block.kind === 'table' ? block.table.slice : block.kind === 'routes' ? block.routes.slice : ''
