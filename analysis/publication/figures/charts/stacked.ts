/**
 * Stacked bars of 100 %, one for each group, with the shares that the table prints. Neighbouring parts differ in darkness, so that they stay
 * distinct in a photocopy. A withheld part is a hatched box of fixed width, and what a bar lacks to 100 % stays empty. A group whose base is too
 * small for shares is labelled so.
 */
import { BarChart } from 'echarts/charts'
import { GraphicComponent, GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { type Language, numeral } from '../../../../survey-schema/text.ts'
import { PARTS } from '../colours.ts'
import { type Drawing, HATCH, INK, SHEET } from '../draw.ts'
import { widthOf, wrapped } from '../label.ts'
import { legend } from '../legend.ts'
import { printedShares } from '../views/printed-share.ts'
import type { ReleasedView, ViewAxis } from '../views/released-view.ts'
import { FIGURE_WORDS } from '../words.ts'

use([BarChart, GraphicComponent, GridComponent])

const FONT_SIZE = 14
const SMALL = 12
const LINE_HEIGHT = 18
/** Width of a withheld part, in pixels. */
const HATCHED = 20

export function stacked(view: ReleasedView, columns: ViewAxis, width: number, language: Language): Drawing {
  const { groups, parts, at, base } = printedShares(view, columns)
  const labels = Math.min(250, Math.round(width * 0.36))
  const room = width - labels - 12 - 10
  const names = groups.map((group) => {
    const cases = base(group)
    // The base stands on the line of its group where it fits there.
    const lines = wrapped(group.label, FONT_SIZE, labels)
    if (cases === null) return lines
    const whole = `${group.label}  n = ${numeral(cases)}`
    return widthOf(whole, FONT_SIZE) <= labels ? [whole] : [...lines, `n = ${numeral(cases)}`]
  })
  const band = Math.max(38, Math.max(1, ...names.map((lines) => lines.length)) * LINE_HEIGHT + 8)
  const key = legend(
    parts.map(({ label }, place) => ({ label, color: PARTS[place % PARTS.length]!.fill })),
    width,
  )
  // The axis is long enough for the longest bar with its hatched boxes, whose pixels are converted to percent.
  const has = (group: (typeof groups)[number]) => parts.some((part) => typeof at(group, part) === 'number')
  const boxes = (group: (typeof groups)[number]) => parts.filter((part) => at(group, part) === 'withheld').length
  const shown = (group: (typeof groups)[number]) => parts.reduce((sum, part) => sum + (numberOf(at(group, part)) ?? 0), 0)
  const perPercent = Math.min(...groups.map((group) => (room - boxes(group) * HATCHED) / Math.max(100, shown(group))))
  return {
    size: { width, height: key.height + groups.length * band + 8 },
    option: {
      graphic: [...key.elements],
      grid: { left: labels + 12, right: 10, top: key.height, bottom: 4 },
      xAxis: { type: 'value', show: false, min: 0, max: room },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names.map((lines) => lines.join('\n')),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: INK } },
        axisLabel: { color: INK, fontSize: FONT_SIZE, lineHeight: LINE_HEIGHT, interval: 0 },
      },
      series: parts.map((part, place) => {
        const { fill: color, dark } = PARTS[place % PARTS.length]!
        return {
          type: 'bar',
          stack: 'whole',
          barWidth: 26,
          data: groups.map((group) => {
            if (!has(group))
              return place === 0
                ? markOf(
                    parts.map((one) => at(group, one)),
                    FIGURE_WORDS.noShare[language],
                  )
                : NOTHING
            const share = at(group, part)
            if (share === null) return NOTHING
            if (share === 'withheld') return { value: HATCHED, itemStyle: HATCH, label: { formatter: 'x', color: INK } }
            const words = `${share}%`
            return {
              value: share * perPercent,
              itemStyle: { color, borderColor: SHEET, borderWidth: 1 },
              label: { show: widthOf(words, SMALL) + 4 <= share * perPercent, formatter: words, color: dark ? SHEET : INK },
            }
          }),
          label: { show: true, position: 'inside', fontSize: SMALL },
        }
      }),
    },
  }
}

const NOTHING = { value: 0, label: { show: false } }

/** The mark of a group without shares: a hatched box where every part is withheld, words where the base is too small for shares. */
const markOf = (shares: readonly (number | 'withheld' | null)[], noShare: string) =>
  shares.every((share) => share === 'withheld')
    ? { value: HATCHED, itemStyle: HATCH, label: { formatter: 'x', color: INK } }
    : { value: 1, itemStyle: { color: 'transparent' }, label: { formatter: noShare, color: INK, position: 'right' } }

const numberOf = (share: number | 'withheld' | null) => (typeof share === 'number' ? share : null)
