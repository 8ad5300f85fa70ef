/**
 * Who could subtract whom. Partners that submit: each organisation, and each holding as the sum of its members, because two
 * members may lay their lists side by side. Observers that never submit: the state, and the embassy of each citizenship.
 */
import type { CountedCase } from './counted-case.ts'
import { type ExactCount, type ExactCounts, exactCount, minus, NOBODY } from './exact-count.ts'
import type { Implied } from './observers.ts'

/** A person with all reports of her. */
type Reported = Omit<CountedCase, 'key'>

export interface Contributors {
  /** Submitting contributors stand first. */
  readonly submitting: number
  readonly units: number
  /** For each case the contributors and observers that know the person. */
  readonly knownTo: readonly (readonly number[])[]
  /** For each observer, beyond the submitting ones: the state (null), or the country of an embassy. */
  readonly observers: readonly (string | null)[]
}

/** @param holdings for each organisation the number of its holding, or null */
export function contributorsOf(cases: readonly Reported[], holdings: readonly (number | null)[]): Contributors {
  const seen = new Map<string, number>()
  const unit = holdings.map((holding, organisation) => {
    const key = holding === null ? `o${organisation}` : `h${holding}`
    if (!seen.has(key)) seen.set(key, seen.size)
    return seen.get(key)!
  })
  const submitting = seen.size
  const embassies = [...new Set(cases.flatMap((known) => readingsOf(known).flatMap(({ embassies }) => embassies)))].sort()
  const knownTo = cases.map((known) => {
    const readings = readingsOf(known)
    const reporters = [known.organisation, ...(known.alsoReportedBy ?? [])]
    return [
      ...new Set(reporters.map((reporter) => unit[reporter]!)),
      ...(readings.some((reading) => reading.knownToState) ? [submitting] : []),
      ...new Set(readings.flatMap((reading) => reading.embassies).map((country) => submitting + 1 + embassies.indexOf(country))),
    ]
  })
  return { submitting, units: submitting + 1 + embassies.length, knownTo, observers: [null, ...embassies] }
}

const readingsOf = ({ reading, alsoRead = [] }: Reported) => [reading, ...alsoRead]

export interface Shares {
  /** The most that one submitting contributor knows, and how many contributed. */
  readonly largest: ExactCount
  readonly count: number
  /**
   * The fewest persons that an observer would learn by subtracting its own; `NO_OBSERVER` where none knows anybody in the cell, or where
   * the line itself says that the observer knows everybody on it.
   */
  readonly fewestLeft: ExactCount
}

/** More than any count: nobody has anything to subtract. */
export const NO_OBSERVER = exactCount(Number.POSITIVE_INFINITY)

/** @param offset of the cell in `own`, which holds one count for each contributor and observer */
export function sharesOf(
  own: ExactCounts,
  offset: number,
  cases: ExactCount,
  { submitting, units, observers }: Contributors,
  implied: Implied,
): Shares {
  let largest = NOBODY
  let count = 0
  for (let unit = 0; unit < submitting; unit++) {
    const known = own[offset + unit]!
    if (known > NOBODY) count++
    if (known > largest) largest = known
  }
  let fewestLeft = NO_OBSERVER
  for (let unit = submitting; unit < units; unit++) {
    const known = own[offset + unit]!
    const country = observers[unit - submitting]!
    const byMeaning = country === null ? implied.state : implied.embassy && implied.citizenship === country
    if (known === NOBODY || byMeaning) continue
    const left = minus(cases, known)
    if (left < fewestLeft) fewestLeft = left
  }
  return { largest, count, fewestLeft }
}
