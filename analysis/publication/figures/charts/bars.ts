/** Bars of a table of one variable, each with its figure beside it. */
import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { numeral } from '../../../../survey-schema/text.ts'
import { ACCENT, type Drawing, HATCH, INK } from '../draw.ts'
import { widthOf, wrapped } from '../label.ts'
import type { ReleasedView } from '../views/released-view.ts'
import { contentInOrder } from '../views/view-lines.ts'

use([BarChart, GridComponent])

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
  const most = Math.max(1, ...lines.map(({ cell }) => (cell.status === 'shown' ? cell.figure : 0)))
  const room = width - labels - 12 - FIGURE_ROOM
  return {
    size: { width, height: lines.length * band + 8 },
    option: {
      grid: { left: labels + 12, right: FIGURE_ROOM, top: 4, bottom: 4 },
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
          data: lines.map(({ cell }) =>
            cell.status === 'shown'
              ? { value: cell.figure, itemStyle: { color: ACCENT }, label: { formatter: numeral(cell.figure) } }
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
