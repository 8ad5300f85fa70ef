/**
 * Whether a cell may be shown, and as what. The rules of the policy, one by one, each with one reason; readers get one token, so
 * that "too small" and "would give away another" look alike. Nothing here knows what a cell is about.
 */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { type ExactCount, isBelow, minus, NOBODY, plainNumber } from '../../exact/exact-count.ts'
import type { Noise } from '../noise/cell-key.ts'

/** Why a cell is withheld: for editors only, never published. */
export type Reason = 'small' | 'complement' | 'ladder' | 'contributor' | 'figure' | 'audit'

export type Verdict =
  | { readonly status: 'shown'; readonly figure: number }
  /** Arithmetic on figures published before, which any reader could do. */
  | { readonly status: 'sum'; readonly figure: number; readonly parts: number; readonly of: number }
  | { readonly status: 'withheld'; readonly reason: Reason }
  | { readonly status: 'not_applicable' }

/** Whether readers see a figure. */
export const visible = (verdict: Verdict | null | undefined) => verdict?.status === 'shown' || verdict?.status === 'sum'

/** What the rules know of a cell. */
export interface ExactCell {
  readonly cases: ExactCount
  readonly key: number
  /** The most that one contributor knows of these cases, and how many contributed. */
  readonly largestOwn: ExactCount
  readonly contributors: number
  /** The fewest others that an observer (the state, an embassy) would learn of. */
  readonly fewestLeft: ExactCount
}

/** What the cell needs beyond the policy's usual minimum: three-way figures ask for more. */
export interface Minimum {
  readonly cases: number
  readonly contributors: number
}

export const usualMinimum = (policy: Policy): Minimum => ({ cases: policy.minimumCases, contributors: policy.minimumContributors })

/** What readers see of so many cases, if they see it. */
export const figureOf = (cell: Pick<ExactCell, 'cases' | 'key'>, noise: Noise) => plainNumber(cell.cases) + noise(cell.cases, cell.key)

/** Primary suppression: the verdict on a cell by itself, before any other cell is looked at. */
export function primaryVerdict(cell: ExactCell, policy: Policy, noise: Noise, minimum = usualMinimum(policy)): Verdict {
  if (isBelow(cell.cases, minimum.cases)) return { status: 'withheld', reason: 'small' }
  const others = minus(cell.cases, cell.largestOwn)
  const fewOthers = isBelow(others, policy.minimumOthers) || isBelow(cell.fewestLeft, policy.minimumOthers)
  if (cell.contributors < minimum.contributors || fewOthers) return { status: 'withheld', reason: 'contributor' }
  const figure = figureOf(cell, noise)
  return figure < policy.minimumCases ? { status: 'withheld', reason: 'figure' } : { status: 'shown', figure }
}

/** What is left of a shown figure beside others that lie within it. */
export interface Remainder {
  readonly cases: ExactCount
  /** The fewest of these that are left to a unit that sends cases, when it takes its own away. */
  readonly fewestLeft: ExactCount
}

/**
 * Whether a remainder is a statement about a few persons, to a reader or to whoever sent some of them. Nobody counts as few: else a reader would know that
 * everybody in the one figure stands in the other, and a partner that pads the remainder whether anybody else is there.
 */
export const isSmall = ({ cases, fewestLeft }: Remainder, policy: Policy): boolean =>
  isBelow(cases, policy.minimumCases) || (policy.structure !== undefined && isBelow(fewestLeft, policy.minimumOthers))

/**
 * Under policies without rules of structure: whether the difference of two nested cells, if both were shown, would be a statement about a few persons. It is 1
 * to 4, or it is 0 where the outer cell could have held others, so that everybody in it is known to be in the inner one.
 * @example isRiskyDifference(exactCount(20), exactCount(17), POLICY_V1, true) === true
 */
export function isRiskyDifference(outer: ExactCount, inner: ExactCount, policy: Policy, zeroIsHarmless: boolean): boolean {
  const difference = minus(outer, inner)
  if (difference === NOBODY) return !zeroIsHarmless
  return difference > NOBODY && isBelow(difference, policy.minimumCases)
}
