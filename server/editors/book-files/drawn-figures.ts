/**
 * Figures of a book, drawn once for all formats that show them, by the drawings of the page: a file and a page show the same picture.
 * One that travels alone carries its title, base, period and policy inside.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { blockDrawing } from '../../../analysis/publication/figures/block-drawing.ts'
import { type Drawing, draw } from '../../../analysis/publication/figures/draw.ts'
import { fileSvg } from '../../../analysis/publication/figures/file-svg.ts'
import { japanMap, japanMaps } from '../../../analysis/publication/figures/maps/japan-map.ts'
import { journeysTo, worldMap } from '../../../analysis/publication/figures/maps/world-map.ts'
import { type CountryShape, worldShapes } from '../../../analysis/publication/figures/maps/world-shapes.ts'
import type { Picture } from '../../../analysis/publication/figures/picture.ts'
import { cellsOfView, drawableAs, viewOfBlock } from '../../../analysis/publication/figures/views/block-view.ts'
import { paintable } from '../../../analysis/publication/formats/settable.ts'
import type { Book, BookFigure, Imprint, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { framed } from './framed-figure.ts'

export interface DrawnFigures {
  /** Without words around it; null where nothing can be drawn. */
  readonly bare: (id: string, language: Language) => Picture | null
  /** The same at the width of a column that stands beside a table. */
  readonly narrow: (id: string, language: Language) => Picture | null
  /** The same at any width, in CSS pixels: its words keep their size. */
  readonly across: (id: string, language: Language, width: number) => Picture | null
  /** With title, base, period and policy inside. */
  readonly alone: (id: string, language: Language) => Picture | null
}

/** In CSS pixels: of a page, and of a column beside a table. */
const WIDTH = 720
const NARROW_WIDTH = 430

export function drawnFigures({ imprint, chapters }: Book): DrawnFigures {
  const tables = chapters.flatMap((chapter) => chapter.tables)
  const found = new Map(
    tables.flatMap((table) =>
      table.figures.map((figure) => [figure.id, { figure, block: table.blocks.find(({ id }) => figure.draws.includes(id)) }] as const),
    ),
  )
  const made = new Map<string, Picture | null>()
  const across = (id: string, language: Language, width: number) => {
    const key = `${language} ${width} ${id}`
    const known = made.get(key)
    if (known !== undefined) return known
    const { figure, block } = found.get(id) ?? {}
    const picture = figure && block ? pictureOf(figure, block, imprint, language, width) : null
    made.set(key, picture)
    return picture
  }
  const bare = (id: string, language: Language) => across(id, language, WIDTH)
  return {
    bare,
    narrow: (id, language) => across(id, language, NARROW_WIDTH),
    across,
    alone: (id, language) => {
      const picture = bare(id, language)
      const { figure, block } = found.get(id) ?? {}
      if (!picture || !figure || !block) return null
      const whole = framed(picture, figure, block, imprint, language)
      return { ...whole, svg: paintable(whole.svg) }
    },
  }
}

function pictureOf(figure: BookFigure, block: PrintedBlock, imprint: Imprint, language: Language, width: number): Picture | null {
  if (drawableAs(figure, block) === null) return null
  if (figure.kind !== 'japan-map' && figure.kind !== 'world-map')
    return pictured(blockDrawing({ ...figure, kind: figure.kind }, block, imprint, language, width))
  if (block.kind !== 'table') return null
  const view = viewOfBlock(block, imprint, language)
  const { svg, size } =
    figure.kind === 'world-map'
      ? worldMap(shapes(), cellsOfView(view), language, width, journeysTo(view))
      : view.columns
        ? japanMaps(view, view.columns, language, width)
        : japanMap(cellsOfView(view), language, width)
  return { svg: fileSvg(svg), ...size }
}

const pictured = (drawing: Drawing): Picture => ({ svg: fileSvg(draw(drawing)), ...drawing.size })

let atlas: readonly CountryShape[] | null = null

const shapes = (): readonly CountryShape[] =>
  (atlas ??= worldShapes(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'))))
