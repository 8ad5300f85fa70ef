/** Table 12.5: articles 6 to 8 of the Palermo Protocol and the released figures that speak of each clause; what binds and what is qualified apart. */
import type { DerivedCell } from '../../../../survey-schema/release/book.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { levelOf, variableById } from '../../../../survey-schema/variables/index.ts'
import { baseAmong, basePlace } from '../../released-cells.ts'
import { intervalWords, shareOf } from '../../statistics/share.ts'
import { axisName } from '../print-level.ts'
import { newestOf, type PublishedEditions, summedTable } from '../published-editions.ts'
import { cellOfCode, type DerivedRow, derivedBlock, figureCell, textCell, WITHHELD } from './derived-block.ts'
import { type Duty, PROTOCOL_CLAUSES, type ProtocolClause } from './protocol-clauses.ts'

const NOT_ASKED = text('この調査票では尋ねていない', 'Not asked by the questionnaire')
const NONE: DerivedCell = { cell: { status: 'not_applicable' }, from: [] }

const CAPTIONS: Readonly<Record<Duty, Text>> = {
  mandatory: text('締約国が行うもの（議定書6～8条）', 'What each state shall do (articles 6 to 8 of the Protocol)'),
  qualified: text(
    '検討するもの、国内法で可能な範囲で行うもの（議定書6～8条）',
    'What each state shall consider, or do as far as its law allows (articles 6 to 8 of the Protocol)',
  ),
}

const NOTES = [
  text(
    '条項と義務の言葉は、議定書の英語正文を本書が要約して訳したもので、公定訳ではない。',
    'Words in “” are those of the English text of the Protocol; the rest is our summary.',
  ),
  text(
    '回答は条項の一部だけを表す。件数は、国が義務を果たした数でも、怠った数でもない。支援した人がだれかは尋ねていない。',
    'An answer speaks of part of a clause only. A figure is no count of duties kept or broken by a state; who gave the assistance is not asked.',
  ),
  text(
    '在留についての結果の集計対象には、日本国籍など、手続を要しない事例も含む。',
    'Bases of outcomes for the right to stay hold cases in which nothing was needed, such as those of Japanese nationals.',
  ),
  text(
    '「x」には、少数のためほかの区分とまとめた回答を含む。「–」の条項は、この調査票では尋ねていない。',
    'x includes answers joined with others because they are few; – stands where the questionnaire asks nothing.',
  ),
]

const ALL_NOTE = text(
  '集計対象に回答のない事例も含む表から読んだ値がある（基になった表に分母を記す）。',
  'Some bases hold cases without an answer; the tables that they are read from say so.',
)

/** One block for each kind of duty; none where no table of the answers is published. */
export function protocolTable(published: PublishedEditions, number: string) {
  const read = new Map(
    PROTOCOL_CLAUSES.flatMap(({ answers }) => answers.map(([id]) => id)).map((id) => [id, summedTable(published, id)] as const),
  )
  const found = [...read.values()].flatMap((one) => one ?? [])
  const [first] = found
  if (!first) return []
  const joined = found.some(({ table }) => baseAmong(table.axes[0].lines)?.role !== 'answered')
  const rowsOf = (clause: ProtocolClause): readonly DerivedRow[] => {
    const { id, answers } = clause
    if (answers.length === 0) return [{ line: { code: id, ...rowWords(clause, NOT_ASKED) }, cells: [NONE, NONE, NONE] }]
    return answers.map(([table, code]) => ({
      line: { code: `${id}-${axisName(table).variable}-${code}`, ...rowWords(clause, answerWords(table, code)) },
      cells: figuresOf(table, code),
    }))
  }
  function figuresOf(id: string, code: string): readonly DerivedCell[] {
    const table = read.get(id)?.table
    if (!table) return [WITHHELD, WITHHELD, WITHHELD].map((cell) => ({ cell, from: [] }))
    const [cell, base] = [cellOfCode(table, code), table.cells[basePlace(table.axes[0])] ?? WITHHELD]
    const share = shareOf(cell, base, newestOf(published).policy)
    return [figureCell(cell, table), figureCell(base, table), share ? textCell(intervalWords(share), table) : figureCell(WITHHELD, table)]
  }
  return (['mandatory', 'qualified'] as const).map((duty) =>
    derivedBlock(
      published,
      { number, caption: CAPTIONS[duty], caseSets: first.caseSets, notes: [...NOTES, ...(joined ? [ALL_NOTE] : [])] },
      [
        text('条項（義務の言葉）と、関係する回答', 'Clause (words of duty), and the answer that speaks of it'),
        text('事例数', 'Cases'),
        joined ? text('集計対象', 'Base') : text('回答のある事例', 'Cases with an answer'),
        text('割合', 'Share'),
      ],
      PROTOCOL_CLAUSES.filter((clause) => clause.duty === duty).flatMap(rowsOf),
    ),
  )
}

/** All in the first column, which is wide: beside figures, words would stand in columns of a few letters. */
const rowWords = ({ clause, words }: ProtocolClause, answer: Text): Text =>
  text(`${clause.ja}（${words.ja}）　${answer.ja}`, `${clause.en} (${words.en}). ${answer.en}`)

/** The question and its answer, as the questionnaire labels them. @example 'Assistance received: Medical care' */
function answerWords(table: string, code: string): Text {
  const { variable: id, level } = axisName(table)
  const variable = variableById(id)!
  const category = levelOf(variable, level)!.categories.find((one) => one.code === code)!
  return text(`${variable.ja}：${category.ja}`, `${variable.en}: ${category.en}`)
}
