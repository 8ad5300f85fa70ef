import { type Contributors, sharesOf } from '../../exact/contributors.ts'
import type { Implied } from '../../exact/observers.ts'
import type { Tally } from '../../exact/tally.ts'
import type { ExactCell } from './verdict.ts'

/** One cell of a tally, as the rules judge it. @param implied what its lines say of everybody on them */
export function cellAt(tally: Tally, cell: number, contributors: Contributors, implied: Implied): ExactCell {
  const cases = tally.cases[cell]!
  const { largest, count, fewestLeft } = sharesOf(tally.own, cell * contributors.units, cases, contributors, implied)
  return { cases, key: tally.keys[cell]!, largestOwn: largest, contributors: count, fewestLeft }
}
