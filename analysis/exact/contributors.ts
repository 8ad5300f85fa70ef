/**
 * Who could subtract whom. Partners that submit: each organisation, and each holding as the sum of its members, because two
 * members may lay their lists side by side. Observers: the state, and the embassy of each citizenship. An embassy that is a partner too is
 * one unit with the observer: it knows whom it reported and whom it met.
 */
import { answerOf } from './answer-of.ts'
import type { CountedCase } from './counted-case.ts'
import { type ExactCount, type ExactCounts, exactCount, minus, NOBODY } from './exact-count.ts'
import { type Implied, isImplied } from './observers.ts'

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
  /** Units that send cases, and could send invented ones: the submitting contributors, and the observers that are one with a partner. */
  readonly senders: readonly number[]
}

interface ContributorsOptions {
  /** Whether an embassy that is a partner, and the observer of its citizens, are one unit. Not under policies without rules of structure. */
  readonly embassiesAsOne: boolean
}

/** @param holdings for each organisation the number of its holding, or null */
export function contributorsOf(
  cases: readonly Reported[],
  holdings: readonly (number | null)[],
  { embassiesAsOne }: ContributorsOptions,
): Contributors {
  const seen = new Map<string, number>()
  const unit = holdings.map((holding, organisation) => {
    const key = holding === null ? `o${organisation}` : `h${holding}`
    if (!seen.has(key)) seen.set(key, seen.size)
    return seen.get(key)!
  })
  const submitting = seen.size
  const partners = embassiesAsOne ? embassiesAmong(cases, unit) : new Map<number, ReadonlySet<string>>()
  const asPartner = new Set([...partners.values()].flatMap((countries) => [...countries]))
  const embassies = [
    ...new Set([...asPartner, ...cases.flatMap((known) => readingsOf(known).flatMap(({ embassies }) => embassies))]),
  ].sort()
  const knownTo = cases.map((known) => {
    const readings = readingsOf(known)
    const reporters = new Set([known.organisation, ...(known.alsoReportedBy ?? [])].map((reporter) => unit[reporter]!))
    const met = [...readings.flatMap((reading) => reading.embassies), ...[...reporters].flatMap((one) => [...(partners.get(one) ?? [])])]
    return [
      ...reporters,
      ...(readings.some((reading) => reading.knownToState) ? [submitting] : []),
      ...new Set(met.map((country) => submitting + 1 + embassies.indexOf(country))),
    ]
  })
  const units = Array.from({ length: submitting }, (_, one) => one)
  const senders = [...units, ...embassies.flatMap((country, at) => (asPartner.has(country) ? [submitting + 1 + at] : []))]
  return { submitting, units: submitting + 1 + embassies.length, knownTo, observers: [null, ...embassies], senders }
}

/**
 * By submitting contributor the countries whose embassy it is, or has among its members: an organisation of whose cases most are reported as by an embassy
 * and are citizens of one country.
 */
function embassiesAmong(cases: readonly Reported[], unitOf: readonly number[]): ReadonlyMap<number, ReadonlySet<string>> {
  const sent = new Map<number, string[]>()
  for (const { organisation, reading } of cases) {
    const citizenship = answerOf(reading, 'source_type') === 'embassy' ? answerOf(reading, 'citizenship') : null
    sent.set(organisation, [...(sent.get(organisation) ?? []), /^[A-Z]{2}$/.test(citizenship ?? '') ? citizenship! : ''])
  }
  const found = new Map<number, Set<string>>()
  for (const [organisation, countries] of sent) {
    // What most of a sorted list are stands in its middle.
    const country = countries.sort()[Math.floor(countries.length / 2)]!
    if (country === '' || 2 * countries.filter((one) => one === country).length <= countries.length) continue
    const unit = unitOf[organisation]!
    found.set(unit, (found.get(unit) ?? new Set()).add(country))
  }
  return found
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
    if (known === NOBODY || isImplied(observers[unit - submitting]!, implied)) continue
    const left = minus(cases, known)
    if (left < fewestLeft) fewestLeft = left
  }
  return { largest, count, fewestLeft }
}

/**
 * The fewest of these cases that are left when any one unit that sends cases takes its own away; `NO_OBSERVER` where none sends any.
 * @param ownOf how many of these cases a unit knows  @param implied what the lines say of everybody in question
 */
export function fewestLeftToSenders(
  cases: ExactCount,
  ownOf: (unit: number) => ExactCount,
  { submitting, observers, senders }: Contributors,
  implied: Implied,
): ExactCount {
  let fewest = NO_OBSERVER
  for (const unit of senders) {
    if (unit >= submitting && isImplied(observers[unit - submitting]!, implied)) continue
    const left = minus(cases, ownOf(unit))
    if (left < fewest) fewest = left
  }
  return fewest
}
