/**
 * What an attacker must believe of a withheld cell who knows the policy, the noise table and every published figure. A line whose
 * total is published leaves, after its shown cells, a remainder that is known up to noise; the withheld cells share it.
 *
 * **Model.** Before any figure all tables of counts are equally likely. A shown cell then weighs a count n by the chance that the noise makes
 * its figure of n, and nothing under the minimum. A withheld cell weighs n = 0..4, which the policy always withholds, by 1, and
 * from 5 up, where few are withheld, by (4/n)^2 / 2: on the fictional networks of 150 and 480 cases the cells withheld at 5, 8, 10
 * and 20 are 0.38, 0.11, 0.09 and 0.03 of those at an average 1..4. Whoever knows some of a cell weighs what leaves him 0 to 2 others by 1 as well. Zeros are more frequent in truth than others; the audit gives the attacker no
 * such comfort. Along one axis the inference is exact on the way from the cell up its ladder to the total, each figure counted once, and takes in what stands
 * beneath withheld neighbours; what stands beneath shown ones is left out. The two axes of a cell count as independent.
 */
import type { PerturbationTable } from '../../../policy/perturbation-table.ts'
import { convolved, type Distribution, negative, repeated, sum } from './distribution.ts'

export interface Attacker {
  readonly table: PerturbationTable
  /** No smaller count is ever shown. */
  readonly minimumCases: number
  /** A shown cell leaves at least this many to whoever subtracts his own. */
  readonly minimumOthers: number
}

/** One part of a line as the attacker sees it. */
export interface Part {
  readonly figure: number | null
  /** Figures summed in it, and withheld ones missing from the sum. */
  readonly parts: number
  readonly missing: number
  /** The cases in it that he knows because they are his, 0 for a reader. */
  readonly own: number
  /** Its lines say that he knows everybody in it: then he knows the count. */
  readonly all?: boolean
  /** Of a withheld part: what figures beneath it say of its count, as weights as far as `length`. */
  readonly beneath?: ((length: number) => Evidence) | undefined
}

/** Weights of the counts 0, 1, 2 … of one withheld cell, given one line. Only ratios mean anything. */
export type Evidence = Float64Array

export function priorWeight(count: number, own = 0): number {
  return count < 5 || (own > 0 && count - own < OTHERS) ? 1 : 8 / (count * count)
}

/** A cell that leaves a contributor fewer others is always withheld, and he knows it. */
const OTHERS = 3

/** The attacker on one policy. What a figure tells is worked out once. */
export function attackerWith(policy: Attacker) {
  const seen = new Map<string, Distribution>()
  const shown = (part: Part & { readonly figure: number }) => {
    const { figure, own, parts, missing, all } = part
    if (all) return { from: own, p: Float64Array.of(1) }
    const name = `${figure} ${own} ${parts} ${missing}`
    const found = seen.get(name) ?? (parts === 1 && missing === 0 ? countGiven(figure, own, policy) : sumGiven(part, policy))
    seen.set(name, found)
    return found
  }

  // What several withheld cells hold together hangs on how many they are alone, and every line asks for it.
  // Long lines have few of them, so each length has its own.
  const sums = new Map<number, Float64Array[]>()
  const together = (times: number, length: number): Float64Array => {
    const enough = 2 ** Math.ceil(Math.log2(length))
    const found = sums.get(enough) ?? [repeated(new Float64Array(1), 0, enough)]
    sums.set(enough, found)
    while (found.length <= times) found.push(convolved(found.at(-1)!, prior(0, enough), enough))
    return found[times]!
  }

  return {
    /** What a figure says about its count, every possible one as likely before it is seen. */
    shown,

    /**
     * What a line says of each of its withheld parts, by its place: the weights of its possible counts, null where the line leaves none
     * (the figures then contradict one another under this policy) and for shown parts. Worked out when it is asked for.
     * @param whole weights of the count of the whole line
     */
    line(whole: Distribution, parts: readonly Part[]): (place: number) => Evidence | null {
      let { from, p } = whole
      for (const part of parts) if (isShown(part)) ({ from, p } = sum({ from, p }, negative(shown(part))))
      const most = from + p.length - 1
      if (most < 0) return () => null
      const left = new Float64Array(most + 1)
      for (let value = Math.max(0, from); value <= most; value++) left[value] = p[value - from]!
      const withheld = parts.filter(({ figure }) => figure === null)
      const groups = new Map<number, number>()
      for (const { own, beneath } of withheld) if (!beneath) groups.set(own, (groups.get(own) ?? 0) + 1)
      const told = new Map(withheld.flatMap((part) => (part.beneath ? [[part, hidden(part, left.length)] as const] : [])))
      const found = new Map<number | Part, Evidence | null>()
      return (place) => {
        const part = parts[place]
        if (part === undefined || part.figure !== null) return null
        const name = part.beneath ? part : part.own
        const known = found.get(name)
        const besides = [...told].flatMap(([other, weights]) => (other === part ? [] : [weights]))
        const weights = known === undefined ? without(part, groups, besides, left, together) : known
        found.set(name, weights)
        return weights
      }
    },

    /** What parts together hold, as weights as far as `length`. */
    sumOf(parts: readonly Part[], length: number): Evidence {
      let seen: Distribution = { from: 0, p: Float64Array.of(1) }
      for (const part of parts) if (isShown(part)) seen = sum(seen, shown(part))
      let weights = new Float64Array(length)
      if (seen.from < length) weights.set(seen.p.subarray(0, length - seen.from), seen.from)
      const dark = parts.filter(({ figure, own, beneath }) => figure === null && own === 0 && !beneath).length
      if (dark > 0) weights = convolved(weights, together(dark, length), length)
      for (const part of parts)
        if (!isShown(part) && (part.own > 0 || part.beneath)) weights = convolved(weights, hidden(part, length), length)
      return weights
    },
  }
}

/**
 * Weights of one withheld part, the others of the line summed out.
 * @param groups how many of those of which nothing more is said hold so many known cases
 * @param besides weights of each of the others
 */
function without(
  { own, beneath }: Part,
  groups: ReadonlyMap<number, number>,
  besides: readonly Evidence[],
  left: Float64Array,
  together: (times: number, length: number) => Float64Array,
): Evidence | null {
  const sizeOf = (known: number) => (groups.get(known) ?? 0) - (known === own && !beneath ? 1 : 0)
  let others = together(Math.max(0, sizeOf(0)), left.length)
  for (const known of groups.keys())
    if (known > 0 && sizeOf(known) > 0)
      others = convolved(others, repeated(prior(known, left.length), sizeOf(known), left.length), left.length)
  for (const weights of besides) others = convolved(others, weights, left.length)
  const first = left.findIndex((weight) => weight > 0)
  if (first < 0) return null
  // What is left for the part is what the line leaves less what the others hold: a sum with the first of them mirrored.
  const most = left.length - 1
  const mirrored = convolved(left.subarray(first).toReversed(), others, most + 1)
  let top = 0
  for (let count = own; count <= most; count++) if (mirrored[most - count]! > top) top = mirrored[most - count]!
  if (!(top > 0)) return null
  const weights = new Float64Array(most + 1)
  for (let count = own; count <= most; count++) weights[count] = mirrored[most - count]! / top
  return weights
}

/** Weights of a withheld count of which `own` are known. */
function prior(own: number, length: number): Float64Array<ArrayBuffer> {
  const weights = new Float64Array(length)
  for (let count = own; count < length; count++) weights[count] = priorWeight(count, own)
  return weights
}

/** Weights of the count of a withheld part, by what stands beneath it if anything does. */
function hidden({ own, beneath }: Part, length: number): Float64Array<ArrayBuffer> {
  const weights = prior(own, length)
  const more = beneath?.(length)
  return more ? weights.map((weight, count) => weight * more[count]!) : weights
}

const isShown = (part: Part): part is Part & { readonly figure: number } => part.figure !== null

/** How many persons a withheld part of a sum may hold in this model; what is beyond weighs next to nothing. */
const MOST_MISSING = 60

/** The count behind a sum of figures: as many noises as parts, and withheld counts where parts are missing. */
function sumGiven({ figure, own, parts, missing }: Part & { readonly figure: number }, { table, minimumCases }: Attacker): Distribution {
  const last = table.at(-1)!
  const d = Math.max(...last.map(({ v }) => Math.abs(v)))
  const noise = { from: -d, p: Float64Array.from({ length: 2 * d + 1 }, (_, step) => last.find(({ v }) => v === d - step)?.p ?? 0) }
  let count: Distribution = { from: figure, p: Float64Array.of(1) }
  for (let part = 0; part < parts; part++) count = sum(count, noise)
  for (let part = 0; part < missing; part++) count = sum(count, { from: 0, p: prior(0, MOST_MISSING) })
  const from = Math.max(own, minimumCases * parts, count.from)
  const p = count.p.slice(from - count.from)
  const total = p.reduce((all, weight) => all + weight, 0)
  return total > 0 ? { from, p: p.map((weight) => weight / total) } : { from, p: Float64Array.of(1) }
}

/** The count behind a figure, every possible one as likely before it is seen. */
function countGiven(figure: number, own: number, { table, minimumCases, minimumOthers }: Attacker): Distribution {
  const d = Math.max(...table.flat().map(({ v }) => Math.abs(v)))
  const from = Math.max(minimumCases, own > 0 ? own + minimumOthers : 0, figure - d)
  const p = Float64Array.from({ length: Math.max(1, figure + d - from + 1) }, (_, step) => {
    const count = from + step
    return table[Math.min(count, table.length - 1)]!.find(({ v }) => v === figure - count)?.p ?? 0
  })
  const total = p.reduce((all, weight) => all + weight, 0)
  // A figure that the policy cannot make of what the attacker knows tells him only the nearest count.
  return total > 0 ? { from, p: p.map((weight) => weight / total) } : { from, p: Float64Array.of(1) }
}

/**
 * Chances of 0, 1, 2 … others in a cell, of which `own` are the attacker's: all lines together, and its figure if it has one.
 */
export function belief(own: number, lines: readonly Evidence[], seen: Distribution | null = null): Float64Array {
  const most = seen === null ? own + 5 : seen.from + seen.p.length
  const length = lines.length === 0 ? most : Math.min(...lines.map((weights) => weights.length), seen === null ? Infinity : most)
  const chances = new Float64Array(Math.max(1, length - own))
  let total = 0
  for (let others = 0; others < chances.length; others++) {
    const count = own + others
    let weight = seen === null ? priorWeight(count, own) : (seen.p[count - seen.from] ?? 0)
    for (const weights of lines) weight *= weights[count] ?? 0
    chances[others] = weight
    total += weight
  }
  return total > 0 ? chances.map((weight) => weight / total) : chances
}

export interface Revealed {
  /** The number of others, 1 to 4, that is most likely, and how likely. */
  readonly others: number
  readonly single: number
  /** That there is at least one. */
  readonly anybody: number
}

export function revealed(chances: Float64Array): Revealed {
  let [others, single] = [1, 0]
  for (let count = 1; count <= 4; count++) {
    const chance = chances[count] ?? 0
    if (chance > single) [others, single] = [count, chance]
  }
  return { others, single, anybody: chances.every((chance) => chance === 0) ? 0 : 1 - chances[0]! }
}
