/**
 * What a program must know to read the long CSV of a table and its codes, as CSV on the Web: names, types and the tokens that stand in the place of a
 * figure. @see https://www.w3.org/TR/tabular-metadata/
 */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { basesText, linesBelow } from '../printed-grid.ts'
import { type FileOrigin, LONG_ORIGIN } from './block-csv.ts'
import { CODE_COLUMNS } from './codes-csv.ts'
import { type LongTable, longTable } from './long-table.ts'
import { MISSING_VALUES, missingLegend } from './missing-tokens.ts'

/** Addresses of the files, from that of the metadata. */
interface CsvwFiles {
  readonly table: string
  readonly codes: string
}

export function csvwMetadata(block: PrintedBlock, origin: FileOrigin, files: CsvwFiles): object {
  const long = longTable(block)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': inBoth(block.caption),
    'dc:description': inBoth({ ja: aroundIt(block, 'ja'), en: aroundIt(block, 'en') }),
    'dc:bibliographicCitation': inBoth(block.citation),
    'dc:source': inBoth(block.source),
    'dc:identifier': `sha256:${block.checksum}`,
    'schema:version': origin.edition,
    ...(origin.fictional ? { 'schema:creativeWorkStatus': inBoth(BOOK_WORDS.fictional) } : {}),
    tables: [
      {
        url: files.table,
        tableSchema: { columns: tableColumns(long), primaryKey: long.dimensions.map(({ name }) => name) },
      },
      {
        url: files.codes,
        tableSchema: {
          columns: CODE_COLUMNS.map((name) => text(name, CODE_WORDS[name], name === 'ja' ? 'ja' : null)),
          primaryKey: ['variable', 'code'],
        },
      },
    ],
  }
}

const aroundIt = (block: PrintedBlock, language: 'ja' | 'en') =>
  [basesText(block, language), block.period[language], block.policyLine[language], ...linesBelow(block, language)].join('\n')

const tableColumns = ({ dimensions, worded }: LongTable) => [
  ...dimensions.flatMap(({ name, words }) => [
    { ...text(name, words), required: true },
    text(`${name}_ja`, words, 'ja'),
    text(`${name}_en`, words),
  ]),
  {
    name: 'cases',
    titles: 'cases',
    'dc:title': inBoth(BOOK_WORDS.cases),
    'dc:description': missingLegend()
      .map((words) => words.en)
      .join('; '),
    datatype: { base: 'integer', minimum: 0 },
    null: MISSING_VALUES.map(({ token }) => token),
  },
  {
    ...text('status', BOOK_WORDS.status),
    datatype: { base: 'string', format: '^(shown|sum|at_least_[0-9]+_of_[0-9]+|withheld|not_applicable|text)$' },
    required: true,
  },
  ...(worded ? [text('in_words', { ja: '文字', en: 'In words' })] : []),
  ...LONG_ORIGIN.map((name) => text(name, ORIGIN_WORDS[name])),
]

/** A column of text. @param language of its cells, where it is another than that of the file */
const text = (name: string, words: Text, language: 'ja' | null = null) => ({
  name,
  titles: name,
  'dc:title': inBoth(words),
  datatype: 'string',
  ...(language ? { lang: language } : {}),
})

const inBoth = ({ ja, en }: Text) => [
  { '@value': ja, '@language': 'ja' },
  { '@value': en, '@language': 'en' },
]

const ORIGIN_WORDS = {
  base: BOOK_WORDS.base,
  policy: BOOK_WORDS.policy,
  edition: BOOK_WORDS.edition,
  slice: { ja: '集計した版または巻', en: 'Edition or volume that was counted' },
  checksum: BOOK_WORDS.checksum,
  fictional: { ja: '架空のデータか', en: 'Whether the data are invented' },
} as const satisfies Readonly<Record<(typeof LONG_ORIGIN)[number], Text>>

const CODE_WORDS = {
  variable: { ja: '項目', en: 'Variable' },
  code: { ja: '符号', en: 'Code' },
  role: { ja: '表での役割（選択肢、合計、無回答など）', en: 'Part in the table: value, total, states of those without an answer' },
  ja: { ja: '日本語の名称', en: 'Name in Japanese' },
  en: { ja: '英語の名称', en: 'Name in English' },
} as const satisfies Readonly<Record<(typeof CODE_COLUMNS)[number], Text>>
