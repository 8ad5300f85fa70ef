/** The book as a PDF, one edition a language: contents, running heads, embedded fonts, tables whose head is repeated. */

import { BOOK_WORDS, recordsOf } from '../../../analysis/publication/formats/book-words.ts'
import { cellText, linesAbove, linesBelow, type PrintedGrid, printedGrid } from '../../../analysis/publication/formats/printed-grid.ts'
import { type Book, type BookTable, drawnFrom, type PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { BOOK_TEMPLATE } from './book-template.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { typeset } from './typst.ts'

/** Columns of figures that stand side by side on a page. */
const ACROSS = 8

export const bookPdf = (book: Book, language: Language, figures: DrawnFigures): Promise<Uint8Array> =>
  typeset(BOOK_TEMPLATE, bookData(book, language, figures))

function bookData({ imprint, chapters }: Book, language: Language, figures: DrawnFigures) {
  const other = language === 'ja' ? 'en' : 'ja'
  const { edition, volume, questionnaire, policy } = BOOK_WORDS
  return {
    language,
    otherLanguage: other,
    title: imprint.title[language],
    otherTitle: imprint.title[other],
    edition: imprint.edition,
    fictional: imprint.fictional ? BOOK_WORDS.fictional[language] : '',
    imprint: [
      [edition[language], imprint.editions.join(', ')],
      ...(imprint.volume === null ? [] : [[volume[language], imprint.volume]]),
      [questionnaire[language], imprint.questionnaire],
      [policy[language], imprint.policy],
      ...recordsOf(imprint, language),
    ],
    policyLine: imprint.policyLine[language],
    checksum: imprint.checksum,
    words: { contents: BOOK_WORDS.contents[language], figure: BOOK_WORDS.figure[language], checksum: BOOK_WORDS.checksum[language] },
    chapters: chapters
      .filter(({ tables }) => tables.length > 0)
      .map(({ number, title, tables }) => ({
        title: `${number}　${title[language]}`,
        tables: tables.map((table) => tableData(table, language, other, figures)),
      })),
  }
}

/** Two fonts in one drawing come into the PDF in an order that changes from run to run. */
const inOneWeight = (svg: string) => svg.replaceAll(/font-weight:bold;| font-weight="\w+"/g, '')

const tableData = (table: BookTable, language: Language, other: Language, figures: DrawnFigures) => ({
  label: `table-${table.number}`,
  title: `${BOOK_WORDS.table[language]} ${table.number}　${table.title[language]}`,
  otherTitle: table.title[other],
  learns: table.learns[language],
  sentences: table.sentences.map((words) => words[language]),
  silent: table.silent?.[language] ?? '',
  notes: table.notes.map((words) => words[language]),
  blocks: table.blocks.map((block) => ({
    ...blockData(block, language),
    figures: drawnFrom(table, block).flatMap((figure) => {
      const picture = figures.bare(figure.id, language)
      return picture
        ? [
            {
              svg: inOneWeight(picture.svg),
              width: picture.width,
              height: picture.height,
              alt: figure.alternative[language],
              caption: figure.caption[language],
            },
          ]
        : []
    }),
  })),
})

function blockData(block: PrintedBlock, language: Language) {
  const grid = printedGrid(block)
  return {
    caption: block.caption[language],
    above: linesAbove(grid, language),
    corner: grid.corner[language],
    across: grid.across?.[language] ?? '',
    parts: partsOf(grid, language),
    under: linesBelow(block, language),
  }
}

/** A table with more columns than a page holds stands in parts, each with the names of its lines. */
function partsOf(grid: PrintedGrid, language: Language) {
  const count = Math.max(1, Math.ceil(grid.heads.length / ACROSS))
  const each = Math.ceil(grid.heads.length / count)
  const alone = grid.shares && grid.heads.length === 1
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [part * each, (part + 1) * each]
    return {
      number: count > 1 ? `${part + 1}/${count}` : '',
      last: part === count - 1,
      heads: [...grid.heads.slice(from, to).map(({ words }) => words[language]), ...(alone ? [BOOK_WORDS.share[language]] : [])],
      rows: grid.rows.map(({ words, depth, frame, cells }) => ({
        label: words[language],
        depth,
        frame,
        cells: cells.slice(from, to).flatMap(({ content, share }) => {
          const cell = {
            text: cellText(content, language),
            share: share?.[language] ?? '',
            words: content.status === 'text',
            beside: alone,
          }
          return alone ? [cell, { ...cell, text: cell.share, share: '' }] : [cell]
        }),
      })),
    }
  })
}
