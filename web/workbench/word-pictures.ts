/** The figures of chosen tables as pictures for a Word file, drawn in this browser as the book draws them: SVG, and PNG for programs that draw none. */
import { alternativeOf, subtitleOf } from '../../analysis/publication/book/figure-words.ts'
import { blockDrawing } from '../../analysis/publication/figures/block-drawing.ts'
import { draw } from '../../analysis/publication/figures/draw.ts'
import { fileSvg } from '../../analysis/publication/figures/file-svg.ts'
import { drawableAs } from '../../analysis/publication/figures/views/block-view.ts'
import type { WordPicture } from '../../analysis/publication/formats/office/word-content.ts'
import type { BookFigure } from '../../survey-schema/release/book.ts'
import type { Language } from '../../survey-schema/text.ts'
import { pngOf } from '../figures/figure-file.ts'
import { keyOf } from './collection.ts'
import type { Resolved } from './resolved.ts'

/** In pixels: that of a printed page. */
const WIDTH = 720
/** Pixels for each CSS pixel of the PNG, which only programs without SVG show. */
const FALLBACK_SCALE = 1

/** By the key of each table; one in which nothing is shown has none. */
export async function wordPictures(tables: readonly Resolved[], language: Language): Promise<ReadonlyMap<string, WordPicture>> {
  const made = new Map<string, WordPicture>()
  for (const resolved of tables) {
    const picture = await pictureOf(resolved, language)
    if (picture) made.set(keyOf(resolved.picked), picture)
  }
  return made
}

async function pictureOf({ table, block, imprint }: Resolved, language: Language): Promise<WordPicture | null> {
  const planned = table.figures.find(({ draws }) => draws[0] === block.id)
  const itsKind = block.kind === 'table' && block.columns.length > 0 ? 'heat' : 'bars'
  const figure: BookFigure = planned ?? {
    id: block.id,
    kind: itsKind,
    caption: block.caption,
    subtitle: subtitleOf(itsKind, block),
    alternative: alternativeOf(itsKind, block),
    draws: [block.id],
  }
  if (drawableAs(figure, block) === null) return null
  // Outlines of maps are not loaded for a file; the same figures stand as bars or as shaded cells.
  const kind = figure.kind === 'world-map' || figure.kind === 'japan-map' ? 'bars' : figure.kind
  const drawing = blockDrawing({ ...figure, kind }, block, imprint, language, WIDTH)
  const svg = draw(drawing)
  const png = await pngOf({ svg, size: drawing.size }, FALLBACK_SCALE)
  return { kind: 'picture', svg: fileSvg(svg), png, ...drawing.size, description: figure.alternative[language] }
}
