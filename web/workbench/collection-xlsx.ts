/** A collection as one workbook: a sheet with all that the author wrote, then a sheet a table, in both languages as in the book. */
import { BOOK_WORDS } from '../../analysis/publication/formats/book-words.ts'
import { blockSheet } from '../../analysis/publication/formats/office/sheet-block.ts'
import { sheetName } from '../../analysis/publication/formats/office/sheet-names.ts'
import { styled } from '../../analysis/publication/formats/office/sheet-text.ts'
import { spreadsheet } from '../../analysis/publication/formats/office/spreadsheet.ts'
import type { SheetCell, Worksheet } from '../../analysis/publication/formats/office/worksheet.ts'
import { printedGrid } from '../../analysis/publication/formats/printed-grid.ts'
import type { Language } from '../../survey-schema/text.ts'
import type { Collection } from './collection.ts'
import { FILE_WORDS, namedAs, partNamedAs } from './file-words.ts'
import { linesOf, textBlocks } from './markdown.ts'
import type { Resolved } from './resolved.ts'

const TEXT_WIDTH = 100

/** @param tables in the order of the collection */
export function collectionXlsx(collection: Collection, tables: readonly Resolved[], language: Language): Uint8Array {
  const title = collection.title || FILE_WORDS.untitled[language]
  const names = tables.map(({ table }, at) =>
    sheetName(`${at + 1}. ${table.number === '' ? table.title.ja : FILE_WORDS.table.ja + table.number}`),
  )
  const written = (markdown: string): SheetCell[][] =>
    linesOf(textBlocks(markdown)).map(({ text, heading }) => [styled(text, heading ? 'heading' : 'text')])
  const fictional = tables.some(({ imprint }) => imprint.fictional)
  const text: Worksheet = {
    name: sheetName(FILE_WORDS.text[language]),
    frozen: 0,
    print: { headRow: null },
    widths: [TEXT_WIDTH, 24],
    rows: [
      [styled(title, 'title')],
      ...(fictional ? [[styled(BOOK_WORDS.fictional.ja, 'text')], [styled(BOOK_WORDS.fictional.en, 'text')]] : []),
      [styled(FILE_WORDS.whose.ja, 'text')],
      [styled(FILE_WORDS.whose.en, 'text')],
      [],
      ...written(collection.commentary),
      ...tables.flatMap(({ picked, table, block }, at): SheetCell[][] => [
        [],
        [
          styled(picked.title || `${partNamedAs(table, block, 'ja')} / ${block.caption.en}`, 'heading'),
          styled(`${FILE_WORDS.sheet[language]} ${names[at]}`, 'text'),
        ],
        ...written(picked.commentary),
      ]),
    ],
  }
  return spreadsheet([text, ...tables.map((resolved, at) => tableSheet(resolved, names[at] ?? ''))], title)
}

/** As in the book, with the author's title above and the notes of the whole table below. */
function tableSheet({ picked, table, block }: Resolved, name: string): Worksheet {
  const sheet = blockSheet(printedGrid(block), name)
  const above: SheetCell[][] = [
    ...(picked.title === '' ? [] : [[styled(picked.title, 'title')]]),
    [styled(`${namedAs(table, 'ja')} / ${namedAs(table, 'en')}`, 'small')],
  ]
  const frozen = sheet.frozen + above.length
  return {
    ...sheet,
    frozen,
    print: { headRow: frozen },
    rows: [...above, ...sheet.rows, ...table.notes.flatMap(({ ja, en }) => [[styled(ja, 'small')], [styled(en, 'small')]])],
  }
}
