/**
 * The perturbation table of the cell-key method: for each true count the distribution of the noise, made from its
 * definition by maximum entropy. Sources: Marley & Leaver (2011), "A method for confidentialising user-defined tables"; Giessing (2016),
 * "Computational issues in the design of transition probabilities and disclosure risk estimation for additive noise".
 */
import { mean } from 'simple-statistics'

/** No interval of keys that gives one noise is longer than this share of the key space: a long one would say much about the key. */
export const LONGEST_INTERVAL = 0.2

export interface NoiseSettings {
  /** Largest noise in either direction, in cases. */
  readonly d: number
  /** Variance that the noise may have. */
  readonly v: number
  /** No figure in 1..js is ever published; 0 switches this off. */
  readonly js: number
  /** Least probability of leaving a count as it is, where that is allowed. */
  readonly pstay?: number
  /** Probabilities do not decrease towards 0 from the left. Default true. */
  readonly mono?: boolean
}

/** One allowed noise of one row. */
export interface NoiseProbability {
  readonly v: number
  readonly p: number
}

/** Row i holds the noise of a true count i; the last row serves every larger count. Row 0 never moves. */
export type PerturbationTable = readonly (readonly NoiseProbability[])[]

/** The farthest that a figure may lie from its count, in cases. */
export const largestNoise = (table: PerturbationTable): number => table.flat().reduce((most, { v }) => Math.max(most, Math.abs(v)), 0)

/** Without a distribution that keeps the mean, the variance and every allowed probability above 0, the row is refused. */
export class InfeasibleNoise extends Error {
  readonly row: number
  constructor(row: number) {
    super(`no noise distribution exists for true count ${row} under these settings`)
    this.row = row
  }
}

/**
 * The table for D, V, js: rows 0..D+js+1 (0..D when js is 0); null for exact figures, which have none.
 * @throws RangeError for settings that are no whole, positive numbers  @throws InfeasibleNoise naming the row
 */
export function perturbationTable(settings: NoiseSettings): PerturbationTable
export function perturbationTable(settings: NoiseSettings | null): PerturbationTable | null
export function perturbationTable(settings: NoiseSettings | null): PerturbationTable | null {
  if (settings === null) return null
  const { d, v, js } = settings
  if (!Number.isInteger(d) || d < 1 || d > 50) throw new RangeError('d is a whole number from 1 to 50')
  if (!Number.isInteger(js) || js < 0 || js >= d) throw new RangeError('js is a whole number from 0 to d - 1')
  if (!(v > 0) || !Number.isFinite(v)) throw new RangeError('v is above 0')
  const last = js === 0 ? d : d + js + 1
  return Array.from({ length: last + 1 }, (_, count) => (count === 0 ? [{ v: 0, p: 1 }] : row(count, settings)))
}

/** A group of neighbouring values that must share one probability. */
type Pool = readonly number[]

function row(count: number, { d, v: variance, js, pstay = 0, mono = true }: NoiseSettings): NoiseProbability[] {
  const allowed: number[] = []
  for (let value = -d; value <= d; value++) {
    const figure = count + value
    if (figure >= 0 && (figure === 0 || figure > js)) allowed.push(value)
  }
  if (allowed.every((value) => value >= 0) || allowed.every((value) => value <= 0)) throw new InfeasibleNoise(count)
  let pools: Pool[] = allowed.map((value) => [value])
  let stay: number | null = null
  let asked = false
  for (let attempt = 0; attempt < 4 * allowed.length; attempt++) {
    const solution = maximumEntropy(count, pools, variance, stay)
    const atZero = solution.find(({ pool }) => pool.includes(0))
    if (stay === null && atZero !== undefined && atZero.p < pstay - 1e-12) {
      // What was pooled before the least p(0) was asked for may come apart again; what is pooled afterwards stays.
      if (!asked) pools = allowed.map((value) => [value])
      asked = true
      stay = pstay
      continue
    }
    const broken = mono ? firstDecrease(solution) : -1
    if (broken >= 0) {
      if (pools[broken + 1]!.includes(0)) stay = null
      pools = pools.flatMap((pool, index) => (index === broken ? [[...pool, ...pools[broken + 1]!]] : index === broken + 1 ? [] : [pool]))
      continue
    }
    return solution.flatMap(({ pool, p }) => pool.map((value) => ({ v: value, p })))
  }
  throw new InfeasibleNoise(count)
}

interface Solved {
  readonly pool: Pool
  readonly p: number
}

/** The first pool whose right neighbour, still at or below 0, is less probable; -1 if none. */
function firstDecrease(solution: readonly Solved[]): number {
  for (let index = 0; index + 1 < solution.length; index++) {
    const next = solution[index + 1]!
    if (next.pool[0]! > 0) return -1
    if (solution[index]!.p > next.p + 1e-12) return index
  }
  return -1
}

/**
 * The distribution of greatest entropy with mean 0 and variance at most `variance`: p(v) = exp(a v + b v^2) / Z, b <= 0, each
 * pool sharing the mean of its exponents. `stay`, if given, fixes p(0) and spreads the rest. The dual log Z - b V is convex;
 * damped Newton finds its minimum, which exists exactly where the row is feasible with every probability above 0.
 */
function maximumEntropy(count: number, pools: readonly Pool[], variance: number, stay: number | null): Solved[] {
  const fixed = stay === null ? -1 : pools.findIndex((pool) => pool.includes(0))
  const mass = fixed < 0 ? 1 : 1 - stay! * pools[fixed]!.length
  const moments = pools.map((pool) => ({ size: pool.length, m1: mean(pool), m2: mean(pool.map((value) => value * value)) }))
  const free = (index: number) => index !== fixed
  const at = (a: number, b: number) => {
    const exponents = moments.map(({ m1, m2 }) => a * m1 + b * m2)
    const top = Math.max(...exponents.filter((_, index) => free(index)))
    const raw = exponents.map((exponent, index) => (free(index) ? Math.exp(exponent - top) : 0))
    const sum = raw.reduce((total, weight, index) => total + weight * moments[index]!.size, 0)
    const p = raw.map((weight, index) => (free(index) ? (weight / sum) * mass : stay!))
    const held = moments[fixed] ?? { size: 0, m1: 0, m2: 0 }
    const constant = (stay ?? 0) * held.size * (a * held.m1 + b * held.m2)
    return { p, dual: mass * (Math.log(sum) + top) + constant - b * variance }
  }
  const [a0] = newton(count, (a) => at(a, 0), moments, free, mass, null)
  const relaxed = at(a0, 0).p
  const solved = moment(relaxed, moments, ({ m2 }) => m2) <= variance ? relaxed : at(...newton(count, at, moments, free, mass, variance)).p
  if (solved.some((weight) => !(weight > 1e-15))) throw new InfeasibleNoise(count)
  return pools.map((pool, index) => ({ pool, p: solved[index]! }))
}

interface Moment {
  readonly size: number
  readonly m1: number
  readonly m2: number
}

const moment = (p: readonly number[], moments: readonly Moment[], of: (moment: Moment) => number) =>
  p.reduce((sum, weight, index) => sum + weight * moments[index]!.size * of(moments[index]!), 0)

/** The minimum of the dual in a (variance null: b stays 0) or in a and b. @throws InfeasibleNoise where it has none */
function newton(
  count: number,
  at: (a: number, b: number) => { p: number[]; dual: number },
  moments: readonly Moment[],
  free: (index: number) => boolean,
  mass: number,
  variance: number | null,
): [number, number] {
  let [a, b] = [0, 0]
  for (let step = 0; step < 200; step++) {
    const { p, dual } = at(a, b)
    const loose = p.map((weight, index) => (free(index) ? weight : 0))
    const ga = moment(p, moments, ({ m1 }) => m1)
    const gb = variance === null ? 0 : moment(p, moments, ({ m2 }) => m2) - variance
    const first = moment(loose, moments, ({ m1 }) => m1)
    const second = moment(loose, moments, ({ m2 }) => m2)
    if (Math.abs(ga) < 1e-13 && Math.abs(gb) < 1e-13) return [a, b]
    const haa = moment(loose, moments, ({ m1 }) => m1 * m1) - (first * first) / mass
    const hab = moment(loose, moments, ({ m1, m2 }) => m1 * m2) - (first * second) / mass
    const hbb = moment(loose, moments, ({ m2 }) => m2 * m2) - (second * second) / mass
    const determinant = haa * hbb - hab * hab
    if (!(haa > 0) || (variance !== null && !(determinant > 1e-300))) throw new InfeasibleNoise(count)
    const da = variance === null ? -ga / haa : -(hbb * ga - hab * gb) / determinant
    const db = variance === null ? 0 : -(haa * gb - hab * ga) / determinant
    const slope = ga * da + gb * db
    let size = Math.min(1, 20 / Math.max(1e-300, Math.abs(da), Math.abs(db)))
    while (size > 1e-12 && at(a + size * da, b + size * db).dual > dual + 1e-4 * size * slope + 1e-15) size /= 2
    if (size <= 1e-12) return Math.hypot(ga, gb) < 1e-9 ? [a, b] : fail(count)
    a += size * da
    b += size * db
    if (Math.abs(a) > 400 || Math.abs(b) > 400) throw new InfeasibleNoise(count)
  }
  throw new InfeasibleNoise(count)
}

function fail(count: number): never {
  throw new InfeasibleNoise(count)
}
