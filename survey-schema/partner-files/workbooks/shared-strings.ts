/** The table of texts that the cells of an XLSX workbook refer to by number. */
import { refuseFile } from '../file-reader.ts'
import { partTexts } from './part-text.ts'
import { brokenArchive, checkLength } from './sheet.ts'
import { readWholeXml } from './xml-reader.ts'
import type { UnpackBudget, ZipPart } from './zip.ts'

/** More texts than a workbook of the largest size holds. */
const MOST_TEXTS = 10_000_000

/** Texts in their order. @throws ProblemError `invalid-file` */
export function sharedStrings(part: ZipPart, budget: UnpackBudget): readonly string[] {
  const texts: string[] = []
  const content = new StringContent()
  readWholeXml(
    partTexts(part, budget),
    {
      open(name, _, depth) {
        // A text that stands elsewhere would give all that follow another number.
        if ((name === 'si') !== (depth === 2) && name !== 'extLst') throw brokenArchive()
        if (depth === 2) content.begin()
        else content.open(name)
      },
      close(name, depth) {
        if (name !== 'si' || depth !== 2) return content.close(name)
        if (texts.length >= MOST_TEXTS) throw refuseFile([{ pointer: '', rule: 'too_large' }])
        texts.push(content.text)
      },
      text: (piece) => content.add(piece),
    },
    { rule: 'broken_archive' },
  )
  return texts
}

/** The text of a shared or inline string: its runs joined, without the readings in kana that Japanese Excel keeps beside kanji. */
export class StringContent {
  #text = ''
  #inText = false
  #readings = 0

  begin(): void {
    this.#text = ''
    this.#inText = false
    this.#readings = 0
  }

  open(name: string): void {
    if (name === 'rPh') this.#readings++
    this.#inText = name === 't' && this.#readings === 0
  }

  close(name: string): void {
    if (name === 'rPh') this.#readings--
    this.#inText = false
  }

  add(piece: string): void {
    if (!this.#inText) return
    this.#text += piece
    checkLength(this.#text)
  }

  get text(): string {
    return withoutEscapes(this.#text)
  }
}

/** Characters that XML cannot hold are written `_x000B_` (ECMA-376, Part 1, 22.9.2.19). */
export const withoutEscapes = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text
