/**
 * For each cell of linked tables, and along each of its axes: the likelihood of its count given its parent and its siblings, computed from the
 * total down. The cell is part of one additive relation, whose whole, the parent, is known from its own figure and from the relation that it is
 * part of in turn; siblings are known from their figures or, where they are withheld, from those of their children.
 */
import { plainNumber } from '../../../exact/exact-count.ts'
import type { CellRelation } from '../linked-tables/cell-relations.ts'
import type { LinkedCell, LinkedTables } from '../linked-tables/linked-tables.ts'
import type { Attacker, Likelihood, ObservedCell } from './attacker.ts'
import type { Distribution } from './distribution.ts'
import { cellHierarchiesOf } from './hierarchies.ts'
import { priorWeight } from './prior.ts'

export interface CellLikelihoods {
  /** The likelihood of the counts of a cell along one axis; null where no published figure bears on it. */
  readonly of: (cell: LinkedCell, along: 0 | 1) => Likelihood | null
  /** The shown cells that it comes from. */
  readonly from: (cell: LinkedCell, along: 0 | 1) => readonly LinkedCell[]
}

/**
 * A cell as an attacker observes it of whose cases so many are his own. If all are, its lines say so: any other cell of his alone would be
 * withheld on his account.
 */
export const observedCell = ({ figure, parts, missing, truth }: LinkedCell, own: number) => ({
  figure,
  parts,
  missing,
  own,
  allOwn: own > 0 && truth !== null && own === plainNumber(truth),
})

/** What the figures of its children say about a withheld cell. */
interface FromChildren {
  /** The likelihood of its counts below `length`. */
  readonly counts: (length: number) => Likelihood
  /** The shown cells that it comes from. */
  readonly from: readonly LinkedCell[]
}

interface Given {
  /** How many cases of a cell are the attacker's own; none are a reader's. */
  readonly own?: ((cell: LinkedCell) => number) | undefined
  /** A shown cell to be treated as withheld. */
  readonly suppressed?: LinkedCell
  /** The likelihoods of readers for the same linked tables: they are his too along each relation in which, and in whose parents, he has no cases. */
  readonly readers?: CellLikelihoods
}

export function cellLikelihoods(
  linked: LinkedTables,
  attacker: Attacker,
  { own = () => 0, suppressed, readers }: Given = {},
): CellLikelihoods {
  const figureOf = (cell: LinkedCell) => (cell === suppressed ? null : cell.figure)
  const { parentRelation, childLevels } = cellHierarchiesOf(linked)
  const known = [new Map<LinkedCell, Likelihood | null>(), new Map<LinkedCell, Likelihood | null>()]
  const knownFromChildren = [new Map<LinkedCell, FromChildren | null>(), new Map<LinkedCell, FromChildren | null>()]
  /** The likelihoods within a relation for all of its withheld cells. */
  const knownWithin = new Map<CellRelation, (place: number) => Likelihood | null>()
  const knownWithoutOwn = new Map<CellRelation, boolean>()

  /** The likelihood of a cell given its parent and siblings; that of the parent is worked out first. */
  function likelihoodOf(cell: LinkedCell, along: 0 | 1): Likelihood | null {
    const before = known[along]!.get(cell)
    if (before !== undefined) return before
    known[along]!.set(cell, null)
    const relation = parentRelation[along]!.get(cell)
    const found =
      relation === undefined
        ? null
        : readers && withoutOwn(relation, along)
          ? readers.of(cell, along)
          : likelihoodWithin(relation, along, cell)
    known[along]!.set(cell, found)
    return found
  }

  /** The likelihood of one cell of a relation given the others; a shown one as if it were withheld. */
  function likelihoodWithin(relation: CellRelation, along: 0 | 1, cell: LinkedCell): Likelihood | null {
    const place = relation.parts.indexOf(cell)
    const withheld = figureOf(cell) === null
    const before = withheld ? knownWithin.get(relation) : undefined
    if (before !== undefined) return before(place)
    const whole = countOfWhole(relation, along)
    if (whole === null) return null
    const parts = relation.parts.map((part) => observed(part, along))
    const likelihoods = attacker.likelihoods(whole, withheld ? parts : parts.with(place, { ...parts[place]!, figure: null }))
    if (withheld) knownWithin.set(relation, likelihoods)
    return likelihoods(place)
  }

  /** The distribution of the count of the whole of a relation, before its parts are looked at; null where nothing is known of it. */
  function countOfWhole({ whole }: CellRelation, along: 0 | 1): Distribution | null {
    const likelihood = likelihoodOf(whole, along)
    const figure = figureOf(whole)
    if (figure === null)
      return likelihood === null ? null : { from: 0, p: likelihood.map((weight, count) => weight * priorWeight(count, own(whole))) }
    const { from, p } = attacker.countGiven({ ...observedCell(whole, own(whole)), figure })
    return likelihood === null ? { from, p } : { from, p: p.map((weight, step) => weight * (likelihood[from + step] ?? 0)) }
  }

  /**
   * What its children say about a withheld cell; null where none is shown. Of its levels the one is added up with the fewest cells of which
   * nothing is known and then the fewest cells, because every figure has noise.
   */
  function fromChildren(cell: LinkedCell, along: 0 | 1): FromChildren | null {
    const levels = figureOf(cell) === null ? childLevels[along]!.get(cell) : undefined
    if (levels === undefined) return null
    const before = knownFromChildren[along]!.get(cell)
    if (before !== undefined) return before
    // Two lines of the same answers are children of each other: from neither anything follows for the other.
    knownFromChildren[along]!.set(cell, null)
    const observedLevels = levels.map(({ parts, covered }) => ({
      parts,
      cells: [...parts.map((part) => observed(part, along)), ...(covered ? [] : [onNoChild(cell, parts)])],
    }))
    const unknown = (level: (typeof observedLevels)[number]) =>
      level.cells.filter(({ figure, children }) => figure === null && !children).length
    const [best] = observedLevels
      .filter((level) => unknown(level) < level.cells.length)
      .sort((one, other) => unknown(one) - unknown(other) || one.cells.length - other.cells.length)
    const found = best ? { from: best.parts.flatMap((part) => shownIn(part, along)), counts: sumOf(best.cells) } : null
    knownFromChildren[along]!.set(cell, found)
    return found
  }

  /** The cases of a cell that are in none of these children, as a withheld cell of its own. */
  const onNoChild = (cell: LinkedCell, children: readonly LinkedCell[]): ObservedCell => ({
    figure: null,
    parts: 1,
    missing: 0,
    own: Math.max(0, own(cell) - children.reduce((sum, part) => sum + own(part), 0)),
  })

  const observed = (cell: LinkedCell, along: 0 | 1): ObservedCell => ({
    ...observedCell(cell, own(cell)),
    figure: figureOf(cell),
    children: fromChildren(cell, along)?.counts,
  })

  /** The cell, if it is shown, or else its shown children. */
  const shownIn = (cell: LinkedCell, along: 0 | 1) => (figureOf(cell) === null ? (fromChildren(cell, along)?.from ?? []) : [cell])

  /** The weights of what several cells hold together, remembered by length: relations of the same length ask for the same sum. */
  function sumOf(parts: readonly ObservedCell[]): (length: number) => Likelihood {
    const found = new Map<number, Likelihood>()
    return (length) => {
      const sum = found.get(length) ?? attacker.sumOf(parts, length)
      found.set(length, sum)
      return sum
    }
  }

  /** Whether the attacker has no cases in a relation, nor in those of its parents up to the total. */
  function withoutOwn(relation: CellRelation, along: 0 | 1): boolean {
    const before = knownWithoutOwn.get(relation)
    if (before !== undefined) return before
    knownWithoutOwn.set(relation, false)
    const parent = parentRelation[along]!.get(relation.whole)
    const found =
      own(relation.whole) === 0 && relation.parts.every((part) => own(part) === 0) && (parent === undefined || withoutOwn(parent, along))
    knownWithoutOwn.set(relation, found)
    return found
  }

  /** The shown cells behind the likelihood of a cell: its parents up to the total, and their parts. */
  function shownBehind(cell: LinkedCell, along: 0 | 1, passed: ReadonlySet<LinkedCell> = new Set()): readonly LinkedCell[] {
    const relation = parentRelation[along]!.get(cell)
    if (relation === undefined || passed.has(cell) || likelihoodOf(cell, along) === null) return []
    const { whole, parts } = relation
    return [
      ...(figureOf(whole) === null ? [] : [whole]),
      ...shownBehind(whole, along, new Set([...passed, cell])),
      ...parts.flatMap((part) => (part === cell ? [] : shownIn(part, along))),
    ]
  }

  return { of: likelihoodOf, from: (cell, along) => shownBehind(cell, along) }
}
