/** Areas of Japan shaded by published figure. Map: @svg-maps/japan, CC BY 4.0. */
import japan from '@svg-maps/japan'
import { AREAS, PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import type { ReleasedCell } from '../../survey-schema/released-table.ts'
import { type Language, numeral } from '../language/text.ts'
import { shadeOf } from './classes.ts'
import { FONT, INK, type Size } from './draw.ts'
import { SHADES } from './shades.ts'

const LAND = '#ebe8e1'
interface Outlines {
  readonly locations: readonly { readonly name: string; readonly path: string }[]
}
// The package calls itself neither an ES module nor a CommonJS one: a bundler hands its default export over, Node the module around it.
const outlines = japan as unknown as Outlines & { readonly default?: Outlines }
const LOCATIONS = (outlines.default ?? outlines).locations
/** The map with room for words on both sides; the map itself is 438 by 516. */
const VIEW = { left: -45, width: 550, height: 516 }
/** Widest drawing, in pixels: a country of this shape needs no more. */
const WIDEST = 560

/** Where the words of an area stand, beside its land, in units of the map; and on which side the words begin. */
const WORDS_AT: Readonly<Record<(typeof AREAS)[number]['id'], readonly [x: number, y: number, anchor: 'start' | 'middle' | 'end']>> = {
  hokkaido: [300, 100, 'end'],
  tohoku: [368, 215, 'start'],
  kanto: [345, 290, 'start'],
  chubu: [225, 225, 'end'],
  kinki: [264, 324, 'start'],
  chugoku: [118, 255, 'middle'],
  shikoku: [192, 352, 'start'],
  kyushu_okinawa: [-40, 394, 'start'],
}

const areaOfName = new Map<string, string>(PREFECTURES.map((prefecture) => [prefecture.en.toLowerCase(), prefecture.area]))

/** @param cells published cells by area */
export function japanMap(
  cells: ReadonlyMap<string, { readonly cell: ReleasedCell }>,
  language: Language,
  available: number,
): { readonly svg: string; readonly size: Size } {
  const width = Math.min(available, WIDEST)
  const size = { width, height: Math.round((width * VIEW.height) / VIEW.width) }
  const fontSize = (13 * VIEW.width) / width
  const fill = (cell: ReleasedCell | undefined) =>
    cell?.status === 'shown' ? (SHADES[shadeOf(cell.figure)] ?? LAND) : cell?.status === 'withheld' ? 'url(#hatch)' : LAND
  const lands = LOCATIONS.map((location) => {
    const area = areaOfName.get(location.name.toLowerCase())
    return `<path d="${location.path}" fill="${fill(area === undefined ? undefined : cells.get(area)?.cell)}"/>`
  })
  const words = AREAS.map((area) => {
    const [x, y, anchor] = WORDS_AT[area.id]
    const cell = cells.get(area.id)?.cell
    const figure = cell?.status === 'shown' ? numeral(cell.figure) : cell?.status === 'withheld' ? 'x' : ''
    return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(area[language])}<tspan font-weight="bold" dx="0.35em">${figure}</tspan></text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="${VIEW.left} 0 ${VIEW.width} ${VIEW.height}">
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${LAND}"/><path d="M-1 7L7 -1" stroke="#80858d" stroke-width="1"/></pattern></defs>
<g stroke="#ffffff" stroke-width="0.7">${lands.join('')}</g>
<g font-family="${FONT}" font-size="${fontSize}" fill="${INK}" stroke="#ffffff" stroke-width="${fontSize / 4}" stroke-linejoin="round" paint-order="stroke">${words.join('')}</g>
</svg>`
  return { svg, size }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
