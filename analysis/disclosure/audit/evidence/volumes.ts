/**
 * A volume of several editions counts the cases of all of them in its crosstabs, while each edition has single tables of its own. Whoever adds
 * up a line of a crosstab and subtracts what the editions show is left with the edition that withholds the line.
 */

import { isFew } from '../../../exact/exact-count.ts'
import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { cheapestFirst, type Finding, nameOf } from '../findings.ts'
import { type CellRelation, cellRelationsOf } from '../linked-tables/cell-relations.ts'
import type { LinkedCell, LinkedTables, PlacedCell } from '../linked-tables/linked-tables.ts'
import type { Attacker, ObservedCell } from './attacker.ts'
import { type Distribution, repeated, sum } from './distribution.ts'
import { disclosureRisk, posteriorOf } from './posterior.ts'
import { priorWeights } from './prior.ts'

/** How many cases a withheld cell of a line may hold in this model; more weighs next to nothing. */
const MOST_WITHHELD = 60

/** Withheld cells of single tables of which crosstabs of a volume make a reader too sure. */
export function auditVolumes(groups: readonly LinkedTables[], attacker: Attacker, limits: EvidenceLimits): Finding[] {
  const singles = singleCells(groups)
  const found = new Map<PlacedCell, Finding>()
  for (const linked of groups) {
    const editions = linked.counted.split(' ')
    if (linked.alone || editions.length === 1) continue
    for (const { side, line, relation } of summedLines(linked)) {
      const parts = editions.flatMap((edition) => singles.get(lineName(edition, linked, side, line)) ?? [])
      if (parts.length < editions.length || !parts.some(({ cell }) => cell.status === 'withheld')) continue
      const likelihoods = attacker.likelihoods(
        sumOf(relation.parts, attacker),
        parts.map(({ cell }) => observed(cell)),
      )
      parts.forEach((part, place) => {
        const likelihood = likelihoods(place)
        if (part.cell.status !== 'withheld' || !likelihood) return
        const risk = disclosureRisk(posteriorOf(0, [likelihood]))
        const few = part.cell.truth === null ? risk.single > limits.single : isFew(part.cell.truth)
        const single = risk.single > limits.single
        if (!few || (!single && risk.anybody <= limits.anybody) || found.has(part)) return
        const shown = relation.parts.filter(({ figure }) => figure !== null)
        found.set(part, {
          cell: nameOf(part.linked, part.cell),
          reason: 'audit',
          audit: 'posterior',
          lower: single ? risk.others : 1,
          upper: single ? risk.others : null,
          probability: single ? risk.single : risk.anybody,
          evidence: cheapestFirst(linked, shown).map((one) => nameOf(linked, one)),
        })
      })
    }
  }
  return [...found.values()]
}

/** The cells of single tables, by the name of their line. */
function singleCells(groups: readonly LinkedTables[]): ReadonlyMap<string, PlacedCell> {
  const singles = new Map<string, PlacedCell>()
  for (const linked of groups.filter(({ alone }) => alone))
    for (const cell of linked.cells.values()) singles.set(lineName(linked.counted, linked, 0, cell.row), { linked, cell })
  return singles
}

interface SummedLine {
  /** The axis on which the line stands, and its index there. */
  readonly side: 0 | 1
  readonly line: number
  /** Adds up the line along the other axis, to its margin. */
  readonly relation: CellRelation
}

/** The lines of a crosstab, each as often as there are relations that add it up. */
function summedLines(linked: LinkedTables): SummedLine[] {
  const totals = linked.axes.map((axis) => axis.lines.findIndex((line) => line.role === 'total'))
  return cellRelationsOf(linked).flatMap((relation): SummedLine[] => {
    const { whole, along } = relation
    if (along === 1 && whole.column === totals[1]) return [{ side: 0, line: whole.row, relation }]
    if (along === 0 && whole.row === totals[0]) return [{ side: 1, line: whole.column, relation }]
    return []
  })
}

const lineName = (counted: string, { axes }: LinkedTables, side: 0 | 1, line: number) =>
  `${counted} ${axes[side].column} ${axes[side].lines[line]!.key}`

const observed = ({ figure, parts, missing }: LinkedCell): ObservedCell => ({ figure, parts, missing, own: 0 })

/** The distribution of what some cells hold together. */
function sumOf(cells: readonly LinkedCell[], attacker: Attacker): Distribution {
  let all: Distribution = { from: 0, p: Float64Array.of(1) }
  for (const cell of cells) if (cell.figure !== null) all = sum(all, attacker.countGiven({ ...observed(cell), figure: cell.figure }))
  const withheld = cells.filter((cell) => cell.figure === null).length
  const weights = priorWeights(0, MOST_WITHHELD + 1)
  return withheld === 0 ? all : sum(all, { from: 0, p: repeated(weights, withheld, withheld * MOST_WITHHELD + 1) })
}
