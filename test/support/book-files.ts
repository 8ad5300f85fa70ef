/** The book of a small fictional edition, and what its cells say: what every format is compared with. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { bookOf } from '../../analysis/publication/book/book.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { bookFiles } from '../../server/editors/book-files/book-files.ts'
import type { BookFormat } from '../../server/editors/book-files/book-formats.ts'
import type { Book, PrintedBlock, RecordsNamed } from '../../survey-schema/release/book.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedCell, ReleasedJourneyNode } from '../../survey-schema/release/released-table.ts'

const checksum = (value: unknown) =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')

export const bookOfBundle = (bundle: Bundle, records?: RecordsNamed): Book => bookOf(bundle, [], PLAN, checksum, records)

export const printedBlocksOf = ({ chapters }: Book): readonly PrintedBlock[] =>
  chapters.flatMap(({ tables }) => tables.flatMap(({ blocks }) => blocks))

/** Every cell of a block as data formats hold it, in order: a figure, or the word for why there is none. */
export function cellsOf(block: PrintedBlock): readonly (number | string)[] {
  if (block.kind === 'table') return block.table.cells.map(said)
  if (block.kind === 'routes') return block.routes.origins.flatMap(walked)
  return block.rows.flatMap(({ cells }) => cells.map(({ cell }) => (cell.status === 'text' ? 'text' : said(cell))))
}

const walked = (node: ReleasedJourneyNode): (number | string)[] => [said(node.cell), ...node.children.flatMap(walked)]
const said = (cell: ReleasedCell) => ('figure' in cell ? cell.figure : cell.status)

/** The cells of a block as they are printed, line by line. Written anew here, so that the writers are not compared with themselves. */
export function printedCells(block: PrintedBlock): readonly (readonly (number | string)[])[] {
  if (block.kind !== 'table')
    return block.kind === 'routes'
      ? cellsOf(block).map((cell) => [cell])
      : block.rows.map(({ cells }) => cells.map(({ cell }) => (cell.status === 'text' ? 'text' : said(cell))))
  const { table, rows, columns, rowAxis } = block
  const [first, second] = table.axes
  const at = (a: number, b: number) => said(table.cells[a * (second?.lines.length ?? 1) + b]!)
  return rows.map((row) => (first && second ? columns.map((column) => (rowAxis === 0 ? at(row, column) : at(column, row))) : [at(row, 0)]))
}

export async function filesOf(book: Book, formats: readonly BookFormat[], languages: readonly ('ja' | 'en')[] = ['ja', 'en']) {
  const files = new Map<string, Uint8Array>()
  for (const { name, make } of bookFiles(book, languages, formats)) files.set(name.replace(/^.*?data-book_[^.]*\./, ''), await make())
  return files
}
