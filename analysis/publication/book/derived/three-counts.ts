/** Table 12.3: cases counted in three ways, beside one another. Totals only: how far the three overlap is not published. */
import { text } from '../../../../survey-schema/text.ts'
import { baseAmong, basePlace } from '../../released-cells.ts'
import { intervalWords, shareOf } from '../../statistics/share.ts'
import { tablesToFind } from '../planned-blocks.ts'
import { newestOf, type PublishedEditions } from '../published-editions.ts'
import {
  CASES,
  cellOfCode,
  type DerivedRow,
  derivedBlock,
  figureCell,
  placedCell,
  placeOfCode,
  sumOfCells,
  textCell,
  WITHHELD,
} from './derived-block.ts'

const COUNTS = [
  { code: 'meets', table: 'definition_result@list', of: ['meets'], ja: '定義の要件を満たす', en: 'Meets the definition' },
  {
    code: 'actual',
    table: 'org_judgement@list',
    of: ['actual'],
    ja: '団体が被害者と判断',
    en: 'Victim in the judgement of the organisation',
  },
  {
    code: 'actual_or_possible',
    table: 'org_judgement@list',
    of: ['actual', 'possible'],
    ja: '団体が被害者またはその可能性があると判断',
    en: 'Victim or possible victim in the judgement of the organisation',
  },
  {
    code: 'recognised',
    table: 'state_recognition@group3',
    of: ['recognised'],
    ja: '公的機関が被害者と認定',
    en: 'Recognised by an authority',
  },
] as const

export function threeCounts(published: PublishedEditions, number: string) {
  const blocks = tablesToFind('sum+new').flatMap((look) => {
    const found = COUNTS.flatMap((count) => {
      const one = look(published, count.table)
      return one ? [{ ...count, ...one }] : []
    })
    const [first] = found
    if (!first) return []
    const joined = found.filter(({ table }) => baseAmong(table.axes[0].lines)?.role !== 'answered')
    const allAnswered = joined.length === 0
    const rows = found.map(({ code, ja, en, of, table }): DerivedRow => {
      const cell = sumOfCells(of.map((one) => cellOfCode(table, one)))
      const basedOn = basePlace(table.axes[0])
      const base = table.cells[basedOn]!
      const complete = cell.status === 'sum' && cell.parts === cell.of ? ({ status: 'shown', figure: cell.figure } as const) : cell
      const share = shareOf(complete, base, newestOf(published).policy)
      return {
        line: { code, ja, en },
        cells: [
          placedCell(
            cell,
            table,
            of.map((one) => placeOfCode(table, one)),
          ),
          placedCell(base, table, [basedOn]),
          share ? textCell(intervalWords(share), table) : figureCell(WITHHELD, table),
        ],
      }
    })
    return [
      derivedBlock(
        published,
        {
          number,
          caption: text('三つの数え方', 'Three counts side by side'),
          caseSets: first.caseSets,
          notes: [
            text(
              '三つの数え方の重なりは示さない。差を計算しても、重ならない人の数にはならない。',
              'How far the counts overlap is not shown; a difference between them is not a number of people.',
            ),
            ...(allAnswered
              ? []
              : [
                  text(
                    `集計対象に回答のない事例を含むもの：${joined.map(({ ja }) => ja).join('、')}。`,
                    `The base holds cases without an answer for: ${joined.map(({ en }) => en).join('; ')}.`,
                  ),
                ]),
          ],
        },
        [
          text('数え方', 'Count'),
          CASES,
          allAnswered ? text('回答のある事例', 'Cases with an answer') : text('集計対象', 'Base'),
          text('割合', 'Share'),
        ],
        rows,
      ),
    ]
  })
  return [...new Map(blocks.map((block) => [block.checksum, block])).values()]
}
