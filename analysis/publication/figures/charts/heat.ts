/** A heat map of two variables: each cell shaded by its figure, which is written in it. A withheld cell is hatched, not shaded. */
import { HeatmapChart } from 'echarts/charts'
import { GridComponent, VisualMapComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { numeral } from '../../../../survey-schema/text.ts'
import { type Drawing, HATCH, INK, SHEET } from '../draw.ts'
import { widthOf, wrapped } from '../label.ts'
import { shadeAt } from '../shades.ts'
import type { ReleasedView, ViewAxis } from '../views/released-view.ts'
import { crossedInOrder } from '../views/view-lines.ts'

use([HeatmapChart, GridComponent, VisualMapComponent])

const FONT_SIZE = 14
const HEAD_SIZE = 13
const LINE_HEIGHT = 18
/** A cell whose head is written across. */
const NARROWEST = 76
/** A cell that still holds its figure. */
const SMALLEST = 34
const NARROW_LABELS = 92

/** Of lines that stand upright. */
const TIGHT = 15

/** In as many lines as stand side by side over a column. */
function uprightLabel(label: string, cell: number): readonly string[] {
  const fits = (lines: readonly string[]) => lines.length * TIGHT <= cell
  return [80, 110, 140, 180, 230].map((width) => wrapped(label, HEAD_SIZE, width)).find(fits) ?? [label]
}

export function heat(view: ReleasedView, columns: ViewAxis, available: number): Drawing {
  const rows = crossedInOrder(view, view.rows, columns)
  const heads = crossedInOrder(view, columns, view.rows)
  const widest = Math.min(230, Math.max(110, Math.round(available * 0.3)))
  // On a telephone heads stand upright, so that all columns are in sight; where even that does not fit, the drawing scrolls.
  const upright = Math.floor((available - widest - 16) / heads.length) < NARROWEST
  const labels = upright ? Math.min(widest, NARROW_LABELS) : widest
  const cell = Math.min(130, Math.max(upright ? SMALLEST : NARROWEST, Math.floor((available - labels - 16) / heads.length)))
  const headLabels = heads.map((head) => (upright ? uprightLabel(head.label, cell) : wrapped(head.label, HEAD_SIZE, cell - 8)))
  const rowLabels = rows.map((row) => wrapped(row.label, FONT_SIZE, labels))
  const tallest = (all: readonly (readonly string[])[]) => Math.max(1, ...all.map((label) => label.length)) * LINE_HEIGHT
  const longest = Math.max(...headLabels.flat().map((line) => widthOf(line, HEAD_SIZE)))
  const top = (upright ? Math.ceil(longest) : tallest(headLabels)) + 14
  const band = Math.max(36, tallest(rowLabels) + 12)
  const points = rows.flatMap((row, y) => heads.map((head, x) => ({ x, y, cell: view.cell(row.place, head.place) })))
  const most = Math.max(1, ...points.map((point) => (point.cell.status === 'shown' ? point.cell.figure : 0)))
  return {
    size: { width: labels + 16 + heads.length * cell, height: top + rows.length * band + 6 },
    option: {
      grid: { left: labels + 14, right: 2, top, bottom: 4 },
      xAxis: {
        type: 'category',
        position: 'top',
        data: headLabels.map((label) => label.join('\n')),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { color: INK, fontSize: HEAD_SIZE, lineHeight: upright ? TIGHT : LINE_HEIGHT, interval: 0, rotate: upright ? 90 : 0 },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rowLabels.map((label) => label.join('\n')),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { color: INK, fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT, interval: 0 },
      },
      // Each cell has its own shade; the chart does not come without this component.
      visualMap: { show: false, min: 0, max: most, seriesIndex: [0, 1] },
      series: [
        {
          type: 'heatmap',
          itemStyle: { borderColor: SHEET, borderWidth: 2 },
          label: { show: true, fontSize: FONT_SIZE },
          data: points
            .filter((point) => point.cell.status === 'shown')
            .map(({ x, y, cell: shown }) => {
              const figure = shown.status === 'shown' ? shown.figure : 0
              const { fill, dark } = shadeAt(figure / most)
              return {
                value: [x, y, figure],
                visualMap: false,
                itemStyle: { color: fill },
                label: { formatter: numeral(figure), color: dark ? SHEET : INK },
              }
            }),
        },
        {
          type: 'heatmap',
          label: { show: true, fontSize: FONT_SIZE, color: INK },
          data: points
            .filter((point) => point.cell.status !== 'shown')
            .map(({ x, y, cell: silent }) => ({
              value: [x, y, 0],
              visualMap: false,
              itemStyle: silent.status === 'withheld' ? HATCH : { color: SHEET },
              label: { formatter: silent.status === 'withheld' ? 'x' : '–' },
            })),
        },
      ],
    },
  }
}
