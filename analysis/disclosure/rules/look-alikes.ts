/** Persons whose codes agree and whom nobody decided to be one: they are counted as several, and the book says by how many that may be too many. */

import { agreeingGroups } from '../../exact/agreeing-codes.ts'
import { type Contributors, NO_OBSERVER, sharesOf } from '../../exact/contributors.ts'
import type { CountedCase } from '../../exact/counted-case.ts'
import { exactCount, exactCounts } from '../../exact/exact-count.ts'
import { NOTHING_IMPLIED } from '../../exact/observers.ts'
import { addKeys } from '../../exact/record-key.ts'
import type { ExactCell } from './verdict.ts'

/**
 * By how many persons fewer there would be if every look-alike were the same person, with what the rules of a cell need to know of that number. No
 * organisation reports a person twice, so of agreeing reports at most as many are of one person as come from different organisations.
 * @param apart pairs that an editor decided to be two persons, by their record keys
 * @param contributors of these persons: a holding counts as one, and observers as well. Absent under policies without rules of structure
 */
export function lookAlikes(
  persons: readonly Omit<CountedCase, 'alsoRead'>[],
  apart: readonly (readonly [number, number])[] = [],
  contributors?: Contributors,
): ExactCell {
  let [cases, key] = [0, 0]
  const own = new Map<number, number>()
  const ownOfUnits = new Uint32Array(contributors?.units ?? 0)
  for (const { members } of agreeingGroups(persons)) {
    const reported = members.map((at) => reporters(persons[at]!))
    const byOrganisation = new Map<number, number>()
    for (const organisation of reported.flat()) byOrganisation.set(organisation, (byOrganisation.get(organisation) ?? 0) + 1)
    const keys = new Set(members.map((at) => persons[at]!.key))
    const possible = crossPairs(reported) - apart.filter(([a, b]) => keys.has(a) && keys.has(b)).length
    const fewer = Math.min(members.length - Math.max(...byOrganisation.values()), possible)
    if (fewer <= 0) continue
    cases += fewer
    for (const at of members) key = addKeys(key, persons[at]!.key)
    for (const [organisation, count] of byOrganisation) own.set(organisation, (own.get(organisation) ?? 0) + Math.min(count, fewer))
    for (let unit = 0; unit < ownOfUnits.length; unit++)
      ownOfUnits[unit]! += Math.min(members.filter((at) => contributors!.knownTo[at]!.includes(unit)).length, fewer)
  }
  if (contributors) {
    const { largest, count, fewestLeft } = sharesOf(exactCounts(ownOfUnits), 0, exactCount(cases), contributors, NOTHING_IMPLIED)
    return { cases: exactCount(cases), key, largestOwn: largest, contributors: count, fewestLeft }
  }
  return {
    cases: exactCount(cases),
    key,
    largestOwn: exactCount(Math.max(0, ...own.values())),
    contributors: own.size,
    fewestLeft: NO_OBSERVER,
  }
}

const reporters = ({ organisation, alsoReportedBy = [] }: Pick<CountedCase, 'organisation' | 'alsoReportedBy'>) => [
  ...new Set([organisation, ...alsoReportedBy]),
]

/** Pairs of persons of whom no organisation reports both. */
function crossPairs(reported: readonly (readonly number[])[]): number {
  let count = 0
  reported.forEach((one, index) => {
    for (const other of reported.slice(index + 1)) if (!one.some((organisation) => other.includes(organisation))) count++
  })
  return count
}
