/**
 * A volume of several editions counts the people of all of them in its crosstabs, and each edition has single tables of its own. Whoever adds up
 * a line of a crosstab and takes away what the editions show is left with those of the edition that shows nothing.
 */

import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { cheapestFirst, type Finding, nameOf } from '../findings.ts'
import { type CellFamily, cellFamiliesOf } from '../linked-tables/cell-relations.ts'
import type { Block, BlockCell } from '../linked-tables/linked-tables.ts'
import { type Distribution, repeated, sum } from './distribution.ts'
import type { Attacking } from './likelihood.ts'
import { belief, type Part, priorWeight, revealed } from './posterior.ts'

/** Withheld counts beyond this weigh next to nothing in a sum. */
const MOST_WITHHELD = 60

interface Placed {
  readonly block: Block
  readonly cell: BlockCell
}

/** Withheld cells of single tables of which crosstabs of a volume make a reader too sure. */
export function auditVolumes(blocks: readonly Block[], attacker: Attacking, marks: EvidenceLimits): Finding[] {
  const singles = new Map<string, Placed>()
  for (const block of blocks.filter(({ alone }) => alone))
    for (const cell of block.cells.values()) singles.set(nameIn(block.counted, block, 0, cell.row), { block, cell })
  const found = new Map<Placed, Finding>()
  for (const block of blocks) {
    const editions = block.counted.split(' ')
    if (block.alone || editions.length === 1) continue
    for (const { side, line, family } of linesOf(block)) {
      const parts = editions.flatMap((edition) => singles.get(nameIn(edition, block, side, line)) ?? [])
      if (parts.length < editions.length || !parts.some(({ cell }) => cell.status === 'withheld')) continue
      const seen = attacker.line(
        added(family.parts, attacker),
        parts.map(({ cell }) => asPart(cell)),
      )
      parts.forEach((part, index) => {
        const weights = seen(index)
        if (part.cell.status !== 'withheld' || !weights) return
        const told = revealed(belief(0, [weights]))
        const few = part.cell.truth === null ? told.single > marks.single : part.cell.truth >= 1 && part.cell.truth <= 4
        const single = told.single > marks.single
        if (!few || (!single && told.anybody <= marks.anybody) || found.has(part)) return
        const evidence = cheapestFirst(
          block,
          family.parts.filter((one) => one.figure !== null),
        ).map((one) => nameOf(block, one))
        found.set(part, {
          cell: nameOf(part.block, part.cell),
          reason: 'audit',
          audit: 'posterior',
          lower: single ? told.others : 1,
          upper: single ? told.others : null,
          probability: single ? told.single : told.anybody,
          evidence,
        })
      })
    }
  }
  return [...found.values()]
}

interface Added {
  readonly side: 0 | 1
  readonly line: number
  readonly family: CellFamily
}

/** Lines of a crosstab, by the axis they stand on, with the families that add them up along the other axis. */
function linesOf(block: Block): Added[] {
  const totals = block.axes.map((axis) => axis.lines.findIndex((line) => line.role === 'total'))
  return cellFamiliesOf(block).flatMap((family): Added[] => {
    const { whole, along } = family
    if (along === 1 && whole.column === totals[1]) return [{ side: 0, line: whole.row, family }]
    if (along === 0 && whole.row === totals[0]) return [{ side: 1, line: whole.column, family }]
    return []
  })
}

const nameIn = (counted: string, { axes }: Block, side: 0 | 1, line: number) =>
  `${counted} ${axes[side].column} ${axes[side].lines[line]!.key}`

const asPart = ({ figure, parts, missing }: BlockCell): Part => ({ figure, parts, missing, own: 0 })

/** Weights of what some cells hold together. */
function added(cells: readonly BlockCell[], attacker: Attacking): Distribution {
  let all: Distribution = { from: 0, p: Float64Array.of(1) }
  for (const cell of cells) if (cell.figure !== null) all = sum(all, attacker.shown({ ...asPart(cell), figure: cell.figure }))
  const withheld = cells.filter((cell) => cell.figure === null).length
  const weights = Float64Array.from({ length: MOST_WITHHELD + 1 }, (_, count) => priorWeight(count))
  return withheld === 0 ? all : sum(all, { from: 0, p: repeated(weights, withheld, withheld * MOST_WITHHELD + 1) })
}
