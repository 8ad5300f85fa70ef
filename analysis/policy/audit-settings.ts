/** What the audits hold a release to: the minimum of the policy, its noise, and how sure nobody may become. */
import type { Policy } from '../../survey-schema/release/bundle.ts'
import { type PerturbationTable, perturbationTable } from './perturbation-table.ts'

/** Chances above which a release tells too much. */
export interface Marks {
  /** For any single number of persons from 1 to 4. */
  readonly single: number
  /** For "there is somebody". */
  readonly anybody: number
}

export interface AuditSettings {
  /** No smaller count is ever shown. */
  readonly minimumCases: number
  readonly minimumOthers: number
  /** The noise, row by row; null for exact figures. */
  readonly noise: PerturbationTable | null
  /** The room that the bounds of a withheld cell keep, in cases. */
  readonly width: number
  readonly marks: Marks
}

/** The marks of the release model: bounds 5 apart, no single number above 0.5, "somebody" not above 0.95. */
export const MARKS = { width: 5, marks: { single: 0.5, anybody: 0.95 } } as const

export const settingsOf = ({ minimumCases, minimumOthers, noise }: Policy): AuditSettings => ({
  minimumCases,
  minimumOthers,
  noise: perturbationTable(noise),
  ...MARKS,
})
