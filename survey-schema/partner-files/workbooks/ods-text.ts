/** The text that a person sees in a cell of an OpenDocument spreadsheet: its paragraphs, without comments, drawings and readings. */
import type { OdsNames } from './ods-names.ts'
import { checkLength } from './sheet.ts'
import type { XmlAttributes } from './xml-reader.ts'

/** What stands in a cell and is no text of it; `ruby-text` is the reading of a word in kana. */
const APART: ReadonlySet<string> = new Set(['annotation', 'ruby-text', 'note'])
/** More blanks than these are not written by anybody. */
const MOST_BLANKS = 1000

export class OdsText {
  readonly #names: OdsNames
  #paragraphs = 0
  #depth = 0
  #apart = 0
  #text = ''

  constructor(names: OdsNames) {
    this.#names = names
  }

  begin(): void {
    this.#paragraphs = this.#depth = this.#apart = 0
    this.#text = ''
  }

  open(name: string, attributes: XmlAttributes, written: string): void {
    if (this.#apart > 0 || APART.has(name) || this.#names.isDrawing(written)) this.#apart++
    else if (name === 'p' || name === 'h') {
      if (this.#paragraphs++ > 0) this.#text += '\n'
      this.#depth++
    } else if (this.#depth > 0) {
      if (name === 's') this.#text += ' '.repeat(blanks(this.#names.of(attributes, 'text:c')))
      if (name === 'tab') this.#text += '\t'
      if (name === 'line-break') this.#text += '\n'
      checkLength(this.#text)
    }
  }

  close(name: string): void {
    if (this.#apart > 0) this.#apart--
    else if (name === 'p' || name === 'h') this.#depth--
  }

  /** A line of the XML is no line of the cell. Blanks stay as they are: LibreOffice writes several as they are, too. */
  add(piece: string): void {
    if (this.#depth === 0 || this.#apart > 0) return
    this.#text += piece.replace(/[\t\r\n]+/g, ' ')
    checkLength(this.#text)
  }

  /** Null where the cell has no paragraph, which is not the same as an empty one: that is a result which a formula may have. */
  get text(): string | null {
    return this.#paragraphs === 0 ? null : this.#text
  }
}

function blanks(written = '1'): number {
  const count = Number(written)
  return count >= 1 ? Math.min(Math.floor(count), MOST_BLANKS) : 1
}
