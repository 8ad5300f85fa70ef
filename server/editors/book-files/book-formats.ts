/** The formats of a book: the ending and type of each, and how its content is made. */
import { citationsOf } from '../../../analysis/publication/book/citations.ts'
import { archive } from '../../../analysis/publication/formats/archive.ts'
import { BOM, blockLongCsv, blockWideCsv, notesText } from '../../../analysis/publication/formats/data/block-csv.ts'
import { blockDta } from '../../../analysis/publication/formats/data/block-dta.ts'
import { blockJsonStat } from '../../../analysis/publication/formats/data/block-json-stat.ts'
import { blockParquet } from '../../../analysis/publication/formats/data/block-parquet.ts'
import { blockSav } from '../../../analysis/publication/formats/data/block-sav.ts'
import { bookDocx } from '../../../analysis/publication/formats/office/book-docx.ts'
import { bookXlsx } from '../../../analysis/publication/formats/office/book-xlsx.ts'
import { findingsDocx } from '../../../analysis/publication/formats/office/findings-docx.ts'
import { WORKBOOK_TYPE } from '../../../analysis/publication/formats/office/spreadsheet.ts'
import { DOCUMENT_TYPE } from '../../../analysis/publication/formats/office/word-document.ts'
import { blockLatex, blockMarkdown } from '../../../analysis/publication/formats/text/block-text.ts'
import type { PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { bookHtml } from './book-html.ts'
import type { Making } from './book-making.ts'
import { bookPdf } from './book-pdf.ts'
import { dataPackageFiles } from './data-package.ts'
import { factSheetPdf } from './fact-sheet.ts'
import { findingsHtml } from './findings-html.ts'
import { findingsPdf } from './findings-pdf.ts'
import { packPdf } from './packs.ts'

type Content = Uint8Array | string

export interface BookFileFormat {
  readonly ending: string
  readonly type: string
  /** Whether there is a file for each language, or one that holds all. */
  readonly each: boolean
  /** Names of the files of this format, where there are several in a language. */
  readonly parts?: (making: Making) => readonly string[]
  readonly make: (making: Making, language: Language, part: string) => Content | Promise<Content>
}

const ZIP = 'application/zip'

/** An archive with a file for each block in each language. */
const zipOf = (blocks: Making['blocks'], files: (block: PrintedBlock) => readonly (readonly [path: string, content: Content])[]) =>
  archive(new Map(blocks.flatMap(files)))

export const FORMATS = {
  html: {
    ending: 'html',
    type: 'text/html; charset=utf-8',
    each: false,
    make: ({ book, languages, figures, sheets }) => bookHtml(book, languages, figures, sheets),
  },
  pdf: { ending: 'pdf', type: 'application/pdf', each: true, make: ({ book, figures }, language) => bookPdf(book, language, figures) },
  findings: {
    ending: 'pdf',
    type: 'application/pdf',
    each: true,
    parts: () => ['findings'],
    make: ({ book, figures, htmlName }, language) => findingsPdf(book, language, figures, htmlName),
  },
  'findings-html': {
    ending: 'html',
    type: 'text/html; charset=utf-8',
    each: false,
    parts: () => ['findings'],
    make: ({ book, languages, figures, htmlName }) => findingsHtml(book, languages, figures, htmlName),
  },
  'findings-docx': {
    ending: 'docx',
    type: DOCUMENT_TYPE,
    each: true,
    parts: () => ['findings'],
    make: async ({ book, findingImages }, language) => findingsDocx(book, language, await findingImages(language)),
  },
  docx: {
    ending: 'docx',
    type: DOCUMENT_TYPE,
    each: true,
    make: async ({ book, imagesIn }, language) => bookDocx(book, language, await imagesIn(language)),
  },
  'fact-sheets': {
    ending: 'pdf',
    type: 'application/pdf',
    each: true,
    parts: ({ sheets }) => sheets.map(({ id }) => `fact-sheet-${id}`),
    make: ({ book, figures, sheets, htmlName }, language, part) =>
      factSheetPdf(book, sheets.find(({ id }) => part === `fact-sheet-${id}`)!, language, figures, htmlName),
  },
  packs: {
    ending: 'pdf',
    type: 'application/pdf',
    each: true,
    parts: ({ book }) => book.packs.map(({ id }) => `pack-${id}`),
    make: ({ book, figures, htmlName }, language, part) =>
      packPdf(book, book.packs.find(({ id }) => part === `pack-${id}`)!, language, figures, htmlName),
  },
  xlsx: { ending: 'xlsx', type: WORKBOOK_TYPE, each: false, make: ({ book }) => bookXlsx(book) },
  csv: {
    ending: 'csv.zip',
    type: ZIP,
    each: false,
    make: ({ blocks, origin }) =>
      zipOf(blocks, (block) => {
        const [long, wide, notes] = [blockLongCsv(block, origin), blockWideCsv(block), notesText(block)]
        return [
          [`long/${block.id}.csv`, long],
          [`long/${block.id}.txt`, notes],
          [`wide/${block.id}.csv`, wide],
          [`wide/${block.id}.txt`, notes],
          [`long-with-bom/${block.id}.csv`, BOM + long],
          [`wide-with-bom/${block.id}.csv`, BOM + wide],
        ]
      }),
  },
  'json-stat': {
    ending: 'json-stat.zip',
    type: ZIP,
    each: false,
    make: ({ blocks, origin, languages }) =>
      zipOf(blocks, (block) =>
        languages.map(
          (language) => [`${language}/${block.id}.json`, `${JSON.stringify(blockJsonStat(block, origin, language))}\n`] as const,
        ),
      ),
  },
  datapackage: {
    ending: 'datapackage.zip',
    type: ZIP,
    each: false,
    make: ({ book, blocks, origin }) => archive(dataPackageFiles(book, blocks, origin)),
  },
  sav: {
    ending: 'sav.zip',
    type: ZIP,
    each: false,
    make: ({ blocks, origin }) => zipOf(blocks, (block) => [[`${block.id}.sav`, blockSav(block, origin)]]),
  },
  dta: {
    ending: 'dta.zip',
    type: ZIP,
    each: false,
    make: ({ blocks, origin }) => zipOf(blocks, (block) => [[`${block.id}.dta`, blockDta(block, origin)]]),
  },
  parquet: {
    ending: 'parquet.zip',
    type: ZIP,
    each: false,
    make: ({ blocks, origin }) => zipOf(blocks, (block) => [[`${block.id}.parquet`, blockParquet(block, origin)]]),
  },
  svg: {
    ending: 'svg.zip',
    type: ZIP,
    each: false,
    make: ({ figureIds, figures, languages }) =>
      archive(
        new Map(
          figureIds.flatMap((id) =>
            languages.flatMap((language) => {
              const picture = figures.alone(id, language)
              return picture ? [[`${language}/${id}.svg`, picture.svg] as const] : []
            }),
          ),
        ),
      ),
  },
  png: {
    ending: 'png.zip',
    type: ZIP,
    each: false,
    make: async ({ figureIds, images, languages }) => {
      const painted = await images()
      return archive(
        new Map(
          figureIds.flatMap((id) =>
            languages.flatMap((language) => {
              const image = painted(id, language)
              return image ? [[`${language}/${id}.png`, image.png] as const] : []
            }),
          ),
        ),
      )
    },
  },
  markdown: {
    ending: 'markdown.zip',
    type: ZIP,
    each: false,
    make: ({ blocks, languages }) =>
      zipOf(blocks, (block) => languages.map((language) => [`${language}/${block.id}.md`, blockMarkdown(block, language)] as const)),
  },
  latex: {
    ending: 'latex.zip',
    type: ZIP,
    each: false,
    make: ({ blocks, languages }) =>
      zipOf(blocks, (block) => languages.map((language) => [`${language}/${block.id}.tex`, blockLatex(block, language)] as const)),
  },
  bibtex: {
    ending: 'bib',
    type: 'application/x-bibtex; charset=utf-8',
    each: false,
    make: ({ book }) =>
      citationsOf(book)
        .map(({ bibtex }) => bibtex)
        .join('\n'),
  },
  ris: {
    ending: 'ris',
    type: 'application/x-research-info-systems; charset=utf-8',
    each: false,
    make: ({ book }) =>
      citationsOf(book)
        .map(({ ris }) => ris.replaceAll('\n', '\r\n'))
        .join('\r\n'),
  },
} as const satisfies Readonly<Record<string, BookFileFormat>>

export type BookFormat = keyof typeof FORMATS
export const BOOK_FORMATS = Object.keys(FORMATS) as readonly BookFormat[]
