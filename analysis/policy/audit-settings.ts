/** What the audits require of a release: the minimum of the policy, its noise, and how certain of a small count nobody may become. */
import type { Policy } from '../../survey-schema/release/bundle.ts'
import { type PerturbationTable, perturbationTable } from './perturbation-table.ts'

/** Posterior probabilities of a withheld count, between 0 and 1: a release after which an attacker's is higher is refused. */
export interface EvidenceLimits {
  /** Of any single count from 1 to 4. */
  readonly single: number
  /** Of the statement that the count is not 0. */
  readonly anybody: number
}

export interface AuditSettings {
  /** No smaller count is ever shown. */
  readonly minimumCases: number
  readonly minimumOthers: number
  /** The distribution of the noise for each true count; null for exact figures. */
  readonly noise: PerturbationTable | null
  /** The least width of the protection interval of a withheld cell: its upper bound less its lower bound, in cases. */
  readonly width: number
  readonly evidence: EvidenceLimits
}

/** Release model, section 3: bounds 5 apart, no single count above 0.5, "somebody" not above 0.95. */
export const AUDIT_LIMITS = { width: 5, evidence: { single: 0.5, anybody: 0.95 } } as const

export const settingsOf = ({ minimumCases, minimumOthers, noise }: Policy): AuditSettings => ({
  minimumCases,
  minimumOthers,
  noise: perturbationTable(noise),
  ...AUDIT_LIMITS,
})
