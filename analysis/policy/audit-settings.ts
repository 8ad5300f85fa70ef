/** What the audits require of a release: the minimum of the policy, its noise, and how certain of a small count nobody may become. */
import type { Policy } from '../../survey-schema/release/bundle.ts'
import { type PerturbationTable, perturbationTable } from './perturbation-table.ts'

/** How strong evidence about a withheld count may be before a further figure is withheld. */
export interface EvidenceLimits {
  /** The probability of any single number of others from 1 to the minimum less 1, between 0 and 1. */
  readonly single: number
  /** The Bayes factor of 1 to (minimum - 1) others, each as likely, against nobody. */
  readonly factor: number
}

export interface AuditSettings {
  /** No smaller count is ever shown. */
  readonly minimumCases: number
  readonly minimumOthers: number
  /** A category of fewer cases has no line of its own. */
  readonly minimumCategory: number
  /** The distribution of the noise for each true count; null for exact figures. */
  readonly noise: PerturbationTable | null
  /** The least width of the protection interval of a withheld cell: its upper bound less its lower bound, in cases. */
  readonly width: number
  readonly evidence: EvidenceLimits
}

/** At most 19 to 1 that somebody is there, and no single number more likely than not. */
export const EVIDENCE_LIMITS: EvidenceLimits = { single: 0.5, factor: 19 }

/** All of them follow from the policy: bounds of a withheld count are as far apart as the smallest count that may be shown. */
export const settingsOf = ({ minimumCases, minimumOthers, minimumCategory, noise }: Policy): AuditSettings => ({
  minimumCases,
  minimumOthers,
  minimumCategory,
  noise: perturbationTable(noise),
  width: minimumCases,
  evidence: EVIDENCE_LIMITS,
})
