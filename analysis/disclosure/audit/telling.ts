/**
 * What the lines of a block tell of its cells. Along each axis a cell is told what its family, the smallest line that it is a part of, leaves
 * it; the whole of that family has been told by its own first, up to the total.
 */
import { type CellFamily, cellFamiliesOf } from './block-families.ts'
import type { Block, BlockCell } from './blocks.ts'
import type { Distribution } from './distribution.ts'
import { type attackerWith, type Evidence, priorWeight } from './posterior.ts'

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
  const above = familiesAbove(block)
  const told = [new Map<BlockCell, Told | null>(), new Map<BlockCell, Told | null>()]
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
    const parts = family.parts.map((part) => (part === cell ? { ...seenIn(part), figure: null } : seenIn(part)))
    const seen = (figureOf(cell) === null && saying.get(family)) || attacker.line(whole.counts, parts)
    if (figureOf(cell) === null) saying.set(family, seen)
    const weights = seen(family.parts.indexOf(cell))
    const from = [...whole.from, ...family.parts.filter((part) => figureOf(part) !== null && part !== cell)]
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

type FamiliesAbove = readonly ReadonlyMap<BlockCell, CellFamily>[]

/** Worked out once a block: every contributor asks for it. */
const remembered = new WeakMap<Block, FamiliesAbove>()

function familiesAbove(block: Block): FamiliesAbove {
  const known = remembered.get(block)
  if (known !== undefined) return known
  const families = cellFamiliesOf(block)
  const found = [0, 1].map((along) => smallest(families.filter((family) => family.along === along)))
  remembered.set(block, found)
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
