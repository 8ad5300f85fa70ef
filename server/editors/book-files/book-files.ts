/** The files of a book: which there are, what they are called, and how each is made. A file that nobody asks for is not made. */
import { createHash } from 'node:crypto'
import { citationsOf } from '../../../analysis/publication/book/citations.ts'
import { factSheets } from '../../../analysis/publication/book/fact-sheets/sheets.ts'
import type { FigureImages } from '../../../analysis/publication/figures/picture.ts'
import { archive } from '../../../analysis/publication/formats/archive.ts'
import { BOM, blockLongCsv, blockWideCsv, type FileOrigin, notesText } from '../../../analysis/publication/formats/data/block-csv.ts'
import { blockJsonStat } from '../../../analysis/publication/formats/data/block-json-stat.ts'
import { blockParquet } from '../../../analysis/publication/formats/data/block-parquet.ts'
import { blockSav } from '../../../analysis/publication/formats/data/block-sav.ts'
import { bookDocx } from '../../../analysis/publication/formats/office/book-docx.ts'
import { bookXlsx } from '../../../analysis/publication/formats/office/book-xlsx.ts'
import { WORKBOOK_TYPE } from '../../../analysis/publication/formats/office/spreadsheet.ts'
import { DOCUMENT_TYPE } from '../../../analysis/publication/formats/office/word-document.ts'
import { blockLatex, blockMarkdown } from '../../../analysis/publication/formats/text/block-text.ts'
import type { Book, FactSheet, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { bookHtml } from './book-html.ts'
import { bookPdf } from './book-pdf.ts'
import { dataPackageFiles } from './data-package.ts'
import { type DrawnFigures, drawnFigures } from './drawn-figures.ts'
import { factSheetPdf } from './fact-sheet.ts'
import { imagesOf } from './figure-images.ts'

type Content = Uint8Array | string

interface Making {
  readonly book: Book
  readonly blocks: readonly PrintedBlock[]
  readonly figureIds: readonly string[]
  readonly figures: DrawnFigures
  /** Of all figures; painted when they are first asked for. */
  readonly images: () => Promise<FigureImages>
  readonly sheets: readonly FactSheet[]
  readonly htmlName: string
  readonly origin: FileOrigin
  readonly languages: readonly Language[]
}

interface Format {
  readonly ending: string
  readonly type: string
  /** A file for each language, or one for all. */
  readonly each: boolean
  /** A file for each of these, by name; one alone unless told. */
  readonly parts?: (making: Making) => readonly string[]
  readonly make: (making: Making, language: Language, part: string) => Content | Promise<Content>
}

const ZIP = 'application/zip'

/** An archive with a file for each block in each language. */
const zipOf = (blocks: Making['blocks'], files: (block: PrintedBlock) => readonly (readonly [path: string, content: Content])[]) =>
  archive(new Map(blocks.flatMap(files)))

const FORMATS = {
  html: {
    ending: 'html',
    type: 'text/html; charset=utf-8',
    each: false,
    make: ({ book, languages, figures, sheets }) => bookHtml(book, languages, figures, sheets),
  },
  pdf: { ending: 'pdf', type: 'application/pdf', each: true, make: ({ book, figures }, language) => bookPdf(book, language, figures) },
  docx: {
    ending: 'docx',
    type: DOCUMENT_TYPE,
    each: true,
    make: async ({ book, images }, language) => bookDocx(book, language, await images()),
  },
  'fact-sheets': {
    ending: 'pdf',
    type: 'application/pdf',
    each: true,
    parts: ({ sheets }) => sheets.map(({ id }) => `fact-sheet-${id}`),
    make: ({ book, figures, sheets, htmlName }, language, part) =>
      factSheetPdf(book, sheets.find(({ id }) => part === `fact-sheet-${id}`)!, language, figures, htmlName),
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
} as const satisfies Readonly<Record<string, Format>>

export type BookFormat = keyof typeof FORMATS
export const BOOK_FORMATS = Object.keys(FORMATS) as readonly BookFormat[]

export interface BookFile {
  readonly name: string
  readonly format: BookFormat
  /** Null for a file that holds all languages. */
  readonly language: Language | null
  readonly type: string
  readonly make: () => Promise<Uint8Array>
}

export function bookFiles(book: Book, languages: readonly Language[], formats: readonly BookFormat[]): readonly BookFile[] {
  const making = makingOf(book, languages)
  return formats.flatMap((format) => {
    const { ending, type, each, parts, make }: Format = FORMATS[format]
    return (parts ? parts(making) : ['']).flatMap((part) =>
      (each ? languages : [null]).map((language) => ({
        name: fileName(book, language, ending, part),
        format,
        language,
        type,
        make: async () => {
          const content = await make(making, language ?? languages[0]!, part)
          return typeof content === 'string' ? Buffer.from(content) : content
        },
      })),
    )
  })
}

/** `data-book_2026-1.ja.pdf`; it says so when the network is invented. */
const fileName = ({ imprint }: Pick<Book, 'imprint'>, language: Language | null, ending: string, part = ''): string =>
  [
    `${imprint.fictional ? 'fictional_' : ''}data-book_${imprint.edition.replaceAll(/[^A-Za-z0-9._-]/g, '-')}`,
    ...(part === '' ? [] : [part]),
    ...(language ? [language] : []),
    ending,
  ].join('.')

function makingOf(book: Book, languages: readonly Language[]): Making {
  const tables = book.chapters.flatMap((chapter) => chapter.tables)
  const figures = drawnFigures(book)
  const figureIds = tables.flatMap((table) => table.figures.map(({ id }) => id))
  let painted: Promise<FigureImages> | null = null
  const paint = async (): Promise<FigureImages> => {
    const pictures = figureIds.flatMap((id) =>
      languages.flatMap((language) => {
        const picture = figures.alone(id, language)
        return picture ? [[`${language} ${id}`, picture] as const] : []
      }),
    )
    const images = await imagesOf(new Map(pictures))
    return (id, language) => images.get(`${language} ${id}`) ?? null
  }
  const { edition, policy, fictional } = book.imprint
  return {
    book,
    languages,
    figures,
    blocks: tables.flatMap((table) => table.blocks),
    figureIds,
    origin: { edition, policy, fictional },
    images: () => (painted ??= paint()),
    sheets: factSheets(book),
    htmlName: fileName(book, null, FORMATS.html.ending),
  }
}

/** SHA-256, hexadecimal. */
export const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
