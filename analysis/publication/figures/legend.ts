/** The key of a drawing, on as many lines as the width needs, its entries in the order of the drawing. */
import { INK } from './draw.ts'
import { widthOf } from './label.ts'

export interface KeyEntry {
  readonly label: string
  readonly color: string
}

const FONT_SIZE = 13
const SWATCH = 16
const LINE = 24

/** Elements for the `graphic` of a drawing, and the height that they take. */
export function legend(entries: readonly KeyEntry[], width: number): { readonly elements: readonly object[]; readonly height: number } {
  let [x, y] = [0, 0]
  const elements = entries.flatMap(({ label, color }) => {
    const room = SWATCH + 6 + widthOf(label, FONT_SIZE) + 18
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE]
    const at = { x, y }
    x += room
    return [
      {
        type: 'rect',
        silent: true,
        shape: { x: at.x, y: at.y + 3, width: SWATCH, height: 13 },
        style: { fill: color, stroke: '#545a63', lineWidth: 0.7 },
      },
      { type: 'text', silent: true, x: at.x + SWATCH + 6, y: at.y + 2, style: { text: label, fill: INK, fontSize: FONT_SIZE } },
    ]
  })
  return { elements, height: y + LINE + 4 }
}
