/** The book as a workbook: one sheet of notes and codes, one sheet for each block, and one with all their cells. Figures and shares are numbers, everything else is text. */
import type { Book, PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS, TOKENS } from '../book-words.ts'
import { printedGrid } from '../printed-grid.ts'
import { blockDataSheet, bookDataSheet, DATA_NOTES } from './data-sheet.ts'
import { blockSheet } from './sheet-block.ts'
import { sheetName, sheetNames } from './sheet-names.ts'
import { styled, text } from './sheet-text.ts'
import { spreadsheet } from './spreadsheet.ts'
import type { SheetCell, Worksheet } from './worksheet.ts'

export function bookXlsx({ imprint, chapters }: Book): Uint8Array {
  const tables = chapters.flatMap((chapter) => chapter.tables)
  const blocks = tables.flatMap((table) => table.blocks)
  const names = sheetNames(blocks)
  const both = (words: Text) => [text(words.ja), text(words.en)]
  const row = (words: Text, value: string) => [...both(words), text(value)]
  const notes: Worksheet = {
    name: sheetName('注と符号 Notes'),
    frozen: 0,
    print: { headRow: null },
    widths: [56, 64, 40],
    rows: [
      [styled(imprint.title.ja, 'title')],
      [styled(imprint.title.en, 'heading')],
      ...(imprint.fictional ? [both(BOOK_WORDS.fictional)] : []),
      row(BOOK_WORDS.edition, imprint.editions.join(', ')),
      ...(imprint.volume === null ? [] : [row(BOOK_WORDS.volume, imprint.volume)]),
      row(BOOK_WORDS.questionnaire, imprint.questionnaire),
      row(BOOK_WORDS.policy, imprint.policy),
      row(BOOK_WORDS.checksum, imprint.checksum),
      both(imprint.policyLine),
      ...(imprint.records ? [both(imprint.records.citation), both(imprint.records.terms)] : []),
      [],
      ...Object.values(TOKENS.legend).map(both),
      ...DATA_NOTES.map(both),
      [],
      ...uniqueWords(tables.flatMap((table) => table.notes)).map(both),
      [],
      [styled('表 Table', 'head'), styled('', 'head'), styled('シート Sheet', 'head')],
      ...tables.flatMap((table): SheetCell[][] => [
        row(
          { ja: `表${table.number}　${table.title.ja}`, en: `Table ${table.number} ${table.title.en}` },
          table.blocks.map(({ id }) => names.get(id)!).join(', '),
        ),
        ...(table.silent ? [both(table.silent)] : []),
      ]),
    ],
  }
  return spreadsheet(
    [notes, ...blocks.map((block) => blockSheet(printedGrid(block), names.get(block.id)!)), bookDataSheet(blocks, names)],
    `${imprint.title.ja} / ${imprint.title.en}`,
  )
}

const uniqueWords = (all: readonly Text[]) => [...new Map(all.map((words) => [words.en, words])).values()]

/** One block by itself, as it is printed and cell by cell. */
export const blockXlsx = (block: PrintedBlock): Uint8Array => {
  const name = sheetNames([block]).get(block.id)!
  return spreadsheet([blockSheet(printedGrid(block), name), blockDataSheet(block)], `${block.caption.ja} / ${block.caption.en}`)
}
