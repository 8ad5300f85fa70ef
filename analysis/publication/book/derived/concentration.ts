/**
 * Table 2.3: how concentrated the citizenships are, period by period. Cases whose country is withheld or joined make each measure an
 * interval: lowest if every one of them is of another country, highest if all are of one further country.
 */

import { sum, sumSimple } from 'simple-statistics'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { basePlace, cellAt, isContent, placesOf } from '../../released-cells.ts'
import { whole } from '../../statistics/share.ts'
import { newestOf, type PublishedEditions, summedTable } from '../published-editions.ts'
import { type DerivedRow, derivedBlock, figureCell, textCell, WITHHELD } from './derived-block.ts'

export interface Concentration {
  /** Herfindahl-Hirschman index, 0 to 1. */
  readonly low: number
  readonly high: number
  /** Share of the three largest, 0 to 1. */
  readonly topLow: number
  readonly topHigh: number
}

/**
 * Least and greatest concentration that the published figures allow.
 * @param figures published cases, one for each country
 * @param all the base of the table; those beyond the sum of `figures` are of unknown country. A smaller number than the sum counts as the sum
 * @throws RangeError unless `all` is at least 1
 * @see Hirschman (1964), American Economic Review 54, 761-762
 * @example concentrationOf([50, 50], 100) // { low: 0.5, high: 0.5, topLow: 1, topHigh: 1 }
 */
export function concentrationOf(figures: readonly number[], all: number): Concentration {
  if (!(all >= 1)) throw new RangeError('at least one case')
  const base = Math.max(all, sum(figures))
  const shares = figures.map((figure) => figure / base).sort((a, b) => b - a)
  const rest = Math.max(0, 1 - sumSimple(shares))
  const known = sumSimple(shares.map((share) => share * share))
  const top = (some: readonly number[]) => sumSimple([...some].sort((a, b) => b - a).slice(0, 3))
  return { low: known + rest / base, high: known + rest * rest, topLow: top(shares), topHigh: top([...shares, rest]) }
}

const HEAD = [
  text('受付時期', 'Period'),
  text('回答のある事例', 'Cases with an answer'),
  text('集中度（HHI、0～1）', 'Concentration (HHI, 0–1)'),
  text('上位3か国の割合', 'Share of the three largest'),
] as const

export function concentration(published: PublishedEditions, number: string) {
  const { minimumBase } = newestOf(published).policy
  const alone = summedTable(published, 'citizenship@country')
  const crossed = summedTable(published, 'registration_year@period3,citizenship@country')
  if (!alone) return []
  const rows: DerivedRow[] = []
  const row = (
    code: string,
    name: Text,
    all: ReleasedCell,
    figures: readonly ReleasedCell[],
    tables: Parameters<typeof figureCell>[1][],
  ) => {
    const base = whole(all)
    const known = figures.flatMap((cell) => whole(cell)?.figure ?? [])
    const found = base && base.figure >= minimumBase && known.length > 0 ? concentrationOf(known, base.figure) : null
    rows.push({
      line: { code, ...name },
      cells: [
        figureCell(all, ...tables),
        found
          ? textCell(
              between(found.low, found.high, (value) => value.toFixed(2)),
              ...tables,
            )
          : figureCell(WITHHELD, ...tables),
        found
          ? textCell(
              between(found.topLow, found.topHigh, (value) => `${Math.round(100 * value)}%`),
              ...tables,
            )
          : figureCell(WITHHELD, ...tables),
      ],
    })
  }
  if (crossed) {
    const { table } = crossed
    const [periods, countries] = [table.axes[0], table.axes[1]!]
    const values = placesOf(countries, ({ role }) => role === 'value')
    for (const at of placesOf(periods, isContent)) {
      const line = periods.lines[at]!
      if (line.role !== 'value') continue
      row(
        line.code,
        line,
        cellAt(table, 0, at, basePlace(countries)),
        values.map((country) => cellAt(table, 0, at, country)),
        [table],
      )
    }
  }
  const { table } = alone
  const values = placesOf(table.axes[0], ({ role }) => role === 'value')
  row(
    'all',
    text('全期間', 'All periods'),
    table.cells[basePlace(table.axes[0])]!,
    values.map((at) => table.cells[at]!),
    [table],
  )
  return [
    derivedBlock(
      published,
      {
        number,
        caption: text('国籍の集中度', 'How concentrated the citizenships are'),
        caseSets: alone.caseSets,
        notes: [
          text(
            '集中度は国別の割合の二乗の合計（ハーフィンダール・ハーシュマン指数）で、1に近いほど少数の国に集中している。秘匿またはまとめて示した事例は、すべて別の一国とした場合と、1人ずつ別の国とした場合の幅で示す。',
            'The index is the sum of the squared shares of countries (Herfindahl-Hirschman); near 1 a few countries hold most cases. Cases withheld or joined give a range: all in one further country, or each in a country of its own.',
          ),
        ],
      },
      HEAD,
      rows.map(({ line: { code, ja, en }, cells }) => ({ line: { code, ja, en }, cells })),
    ),
  ]
}

/** `0.21`, or `0.19–0.24`. */
function between(low: number, high: number, text: (value: number) => string): Text {
  const [from, to] = [text(low), text(Math.min(1, high))]
  return from === to ? { ja: from, en: from } : { ja: `${from}～${to}`, en: `${from}–${to}` }
}
