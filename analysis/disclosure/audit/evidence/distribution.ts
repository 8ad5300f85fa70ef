/** Distributions over whole numbers, and those of their sums. They need not add up to 1: where only ratios mean anything they are called weights. */
import { convolvedByFourier } from './fourier.ts'

export interface Distribution {
  /** The number that `p[0]` belongs to. */
  readonly from: number
  readonly p: Float64Array
}

/**
 * The distribution of the sum of two independent numbers.
 * @example
 * const coin = { from: 0, p: Float64Array.of(0.5, 0.5) }
 * sum(coin, coin) // { from: 0, p: [0.25, 0.5, 0.25] }
 */
export function sum(a: Distribution, b: Distribution): Distribution {
  return { from: a.from + b.from, p: convolved(a.p, b.p, a.p.length + b.p.length - 1) }
}

/** The distribution of minus the number. */
export const negative = ({ from, p }: Distribution): Distribution => ({ from: -(from + p.length - 1), p: p.toReversed() })

/** The weights of the sum of `times` independent numbers, for sums below `length`; of none the sum is 0. By repeated squaring. */
export function repeated(weights: Float64Array, times: number, length: number): Float64Array {
  let result = new Float64Array(length)
  result[0] = 1
  let power = weights.slice(0, length)
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = convolved(result, power, length)
    if (left > 1) power = convolved(power, power, length)
  }
  return result
}

/** From this many products on the Fourier transform is faster; below, the plain sum is exact as well. */
const MANY_PRODUCTS = 1 << 19

/** The weights of the sum of two independent numbers, for sums below `length`. */
export function convolved(a: Float64Array, b: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const [firstA, firstB] = [firstPositive(a), firstPositive(b)]
  const [wideA, wideB] = [Math.min(a.length - firstA, length - firstA - firstB), Math.min(b.length - firstB, length - firstA - firstB)]
  const many = wideA * wideB > MANY_PRODUCTS && positives(a) * wideB > MANY_PRODUCTS && positives(b) * wideA > MANY_PRODUCTS
  if (many) return convolvedByFourier(a, b, length)
  const result = new Float64Array(length)
  for (let i = firstA; i < a.length && i + firstB < length; i++) {
    const weight = a[i]!
    if (weight === 0) continue
    const end = Math.min(b.length, length - i)
    for (let j = firstB; j < end; j++) result[i + j]! += weight * b[j]!
  }
  return result
}

function firstPositive(numbers: Float64Array): number {
  let first = 0
  while (first < numbers.length && !(numbers[first]! > 0)) first++
  return first
}

/** The weights of the sum of two independent numbers, for the sums from `from` to `to`, ends included; that of `from` stands at place 0. */
export function convolvedBetween(a: Float64Array, b: Float64Array, from: number, to: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(to - from + 1)
  const firstB = firstPositive(b)
  for (let i = 0; i < a.length && i + firstB <= to; i++) {
    const weight = a[i]!
    if (weight === 0) continue
    const end = Math.min(b.length - 1, to - i)
    for (let j = Math.max(firstB, from - i); j <= end; j++) result[i + j - from]! += weight * b[j]!
  }
  return result
}

function positives(numbers: Float64Array): number {
  let count = 0
  for (const weight of numbers) if (weight > 0) count++
  return count
}
