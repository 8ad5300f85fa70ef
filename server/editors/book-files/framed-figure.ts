/** A drawing that travels alone: title, base, period, policy and source stand inside it, and are read aloud. */

import { FILE_FONT } from '../../../analysis/publication/figures/file-svg.ts'
import { wrapped } from '../../../analysis/publication/figures/label.ts'
import type { Picture } from '../../../analysis/publication/figures/picture.ts'
import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { printable } from '../../../analysis/publication/formats/office/xml-text.ts'
import { linesAbove, printedGrid } from '../../../analysis/publication/formats/printed-grid.ts'
import { escapeXml } from '../../../survey-schema/forms/xml.ts'
import type { BookFigure, Imprint, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'

const MARGIN = 16
const TITLE = { size: 16, line: 22 }
const SMALL = { size: 11, line: 16 }

export function framed(picture: Picture, figure: BookFigure, block: PrintedBlock, imprint: Imprint, language: Language): Picture {
  const inner = picture.width
  const width = inner + 2 * MARGIN
  const broken = (texts: readonly string[], size: number) => texts.flatMap((text) => wrapped(text, size, inner))
  const title = broken([figure.caption[language]], TITLE.size)
  const under = broken(
    [...(imprint.fictional ? [BOOK_WORDS.fictional[language]] : []), ...linesAbove(printedGrid(block), language), block.source[language]],
    SMALL.size,
  )
  const top = MARGIN + title.length * TITLE.line + 8
  const height = top + picture.height + 12 + under.length * SMALL.line + MARGIN
  const text = (lines: readonly string[], { size, line }: typeof TITLE, y: number, weight: string) =>
    lines
      .map(
        (words, at) => `<text x="${MARGIN}" y="${y + at * line + size}" font-size="${size}"${weight}>${escapeXml(printable(words))}</text>`,
      )
      .join('')
  const placed = picture.svg.replace(/^(<\?xml[^>]*\?>\s*)?<svg /, `<svg x="${MARGIN}" y="${top}" `)
  const both = (words: { readonly ja: string; readonly en: string }) => escapeXml(printable(`${words.ja} / ${words.en}`))
  return {
    width,
    height,
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${language}">`,
      `<title>${both(figure.caption)}</title><desc>${both(figure.alternative)}</desc>`,
      `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
      `<g font-family="${FILE_FONT}" fill="#1d2327">`,
      text(title, TITLE, MARGIN, ' font-weight="bold"'),
      placed,
      text(under, SMALL, top + picture.height + 12, ' fill="#4f5a62"'),
      '</g></svg>\n',
    ].join(''),
  }
}
