/**
 * Figures of a book, drawn once for all formats that show them, by the drawings of the page: a file and a page show the same picture.
 * One that travels alone carries its title, base, period and policy inside.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Book, BookFigure, PrintedBlock, TableBlock } from '../../analysis/book/document.ts'
import type { ReleasedCell, ReleasedRouteNode } from '../../survey-schema/released-table.ts'
import { type Grid, gridOf } from '../../survey-schema/writing/grid.ts'
import { type Drawing, draw, FONT } from '../../web/figures/draw.ts'
import { japanMap, japanMaps } from '../../web/figures/japan-map.ts'
import { drawing as chart } from '../../web/figures/of-table.ts'
import { type Branch, sankey } from '../../web/figures/sankey.ts'
import { worldDrawing } from '../../web/figures/world-drawing.ts'
import { type Shape, worldShapes } from '../../web/figures/world-shapes.ts'
import { framed } from './framed-figure.ts'
import { paintable } from './settable.ts'

export type Language = 'ja' | 'en'

export interface Picture {
  readonly svg: string
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface DrawnFigures {
  /** Without words around it; null where nothing can be drawn. */
  readonly bare: (id: string, language: Language) => Picture | null
  /** With title, base, period and policy inside. */
  readonly alone: (id: string, language: Language) => Picture | null
}

/** Names the one font that a file brings or may expect. Inside double quotes, so with single ones. */
const FILE_FONT = "'BIZ UDPGothic'"
const WIDTH = 720

export function drawnFigures({ imprint, chapters }: Book): DrawnFigures {
  const tables = chapters.flatMap((chapter) => chapter.tables)
  const found = new Map(
    tables.flatMap((table) =>
      table.figures.map((figure) => [figure.id, { figure, block: table.blocks.find(({ id }) => figure.draws.includes(id)) }] as const),
    ),
  )
  const made = new Map<string, Picture | null>()
  const bare = (id: string, language: Language) => {
    const key = `${language} ${id}`
    const known = made.get(key)
    if (known !== undefined) return known
    const { figure, block } = found.get(id) ?? {}
    const picture = figure && block ? pictureOf(figure, block, language) : null
    made.set(key, picture)
    return picture
  }
  return {
    bare,
    alone: (id, language) => {
      const picture = bare(id, language)
      const { figure, block } = found.get(id) ?? {}
      if (!picture || !figure || !block) return null
      const whole = framed(picture, figure, block, imprint, language)
      return { ...whole, svg: paintable(whole.svg) }
    },
  }
}

function pictureOf({ kind }: BookFigure, block: PrintedBlock, language: Language): Picture | null {
  if (block.kind === 'routes') {
    const drawing = sankey(
      block.routes.origins.map((node) => branchOf(node, language)),
      WIDTH,
    )
    return block.routes.origins.some(({ cell }) => 'figure' in cell) ? pictured(drawing) : null
  }
  const grid = gridOf(block)
  const content = grid.rows.filter(({ frame }) => !frame)
  if (!content.some(({ cells }) => cells.some((one) => 'figure' in one.content))) return null
  if (kind === 'japan-map') {
    const view = block.kind === 'table' ? viewOf(block, grid, language) : null
    const { svg, size } = view?.columns
      ? japanMaps(view, view.columns, language, WIDTH)
      : japanMap(cellsByCode(grid, language), language, WIDTH)
    return { svg: plain(svg), ...size }
  }
  if (kind === 'world-map') return pictured(worldDrawing(shapes(), cellsByCode(grid, language), WIDTH))
  if (block.kind !== 'table') return null
  return pictured(chart(kind, viewOf(block, grid, language), WIDTH, language))
}

const pictured = (drawing: Drawing): Picture => ({ svg: plain(draw(drawing)), ...drawing.size })

/** Our font, coordinates no finer than a hundredth of a pixel, and names counted from the first of this drawing, not of all that were drawn before. */
function plain(svg: string): string {
  const names = new Map<string, string>()
  return paintable(svg)
    .replaceAll(FONT, FILE_FONT)
    .replaceAll(/\bzr\d+-([a-z]+-?)\d+/g, (name, kind) => {
      const known = names.get(name) ?? `zr-${kind}${names.size}`
      names.set(name, known)
      return known
    })
    .replaceAll(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
}

let atlas: readonly Shape[] | null = null

const shapes = (): readonly Shape[] =>
  (atlas ??= worldShapes(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'))))

const branchOf = ({ code, role, cell, children, ...words }: ReleasedRouteNode, language: Language): Branch => ({
  code,
  label: words[language],
  further: role === 'further',
  figure: 'figure' in cell ? cell.figure : null,
  branches: children.map((child) => branchOf(child, language)),
})

/** A sum that stands for all its parts is drawn like a figure; one that does not is drawn like nothing, as on the page. */
const drawable = (content: Grid['rows'][number]['cells'][number]['content']): ReleasedCell => {
  if (content.status === 'text') return { status: 'not_applicable' }
  if (content.status !== 'sum') return content
  return content.parts === content.of ? { status: 'shown', figure: content.figure } : { status: 'withheld' }
}

const cellsByCode = ({ rows }: Grid, language: Language) =>
  new Map(
    rows
      .filter(({ frame }) => !frame)
      .map(({ code, words, cells }) => [code, { label: words[language], cell: drawable(cells[0]!.content) }]),
  )

/** The block as the drawings of the page take it: its printed lines, in their order. */
function viewOf({ table, rowAxis, rows, columns, shares, shareOf }: TableBlock, grid: Grid, language: Language) {
  const axisOf = (at: number, lines: readonly number[]) => {
    const axis = table.axes[at]!
    return {
      id: `${axis.variable}@${axis.level}`,
      label: axis[language],
      kind: axis.kind,
      lines: lines.map((line) => ({ code: axis.lines[line]!.code, role: axis.lines[line]!.role, label: axis.lines[line]![language] })),
      below: {},
    }
  }
  return {
    edition: table.slice,
    policy: table.policy,
    checksum: table.checksum,
    fictional: false,
    rows: axisOf(rowAxis, rows),
    columns: table.axes.length > 1 ? axisOf(1 - rowAxis, columns) : null,
    ...(shareOf ? { shareOf: shareOf.en.includes('row') ? ('row' as const) : ('column' as const) } : {}),
    share: (row: number, column: number) => shares?.[row]?.[column]?.[language] ?? null,
    cell: (row: number, column: number) => drawable(grid.rows[row]!.cells[column]!.content),
  }
}
