/**
 * Old and new figures together, before an erratum leaves the editors' machine: readers keep what was replaced, so both are read as one. The
 * server looks at digest and chain; what may be concluded is found here, from published figures alone and without any secret.
 */

import { auditRelease } from '../../../analysis/disclosure/audit/audit-release.ts'
import { type LinearSolver, SolverStopped } from '../../../analysis/disclosure/audit/bounds/solver.ts'
import { attackerUnder } from '../../../analysis/disclosure/audit/evidence/attacker.ts'
import { auditIncrements } from '../../../analysis/disclosure/audit/evidence/increments.ts'
import { lawUnder } from '../../../analysis/disclosure/audit/evidence/law.ts'
import type { Finding } from '../../../analysis/disclosure/audit/findings.ts'
import { type AuditTable, publishedTable } from '../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { type AuditSettings, settingsOf } from '../../../analysis/policy/audit-settings.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'

/** The most findings that a refusal names; more help nobody. */
const MOST_NAMED = 20

/**
 * The changed tables give nothing away together with any earlier version of them that they would not give away alone.
 * @param old all tables ever published of these slices, replaced ones included
 * @throws ProblemError 'unsafe-release' naming the audit and the table by its place in the bundle
 */
export function requireSafeErratum(old: readonly ReleasedTable[], { manifest, tables }: Bundle, solver: LinearSolver): void {
  const settings = settingsOf(manifest.policy)
  const named = (table: ReleasedTable) => `${table.slice}/${table.id}`
  const before = new Map<string, ReleasedTable[]>()
  for (const table of old) before.set(named(table), [...(before.get(named(table)) ?? []), table])
  const read = (table: ReleasedTable) => publishedTable(table, manifest.volume)
  const changed = tables.filter((table) => before.get(named(table))?.some(({ checksum }) => checksum !== table.checksum))
  const groupOf = ({ slice, axes }: ReleasedTable) => [slice, ...axes.map(({ variable }) => variable)].join(' ')
  const touched = new Set(changed.map(groupOf))
  const now = tables.filter((table) => touched.has(groupOf(table))).map(read)
  const findings = changed.flatMap((table) =>
    before
      .get(named(table))!
      .flatMap((was) => [...incrementsBetween(read(was), read(table), settings), ...incrementsBetween(read(table), read(was), settings)]),
  )
  const replaced = changed.flatMap((table) => before.get(named(table))!.map(read))
  const alone = new Set(audited(now, settings, solver).map(nameOf))
  findings.push(...audited([...now, ...replaced], settings, solver).filter((finding) => !alone.has(nameOf(finding))))
  if (findings.length === 0) return
  throw new ProblemError(
    'unsafe-release',
    findings.slice(0, MOST_NAMED).map(({ audit, cell }) => {
      const at = tables.findIndex(({ slice, id }) => slice === cell.slice && id === cell.table)
      return { pointer: at < 0 ? '' : `/tables/${at}`, rule: audit }
    }),
  )
}

const nameOf = ({ audit, cell }: Finding) => [audit, cell.slice, ...cell.columns, ...cell.keys].join(' | ')

/** @throws ProblemError 'unsafe-release' where no counts at all fit both: then nothing is proved */
function audited(tables: readonly AuditTable[], settings: AuditSettings, solver: LinearSolver): readonly Finding[] {
  try {
    return auditRelease({ tables, settings, solver }).findings
  } catch (error) {
    if (error instanceof SolverStopped) throw new ProblemError('unsafe-release', [{ pointer: '/tables', rule: error.fault }])
    throw error
  }
}

/** Between exact figures an increment below the minimum is known; under noise there is evidence of it. */
function incrementsBetween(earlier: AuditTable, later: AuditTable, settings: AuditSettings): readonly Finding[] {
  const attacker = attackerUnder(settings)
  const exact = {
    law: lawUnder(settings),
    countGiven: ({ figure }: { readonly figure: number }) => ({ from: figure, p: Float64Array.of(1) }),
  }
  return auditIncrements([earlier], [later], { ...(attacker ?? exact), minimumCases: settings.minimumCases }, settings.evidence)
}
