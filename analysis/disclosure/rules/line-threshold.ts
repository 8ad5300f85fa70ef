/**
 * When a line stands by itself: ten cases of two contributors, and three of them left to each unit that takes away whom it knows. A partner may pad any set with
 * cases of its own, so whether a set stands must be the same for nobody, one and two others in it (promise P89). Where exactly two parts meet, the partner could
 * pad both so that neither stands, and read from their join that both hold somebody: there a part that leaves under three counts as empty.
 */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { levelOf, type Variable } from '../../../survey-schema/variables/index.ts'
import { isBelow } from '../../exact/exact-count.ts'
import type { Support, Supporting } from '../../exact/support.ts'

/** Whether a line of these codes may stand in the tables of the case set. */
export type Stands = (codes: readonly string[]) => boolean

/** A set of cases by their answers, in the whole volume or in one of its two editions. */
interface Part {
  readonly codes: readonly string[]
  readonly edition?: number
}

/** @param levelId of the table: finer levels are printed beside it, or could be  @param editions of the volume */
export function lineThreshold(variable: Variable, levelId: string, support: Support, policy: Policy, editions: number): Stands {
  const behind = ({ codes, edition }: Part) => support(codes, edition)
  if (policy.structure === undefined) return (codes) => isEnough(support(codes), policy, false)
  const partsOf = (part: Part): readonly (readonly Part[])[] => [
    ...twoCategories(variable, levelId, part.codes).map((two) => two.map((codes) => ({ ...part, codes }))),
    ...(editions === 2 && part.edition === undefined ? [[0, 1].map((edition) => ({ ...part, edition }))] : []),
  ]
  /** Whether it leaves three to every unit that sends cases, however its parts are padded. */
  const holds = (part: Part): boolean =>
    !isBelow(behind(part).fewestLeftToSenders, policy.minimumOthers) && partsOf(part).every((parts) => parts.some(holds))
  const stands = (part: Part): boolean =>
    isEnough(behind(part), policy, true) &&
    partsOf(part).every((parts) => {
      const [first, ...more] = parts.filter(holds)
      return first !== undefined && (more.length > 0 || stands(first))
    })
  return (codes) => stands({ codes })
}

function isEnough({ cases, contributors, fewestLeft }: Supporting, policy: Policy, leavesOthers: boolean): boolean {
  if (isBelow(cases, policy.minimumCategory) || contributors < policy.minimumContributors) return false
  return !leavesOthers || !isBelow(fewestLeft, policy.minimumOthers)
}

/** The codes as exactly two categories of this level or of a finer one, once for each way. */
function twoCategories(variable: Variable, levelId: string, codes: readonly string[]): (readonly (readonly string[])[])[] {
  const held = new Set(codes)
  const levels = variable.levels.slice(0, variable.levels.indexOf(levelOf(variable, levelId)!) + 1)
  const ways = levels.flatMap(({ categories }) => {
    const within = categories.filter((category) => category.codes.every((code) => held.has(code))).map((category) => category.codes)
    const whole = within.reduce((sum, category) => sum + category.length, 0) === held.size
    return whole && within.length === 2 ? [within] : []
  })
  return [...new Map(ways.map((two) => [two.map((one) => one.join(' ')).join(' | '), two])).values()]
}
