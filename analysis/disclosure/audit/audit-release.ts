/**
 * The three audits over all tables of all slices together. What they find is withheld and audited again until nothing is found; a
 * release on which they find nothing has passed.
 */

import { TOTAL_LINE } from '../../catalogue/line.ts'
import type { AuditSettings } from '../../policy/audit-settings.ts'
import type { PerturbationTable } from '../../policy/perturbation-table.ts'
import { auditEqualities, auditNoise, auditSamePersons } from './audit-figures.ts'
import { auditCounts, auditTruth } from './bounds/audit-counts.ts'
import type { LinearSolver } from './bounds/solver.ts'
import { auditBeliefs, type Insider } from './evidence/audit-evidence.ts'
import { attackerWith } from './evidence/posterior.ts'
import { auditVolumes } from './evidence/volumes.ts'
import type { Finding } from './findings.ts'
import type { AuditTable } from './linked-tables/audit-table.ts'
import { type Block, blocksOf } from './linked-tables/linked-tables.ts'

export interface AuditInput {
  /** All that is published, of every slice. With `truth` only cells that hold 1 to 4 are judged, without it any withheld one. */
  readonly tables: readonly AuditTable[]
  readonly settings: AuditSettings
  readonly solver: LinearSolver
  /** Others who subtract what they know, besides those whom the tables name; readers need no entry. */
  readonly insiders?: readonly Insider[]
  /** Blocks done so far, of how many. */
  readonly progress?: (done: number, of: number) => void
}

export interface Audit {
  readonly findings: readonly Finding[]
  /** Withheld cells judged by the audit of counts, and those of them for which bounds had to be computed. */
  readonly judged: number
  readonly solved: number
}

/**
 * What margins alone make likely ("of 40 and 60 among 480 some will be both") is known from the single tables, which are safe by rule, and
 * no crosstab could take it back; no more can a single table take back what the number of all cases makes likely.
 */
const saysMoreThanMargins = ({ audit, evidence }: Finding) =>
  audit !== 'posterior' || evidence.some(({ keys }) => !keys.includes(TOTAL_LINE.key))

/** Findings in the order of the tables; none if the release is safe as far as these audits see. @throws SolverStopped */
export function auditRelease(input: AuditInput): Audit {
  const blocks = blocksOf(input.tables)
  return together(blocks, input.settings, auditEach(blocks, input))
}

/**
 * What each pair of columns tells by itself, as a list beside the blocks: the part of the audits that may be done in several places at once.
 * @throws SolverStopped
 */
export function auditEach(blocks: readonly Block[], { settings, solver, insiders = [], progress }: Omit<AuditInput, 'tables'>): Audit[] {
  const reading = readingUnder(settings)
  const attacker = attackerUnder(settings)
  return blocks.map((block, index) => {
    progress?.(index + 1, blocks.length)
    const untrue = auditTruth(block, reading)
    // Where the truth itself contradicts the figures, no bounds can be trusted.
    if (untrue.length > 0) return { findings: untrue, judged: 0, solved: 0 }
    const { findings, ...counts } = auditCounts(block, reading, settings.width, solver)
    const beliefs =
      attacker === null
        ? auditEqualities(block, reading)
        : auditBeliefs(block, attacker, settings.evidence, [...insiders, ...contributorsIn(block)])
    return { ...counts, findings: [...findings, ...beliefs] }
  })
}

/** The whole audit, from what each block told by itself. @param each in the order of `blocks` */
export function together(blocks: readonly Block[], settings: AuditSettings, each: readonly Audit[]): Audit {
  const attacker = attackerUnder(settings)
  const findings = [
    ...auditSamePersons(blocks),
    ...(settings.noise === null ? [] : auditNoise(blocks, settings.noise)),
    ...each.flatMap((audit) => audit.findings),
    ...(attacker === null ? [] : auditVolumes(blocks, attacker, settings.evidence)),
  ]
  const sum = (counted: (audit: Audit) => number) => each.reduce((all, audit) => all + counted(audit), 0)
  return { findings: findings.filter(saysMoreThanMargins), judged: sum(({ judged }) => judged), solved: sum(({ solved }) => solved) }
}

const readingUnder = ({ noise, minimumCases }: AuditSettings) => ({ band: noise === null ? 0 : largest(noise), minimumCases })

const attackerUnder = ({ noise, minimumCases, minimumOthers }: AuditSettings) =>
  noise === null ? null : attackerWith({ table: noise, minimumCases, minimumOthers })

/** Everybody who knows some of the cases of a block, where the tables say so. */
function contributorsIn({ cells }: Block): Insider[] {
  const known = [...cells.values()].flatMap(({ own }) => (own === null ? [] : [own]))
  return Array.from({ length: known[0]?.length ?? 0 }, (_, unit) => unit)
    .filter((unit) => known.some((own) => own[unit]! > 0))
    .map((unit) => ({ id: String(unit), own: ({ own }) => own?.[unit] ?? 0 }))
}

const largest = (table: PerturbationTable) => Math.max(...table.flat().map(({ v }) => Math.abs(v)))
