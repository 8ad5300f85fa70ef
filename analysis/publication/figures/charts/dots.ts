/** A dot plot of shares: under each category one dot for each group, with its number. A withheld share is a hatched box at the edge. */
import { BarChart, ScatterChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { type Language, numeral } from '../../../../survey-schema/text.ts'
import { ACCENT, type Drawing, HATCH, INK, SOFT } from '../draw.ts'
import { wrapped } from '../label.ts'
import { printedShares } from '../views/printed-share.ts'
import type { ReleasedView } from '../views/released-view.ts'
import { contentOf } from '../views/view-lines.ts'
import { FIGURE_WORDS } from '../words.ts'

use([BarChart, ScatterChart, GridComponent])

interface DotEntry {
  readonly label: string
  readonly head: boolean
  readonly point: { readonly value: number; readonly words: string } | 'withheld' | null
  /** Place of the group, which decides the shape of its dots in every category. */
  readonly group: number
}

const SHAPES = ['circle', 'diamond', 'triangle', 'rect', 'pin', 'roundRect'] as const
const FONT_SIZE = 14
const LINE_HEIGHT = 18
const NUMBER_ROOM = 56
const LINE = '#b9b7b0'

export function dots(view: ReleasedView, width: number, language: Language): Drawing {
  const entries = entriesOf(view)
  const labels = Math.min(280, Math.round(width * 0.5))
  const names = entries.map(({ label, head }) => wrapped(label, FONT_SIZE, labels - (head || !view.columns ? 0 : 14)))
  const band = Math.max(24, Math.max(1, ...names.map((all) => all.length)) * LINE_HEIGHT + 6)
  const most = Math.max(1, ...entries.map(({ point }) => (point !== null && point !== 'withheld' ? point.value : 0)))
  const points = entries.flatMap(({ point, group }, place) => (point === null || point === 'withheld' ? [] : [{ ...point, group, place }]))
  return {
    size: { width, height: entries.length * band + 8 },
    option: {
      grid: { left: labels + 14, right: NUMBER_ROOM, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false, min: 0, max: most },
      yAxis: {
        type: 'category',
        inverse: true,
        data: entries.map((_, place) => String(place)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: INK } },
        axisLabel: {
          color: INK,
          fontSize: FONT_SIZE,
          lineHeight: LINE_HEIGHT,
          interval: 0,
          formatter: (_: string, place: number) =>
            (names[place] ?? []).map((line) => (entries[place]?.head ? `{head|${line}}` : line)).join('\n'),
          rich: { head: { fontWeight: 'bold', fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT, color: INK } },
        },
      },
      series: [
        {
          type: 'bar',
          barWidth: 1.5,
          silent: true,
          itemStyle: { color: LINE },
          data: entries.map(({ point }) => (point !== null && point !== 'withheld' ? point.value : 0)),
        },
        {
          type: 'scatter',
          symbolSize: 12,
          data: points.map(({ value, words, group, place }) => ({
            value: [value, place],
            symbol: SHAPES[group % SHAPES.length],
            itemStyle: { color: group % 2 === 0 ? ACCENT : SOFT, opacity: 1 },
            label: { formatter: words },
          })),
          label: { show: true, position: 'right', color: INK, fontSize: FONT_SIZE },
        },
        {
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [20, 16],
          symbolOffset: [14, 0],
          itemStyle: { ...HATCH, opacity: 1 },
          label: { show: true, formatter: 'x', color: INK, fontSize: FONT_SIZE - 1 },
          data: entries.flatMap(({ point }, place) => (point === 'withheld' ? [[0, place]] : [])),
        },
        {
          // The base is too small for a share; the figure is in the table.
          type: 'scatter',
          symbolSize: 1,
          symbolOffset: [14, 0],
          itemStyle: { color: 'transparent' },
          label: { show: true, formatter: FIGURE_WORDS.noShare[language], position: 'right', color: INK, fontSize: FONT_SIZE - 1 },
          data: entries.flatMap(({ point, head }, place) => (point === null && !head ? [[0, place]] : [])),
        },
      ],
    },
  }
}

function entriesOf(view: ReleasedView): readonly DotEntry[] {
  const { columns } = view
  if (!columns)
    return contentOf(view.rows).map(({ label, place }) => {
      const cell = view.cell(place, 0)
      const point =
        cell.status === 'shown' ? { value: cell.figure, words: numeral(cell.figure) } : cell.status === 'withheld' ? 'withheld' : null
      return { label, head: false, point, group: 0 }
    })
  const { groups: all, parts, at } = printedShares(view, columns)
  // Groups without any share are left to the table.
  const groups = all.filter((group) => parts.some((part) => typeof at(group, part) === 'number'))
  return parts.flatMap((part) => [
    { label: part.label, head: true, point: null, group: 0 },
    ...groups.map((group, place) => {
      const share = at(group, part)
      const point = typeof share === 'number' ? { value: share, words: `${share}%` } : share
      return { label: group.label, head: false, point, group: place }
    }),
  ])
}
