/** Words for the base of a table: of which cases its shares are shares, and how far that is from those who answered. */

import type { PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { LineRole, ReleasedCell } from '../../../survey-schema/release/released-table.ts'
import { numeral, type Text, text } from '../../../survey-schema/text.ts'
import { variableById } from '../../../survey-schema/variables/index.ts'
import { unprintedBeside } from '../../catalogue/frame.ts'
import { impossible } from '../../catalogue/line.ts'
import { baseAmong } from '../released-cells.ts'
import { whole } from '../statistics/share.ts'

const ANSWERED = text('回答のある事例', 'Cases with an answer')
const APPLICABLE = text('設問に該当する事例（回答の有無を問わない）', 'Cases to which the question applies, with or without an answer')
const ALL = text('全事例（回答の有無を問わない）', 'All cases, with or without an answer')

type BaseLines = readonly { readonly role: LineRole | 'further' }[]

/** The base of a table of one variable. */
export const baseName = ({ lines }: { readonly lines: BaseLines }): Text => {
  const role = baseAmong(lines)?.role
  return role === 'answered' ? ANSWERED : role === 'applicable' ? APPLICABLE : ALL
}

/** Whether the shares of a table of two variables are of those who answered both questions; else of all cases. */
export const isOfAnswered = (axes: readonly { readonly lines: BaseLines }[]): boolean =>
  axes.every(({ lines }) => lines.some(({ role }) => role === 'answered'))

/** The planned base of a table of the book, which speaks of answers, as far as it is that of its blocks: others say their own. */
export function baseOfBlocks(planned: Text, blocks: readonly PrintedBlock[]): Text {
  const ofAnswered = blocks.every((block) => block.kind !== 'table' || isOfAnswered(block.table.axes))
  if (ofAnswered) return planned
  return text(
    `${planned.ja}（回答のない事例や非該当の事例も含む表には、その分母を記す）`,
    `${planned.en}; a table that also holds cases without an answer, or to which the question does not apply, says so`,
  )
}

/** Under a table of two variables whose shares are of all cases. */
export const CROSSED_NOTE: Text = text(
  '割合は全事例を分母とし、「回答なし」「非該当」も一つの区分として数える。回答した人に限った割合は、これより低くはならない。',
  'Shares are of all cases; “no answer” and “not applicable” count as categories. Among those who answered a share can only be higher.',
)

/**
 * What must be said under a table of one variable whose base holds cases without an answer; null where it holds none, or is too small for shares.
 * They are fewer than the minimum, and so are those to whom the question does not apply where these have no line either; more only where nearly all
 * of them are known to one organisation or authority.
 * @param base its published cell
 * @example
 * // base 20: '… with 4 of them by at most 20 percentage points, 50% being 62.5%.'
 */
export function lowerBoundNote(
  { variable: id, lines }: { readonly variable: string; readonly lines: BaseLines },
  base: ReleasedCell,
  { minimumCases, minimumBase }: Pick<Policy, 'minimumCases' | 'minimumBase'>,
): Text | null {
  const variable = variableById(id)
  const figure = whole(base)?.figure ?? 0
  const joined = variable ? unprintedBeside(lines).filter((line) => !impossible(variable, line)) : []
  if (joined.length === 0 || figure < minimumBase) return null
  const silent = joined.length * (minimumCases - 1)
  const points = Math.ceil((100 * silent) / figure)
  const half = Number(((50 * figure) / (figure - silent)).toFixed(1))
  const unasked = joined.some(({ role }) => role === 'not_applicable')
    ? text('や設問に該当しない事例', ' or to which the question does not apply')
    : text('', '')
  return text(
    `分母の${numeral(figure)}事例には、回答のない事例${unasked.ja}も含む（少ないため、件数を分けて示さない）。回答した人に限った割合は、これより低くはならない。それが${silent}件のとき、差は最大${points}ポイントで、50%は${half}%になる。`,
    `The base of ${numeral(figure)} holds cases without an answer${unasked.en}, too few to be counted apart. Among those who answered a share can only be higher: with ${silent} of them by at most ${points} percentage points, 50% being ${half}%.`,
  )
}
