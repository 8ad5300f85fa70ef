/**
 * An attacker who knows the policy, the noise table and every published figure, and what he infers from one additive relation about the withheld cells
 * in it: the total of the relation less its shown cells leaves a remainder, known up to noise, which the withheld cells share.
 *
 * **Model.** Before any figure is seen all tables of counts are equally likely. A shown cell has the likelihood that the noise makes its figure
 * of its count (`count-given-figure.ts`), a withheld cell the likelihood that a cell of its count is withheld (`prior.ts`). Along one axis the
 * inference is exact on the way from a cell through its parents to the total, each figure counted once, and takes in the children of withheld
 * siblings; the children of shown siblings are left out. The two axes of a cell are treated as independent (`posterior.ts`).
 */
import { type AttackerKnowledge, countGivenFigure, type ObservedFigure } from './count-given-figure.ts'
import { convolved, type Distribution, negative, repeated, sum } from './distribution.ts'
import { priorWeights } from './prior.ts'

/** A cell of a relation as the attacker observes it. */
export interface ObservedCell extends Omit<ObservedFigure, 'figure'> {
  /** Null where the cell is withheld. */
  readonly figure: number | null
  /** Whether its lines say that all of its cases are his own: then he knows the count. */
  readonly allOwn?: boolean
  /** Of a withheld cell: the likelihood of its count given the figures of its children, for the counts below `length`. */
  readonly children?: ((length: number) => Likelihood) | undefined
}

/** The likelihood of the counts 0, 1, 2 … of one withheld cell, up to a common factor: only ratios mean anything. */
export type Likelihood = Float64Array

export type Attacker = ReturnType<typeof attackerWith>

/** The attacker who knows one policy. Whatever is asked of him repeatedly is worked out once. */
export function attackerWith(knowledge: AttackerKnowledge) {
  const known = new Map<string, Distribution>()
  const countGiven = (cell: ObservedCell & { readonly figure: number }): Distribution => {
    const { figure, own, parts, missing, allOwn } = cell
    if (allOwn) return { from: own, p: Float64Array.of(1) }
    const name = `${figure} ${own} ${parts} ${missing}`
    const found = known.get(name) ?? countGivenFigure(cell, knowledge)
    known.set(name, found)
    return found
  }

  // The sum of several withheld cells depends on how many they are alone, and every relation asks for it. Few lengths occur often: rounded up.
  const sums = new Map<number, Float64Array[]>()
  const sumOfWithheld = (times: number, length: number): Float64Array => {
    const enough = 2 ** Math.ceil(Math.log2(length))
    const found = sums.get(enough) ?? [repeated(new Float64Array(1), 0, enough)]
    sums.set(enough, found)
    while (found.length <= times) found.push(convolved(found.at(-1)!, priorWeights(0, enough), enough))
    return found[times]!
  }

  return {
    /** The distribution of the count of a shown cell, all counts being equally likely before the figure is seen. */
    countGiven,

    /**
     * For each cell of a relation, by place: the likelihood of the counts of a withheld one; null for shown ones, and where no
     * counts fit (then the figures contradict one another under this policy). Each is worked out when it is asked for.
     * @param whole distribution of the count that the parts add up to
     */
    likelihoods(whole: Distribution, parts: readonly ObservedCell[]): (place: number) => Likelihood | null {
      let { from, p } = whole
      for (const part of parts) if (isShown(part)) ({ from, p } = sum({ from, p }, negative(countGiven(part))))
      const most = from + p.length - 1
      if (most < 0) return () => null
      const remainder = new Float64Array(most + 1)
      for (let value = Math.max(0, from); value <= most; value++) remainder[value] = p[value - from]!
      const withheld = parts.filter(({ figure }) => figure === null)
      const alikeByOwn = new Map<number, number>()
      for (const { own, children } of withheld) if (!children) alikeByOwn.set(own, (alikeByOwn.get(own) ?? 0) + 1)
      const withChildren = new Map(
        withheld.flatMap((part) => (part.children ? [[part, withheldWeights(part, remainder.length)] as const] : [])),
      )
      const found = new Map<number | ObservedCell, Likelihood | null>()
      return (place) => {
        const part = parts[place]
        if (part === undefined || part.figure !== null) return null
        const name = part.children ? part : part.own
        const before = found.get(name)
        const others = [...withChildren].flatMap(([other, weights]) => (other === part ? [] : [weights]))
        const likelihood = before === undefined ? likelihoodOf(part, { alikeByOwn, others, remainder }, sumOfWithheld) : before
        found.set(name, likelihood)
        return likelihood
      }
    },

    /** The weights of what several cells hold together, for sums below `length`. */
    sumOf(parts: readonly ObservedCell[], length: number): Likelihood {
      let shown: Distribution = { from: 0, p: Float64Array.of(1) }
      for (const part of parts) if (isShown(part)) shown = sum(shown, countGiven(part))
      let weights = new Float64Array(length)
      if (shown.from < length) weights.set(shown.p.subarray(0, length - shown.from), shown.from)
      const alike = parts.filter(({ figure, own, children }) => figure === null && own === 0 && !children).length
      if (alike > 0) weights = convolved(weights, sumOfWithheld(alike, length), length)
      for (const part of parts)
        if (!isShown(part) && (part.own > 0 || part.children)) weights = convolved(weights, withheldWeights(part, length), length)
      return weights
    },
  }
}

/** What is known of the withheld cells of a relation. */
interface Remaining {
  /** How many of those without children have so many cases of the attacker's own: by that number. */
  readonly alikeByOwn: ReadonlyMap<number, number>
  /** Weights of each of the others that have children. */
  readonly others: readonly Likelihood[]
  /** Weights of what the withheld cells hold together. */
  readonly remainder: Float64Array
}

/** The likelihood of the count of one withheld cell: what the relation leaves for it, summed over all counts of the other withheld cells. */
function likelihoodOf(
  { own, children }: ObservedCell,
  { alikeByOwn, others: known, remainder }: Remaining,
  sumOfWithheld: (times: number, length: number) => Float64Array,
): Likelihood | null {
  const length = remainder.length
  const alike = (cases: number) => (alikeByOwn.get(cases) ?? 0) - (cases === own && !children ? 1 : 0)
  let others = sumOfWithheld(Math.max(0, alike(0)), length)
  for (const cases of alikeByOwn.keys())
    if (cases > 0 && alike(cases) > 0) others = convolved(others, repeated(priorWeights(cases, length), alike(cases), length), length)
  for (const weights of known) others = convolved(others, weights, length)
  const first = remainder.findIndex((weight) => weight > 0)
  if (first < 0) return null
  // The remainder less what the others hold: a sum with the remainder mirrored.
  const most = length - 1
  const mirrored = convolved(remainder.subarray(first).toReversed(), others, most + 1)
  let top = 0
  for (let count = own; count <= most; count++) if (mirrored[most - count]! > top) top = mirrored[most - count]!
  if (!(top > 0)) return null
  const weights = new Float64Array(most + 1)
  for (let count = own; count <= most; count++) weights[count] = mirrored[most - count]! / top
  return weights
}

/** Weights of the count of a withheld cell: the prior, times what its children say if anything. */
function withheldWeights({ own, children }: ObservedCell, length: number): Float64Array<ArrayBuffer> {
  const weights = priorWeights(own, length)
  const fromChildren = children?.(length)
  return fromChildren ? weights.map((weight, count) => weight * fromChildren[count]!) : weights
}

const isShown = (cell: ObservedCell): cell is ObservedCell & { readonly figure: number } => cell.figure !== null
