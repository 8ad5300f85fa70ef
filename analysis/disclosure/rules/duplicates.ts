/**
 * One person, two reports. A pair is offered to an editor where two organisations report the same codes (questionnaire, section 5.2,
 * R21) and both say that another organisation reports the case too; the editor sees the codes and nothing else.
 * Everybody else whose codes agree is a look-alike: they stay apart, and the book says by how many persons that may be too many.
 */
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import { derive } from '../../../survey-schema/variables/derived.ts'
import { addKeys } from '../../exact/record-key.ts'
import type { Cell } from './verdict.ts'

/** One report of a person, as the build opened it. */
export interface Report {
  readonly record: CaseRecord
  readonly organisation: number
  /** Position of its edition among those of the build. */
  readonly edition: number
  /** Random and unlike any other: of two reports of one person the lower one is kept. */
  readonly id: string
  readonly key: number
}

/** What an editor sees of a pair; on both sides the same. A state such as `unknown` is a code here, and the editor's to weigh. */
export interface AgreeingCodes {
  readonly registration_year: string
  readonly citizenship: string
  readonly gender: string
  readonly age_band_registration: string
  readonly route_key: string
  readonly first_prefecture: string
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

export function agreeingCodes(record: CaseRecord): AgreeingCodes {
  const { registration_year, citizenship, gender, age_band_registration, exploitation_prefectures: places } = record.answers
  return {
    registration_year: String(registration_year),
    citizenship: typeof citizenship === 'object' ? citizenship.join(' ') : String(citizenship),
    gender: String(gender),
    age_band_registration: String(age_band_registration),
    route_key: derive(record).route_key,
    first_prefecture: String(typeof places === 'object' ? (places[0] ?? 'unknown') : places),
  }
}

/** Positions of reports whose codes agree, in the order of the first of each; those that agree with nobody are left out. */
function groupsOf(records: Iterable<CaseRecord>): readonly { readonly codes: AgreeingCodes; readonly members: readonly number[] }[] {
  const groups = new Map<string, { codes: AgreeingCodes; members: number[] }>()
  let position = 0
  for (const record of records) {
    const codes = agreeingCodes(record)
    const name = Object.values(codes).join('\n')
    const group = groups.get(name) ?? { codes, members: [] }
    groups.set(name, group)
    group.members.push(position++)
  }
  return [...groups.values()].filter(({ members }) => members.length > 1)
}

/** Which report is kept: one whose edition is out already, because its figures count it, else the one with the lower id. */
export interface Reports {
  readonly reports: readonly Report[]
  /** For each edition whether its figures are out. */
  readonly published: readonly boolean[]
}

const isOut = ({ reports, published }: Reports, at: number) => published[reports[at]!.edition] ?? false

function isKeptBefore(given: Reports, a: number, b: number): boolean {
  return isOut(given, a) === isOut(given, b) ? given.reports[a]!.id < given.reports[b]!.id : isOut(given, a)
}

/** Both are counted in figures that are out, of different editions: they stay two. */
const isSettled = (given: Reports, a: number, b: number) =>
  isOut(given, a) && isOut(given, b) && given.reports[a]!.edition !== given.reports[b]!.edition

/** Pairs for an editor to decide, in the order of the reports. */
export function pairsToDecide(given: Reports): Pair[] {
  const { reports } = given
  return groupsOf(recordsOf(reports)).flatMap(({ codes, members }) => {
    const known = members.filter((at) => reports[at]!.record.answers.other_report_known === 'yes')
    return known.flatMap((a, index) =>
      known.slice(index + 1).flatMap((b): Pair[] => {
        if (reports[a]!.organisation === reports[b]!.organisation || isSettled(given, a, b)) return []
        const [first, second] = isKeptBefore(given, a, b) ? [a, b] : [b, a]
        return [{ first, second, codes }]
      }),
    )
  })
}

function* recordsOf(reports: readonly { readonly record: CaseRecord }[]): Generator<CaseRecord> {
  for (const report of reports) yield report.record
}

/**
 * Every report once, as kept or as another of a kept one; in the order of the kept reports. Undecided pairs stay apart.
 * @param decisions one for each pair, or undefined  @throws DecisionsContradict
 */
export function joinReports(given: Reports, pairs: readonly Pair[], decisions: readonly (Decision | undefined)[]): Joined[] {
  const { reports } = given
  const leader = Int32Array.from(reports, (_, at) => at)
  const leaderOf = (at: number): number => {
    let top = at
    while (leader[top] !== top) top = leader[top]!
    return top
  }
  pairs.forEach(({ first, second }, index) => {
    if (decisions[index] !== 'same') return
    const [one, other] = [leaderOf(first), leaderOf(second)]
    if (one === other) return
    if (isKeptBefore(given, one, other)) leader[other] = one
    else leader[one] = other
  })
  pairs.forEach(({ first, second }, index) => {
    const [one, other] = [leaderOf(first), leaderOf(second)]
    const different = decisions[index] === 'different' && one === other
    const settled = decisions[index] === 'same' && (isSettled(given, first, one) || isSettled(given, second, one))
    if (different || settled) throw new DecisionsContradict(index)
  })
  const others = new Map<number, number[]>()
  for (const at of reports.keys()) {
    const kept = leaderOf(at)
    if (kept !== at) others.set(kept, [...(others.get(kept) ?? []), at])
  }
  return [...reports.keys()].flatMap((at) => (leaderOf(at) === at ? [{ kept: at, others: others.get(at) ?? [] }] : []))
}

/** A person as counted, by whom reported. */
export interface CountedPerson {
  readonly record: CaseRecord
  readonly organisation: number
  readonly alsoReportedBy?: readonly number[]
  readonly key: number
}

/**
 * By how many persons fewer there would be if every look-alike were the same person, with what the rules of a cell need to know of
 * it. Nobody is reported twice by one organisation, so of agreeing reports at most as many fall together as come from others.
 * @param apart pairs that an editor decided to be two persons, by their record keys
 */
export function lookAlikes(persons: readonly CountedPerson[], apart: readonly (readonly [number, number])[] = []): Cell {
  let [cases, key] = [0, 0]
  const own = new Map<number, number>()
  for (const { members } of groupsOf(recordsOf(persons))) {
    const byOrganisation = new Map<number, number>()
    for (const at of members)
      for (const organisation of reporters(persons[at]!)) byOrganisation.set(organisation, (byOrganisation.get(organisation) ?? 0) + 1)
    const held = new Set(members.map((at) => persons[at]!.key))
    const open = crossPairs(members.map((at) => reporters(persons[at]!))) - apart.filter(([a, b]) => held.has(a) && held.has(b)).length
    const fewer = Math.min(members.length - Math.max(...byOrganisation.values()), open)
    if (fewer <= 0) continue
    cases += fewer
    for (const at of members) key = addKeys(key, persons[at]!.key)
    for (const [organisation, count] of byOrganisation) own.set(organisation, (own.get(organisation) ?? 0) + Math.min(count, fewer))
  }
  return {
    cases,
    key,
    largestOwn: Math.max(0, ...own.values()),
    contributors: own.size,
    fewestLeft: Number.POSITIVE_INFINITY,
  }
}

const reporters = ({ organisation, alsoReportedBy = [] }: CountedPerson) => [...new Set([organisation, ...alsoReportedBy])]

/** Pairs of persons whom no organisation reports both. */
function crossPairs(reported: readonly (readonly number[])[]): number {
  let count = 0
  reported.forEach((one, index) => {
    for (const other of reported.slice(index + 1)) if (!one.some((organisation) => other.includes(organisation))) count++
  })
  return count
}
