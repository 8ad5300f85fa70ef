/**
 * The upward pass: what the figures of its children say about the count of a withheld cell. Of its levels the one is added up with the fewest
 * cells of which nothing is known and then the fewest cells, because every figure has noise. The children of shown cells are left out: their
 * parent's own figure says more.
 */
import { type Attacker, type AttackerView, countOf, isWithheld, ownIn } from './attacker.ts'
import type { AxisTree, CellTrees, ChildLevel } from './cell-tree.ts'
import { convolved } from './distribution.ts'
import { sumOfShown } from './remainder.ts'

/** For each withheld cell the level that is added up; undefined for a shown cell, and where no child is shown. */
export type AddedLevels = readonly (ChildLevel | undefined)[]

export function addedLevels(tree: AxisTree, view: AttackerView): AddedLevels {
  const added = new Array<ChildLevel | undefined>(tree.levels.length).fill(undefined)
  for (const cell of tree.upward) {
    if (!isWithheld(view, cell)) continue
    let fewest = { unknown: Number.POSITIVE_INFINITY, size: 0 }
    for (const level of tree.levels[cell]!) {
      const uncovered = level.unlisted > 0 ? 1 : 0
      let unknown = uncovered
      for (const part of level.parts) if (isWithheld(view, part) && added[part] === undefined) unknown++
      const size = level.parts.length + uncovered
      if (unknown === size || unknown > fewest.unknown || (unknown === fewest.unknown && size >= fewest.size)) continue
      fewest = { unknown, size }
      added[cell] = level
    }
  }
  return added
}

export interface Upward {
  /** Whether a withheld part is one of many of which nothing is known but the law of a withheld cell. */
  readonly isOrdinary: (cell: number) => boolean
  /** The weights of 0, 1, 2 … others in a withheld cell: the law, times what its children say. */
  readonly weights: (cell: number, length: number) => Float64Array
  /** The shown children whose figures are added up for a cell, down to the lowest. */
  readonly shownWithin: (cell: number) => readonly number[]
}

export function upward({ law: kinds }: CellTrees, added: AddedLevels, attacker: Attacker, view: AttackerView): Upward {
  const { law } = attacker
  const known = new Map<number, Float64Array>()

  function weights(cell: number, length: number): Float64Array {
    const before = known.get(cell)
    if (before !== undefined && before.length >= length) return before
    const level = added[cell]
    const alone = law.weights(kinds[cell]!, length)
    if (level === undefined) return alone
    const own = ownIn(view, cell)
    const within = countsWithin(level, own, own + length)
    const found = Float64Array.from({ length }, (_, others) => alone[others]! * within[own + others]!)
    known.set(cell, found)
    return found
  }

  /** Weights of the counts of a cell below `length`, from the cells of one of its levels. */
  function countsWithin({ parts, unlisted }: ChildLevel, own: number, length: number): Float64Array {
    const { ordinary, special, shown, ownWithheld, ownShown } = sorted(parts)
    const sum = sumOfShown(shown.map((part) => countOf(attacker, view, part)))
    // His own cases in categories without a line are known to him.
    const uncovered = unlisted > 0 ? Math.max(0, own - ownWithheld - ownShown) : 0
    const from = sum.from + ownWithheld + uncovered
    const counts = new Float64Array(length)
    if (from >= length) return counts
    counts.set(sum.p.subarray(0, length - from), from)
    let all = ordinary > 0 ? convolved(counts, law.sums('withheld', ordinary, length), length) : counts
    if (unlisted > 0) all = convolved(all, law.sums('unlisted', unlisted, length), length)
    for (const part of special) all = convolved(all, weights(part, length), length)
    return all
  }

  function sorted(parts: Int32Array) {
    const found = { ordinary: 0, special: [] as number[], shown: [] as number[], ownWithheld: 0, ownShown: 0 }
    for (const part of parts) {
      if (!isWithheld(view, part)) {
        found.shown.push(part)
        found.ownShown += ownIn(view, part)
        continue
      }
      found.ownWithheld += ownIn(view, part)
      if (isOrdinary(part)) found.ordinary++
      else found.special.push(part)
    }
    return found
  }

  const isOrdinary = (cell: number) => added[cell] === undefined && kinds[cell] === 'withheld'

  const shownWithin = (cell: number): readonly number[] =>
    isWithheld(view, cell) ? [...(added[cell]?.parts ?? [])].flatMap(shownWithin) : [cell]

  return { isOrdinary, weights, shownWithin }
}
