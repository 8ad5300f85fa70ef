/**
 * Two releases of which the later counts everybody whom the earlier counts: an erratum that adds late cases, or a sum over editions. Whoever has
 * both subtracts them, so what was added in between is one more withheld count: the later figure is the sum of the earlier one and the increment.
 */

import { isFew, minus } from '../../../exact/exact-count.ts'
import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { type CellName, type Finding, nameOf } from '../findings.ts'
import type { AuditTable } from '../linked-tables/audit-table.ts'
import { type LinkedCell, linkedTablesOf } from '../linked-tables/linked-tables.ts'
import type { Attacker } from './attacker.ts'
import { disclosureRisk, posteriorOf } from './posterior.ts'

interface NamedCell {
  readonly name: CellName
  readonly cell: LinkedCell
}

/** Increments of which a reader may be too sure. Where the truth is known only those of 1 to 4 cases are judged. */
export function auditIncrements(
  earlier: readonly AuditTable[],
  later: readonly AuditTable[],
  attacker: Pick<Attacker, 'countGiven' | 'likelihoods'>,
  limits: EvidenceLimits,
): Finding[] {
  const before = cellsByMeaning(earlier)
  return [...cellsByMeaning(later)].flatMap(([meaning, { name, cell }]) => {
    const was = before.get(meaning)
    if (was === undefined || was.cell.figure === null || cell.figure === null) return []
    const added = cell.truth === null || was.cell.truth === null ? null : minus(cell.truth, was.cell.truth)
    if (added !== null && !isFew(added)) return []
    const increment = { figure: null, parts: 1, missing: 0, own: 0 }
    const later = attacker.countGiven({ ...cell, figure: cell.figure, own: 0 })
    const likelihood = attacker.likelihoods(later, [{ ...was.cell, own: 0 }, increment])(1)
    const risk = disclosureRisk(posteriorOf(0, likelihood ? [likelihood] : []))
    if (risk.single <= limits.single && (added === null || risk.anybody <= limits.anybody)) return []
    const single = risk.single > limits.single
    return [
      {
        cell: name,
        reason: 'audit',
        audit: 'posterior',
        lower: single ? risk.others : 1,
        upper: single ? risk.others : null,
        probability: single ? risk.single : risk.anybody,
        evidence: [name, was.name],
      },
    ]
  })
}

/** The first cell of each meaning, whatever table or release it is of: its columns and keys without totals. */
function cellsByMeaning(tables: readonly AuditTable[]): Map<string, NamedCell> {
  const found = new Map<string, NamedCell>()
  for (const linked of linkedTablesOf(tables)) {
    for (const cell of linked.cells.values()) {
      const name = nameOf(linked, cell)
      const meaning = name.columns
        .map((column, index) => `${column}:${name.keys[index]!}`)
        .filter((part) => !part.endsWith(':total'))
        .sort()
        .join(' & ')
      if (!found.has(meaning)) found.set(meaning, { name, cell })
    }
  }
  return found
}
