/**
 * Draws a figure as a self-contained SVG text. Pages show it as an image, in which no script runs and no style reaches the page. Each file under
 * `charts/` registers the kinds of ECharts that it uses, so that a page loads no others.
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

/** Fonts in CSS notation, with single quotes only, since ECharts writes them into attributes unescaped. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', 'BIZ UDPGothic', 'Noto Sans CJK JP', sans-serif"
export const INK = '#1f2328'
export const SOFT = '#545a63'
export const SHEET = '#ffffff'
export const ACCENT = '#3b6c9c'

/** The look of every withheld figure: hatched, in one size and one grey, so that nothing can be read from it. */
export const HATCH = {
  color: '#faf9f6',
  borderColor: '#b9b7b0',
  borderWidth: 1,
  decal: { symbol: 'rect', symbolSize: 1, rotation: Math.PI / 4, color: 'rgba(84,90,99,0.35)', dashArrayX: [1, 0], dashArrayY: [1, 5] },
} as const
