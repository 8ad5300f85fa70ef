/** The sheets of an OpenDocument spreadsheet, from the events of its XML: all of them with their first rows, or all rows of one. */
import { ProblemError } from '../../problem.ts'
import type { FileRow } from '../texts/delimited.ts'
import { OdsNames } from './ods-names.ts'
import { OdsRows } from './ods-row.ts'
import { OdsText } from './ods-text.ts'
import { brokenArchive } from './sheet.ts'
import type { XmlAttributes, XmlEvents } from './xml-reader.ts'

/** Rows of each sheet that are kept while the sheets are listed: whoever looks at many sheets need not read the document for each. */
const FIRST_ROWS = 32

/** No spreadsheet writes these within a cell; what they hold would become part of its text. */
const IN_NO_CELL: ReadonlySet<string> = new Set(['table', 'table-row', 'table-cell', 'covered-table-cell'])

export interface OdsTable {
  readonly name: string
  readonly style: string
  readonly rows: OdsRows
  readonly first: FileRow[]
  /** The first rows are not all. */
  goesOn: boolean
  /** A copy of a sheet of another file, kept for formulas, is no sheet of this one. */
  isCopy: boolean
}

/** As many as parts of an archive. */
const MOST_TABLES = 2000

export class OdsSheets implements XmlEvents {
  readonly #names = new OdsNames()
  readonly #text = new OdsText(this.#names)
  readonly #wanted: number | null
  readonly #hiddenStyles = new Set<string>()
  readonly tables: OdsTable[] = []
  isSpreadsheet = false
  /** The wanted table has been read to its end. */
  isDone = false
  #style = ''
  #table: OdsTable | null = null
  #rowDepth = 0
  #cellDepth = 0
  #cell: XmlAttributes = {}

  /** @param wanted the table whose rows are read, from 1; null for the first rows of each */
  constructor(wanted: number | null) {
    this.#wanted = wanted
  }

  isHidden({ style }: OdsTable): boolean {
    return this.#hiddenStyles.has(style)
  }

  open(name: string, attributes: XmlAttributes, depth: number, written: string): void {
    if (this.#cellDepth > 0) {
      if (IN_NO_CELL.has(name)) throw brokenArchive()
      this.#text.open(name, attributes, written)
    } else if (this.#table) this.#inTable(name, attributes, depth, this.#table)
    else if (depth === 1) this.#names.declare(attributes)
    else if (name === 'style') this.#style = this.#of(attributes, 'style:name') ?? ''
    else if (name === 'table-properties' && this.#of(attributes, 'table:display') === 'false') this.#hiddenStyles.add(this.#style)
    else if (name === 'spreadsheet') this.isSpreadsheet = true
    else if (name === 'table' && this.isSpreadsheet) this.#beginTable(attributes)
  }

  close(name: string, depth: number): void {
    if (this.#cellDepth > 0) {
      if (depth > this.#cellDepth) this.#text.close(name)
      else this.#endCell()
    } else if (depth === this.#rowDepth) this.#endRow()
    else if (name === 'table') {
      this.isDone = this.tables.length === this.#wanted
      this.#table = null
    }
  }

  text(piece: string): void {
    if (this.#cellDepth > 0) this.#text.add(piece)
  }

  #of(attributes: XmlAttributes, name: string): string | undefined {
    return this.#names.of(attributes, name)
  }

  #beginTable(attributes: XmlAttributes): void {
    this.#table = {
      name: this.#of(attributes, 'table:name') ?? '',
      style: this.#of(attributes, 'table:style-name') ?? '',
      rows: new OdsRows(this.#names),
      first: [],
      goesOn: false,
      isCopy: false,
    }
    if (this.tables.push(this.#table) > MOST_TABLES) throw brokenArchive()
  }

  #inTable(name: string, attributes: XmlAttributes, depth: number, table: OdsTable): void {
    if (name === 'table') throw brokenArchive()
    if (name === 'table-source') table.isCopy = true
    if (this.#wanted === null ? table.goesOn : this.tables.length !== this.#wanted) return
    if (name === 'table-column') table.rows.columns(attributes)
    else if (name === 'table-row') {
      if (this.#rowDepth > 0) throw brokenArchive(`/rows/${table.rows.row}`)
      if (this.#wanted === null && table.first.length >= FIRST_ROWS) {
        table.goesOn = true
        return
      }
      this.#rowDepth = depth
      table.rows.begin(attributes)
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      if (this.#rowDepth === 0) throw brokenArchive(`/rows/${table.rows.row}`)
      this.#cellDepth = depth
      this.#cell = attributes
      this.#text.begin()
    }
  }

  #endCell(): void {
    this.#cellDepth = 0
    this.#trying(({ rows }) => rows.cell(this.#cell, this.#text.text))
  }

  #endRow(): void {
    this.#rowDepth = 0
    this.#trying((table) => {
      table.rows.end()
      if (this.#wanted !== null) return
      for (const row of table.rows.cells.taken()) {
        if (table.first.length < FIRST_ROWS) table.first.push(row)
        else table.goesOn = true
      }
    })
  }

  /** What is wrong in a sheet while the sheets are listed is said when that sheet is read. */
  #trying(act: (table: OdsTable) => void): void {
    const table = this.#table as OdsTable
    if (table.goesOn && this.#wanted === null) return
    try {
      act(table)
    } catch (error) {
      if (this.#wanted !== null || !(error instanceof ProblemError)) throw error
      table.goesOn = true
    }
  }
}
