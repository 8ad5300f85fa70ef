/** Bars of a table of one variable, each with its figure beside it; where the table prints shares, with its share and a thin line over the interval of that. */
import { BarChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { numeral } from '../../../../survey-schema/text.ts'
import { ACCENT, type Drawing, HATCH, INK } from '../draw.ts'
import { widthOf, wrapped } from '../label.ts'
import { intervalOfText, percentOfText } from '../views/printed-share.ts'
import type { ReleasedView } from '../views/released-view.ts'
import { contentInOrder } from '../views/view-lines.ts'

use([BarChart, GraphicComponent, GridComponent])

const FONT_SIZE = 14
const LINE_HEIGHT = 18
/** Least height of a bar with the space around it; a label of several lines takes more. */
const BAND = 27
/** Width of the hatched box of a withheld line, in pixels; the same for every count behind it. */
const HATCHED_WIDTH = 22
const FIGURE_ROOM = 62

export function bars(view: ReleasedView, width: number): Drawing {
  const content = contentInOrder(view)
  const longest = Math.max(0, ...content.map(({ label }) => widthOf(label, FONT_SIZE)))
  const labels = Math.min(260, Math.round(width * 0.48), Math.ceil(longest) + 2)
  const lines = content.map((line) => ({ label: wrapped(line.label, FONT_SIZE, labels), cell: view.cell(line.place, 0) }))
  const rows = Math.max(1, ...lines.map(({ label }) => label.length))
  const band = Math.max(BAND, rows * LINE_HEIGHT + 6)
  const spans = content.map((line) => spanOf(view, line.place))
  const words = content.map((line) => wordsOf(view, line.place))
  const beside = Math.ceil(Math.max(FIGURE_ROOM, ...words.map((said) => widthOf(said, FONT_SIZE) + 14)))
  const most = Math.max(1, ...spans.flatMap((span) => span ?? []), ...lines.map(({ cell }) => (cell.status === 'shown' ? cell.figure : 0)))
  const left = labels + 12
  const room = width - left - beside
  const pixels = (cases: number) => (cases * room) / most
  return {
    size: { width, height: lines.length * band + 8 },
    option: {
      graphic: spans.flatMap((span, place) =>
        span ? whisker(left + pixels(span[0]), left + pixels(span[1]), 4 + (place + 0.5) * band) : [],
      ),
      grid: { left, right: beside, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false, min: 0, max: most },
      yAxis: {
        type: 'category',
        inverse: true,
        data: lines.map(({ label }) => label.join('\n')),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: INK } },
        axisLabel: { color: INK, fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT, interval: 0 },
      },
      series: [
        {
          type: 'bar',
          barWidth: 17,
          data: lines.map(({ cell }, place) =>
            cell.status === 'shown'
              ? {
                  value: cell.figure,
                  itemStyle: { color: ACCENT },
                  // Behind the end of the interval, so that the line does not pass through the figure.
                  label: { formatter: words[place]!, offset: [Math.max(0, pixels((spans[place]?.[1] ?? 0) - cell.figure)), 0] },
                }
              : {
                  value: (most * HATCHED_WIDTH) / Math.max(room, 1),
                  itemStyle: cell.status === 'withheld' ? HATCH : { color: 'transparent' },
                  label: { formatter: cell.status === 'withheld' ? 'x' : '–' },
                },
          ),
          label: { show: true, position: 'right', color: INK, fontSize: FONT_SIZE },
        },
      ],
    },
  }
}

/** The figure, and its share in brackets where the table prints one. */
function wordsOf(view: ReleasedView, place: number): string {
  const cell = view.cell(place, 0)
  if (cell.status !== 'shown') return ''
  const printed = view.share?.(place, 0)
  const percent = percentOfText(printed)
  if (percent === null) return numeral(cell.figure)
  return printed!.includes('（') ? `${numeral(cell.figure)}（${percent}%）` : `${numeral(cell.figure)} (${percent}%)`
}

/** The interval of the printed share, in cases of its published base. */
function spanOf(view: ReleasedView, place: number): readonly [number, number] | null {
  const interval = view.cell(place, 0).status === 'shown' ? intervalOfText(view.share?.(place, 0)) : null
  const base = view.base ?? null
  return interval && base !== null ? [(interval[0] * base) / 100, (interval[1] * base) / 100] : null
}

/** A thin line with ends. */
const whisker = (from: number, to: number, y: number): readonly object[] =>
  [
    [from, y, to, y],
    [from, y - 4, from, y + 4],
    [to, y - 4, to, y + 4],
  ].map(([x1, y1, x2, y2]) => ({ type: 'line', silent: true, z: 10, shape: { x1, y1, x2, y2 }, style: { stroke: INK, lineWidth: 1.3 } }))
