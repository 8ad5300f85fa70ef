/** The key of a drawing, on as many lines as the width needs, its entries in the order of the drawing. */
import type { GroupShape } from './colours.ts'
import { INK } from './draw.ts'
import { widthOf } from './label.ts'

export interface KeyEntry {
  readonly label: string
  readonly color: string
  /** Of a dot; a box where there is none. */
  readonly shape?: GroupShape
}

const FONT_SIZE = 13
const SWATCH = 16
const LINE = 24

/** Elements for the `graphic` of a drawing, and the height that they take. */
export function legend(entries: readonly KeyEntry[], width: number): { readonly elements: readonly object[]; readonly height: number } {
  let [x, y] = [0, 0]
  const elements = entries.flatMap(({ label, color, shape }) => {
    const room = SWATCH + 6 + widthOf(label, FONT_SIZE) + 18
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE]
    const at = { x, y }
    x += room
    return [
      swatch(shape, at.x, at.y, color),
      { type: 'text', silent: true, x: at.x + SWATCH + 6, y: at.y + 2, style: { text: label, fill: INK, fontSize: FONT_SIZE } },
    ]
  })
  return { elements, height: y + LINE + 4 }
}

const EDGE = { stroke: '#545a63', lineWidth: 0.7 } as const

function swatch(shape: GroupShape | undefined, x: number, y: number, fill: string): object {
  const [middle, level, half] = [x + SWATCH / 2, y + 9.5, 6]
  if (shape === 'circle') return { type: 'circle', silent: true, shape: { cx: middle, cy: level, r: half }, style: { fill } }
  const corners = {
    diamond: [
      [middle, level - half - 1],
      [middle + half + 1, level],
      [middle, level + half + 1],
      [middle - half - 1, level],
    ],
    triangle: [
      [middle, level - half],
      [middle + half, level + half],
      [middle - half, level + half],
    ],
  }
  if (shape === 'diamond' || shape === 'triangle')
    return { type: 'polygon', silent: true, shape: { points: corners[shape] }, style: { fill } }
  return { type: 'rect', silent: true, shape: { x, y: y + 3, width: SWATCH, height: 13 }, style: { fill, ...EDGE } }
}
