/** The audit of beliefs: how sure an attacker is of each withheld cell of a block, and whether that is more than the marks allow. */

import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { cheapestFirst, type Finding, nameOf } from '../findings.ts'
import type { Block, BlockCell } from '../linked-tables/linked-tables.ts'
import { type Attacking, partOf, type Telling, tellingOf } from './likelihood.ts'
import { belief, type Revealed, revealed } from './posterior.ts'

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

/**
 * What an attacker believes of every withheld cell of the block; an insider also of the others in shown cells where he has cases.
 * @param asked only of these cells
 * @param toldTo what the lines tell him, if that is known
 */
export function beliefsIn(
  block: Block,
  attacker: Attacking,
  insider?: Insider,
  asked: (cell: BlockCell) => boolean = () => true,
  toldTo: Telling = tellingOf(block, attacker, { own: insider?.own }),
): Believed[] {
  const own = (cell: BlockCell) => insider?.own(cell) ?? 0
  return [...block.cells.values()].flatMap((cell) => {
    if (cell.status === 'not_applicable' || (cell.status === 'shown' && own(cell) === 0) || !asked(cell)) return []
    const lines = AXES.flatMap((along) => {
      const weights = toldTo.of(cell, along)
      return weights === null ? [] : [weights]
    })
    const seen = cell.figure === null ? null : attacker.shown({ ...partOf(cell, own(cell)), figure: cell.figure })
    const chances = belief(own(cell), lines, seen)
    const from = [...(seen === null ? [] : [cell]), ...AXES.flatMap((along) => toldTo.from(cell, along))]
    return [{ cell, chances, revealed: revealed(chances), from }]
  })
}

/**
 * Withheld cells of which somebody may be too sure: readers first, then each insider. With the truth at hand only those that hold 1 to 4 others are judged. What a shown cell
 * leaves an insider is a rule of the policy (three others at least), and no belief about it is judged: decision 18 has the price.
 */
export function auditBeliefs(block: Block, attacker: Attacking, marks: EvidenceLimits, insiders: readonly Insider[]): Finding[] {
  const readers = tellingOf(block, attacker)
  const told = insiders.flatMap((insider) => {
    const toldTo = tellingOf(block, attacker, { own: insider.own, readers })
    // Where he is told what readers are told, and knows nobody, the finding would be theirs again.
    const more = (cell: BlockCell) => insider.own(cell) > 0 || AXES.some((along) => toldTo.of(cell, along) !== readers.of(cell, along))
    return auditBeliefsOf(block, attacker, marks, { insider, toldTo, more })
  })
  return [...auditBeliefsOf(block, attacker, marks, { toldTo: readers, more: () => true }), ...told]
}

const AXES = [0, 1] as const

interface Hearer {
  readonly insider?: Insider
  readonly toldTo: Telling
  /** Whether he is told more of a cell than somebody who was heard before. */
  readonly more: (cell: BlockCell) => boolean
}

function auditBeliefsOf(block: Block, attacker: Attacking, marks: EvidenceLimits, { insider, toldTo, more }: Hearer): Finding[] {
  const others = (cell: BlockCell) => (cell.truth === null ? null : cell.truth - (insider?.own(cell) ?? 0))
  const asked = (cell: BlockCell) => {
    const left = others(cell)
    return cell.status === 'withheld' && (left === null || (left >= 1 && left <= 4)) && more(cell)
  }
  return beliefsIn(block, attacker, insider, asked, toldTo).flatMap(({ cell, chances, revealed: told, from }) => {
    const few = chances.slice(1, 5).reduce((sum, chance) => sum + chance, 0)
    // Without the truth a cell of fifty, withheld for another's sake, also says "somebody": only where few are likely does that matter.
    const anybody = others(cell) !== null || few > 0.5 ? told.anybody : 0
    if (told.single <= marks.single && anybody <= marks.anybody) return []
    const single = told.single > marks.single
    /** How far above a mark he is if another cell goes. */
    const excess = (gone: BlockCell) => {
      const [then] = beliefsIn(block, attacker, insider, (one) => one === cell, tellingOf(block, attacker, { own: insider?.own, gone }))
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
