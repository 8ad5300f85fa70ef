/** The cells of one row as they are read: blanks at its end are no cells, and what could not be read is marked. */

import { refuseFile } from '../file-reader.ts'
import type { CellFault, FileRow } from '../texts/delimited.ts'
import { brokenArchive, type HiddenContent, MOST_COLUMNS } from './sheet.ts'

/** What a cell holds: its plain text, what a person sees where that differs, or why it cannot be read. */
export interface ReadCell {
  readonly text: string
  readonly shown?: string
  readonly fault?: CellFault
}

/** Collects the rows of one sheet. */
export class RowCells {
  readonly #hiddenColumns: Set<number>
  readonly #seenHidden = new Set<number>()
  #hiddenRows = 0
  #rows: FileRow[] = []
  #cells: string[] = []
  #row = 0
  #isHidden = false
  #shown: Map<number, string> | undefined
  #faults: Map<number, CellFault> | undefined

  /** @param hiddenColumns by index from 0; may grow until the first row */
  constructor(hiddenColumns: Set<number>) {
    this.#hiddenColumns = hiddenColumns
  }

  begin(row: number, isHidden: boolean): void {
    this.#row = row
    this.#isHidden = isHidden
    this.#cells = []
    this.#shown = this.#faults = undefined
  }

  /**
   * Puts a cell at its index from 0.
   * @throws ProblemError `too_many_columns` for a value far to the right, `broken_archive` for a second value in one place
   */
  put(index: number, { text, shown, fault }: ReadCell): void {
    if (text === '' && fault === undefined) return
    if (index >= MOST_COLUMNS) {
      if (text.trim() === '' && fault === undefined) return
      throw refuseFile([{ pointer: `/rows/${this.#row}`, rule: 'too_many_columns' }])
    }
    const cells = this.#cells
    while (cells.length < index) cells.push('')
    if ((cells[index] ?? '') !== '' || this.#faults?.has(index)) throw brokenArchive(`/rows/${this.#row}`)
    cells[index] = text
    if (fault !== undefined) this.#faults = (this.#faults ?? new Map()).set(index, fault)
    else if (shown !== undefined) this.#shown = (this.#shown ?? new Map()).set(index, shown)
    if (this.#hiddenColumns.has(index)) this.#seenHidden.add(index)
  }

  /** The row, unless it is blank. */
  end(): FileRow | null {
    const cells = this.#cells
    while (cells.length > 0 && cells[cells.length - 1]?.trim() === '' && !this.#faults?.has(cells.length - 1)) cells.pop()
    if (cells.length === 0) return null
    if (this.#isHidden) this.#hiddenRows++
    return {
      cells,
      row: this.#row,
      ...(this.#shown ? { shown: this.#shown } : {}),
      ...(this.#faults ? { faults: this.#faults } : {}),
      ...(this.#isHidden ? { hidden: true } : {}),
    }
  }

  keep(row: FileRow): void {
    this.#rows.push(row)
  }

  /** The rows collected since the last call. */
  taken(): readonly FileRow[] {
    if (this.#rows.length === 0) return NONE
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  hidden(): HiddenContent {
    return { rows: this.#hiddenRows, columns: [...this.#seenHidden].sort((a, b) => a - b) }
  }
}

const NONE: readonly FileRow[] = []
