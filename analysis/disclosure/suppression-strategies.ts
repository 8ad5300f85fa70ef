/**
 * The two kinds of policy are protected in two ways. Under noise the audit of evidence runs again wherever something changed, and what it finds is
 * withheld one cell at a time; bounds and equalities between tables are checked once it is content. Exact figures are audited by bounds and
 * equalities, which need several cells withheld together.
 */
import type { Policy } from '../../survey-schema/release/bundle.ts'
import { TOTAL_LINE } from '../catalogue/line.ts'
import type { CellName, Finding } from './audit/findings.ts'
import type { AuditKind } from './audits.ts'
import { cellId } from './case-set.ts'

/** One audit of a round. */
interface Phase {
  readonly kind: AuditKind
  /** Only the tables in which something changed since this audit saw them; else all. */
  readonly changedOnly: boolean
}

export interface SuppressionStrategy {
  /** Each runs once those before it find nothing. */
  readonly phases: readonly Phase[]
  /** Whether tables with a finding are audited again although nothing in them changed. */
  readonly foundAgain: boolean
  /**
   * The cells to withhold for a finding.
   * @param isWithheld whether secondary suppression holds a cell already  @param isNew whether it does since this round
   */
  readonly cellsFor: (finding: Finding, isWithheld: (cell: string) => boolean, isNew: (cell: string) => boolean) => readonly CellName[]
}

const NOISE: SuppressionStrategy = {
  phases: [
    { kind: 'evidence', changedOnly: true },
    { kind: 'bounds', changedOnly: false },
    { kind: 'together', changedOnly: false },
  ],
  foundAgain: false,
  cellsFor: ({ evidence }, isWithheld, isNew) => {
    // What another finding has just withheld from the evidence of this one may be enough: the next round shows it.
    if (evidence.some((cell) => isNew(cellId(cell.columns, cell.keys)))) return []
    return evidence.filter((cell) => mayBeWithheld(cell, isWithheld)).slice(0, 1)
  },
}

const WITHHOLD: SuppressionStrategy = {
  phases: [
    { kind: 'bounds', changedOnly: true },
    { kind: 'together', changedOnly: false },
  ],
  foundAgain: true,
  cellsFor: ({ evidence, suppressTogether = 1 }, isWithheld) => {
    if (suppressTogether === 0) return []
    const first = evidence.slice(0, suppressTogether).filter((cell) => mayBeWithheld(cell, isWithheld))
    return first.length > 0 ? first : evidence.filter((cell) => mayBeWithheld(cell, isWithheld)).slice(0, 1)
  },
}

export const strategyFor = ({ kind }: Policy): SuppressionStrategy => (kind === 'noise' ? NOISE : WITHHOLD)

/** Never a margin, which is a single table of its own. */
const mayBeWithheld = ({ columns, keys }: CellName, isWithheld: (cell: string) => boolean) =>
  (keys.length === 1 || !keys.includes(TOTAL_LINE.key)) && keys[0] !== TOTAL_LINE.key && !isWithheld(cellId(columns, keys))
