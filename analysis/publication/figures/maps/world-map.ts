/**
 * Places of the world by published figure: the world, and East and South-East Asia once more, larger. Each shown place has its name and figure
 * where no outline passes. Small countries are dots; a country without a line of its own in the table stays pale.
 */
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { type Language, numeral, text } from '../../../../survey-schema/text.ts'
import { ACCENT, INK, SHEET, SOFT } from '../draw.ts'
import { widthOf, wrapped } from '../label.ts'
import type { ReleasedView } from '../views/released-view.ts'
import { labelPlaces } from './label-places.ts'
import { mapLegend } from './map-legend.ts'
import { COAST, escaped, fillOf, insideRing, type MapDrawing, mapDrawing, tenth } from './map-parts.ts'
import { holds, type MapPanel, type MapSection, mapPanel, mapSection } from './map-section.ts'
import { type CountryShape, type MapPoint, project } from './world-shapes.ts'

/** The section of the world that is drawn: from the north of Norway to the south of Chile. */
const WORLD = mapSection([-2.55, 1.36], [2.62, -0.98])
/** East and South-East Asia: beside the world, or below it on a narrow page. */
const ASIA = mapSection(project(83, 46), project(153, -10))
const WORLD_SHARE = 0.48
const GAP = 12
const NARROW = 640
/** Places smaller than this, in units of the projection, are drawn as dots. */
const SMALL = 0.045
const DOT = 4.5
const FONT_SIZE = 13
const LINE = 15
/** A longer name is broken, in pixels. */
const LONGEST = 118
/** The widest line of a journey, in pixels, and how far lines bend, in parts of their length. */
const WIDEST = 12
const BENT = 0.12
const WIDE = text('線の太さ：事例数', 'width of a line: cases')

const CREDIT = text(
  '地図：Natural Earth（world-atlas）。境界は領土についての見解を示すものではない。',
  'Map: Natural Earth, by world-atlas. Boundaries imply no view on any territory.',
)

export type CellsByCode = ReadonlyMap<string, { readonly label: string; readonly cell: ReleasedCell }>

/** Where the journeys of a table of origins go; null for every other table. */
export const journeysTo = ({ rows }: ReleasedView): string | null => (rows.id.startsWith('route_origin') ? 'JP' : null)

interface NamedPlace {
  readonly shape: CountryShape
  readonly name: string
  readonly cell: ReleasedCell
}

/**
 * @param all outlines of the world
 * @param cells published cells by two-letter code, with their label
 * @param to code of the country to which the journeys go: a line as wide as the figure leads there from each other place
 */
export function worldMap(
  all: readonly CountryShape[],
  cells: CellsByCode,
  language: Language,
  width: number,
  to: string | null = null,
): MapDrawing {
  const named = all.flatMap((shape): NamedPlace[] => {
    const found = shape.code === null ? undefined : cells.get(shape.code)
    return found && found.cell.status !== 'not_applicable' ? [{ shape, name: found.label, cell: found.cell }] : []
  })
  const narrow = width < NARROW
  const world = mapPanel(WORLD, 0, 0, narrow ? width : Math.round(width * WORLD_SHARE))
  const asia = narrow ? mapPanel(ASIA, 0, world.height + GAP, width) : mapPanel(ASIA, world.width + GAP, 0, width - world.width - GAP)
  const tall = narrow ? asia.top + asia.height : Math.max(world.height, asia.height)
  const centred = narrow ? world : { ...world, top: Math.round((tall - world.height) / 2) }
  const inAsia = ({ shape }: NamedPlace) => holds(ASIA, shape.middle)
  const legend = mapLegend(
    named.map(({ cell }) => cell),
    CREDIT,
    language,
    width,
    to === null ? [] : [WIDE],
  )
  const end = to === null ? null : (all.find(({ code }) => code === to) ?? null)
  const frame = `<rect x="${asia.left}" y="${asia.top}" width="${asia.width}" height="${asia.height}" fill="none" stroke="${COAST}" stroke-width="2"/>`
  return mapDrawing(
    { width, height: tall + 10 + legend.height },
    [
      panel('world', all, WORLD, centred, named, (place) => !inAsia(place), end),
      panel('asia', all, ASIA, asia, named, inAsia, end),
      frame,
      `<g transform="translate(0 ${tall + 10})">${legend.svg}</g>`,
    ].join('\n'),
  )
}

/** One section of the map in its rectangle. @param labelled which of its places are named here @param end of the journeys */
function panel(
  id: string,
  all: readonly CountryShape[],
  section: MapSection,
  room: MapPanel,
  named: readonly NamedPlace[],
  labelled: (place: NamedPlace) => boolean,
  end: CountryShape | null,
): string {
  const scale = room.width / (section.right - section.left)
  const at = ([x, y]: MapPoint): MapPoint => [room.left + (x - section.left) * scale, room.top + (section.high - y) * scale]
  const cellOf = new Map(named.map(({ shape, cell }) => [shape, cell]))
  const drawn = all.flatMap((shape) => {
    const rings = shape.rings.map((ring) => thinned(ring.map(at))).filter((ring) => ring.length > 2 && meets(ring, room))
    return rings.length > 0 ? [{ shape, rings, cell: cellOf.get(shape) }] : []
  })
  const paths = drawn.map(({ rings, cell }) => {
    const path = rings.map((ring) => `M${ring.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`).join('')
    const look = cell ? ` fill="${fillOf(cell)}" stroke="${SOFT}" stroke-width="0.8"` : ''
    return `<path d="${path}"${look}/>`
  })
  const here = named.filter(labelled)
  const ways = end === null ? [] : waysTo(end, here, named, at)
  return [
    `<clipPath id="in-${id}"><rect x="${room.left}" y="${room.top}" width="${room.width}" height="${room.height}"/></clipPath>`,
    `<g clip-path="url(#in-${id})" fill="${fillOf(undefined)}" stroke="${COAST}" stroke-width="0.5" stroke-linejoin="round">${paths.join('')}</g>`,
    ...ways.map(
      ({ points: [from, bend, to], width }) =>
        `<path d="M${pair(from)}Q${pair(bend)} ${pair(to)}" fill="none" stroke="${ACCENT}" stroke-opacity="0.55" stroke-width="${tenth(width)}" stroke-linecap="round"/>`,
    ),
    namesOf(here, drawn, ways.map(sampled), at, room),
  ].join('')
}

interface DrawnShape {
  readonly shape: CountryShape
  readonly rings: readonly (readonly MapPoint[])[]
}

/** Names with figures, the largest first, each with a line to its place where it stands away from it. @param ways that no name covers */
function namesOf(
  places: readonly NamedPlace[],
  drawn: readonly DrawnShape[],
  ways: readonly (readonly MapPoint[])[],
  at: (point: MapPoint) => MapPoint,
  room: MapPanel,
): string {
  const labels = places
    .toSorted((one, other) => weight(other.cell) - weight(one.cell))
    .map(({ shape, name, cell }) => {
      const [x, y] = at(shape.middle)
      const words = `${name} ${cell.status === 'shown' ? numeral(cell.figure) : 'x'}`
      const lines = wrapped(words, FONT_SIZE, LONGEST)
      const across = Math.max(...lines.map((line) => widthOf(line, FONT_SIZE)))
      return { x, y, lines, width: across + 4, height: lines.length * LINE + 1, cell, shape, dot: shape.extent < SMALL }
    })
  const dots = labels.filter(({ dot }) => dot)
  const taken = dots.map(({ x, y }) => ({ left: x - DOT - 1, top: y - DOT - 1, width: 2 * DOT + 2, height: 2 * DOT + 2 }))
  const foreign = (own: CountryShape, point: MapPoint) =>
    drawn.some(({ shape, rings }) => shape !== own && rings.some((ring) => insideRing(point, ring)))
  const placed = labelPlaces(labels, [...drawn.flatMap(({ rings }) => rings), ...ways], room, taken, ({ shape }, point) =>
    foreign(shape, point),
  )
  return [
    ...dots.map(
      ({ x, y, cell }) => `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${DOT}" fill="${fillOf(cell)}" stroke="${INK}" stroke-width="1"/>`,
    ),
    ...labels.map(({ x, y, lines, width, height, dot }, place) => {
      const to = placed[place]!
      const end = [clamped(x, to.x - width / 2, to.x + width / 2), clamped(y, to.y - height / 2, to.y + height / 2)] as const
      const line = to.away
        ? `<path d="M${tenth(x)} ${tenth(y)}L${tenth(end[0])} ${tenth(end[1])}" stroke="${INK}" stroke-width="0.8" fill="none"/>${dot ? '' : `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="1.6" fill="${INK}"/>`}`
        : ''
      const first = to.y - height / 2 + FONT_SIZE
      const words = lines.map((said, at) => `<tspan x="${tenth(to.x)}" y="${tenth(first + at * LINE)}">${escaped(said)}</tspan>`)
      return `${line}<text text-anchor="middle" font-size="${FONT_SIZE}" font-weight="bold" fill="${INK}" stroke="${SHEET}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${words.join('')}</text>`
    }),
  ].join('')
}

interface Way {
  /** From, bend, to. */
  readonly points: readonly [MapPoint, MapPoint, MapPoint]
  /** In pixels. */
  readonly width: number
}

/** Lines to the end of the journeys, as wide as their figures are among all that are drawn; to the end itself leads none. */
function waysTo(
  end: CountryShape,
  here: readonly NamedPlace[],
  named: readonly NamedPlace[],
  at: (point: MapPoint) => MapPoint,
): readonly Way[] {
  const going = (places: readonly NamedPlace[]) => places.filter(({ shape, cell }) => shape !== end && cell.status === 'shown')
  const most = Math.max(1, ...going(named).map(({ cell }) => weight(cell)))
  const to = at(end.middle)
  return going(here).map(({ shape, cell }) => {
    const from = at(shape.middle)
    const bend: MapPoint = [(from[0] + to[0]) / 2 + (to[1] - from[1]) * BENT, (from[1] + to[1]) / 2 - (to[0] - from[0]) * BENT]
    return { points: [from, bend, to], width: Math.max(1, (weight(cell) / most) * WIDEST) }
  })
}

/** A way there and back as an outline, so that names keep off it. */
function sampled({ points: [from, bend, to] }: Way): readonly MapPoint[] {
  const there = Array.from({ length: 13 }, (_, step): MapPoint => {
    const part = step / 12
    const mix = (at: 0 | 1) => (1 - part) ** 2 * from[at] + 2 * part * (1 - part) * bend[at] + part ** 2 * to[at]
    return [mix(0), mix(1)]
  })
  return [...there, ...there.toReversed()]
}

const pair = ([x, y]: MapPoint) => `${tenth(x)} ${tenth(y)}`

const weight = (cell: ReleasedCell) => (cell.status === 'shown' ? cell.figure : 0)
const clamped = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** Points nearer to the one before than this add nothing to be seen, in pixels. */
const FINEST = 0.7

function thinned(ring: readonly MapPoint[]): readonly MapPoint[] {
  const kept: MapPoint[] = []
  for (const point of ring) {
    const last = kept.at(-1)
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= FINEST) kept.push(point)
  }
  return kept
}

/** Whether any part of a ring may lie in the rectangle. */
function meets(ring: readonly MapPoint[], { left, top, width, height }: MapPanel): boolean {
  let [west, east, north, south] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [x, y] of ring) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    north = Math.min(north, y)
    south = Math.max(south, y)
  }
  return east >= left && west <= left + width && south >= top && north <= top + height
}
