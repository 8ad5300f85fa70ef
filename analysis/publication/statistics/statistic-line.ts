/** The line under a printed table that gives its test: strength of association in words and p as a band, adjusted for all tests of the chapter. */

import type { BookTable, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import type { PlannedTable } from '../book/plan/planned.ts'
import { band, benjaminiHochberg, SIGNIFICANT } from './multiple-tests.ts'
import { type TableTest, testOf } from './table-test.ts'

/** The tables of one chapter with their line of statistics. @param planned the same tables in the plan, in the same order */
export function withStatistics(tables: readonly BookTable[], planned: readonly PlannedTable[], policy: Policy): readonly BookTable[] {
  const tests = new Map<string, TableTest>()
  tables.forEach(({ blocks }, at) => {
    const { statistic } = planned[at]!
    for (const block of blocks) {
      const found = block.kind === 'table' && statistic !== null ? testOf(block, statistic, policy) : null
      if (found) tests.set(block.id, found)
    }
  })
  const adjusted = benjaminiHochberg([...tests.values()].map(({ p }) => p))
  const lines = new Map([...tests].map(([id, test], at) => [id, lineOf(test, adjusted[at]!)]))
  const said = (block: PrintedBlock): PrintedBlock =>
    block.kind === 'table' ? { ...block, statistics: lines.get(block.id) ?? null } : block
  return tables.map((table) => ({ ...table, blocks: table.blocks.map(said) }))
}

const RESTS = {
  withheld: text('。秘匿したセルは行・列ごとに「残り」として扱った', '; withheld cells taken together as the rest of their line'),
  'withheld-or-unanswered': text(
    '。秘匿したセルと回答のない事例は行・列ごとに「残り」として扱った',
    '; withheld cells and cases without an answer taken together as the rest of their line',
  ),
} as const

const STRENGTHS: readonly (readonly [least: number, strength: Text])[] = [
  [0.5, text('強い', 'strongly')],
  [0.3, text('中程度である', 'moderately')],
  [0.1, text('弱い', 'weakly')],
  [0, text('ごく弱い', 'very weakly')],
]

function lineOf(test: TableTest, p: number): Text {
  const significance = band(p)
  if (test.kind === 'trend') {
    const range = text(`${test.first.ja}から${test.last.ja}まで`, `from ${test.first.en} to ${test.last.en}`)
    const method = text(`コクラン・アーミテージ検定、${significance.ja}`, `Cochran-Armitage, ${significance.en}`)
    if (p >= SIGNIFICANT)
      return text(
        `「${test.line.ja}」の割合に、${range.ja}一定の増減は認められない（${method.ja}）。`,
        `No trend in the share of "${test.line.en}" ${range.en} (${method.en}).`,
      )
    return text(
      `「${test.line.ja}」の割合は、${range.ja}${test.z > 0 ? '増える' : '減る'}傾向がある（${method.ja}）。`,
      `The share of "${test.line.en}" ${test.z > 0 ? 'rises' : 'falls'} ${range.en} (${method.en}).`,
    )
  }
  const measured = `${test.v.toFixed(2)}`
  const rests = test.rests === null ? text('', '') : RESTS[test.rests]
  const numbers = text(`クラメールのV ${measured}、${significance.ja}${rests.ja}`, `Cramér’s V ${measured}, ${significance.en}${rests.en}`)
  if (p >= SIGNIFICANT)
    return text(
      `二つの項目の間に、偶然を超える関わりは認められない（${numbers.ja}）。`,
      `Nothing beyond chance between the two (${numbers.en}).`,
    )
  const [, strength] = STRENGTHS.find(([least]) => test.v >= least)!
  return text(`二つの項目の関わりは${strength.ja}（${numbers.ja}）。`, `The two go together ${strength.en} (${numbers.en}).`)
}
