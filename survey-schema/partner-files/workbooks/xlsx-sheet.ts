/** The rows of one sheet of an XLSX workbook, from the events of its XML (ECMA-376, Part 1, 18.3.1). */

import { RowCells } from './row-cells.ts'
import { StringContent } from './shared-strings.ts'
import { brokenArchive, isTrue, MOST_COLUMNS, MOST_ROWS } from './sheet.ts'
import { type WorkbookContext, xlsxCell } from './xlsx-cell.ts'
import type { XmlAttributes, XmlEvents } from './xml-reader.ts'

/** Depths of elements: worksheet 1, sheetData 2, row 3, c 4, and what is in a cell. */
const DATA = 2
const ROW = 3
const CELL = 4
/** What a later edition adds, at the end of an element. */
const EXTENSION = 'extLst'

/** Finds rows and cells where they may stand; a row or a cell that stands elsewhere in the data is no workbook of ours. */
export class XlsxSheet implements XmlEvents {
  readonly #context: WorkbookContext
  readonly #hiddenColumns = new Set<number>()
  readonly rows = new RowCells(this.#hiddenColumns)
  readonly #inline = new StringContent()
  #nextWidth = 1
  #inData = false
  #last = ''
  #row = 0
  #column = 0
  #type = 'n'
  #style = 0
  #value: string | null = null
  #hasFormula = false
  #hasInline = false
  #reads: 'value' | 'inline' | null = null

  constructor(context: WorkbookContext) {
    this.#context = context
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (this.#inData) {
      if (depth > CELL) this.#inCell(name, depth)
      else if (depth === CELL && name === 'c') this.#beginCell(attributes)
      else if (depth === ROW && name === 'row') this.#beginRow(attributes)
      else if (name !== EXTENSION) throw brokenArchive()
    } else if (name === 'sheetData' && depth === DATA) this.#inData = true
    else if (name === 'col' && depth === ROW) this.#columns(attributes)
    else if (name === 'c' && this.#last === 'row') throw brokenArchive()
    this.#last = name
  }

  close(name: string, depth: number): void {
    if (!this.#inData) return
    if (depth === DATA) this.#inData = false
    else if (depth === ROW) {
      const row = this.rows.end()
      if (row) this.rows.keep(row)
    } else if (depth === CELL) {
      if (name === 'c') this.#endCell()
    } else if (depth === CELL + 1) this.#reads = null
    else if (this.#reads === 'inline') this.#inline.close(name)
  }

  text(piece: string): void {
    if (this.#reads === 'value') this.#value += piece
    else if (this.#reads === 'inline') this.#inline.add(piece)
  }

  /** A width of columns that are not shown. */
  #columns({ min, max, hidden }: XmlAttributes): void {
    const end = Math.min(Number(max), MOST_COLUMNS)
    // Widths come in the order of the columns and do not overlap.
    if (isTrue(hidden)) for (let at = Math.max(Number(min), this.#nextWidth); at <= end; at++) this.#hiddenColumns.add(at - 1)
    this.#nextWidth = Math.max(this.#nextWidth, end + 1)
  }

  #beginRow({ r: given, hidden }: XmlAttributes): void {
    const row = given === undefined ? this.#row + 1 : Number(given)
    if (!Number.isInteger(row) || row < 1 || row > MOST_ROWS) throw brokenArchive()
    this.#row = row
    this.#column = 0
    this.rows.begin(row, isTrue(hidden))
  }

  #beginCell({ r: place, t: type = 'n', s: style }: XmlAttributes): void {
    this.#column = (place === undefined ? 0 : columnOf(place)) || this.#column + 1
    this.#type = type
    this.#style = style === undefined ? 0 : Number(style)
    this.#value = null
    this.#hasFormula = this.#hasInline = false
  }

  #inCell(name: string, depth: number): void {
    if (depth > CELL + 1) {
      if (this.#reads === 'value') throw brokenArchive(`/rows/${this.#row}`)
      if (this.#reads === 'inline') this.#inline.open(name)
      return
    }
    if (name === 'f') this.#hasFormula = true
    else if (name === 'v') {
      if (this.#value !== null) throw brokenArchive(`/rows/${this.#row}`)
      this.#value = ''
      this.#reads = 'value'
    } else if (name === 'is') {
      if (this.#hasInline) throw brokenArchive(`/rows/${this.#row}`)
      this.#hasInline = true
      this.#inline.begin()
      this.#reads = 'inline'
    } else if (name !== EXTENSION) throw brokenArchive(`/rows/${this.#row}`)
  }

  #endCell(): void {
    const inline = this.#hasInline ? this.#inline.text : null
    if (this.#value === null && inline === null && !this.#hasFormula) return
    const written = { type: this.#type, style: this.#style, value: this.#value, inline, hasFormula: this.#hasFormula }
    this.rows.put(this.#column - 1, xlsxCell(written, this.#context))
  }
}

/** `AB12` is column 28; 0 for what is no place. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) & ~0x20
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
    if (at > 3) return 0
  }
  return column
}
