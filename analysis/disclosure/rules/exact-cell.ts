/** Cells of a tally, and what is left of one beside others, as the rules judge them. */
import { type Contributors, fewestLeftToSenders, sharesOf } from '../../exact/contributors.ts'
import { type ExactCount, type ExactCounts, minus, someOf } from '../../exact/exact-count.ts'
import type { Implied } from '../../exact/observers.ts'
import type { Tally } from '../../exact/tally.ts'
import type { ExactCell, Remainder } from './verdict.ts'

/** One cell of a tally, as the rules judge it. @param implied what its lines say of everybody on them */
export function cellAt(tally: Tally, cell: number, contributors: Contributors, implied: Implied): ExactCell {
  const cases = tally.cases[cell]!
  const { largest, count, fewestLeft } = sharesOf(tally.own, cell * contributors.units, cases, contributors, implied)
  return { cases, key: tally.keys[cell]!, largestOwn: largest, contributors: count, fewestLeft }
}

/** Persons of whom it is known how many each contributor and observer knows. */
export interface CountedSet {
  readonly cases: ExactCount
  readonly own: ExactCounts
}

/** What is left of a set beside others that lie within it and have nobody in common. @param implied what the lines of the outer set say of everybody on them */
export function remainderBeside(outer: CountedSet, inner: readonly CountedSet[], contributors: Contributors, implied: Implied): Remainder {
  const cases = inner.reduce((left, one) => minus(left, one.cases), outer.cases)
  const ownOf = (unit: number) => inner.reduce((left, { own }) => minus(left, own[unit]!), outer.own[unit]!)
  return { cases, fewestLeft: fewestLeftToSenders(cases, ownOf, contributors, implied) }
}

/** The same for the cells of a tally. */
export const remainderOf = (counted: Tally, outer: number, inner: readonly number[], contributors: Contributors, implied: Implied) =>
  remainderBeside(
    setAt(counted, outer, contributors),
    inner.map((cell) => setAt(counted, cell, contributors)),
    contributors,
    implied,
  )

const setAt = ({ cases, own }: Tally, cell: number, { units }: Contributors): CountedSet => ({
  cases: cases[cell]!,
  own: someOf(own, cell * units, (cell + 1) * units),
})
