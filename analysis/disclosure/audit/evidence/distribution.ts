/** Distributions over whole numbers, and their sums. */
import { convolvedByFourier } from './fourier.ts'

export interface Distribution {
  /** The number that `p[0]` belongs to. */
  readonly from: number
  readonly p: Float64Array
}

/** The distribution of the sum of two independent numbers. */
export function sum(a: Distribution, b: Distribution): Distribution {
  return { from: a.from + b.from, p: convolved(a.p, b.p, a.p.length + b.p.length - 1) }
}

/** Of minus the number. */
export const negative = ({ from, p }: Distribution): Distribution => ({ from: -(from + p.length - 1), p: p.toReversed() })

/** `weights` added to itself `times` times, as far as `length`; with 0 times the number is 0. */
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

/** Sums of more products than this are sooner done by Fourier's transform; shorter ones are exact. */
const PLAIN = 1 << 19

/** The weights of the sum of two independent numbers, as far as `length`. */
export function convolved(a: Float64Array, b: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const wide = Math.min(length, b.length)
  if (a.length * wide > PLAIN && weighty(a) * wide > PLAIN && weighty(b) * Math.min(length, a.length) > PLAIN)
    return convolvedByFourier(a, b, length)
  const result = new Float64Array(length)
  for (let i = 0; i < a.length && i < length; i++) {
    const weight = a[i]!
    if (weight === 0) continue
    const end = Math.min(b.length, length - i)
    for (let j = 0; j < end; j++) result[i + j]! += weight * b[j]!
  }
  return result
}

function weighty(numbers: Float64Array): number {
  let count = 0
  for (const weight of numbers) if (weight > 0) count++
  return count
}
