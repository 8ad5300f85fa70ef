/** Table 1.4: cases registered each year, beside the official figures. They are printed beside one another and never subtracted. */
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { text } from '../../../../survey-schema/text.ts'
import { type PublishedEditions, summedTable } from '../published-editions.ts'
import { cellOfCode, type DerivedRow, derivedBlock, figureCell } from './derived-block.ts'
import { OFFICIAL } from './official-figures.ts'

const NOT_IN_SERIES: ReleasedCell = { status: 'not_applicable' }

export function officialSeries(published: PublishedEditions, number: string) {
  const found = summedTable(published, 'registration_year@year')
  if (!found) return []
  const { table, caseSets } = found
  const ours = table.axes[0].lines.filter(({ role, code }) => role === 'value' && /^\d{4}$/.test(code)).map(({ code }) => code)
  const years = [...new Set([...ours, ...OFFICIAL.flatMap((series) => Object.keys(series.years))])].sort()
  const rows = years.map(
    (year): DerivedRow => ({
      line: { code: year, ja: `${year}年`, en: year },
      cells: [
        figureCell(cellOfCode(table, year), table),
        ...OFFICIAL.map((series) => {
          const said = series.years[year]
          return { cell: said ? ({ status: 'text', words: said } as const) : NOT_IN_SERIES, from: [`official/${series.id}`] }
        }),
      ],
    }),
  )
  return [
    derivedBlock(
      published,
      {
        number,
        caption: text('年別の受付事例数と公的統計', 'Cases registered per year, beside the official figures'),
        caseSets,
        notes: [
          text(
            '「x」の年には、少数のためまとめて数えた年を含む。「–」は系列にない年。',
            'x includes years joined because they are small; – is a year that a series does not cover.',
          ),
          ...OFFICIAL.map(({ source }) => source),
        ],
      },
      [text('年', 'Year'), text('本書の受付事例数', 'Cases in this book'), ...OFFICIAL.map(({ name }) => name)],
      rows,
    ),
  ]
}
