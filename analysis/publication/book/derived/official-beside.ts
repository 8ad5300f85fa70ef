/**
 * Table 12.4: cases of three years at a time by what was found of them, beside the victims that public bodies counted. Official figures stand as
 * they were printed, year by year: nothing is added up and nothing is subtracted.
 */
import type { DerivedCell } from '../../../../survey-schema/release/book.ts'
import type { ReleasedCell, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { cellAt } from '../../released-cells.ts'
import { type PublishedEditions, summedTable } from '../published-editions.ts'
import { CASES, cellOfCode, type DerivedRow, derivedBlock, figureCell, WITHHELD } from './derived-block.ts'
import { OFFICIAL, type OfficialSeries } from './official-figures.ts'

const PERIODS = 'registration_year@period3'
const NOT_IN_SERIES: ReleasedCell = { status: 'not_applicable' }

/** What was found of the cases of a period, where the table of both is published. */
const FOUND = [
  { table: 'definition_result@list', code: 'meets', head: text('定義の要件を満たす', 'Meets the definition') },
  { table: 'org_judgement@list', code: 'actual', head: text('団体が被害者と判断', 'Victim in the judgement of the organisation') },
  { table: 'state_recognition@group3', code: 'recognised', head: text('公的機関が認定', 'Recognised by an authority') },
] as const

export function officialBeside(published: PublishedEditions, number: string) {
  const alone = summedTable(published, PERIODS)
  if (!alone) return []
  const periods = alone.table.axes[0].lines.filter(({ role }) => role === 'value')
  const found = FOUND.flatMap((one) => {
    const crossed = summedTable(published, `${PERIODS},${one.table}`)
    return crossed ? [{ ...one, ...crossed }] : []
  })
  const rows = periods.map(
    ({ code, ja, en }): DerivedRow => ({
      line: { code, ja, en },
      cells: [
        figureCell(cellOfCode(alone.table, code), alone.table),
        ...found.map(({ table, code: answer }) => figureCell(crossedCell(table, code, answer), table)),
        ...OFFICIAL.map((series) => officialCell(series, code)),
      ],
    }),
  )
  return [
    derivedBlock(
      published,
      {
        number,
        caption: text('三年ごとの事例と、公的機関が数えた被害者', 'Cases of three years each, and victims counted by public bodies'),
        caseSets: [...new Set([...alone.caseSets, ...found.flatMap(({ caseSets }) => caseSets)])],
        notes: [
          text(
            '公的統計は、公表された年ごとの値をそのまま並べた。「–」は系列にない期間。本書の数え方は互いに重なる。',
            'Official figures stand year by year as printed; – is a period that a series does not cover. Our own counts overlap.',
          ),
          ...OFFICIAL.map(({ source }) => source),
        ],
      },
      [text('受付時期', 'Registered'), CASES, ...found.map(({ head }) => head), ...OFFICIAL.map(({ name }) => name)],
      rows,
    ),
  ]
}

/** Cases of the period with the answer; withheld if the table has no such line. */
function crossedCell(table: ReleasedTable, period: string, answer: string): ReleasedCell {
  const [times, answers] = [table.axes[0], table.axes[1]!]
  const place = (lines: typeof times.lines, code: string) => lines.findIndex((line) => line.code === code)
  const [down, across] = [place(times.lines, period), place(answers.lines, answer)]
  return down < 0 || across < 0 ? WITHHELD : cellAt(table, 0, down, across)
}

/** The years of the period that the series covers, each with the figure that was printed for it. */
function officialCell({ id, years }: OfficialSeries, period: string): DerivedCell {
  const first = Number(/^\d{4}/.exec(period)?.[0] ?? Number.NaN)
  const printed = [first, first + 1, first + 2].flatMap((year) => {
    const said = years[String(year)]
    return said ? [{ year, said }] : []
  })
  const inWords: Text = {
    ja: printed.map(({ year, said }) => `${year}年 ${said.ja}`).join('、'),
    en: printed.map(({ year, said }) => `${year}: ${said.en}`).join('; '),
  }
  return { cell: printed.length > 0 ? { status: 'text', words: inWords } : NOT_IN_SERIES, from: [`official/${id}`] }
}
