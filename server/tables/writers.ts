/** How one released table goes out over HTTP, by format. */

import { TITLE } from '../../analysis/publication/book/imprint.ts'
import { blockLongCsv, blockWideCsv, type FileOrigin } from '../../analysis/publication/formats/data/block-csv.ts'
import { blockDta } from '../../analysis/publication/formats/data/block-dta.ts'
import { blockParquet } from '../../analysis/publication/formats/data/block-parquet.ts'
import { blockSav } from '../../analysis/publication/formats/data/block-sav.ts'
import type { ExportContext } from '../../analysis/publication/formats/data/export-context.ts'
import { journeysCsv, tableCsv } from '../../analysis/publication/formats/data/table-csv.ts'
import { journeysJsonStat, tableJsonStat } from '../../analysis/publication/formats/data/table-json-stat.ts'
import { blockDocx } from '../../analysis/publication/formats/office/book-docx.ts'
import { blockXlsx } from '../../analysis/publication/formats/office/book-xlsx.ts'
import { WORKBOOK_TYPE } from '../../analysis/publication/formats/office/spreadsheet.ts'
import { DOCUMENT_TYPE } from '../../analysis/publication/formats/office/word-document.ts'
import { printedTable, requestedJourneys, requestedTable } from '../../analysis/publication/formats/requested-block.ts'
import { blockLatex, blockMarkdown } from '../../analysis/publication/formats/text/block-text.ts'
import type { PrintedBlock, TableBlock } from '../../survey-schema/release/book.ts'
import type { Policy } from '../../survey-schema/release/bundle.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../survey-schema/release/released-table.ts'

type Content = Uint8Array<ArrayBuffer> | string
export const CSV = 'text/csv; charset=utf-8; header=present'

/** A writer of blocks, for tables and for the tree of journeys. */
const ofBlocks = (
  [type, ending, form]: readonly [type: string, ending: string, form?: number],
  write: (block: PrintedBlock, context: ExportContext, origin: FileOrigin) => Uint8Array | string,
  block: (table: ReleasedTable, context: ExportContext, policy: Policy) => TableBlock = requestedTable,
) => {
  const made = (block: PrintedBlock, policy: string, context: ExportContext) =>
    write(block, context, { edition: context.edition, policy, fictional: context.fictional }) as Content
  return {
    type,
    ending,
    form,
    table: (table: ReleasedTable, context: ExportContext, policy: Policy) => made(block(table, context, policy), table.policy, context),
    routes: (routes: ReleasedJourneys, context: ExportContext) => made(requestedJourneys(routes, context), routes.policy, context),
  }
}

const askedBlock = (block: PrintedBlock, { edition, fictional }: ExportContext) =>
  JSON.stringify({ imprint: { title: TITLE, edition, fictional }, block })

export const WRITERS = {
  'json-stat': {
    type: 'application/json',
    ending: 'json',
    table: (table: ReleasedTable, context: ExportContext) => JSON.stringify(tableJsonStat(table, context)),
    routes: (routes: ReleasedJourneys, context: ExportContext) => JSON.stringify(journeysJsonStat(routes, context)),
  },
  csv: { type: CSV, ending: 'csv', table: tableCsv, routes: journeysCsv },
  'csv-long': ofBlocks([CSV, 'long.csv', 1], (block, _, origin) => blockLongCsv(block, origin)),
  'csv-wide': ofBlocks([CSV, 'wide.csv', 1], (block) => blockWideCsv(block)),
  /** Excel on Windows reads Japanese in a CSV only where the file begins with a byte order mark. */
  'csv-excel': ofBlocks([CSV, 'excel.csv', 1], (block) => `\uFEFF${blockWideCsv(block)}`),
  /** With shares, which need the policy. */
  xlsx: ofBlocks([WORKBOOK_TYPE, 'xlsx', 1], (block) => blockXlsx(block), printedTable),
  docx: ofBlocks([DOCUMENT_TYPE, 'docx'], (block, { language }) => blockDocx(block, language)),
  sav: ofBlocks(['application/x-spss-sav', 'sav', 1], (block, _, origin) => blockSav(block, origin)),
  dta: ofBlocks(['application/x-stata-dta', 'dta'], (block, _, origin) => blockDta(block, origin)),
  parquet: ofBlocks(['application/vnd.apache.parquet', 'parquet'], (block, _, origin) => blockParquet(block, origin)),
  markdown: ofBlocks(['text/markdown; charset=utf-8', 'md'], (block, { language }) => blockMarkdown(block, language)),
  /** For pages and programs that lay tables out themselves. */
  block: {
    type: 'application/json',
    ending: 'block.json',
    form: 1,
    table: (table: ReleasedTable, context: ExportContext, policy: Policy) => askedBlock(printedTable(table, context, policy), context),
    routes: (routes: ReleasedJourneys, context: ExportContext) => askedBlock(requestedJourneys(routes, context), context),
  },
  latex: ofBlocks(['application/x-latex', 'tex'], (block, { language }) => blockLatex(block, language)),
} as const
