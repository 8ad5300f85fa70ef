/** Table 1.3: question by question, how many cases have an answer, and how many have which state instead of one. */
import type { ReleasedCell, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { text } from '../../../../survey-schema/text.ts'
import { VARIABLES } from '../../../../survey-schema/variables/index.ts'
import { basePlace } from '../../released-cells.ts'
import { intervalWords, shareOf } from '../../statistics/share.ts'
import { newestOf, newestTable, type PublishedEditions } from '../published-editions.ts'
import { cellOfCode, type DerivedRow, derivedBlock, figureCell, sumOfCells, textCell, WITHHELD } from './derived-block.ts'

const HEAD = [
  text('設問', 'Question'),
  text('回答あり', 'Answered'),
  text('不明', 'Not known'),
  text('回答を控えた', 'Preferred not to answer'),
  text('確認・記録なし', 'Not asked'),
  text('非該当', 'Not applicable'),
  text('回答率', 'Response'),
] as const

/** The column of those whose answer, or lack of one, is not told apart. */
const BASE = text('回答の有無を問わない', 'With or without an answer')
const JOINED = text('分けて示さない', 'not told apart')
const JOINED_NOTE = text(
  '回答のない事例が少ない設問では、回答のある事例と分けて示さない。非該当も少ないときは、全事例を示す。',
  'Where few cases have no answer, they are not told apart from those with one; where it applies to nearly all, the figure is that of all cases.',
)

const STATES = ['answered', 'unknown', 'declined', 'not_asked', 'not_applicable'] as const

export function itemResponse(published: PublishedEditions, number: string) {
  const found = VARIABLES.flatMap((variable) => {
    const one = newestTable(published, `${variable.id}@${variable.alone[0]}`)
    return one ? [{ variable, table: one.table }] : []
  })
  const [first] = found
  if (!first) return []
  const someJoined = found.some(({ table }) => !hasLine(table, 'answered'))
  const rows = found.map(({ variable, table }): DerivedRow => {
    const cells = STATES.map((code) => (hasLine(table, code) ? figureCell(cellOfCode(table, code), table) : textCell(JOINED, table)))
    const base = someJoined ? [figureCell(withOrWithoutAnswer(table), table)] : []
    return {
      line: { code: variable.id, ja: variable.ja, en: variable.en },
      cells: [...cells.slice(0, 1), ...base, ...cells.slice(1), response(published, table)],
    }
  })
  return [
    derivedBlock(
      published,
      {
        number,
        caption: text('設問別の回答状況', 'Answers, question by question'),
        caseSets: [first.table.slice],
        notes: [
          ...(someJoined ? [JOINED_NOTE] : []),
          text(
            '回答率は、設問が当てはまる事例（回答ありと回答なしの合計）に占める回答ありの割合。どちらかが秘匿のときは示さない。',
            'Response is the share of cases with an answer among those that the question concerns (with and without an answer); withheld where either is.',
          ),
        ],
      },
      someJoined ? [...HEAD.slice(0, 2), BASE, ...HEAD.slice(2)] : HEAD,
      rows,
    ),
  ]
}

const hasLine = ({ axes: [{ lines }] }: ReleasedTable, code: string) => lines.some((line) => line.code === code && line.role !== 'rest')

/** The base that holds those without an answer, or the sum of the two figures that stand for it. */
function withOrWithoutAnswer(table: ReleasedTable): ReleasedCell {
  if (!hasLine(table, 'answered')) return table.cells[basePlace(table.axes[0])]!
  const both = sumOfCells([cellOfCode(table, 'answered'), cellOfCode(table, 'no_answer')])
  return both.status === 'sum' && both.parts < both.of ? WITHHELD : both
}

function response(published: PublishedEditions, table: ReleasedTable) {
  const answered = cellOfCode(table, 'answered')
  const asked = sumOfCells([answered, cellOfCode(table, 'no_answer')])
  const all = asked.status === 'sum' && asked.parts === asked.of ? ({ status: 'shown', figure: asked.figure } as const) : WITHHELD
  const share = shareOf(answered, all, newestOf(published).policy)
  return share ? textCell(intervalWords(share), table) : figureCell(WITHHELD, table)
}
