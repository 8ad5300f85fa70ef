/**
 * Convolution of long sequences by the fast Fourier transform: n log n steps where the plain sum takes n squared. Radix 2, in place, with
 * the roots of unity worked out once per size (Cooley and Tukey, Math. Comp. 19, 1965).
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

/** The transform of the numbers, in their own place. Their length is a power of two. */
function transform({ re, im }: Complex): void {
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

/**
 * As the plain sum of products gives, up to 1e-15 of the largest entry times the logarithm of the length; exactly 0 where that is, and never
 * below 0. Both hold no negative number.
 * @param length entries wanted, at most those of both less one
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
  // Both at once, one as the real part, one as the imaginary part; alike in size, so that neither drowns in what the other is rounded by.
  const scale = largest(shortA) / largest(shortB)
  const both = cleared(size)
  both.re.set(shortA)
  for (let k = 0; k < shortB.length; k++) both.im[k] = shortB[k]! * scale
  transform(both)
  multiplyParts(both)
  // The transform of the conjugate, conjugated, is the inverse: of the product only its real part is asked for.
  transform(both)
  for (let k = 0; k < wanted; k++) result[first + k] = Math.max(0, both.re[k]! / (size * scale))
  return result
}

/** From the transform of x + iy, x and y real, the conjugate of that of their convolution. */
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

const scratch = new Map<number, Complex>()

/** Numbers to work on, all 0; the last ones of this size are used again. */
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
