/** What maps of the world and of Japan have in common: fills, hatching, labels. */
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { FONT, type Size } from '../draw.ts'
import { SHADES } from '../shades.ts'
import { shadeOf } from './figure-classes.ts'
import type { MapPoint } from './world-shapes.ts'

/** A map is drawn as SVG by itself: no chart library has its labels. */
export interface MapDrawing {
  readonly svg: string
  readonly size: Size
}

export const LAND = '#f3f1ec'
export const COAST = '#b9b5aa'

/** Of a withheld place; where a program draws no pattern, the colour of land. */
export const HATCH_FILL = `url(#hatch) ${LAND}`
const HATCH = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="${LAND}"/><path d="M-1 7L7 -1" stroke="#80858d" stroke-width="1"/></pattern></defs>`

export const fillOf = (cell: ReleasedCell | undefined): string =>
  cell?.status === 'shown' ? (SHADES[shadeOf(cell.figure)] ?? LAND) : cell?.status === 'withheld' ? HATCH_FILL : LAND

/** @param inside elements of the map */
export const mapDrawing = ({ width, height }: Size, inside: string): MapDrawing => ({
  size: { width, height },
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${HATCH}<g font-family="${FONT}">
${inside}
</g></svg>`,
})

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Map coordinates in tenths of a pixel. */
export const tenth = (value: number): number => Math.round(value * 10) / 10

/** Whether a point lies in a ring. */
export function insideRing([x, y]: MapPoint, ring: readonly MapPoint[]): boolean {
  let found = false
  ring.forEach(([x1, y1], at) => {
    const [x0, y0] = ring[at === 0 ? ring.length - 1 : at - 1]!
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) found = !found
  })
  return found
}
