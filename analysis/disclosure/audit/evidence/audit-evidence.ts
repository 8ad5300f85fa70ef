/** The audit of evidence: how sure an attacker may be of each withheld cell, and whether that is more than the policy allows. */

import { exactCount, isFew, minus } from '../../../exact/exact-count.ts'
import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { cheapestFirst, type Finding, nameOf } from '../findings.ts'
import type { LinkedCell, LinkedTables } from '../linked-tables/linked-tables.ts'
import type { Attacker } from './attacker.ts'
import { type CellLikelihoods, cellLikelihoods, observedCell } from './likelihood.ts'
import { type DisclosureRisk, disclosureRisk, posteriorOf } from './posterior.ts'

/** An attacker to whom some of the cases are known because they are his own, such as a contributor. A reader knows none, and is no insider. */
export interface Insider {
  /** A name for the editors. */
  readonly id: string
  /** How many cases of a cell are his own. */
  readonly own: (cell: LinkedCell) => number
}

/** What an attacker infers of one cell. */
export interface CellPosterior {
  readonly cell: LinkedCell
  /** Probabilities of 0, 1, 2 … others. */
  readonly posterior: Float64Array
  readonly risk: DisclosureRisk
  /** The shown cells that it comes from. */
  readonly from: readonly LinkedCell[]
}

/**
 * The posterior of every withheld cell; for an insider also of the others in shown cells where he has cases.
 * @param asked leaves out all other cells
 * @param likelihoods those of this attacker, if they are known already
 */
export function posteriorsIn(
  linked: LinkedTables,
  attacker: Attacker,
  insider?: Insider,
  asked: (cell: LinkedCell) => boolean = () => true,
  likelihoods: CellLikelihoods = cellLikelihoods(linked, attacker, { own: insider?.own }),
): CellPosterior[] {
  const own = (cell: LinkedCell) => insider?.own(cell) ?? 0
  return [...linked.cells.values()].flatMap((cell) => {
    if (cell.status === 'not_applicable' || (cell.status === 'shown' && own(cell) === 0) || !asked(cell)) return []
    const alongAxes = AXES.flatMap((along) => {
      const likelihood = likelihoods.of(cell, along)
      return likelihood === null ? [] : [likelihood]
    })
    const given = cell.figure === null ? null : attacker.countGiven({ ...observedCell(cell, own(cell)), figure: cell.figure })
    const posterior = posteriorOf(own(cell), alongAxes, given)
    const from = [...(given === null ? [] : [cell]), ...AXES.flatMap((along) => likelihoods.from(cell, along))]
    return [{ cell, posterior, risk: disclosureRisk(posterior), from }]
  })
}

/**
 * Withheld cells of which somebody may be too sure: readers first, then each insider. Where the truth is known only cells of 1 to 4 others are
 * judged. Shown cells are skipped: what they leave an insider is a rule of the policy (three others at least); decision 18 gives the cost.
 */
export function auditEvidence(linked: LinkedTables, attacker: Attacker, limits: EvidenceLimits, insiders: readonly Insider[]): Finding[] {
  const readers = cellLikelihoods(linked, attacker)
  const ofInsiders = insiders.flatMap((insider) => {
    const likelihoods = cellLikelihoods(linked, attacker, { own: insider.own, readers })
    // Where he has no cases, and his likelihoods are those of readers, the finding would be theirs again.
    const knowsMore = (cell: LinkedCell) =>
      insider.own(cell) > 0 || AXES.some((along) => likelihoods.of(cell, along) !== readers.of(cell, along))
    return findingsOf(linked, attacker, limits, { insider, likelihoods, asked: knowsMore })
  })
  return [...findingsOf(linked, attacker, limits, { likelihoods: readers, asked: () => true }), ...ofInsiders]
}

const AXES = [0, 1] as const

interface View {
  readonly insider?: Insider
  readonly likelihoods: CellLikelihoods
  /** Leaves out cells of which he knows no more than others who are audited. */
  readonly asked: (cell: LinkedCell) => boolean
}

function findingsOf(linked: LinkedTables, attacker: Attacker, limits: EvidenceLimits, { insider, likelihoods, asked }: View): Finding[] {
  const others = (cell: LinkedCell) => (cell.truth === null ? null : minus(cell.truth, exactCount(insider?.own(cell) ?? 0)))
  const judged = (cell: LinkedCell) => {
    const left = others(cell)
    return cell.status === 'withheld' && (left === null || isFew(left)) && asked(cell)
  }
  return posteriorsIn(linked, attacker, insider, judged, likelihoods).flatMap(({ cell, posterior, risk, from }) => {
    const few = posterior.slice(1, 5).reduce((sum, probability) => sum + probability, 0)
    // Where the truth is not known, a cell of fifty cases withheld for another's sake also has somebody in it: that matters only where few are likely.
    const anybody = others(cell) !== null || few > 0.5 ? risk.anybody : 0
    if (risk.single <= limits.single && anybody <= limits.anybody) return []
    const single = risk.single > limits.single
    /** By how much the risk would still be above a limit, if another cell were withheld. */
    const excessWithout = (suppressed: LinkedCell) => {
      const then = cellLikelihoods(linked, attacker, { own: insider?.own, suppressed })
      const [left] = posteriorsIn(linked, attacker, insider, (one) => one === cell, then)
      return left === undefined ? 0 : Math.max(0, left.risk.single - limits.single, anybody > 0 ? left.risk.anybody - limits.anybody : 0)
    }
    return [
      {
        cell: nameOf(linked, cell),
        reason: 'audit',
        audit: 'posterior',
        lower: single ? risk.others : 1,
        upper: single ? risk.others : null,
        probability: single ? risk.single : anybody,
        evidence: mostEffectiveFirst(cheapestFirst(linked, from), excessWithout).map((one) => nameOf(linked, one)),
      },
    ]
  })
}

/** First the cells whose suppression alone brings the risk within the limits, then those that reduce it most; among equals as they come. */
function mostEffectiveFirst(cells: readonly LinkedCell[], excessWithout: (suppressed: LinkedCell) => number): LinkedCell[] {
  const excess = new Map(cells.map((cell) => [cell, excessWithout(cell)]))
  return [...cells].sort((one, other) => excess.get(one)! - excess.get(other)!)
}
