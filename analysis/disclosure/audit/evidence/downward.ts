/**
 * The downward pass: from the total towards the cells, what the parent and the siblings of a cell say about its count. Relations are taken in
 * the order of the tree, so that a whole is known before its parts. Each figure is counted once. Left out are the children of shown siblings, whose
 * own figures say more, and the other relations of a whole than the one with the fewest parts.
 */
import { type Attacker, type AttackerView, countOf, isWithheld, ownIn } from './attacker.ts'
import type { AxisTree, CellTrees, TreeRelation } from './cell-tree.ts'
import type { Distribution } from './distribution.ts'
import { type Likelihood, PartLikelihood, Rest, ShiftedLikelihood } from './part-likelihood.ts'
import { remainderOf, sumOfShown } from './remainder.ts'
import type { Upward } from './upward.ts'

/** For each cell what its relation says: null where nothing does, undefined where nobody asked. */
export type Likelihoods = readonly (Likelihood | null | undefined)[]

/** What readers know along the axis. Where an insider has no cases, he knows the same. */
export interface Readers {
  readonly likelihoods: Likelihoods
  /** For each relation the sum of its shown parts, once somebody asked. */
  readonly sums: (Distribution | undefined)[]
  /** For each relation of a root what it says of a withheld part of which nothing else is known; null where the figures contradict one another. */
  readonly alike: (PartLikelihood | null | undefined)[]
}

interface Pass {
  readonly trees: CellTrees
  readonly tree: AxisTree
  readonly attacker: Attacker
  readonly view: AttackerView
  readonly upward: Upward
  /** For each cell whether it is asked for. */
  readonly asked: Uint8Array
  readonly readers?: Readers
}

export function downward({ trees, tree, attacker, view, upward, asked, readers }: Pass): Readers {
  const likelihoods = new Array<Likelihood | null | undefined>(view.cells.length).fill(undefined)
  const sums: (Distribution | undefined)[] = readers?.sums ?? new Array(tree.relations.length).fill(undefined)
  const alike: (PartLikelihood | null | undefined)[] = readers?.alike ?? new Array(tree.relations.length).fill(undefined)
  const wanted = withParents(tree, asked)
  for (const cell of wanted.keys()) if (wanted[cell] === 1 && tree.relationOf[cell] === -1) likelihoods[cell] = null
  for (const [place, relation] of tree.relations.entries()) {
    const parts = relation.children.filter((part) => wanted[part] === 1)
    if (parts.length === 0) continue
    const same = readers !== undefined && knowsTheSame(relation, readers)
    if (same && parts.every((part) => readers.likelihoods[part] !== undefined))
      for (const part of parts) likelihoods[part] = readers.likelihoods[part]
    else withinRelation(relation, place, parts)
  }
  return { likelihoods, sums, alike }

  function knowsTheSame({ whole, parts }: TreeRelation, { likelihoods: theirs }: Readers): boolean {
    return ownIn(view, whole) === 0 && likelihoods[whole] === theirs[whole] && parts.every((part) => ownIn(view, part) === 0)
  }

  function withinRelation({ whole, parts }: TreeRelation, place: number, wantedParts: Int32Array): void {
    const count = countOfWhole(whole)
    const shown: number[] = []
    const special: number[] = []
    let [ordinary, own] = [0, 0]
    for (const part of parts) {
      if (!isWithheld(view, part)) shown.push(part)
      else {
        own += ownIn(view, part)
        if (upward.isOrdinary(part)) ordinary++
        else special.push(part)
      }
    }
    const rest = (length: number, without: { readonly ordinary?: 1; readonly special?: number }) =>
      new Rest(
        attacker.law.sums('withheld', ordinary - (without.ordinary ?? 0), length),
        special.flatMap((part) => (part === without.special ? [] : [upward.weights(part, length)])),
      )
    const likelihoodWith = (remainder: Float64Array | null, without: Parameters<typeof rest>[1]) =>
      remainder && new PartLikelihood(remainder, rest(remainder.length, without))
    let remainder: Float64Array | null | undefined
    const left = () => {
      if (remainder === undefined) remainder = count && remainderOf(count, sumOf(shown, place), own)
      return remainder
    }
    /** Withheld parts of which nothing is known share one likelihood, because it is one of others. */
    const ofAlike = (): Likelihood | null => {
      if (count === null || !asReadersBut(whole, shown, special)) return likelihoodWith(left(), { ordinary: 1 })
      if (alike[place] === undefined) alike[place] = likelihoodWith(remainderOf(count, sumOf(shown, place), 0), { ordinary: 1 })
      return alike[place] && own > 0 ? new ShiftedLikelihood(alike[place], own) : alike[place]
    }
    let common: Likelihood | null | undefined
    for (const part of wantedParts) {
      if (!isWithheld(view, part)) {
        // As if it were withheld, with his own cases in it: what the others leave for it.
        const others = sumOfShown(shown.filter((one) => one !== part).map(countGiven))
        likelihoods[part] = count && likelihoodWith(remainderOf(count, others, own + ownIn(view, part)), {})
      } else if (!upward.isOrdinary(part)) likelihoods[part] = likelihoodWith(left(), { special: part })
      else {
        if (common === undefined) common = ofAlike()
        likelihoods[part] = common
      }
    }
  }

  /** Whether the attacker knows no more of a relation than readers but how many of the withheld cases are his own. */
  function asReadersBut(whole: number, shown: readonly number[], special: readonly number[]): boolean {
    const { knowsMore, suppressed } = view
    if (suppressed !== undefined || tree.relationOf[whole]! >= 0) return false
    return (
      knowsMore === null ||
      (knowsMore[whole] === 0 && shown.every((part) => knowsMore[part] === 0) && special.every((part) => ownIn(view, part) === 0))
    )
  }

  /** The distribution of the count of a whole, before its parts are looked at; null where nothing is known of it. */
  function countOfWhole(whole: number): Distribution | null {
    const likelihood = likelihoods[whole] ?? null
    const own = ownIn(view, whole)
    if (isWithheld(view, whole)) {
      if (likelihood === null) return null
      const all = likelihood.all()
      const law = attacker.law.weights(trees.law[whole]!, all.length)
      return { from: own, p: all.map((weight, others) => weight * law[others]!) }
    }
    const { from, p } = countGiven(whole)
    return likelihood === null
      ? { from, p }
      : { from, p: p.map((weight, step) => (weight > 0 ? weight * likelihood.at(from + step - own) : 0)) }
  }

  function sumOf(shown: readonly number[], place: number): Distribution {
    const { knowsMore, suppressed } = view
    if (suppressed !== undefined || (knowsMore !== null && shown.some((part) => knowsMore[part] === 1)))
      return sumOfShown(shown.map(countGiven))
    sums[place] ??= sumOfShown(shown.map(countGiven))
    return sums[place]
  }

  function countGiven(cell: number): Distribution {
    return countOf(attacker, view, cell)
  }
}

/** The cells that are asked for, and all that are wholes of relations on the way to them. */
function withParents({ relations, relationOf }: AxisTree, asked: Uint8Array): Uint8Array {
  const wanted = asked.slice()
  for (let place = relations.length - 1; place >= 0; place--) {
    const { whole, parts } = relations[place]!
    if (parts.some((part) => wanted[part] === 1 && relationOf[part] === place)) wanted[whole] = 1
  }
  return wanted
}
