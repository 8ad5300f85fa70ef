/** Areas of Japan shaded by published figure, each figure written beside its area. Map: @svg-maps/japan, CC BY 4.0. */
import japan from '@svg-maps/japan'
import { AREAS, PREFECTURES } from '../../../../survey-schema/lists/prefectures.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { type Language, numeral, text } from '../../../../survey-schema/text.ts'
import { FONT, INK, type Size } from '../draw.ts'
import { widthOf, wrapped } from '../label.ts'
import type { ReleasedView, ViewAxis } from '../views/released-view.ts'
import { type AreaCells, areasIn } from './areas.ts'
import { labelPlaces } from './label-places.ts'
import { mapLegend } from './map-legend.ts'
import { COAST, escaped, fillOf, insideRing, type MapDrawing, mapDrawing, tenth } from './map-parts.ts'
import type { MapPoint } from './world-shapes.ts'

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
    kinki: [268, 332, 'start'],
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

/** Outlines of each prefecture in the units of the map, and its area. */
const OUTLINES = LOCATIONS.map(({ name, path }) => ({ area: areaOfName.get(name.toLowerCase()), rings: ringsOfPath(path) }))

const CREDIT = text(
  '地図：@svg-maps/japan、CC BY 4.0。複数の地方にわたる事例は地図に示さず、表に載せている。',
  'Map: @svg-maps/japan, CC BY 4.0. Cases in several areas are in the table, not on the map.',
)

/** The map, and its legend below it. */
function withLegend(inside: string, cells: readonly ReleasedCell[], language: Language, { width, height }: Size): MapDrawing {
  const legend = mapLegend(cells, CREDIT, language, width)
  return mapDrawing({ width, height: height + 8 + legend.height }, `${inside}<g transform="translate(0 ${height + 8})">${legend.svg}</g>`)
}

/** @param cells published cells by area */
export function japanMap(cells: AreaCells, language: Language, available: number): MapDrawing {
  const width = Math.min(available, WIDEST)
  const size = { width, height: heightOf(NAMED, width) }
  return withLegend(mapAt(NAMED, cells, language, 0, 0, width), cellsIn(cells), language, size)
}

const GAP = 20
const TITLE = 14
/** Maps of a table of areas by another variable: the total on a map with names, then a small map for each category that shows a figure. */
export function japanMaps(view: ReleasedView, crossing: ViewAxis, language: Language, width: number): MapDrawing {
  const { all, panels } = areasIn(view, crossing)
  // The map with names takes two columns; small ones stand in the others beside it, then below.
  const across = width >= 700 && panels.length > 1 ? 4 : width >= 600 ? 3 : 2
  const each = Math.floor((width - (across - 1) * GAP) / across)
  const titles = panels.map(({ label }) => wrapped(label, TITLE, each))
  const head = Math.max(1, ...titles.map((lines) => lines.length)) * 19 + 6
  const tall = head + heightOf(BARE, each) + 12
  const large = across > 2 ? 2 * each + GAP : width
  const columns = across - 2
  const rows = columns > 0 ? Math.max(1, Math.floor((heightOf(NAMED, large) + GAP) / tall)) : 0
  const beside = Math.min(panels.length, columns * rows)
  const under = Math.max(heightOf(NAMED, large), columns > 0 ? Math.ceil(beside / columns) * tall : 0) + GAP
  const maps = panels.map(({ cells }, at) => {
    const next = at - beside
    const [x, y] =
      at < beside
        ? [large + GAP + (at % columns) * (each + GAP), Math.floor(at / columns) * tall]
        : [(next % across) * (each + GAP), under + Math.floor(next / across) * tall]
    const title = (titles[at] ?? []).map(
      (line, place) => `<text x="${x}" y="${y + TITLE + place * 19}" font-size="${TITLE}" font-weight="bold">${escaped(line)}</text>`,
    )
    return `<g fill="${INK}">${title.join('')}</g>${mapAt(BARE, cells, language, x, y + head, each)}`
  })
  const size = { width, height: under + Math.max(0, Math.ceil((panels.length - beside) / across)) * tall }
  return withLegend(
    [mapAt(NAMED, all, language, 0, 0, large), ...maps].join(''),
    [all, ...panels.map(({ cells }) => cells)].flatMap(cellsIn),
    language,
    size,
  )
}

const cellsIn = (cells: AreaCells) => [...cells.values()].map(({ cell }) => cell)
const heightOf = ({ width: units, height }: JapanMapStyle, width: number) => Math.round((width * height) / units)

/** One map, its upper left corner at `x`, `y`. */
function mapAt(look: JapanMapStyle, cells: AreaCells, language: Language, x: number, y: number, width: number): string {
  const unit = look.width / width
  const lands = LOCATIONS.map((location) => {
    const area = areaOfName.get(location.name.toLowerCase())
    return `<path d="${location.path}" fill="${fillOf(area === undefined ? undefined : cells.get(area)?.cell)}"/>`
  })
  const labels = AREAS.flatMap((area) => {
    const cell = cells.get(area.id)?.cell
    const figure = cell?.status === 'shown' ? numeral(cell.figure) : cell?.status === 'withheld' ? 'x' : ''
    const name = look.named ? area[language] : ''
    if (name === '' && figure === '') return []
    const [left, top, anchor] = look.at[area.id]
    const across = (widthOf(`${name}${look.named && figure !== '' ? ' ' : ''}${figure}`, FONT_SIZE) + 2) * unit
    const middle = anchor === 'start' ? left + across / 2 : anchor === 'end' ? left - across / 2 : left
    const label = { x: middle, y: top - (FONT_SIZE * unit) / 3, width: across, height: (FONT_SIZE + 2) * unit }
    return [{ ...label, area: area.id, name, figure }]
  })
  const room = { left: look.left, top: 0, width: look.width, height: look.height }
  const placed = labelPlaces(
    labels,
    OUTLINES.flatMap(({ rings }) => rings),
    room,
    [],
    ({ area }, point) => OUTLINES.some((other) => other.area !== area && other.rings.some((ring) => insideRing(point, ring))),
  )
  const words = labels.map(({ name, figure }, at) => {
    const { x: middle, y: level } = placed[at]!
    const apart = name !== '' && figure !== '' ? ' dx="0.35em"' : ''
    return `<text x="${tenth(middle)}" y="${tenth(level + (FONT_SIZE * unit) / 3)}" text-anchor="middle">${escaped(name)}<tspan font-weight="bold"${apart}>${figure}</tspan></text>`
  })
  const fontSize = FONT_SIZE * unit
  return `<svg x="${x}" y="${y}" width="${width}" height="${heightOf(look, width)}" viewBox="${look.left} 0 ${look.width} ${look.height}">
<g stroke="${COAST}" stroke-width="0.6">${lands.join('')}</g>
<g font-family="${FONT}" font-size="${fontSize}" fill="${INK}" stroke="#ffffff" stroke-width="${fontSize / 4}" stroke-linejoin="round" paint-order="stroke">${words.join('')}</g>
</svg>`
}

/** The outlines of a path that is made of relative lines alone, as those of the package are. */
function ringsOfPath(path: string): readonly (readonly MapPoint[])[] {
  let [x, y] = [0, 0]
  return path.split(/z/i).flatMap((part): MapPoint[][] => {
    const steps = part.match(/-?\d*\.?\d+/g)?.map(Number) ?? []
    if (steps.length < 2) return []
    const ring: MapPoint[] = []
    for (let at = 0; at + 1 < steps.length; at += 2) {
      x += steps[at]!
      y += steps[at + 1]!
      ring.push([x, y])
    }
    // After its end a path goes on from where the outline began.
    ;[x, y] = ring[0]!
    return [ring]
  })
}
