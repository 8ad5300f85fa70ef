/** The audit of evidence: whether what is published says too much about the number of others in a withheld cell, to a reader or to a contributor. */

import { exactCount, isBelow, minus, NOBODY, plainNumber } from '../../../exact/exact-count.ts'
import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { cheapestFirst, type Finding, nameOf } from '../findings.ts'
import type { LinkedCell, LinkedTables } from '../linked-tables/linked-tables.ts'
import { type Attacker, type AttackerView, insidersView, readersView } from './attacker.ts'
import { type Evidence, evidenceFinding, excess, whereTruthIsUnknown } from './bayes-factor.ts'
import { type CellTrees, cellTreesOf } from './cell-tree.ts'
import { changedIn, touchedCells } from './touched-cells.ts'
import { type AddedLevels, addedLevels } from './upward.ts'
import { evidenceOfView, type ViewEvidence } from './view-evidence.ts'

/** An attacker to whom some of the cases are known because they are his own, such as a contributor. A reader knows none, and is no insider. */
export interface Insider {
  /** A name for the editors. */
  readonly id: string
  /** How many cases of a cell are his own. */
  readonly own: (cell: LinkedCell) => number
}

/** Readers' findings first, then those of each insider who knows more than they do. */
export function auditEvidence(linked: LinkedTables, attacker: Attacker, limits: EvidenceLimits, insiders: readonly Insider[]): Finding[] {
  return evidenceAudit(linked, attacker, limits).round(linked, insiders)
}

/** What readers may conclude of each withheld cell of few cases, in the order of the linked tables. */
export function readersEvidence(
  linked: LinkedTables,
  attacker: Attacker,
  limits: EvidenceLimits,
): { readonly cell: LinkedCell; readonly evidence: Evidence }[] {
  const cells = [...linked.cells.values()]
  const trees = cellTreesOf(linked)
  const view = readersView(cells)
  const asked = judgedCells({ linked, cells, trees, attacker, limits, touched: new Uint8Array(cells.length).fill(1) }, view)
  const added = trees.along.map((tree) => addedLevels(tree, view))
  const { of } = evidenceOfView({ trees, attacker, limits, view, added, asked })
  return cells.flatMap((cell, place) => (asked[place] === 1 ? [{ cell, evidence: of(place) }] : []))
}

/** What several rounds over the same linked tables, of which each withholds more than the last, have in common. */
export interface EvidenceRounds {
  /** @param linked the same lines, as they are printed now */
  readonly round: (linked: LinkedTables, insiders: readonly Insider[]) => Finding[]
}

export function evidenceAudit(first: LinkedTables, attacker: Attacker, limits: EvidenceLimits): EvidenceRounds {
  const trees = cellTreesOf(first)
  let before: { readonly figures: readonly (number | null)[]; readonly findings: readonly PlacedFinding[] } | null = null
  return {
    round(linked, insiders) {
      const cells = [...linked.cells.values()]
      const figures = cells.map(({ figure }) => figure)
      const touched = before === null ? new Uint8Array(cells.length).fill(1) : touchedCells(trees, changedIn(before.figures, figures))
      const held = before?.findings.filter(({ place }) => touched[place] === 0) ?? []
      const findings = [...held, ...findingsOf({ linked, cells, trees, attacker, limits, touched }, insiders)]
      before = { figures, findings }
      return findings.toSorted((one, other) => one.view - other.view || one.place - other.place).map(({ finding }) => finding)
    },
  }
}

interface PlacedFinding {
  /** Readers, then the insiders in their order. */
  readonly view: number
  readonly place: number
  readonly finding: Finding
}

interface Round {
  readonly linked: LinkedTables
  readonly cells: readonly LinkedCell[]
  readonly trees: CellTrees
  readonly attacker: Attacker
  readonly limits: EvidenceLimits
  readonly touched: Uint8Array
}

function findingsOf(round: Round, insiders: readonly Insider[]): PlacedFinding[] {
  const { cells, trees, attacker, limits } = round
  const everybody = readersView(cells)
  const added = trees.along.map((tree) => addedLevels(tree, everybody))
  const of = (view: AttackerView, asked: Uint8Array, readers?: ViewEvidence) =>
    evidenceOfView({ trees, attacker, limits, view, added, asked, readers: readers?.passes })
  const asked = judgedCells(round, everybody)
  const readers = of(everybody, asked)
  const found = findingsIn(round, everybody, readers, asked, 0)
  for (const [index, insider] of insiders.entries()) {
    const view = insidersView(attacker, cells, insider.own)
    const his = judgedCells(round, view)
    found.push(...findingsIn(round, view, of(view, his, readers), his, index + 1))
  }
  return found
}

/**
 * The withheld cells of fewer others than the minimum: of none as well, because to be thought to be somebody harms too. Where the truth is not known,
 * every withheld cell. A margin of a category with a line of its own always has more.
 */
function judgedCells({ cells, trees, attacker, touched }: Round, view: AttackerView): Uint8Array {
  const { minimumCases } = attacker.knowledge
  return Uint8Array.from(cells, ({ status, truth }, place) => {
    if (status !== 'withheld' || touched[place] === 0 || trees.law[place] === 'listed') return 0
    return Number(truth === null || isBelow(minus(truth, exactCount(view.own?.[place] ?? 0)), minimumCases))
  })
}

function findingsIn(round: Round, view: AttackerView, evidence: ViewEvidence, judged: Uint8Array, viewNumber: number): PlacedFinding[] {
  const { cells, limits, linked } = round
  return [...judged.keys()].flatMap((place) => {
    if (judged[place] === 0 || evidence.asReaders(place)) return []
    const all = evidence.of(place)
    const found = cells[place]!.truth === null ? whereTruthIsUnknown(all) : all
    if (excess(found, limits) === 0) return []
    const from = cheapestFirst(
      linked,
      evidence.from(place).map((shown) => cells[shown]!),
    )
    const ordered = mostEffectiveFirst(from, (suppressed) => excess(without(round, view, evidence.added, place, suppressed), limits))
    const behind = ordered.map((one) => nameOf(linked, one))
    return [{ view: viewNumber, place, finding: evidenceFinding(nameOf(linked, cells[place]!), found, limits, behind) }]
  })
}

/** The evidence about a cell if another cell were withheld as well. */
function without(
  { cells, trees, attacker, limits }: Round,
  view: AttackerView,
  added: readonly AddedLevels[],
  place: number,
  suppressed: LinkedCell,
): Evidence {
  const then: AttackerView = { ...view, suppressed: cells.indexOf(suppressed) }
  const asked = new Uint8Array(cells.length)
  asked[place] = 1
  return evidenceOfView({ trees, attacker, limits, view: then, added, asked }).of(place)
}

/** First the cells whose suppression alone brings the evidence within the limits, then those that reduce it most; among equals as they come. */
function mostEffectiveFirst(cells: readonly LinkedCell[], excessWithout: (suppressed: LinkedCell) => number): LinkedCell[] {
  const left = new Map(cells.map((cell) => [cell, excessWithout(cell)]))
  return [...cells].sort((one, other) => left.get(one)! - left.get(other)!)
}

/** The contributors who have cases in these tables, where the tables say so. */
export function contributorsIn({ cells }: LinkedTables): Insider[] {
  const known = [...cells.values()].flatMap(({ own }) => (own === null ? [] : [own]))
  return Array.from({ length: known[0]?.length ?? 0 }, (_, contributor) => contributor)
    .filter((contributor) => known.some((own) => own[contributor]! > NOBODY))
    .map((contributor) => ({ id: String(contributor), own: ({ own }) => plainNumber(own?.[contributor] ?? NOBODY) }))
}
