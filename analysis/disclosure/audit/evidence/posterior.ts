/** How likely each number of others in a cell is, given all that is published, and how much of that gives somebody away. */
import type { Likelihood } from './attacker.ts'
import type { Distribution } from './distribution.ts'
import { priorWeight } from './prior.ts'

/**
 * The posterior of a cell: probabilities of 0, 1, 2 … others in it. The prior, or the distribution given its own figure, times the likelihood
 * from each axis, the two taken as independent. All 0 where nothing fits.
 * @param own how many of its cases are the attacker's own
 * @param given distribution of the count given the figure of the cell; null where it is withheld
 */
export function posteriorOf(own: number, likelihoods: readonly Likelihood[], given: Distribution | null = null): Float64Array {
  const most = given === null ? own + 5 : given.from + given.p.length
  const length =
    likelihoods.length === 0 ? most : Math.min(...likelihoods.map((weights) => weights.length), given === null ? Infinity : most)
  const posterior = new Float64Array(Math.max(1, length - own))
  let total = 0
  for (let others = 0; others < posterior.length; others++) {
    const count = own + others
    let weight = given === null ? priorWeight(count, own) : (given.p[count - given.from] ?? 0)
    for (const weights of likelihoods) weight *= weights[count] ?? 0
    posterior[others] = weight
    total += weight
  }
  return total > 0 ? posterior.map((weight) => weight / total) : posterior
}

/** How much a posterior gives away. */
export interface DisclosureRisk {
  /** The most likely number of others from 1 to 4, and its probability. */
  readonly others: number
  readonly single: number
  /** The probability that there is any other. */
  readonly anybody: number
}

/** @example disclosureRisk(Float64Array.of(0.2, 0.7, 0.1)) // { others: 1, single: 0.7, anybody: 0.8 } */
export function disclosureRisk(posterior: Float64Array): DisclosureRisk {
  let [others, single] = [1, 0]
  for (let count = 1; count <= 4; count++) {
    const probability = posterior[count] ?? 0
    if (probability > single) [others, single] = [count, probability]
  }
  return { others, single, anybody: posterior.every((probability) => probability === 0) ? 0 : 1 - posterior[0]! }
}
