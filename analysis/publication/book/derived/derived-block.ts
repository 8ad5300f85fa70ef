/** What derived blocks share: reading published cells, adding them up as any reader could, and the frame around them. */
import { sum } from 'simple-statistics'
import type { DerivedBlock, DerivedCell } from '../../../../survey-schema/release/book.ts'
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

/** Head of a first column that is what the table counts, and so is what is drawn of it; a base, for one, is not. */
export const CASES = text('事例数', 'Cases')

/** The id is given where the block is placed. */
export function derivedBlock(
  published: PublishedEditions,
  { number, caption, caseSets, notes = [] }: DerivedHeader,
  head: readonly Text[],
  rows: readonly DerivedRow[],
): DerivedBlock {
  const { policy } = newestOf(published)
  const checksum = published.checksum({ head, rows, policy: policy.id })
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

export const tableName = ({ slice, id }: ReleasedTable): string => `${slice}/${id}`

export const figureCell = (cell: ReleasedCell, ...tables: readonly ReleasedTable[]): DerivedCell => ({ cell, from: tables.map(tableName) })

export const textCell = (words: Text, ...tables: readonly ReleasedTable[]): DerivedCell => ({
  cell: { status: 'text', words },
  from: tables.map(tableName),
})

export const WITHHELD: ReleasedCell = { status: 'withheld' }

/** The published figures among the cells added up, "at least" where some are withheld; withheld where all are. */
export function sumOfCells(cells: readonly ReleasedCell[]): ReleasedCell {
  const possible = cells.filter(({ status }) => status !== 'not_applicable')
  if (possible.length === 0) return { status: 'not_applicable' }
  const known = possible.filter((cell): cell is Extract<ReleasedCell, { figure: number }> => 'figure' in cell)
  if (known.length === 0) return WITHHELD
  if (possible.length === 1) return possible[0]!
  const parts = Math.max(1, known.filter((cell) => whole(cell) !== null).length)
  return { status: 'sum', figure: sum(known.map(({ figure }) => figure)), parts, of: possible.length }
}

/** The cell of a line of a table of one variable, by its code. */
export function cellOfCode({ axes, cells }: ReleasedTable, code: string): ReleasedCell {
  const at = axes[0].lines.findIndex((line) => line.code === code)
  return at < 0 ? WITHHELD : cells[at]!
}

export const sameInBoth = (text: string): Text => ({ ja: text, en: text })
