/** How one released table goes out over HTTP, by format. */
import type { PrintedBlock } from '../../analysis/book/document.ts'
import { TITLE } from '../../analysis/book/imprint.ts'
import type { ReleasedRoutes, ReleasedTable } from '../../survey-schema/released-table.ts'
import { WORKBOOK_TYPE } from '../../survey-schema/writing/spreadsheet.ts'
import { DOCUMENT_TYPE } from '../../survey-schema/writing/word-document.ts'
import { askedRoutes, askedTable } from './asked-block.ts'
import { blockLongCsv, blockWideCsv, type Origin } from './block-csv.ts'
import { blockParquet } from './block-parquet.ts'
import { blockLatex, blockMarkdown } from './block-text.ts'
import { blockDocx } from './book-docx.ts'
import { blockXlsx } from './book-xlsx.ts'
import type { ExportContext } from './context.ts'
import { routesCsv, tableCsv } from './csv.ts'
import { routesJsonStat, tableJsonStat } from './json-stat.ts'
import { blockSav } from './sav.ts'

type Content = Uint8Array<ArrayBuffer> | string
const CSV = 'text/csv; charset=utf-8; header=present'

/** A writer of blocks, for tables and for the tree of routes. */
const ofBlocks = (
  type: string,
  ending: string,
  write: (block: PrintedBlock, context: ExportContext, origin: Origin) => Uint8Array | string,
) => {
  const made = (block: PrintedBlock, policy: string, context: ExportContext) =>
    write(block, context, { edition: context.edition, policy, fictional: context.fictional }) as Content
  return {
    type,
    ending,
    table: (table: ReleasedTable, context: ExportContext) => made(askedTable(table, context), table.policy, context),
    routes: (routes: ReleasedRoutes, context: ExportContext) => made(askedRoutes(routes, context), routes.policy, context),
  }
}

export const WRITERS = {
  'json-stat': {
    type: 'application/json',
    ending: 'json',
    table: (table: ReleasedTable, context: ExportContext) => JSON.stringify(tableJsonStat(table, context)),
    routes: (routes: ReleasedRoutes, context: ExportContext) => JSON.stringify(routesJsonStat(routes, context)),
  },
  csv: { type: CSV, ending: 'csv', table: tableCsv, routes: routesCsv },
  'csv-long': ofBlocks(CSV, 'long.csv', (block, _, origin) => blockLongCsv(block, origin)),
  'csv-wide': ofBlocks(CSV, 'wide.csv', (block) => blockWideCsv(block)),
  xlsx: ofBlocks(WORKBOOK_TYPE, 'xlsx', (block) => blockXlsx(block)),
  docx: ofBlocks(DOCUMENT_TYPE, 'docx', (block, { language }) => blockDocx(block, language)),
  sav: ofBlocks('application/x-spss-sav', 'sav', (block, _, origin) => blockSav(block, origin)),
  parquet: ofBlocks('application/vnd.apache.parquet', 'parquet', (block, _, origin) => blockParquet(block, origin)),
  markdown: ofBlocks('text/markdown; charset=utf-8', 'md', (block, { language }) => blockMarkdown(block, language)),
  /** For pages and programs that lay tables out themselves. */
  block: ofBlocks('application/json', 'block.json', (block, { edition, fictional }) =>
    JSON.stringify({ imprint: { title: TITLE, edition, fictional }, block }),
  ),
  latex: ofBlocks('application/x-latex', 'tex', (block, { language }) => blockLatex(block, language)),
} as const
