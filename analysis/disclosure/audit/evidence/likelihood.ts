/**
 * What the lines of a block tell of its cells. Along each axis a cell is told what its family, the smallest line that it is a part of, leaves
 * it; the whole of that family has been told by its own first, up to the total.
 */
import type { CellFamily } from '../linked-tables/cell-relations.ts'
import type { Block, BlockCell } from '../linked-tables/linked-tables.ts'
import type { Distribution } from './distribution.ts'
import { laddersOf } from './hierarchies.ts'
import { type attackerWith, type Evidence, type Part, priorWeight } from './posterior.ts'

export type Attacking = ReturnType<typeof attackerWith>

export interface Telling {
  /** What one axis says of a cell: weights of its count, null where nothing is told. */
  readonly of: (cell: BlockCell, along: 0 | 1) => Evidence | null
  /** The shown cells that they come from. */
  readonly from: (cell: BlockCell, along: 0 | 1) => readonly BlockCell[]
}

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
  const { above, below } = laddersOf(block)
  const told = [new Map<BlockCell, Evidence | null>(), new Map<BlockCell, Evidence | null>()]
  const under = [new Map<BlockCell, Beneath | null>(), new Map<BlockCell, Beneath | null>()]
  /** What a family says of all its withheld cells, which is the same for each of them. */
  const saying = new Map<CellFamily, (place: number) => Evidence | null>()
  const strange = new Map<CellFamily, boolean>()

  /** The family that a cell is a part of tells it what the others leave; the whole of it has learned from its own family first. */
  function toldTo(cell: BlockCell, along: 0 | 1): Evidence | null {
    const known = told[along]!.get(cell)
    if (known !== undefined) return known
    told[along]!.set(cell, null)
    const family = above[along]!.get(cell)
    const found = family === undefined ? null : readers && stranger(family, along) ? readers.of(cell, along) : leaves(family, along, cell)
    told[along]!.set(cell, found)
    return found
  }

  /** What a family leaves one of its cells; a shown one as if it were withheld. */
  function leaves(family: CellFamily, along: 0 | 1, cell: BlockCell): Evidence | null {
    const place = family.parts.indexOf(cell)
    const withheld = figureOf(cell) === null
    const known = withheld ? saying.get(family) : undefined
    if (known !== undefined) return known(place)
    const whole = wholeOf(family, along)
    if (whole === null) return null
    const parts = family.parts.map((part) => seenIn(part, along))
    const said = attacker.line(whole, withheld ? parts : parts.with(place, { ...parts[place]!, figure: null }))
    if (withheld) saying.set(family, said)
    return said(place)
  }

  /** What is known of the whole of a family before its parts are looked at. */
  function wholeOf({ whole }: CellFamily, along: 0 | 1): Distribution | null {
    const more = toldTo(whole, along)
    const figure = figureOf(whole)
    if (figure === null) return more === null ? null : { from: 0, p: more.map((weight, count) => weight * priorWeight(count, own(whole))) }
    const { from, p } = attacker.shown({ ...partOf(whole, own(whole)), figure })
    return more === null ? { from, p } : { from, p: p.map((weight, step) => weight * (more[from + step] ?? 0)) }
  }

  /** What the figures beneath a withheld cell add up to, at the level that leaves least in the dark with the fewest figures, each of which has noise; null where there are none. */
  function beneath(cell: BlockCell, along: 0 | 1): Beneath | null {
    const levels = figureOf(cell) === null ? below[along]!.get(cell) : undefined
    if (levels === undefined) return null
    const known = under[along]!.get(cell)
    if (known !== undefined) return known
    // Two lines of the same answers lie beneath each other: neither tells of the other.
    under[along]!.set(cell, null)
    const seen = levels.map(({ parts, covered }) => ({
      parts,
      seen: [...parts.map((part) => seenIn(part, along)), ...(covered ? [] : [uncovered(cell, parts)])],
    }))
    const dark = (level: (typeof seen)[number]) => level.seen.filter((part) => part.figure === null && !part.beneath).length
    const [best] = seen
      .filter((level) => dark(level) < level.seen.length)
      .sort((one, other) => dark(one) - dark(other) || one.seen.length - other.seen.length)
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

  const seenIn = (cell: BlockCell, along: 0 | 1): Part => ({
    ...partOf(cell, own(cell)),
    figure: figureOf(cell),
    beneath: beneath(cell, along)?.counts,
  })

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

  /** The shown cells on the way from the total down to a cell, and those beside it. */
  function from(cell: BlockCell, along: 0 | 1, passed: ReadonlySet<BlockCell> = new Set()): readonly BlockCell[] {
    const family = above[along]!.get(cell)
    if (family === undefined || passed.has(cell) || toldTo(cell, along) === null) return []
    const { whole, parts } = family
    const higher = figureOf(whole) === null ? [] : [whole]
    return [
      ...higher,
      ...from(whole, along, new Set([...passed, cell])),
      ...parts.flatMap((part) => (part === cell ? [] : shownIn(part, along))),
    ]
  }

  return { of: toldTo, from: (cell, along) => from(cell, along) }
}
