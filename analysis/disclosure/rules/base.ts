/**
 * The base of a variable: whether "no answer" has a line of its own, beside the line of all answers, or joins them. A line is printed if its
 * cell may be shown by the count alone; what noise makes of the count decides nothing, so the lines of a table say no more than that.
 */

import type { Variable } from '../../../survey-schema/variables/index.ts'
import { type Base, type Frame, frameOf, frameOfVersion1 } from '../../catalogue/frame.ts'
import { impossible, type Line, NO_ANSWER_LINE, NOT_APPLICABLE_LINE } from '../../catalogue/line.ts'
import { impliedBy } from '../../exact/observers.ts'
import type { Tally } from '../../exact/tally.ts'
import type { CaseSet } from '../case-set.ts'
import { NO_NOISE } from '../noise/cell-key.ts'
import { cellAt } from './exact-cell.ts'
import { primaryVerdict } from './verdict.ts'

/**
 * @param counted the lines of the variable by themselves, in the order of `lines`
 * Guarantee: nobody, one to four, and any number that leaves fewer than three when one unit is taken away, decide alike.
 */
export function chooseFrame(variable: Variable, lines: readonly Line[], counted: Tally, { policy, cases }: CaseSet): Frame {
  if (policy.structure === undefined) return frameOfVersion1(variable)
  const stands = (line: Line) => {
    const at = lines.findIndex(({ key }) => key === line.key)
    const cell = cellAt(counted, at, cases.contributors, impliedBy(variable.id, line))
    return primaryVerdict(cell, policy, NO_NOISE).status === 'shown'
  }
  return frameOf(variable, baseOf(variable, stands))
}

function baseOf(variable: Variable, stands: (line: Line) => boolean): Base {
  const [nobodyUnanswered, appliesToAll] = [impossible(variable, NO_ANSWER_LINE), impossible(variable, NOT_APPLICABLE_LINE)]
  if (!nobodyUnanswered && stands(NO_ANSWER_LINE)) return 'answered'
  if (!appliesToAll && !stands(NOT_APPLICABLE_LINE)) return 'all'
  return nobodyUnanswered ? 'answered' : 'applicable'
}
