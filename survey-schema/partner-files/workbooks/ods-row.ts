/** The rows of one table of an OpenDocument spreadsheet. Equal rows and equal cells that follow one another are written once, with a count. */
import { refuseFile } from '../file-reader.ts'
import { odsCell } from './ods-cell.ts'
import type { OdsNames } from './ods-names.ts'
import { RowCells } from './row-cells.ts'
import { MOST_COLUMNS, MOST_ROWS } from './sheet.ts'
import type { XmlAttributes } from './xml-reader.ts'

/** Cells that may come of counts: these, and some more for each cell that is written out. */
const MOST_REPEATED = 50_000
const REPEATED_FOR_ONE = 20

export class OdsRows {
  readonly #names: OdsNames
  readonly #hiddenColumns = new Set<number>()
  readonly cells = new RowCells(this.#hiddenColumns)
  #nextColumn = 0
  #row = 0
  #times = 1
  #column = 0
  #written = 0
  #repeated = 0

  constructor(names: OdsNames) {
    this.#names = names
  }

  /** From 1; the row that is read. */
  get row(): number {
    return this.#row
  }

  columns(attributes: XmlAttributes): void {
    const times = this.#count(attributes, 'table:number-columns-repeated')
    if (this.#isHidden(attributes))
      for (let at = this.#nextColumn; at < Math.min(this.#nextColumn + times, MOST_COLUMNS); at++) this.#hiddenColumns.add(at)
    this.#nextColumn += times
  }

  begin(attributes: XmlAttributes): void {
    this.#times = this.#count(attributes, 'table:number-rows-repeated')
    this.#row++
    this.#column = 0
    this.cells.begin(this.#row, this.#isHidden(attributes))
  }

  /** @throws ProblemError `too_many_columns`, `unpack_ratio` */
  cell(attributes: XmlAttributes, seen: string | null): void {
    const times = this.#count(attributes, 'table:number-columns-repeated')
    const content = odsCell(attributes, this.#names, seen)
    if (content.text !== '' || content.fault !== undefined) {
      this.#written++
      this.#repeat(times - 1)
      for (let at = 0; at < times; at++) this.cells.put(this.#column + at, content)
    }
    this.#column += times
  }

  /** @throws ProblemError `unpack_ratio` */
  end(): void {
    const row = this.cells.end()
    if (row) {
      this.#repeat((this.#times - 1) * row.cells.length)
      for (let at = 0; at < this.#times; at++) this.cells.keep(at === 0 ? row : { ...row, row: row.row + at })
    }
    this.#row += this.#times - 1
  }

  #isHidden(attributes: XmlAttributes): boolean {
    return (this.#names.of(attributes, 'table:visibility') ?? 'visible') !== 'visible'
  }

  #count(attributes: XmlAttributes, name: string): number {
    const written = this.#names.of(attributes, name)
    const times = written === undefined ? 1 : Number(written)
    return Number.isInteger(times) && times > 0 ? Math.min(times, MOST_ROWS) : 1
  }

  /** A short file may not say of itself that it is long. */
  #repeat(cells: number): void {
    this.#repeated += cells
    if (this.#repeated > MOST_REPEATED + REPEATED_FOR_ONE * this.#written)
      throw refuseFile([{ pointer: `/rows/${this.#row}`, rule: 'unpack_ratio' }])
  }
}
