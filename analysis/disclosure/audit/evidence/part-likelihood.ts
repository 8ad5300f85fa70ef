/**
 * What one additive relation says about the count of one of its withheld parts: its remainder, less what the other withheld parts hold. Only small
 * counts are asked of most parts, so a likelihood is worked out where it is asked for.
 */
import { convolved, convolvedBetween } from './distribution.ts'

/** What the other withheld parts of a relation hold together: a sum of independent counts, of which only a stretch may be needed. */
export class Rest {
  readonly #first: Float64Array
  readonly #others: readonly Float64Array[]
  #all: Float64Array | undefined

  /** @param first weights of one of them  @param others those of each of the others */
  constructor(first: Float64Array, others: readonly Float64Array[]) {
    this.#first = first
    this.#others = others
  }

  /** Weights of the sums below `length`. */
  all(length: number): Float64Array {
    if (this.#all === undefined || this.#all.length < length)
      this.#all = this.#others.reduce((sum, weights) => convolved(sum, weights, length), this.#first)
    return this.#all
  }

  /** Weights of the sums from `from` to `to`, ends included, the first of them at place 0. */
  between(from: number, to: number): Float64Array {
    const last = this.#others.at(-1)
    if (last === undefined) return this.#first.subarray(from, to + 1)
    if (this.#all !== undefined && this.#all.length > to) return this.#all.subarray(from, to + 1)
    const before = this.#others.slice(0, -1).reduce((sum, weights) => convolved(sum, weights, to + 1), this.#first)
    return convolvedBetween(before, last, from, to)
  }
}

/** What a relation says about the count of one of its withheld parts. */
export class PartLikelihood {
  readonly #remainder: Float64Array
  readonly #rest: Rest
  readonly #first: number
  #all: Float64Array | undefined
  /** For small counts, once one was asked for: many parts of a relation share them. */
  #near: Float64Array | undefined

  constructor(remainder: Float64Array, rest: Rest) {
    this.#remainder = remainder
    this.#rest = rest
    this.#first = Math.max(
      0,
      remainder.findIndex((weight) => weight > 0),
    )
  }

  /** No part holds so many others or more. */
  get length(): number {
    return this.#remainder.length
  }

  /** The same remainder, shared with parts of these weights. */
  beside(others: readonly Float64Array[]): PartLikelihood {
    return new PartLikelihood(this.#remainder, new Rest(this.#nobody(), others))
  }

  /** Of a remainder smaller by so many cases. */
  less(own: number): PartLikelihood {
    return new PartLikelihood(this.#remainder.subarray(own), this.#rest)
  }

  #nobody(): Float64Array {
    const weights = new Float64Array(this.length)
    weights[0] = 1
    return weights
  }

  /** The probability of the figures given so many others in the part, up to a common factor. */
  at(others: number): number {
    if (this.#all !== undefined) return this.#all[others] ?? 0
    if (others >= NEAR) return this.all()[others] ?? 0
    this.#near ??= this.#nearby()
    return this.#near[others]!
  }

  #nearby(): Float64Array {
    const remainder = this.#remainder
    const from = Math.max(0, this.#first - NEAR)
    const rest = this.#rest.between(from, remainder.length - 1)
    const near = new Float64Array(NEAR)
    for (let others = 0; others < NEAR; others++)
      for (let left = Math.max(others, this.#first); left < remainder.length; left++)
        near[others]! += remainder[left]! * rest[left - others - from]!
    return near
  }

  /** The same for every number of others that is possible. */
  all(): Float64Array {
    const { length } = this.#remainder
    // The remainder less what the others hold: a sum with the remainder mirrored.
    this.#all ??= convolved(this.#remainder.subarray(this.#first).toReversed(), this.#rest.all(length), length).toReversed()
    return this.#all
  }
}

/** Policies with a greater minimum than this are judged by the whole likelihood. */
const NEAR = 8

/** The likelihood for an attacker of whose own cases so many are in the withheld parts: what he subtracts, the others do not hold. */
export class ShiftedLikelihood {
  readonly #of: PartLikelihood
  readonly #own: number

  constructor(of: PartLikelihood, own: number) {
    this.#of = of
    this.#own = own
  }

  get length(): number {
    return Math.max(0, this.#of.length - this.#own)
  }

  beside(others: readonly Float64Array[]): PartLikelihood {
    return this.#of.less(this.#own).beside(others)
  }

  at(others: number): number {
    return this.#of.all()[others + this.#own] ?? 0
  }

  all(): Float64Array {
    return this.#of.all().subarray(this.#own)
  }
}

export type Likelihood = Pick<PartLikelihood, 'at' | 'all' | 'beside' | 'length'>
