/**
 * Line charts of change over time: a small one for each category, all on one scale, with the number at each point. A withheld period is a
 * gap with a mark, and the line is broken there.
 */
import { LineChart, ScatterChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { numeral } from '../../../../survey-schema/text.ts'
import { ACCENT, type Drawing, HATCH, INK, SHEET } from '../draw.ts'
import { wrapped } from '../label.ts'
import { percentOfText } from '../views/printed-share.ts'
import type { ReleasedView } from '../views/released-view.ts'
import { contentOf, type PlacedLine } from '../views/view-lines.ts'

use([LineChart, ScatterChart, GraphicComponent, GridComponent])

/** A number with its words, withheld, or null where the table has no cell for the period. */
type PlotPoint = { readonly value: number; readonly words: string } | 'withheld' | null

interface LinePanel {
  readonly label: string
  readonly points: readonly PlotPoint[]
}

const TITLE = 13
const SMALL = 12
/** In pixels. */
const PERIOD = 38
const GAP = 28
const PLOT = 92
const UNDER = 40

export function lines(view: ReleasedView, available: number): Drawing {
  const { columns } = view
  // Joined periods are no point in time, and categories without two numbers in a row are left to the table.
  const periods = withGaps(contentOf(columns ?? view.rows).filter(({ role }) => role === 'value'))
  const panels: readonly LinePanel[] = columns
    ? contentOf(view.rows)
        .map((row) => ({ label: row.label, points: periods.map((period) => period && shareAt(view, row, period)) }))
        .filter(({ points }) => points.some((point, at) => isNumber(point) && isNumber(points[at - 1])))
    : [{ label: view.rows.label, points: periods.map((period) => period && figureAt(view, period)) }]
  const narrowest = periods.length * PERIOD
  const across = Math.max(1, Math.min(3, panels.length, Math.floor((available + GAP) / (narrowest + GAP))))
  const width = Math.max(available, narrowest)
  const each = Math.floor((width - (across - 1) * GAP) / across)
  const titles = panels.map(({ label }) => wrapped(label, TITLE, each))
  const head = Math.max(1, ...titles.map((all) => all.length)) * 18 + 26
  const height = head + PLOT + UNDER
  const most = Math.max(
    1,
    ...panels.flatMap(({ points }) => points.flatMap((point) => (point === null || point === 'withheld' ? [] : [point.value]))),
  )
  const place = (at: number) => ({ x: (at % across) * (each + GAP), y: Math.floor(at / across) * height })
  return {
    size: { width, height: Math.ceil(panels.length / across) * height },
    option: {
      graphic: titles.map((title, at) => ({
        type: 'text',
        silent: true,
        x: place(at).x,
        y: place(at).y + 2,
        style: { text: title.join('\n'), fill: INK, fontSize: TITLE, fontWeight: 'bold', lineHeight: 18 },
      })),
      grid: panels.map((_, at) => ({ left: place(at).x, top: place(at).y + head, width: each, height: PLOT })),
      xAxis: panels.map((_, at) => ({
        type: 'category',
        gridIndex: at,
        data: periods.map((period) => (period ? shortly(period.code, period.label) : '')),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: INK } },
        axisLabel: { color: INK, fontSize: 10, lineHeight: 13, interval: 0 },
      })),
      yAxis: panels.map((_, at) => ({ type: 'value', gridIndex: at, show: false, min: 0, max: most })),
      series: panels.flatMap(({ points }, at) => [
        {
          type: 'line',
          xAxisIndex: at,
          yAxisIndex: at,
          connectNulls: false,
          symbol: 'circle',
          symbolSize: 7,
          lineStyle: { color: ACCENT, width: 2 },
          itemStyle: { color: ACCENT },
          label: { show: true, color: INK, fontSize: SMALL, textBorderColor: SHEET, textBorderWidth: 3 },
          data: points.map((point, place) =>
            isNumber(point) ? { value: point.value, label: { formatter: point.words, ...sideOf(points, place, most) } } : null,
          ),
        },
        {
          type: 'scatter',
          xAxisIndex: at,
          yAxisIndex: at,
          symbol: 'rect',
          symbolSize: 16,
          // The box stands on the axis, at the same height for every count behind it.
          symbolOffset: [0, -10],
          itemStyle: { ...HATCH, opacity: 1 },
          label: { show: true, formatter: 'x', color: INK, fontSize: SMALL },
          data: points.flatMap((point, period) => (point === 'withheld' ? [[period, 0]] : [])),
        },
      ]),
    },
  }
}

const isNumber = (point: PlotPoint | undefined): point is Exclude<PlotPoint, 'withheld' | null> =>
  point !== null && point !== undefined && point !== 'withheld'

/** Of the height of a plot: a line that rises or falls by more would pass through a label straight above its point. */
const STEEP = 0.12
/** So near to the axis there is no space below a point. */
const LOW = 0.25

/** Where the number of a point stands so that neither of its two lines passes through it: above a peak and on a plain, below a dip, outside a slope. */
function sideOf(
  points: readonly PlotPoint[],
  at: number,
  most: number,
): { readonly position: 'top' | 'bottom'; readonly offset?: readonly [number, number] } {
  const point = points[at]
  const rises = (other: PlotPoint | undefined) => (isNumber(point) && isNumber(other) ? (other.value - point.value) / most : 0)
  const [before, after] = [rises(points[at - 1]), rises(points[at + 1])]
  if (before <= STEEP && after <= STEEP) return { position: 'top' }
  if (before >= -STEEP && after >= -STEEP) return { position: isNumber(point) && point.value / most > LOW ? 'bottom' : 'top' }
  // On a slope: above, and on the side to which it falls.
  return { position: 'top', offset: before > after ? [11, 2] : [-11, 2] }
}

/** The periods, with null for each that has no line of its own in the table, so that the drawn line is broken there. */
function withGaps(periods: readonly PlacedLine[]): readonly (PlacedLine | null)[] {
  const years = (code: string) => [Number(code.slice(0, 4)), Number(code.slice(-4))] as const
  return periods.flatMap((period, at) => {
    const before = periods[at - 1]
    if (!before) return [period]
    const [from, to] = years(before.code)
    const missing = Math.floor((years(period.code)[0] - to - 1) / (to - from + 1))
    return [...Array.from({ length: missing > 0 ? missing : 0 }, () => null), period]
  })
}

function shareAt(view: ReleasedView, row: PlacedLine, period: PlacedLine): PlotPoint {
  const cell = view.cell(row.place, period.place)
  if (cell.status === 'withheld') return 'withheld'
  const share = percentOfText(view.share?.(row.place, period.place))
  return share === null ? null : { value: share, words: `${share}%` }
}

function figureAt(view: ReleasedView, period: PlacedLine): PlotPoint {
  const cell = view.cell(period.place, 0)
  return cell.status === 'shown' ? { value: cell.figure, words: numeral(cell.figure) } : cell.status === 'withheld' ? 'withheld' : null
}

/** The label of a period on two lines, `2001` over `–2003`, as one line is wider than a period. */
function shortly(code: string, label: string): string {
  const [, from, to] = /^(\d{4})_(\d{4})$/.exec(code) ?? []
  return from && to ? `${from}\n–${to}` : label.replace(/年$/, '')
}
