/**
 * Two releases of which the later holds everybody of the earlier: an erratum that adds late cases, or a sum over editions. Whoever has both
 * subtracts them, so what came in between is one more withheld count: the later figure is the earlier one and the increment.
 */

import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { type CellName, type Finding, nameOf } from '../findings.ts'
import type { AuditTable } from '../linked-tables/audit-table.ts'
import { type BlockCell, blocksOf } from '../linked-tables/linked-tables.ts'
import type { Attacking } from './likelihood.ts'
import { belief, revealed } from './posterior.ts'

interface Named {
  readonly name: CellName
  readonly cell: BlockCell
}

/** Increments of which a reader may be too sure. With the truth at hand only those of 1 to 4 persons are judged. */
export function auditIncrements(
  earlier: readonly AuditTable[],
  later: readonly AuditTable[],
  attacker: Pick<Attacking, 'shown' | 'line'>,
  marks: EvidenceLimits,
): Finding[] {
  const before = byMeaning(earlier)
  return [...byMeaning(later)].flatMap(([meaning, { name, cell }]) => {
    const was = before.get(meaning)
    if (was === undefined || was.cell.figure === null || cell.figure === null) return []
    const added = cell.truth === null || was.cell.truth === null ? null : cell.truth - was.cell.truth
    if (added !== null && (added < 1 || added > 4)) return []
    const weights = attacker.line(attacker.shown({ ...cell, figure: cell.figure, own: 0 }), [
      { ...was.cell, own: 0 },
      { figure: null, parts: 1, missing: 0, own: 0 },
    ])(1)
    const told = revealed(belief(0, weights ? [weights] : []))
    if (told.single <= marks.single && (added === null || told.anybody <= marks.anybody)) return []
    const single = told.single > marks.single
    return [
      {
        cell: name,
        reason: 'audit',
        audit: 'posterior',
        lower: single ? told.others : 1,
        upper: single ? told.others : null,
        probability: single ? told.single : told.anybody,
        evidence: [name, was.name],
      },
    ]
  })
}

function byMeaning(tables: readonly AuditTable[]): Map<string, Named> {
  const found = new Map<string, Named>()
  for (const block of blocksOf(tables)) {
    for (const cell of block.cells.values()) {
      const name = nameOf(block, cell)
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
