/** What all files of a book are made from: its blocks, drawings and fact sheets. Pictures are rendered when a file first asks for them. */
import { factSheets } from '../../../analysis/publication/book/fact-sheets/sheets.ts'
import type { FigureImages } from '../../../analysis/publication/figures/picture.ts'
import type { FileOrigin } from '../../../analysis/publication/formats/data/block-csv.ts'
import { bySpeaking } from '../../../analysis/publication/formats/findings-words.ts'
import { drawnInVolume } from '../../../analysis/publication/formats/shaded-cells.ts'
import type { Book, FactSheet, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { type DrawnFigures, drawnFigures } from './drawn-figures.ts'
import { imagesOf } from './figure-images.ts'

export interface Making {
  readonly book: Book
  readonly blocks: readonly PrintedBlock[]
  readonly figureIds: readonly string[]
  readonly figures: DrawnFigures
  /** All figures as PNG, each with its title, base and source inside. */
  readonly images: () => Promise<FigureImages>
  /** Those that a volume in this language draws beside its tables, without words around them. */
  readonly imagesIn: (language: Language) => Promise<FigureImages>
  /** Those of the findings volume, the same. */
  readonly findingImages: (language: Language) => Promise<FigureImages>
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
  const paint = async (ids: readonly string[], all: readonly Language[], picture: DrawnFigures['bare']): Promise<FigureImages> => {
    const pictures = ids.flatMap((id) =>
      all.flatMap((language) => {
        const found = picture(id, language)
        return found ? [[`${language} ${id}`, found] as const] : []
      }),
    )
    const images = await imagesOf(new Map(pictures))
    return (id, language) => images.get(`${language} ${id}`) ?? null
  }
  let painted: Promise<FigureImages> | null = null
  // Volumes share drawings: each is painted once.
  const inVolumes: FigureImages[] = []
  const paintBare = async (ids: readonly string[], language: Language): Promise<FigureImages> => {
    const known: FigureImages = (id, of) => inVolumes.reduce<ReturnType<FigureImages>>((found, images) => found ?? images(id, of), null)
    inVolumes.push(
      await paint(
        ids.filter((id) => known(id, language) === null),
        [language],
        figures.bare,
      ),
    )
    return known
  }
  const inVolume = tables.flatMap((table) => table.blocks.flatMap((block) => drawnInVolume(table, block).figures.map(({ id }) => id)))
  const inFindings = bySpeaking(book.findings).speaking.flatMap((chapter) => chapter.figures.map(({ figure }) => figure))
  const { edition, policy, fictional } = book.imprint
  return {
    book,
    languages,
    figures,
    blocks: tables.flatMap((table) => table.blocks),
    figureIds,
    origin: { edition, policy, fictional },
    images: () => (painted ??= paint(figureIds, languages, figures.alone)),
    imagesIn: (language) => paintBare(inVolume, language),
    findingImages: (language) => paintBare(inFindings, language),
    sheets: factSheets(book),
    htmlName,
  }
}
