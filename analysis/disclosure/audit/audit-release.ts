/**
 * The three audits (counts, figures, evidence) over all tables of all editions and volumes together. A release on which they find nothing has
 * passed. A build runs them in rounds, and withholds a further shown cell for each finding (`../fixed-point.ts`).
 */

import type { AuditSettings } from '../../policy/audit-settings.ts'
import type { LinearSolver } from './bounds/solver.ts'
import { auditTogether, moreThanMargins } from './cross-audits.ts'
import type { Insider } from './evidence/audit-evidence.ts'
import type { Finding } from './findings.ts'
import { groupAudits } from './group-audits.ts'
import type { AuditTable } from './linked-tables/audit-table.ts'
import { linkedTablesOf } from './linked-tables/linked-tables.ts'

export interface AuditInput {
  /** All that is published, of every edition and volume. With `truth` only cells of few cases are judged, without it every withheld cell. */
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
export function auditRelease({ tables, settings, solver, insiders = [], progress }: AuditInput): Audit {
  const groups = linkedTablesOf(tables)
  const audit = groupAudits(settings, solver, insiders)
  const each = groups.flatMap((linked, index) => {
    progress?.(index + 1, groups.length)
    return [audit('bounds', linked), audit('evidence', linked)]
  })
  const sum = (counted: (audit: Audit) => number) => each.reduce((all, audit) => all + counted(audit), 0)
  return {
    findings: [...auditTogether(groups, settings), ...each.flatMap(({ findings }) => findings)].filter(moreThanMargins),
    judged: sum(({ judged }) => judged),
    solved: sum(({ solved }) => solved),
  }
}
