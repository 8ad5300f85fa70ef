/**
 * What one additive relation leaves for its withheld parts: the count of the whole less the counts of the shown parts, each known up to noise,
 * and less the attacker's own cases in the withheld parts. The parts share it, each under the stated law.
 */
import { convolved, type Distribution, sum } from './distribution.ts'

/** The sum of the counts of several shown cells; of none it is 0. */
export function sumOfShown(counts: readonly Distribution[]): Distribution {
  let all: Distribution = { from: 0, p: Float64Array.of(1) }
  for (const count of counts) all = sum(all, count)
  return all
}

/**
 * Probabilities of 0, 1, 2 … others in all withheld parts together; null where the figures contradict one another.
 * @param own the attacker's cases in the withheld parts
 */
export function remainderOf(whole: Distribution, shown: Distribution, own: number): Float64Array | null {
  const most = whole.from + whole.p.length - 1 - shown.from - own
  if (most < 0) return null
  const left = new Float64Array(most + 1)
  let total = 0
  for (let i = 0; i < whole.p.length; i++) {
    const weight = whole.p[i]!
    const top = whole.from + i - shown.from - own
    if (weight === 0 || top < 0) continue
    for (let k = 0; k < shown.p.length && k <= top; k++) {
      const share = weight * shown.p[k]!
      left[top - k]! += share
      total += share
    }
  }
  return total > 0 ? left : null
}

/** What a relation says about the count of one of its withheld parts. */
export class PartLikelihood {
  readonly #remainder: Float64Array
  readonly #rest: Float64Array
  #all: Float64Array | undefined

  /** @param rest weights of what the other withheld parts hold together, at least as many as the remainder has */
  constructor(remainder: Float64Array, rest: Float64Array) {
    this.#remainder = remainder
    this.#rest = rest
  }

  /** The probability of the figures given so many others in the part, up to a common factor. */
  at(others: number): number {
    if (this.#all !== undefined) return this.#all[others] ?? 0
    const [remainder, rest] = [this.#remainder, this.#rest]
    let weight = 0
    for (let left = others; left < remainder.length; left++) weight += remainder[left]! * rest[left - others]!
    return weight
  }

  /** The same for every number of others that is possible. */
  all(): Float64Array {
    // The remainder less what the others hold: a sum with the remainder mirrored.
    this.#all ??= convolved(this.#remainder.toReversed(), this.#rest, this.#remainder.length).toReversed()
    return this.#all
  }
}

/** The likelihood for an attacker of whose own cases so many are in the withheld parts: what he subtracts, the others do not hold. */
export class ShiftedLikelihood {
  readonly #of: PartLikelihood
  readonly #own: number

  constructor(of: PartLikelihood, own: number) {
    this.#of = of
    this.#own = own
  }

  at(others: number): number {
    return this.#of.all()[others + this.#own] ?? 0
  }

  all(): Float64Array {
    return this.#of.all().subarray(this.#own)
  }
}

export type Likelihood = Pick<PartLikelihood, 'at' | 'all'>
