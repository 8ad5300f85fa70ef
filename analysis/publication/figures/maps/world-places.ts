/** Labels and dots of a map of the world: the published figure at its country, and nothing where there is none. */
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { numeral } from '../../../../survey-schema/text.ts'
import { INK, SHEET, SOFT } from '../draw.ts'
import { spread } from '../label.ts'
import { SHADES } from '../shades.ts'
import { shadeOf } from './figure-classes.ts'
import type { MapPanel, MapSection } from './map-section.ts'
import type { CountryShape } from './world-shapes.ts'

export const LAND = '#ebe8e1'
/** Places smaller than this, in units of the projection, are drawn as dots. */
const SMALL = 0.045

export interface NamedPlace {
  readonly code: string
  readonly name: string
  readonly shape: CountryShape
  readonly cell: ReleasedCell
}

/** Name and figure at each place, the largest figure first; small places get a dot. */
export function places(geoIndex: number, shown: MapSection, room: MapPanel, named: readonly NamedPlace[], fontSize: number) {
  const scale = room.width / (shown.right - shown.left)
  const entries = [...named]
    .sort((a, b) => weight(b.cell) - weight(a.cell))
    .map((entry) => ({ ...entry, words: `${entry.name} ${figureOf(entry.cell)}`, dot: entry.shape.extent < SMALL }))
  const offsets = spread(
    entries.map(
      ({
        shape: {
          middle: [x, y],
        },
        words,
        dot,
      }) => ({ x: (x - shown.left) * scale, y: (shown.high - y) * scale - (dot ? fontSize : 0), text: words }),
    ),
    fontSize,
    { left: 0, top: 0, width: room.width, height: room.height },
  )
  return {
    type: 'scatter',
    coordinateSystem: 'geo',
    geoIndex,
    symbol: 'circle',
    silent: true,
    data: entries.map(({ shape, cell, words, dot }, at) => {
      const [right, down] = offsets[at] ?? [0, 0]
      return {
        value: [...shape.middle],
        // A country large enough to be seen needs no dot; size 0 would still leave the outline of one.
        symbolSize: dot ? 9 : 0.01,
        itemStyle: { color: cell.status === 'shown' ? SHADES[shadeOf(cell.figure)] : SHEET, borderColor: INK, borderWidth: dot ? 1 : 0 },
        label: {
          show: true,
          position: 'inside',
          offset: [right, down - (dot ? fontSize : 0)],
          formatter: words,
          fontSize,
          fontWeight: 'bold',
          color: INK,
          textBorderColor: SHEET,
          textBorderWidth: 3,
        },
      }
    }),
  }
}

export const fill = (cell: ReleasedCell) => (cell.status === 'shown' ? (SHADES[shadeOf(cell.figure)] ?? LAND) : HATCHED)
const figureOf = (cell: ReleasedCell) => (cell.status === 'shown' ? numeral(cell.figure) : 'x')
const weight = (cell: ReleasedCell) => (cell.status === 'shown' ? cell.figure : 0)

const HATCHED = {
  type: 'pattern',
  svgWidth: 6,
  svgHeight: 6,
  svgElement: { tag: 'path', key: 'hatch', attrs: { d: 'M-1 7L7 -1', stroke: SOFT, 'stroke-width': 1 }, children: [] },
}
