/**
 * A dot plot: for each category a dot for each group on a line of its own, with its number. Shape and colour say which group it is, by the key
 * above; the category is named once. A withheld share is a hatched box at the edge.
 */
import { LineChart, ScatterChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { type Language, numeral } from '../../../../survey-schema/text.ts'
import { GROUPS } from '../colours.ts'
import { type Drawing, HATCH, INK } from '../draw.ts'
import { wrapped } from '../label.ts'
import { type KeyEntry, legend } from '../legend.ts'
import { printedShares } from '../views/printed-share.ts'
import type { ReleasedView } from '../views/released-view.ts'
import { contentOf } from '../views/view-lines.ts'
import { FIGURE_WORDS } from '../words.ts'

use([LineChart, ScatterChart, GraphicComponent, GridComponent])

type DotPoint = { readonly value: number; readonly words: string } | 'withheld' | null

interface DotEntry {
  readonly label: string
  /** One for each group, in the order of the key. */
  readonly points: readonly DotPoint[]
}

const FONT_SIZE = 14
const LINE_HEIGHT = 18
const NUMBER_ROOM = 56
/** Height of the line of a dot, and least height of a category. */
const DOT_LINE = 20
const BAND = 27
const STEM = '#b9b7b0'

export function dots(view: ReleasedView, width: number, language: Language): Drawing {
  const { entries, groups } = entriesOf(view)
  const labels = Math.min(280, Math.round(width * 0.45))
  const names = entries.map(({ label }) => wrapped(label, FONT_SIZE, labels))
  const each = Math.max(1, groups.length)
  const band = Math.max(BAND, each * DOT_LINE + (each > 1 ? 10 : 0), Math.max(1, ...names.map((lines) => lines.length)) * LINE_HEIGHT + 6)
  const key = groups.length > 1 ? legend(keyOf(groups), width) : { elements: [], height: 0 }
  const flat = entries.flatMap(({ points }, place) => points.map((point, group) => ({ point, place, group })))
  const shown = flat.flatMap(({ point, ...at }) => (point === null || point === 'withheld' ? [] : [{ ...at, ...point }]))
  const most = Math.max(1, ...shown.map(({ value }) => value))
  /** The line of a dot, on an axis that counts categories from the top. */
  const lineOf = (place: number, group: number) => place + 0.5 + ((group - (each - 1) / 2) * DOT_LINE) / band
  return {
    size: { width, height: key.height + entries.length * band + 8 },
    option: {
      graphic: [
        ...key.elements,
        ...names.map((lines, place) => ({
          type: 'text',
          silent: true,
          x: labels,
          y: key.height + 4 + (place + 0.5) * band,
          style: {
            text: lines.join('\n'),
            fill: INK,
            fontSize: FONT_SIZE,
            lineHeight: LINE_HEIGHT,
            textAlign: 'right',
            textVerticalAlign: 'middle',
          },
        })),
      ],
      grid: { left: labels + 14, right: NUMBER_ROOM, top: key.height + 4, bottom: 4 },
      xAxis: { type: 'value', show: false, min: 0, max: most },
      yAxis: {
        type: 'value',
        inverse: true,
        min: 0,
        max: entries.length,
        axisLabel: { show: false },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLine: { show: true, onZero: false, lineStyle: { color: INK } },
      },
      series: [
        ...shown.map(({ value, place, group }) => ({
          type: 'line',
          silent: true,
          symbol: 'none',
          lineStyle: { color: STEM, width: 1.5 },
          data: [
            [0, lineOf(place, group)],
            [value, lineOf(place, group)],
          ],
        })),
        {
          type: 'scatter',
          symbolSize: 12,
          data: shown.map(({ value, words, group, place }) => {
            const { color, shape } = GROUPS[group % GROUPS.length]!
            return { value: [value, lineOf(place, group)], symbol: shape, itemStyle: { color, opacity: 1 }, label: { formatter: words } }
          }),
          label: { show: true, position: 'right', color: INK, fontSize: FONT_SIZE },
        },
        {
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [20, 16],
          symbolOffset: [14, 0],
          itemStyle: { ...HATCH, opacity: 1 },
          label: { show: true, formatter: 'x', color: INK, fontSize: FONT_SIZE - 1 },
          data: flat.flatMap(({ point, place, group }) => (point === 'withheld' ? [[0, lineOf(place, group)]] : [])),
        },
        {
          // The base is too small for a share; the figure is in the table.
          type: 'scatter',
          symbolSize: 1,
          symbolOffset: [14, 0],
          itemStyle: { color: 'transparent' },
          label: { show: true, formatter: FIGURE_WORDS.noShare[language], position: 'right', color: INK, fontSize: FONT_SIZE - 1 },
          data: flat.flatMap(({ point, place, group }) => (point === null ? [[0, lineOf(place, group)]] : [])),
        },
      ],
    },
  }
}

const keyOf = (groups: readonly string[]): readonly KeyEntry[] =>
  groups.map((label, place) => {
    const { color, shape } = GROUPS[place % GROUPS.length]!
    return { label, color, shape }
  })

function entriesOf(view: ReleasedView): { readonly entries: readonly DotEntry[]; readonly groups: readonly string[] } {
  const { columns } = view
  if (!columns)
    return {
      groups: [],
      entries: contentOf(view.rows).map(({ label, place }) => {
        const cell = view.cell(place, 0)
        const point =
          cell.status === 'shown' ? { value: cell.figure, words: numeral(cell.figure) } : cell.status === 'withheld' ? 'withheld' : null
        return { label, points: [point] }
      }),
    }
  const { groups: all, parts, at } = printedShares(view, columns)
  // Groups without any share are left to the table.
  const groups = all.filter((group) => parts.some((part) => typeof at(group, part) === 'number'))
  return {
    groups: groups.map(({ label }) => label),
    entries: parts.map((part) => ({
      label: part.label,
      points: groups.map((group) => {
        const share = at(group, part)
        return typeof share === 'number' ? { value: share, words: `${share}%` } : share
      }),
    })),
  }
}
