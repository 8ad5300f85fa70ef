/** What withheld cells may hold under the stated law of the policy, or under another one, and what several of them hold together. */
import { statedLaw, UNLISTED_TAIL } from '../../../policy/stated-law.ts'
import { convolved } from './distribution.ts'

/** What the policy says about the sizes of withheld cells. */
export interface LawSettings {
  readonly minimumCases: number
  readonly minimumCategory: number
}

/**
 * `withheld`: a cell of which nothing more is known. `listed`: the margin of a category that has a line of its own, so of at least
 * `minimumCategory` cases. `unlisted`: a category without a line, so of fewer, unless nearly all are of one organisation.
 */
export type LawKind = 'withheld' | 'listed' | 'unlisted'

export interface Law {
  /** The weights of 0, 1, 2 … persons, `length` of them and more. What is returned is shared: do not change it. */
  readonly weights: (kind: LawKind, length: number) => Float64Array
  /** The weights of what `times` cells of a kind hold together, for sums below `length` and more. Shared as well. */
  readonly sums: (kind: LawKind, times: number, length: number) => Float64Array
}

/** @example lawUnder({ minimumCases: 5, minimumCategory: 10 }).weights('withheld', 3) // 0.473, 0.236, 0.118, and more */
export const lawUnder = (settings: LawSettings): Law => lawOf(statedLaw(settings.minimumCases).weight, settings)

/** A law by the weights of a withheld cell. @param withheld weight of a count, from 0; they should add up to 1 */
export function lawOf(withheld: (count: number) => number, { minimumCategory }: LawSettings): Law {
  const ofKind: Readonly<Record<LawKind, (count: number) => number>> = {
    withheld,
    listed: (count) => (count < minimumCategory ? 0 : withheld(count)),
    unlisted: (count) => withheld(count) * (count < minimumCategory ? 1 : UNLISTED_TAIL),
  }
  const known = new Map<LawKind, Float64Array>()
  const weights = (kind: LawKind, length: number): Float64Array => {
    const before = known.get(kind)
    if (before !== undefined && before.length >= length) return before
    const found = Float64Array.from({ length: powerOfTwo(length) }, (_, count) => ofKind[kind](count))
    known.set(kind, found)
    return found
  }
  // Every relation asks for the sum of as many cells as it withholds. Lengths are rounded up, so that few different ones occur.
  const knownSums: Readonly<Record<LawKind, Map<number, Float64Array[]>>> = { withheld: new Map(), listed: new Map(), unlisted: new Map() }
  const sums = (kind: LawKind, times: number, length: number): Float64Array => {
    const enough = powerOfTwo(length)
    const found = knownSums[kind].get(enough) ?? [Float64Array.from({ length: enough }, (_, sum) => (sum === 0 ? 1 : 0))]
    knownSums[kind].set(enough, found)
    while (found.length <= times) found.push(convolved(found.at(-1)!, weights(kind, enough), enough))
    return found[times]!
  }
  return { weights, sums }
}

const powerOfTwo = (length: number) => 2 ** Math.max(4, Math.ceil(Math.log2(Math.max(1, length))))
