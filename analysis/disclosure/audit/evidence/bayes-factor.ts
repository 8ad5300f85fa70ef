/**
 * How much a set of figures says about the number of others in one withheld cell: the Bayes factor of "somebody, but fewer than the minimum"
 * against "nobody" (Jeffreys 1961, Theory of Probability, chapter 5), and the probability of each single number under the stated law.
 */

import type { EvidenceLimits } from '../../../policy/audit-settings.ts'
import type { CellName, Finding } from '../findings.ts'

export interface Evidence {
  /**
   * Mean probability of everything published given 1, 2 … (minimum - 1) others, over that given none. Infinity where none is impossible, 1 where
   * nothing is said. Below 1 it is no evidence of absence.
   */
  readonly factor: number
  /** The same for the one number that fits best: at most (minimum - 1) times the mean. */
  readonly largest: number
  /** The most likely number of others from 1 to the minimum less 1, and its probability under the law. */
  readonly others: number
  readonly single: number
  /** The probability under the law that there are fewer than the minimum, none included. */
  readonly few: number
}

export const NO_EVIDENCE: Evidence = { factor: 1, largest: 1, others: 1, single: 0, few: 1 }

/**
 * @param likelihood of 0, 1, 2 … others, up to a common factor
 * @param law weights of 0, 1, 2 … others, at least as many
 * @param minimum of the policy: fewer cases are never shown
 * @example evidenceIn(Float64Array.of(1, 4, 4, 4, 4), Float64Array.of(0.5, 0.25, 0.125, 0.0625, 0.0625), 5).factor // 4
 */
export function evidenceIn(likelihood: Float64Array, law: Float64Array, minimum: number): Evidence {
  let [total, some, most, few, single, others] = [0, 0, 0, 0, 0, 1]
  for (let count = 0; count < likelihood.length; count++) {
    const weight = likelihood[count]! * law[count]!
    total += weight
    if (count < minimum) few += weight
    if (count === 0 || count >= minimum) continue
    some += likelihood[count]!
    most = Math.max(most, likelihood[count]!)
    if (weight > single) [single, others] = [weight, count]
  }
  if (!(total > 0)) return NO_EVIDENCE
  const none = likelihood[0] ?? 0
  const against = (weight: number) => (none > 0 ? weight / none : weight > 0 ? Number.POSITIVE_INFINITY : 0)
  return { factor: against(some / (minimum - 1)), largest: against(most), others, single: single / total, few: few / total }
}

/** By how much the evidence is above the limits, on the scale of the weight of evidence; 0 within them. */
export function excess({ factor, single }: Evidence, limits: EvidenceLimits): number {
  const byFactor = Math.log(Math.min(factor, 1e12) / limits.factor)
  return Math.max(0, byFactor, single > limits.single ? single - limits.single : 0)
}

/**
 * The evidence that matters where the truth is not known: a cell of fifty cases withheld for another's sake also has somebody in it, so the factor
 * counts only where few are likely.
 */
export const whereTruthIsUnknown = (evidence: Evidence): Evidence => (evidence.few > 0.5 ? evidence : { ...evidence, factor: 1 })

/** What is reported of evidence above the limits. @param evidence cells that it follows from, those first that are best withheld */
export function evidenceFinding(
  cell: CellName,
  { factor, others, single }: Evidence,
  limits: EvidenceLimits,
  evidence: readonly CellName[],
): Finding {
  const isSingle = single > limits.single
  return {
    cell,
    reason: 'audit',
    audit: 'posterior',
    lower: isSingle ? others : 1,
    upper: isSingle ? others : null,
    // Of somebody: at even odds before the figures.
    probability: isSingle ? single : factor === Number.POSITIVE_INFINITY ? 1 : factor / (1 + factor),
    evidence,
  }
}
