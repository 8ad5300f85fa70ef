/** What a shown figure says about its count to an attacker who knows the policy: the count lies within the noise, and is not too small to be shown. */
import { largestNoise, type PerturbationTable } from '../../../policy/perturbation-table.ts'
import { type Distribution, sum } from './distribution.ts'
import type { Law } from './law.ts'

/** What an attacker knows of the policy. */
export interface AttackerKnowledge {
  readonly table: PerturbationTable
  /** No smaller count is ever shown. */
  readonly minimumCases: number
  /** A shown cell leaves at least so many cases to a contributor who subtracts his own. */
  readonly minimumOthers: number
  /** A category of fewer cases has no line of its own. */
  readonly minimumCategory: number
}

/** A shown cell as an attacker sees it. */
export interface ObservedFigure {
  readonly figure: number
  /** How many published figures are added up in it, and how many withheld ones are missing from that sum. */
  readonly parts: number
  readonly missing: number
  /** How many of its cases are the attacker's own. */
  readonly own: number
  /** Whether its lines say that all of its cases are his own: then he knows the count. */
  readonly allOwn: boolean
}

/** A reader's view of one published figure. */
export const figureOf = (figure: number): ObservedFigure => ({ figure, parts: 1, missing: 0, own: 0, allOwn: false })

/** The distribution of the count behind a figure, all possible counts being equally likely before the figure is seen. */
export type CountGiven = (observed: ObservedFigure) => Distribution

/** Remembers what was worked out: few figures occur, and all of them often. */
export function countGivenFigure(knowledge: AttackerKnowledge, law: Law): CountGiven {
  const single = new Map<number, Distribution>()
  const sums = new Map<string, Distribution>()
  const remembered = <K>(known: Map<K, Distribution>, name: K, work: () => Distribution) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const found = work()
    known.set(name, found)
    return found
  }
  return (observed) => {
    const { figure, own, parts, missing, allOwn } = observed
    if (allOwn) return { from: own, p: Float64Array.of(1) }
    if (parts === 1 && missing === 0) return remembered(single, figure * 2 ** 24 + own, () => countGivenOne(figure, own, knowledge))
    return remembered(sums, `${figure} ${own} ${parts} ${missing}`, () => countGivenSum(observed, knowledge, law))
  }
}

function countGivenOne(figure: number, own: number, { table, minimumCases, minimumOthers }: AttackerKnowledge): Distribution {
  const d = largestNoise(table)
  const from = Math.max(minimumCases, own > 0 ? own + minimumOthers : 0, figure - d)
  const p = Float64Array.from({ length: Math.max(1, figure + d - from + 1) }, (_, step) => {
    const count = from + step
    return table[Math.min(count, table.length - 1)]!.find(({ v }) => v === figure - count)?.p ?? 0
  })
  return normalised(from, p)
}

/** How many cases a withheld part of a sum may hold in this model; more weighs next to nothing. */
const MOST_MISSING = 64

/** The count behind a sum of figures: each part has noise of its own, and what is missing is distributed as a withheld cell is. */
function countGivenSum(
  { figure, own, parts, missing }: ObservedFigure,
  { table, minimumCases }: AttackerKnowledge,
  law: Law,
): Distribution {
  const last = table.at(-1)!
  const d = largestNoise([last])
  const noise = { from: -d, p: Float64Array.from({ length: 2 * d + 1 }, (_, step) => last.find(({ v }) => v === d - step)?.p ?? 0) }
  let count: Distribution = { from: figure, p: Float64Array.of(1) }
  for (let part = 0; part < parts; part++) count = sum(count, noise)
  if (missing > 0) count = sum(count, { from: 0, p: law.sums('withheld', missing, MOST_MISSING * missing) })
  const from = Math.max(own, minimumCases * parts, count.from)
  return normalised(from, count.p.slice(from - count.from))
}

/** Scaled to add up to 1. A figure that the policy cannot make of what the attacker knows leaves him the smallest possible count. */
function normalised(from: number, p: Float64Array): Distribution {
  const total = p.reduce((all, weight) => all + weight, 0)
  return total > 0 ? { from, p: p.map((weight) => weight / total) } : { from, p: Float64Array.of(1) }
}
