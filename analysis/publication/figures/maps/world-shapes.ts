/**
 * Outlines of the world around the Pacific, so that journeys to Japan stand in the middle: Natural Earth projection about 150° east,
 * cut in the Atlantic. Outlines finer than the drawing are thinned out; Antarctica is left away.
 */
import { feature } from 'topojson-client'
import { countryOfNumber } from './country-numbers.ts'

export type MapPoint = readonly [x: number, y: number]

export interface CountryShape {
  /** Two-letter code of ISO 3166-1; null for land without one. */
  readonly code: string | null
  readonly rings: readonly (readonly MapPoint[])[]
  /** Centre of its largest outline. */
  readonly middle: MapPoint
  /** Extent of its largest outline, in the units of the projection. */
  readonly extent: number
}

const MIDDLE = 150
const CUT = MIDDLE - 180
/** In units of the projection: points closer together than this are joined, and islands smaller than this are left out. */
const FINEST = 0.004

/** Listed countries and areas that the atlas draws as part of another, by degrees east and north. */
const UNDRAWN: Readonly<Record<string, readonly [number, number]>> = {
  BQ: [-68.3, 12.2],
  BV: [3.4, -54.4],
  CC: [96.9, -12.2],
  CX: [105.7, -10.5],
  GF: [-53.1, 3.9],
  GI: [-5.35, 36.1],
  GP: [-61.5, 16.2],
  MQ: [-61.0, 14.6],
  RE: [55.5, -21.1],
  SJ: [17.0, 78.7],
  TK: [-171.8, -9.2],
  TV: [179.2, -8.5],
  UM: [166.6, 19.3],
  YT: [45.2, -12.8],
}

/** @param longitude degrees east, from 30 west to 330 east; Natural Earth projection, Tom Patterson; polynomials by Šavrič, Jenny, Patterson, Petrovič, Hurni (2011). */
export function project(longitude: number, latitude: number): MapPoint {
  const lambda = ((longitude - MIDDLE) * Math.PI) / 180
  const phi = (latitude * Math.PI) / 180
  const phi2 = phi * phi
  const phi4 = phi2 * phi2
  return [
    lambda * (0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4))),
    phi * (1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4))),
  ]
}

export function worldShapes(atlas: unknown): readonly CountryShape[] {
  const topology = atlas as Parameters<typeof feature>[0]
  const countries = topology.objects.countries && feature(topology, topology.objects.countries)
  const features = countries?.type === 'FeatureCollection' ? countries.features : []
  const drawn = features.flatMap(({ id, geometry }): CountryShape[] => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
    const code = countryOfNumber(id === undefined ? undefined : String(id)) ?? null
    return code === 'AQ'
      ? []
      : shapeOf(
          code,
          polygons.map(([outline = []]) => outline.map(([longitude = 0, latitude = 0]) => [longitude, latitude] as const)),
        )
  })
  const undrawn = Object.entries(UNDRAWN).map(
    ([code, [longitude, latitude]]): CountryShape => ({
      code,
      rings: [],
      extent: 0,
      middle: project(longitude < CUT ? longitude + 360 : longitude, latitude),
    }),
  )
  return [...joined(drawn), ...undrawn]
}

/** One shape for each code: islands that the atlas lists as shapes of their own are added to their country. */
function joined(drawn: readonly CountryShape[]): readonly CountryShape[] {
  const byCode = new Map<string, CountryShape>()
  for (const shape of drawn) {
    const code = shape.code ?? ''
    const other = byCode.get(code)
    const larger = other && other.extent > shape.extent ? other : shape
    byCode.set(code, { ...larger, rings: [...(other?.rings ?? []), ...shape.rings] })
  }
  return [...byCode.values()]
}

function shapeOf(code: string | null, outlines: readonly (readonly (readonly [number, number])[])[]): CountryShape[] {
  const rings = outlines.map(unwound).map((outline) => {
    // An outline that crosses the cut is drawn whole, on the side where most of it lies.
    const average = outline.reduce((sum, [longitude]) => sum + longitude, 0) / Math.max(1, outline.length)
    const shift = average < CUT ? 360 : 0
    return outline.map(([longitude, latitude]) => project(longitude + shift, latitude))
  })
  const [largest] = [...rings].sort((a, b) => extentOf(b) - extentOf(a))
  if (!largest) return []
  return [
    {
      code,
      middle: middleOf(largest),
      extent: extentOf(largest),
      rings: rings.filter((ring) => ring === largest || extentOf(ring) > FINEST * 3).map(thinned),
    },
  ]
}

/** The outline with longitudes beyond ±180° where it crosses the 180th meridian, instead of a jump to the other side of the world. */
function unwound(outline: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  let turns = 0
  return outline.map(([longitude, latitude], at) => {
    const step = longitude - (outline[at - 1]?.[0] ?? longitude)
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [longitude + 360 * turns, latitude]
  })
}

function thinned(ring: readonly MapPoint[]): readonly MapPoint[] {
  const kept: MapPoint[] = []
  for (const point of ring) {
    const last = kept.at(-1)
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= FINEST) kept.push(point)
  }
  return kept
}

function bounds(ring: readonly MapPoint[]) {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
}

function extentOf(ring: readonly MapPoint[]): number {
  const { left, right, low, high } = bounds(ring)
  return Math.max(right - left, high - low)
}

/** Centre of gravity of an outline. */
function middleOf(ring: readonly MapPoint[]): MapPoint {
  let [area, x, y] = [0, 0, 0]
  ring.forEach(([x0, y0], at) => {
    const [x1, y1] = ring[(at + 1) % ring.length] ?? [x0, y0]
    const cross = x0 * y1 - x1 * y0
    area += cross
    x += (x0 + x1) * cross
    y += (y0 + y1) * cross
  })
  const [first = [0, 0] as const] = ring
  return area === 0 ? first : [x / (3 * area), y / (3 * area)]
}
