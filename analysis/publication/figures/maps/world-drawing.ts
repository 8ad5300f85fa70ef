/** Origins on a map of the world, whose outlines are given. Small countries are dots; a country without a line of its own in the table stays pale. */
import { ScatterChart } from 'echarts/charts'
import { GeoComponent, GraphicComponent } from 'echarts/components'
import { registerMap, use } from 'echarts/core'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { type Drawing, SOFT } from '../draw.ts'
import { holds, type MapSection, mapPanel, mapSection } from './map-section.ts'
import { fill, LAND, type NamedPlace, places } from './world-places.ts'
import { type CountryShape, project } from './world-shapes.ts'

use([GeoComponent, GraphicComponent, ScatterChart])

const COAST = '#c4c0b6'
/** The section of the world that is drawn: from the north of Norway to the south of Chile. */
const WORLD = mapSection([-2.55, 1.36], [2.62, -0.98])
/** East and South-East Asia, drawn once more, larger and with names: beside the world, or below it on a narrow page. */
const ASIA = mapSection(project(86, 46), project(147, -10))
const WORLD_SHARE = 0.57
const GAP = 12
const NARROW = 640

/** @param cells published cells by two-letter code, with their label */
export function worldDrawing(
  all: readonly CountryShape[],
  cells: ReadonlyMap<string, { readonly label: string; readonly cell: ReleasedCell }>,
  width: number,
): Drawing {
  registerMap('world', geoJson(all) as never)
  const named = all.flatMap((shape): NamedPlace[] => {
    const found = shape.code === null ? undefined : cells.get(shape.code)
    return found && shape.code !== null && found.cell.status !== 'not_applicable'
      ? [{ code: shape.code, shape, name: found.label, cell: found.cell }]
      : []
  })
  const narrow = width < NARROW
  const world = mapPanel(WORLD, 0, 0, narrow ? width : Math.round(width * WORLD_SHARE))
  const asia = narrow ? mapPanel(ASIA, 0, world.height + GAP, width) : mapPanel(ASIA, world.width + GAP, 0, width - world.width - GAP)
  const height = narrow ? asia.top + asia.height : Math.max(world.height, asia.height)
  const inAsia = ({ shape }: NamedPlace) => holds(ASIA, shape.middle)
  return {
    size: { width, height },
    option: {
      geo: [
        { ...geo(WORLD, named), ...world, top: narrow ? 0 : Math.round((height - world.height) / 2) },
        { ...geo(ASIA, named), ...asia, clip: true },
      ],
      graphic: [
        {
          type: 'rect',
          silent: true,
          shape: { x: asia.left, y: asia.top, width: asia.width, height: asia.height },
          style: { fill: 'none', stroke: COAST, lineWidth: 2 },
        },
      ],
      series: [
        places(
          0,
          WORLD,
          world,
          named.filter((entry) => !inAsia(entry)),
          12,
        ),
        places(1, ASIA, asia, named.filter(inAsia), 13),
      ],
    },
  }
}

const geo = ({ left, right, high, low }: MapSection, named: readonly NamedPlace[]) => ({
  map: 'world',
  aspectScale: 1,
  boundingCoords: [
    [left, high],
    [right, low],
  ],
  silent: true,
  itemStyle: { areaColor: LAND, borderColor: COAST, borderWidth: 0.5 },
  regions: named.map(({ code, cell }) => ({ name: code, itemStyle: { areaColor: fill(cell), borderColor: SOFT, borderWidth: 0.8 } })),
})

const geoJson = (found: readonly CountryShape[]) => ({
  type: 'FeatureCollection',
  features: found
    .filter((shape) => shape.rings.length > 0)
    .map((shape) => ({
      type: 'Feature',
      properties: { name: shape.code ?? '' },
      geometry: { type: 'MultiPolygon', coordinates: shape.rings.map((ring) => [ring]) },
    })),
})
