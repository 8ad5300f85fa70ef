/** Table 1.3: question by question, how many cases have an answer, and how many have which state instead of one. */
import type { ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { text } from '../../../../survey-schema/text.ts'
import { VARIABLES } from '../../../../survey-schema/variables/index.ts'
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

const STATES = ['answered', 'unknown', 'declined', 'not_asked', 'not_applicable'] as const

export function itemResponse(published: PublishedEditions, number: string) {
  const found = VARIABLES.flatMap((variable) => {
    const one = newestTable(published, `${variable.id}@${variable.alone[0]}`)
    return one ? [{ variable, table: one.table }] : []
  })
  const [first] = found
  if (!first) return []
  const rows = found.map(
    ({ variable, table }): DerivedRow => ({
      line: { code: variable.id, ja: variable.ja, en: variable.en },
      cells: [...STATES.map((code) => figureCell(cellOfCode(table, code), table)), response(published, table)],
    }),
  )
  return [
    derivedBlock(
      published,
      {
        number,
        caption: text('設問別の回答状況', 'Answers, question by question'),
        caseSets: [first.table.slice],
        notes: [
          text(
            '回答率は、設問が当てはまる事例（回答ありと回答なしの合計）に占める回答ありの割合。どちらかが秘匿のときは示さない。',
            'Response is the share of cases with an answer among those that the question concerns (with and without an answer); withheld where either is.',
          ),
        ],
      },
      HEAD,
      rows,
    ),
  ]
}

function response(published: PublishedEditions, table: ReleasedTable) {
  const answered = cellOfCode(table, 'answered')
  const asked = sumOfCells([answered, cellOfCode(table, 'no_answer')])
  const all = asked.status === 'sum' && asked.parts === asked.of ? ({ status: 'shown', figure: asked.figure } as const) : WITHHELD
  const share = shareOf(answered, all, newestOf(published).policy)
  return share ? textCell(intervalWords(share), table) : figureCell(WITHHELD, table)
}
