/** The audit of beliefs: how sure an attacker is of each withheld cell of a block, and whether that is more than the marks allow. */
import { type CellFamily, cellFamiliesOf } from './block-families.ts'
import type { Block, BlockCell } from './blocks.ts'
import type { Distribution } from './distribution.ts'
import { cheapestFirst, type Finding, nameOf } from './findings.ts'
import { type attackerWith, belief, type Evidence, priorWeight, type Revealed, revealed } from './posterior.ts'

/** Chances above which a release tells too much. */
export interface Marks {
  /** For any single number of persons from 1 to 4. */
  readonly single: number
  /** For "there is somebody". */
  readonly anybody: number
}

export interface Insider {
  /** Name for the editors, such as a contributor's; readers are not insiders. */
  readonly id: string
  /** How many cases of a cell he knows because they are his. */
  readonly own: (cell: BlockCell) => number
}

/** One cell, and what an attacker makes of it. */
export interface Believed {
  readonly cell: BlockCell
  /** Of 0, 1, 2 … others. */
  readonly chances: Float64Array
  readonly revealed: Revealed
  /** Shown cells that went into it. */
  readonly from: readonly BlockCell[]
}

export type Attacking = ReturnType<typeof attackerWith>

/** What one axis says of a cell: weights of its count, and the shown cells that they come from. */
interface Told {
  readonly weights: Evidence
  readonly from: readonly BlockCell[]
}

/**
 * What an attacker believes of every withheld cell of the block; an insider also of the others in shown cells where he has cases.
 * @param asked only of these cells
 * @param gone a shown cell, as if it were withheld
 */
export function beliefsIn(
  block: Block,
  attacker: Attacking,
  insider?: Insider,
  asked: (cell: BlockCell) => boolean = () => true,
  gone?: BlockCell,
): Believed[] {
  const own = (cell: BlockCell) => insider?.own(cell) ?? 0
  const figureOf = (cell: BlockCell) => (cell === gone ? null : cell.figure)
  // A shown cell of which he knows everybody is one whose lines say so: any other would be withheld for his sake.
  const seenIn = (cell: BlockCell) => {
    const known = own(cell)
    return { figure: figureOf(cell), parts: cell.parts, missing: cell.missing, own: known, all: known > 0 && known === cell.truth }
  }
  const above = familiesAbove(block)
  const told = [new Map<BlockCell, Told | null>(), new Map<BlockCell, Told | null>()]
  /** What a family says of all its withheld cells, which is the same for each of them. */
  const saying = new Map<CellFamily, (place: number) => Evidence | null>()

  /** The family that a cell is a part of tells it what the others leave; the whole of it has learned from its own family first. */
  function toldTo(cell: BlockCell, along: 0 | 1): Told | null {
    const known = told[along]!.get(cell)
    if (known !== undefined) return known
    told[along]!.set(cell, null)
    const family = above[along]!.get(cell)
    const whole = family && wholeOf(family, along)
    if (!family || !whole) return null
    const parts = family.parts.map((part) => ({ ...seenIn(part), ...(part === cell ? { figure: null } : {}) }))
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

  return [...block.cells.values()].flatMap((cell) => {
    if (cell.status === 'not_applicable' || (cell.status === 'shown' && own(cell) === 0) || !asked(cell)) return []
    const lines = ([0, 1] as const).flatMap((along) => toldTo(cell, along) ?? [])
    const seen = cell.figure === null ? null : attacker.shown({ ...seenIn(cell), figure: cell.figure })
    const chances = belief(
      own(cell),
      lines.map(({ weights }) => weights),
      seen,
    )
    const from = [...(seen === null ? [] : [cell]), ...lines.flatMap((line) => line.from)]
    return [{ cell, chances, revealed: revealed(chances), from }]
  })
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

/**
 * Withheld cells of which somebody may be too sure. With the truth at hand only those that hold 1 to 4 others are judged. What a shown cell
 * leaves an insider is a rule of the policy (three others at least), and no belief about it is judged: decision 18 has the price.
 */
export function auditBeliefs(block: Block, attacker: Attacking, marks: Marks, insider?: Insider): Finding[] {
  const others = (cell: BlockCell) => (cell.truth === null ? null : cell.truth - (insider?.own(cell) ?? 0))
  const asked = (cell: BlockCell) => {
    const left = others(cell)
    return cell.status === 'withheld' && (left === null || (left >= 1 && left <= 4))
  }
  return beliefsIn(block, attacker, insider, asked).flatMap(({ cell, chances, revealed: told, from }) => {
    const few = chances.slice(1, 5).reduce((sum, chance) => sum + chance, 0)
    // Without the truth a cell of fifty, withheld for another's sake, also says "somebody": only where few are likely does that matter.
    const anybody = others(cell) !== null || few > 0.5 ? told.anybody : 0
    if (told.single <= marks.single && anybody <= marks.anybody) return []
    const single = told.single > marks.single
    /** How far above a mark he is if another cell goes. */
    const excess = (gone: BlockCell) => {
      const [then] = beliefsIn(block, attacker, insider, (one) => one === cell, gone)
      return then === undefined
        ? 0
        : Math.max(0, then.revealed.single - marks.single, anybody > 0 ? then.revealed.anybody - marks.anybody : 0)
    }
    return [
      {
        cell: nameOf(block, cell),
        reason: 'audit',
        audit: 'posterior',
        lower: single ? told.others : 1,
        upper: single ? told.others : null,
        probability: single ? told.single : anybody,
        evidence: mendingFirst(cheapestFirst(block, from), excess).map((one) => nameOf(block, one)),
      },
    ]
  })
}

/** Of cells in the order of what they cost: first those by whose loss alone the attacker is sure no more, then those that help most. */
function mendingFirst(cells: readonly BlockCell[], excess: (gone: BlockCell) => number): BlockCell[] {
  const left = new Map(cells.map((cell) => [cell, excess(cell)]))
  return [...cells].sort((one, other) => left.get(one)! - left.get(other)!)
}
