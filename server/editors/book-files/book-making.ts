/** What all files of a book are made from: its blocks, drawings and fact sheets. Pictures are rendered when a file first asks for them. */
import { factSheets } from '../../../analysis/publication/book/fact-sheets/sheets.ts'
import type { FigureImages } from '../../../analysis/publication/figures/picture.ts'
import type { FileOrigin } from '../../../analysis/publication/formats/data/block-csv.ts'
import type { Book, FactSheet, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { type DrawnFigures, drawnFigures } from './drawn-figures.ts'
import { imagesOf } from './figure-images.ts'

export interface Making {
  readonly book: Book
  readonly blocks: readonly PrintedBlock[]
  readonly figureIds: readonly string[]
  readonly figures: DrawnFigures
  /** All figures as PNG. */
  readonly images: () => Promise<FigureImages>
  readonly sheets: readonly FactSheet[]
  readonly htmlName: string
  readonly origin: FileOrigin
  readonly languages: readonly Language[]
}

/** @param htmlName of the page, to which fact sheets refer */
export function makingOf(book: Book, languages: readonly Language[], htmlName: string): Making {
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
    htmlName,
  }
}
