/**
 * Two releases of which the later counts everybody whom the earlier counts: an erratum that adds late cases, or a sum over editions. Whoever has
 * both subtracts them, so what was added in between is one more withheld count: the later figure is the sum of the earlier one and the increment.
 */

import { isBelow, minus, NOBODY } from '../../../exact/exact-count.ts'
import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import { type CellName, type Finding, nameOf } from '../findings.ts'
import type { AuditTable } from '../linked-tables/audit-table.ts'
import { type LinkedCell, linkedTablesOf } from '../linked-tables/linked-tables.ts'
import { evidenceFinding, evidenceIn, excess, whereTruthIsUnknown } from './bayes-factor.ts'
import type { CountGiven } from './count-given-figure.ts'
import type { Law } from './law.ts'
import { PartLikelihood, Rest } from './part-likelihood.ts'
import { remainderOf } from './remainder.ts'

interface NamedCell {
  readonly name: CellName
  readonly cell: LinkedCell
}

/** What is known of one release's figures: under noise the attacker's knowledge, under exact figures that a figure is its count. */
interface Knowledge {
  readonly law: Law
  readonly countGiven: CountGiven
  readonly minimumCases: number
}

/** Increments about which a reader learns too much. Where the truth is known, only those of fewer persons than the minimum are judged. */
export function auditIncrements(
  earlier: readonly AuditTable[],
  later: readonly AuditTable[],
  { law, countGiven, minimumCases }: Knowledge,
  limits: EvidenceLimits,
): Finding[] {
  const before = cellsByMeaning(earlier)
  return [...cellsByMeaning(later)].flatMap(([meaning, { name, cell }]) => {
    const was = before.get(meaning)
    if (was === undefined || was.cell.figure === null || cell.figure === null) return []
    const added = cell.truth === null || was.cell.truth === null ? null : minus(cell.truth, was.cell.truth)
    if (added !== null && (added < NOBODY || !isBelow(added, minimumCases))) return []
    const given = (one: LinkedCell, figure: number) => countGiven({ figure, parts: one.parts, missing: one.missing, own: 0, allOwn: false })
    const remainder = remainderOf(given(cell, cell.figure), given(was.cell, was.cell.figure), 0)
    if (remainder === null) return []
    // Nothing else is withheld: what is left is the increment.
    const likelihood = new PartLikelihood(remainder, new Rest(law.sums('withheld', 0, remainder.length), [])).all()
    const all = evidenceIn(likelihood, law.weights('withheld', likelihood.length), minimumCases)
    const evidence = added === null ? whereTruthIsUnknown(all) : all
    return excess(evidence, limits) === 0 ? [] : [evidenceFinding(name, evidence, limits, [name, was.name])]
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
