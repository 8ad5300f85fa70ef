/**
 * Two reports of one person. A pair is offered to an editor where two organisations report the same codes and both say that another organisation reports
 * the case too; the editor sees the codes and nothing else. All others whose codes agree are look-alikes and stay two persons (`look-alikes.ts`).
 */
import { type AgreeingCodes, agreeingGroups } from '../../exact/agreeing-codes.ts'
import type { CountedCase } from '../../exact/counted-case.ts'

/** One report, as the build opened it. */
export interface Report extends Pick<CountedCase, 'reading' | 'organisation' | 'key'> {
  /** Position of its edition among those of the build. */
  readonly edition: number
  /** Random and unlike any other: of two reports of one person the one with the lower id is kept. */
  readonly id: string
}

export interface Reports {
  readonly reports: readonly Report[]
  /** For each edition whether its figures are published. */
  readonly published: readonly boolean[]
}

export interface Pair {
  /** Positions among the reports; `first` is kept if they are one person. */
  readonly first: number
  readonly second: number
  readonly codes: AgreeingCodes
}

export type Decision = 'same' | 'different'

/** A counted person: the report that is kept, and the others of the same person. */
export interface Joined {
  readonly kept: number
  readonly others: readonly number[]
}

/** Two decisions together say that one person is two. */
export class DecisionsContradict extends Error {
  /** Position among the pairs. */
  readonly pair: number
  constructor(pair: number) {
    super('decisions on pairs contradict each other')
    this.name = 'DecisionsContradict'
    this.pair = pair
  }
}

const isPublished = ({ reports, published }: Reports, at: number) => published[reports[at]!.edition] ?? false

/** A report is kept whose edition is published already, because the figures there count it; else the one with the lower id. */
function isKeptBefore(given: Reports, a: number, b: number): boolean {
  return isPublished(given, a) === isPublished(given, b) ? given.reports[a]!.id < given.reports[b]!.id : isPublished(given, a)
}

/** Both are counted in published figures, of different editions: they stay two. */
const mustStayTwo = (given: Reports, a: number, b: number) =>
  isPublished(given, a) && isPublished(given, b) && given.reports[a]!.edition !== given.reports[b]!.edition

/** Pairs for an editor to review, in the order of the reports. */
export function pairsForReview(given: Reports): Pair[] {
  const { reports } = given
  return agreeingGroups(reports).flatMap(({ codes, members }) => {
    const known = members.filter((at) => reports[at]!.reading.reportedElsewhere)
    return known.flatMap((a, index) =>
      known.slice(index + 1).flatMap((b): Pair[] => {
        if (reports[a]!.organisation === reports[b]!.organisation || mustStayTwo(given, a, b)) return []
        const [first, second] = isKeptBefore(given, a, b) ? [a, b] : [b, a]
        return [{ first, second, codes }]
      }),
    )
  })
}

/**
 * Every report once, as kept or as another of a kept one; in the order of the kept reports. Pairs without a decision stay two persons.
 * @param decisions one for each pair, or undefined  @throws DecisionsContradict
 */
export function joinReports(given: Reports, pairs: readonly Pair[], decisions: readonly (Decision | undefined)[]): Joined[] {
  const { reports } = given
  // A forest: each report points to a report of the same person, and the one that is kept to itself.
  const parent = Int32Array.from(reports, (_, at) => at)
  const keptFor = (at: number): number => {
    let top = at
    while (parent[top] !== top) top = parent[top]!
    return top
  }
  pairs.forEach(({ first, second }, index) => {
    if (decisions[index] !== 'same') return
    const [one, other] = [keptFor(first), keptFor(second)]
    if (one === other) return
    if (isKeptBefore(given, one, other)) parent[other] = one
    else parent[one] = other
  })
  pairs.forEach(({ first, second }, index) => {
    const [one, other] = [keptFor(first), keptFor(second)]
    const joinedByOthers = decisions[index] === 'different' && one === other
    const joinedAcrossEditions = decisions[index] === 'same' && (mustStayTwo(given, first, one) || mustStayTwo(given, second, one))
    if (joinedByOthers || joinedAcrossEditions) throw new DecisionsContradict(index)
  })
  const others = new Map<number, number[]>()
  for (const at of reports.keys()) {
    const kept = keptFor(at)
    if (kept !== at) others.set(kept, [...(others.get(kept) ?? []), at])
  }
  return [...reports.keys()].flatMap((at) => (keptFor(at) === at ? [{ kept: at, others: others.get(at) ?? [] }] : []))
}
