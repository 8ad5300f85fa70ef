/**
 * Exact counts. They may exist on the machine of whoever holds the cases, and in the build on the editors' machine; no page, file
 * or answer of the server takes this type, and nothing turns it into a `ReleasedTable` but disclosure control.
 */
import type { ExactCount } from './exact-count.ts'

declare const exact: unique symbol

export interface ExactLine {
  readonly row: string
  readonly column: string | null
  readonly cases: ExactCount
}

export interface ExactTable {
  readonly [exact]: true
  readonly rows: string
  readonly columns: string | null
  /** Lines with at least one case, in the order of the code lists, then unknown, declined, not asked, not applicable. */
  readonly lines: readonly ExactLine[]
  /** Cases with an answer to the row question that pass the filters: the base of a share. */
  readonly base: ExactCount
  /** Cases that pass the filters. */
  readonly total: ExactCount
}

/** Names plain counts as what they are. */
export const exactTable = (table: Omit<ExactTable, typeof exact>): ExactTable => table as ExactTable
