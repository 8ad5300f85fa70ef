/** Words for the base of a table: of which cases its shares are shares, and how far that is from those who answered. */

import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { LineRole, ReleasedAxis, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { numeral, type Text, text } from '../../../survey-schema/text.ts'
import { variableById } from '../../../survey-schema/variables/index.ts'
import { unprintedBeside } from '../../catalogue/frame.ts'
import { impossible } from '../../catalogue/line.ts'
import { baseAmong, basePlace } from '../released-cells.ts'
import { whole } from '../statistics/share.ts'

const ANSWERED = text('回答のある事例', 'Cases with an answer')
const APPLICABLE = text('設問に該当する事例（回答の有無を問わない）', 'Cases to which the question applies, with or without an answer')
const ALL = text('全事例（回答の有無を問わない）', 'All cases, with or without an answer')

/** The base of a table of one variable. */
export const baseName = ({ lines }: { readonly lines: readonly { readonly role: LineRole | 'further' }[] }): Text => {
  const role = baseAmong(lines)?.role
  return role === 'answered' ? ANSWERED : role === 'applicable' ? APPLICABLE : ALL
}

/** Whether the shares of a table of two variables are of those who answered both questions; else of all cases. */
export const isOfAnswered = (axes: readonly { readonly lines: readonly { readonly role: LineRole | 'further' }[] }[]): boolean =>
  axes.every(({ lines }) => lines.some(({ role }) => role === 'answered'))

/**
 * How many cases of the base, at most, have no answer or are such that the question does not apply to them: fewer than the minimum for each of
 * the two that has no line of its own. More only where nearly all of them are known to one organisation or authority.
 */
function withoutAnswer({ variable, lines }: ReleasedAxis, { minimumCases }: Pick<Policy, 'minimumCases'>): number {
  const found = variableById(variable)
  const joined = found && !lines.some(({ role }) => role === 'answered') ? unprintedBeside(lines) : []
  return joined.filter((line) => !impossible(found!, line)).length * (minimumCases - 1)
}

/**
 * What must be said under shares of a base that holds cases without an answer; null where it holds none.
 * @example
 * // base 20, no answer joined: '… with 4 of them a share is at most 20 points higher: 50% would be 62.5%.'
 */
export function lowerBoundNote(table: ReleasedTable, policy: Pick<Policy, 'minimumCases' | 'minimumBase'>): Text | null {
  const [axis, second] = table.axes
  if (second !== undefined)
    return isOfAnswered(table.axes)
      ? null
      : text(
          '割合は全事例を分母とし、「回答なし」「非該当」も一つの区分として数える。回答した人に限った割合は、これより低くはならない。',
          'Shares are of all cases; “no answer” and “not applicable” count as categories. Among those who answered a share can only be higher.',
        )
  const silent = withoutAnswer(axis, policy)
  const base = whole(table.cells[basePlace(axis)]!)
  if (silent === 0 || base === null || base.figure < policy.minimumBase) return null
  const points = Math.ceil((100 * silent) / base.figure)
  const half = Number(((50 * base.figure) / (base.figure - silent)).toFixed(1))
  const unasked = axis.lines.some(({ role }) => role === 'applicable')
    ? text('', '')
    : text('や、設問に該当しない事例', ' or to which the question does not apply')
  return text(
    `分母の${numeral(base.figure)}事例には、回答のない事例${unasked.ja}も含む（少ないため、件数を分けて示さない）。回答した人に限った割合は、これより低くはならない。それが${silent}件のとき、差は最大${points}ポイントで、50%は${half}%になる。`,
    `The base of ${numeral(base.figure)} holds cases without an answer${unasked.en}, too few to be counted apart. Among those who answered a share can only be higher: with ${silent} of them by at most ${points} percentage points, 50% being ${half}%.`,
  )
}
