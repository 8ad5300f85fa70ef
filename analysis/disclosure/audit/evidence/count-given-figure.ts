/** What a shown figure says about its count to an attacker who knows the policy: the count lies within the noise, and is not too small to be shown. */
import type { PerturbationTable } from '../../../policy/perturbation-table.ts'
import { type Distribution, sum } from './distribution.ts'
import { priorWeights } from './prior.ts'

/** What an attacker knows of the policy. */
export interface AttackerKnowledge {
  readonly table: PerturbationTable
  /** No smaller count is ever shown. */
  readonly minimumCases: number
  /** A shown cell leaves at least so many cases to a contributor who subtracts his own. */
  readonly minimumOthers: number
}

/** A shown cell as an attacker sees it. */
export interface ObservedFigure {
  readonly figure: number
  /** How many published figures are added up in it, and how many withheld ones are missing from that sum. */
  readonly parts: number
  readonly missing: number
  /** How many of its cases are the attacker's own. */
  readonly own: number
}

/** The distribution of the count behind a figure, all possible counts being equally likely before the figure is seen. */
export const countGivenFigure = (observed: ObservedFigure, knowledge: AttackerKnowledge): Distribution =>
  observed.parts === 1 && observed.missing === 0
    ? countGivenOne(observed.figure, observed.own, knowledge)
    : countGivenSum(observed, knowledge)

function countGivenOne(figure: number, own: number, { table, minimumCases, minimumOthers }: AttackerKnowledge): Distribution {
  const d = Math.max(...table.flat().map(({ v }) => Math.abs(v)))
  const from = Math.max(minimumCases, own > 0 ? own + minimumOthers : 0, figure - d)
  const p = Float64Array.from({ length: Math.max(1, figure + d - from + 1) }, (_, step) => {
    const count = from + step
    return table[Math.min(count, table.length - 1)]!.find(({ v }) => v === figure - count)?.p ?? 0
  })
  return normalised(from, p)
}

/** How many cases a withheld part of a sum may hold in this model; more weighs next to nothing. */
const MOST_MISSING = 60

/** The count behind a sum of figures: each part has noise of its own, and what is missing is distributed as a withheld cell is. */
function countGivenSum({ figure, own, parts, missing }: ObservedFigure, { table, minimumCases }: AttackerKnowledge): Distribution {
  const last = table.at(-1)!
  const d = Math.max(...last.map(({ v }) => Math.abs(v)))
  const noise = { from: -d, p: Float64Array.from({ length: 2 * d + 1 }, (_, step) => last.find(({ v }) => v === d - step)?.p ?? 0) }
  let count: Distribution = { from: figure, p: Float64Array.of(1) }
  for (let part = 0; part < parts; part++) count = sum(count, noise)
  for (let part = 0; part < missing; part++) count = sum(count, { from: 0, p: priorWeights(0, MOST_MISSING) })
  const from = Math.max(own, minimumCases * parts, count.from)
  return normalised(from, count.p.slice(from - count.from))
}

/** Scaled to add up to 1. A figure that the policy cannot make of what the attacker knows leaves him the smallest possible count. */
function normalised(from: number, p: Float64Array): Distribution {
  const total = p.reduce((all, weight) => all + weight, 0)
  return total > 0 ? { from, p: p.map((weight) => weight / total) } : { from, p: Float64Array.of(1) }
}
