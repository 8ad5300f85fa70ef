/**
 * A volume of several editions counts the cases of all of them in its crosstabs, while each edition has single tables of its own. Whoever adds
 * up a line of a crosstab and subtracts what the editions show is left with the edition that withholds the line.
 */

import { isBelow } from '../../../exact/exact-count.ts'
import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { cheapestFirst, type Finding, nameOf } from '../findings.ts'
import { type CellRelation, cellRelationsOf } from '../linked-tables/cell-relations.ts'
import { isListed, type LinkedCell, type LinkedTables, type PlacedCell } from '../linked-tables/linked-tables.ts'
import type { Attacker } from './attacker.ts'
import { evidenceFinding, evidenceIn, excess, whereTruthIsUnknown } from './bayes-factor.ts'
import { type Distribution, sum } from './distribution.ts'
import type { LawKind } from './law.ts'
import { PartLikelihood, Rest } from './part-likelihood.ts'
import { remainderOf, sumOfShown } from './remainder.ts'

/** How many cases a withheld cell of a line may hold in this model; more weighs next to nothing. */
const MOST_WITHHELD = 64

/** Withheld cells of single tables about which crosstabs of a volume say too much. */
export function auditVolumes(groups: readonly LinkedTables[], attacker: Attacker, limits: EvidenceLimits): Finding[] {
  const { minimumCases } = attacker.knowledge
  const singles = singleCells(groups)
  const found = new Map<PlacedCell, Finding>()
  for (const linked of groups) {
    const editions = linked.counted.split(' ')
    if (linked.alone || editions.length === 1) continue
    for (const { side, line, relation } of summedLines(linked)) {
      const parts = editions.flatMap((edition) => singles.get(lineName(edition, linked, side, line)) ?? [])
      if (parts.length < editions.length || !parts.some(({ cell }) => cell.status === 'withheld')) continue
      const likelihoods = likelihoodsOf(sumOf(relation.parts, attacker), parts, attacker)
      for (const [place, part] of parts.entries()) {
        const likelihood = likelihoods[place]
        if (!likelihood || found.has(part) || lawOf(part) === 'listed') continue
        const { truth } = part.cell
        if (truth !== null && !isBelow(truth, minimumCases)) continue
        const all = evidenceIn(likelihood, attacker.law.weights('withheld', likelihood.length), minimumCases)
        const evidence = truth === null ? whereTruthIsUnknown(all) : all
        if (excess(evidence, limits) === 0) continue
        const shown = relation.parts.filter(({ figure }) => figure !== null)
        const behind = cheapestFirst(linked, shown).map((one) => nameOf(linked, one))
        found.set(part, evidenceFinding(nameOf(part.linked, part.cell), evidence, limits, behind))
      }
    }
  }
  return [...found.values()]
}

/** For each part what the sum of all says about its count; null for shown ones, and where nothing fits. */
function likelihoodsOf(whole: Distribution, parts: readonly PlacedCell[], { law, countGiven }: Attacker): (Float64Array | null)[] {
  const shown = parts.flatMap(({ cell }) => (cell.figure === null ? [] : [countGiven(observed(cell, cell.figure))]))
  const remainder = remainderOf(whole, sumOfShown(shown), 0)
  return parts.map((part) => {
    if (part.cell.status !== 'withheld' || remainder === null) return null
    const others = parts.filter((other) => other !== part && other.cell.figure === null)
    const rest = new Rest(
      law.sums('withheld', 0, remainder.length),
      others.map((other) => law.weights(lawOf(other), remainder.length)),
    )
    return new PartLikelihood(remainder, rest).all()
  })
}

const lawOf = ({ linked, cell }: PlacedCell): LawKind =>
  isListed(linked.axes[0].column, linked.axes[0].lines[cell.row]!) ? 'listed' : 'withheld'

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

const observed = ({ parts, missing }: LinkedCell, figure: number) => ({ figure, parts, missing, own: 0, allOwn: false })

/** The distribution of what some cells hold together. */
function sumOf(cells: readonly LinkedCell[], { law, countGiven }: Attacker): Distribution {
  const all = sumOfShown(cells.flatMap((cell) => (cell.figure === null ? [] : [countGiven(observed(cell, cell.figure))])))
  const withheld = cells.filter((cell) => cell.figure === null).length
  return withheld === 0 ? all : sum(all, { from: 0, p: law.sums('withheld', withheld, withheld * MOST_WITHHELD + 1) })
}
