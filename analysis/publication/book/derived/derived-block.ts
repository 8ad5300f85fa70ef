/** For blocks that are computed from published tables: reading cells, adding them up as any reader could, and head, notes and checksum of the block. */
import { sum } from 'simple-statistics'
import type { DerivedBlock, DerivedCell, PrintedShare } from '../../../../survey-schema/release/book.ts'
import type { ReleasedCell, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { whole } from '../../statistics/share.ts'
import { citationOf, periodOf, policyLine, sourceOf } from '../imprint.ts'
import { newestOf, type PublishedEditions } from '../published-editions.ts'

export type DerivedRow = DerivedBlock['rows'][number]

interface DerivedHeader {
  readonly number: string
  readonly caption: Text
  /** Editions or volumes whose figures are read; none for a table without cases. */
  readonly caseSets: readonly string[]
  readonly notes?: readonly Text[]
}

/** Head of a first column that holds the cases the table counts. Drawings take only such a column; bases and shares have other heads. */
export const CASES = text('事例数', 'Cases')

/** A block without its id, which is given where the block is placed. */
export function derivedBlock(
  published: PublishedEditions,
  { number, caption, caseSets, notes = [] }: DerivedHeader,
  head: readonly Text[],
  rows: readonly DerivedRow[],
): DerivedBlock {
  const { policy } = newestOf(published)
  const checksum = published.checksum({ head, rows: rows.map(inPrint), policy: policy.id })
  return {
    kind: 'derived',
    id: '',
    caption,
    period: periodOf(published, caseSets),
    bases: [],
    policyLine: policyLine(policy.id),
    notes: [text('公表値だけから計算した。', 'Computed from published figures only.'), ...notes],
    source: sourceOf(published, caseSets),
    citation: citationOf(published, text(`表${number}`, `Table ${number}`), checksum),
    checksum,
    head,
    rows,
  }
}

/** What the checksum of a block is of: figures and words. The numbers of a share stand in its words, and checksums of before are cited. */
const inPrint = ({ line, cells }: DerivedRow) => ({
  line,
  cells: cells.map(({ cell, from }) =>
    cell.status === 'text' ? { cell: { status: cell.status, words: { ja: cell.words.ja, en: cell.words.en } }, from } : { cell, from },
  ),
})

export const tableName = ({ slice, id }: ReleasedTable): string => `${slice}/${id}`

export const figureCell = (cell: ReleasedCell, ...tables: readonly ReleasedTable[]): DerivedCell => ({ cell, from: tables.map(tableName) })

/**
 * The same, with the cells of the table that were added up, so that a sentence can name them. @param places of cells with or without a figure
 */
export const placedCell = (cell: ReleasedCell, table: ReleasedTable, places: readonly number[]): DerivedCell => ({
  ...figureCell(cell, table),
  places: places
    .filter((place) => table.cells[place] !== undefined && 'figure' in table.cells[place])
    .map((place) => ({ slice: table.slice, table: table.id, place })),
})

export const textCell = (words: Text | PrintedShare, ...tables: readonly ReleasedTable[]): DerivedCell => ({
  cell: { status: 'text', words },
  from: tables.map(tableName),
})

export const WITHHELD: ReleasedCell = { status: 'withheld' }

/**
 * The sum of the published figures among the cells: "at least" where some cells are withheld, withheld where all are, not applicable
 * where no cell can occur.
 * @example sumOfCells([{ status: 'shown', figure: 7 }, { status: 'withheld' }]) // { status: 'sum', figure: 7, parts: 1, of: 2 }
 */
export function sumOfCells(cells: readonly ReleasedCell[]): ReleasedCell {
  const possible = cells.filter(({ status }) => status !== 'not_applicable')
  if (possible.length === 0) return { status: 'not_applicable' }
  const known = possible.filter((cell): cell is Extract<ReleasedCell, { figure: number }> => 'figure' in cell)
  if (known.length === 0) return WITHHELD
  if (possible.length === 1) return possible[0]!
  const parts = Math.max(1, known.filter((cell) => whole(cell) !== null).length)
  return { status: 'sum', figure: sum(known.map(({ figure }) => figure)), parts, of: possible.length }
}

/** The cell of a line, by its code, in a table of one variable; withheld if the table has no such line. */
export const cellOfCode = (table: ReleasedTable, code: string): ReleasedCell => table.cells[placeOfCode(table, code)] ?? WITHHELD

/** The place of a line, by its code, in a table of one variable; -1 if the table has no such line. */
export const placeOfCode = ({ axes }: ReleasedTable, code: string): number => axes[0].lines.findIndex((line) => line.code === code)

export const sameInBoth = (text: string): Text => ({ ja: text, en: text })
