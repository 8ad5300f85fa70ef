/** An age pyramid: women to the left and men to the right, youngest at the bottom, each bar with its figure. Other genders are in the table only. */
import { BarChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { numeral } from '../../../../survey-schema/text.ts'
import { SIDES } from '../colours.ts'
import { type Drawing, HATCH, INK } from '../draw.ts'
import { widthOf, wrapped } from '../label.ts'
import type { ReleasedView, ViewAxis } from '../views/released-view.ts'
import { contentOf, type PlacedLine } from '../views/view-lines.ts'

use([BarChart, GraphicComponent, GridComponent])

const GENDERS = ['woman', 'man'] as const
const FONT_SIZE = 14
const LINE_HEIGHT = 18
const HEAD = 30
const NUMBER_ROOM = 44
/** Length of a withheld bar, in pixels. */
const HATCHED = 22

/** @throws RangeError unless the rows name women and men */
export function pyramid(view: ReleasedView, ages: ViewAxis, width: number): Drawing {
  const rows = contentOf(view.rows)
  const sides = GENDERS.map((code) => rows.find((row) => row.code === code))
  const [women, men] = sides
  if (!women || !men) throw new RangeError('a pyramid has two sides')
  // Joined age bands are left out: they have no place in the order of ages.
  const bands = contentOf(ages).filter(({ role }) => role === 'value')
  const names = bands.map(({ label }) => wrapped(label, FONT_SIZE, Math.min(150, Math.round(width * 0.3))))
  const middle = Math.max(40, ...names.flat().map((line) => widthOf(line, FONT_SIZE))) + 20
  const side = Math.floor((width - middle) / 2)
  const band = Math.max(30, Math.max(1, ...names.map((lines) => lines.length)) * LINE_HEIGHT + 8)
  const height = HEAD + bands.length * band + 6
  const cellOf = (row: PlacedLine, age: PlacedLine) => view.cell(row.place, age.place)
  const most = Math.max(
    1,
    ...[women, men].flatMap((row) =>
      bands.map((age) => {
        const cell = cellOf(row, age)
        return cell.status === 'shown' ? cell.figure : 0
      }),
    ),
  )
  const room = side - NUMBER_ROOM
  const categories = bands.map(({ code }) => code)
  return {
    size: { width, height },
    option: {
      graphic: [
        text(women.label, side, 'right'),
        text(men.label, side + middle, 'left'),
        ...names.map((lines, place) => ({
          type: 'text',
          silent: true,
          x: side + middle / 2,
          y: HEAD + (bands.length - place - 0.5) * band,
          style: {
            text: lines.join('\n'),
            fill: INK,
            fontSize: FONT_SIZE,
            lineHeight: LINE_HEIGHT,
            textAlign: 'center',
            textVerticalAlign: 'middle',
          },
        })),
      ],
      grid: [
        { left: NUMBER_ROOM, width: room, top: HEAD, bottom: 6 },
        { left: side + middle, width: room, top: HEAD, bottom: 6 },
      ],
      xAxis: [0, 1].map((at) => ({ type: 'value', gridIndex: at, show: false, min: 0, max: most, inverse: at === 0 })),
      yAxis: [0, 1].map((at) => ({
        type: 'category',
        gridIndex: at,
        data: categories,
        position: at === 0 ? 'right' : 'left',
        axisTick: { show: false },
        axisLabel: { show: false },
        axisLine: { lineStyle: { color: INK } },
      })),
      series: [women, men].map((row, at) => ({
        type: 'bar',
        xAxisIndex: at,
        yAxisIndex: at,
        barWidth: 18,
        data: bands.map((age) => {
          const cell = cellOf(row, age)
          return cell.status === 'shown'
            ? {
                value: cell.figure,
                itemStyle: { color: SIDES[at], borderColor: INK, borderWidth: 0.5 },
                label: { formatter: numeral(cell.figure) },
              }
            : {
                value: (most * HATCHED) / Math.max(room, 1),
                itemStyle: cell.status === 'withheld' ? HATCH : { color: 'transparent' },
                label: { formatter: cell.status === 'withheld' ? 'x' : '–' },
              }
        }),
        label: { show: true, position: at === 0 ? 'left' : 'right', color: INK, fontSize: FONT_SIZE },
      })),
    },
  }
}

const text = (words: string, x: number, textAlign: 'left' | 'right') => ({
  type: 'text',
  silent: true,
  x,
  y: 6,
  style: { text: words, fill: INK, fontSize: FONT_SIZE, fontWeight: 'bold', textAlign },
})
