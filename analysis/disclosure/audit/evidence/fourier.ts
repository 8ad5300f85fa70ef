/**
 * Convolution of long sequences by the fast Fourier transform: of the order of n log n steps where the plain sum takes n squared. Radix 2, in
 * place, the roots of unity remembered for each size. Cooley & Tukey (1965), Mathematics of Computation 19, 297-301.
 */

interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

const roots = new Map<number, Complex>()

/** exp(-2πi k / size) for k below half the size. */
function rootsOf(size: number): Complex {
  const known = roots.get(size)
  if (known !== undefined) return known
  const angle = (k: number) => (-2 * Math.PI * k) / size
  const found = {
    re: Float64Array.from({ length: size / 2 }, (_, k) => Math.cos(angle(k))),
    im: Float64Array.from({ length: size / 2 }, (_, k) => Math.sin(angle(k))),
  }
  roots.set(size, found)
  return found
}

/** Replaces the numbers by their transform. Their length is a power of two. */
function transform(numbers: Complex): void {
  reverseBits(numbers)
  const { re, im } = numbers
  const size = re.length
  const { re: cos, im: sin } = rootsOf(size)
  for (let half = 1; half < size; half *= 2) {
    const step = size / (2 * half)
    for (let start = 0; start < size; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const [at, to, c, s] = [start + k, start + k + half, cos[k * step]!, sin[k * step]!]
        const [x, y] = [re[to]! * c - im[to]! * s, re[to]! * s + im[to]! * c]
        re[to] = re[at]! - x
        im[to] = im[at]! - y
        re[at]! += x
        im[at]! += y
      }
    }
  }
}

/** Moves each number to the place whose binary digits are those of its own in reverse order. */
function reverseBits({ re, im }: Complex): void {
  const size = re.length
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) {
      ;[re[i], re[j]] = [re[j]!, re[i]!]
      ;[im[i], im[j]] = [im[j]!, im[i]!]
    }
  }
}

/**
 * The convolution: entry n is the sum of `a[i] * b[n - i]`, up to 1e-15 of the largest entry times the logarithm of the length. Exactly 0 where
 * the plain sum is, and never below 0. Neither sequence may hold a negative number.
 * @param length number of entries wanted, at most those of both sequences together less one
 * @example convolvedByFourier(Float64Array.of(1, 1), Float64Array.of(1, 2), 3) // about [1, 3, 2]
 */
export function convolvedByFourier(a: Float64Array, b: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(length)
  const [endA, endB] = [lastOf(a) + 1, lastOf(b) + 1]
  if (endA === 0 || endB === 0) return result
  const [firstA, firstB] = [a.findIndex((weight) => weight > 0), b.findIndex((weight) => weight > 0)]
  const first = firstA + firstB
  const wanted = Math.min(length - first, endA - firstA + endB - firstB - 1)
  if (wanted <= 0) return result
  const [shortA, shortB] = [a.subarray(firstA, Math.min(endA, firstA + wanted)), b.subarray(firstB, Math.min(endB, firstB + wanted))]
  const size = 2 ** Math.ceil(Math.log2(shortA.length + shortB.length))
  // Both are transformed at once, as real and imaginary part. Scaled alike, because the rounding of the larger would drown the smaller.
  const scale = largest(shortA) / largest(shortB)
  const both = cleared(size)
  both.re.set(shortA)
  for (let k = 0; k < shortB.length; k++) both.im[k] = shortB[k]! * scale
  transform(both)
  multiplyParts(both)
  // The conjugate of the transform of the conjugate is the inverse transform. Of the product only the real part is wanted.
  transform(both)
  for (let k = 0; k < wanted; k++) result[first + k] = Math.max(0, both.re[k]! / (size * scale))
  return result
}

/** Replaces the transform of x + iy, where x and y are real, by the conjugate of the transform of the convolution of x and y. */
function multiplyParts({ re, im }: Complex): void {
  const size = re.length
  for (let k = 0; k <= size / 2; k++) {
    const l = (size - k) % size
    const [evenRe, oddRe, evenIm, oddIm] = [re[k]! + re[l]!, re[k]! - re[l]!, im[k]! + im[l]!, im[k]! - im[l]!]
    const [xRe, xIm, yRe, yIm] = [evenRe / 2, oddIm / 2, evenIm / 2, -oddRe / 2]
    const [real, imaginary] = [xRe * yRe - xIm * yIm, xRe * yIm + xIm * yRe]
    re[k] = real
    im[k] = -imaginary
    re[l] = real
    im[l] = imaginary
  }
}

/** Memory to work in, by size. */
const scratch = new Map<number, Complex>()

/** Numbers to work on, all 0. Those of the same size are used again by the next convolution. */
function cleared(size: number): Complex {
  const { re, im } = scratch.get(size) ?? { re: new Float64Array(size), im: new Float64Array(size) }
  scratch.set(size, { re, im })
  re.fill(0)
  im.fill(0)
  return { re, im }
}

const largest = (numbers: Float64Array) => numbers.reduce((found, weight) => Math.max(found, weight), 0)

function lastOf(numbers: Float64Array): number {
  let last = numbers.length - 1
  while (last >= 0 && !(numbers[last]! > 0)) last--
  return last
}
