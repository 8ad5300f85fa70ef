/**
 * Draws a figure as a self-contained SVG text, without touching the page: shown as an image, nothing of it can run or style anything.
 * The kinds of charts are registered by whoever draws them, so that a page loads only its own.
 */

import type { EChartsCoreOption } from 'echarts/core'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([SVGRenderer])

/** In CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface Drawing {
  readonly option: EChartsCoreOption
  readonly size: Size
}

export function draw({ option, size }: Drawing): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: FONT, color: INK }, ...option })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

/** Written into attributes as it stands, so without double quotes. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', 'BIZ UDPGothic', 'Noto Sans CJK JP', sans-serif"
export const INK = '#1f2328'
export const SOFT = '#545a63'
export const SHEET = '#ffffff'
export const ACCENT = '#3b6c9c'

/** A withheld figure looks the same whatever it hides: hatched, of one size and one grey. */
export const HATCH = {
  color: '#faf9f6',
  borderColor: '#b9b7b0',
  borderWidth: 1,
  decal: { symbol: 'rect', symbolSize: 1, rotation: Math.PI / 4, color: 'rgba(84,90,99,0.35)', dashArrayX: [1, 0], dashArrayY: [1, 5] },
} as const
