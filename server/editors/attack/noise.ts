/**
 * The noise as a reader reconstructs it from the policy printed on every table: among all distributions on the allowed shifts with
 * mean 0 and variance at most v, the one of largest entropy. Monotone pooling is left out; it moves probabilities by little.
 */
import type { Policy } from '../../../survey-schema/release/bundle.ts'

export interface Shift {
  readonly v: number
  readonly p: number
}

/** @returns for a count of cases the chance of each shift; a count beyond the last row uses the last */
export function assumedNoise(noise: Policy['noise']): (cases: number) => readonly Shift[] {
  if (noise === null) return () => [{ v: 0, p: 1 }]
  const { d, v: variance, js } = noise
  const last = d + js + 1
  const rows = Array.from({ length: last + 1 }, (_, cases): readonly Shift[] => {
    if (cases === 0) return [{ v: 0, p: 1 }]
    const allowed = Array.from({ length: 2 * d + 1 }, (_, index) => index - d).filter((v) => cases + v === 0 || cases + v > js)
    const flat = tilted(allowed, 0)
    if (varianceOf(flat) <= variance) return flat
    let [narrow, wide] = [-20, 0]
    for (let step = 0; step < 60; step++) {
      const b = (narrow + wide) / 2
      if (varianceOf(tilted(allowed, b)) > variance) wide = b
      else narrow = b
    }
    return tilted(allowed, narrow)
  })
  return (cases) => rows[Math.min(cases, last)]!
}

/** p proportional to exp(a v + b v^2), with a such that the mean is 0. */
function tilted(allowed: readonly number[], b: number): Shift[] {
  const at = (a: number) => {
    const weights = allowed.map((v) => a * v + b * v * v)
    const top = Math.max(...weights)
    const exps = weights.map((weight) => Math.exp(weight - top))
    const sum = exps.reduce((total, one) => total + one, 0)
    return allowed.map((v, index) => ({ v, p: exps[index]! / sum }))
  }
  let [low, high] = [-60, 60]
  for (let step = 0; step < 80; step++) {
    const a = (low + high) / 2
    if (at(a).reduce((sum, { v, p }) => sum + v * p, 0) > 0) high = a
    else low = a
  }
  return at((low + high) / 2)
}

const varianceOf = (row: readonly Shift[]) => row.reduce((sum, { v, p }) => sum + v * v * p, 0)
