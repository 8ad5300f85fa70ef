/** What figures of several groups of linked tables give away together: cells of the same cases, and single tables beside the crosstabs of a volume. */
import { TOTAL_LINE } from '../../catalogue/line.ts'
import type { AuditSettings } from '../../policy/audit-settings.ts'
import { auditEquivalentCells } from './audit-figures.ts'
import { attackerUnder } from './evidence/attacker.ts'
import { auditVolumes } from './evidence/volumes.ts'
import type { Finding } from './findings.ts'
import { equivalentCells } from './linked-tables/equivalent-cells.ts'
import type { LinkedTables } from './linked-tables/linked-tables.ts'

export function auditTogether(groups: readonly LinkedTables[], settings: AuditSettings): Finding[] {
  const attacker = attackerUnder(settings)
  return [...auditEquivalentCells(equivalentCells(groups)), ...(attacker === null ? [] : auditVolumes(groups, attacker, settings.evidence))]
}

/**
 * Whether a finding follows from more than margins. What margins alone make likely ("of 40 and 60 cases among 480 some are both") is
 * known from the single tables, which are safe by rule, and no crosstab could take it back; nor could a single table take back what the
 * number of all cases makes likely.
 */
export const moreThanMargins = ({ audit, evidence }: Finding): boolean =>
  audit !== 'posterior' || evidence.some(({ keys }) => !keys.includes(TOTAL_LINE.key))
