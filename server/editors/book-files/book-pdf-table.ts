/** A numbered table of the book as the layout takes it: parts that fit between the margins, widths of columns, drawings beside or above. */
import type { Picture } from '../../../analysis/publication/figures/picture.ts'
import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { type ChapterNotes, captionLine } from '../../../analysis/publication/formats/chapter-notes.ts'
import { type PrintedGrid, printedGrid } from '../../../analysis/publication/formats/printed-grid.ts'
import { drawnInVolume } from '../../../analysis/publication/formats/shaded-cells.ts'
import type { BookFigure, BookTable, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { filled, type PageItem } from './page-filling.ts'
import { partsOf } from './table-parts.ts'
import { NARROW } from './table-widths.ts'
import { paragraphsHeight, textHeight } from './text-heights.ts'

/** A table of one column and at least so many lines stands in two halves beside each other. */
const LONG = 16
const TITLE_GAP = 7
/** In millimetres: a drawing over the whole page, and one beside its table. */
const ACROSS = 126
const BESIDE = 84

/** Of a drawing that is set smaller so that a page is filled. */
const SMALLEST = 0.8
/** Between the margins, in millimetres. */
export const PAGE = { width: 176, height: 259 } as const
const GAP = 4.5

export interface TableInPdf {
  readonly data: object
  /** What remains of the page on which it ends. */
  readonly left: number
  /** Whether it begins on the next page, because too little remains of this one. */
  readonly moved: boolean
}

/** @param before what remains of the page on which it begins */
export function tableInPdf(table: BookTable, notes: ChapterNotes, language: Language, figures: DrawnFigures, before: number): TableInPdf {
  const title = `${BOOK_WORDS.table[language]} ${table.number}　${table.title[language]}`
  const [learns, sentences] = [table.learns[language], table.sentences.map((words) => words[language])]
  const silent = table.silent?.[language] ?? ''
  const under = table.blocks.length === 0 ? notes.ofTable(table.number) : []
  const head =
    TITLE_GAP +
    textHeight(title, 11, 0.62, PAGE.width) +
    6 +
    paragraphsHeight([learns, ...sentences], 9, 0.62, 0.75, PAGE.width) +
    (silent === '' ? 0 : textHeight(silent, 9, 0.62, PAGE.width - 5) + 7) +
    paragraphsHeight(under, 6.8, 0.5, 0.5, PAGE.width)
  const items = table.blocks.flatMap((block) => itemsOf(table, block, notes, language, figures))
  const { placed, left, moved } = filled(items, head, PAGE.height, before)
  return {
    left,
    moved,
    data: {
      label: `table-${table.number}`,
      title,
      otherTitle: table.title[language === 'ja' ? 'en' : 'ja'],
      learns,
      sentences,
      silent,
      under,
      items: placed.map(({ item, scale }) => ({ ...item.data, scale })),
    },
  }
}

interface PdfItem extends PageItem {
  readonly data: object
}

function itemsOf(
  table: BookTable,
  block: PrintedBlock,
  notes: ChapterNotes,
  language: Language,
  figures: DrawnFigures,
): readonly PdfItem[] {
  const grid = printedGrid(block)
  const { marks, own } = notes.of(block.id)
  const { figures: drawn, shaded } = drawnInVolume(table, block)
  const beside = grid.heads.length === 1 && drawn.length === 1 && drawn[0]!.kind === 'bars'
  const pictures = drawn.flatMap((figure) => {
    const picture = beside ? figures.narrow(figure.id, language) : figures.bare(figure.id, language)
    return picture ? [figureData(figure, picture, beside, grid, language)] : []
  })
  const caption = {
    caption: block.caption[language],
    checksum: block.checksum.slice(0, 16),
    above: captionLine(block, marks, language),
    corner: grid.corner[language],
    across: grid.across?.[language] ?? '',
  }
  const halved = !beside && grid.heads.length === 1 && grid.rows.length >= LONG
  const parts = partsOf(grid, language, shaded, beside || halved)
  const lines = caption.above === '' ? 0 : textHeight(caption.above, 6.8, 0.5, beside ? NARROW : PAGE.width) + 1.2
  const notesBelow = own.length > 0 ? 1.2 + paragraphsHeight(own, 6.8, 0.5, 0.5, PAGE.width) : 0
  const captionHeight = GAP + 5 + lines
  const tableItem = (data: object, height: number): PdfItem => ({
    kind: 'table',
    height,
    breaks: height > PAGE.height,
    data: { kind: 'table', fits: height <= PAGE.height, b: caption, ...data },
  })
  const tables = halved
    ? [tableItem({ kind: 'halves', halves: halvesOf(parts[0]!), under: own }, captionHeight + parts[0]!.height / 2 + 6 + notesBelow)]
    : parts.map((part, at) => {
        const last = at === parts.length - 1
        return tableItem({ p: part, under: last ? own : [] }, captionHeight + part.height + (last ? notesBelow : 0))
      })
  const drawings = pictures.map((picture): PdfItem => {
    const height = GAP + picture.height + 2.4 + textHeight(`${picture.caption} — ${picture.subtitle}`, 6.8, 0.5, PAGE.width)
    return { kind: 'drawing', height, least: height * SMALLEST, data: { kind: 'drawing', f: picture } }
  })
  const [one, ...more] = tables
  const [drawing] = drawings
  if (!beside || !drawing || !one || more.length > 0 || one.breaks) return [...drawings, ...tables]
  const height = Math.max(drawing.height, one.height)
  return [{ kind: 'table', height, data: { ...one.data, kind: 'beside', f: pictures[0]! } }]
}

/** The lines of a part in two halves, the first of which has the line more. */
function halvesOf<Part extends { readonly rows: readonly unknown[] }>(part: Part) {
  const middle = Math.ceil(part.rows.length / 2)
  return [
    { ...part, rows: part.rows.slice(0, middle) },
    { ...part, rows: part.rows.slice(middle), first: false },
  ]
}

const figureData = (figure: BookFigure, picture: Picture, beside: boolean, { block }: PrintedGrid, language: Language) => ({
  svg: inOneWeight(picture.svg),
  ...sizeOf(picture, beside ? BESIDE : Math.min(ACROSS, (picture.width / 720) * ACROSS)),
  alt: figure.alternative[language],
  // Beside its table a drawing has that table's caption and base.
  caption: figure.caption[language],
  subtitle: beside && figure.caption.en === block.caption.en ? '' : figure.subtitle[language],
})

/** In millimetres. */
const sizeOf = (picture: Picture, width: number) => ({ width, height: (picture.height / picture.width) * width })

/** Two fonts in one drawing come into the PDF in an order that changes from run to run. */
export const inOneWeight = (svg: string) => svg.replaceAll(/font-weight:bold;| font-weight="\w+"/g, '')
