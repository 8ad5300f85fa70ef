/** Areas of Japan shaded by published figure, each figure written beside its area. Map: @svg-maps/japan, CC BY 4.0. */
import japan from '@svg-maps/japan'
import { AREAS, PREFECTURES } from '../../../../survey-schema/lists/prefectures.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { type Language, numeral } from '../../../../survey-schema/text.ts'
import { FONT, INK, type Size } from '../draw.ts'
import { wrapped } from '../label.ts'
import { SHADES } from '../shades.ts'
import type { ReleasedView, ViewAxis } from '../views/released-view.ts'
import { type AreaCells, areasIn } from './areas.ts'
import { shadeOf } from './figure-classes.ts'

const LAND = '#ebe8e1'
interface Outlines {
  readonly locations: readonly { readonly name: string; readonly path: string }[]
}
// The package declares no module type: with a bundler the import is its default export, in Node it is the module that contains it.
const outlines = japan as unknown as Outlines & { readonly default?: Outlines }
const LOCATIONS = (outlines.default ?? outlines).locations

type AreaId = (typeof AREAS)[number]['id']
type Place = readonly [x: number, y: number, anchor: 'start' | 'middle' | 'end']

/** A section of the map, in its own units (438 by 516), and where the label of each area stands in it. */
interface JapanMapStyle {
  readonly left: number
  readonly width: number
  readonly height: number
  readonly named: boolean
  readonly at: Readonly<Record<AreaId, Place>>
}

/** The section with space for names of areas on both sides. */
const NAMED: JapanMapStyle = {
  left: -45,
  width: 550,
  height: 516,
  named: true,
  at: {
    hokkaido: [300, 100, 'end'],
    tohoku: [368, 215, 'start'],
    kanto: [345, 290, 'start'],
    chubu: [225, 225, 'end'],
    kinki: [264, 324, 'start'],
    chugoku: [118, 255, 'middle'],
    shikoku: [192, 352, 'start'],
    kyushu_okinawa: [-40, 394, 'start'],
  },
}
/** The section for figures without names, for small maps beside one that has the names. */
const BARE: JapanMapStyle = {
  left: 0,
  width: 438,
  height: 516,
  named: false,
  at: {
    hokkaido: [372, 66, 'middle'],
    tohoku: [364, 190, 'start'],
    kanto: [344, 272, 'start'],
    chubu: [246, 214, 'end'],
    kinki: [252, 338, 'start'],
    chugoku: [160, 248, 'middle'],
    shikoku: [190, 356, 'middle'],
    kyushu_okinawa: [92, 350, 'end'],
  },
}
/** Greatest width of a single map, in pixels. */
const WIDEST = 560
const FONT_SIZE = 13

const areaOfName = new Map<string, string>(PREFECTURES.map((prefecture) => [prefecture.en.toLowerCase(), prefecture.area]))

interface MapDrawing {
  readonly svg: string
  readonly size: Size
}

/** @param cells published cells by area */
export function japanMap(cells: AreaCells, language: Language, available: number): MapDrawing {
  const width = Math.min(available, WIDEST)
  const size = { width, height: heightOf(NAMED, width) }
  return { svg: drawing(size, mapAt(NAMED, cells, language, 0, 0, width)), size }
}

const GAP = 20
const TITLE = 14
/** Maps of a table of areas by another variable: the total on a map with names, then a small map for each category that shows a figure. */
export function japanMaps(view: ReleasedView, columns: ViewAxis, language: Language, width: number): MapDrawing {
  const { all, panels } = areasIn(view, columns)
  const across = width >= 600 ? 3 : 2
  const each = Math.floor((width - (across - 1) * GAP) / across)
  const titles = panels.map(({ label }) => wrapped(label, TITLE, each))
  const head = Math.max(1, ...titles.map((lines) => lines.length)) * 19 + 6
  const tall = head + heightOf(BARE, each) + 12
  // The map with names takes two columns; small ones follow beside it, then below.
  const large = across === 3 ? 2 * each + GAP : width
  const beside = across === 3 ? Math.max(1, Math.floor((heightOf(NAMED, large) + GAP) / tall)) : 0
  const under = Math.max(heightOf(NAMED, large), beside * tall) + GAP
  const maps = panels.map(({ cells }, at) => {
    const next = at - beside
    const [x, y] = at < beside ? [large + GAP, at * tall] : [(next % across) * (each + GAP), under + Math.floor(next / across) * tall]
    const title = (titles[at] ?? []).map(
      (line, place) => `<text x="${x}" y="${y + TITLE + place * 19}" font-size="${TITLE}" font-weight="bold">${escaped(line)}</text>`,
    )
    return `<g font-family="${FONT}" fill="${INK}">${title.join('')}</g>${mapAt(BARE, cells, language, x, y + head, each)}`
  })
  const size = { width, height: under + Math.max(0, Math.ceil((panels.length - beside) / across)) * tall }
  return { svg: drawing(size, [mapAt(NAMED, all, language, 0, 0, large), ...maps].join('')), size }
}

const heightOf = ({ width: units, height }: JapanMapStyle, width: number) => Math.round((width * height) / units)

/** One map, its upper left corner at `x`, `y`. */
function mapAt(look: JapanMapStyle, cells: AreaCells, language: Language, x: number, y: number, width: number): string {
  const unit = look.width / width
  const fill = (cell: ReleasedCell | undefined) =>
    cell?.status === 'shown' ? (SHADES[shadeOf(cell.figure)] ?? LAND) : cell?.status === 'withheld' ? 'url(#hatch)' : LAND
  const lands = LOCATIONS.map((location) => {
    const area = areaOfName.get(location.name.toLowerCase())
    return `<path d="${location.path}" fill="${fill(area === undefined ? undefined : cells.get(area)?.cell)}"/>`
  })
  const words = AREAS.map((area) => {
    const [left, top, anchor] = look.at[area.id]
    const cell = cells.get(area.id)?.cell
    const figure = cell?.status === 'shown' ? numeral(cell.figure) : cell?.status === 'withheld' ? 'x' : ''
    const name = look.named ? escaped(area[language]) : ''
    const apart = look.named ? ' dx="0.35em"' : ''
    return `<text x="${left}" y="${top}" text-anchor="${anchor}">${name}<tspan font-weight="bold"${apart}>${figure}</tspan></text>`
  })
  const fontSize = FONT_SIZE * unit
  return `<svg x="${x}" y="${y}" width="${width}" height="${heightOf(look, width)}" viewBox="${look.left} 0 ${look.width} ${look.height}">
<g stroke="#ffffff" stroke-width="0.7">${lands.join('')}</g>
<g font-family="${FONT}" font-size="${fontSize}" fill="${INK}" stroke="#ffffff" stroke-width="${fontSize / 4}" stroke-linejoin="round" paint-order="stroke">${words.join('')}</g>
</svg>`
}

const drawing = ({ width, height }: Size, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${LAND}"/><path d="M-1 7L7 -1" stroke="#80858d" stroke-width="1"/></pattern></defs>
${inside}
</svg>`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
