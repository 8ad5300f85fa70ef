/**
 * The three audits (counts, figures, evidence) over all tables of all editions and volumes together. A release on which they find nothing has
 * passed; for each finding the build withholds a further shown cell, and audits again (`../fixed-point.ts`).
 */

import { TOTAL_LINE } from '../../catalogue/line.ts'
import { NOBODY, plainNumber } from '../../exact/exact-count.ts'
import type { AuditSettings } from '../../policy/audit-settings.ts'
import type { PerturbationTable } from '../../policy/perturbation-table.ts'
import { auditEqualities, auditEquivalentCells } from './audit-figures.ts'
import { auditCounts, auditTruth } from './bounds/audit-counts.ts'
import type { LinearSolver } from './bounds/solver.ts'
import { type Attacker, attackerWith } from './evidence/attacker.ts'
import { auditEvidence, type Insider } from './evidence/audit-evidence.ts'
import { auditVolumes } from './evidence/volumes.ts'
import type { Finding } from './findings.ts'
import type { AuditTable } from './linked-tables/audit-table.ts'
import { equivalentCells } from './linked-tables/equivalent-cells.ts'
import type { FigurePrecision } from './linked-tables/linked-systems.ts'
import { type LinkedTables, linkedTablesOf } from './linked-tables/linked-tables.ts'
import type { PendingSuppressions } from './suppression/secondary-suppression.ts'

export interface AuditInput {
  /** All that is published, of every edition and volume. With `truth` only cells of 1 to 4 cases are judged, without it every withheld cell. */
  readonly tables: readonly AuditTable[]
  readonly settings: AuditSettings
  readonly solver: LinearSolver
  /** Attackers who know some cases, in addition to the contributors whom the tables name; readers need no entry. */
  readonly insiders?: readonly Insider[]
  /** How many linked tables have been audited, of how many. */
  readonly progress?: (done: number, of: number) => void
}

export interface Audit {
  readonly findings: readonly Finding[]
  /** Number of withheld cells judged by the audit of counts, and of those for which bounds had to be computed. */
  readonly judged: number
  readonly solved: number
}

/** All findings, in the order of the tables; none if the release is safe as far as these audits see. @throws SolverStopped */
export function auditRelease(input: AuditInput): Audit {
  const groups = linkedTablesOf(input.tables)
  return combineAudits(groups, input.settings, auditEach(groups, input))
}

/**
 * What each of the linked tables gives away by itself, in the order of `groups`. None of these depends on another, so they may be done in
 * several places at once.
 * @throws SolverStopped
 */
export function auditEach(
  groups: readonly LinkedTables[],
  { settings, solver, insiders = [], progress }: Omit<AuditInput, 'tables'>,
): Audit[] {
  const precision = precisionUnder(settings)
  const attacker = attackerUnder(settings)
  return groups.map((linked, index) => {
    progress?.(index + 1, groups.length)
    const untrue = auditTruth(linked, precision)
    // Where the truth itself contradicts the figures, no bounds can be trusted.
    if (untrue.length > 0) return { findings: untrue, judged: 0, solved: 0 }
    const pending: PendingSuppressions = new Set()
    const { findings, ...counts } = auditCounts(linked, { precision, width: settings.width, solver, pending })
    const more =
      attacker === null
        ? auditEqualities(linked, precision, pending)
        : auditEvidence(linked, attacker, settings.evidence, [...insiders, ...contributorsIn(linked)])
    return { ...counts, findings: [...findings, ...more] }
  })
}

/** The whole audit: what each of the linked tables gives away, and what they give away together. @param each in the order of `groups` */
export function combineAudits(groups: readonly LinkedTables[], settings: AuditSettings, each: readonly Audit[]): Audit {
  const attacker = attackerUnder(settings)
  const findings = [
    ...auditEquivalentCells(equivalentCells(groups)),
    ...each.flatMap((audit) => audit.findings),
    ...(attacker === null ? [] : auditVolumes(groups, attacker, settings.evidence)),
  ]
  const sum = (counted: (audit: Audit) => number) => each.reduce((all, audit) => all + counted(audit), 0)
  return { findings: findings.filter(moreThanMargins), judged: sum(({ judged }) => judged), solved: sum(({ solved }) => solved) }
}

/**
 * Whether a finding follows from more than margins. What margins alone make likely ("of 40 and 60 cases among 480 some are both") is
 * known from the single tables, which are safe by rule, and no crosstab could take it back; nor could a single table take back what the
 * number of all cases makes likely.
 */
const moreThanMargins = ({ audit, evidence }: Finding) =>
  audit !== 'posterior' || evidence.some(({ keys }) => !keys.includes(TOTAL_LINE.key))

const precisionUnder = ({ noise, minimumCases }: AuditSettings): FigurePrecision => ({
  band: noise === null ? 0 : largestNoise(noise),
  minimumCases,
})

const attackerUnder = ({ noise, minimumCases, minimumOthers }: AuditSettings): Attacker | null =>
  noise === null ? null : attackerWith({ table: noise, minimumCases, minimumOthers })

const largestNoise = (table: PerturbationTable) => Math.max(...table.flat().map(({ v }) => Math.abs(v)))

/** The contributors who have cases in these tables, where the tables say so. */
function contributorsIn({ cells }: LinkedTables): Insider[] {
  const known = [...cells.values()].flatMap(({ own }) => (own === null ? [] : [own]))
  return Array.from({ length: known[0]?.length ?? 0 }, (_, contributor) => contributor)
    .filter((contributor) => known.some((own) => own[contributor]! > NOBODY))
    .map((contributor) => ({ id: String(contributor), own: ({ own }) => plainNumber(own?.[contributor] ?? NOBODY) }))
}
