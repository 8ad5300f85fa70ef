/**
 * Exact figures add up: where a base holds cases without an answer and every category is shown, the difference counts them. So one shown category
 * goes with them, whether there are any or not. (Under noise a difference of many figures says little, and the audits judge it.)
 */

import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { Frame } from '../../catalogue/frame.ts'
import type { Line } from '../../catalogue/line.ts'
import { isBelow, minus, NOBODY, plus } from '../../exact/exact-count.ts'
import type { Cases, Tally } from '../../exact/tally.ts'
import type { Verdict } from './verdict.ts'

interface OfBase {
  readonly frame: Frame
  /** All lines of the variable, in the order of the tally and of the verdicts. */
  readonly lines: readonly Line[]
  /** The lines of each level. */
  readonly levels: readonly (readonly Line[])[]
  readonly counted: Tally
  readonly cases: Cases
  readonly policy: Policy
}

/**
 * Indexes of lines to withhold: of each level whose withheld categories hold fewer cases than the minimum, or fewer than may be left to any
 * unit, the category with the smallest figure; of equal ones the last of the list. How many gave no answer decides nothing. None where nothing
 * is unprinted.
 */
export function categoriesToWithhold({ frame, lines, levels, counted, cases, policy }: OfBase, verdicts: readonly Verdict[]): number[] {
  const [base] = frame.alone
  if (frame.unprinted.length === 0 || base === undefined) return []
  const at = new Map(lines.map(({ key }, index) => [key, index]))
  const whole = at.get(base.key)!
  if (verdicts[whole]?.status !== 'shown') return []
  const { units } = cases.contributors
  return levels.flatMap((level) => {
    const [shown, withheld] = [true, false].map((visible) =>
      level.map(({ key }) => at.get(key)!).filter((line) => (verdicts[line]?.status === 'shown') === visible),
    ) as [number[], number[]]
    const [smallest] = [...shown].sort((one, other) => figureOf(verdicts[one]) - figureOf(verdicts[other]) || other - one)
    if (smallest === undefined) return []
    const beside = withheld.reduce((sum, line) => plus(sum, counted.cases[line]!), NOBODY)
    const own = (unit: number) => withheld.reduce((sum, line) => plus(sum, counted.own[line * units + unit]!), NOBODY)
    const fewLeft = Array.from({ length: units }, (_, unit) => minus(beside, own(unit))).some((others) =>
      isBelow(others, policy.minimumOthers),
    )
    return isBelow(beside, policy.minimumCases) || fewLeft ? [smallest] : []
  })
}

const figureOf = (verdict: Verdict | undefined) => (verdict?.status === 'shown' ? verdict.figure : 0)
