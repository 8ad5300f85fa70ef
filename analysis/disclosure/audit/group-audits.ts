/**
 * The audits of one group of linked tables: what its figures give away by themselves. None depends on another group, so groups may be audited in
 * several places at once; what figures of several groups give away together is found by `cross-audits.ts`.
 */
import type { AuditSettings } from '../../policy/audit-settings.ts'
import { auditEqualities } from './audit-figures.ts'
import { auditCounts, auditTruth } from './bounds/audit-counts.ts'
import type { LinearSolver } from './bounds/solver.ts'
import { attackerUnder } from './evidence/attacker.ts'
import { contributorsIn, type EvidenceRounds, evidenceAudit, type Insider } from './evidence/audit-evidence.ts'
import type { Finding } from './findings.ts'
import { precisionUnder } from './linked-tables/linked-systems.ts'
import { groupName, type LinkedTables } from './linked-tables/linked-tables.ts'
import type { PendingSuppressions } from './suppression/secondary-suppression.ts'

export interface GroupAudit {
  readonly findings: readonly Finding[]
  /** Number of withheld cells judged by the audit of counts, and of those for which bounds had to be computed. */
  readonly judged: number
  readonly solved: number
}

/** What may be asked of a group: its evidence, under a policy with noise; or bounds of its withheld cells and, of exact figures, equalities. */
export type GroupAuditKind = 'evidence' | 'bounds'

/** Audits the same groups again and again while more and more is withheld. @throws SolverStopped */
export type GroupAudits = (kind: GroupAuditKind, linked: LinkedTables) => GroupAudit

/** @param insiders attackers who know some cases, in addition to the contributors whom the tables name */
export function groupAudits(settings: AuditSettings, solver: LinearSolver, insiders: readonly Insider[] = []): GroupAudits {
  const precision = precisionUnder(settings)
  const attacker = attackerUnder(settings)
  const rounds = new Map<string, EvidenceRounds>()

  function evidence(linked: LinkedTables): readonly Finding[] {
    if (attacker === null) return []
    const name = groupName(linked)
    const known = rounds.get(name) ?? evidenceAudit(linked, attacker, settings.evidence)
    rounds.set(name, known)
    return known.round(linked, [...insiders, ...contributorsIn(linked)])
  }

  function bounds(linked: LinkedTables): GroupAudit {
    const untrue = auditTruth(linked, precision)
    // Where the truth itself contradicts the figures, no bounds can be trusted.
    if (untrue.length > 0) return { findings: untrue, judged: 0, solved: 0 }
    const pending: PendingSuppressions = new Set()
    const { findings, ...counts } = auditCounts(linked, { precision, width: settings.width, solver, pending })
    return { ...counts, findings: attacker === null ? [...findings, ...auditEqualities(linked, precision, pending)] : findings }
  }

  return (kind, linked) => (kind === 'bounds' ? bounds(linked) : { findings: evidence(linked), judged: 0, solved: 0 })
}
