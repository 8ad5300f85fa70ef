/**
 * What the lines of a block tell of its cells. Along each axis a cell is told what its family, the smallest line that it is a part of, leaves
 * it; the whole of that family has been told by its own first, up to the total.
 */
import { type CellFamily, cellFamiliesOf, partsOfCells } from './block-families.ts'
import type { Block, BlockCell } from './blocks.ts'
import type { Distribution } from './distribution.ts'
import { type attackerWith, type Evidence, type Part, priorWeight } from './posterior.ts'

export type Attacking = ReturnType<typeof attackerWith>

/** What one axis says of a cell: weights of its count, and the shown cells that they come from. */
export interface Told {
  readonly weights: Evidence
  readonly from: readonly BlockCell[]
}

/** Null where nothing is told along this axis. */
export type Telling = (cell: BlockCell, along: 0 | 1) => Told | null

/** A shown cell of which he knows everybody is one whose lines say so: any other would be withheld for his sake. */
export const partOf = ({ figure, parts, missing, truth }: BlockCell, own: number) => ({
  figure,
  parts,
  missing,
  own,
  all: own > 0 && own === truth,
})

/** What figures beneath a withheld cell say of its count, as weights as far as `length`. */
interface Beneath {
  readonly counts: (length: number) => Evidence
  readonly from: readonly BlockCell[]
}

interface Knowing {
  /** How many cases of a cell he knows because they are his; nobody's for a reader. */
  readonly own?: ((cell: BlockCell) => number) | undefined
  /** A shown cell, as if it were withheld. */
  readonly gone?: BlockCell
  /** What readers are told of this very block: the same is told to him where he has no cases, on the whole way up to the total. */
  readonly readers?: Telling
}

export function tellingOf(block: Block, attacker: Attacking, { own = () => 0, gone, readers }: Knowing = {}): Telling {
  const figureOf = (cell: BlockCell) => (cell === gone ? null : cell.figure)
  const seenIn = (cell: BlockCell) => (cell === gone ? { ...partOf(cell, own(cell)), figure: null } : partOf(cell, own(cell)))
  const { above, below } = laddersOf(block)
  const told = [new Map<BlockCell, Told | null>(), new Map<BlockCell, Told | null>()]
  const under = [new Map<BlockCell, Beneath | null>(), new Map<BlockCell, Beneath | null>()]
  /** What a family says of all its withheld cells, which is the same for each of them. */
  const saying = new Map<CellFamily, (place: number) => Evidence | null>()
  const strange = new Map<CellFamily, boolean>()

  /** The family that a cell is a part of tells it what the others leave; the whole of it has learned from its own family first. */
  function toldTo(cell: BlockCell, along: 0 | 1): Told | null {
    const known = told[along]!.get(cell)
    if (known !== undefined) return known
    told[along]!.set(cell, null)
    const family = above[along]!.get(cell)
    if (family && readers && stranger(family, along)) {
      const found = readers(cell, along)
      told[along]!.set(cell, found)
      return found
    }
    const whole = family && wholeOf(family, along)
    if (!family || !whole) return null
    const parts = family.parts.map((part) => (part === cell ? { ...withBeneath(part, along), figure: null } : withBeneath(part, along)))
    const seen = (figureOf(cell) === null && saying.get(family)) || attacker.line(whole.counts, parts)
    if (figureOf(cell) === null) saying.set(family, seen)
    const weights = seen(family.parts.indexOf(cell))
    const from = [...whole.from, ...family.parts.flatMap((part) => (part === cell ? [] : shownIn(part, along)))]
    const found = weights && { weights, from }
    told[along]!.set(cell, found)
    return found
  }

  function wholeOf({ whole }: CellFamily, along: 0 | 1): { counts: Distribution; from: readonly BlockCell[] } | null {
    const more = toldTo(whole, along)
    const figure = figureOf(whole)
    if (figure === null)
      return more === null
        ? null
        : { counts: { from: 0, p: more.weights.map((weight, n) => weight * priorWeight(n, own(whole))) }, from: more.from }
    const counts = attacker.shown({ ...seenIn(whole), figure })
    const from = [whole, ...(more?.from ?? [])]
    return {
      counts: more === null ? counts : { from: counts.from, p: counts.p.map((weight, n) => weight * (more.weights[counts.from + n] ?? 0)) },
      from,
    }
  }

  /** What the figures beneath a withheld cell add up to, at the level that leaves least in the dark; null where there are none. */
  function beneath(cell: BlockCell, along: 0 | 1): Beneath | null {
    const known = under[along]!.get(cell)
    if (known !== undefined) return known
    // Two lines of the same answers lie beneath each other: neither tells of the other.
    under[along]!.set(cell, null)
    const levels = figureOf(cell) === null ? (below[along]!.get(cell) ?? []) : []
    const seen = levels.map(({ parts, covered }) => ({
      parts,
      seen: [...parts.map((part) => withBeneath(part, along)), ...(covered ? [] : [uncovered(cell, parts)])],
    }))
    const dark = (level: (typeof seen)[number]) => level.seen.filter((part) => part.figure === null && !part.beneath).length
    const [best] = seen.filter((level) => dark(level) < level.seen.length).sort((one, other) => dark(one) - dark(other))
    const found = best ? { from: best.parts.flatMap((part) => shownIn(part, along)), counts: sums(best.seen) } : null
    under[along]!.set(cell, found)
    return found
  }

  /** Those of a cell who stand on none of these finer lines: nothing is said of them, as of a withheld cell. */
  const uncovered = (cell: BlockCell, finer: readonly BlockCell[]): Part => ({
    figure: null,
    parts: 1,
    missing: 0,
    own: Math.max(0, own(cell) - finer.reduce((sum, part) => sum + own(part), 0)),
  })

  const withBeneath = (cell: BlockCell, along: 0 | 1): Part => ({ ...seenIn(cell), beneath: beneath(cell, along)?.counts })

  /** The cell, if it is shown, or else the shown ones beneath it. */
  const shownIn = (cell: BlockCell, along: 0 | 1) => (figureOf(cell) === null ? (beneath(cell, along)?.from ?? []) : [cell])

  /** Every line that is as long asks for the same sum. */
  function sums(parts: readonly Part[]): (length: number) => Evidence {
    const found = new Map<number, Evidence>()
    return (length) => {
      const known = found.get(length) ?? attacker.sumOf(parts, length)
      found.set(length, known)
      return known
    }
  }

  /** Whether he has no case in the family, nor in any on the way from its whole up to the total. */
  function stranger(family: CellFamily, along: 0 | 1): boolean {
    const known = strange.get(family)
    if (known !== undefined) return known
    strange.set(family, false)
    const higher = above[along]!.get(family.whole)
    const found =
      own(family.whole) === 0 && family.parts.every((part) => own(part) === 0) && (higher === undefined || stranger(higher, along))
    strange.set(family, found)
    return found
  }

  return toldTo
}

/** Cells of one level inside another cell, and whether they hold everybody there. */
interface Level {
  readonly parts: readonly BlockCell[]
  readonly covered: boolean
}

/** Along each axis the family that tells a cell most, and those that a cell is the whole of. */
interface Ladders {
  readonly above: readonly ReadonlyMap<BlockCell, CellFamily>[]
  readonly below: readonly ReadonlyMap<BlockCell, readonly Level[]>[]
}

/** Worked out once a block: every contributor asks for it. */
const remembered = new WeakMap<Block, Ladders>()

function laddersOf(block: Block): Ladders {
  const known = remembered.get(block)
  if (known !== undefined) return known
  const families = cellFamiliesOf(block)
  const along = [0, 1].map((axis) => families.filter((family) => family.along === axis))
  const parts = partsOfCells(block)
  const below = along.map((full, axis) =>
    beneathEach(
      full,
      parts.filter((family) => family.along === axis),
    ),
  )
  const found = { above: along.map(smallest), below }
  remembered.set(block, found)
  return found
}

function beneathEach(full: readonly CellFamily[], partly: readonly CellFamily[]): ReadonlyMap<BlockCell, readonly Level[]> {
  const found = new Map<BlockCell, Level[]>()
  const add = ({ whole, parts }: CellFamily, covered: boolean) => found.set(whole, [...(found.get(whole) ?? []), { parts, covered }])
  for (const family of full) if (!family.parts.includes(family.whole)) add(family, true)
  for (const family of partly) add(family, false)
  return found
}

/** For each cell the family with the fewest parts among those that it is a part of: the others say less, with the same figures. */
function smallest(families: readonly CellFamily[]): ReadonlyMap<BlockCell, CellFamily> {
  const found = new Map<BlockCell, CellFamily>()
  for (const family of families) {
    if (family.parts.length === 1 && family.parts[0] === family.whole) continue
    for (const part of family.parts) {
      const before = found.get(part)
      if (before === undefined || family.parts.length < before.parts.length) found.set(part, family)
    }
  }
  return found
}
