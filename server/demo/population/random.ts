/** Chance with a seed: the same seed gives the same fictional network on every machine. Nothing here is fit for secrets. */

/** Shares of codes; they need not add up to one. */
export type Weights = Readonly<Record<string, number>>
/** For each code the probability, 0 to 1, that it is ticked. */
export type Ticks = Readonly<Record<string, number>>

export interface Chance {
  /** A number in [0, 1). */
  next(): number
  /** True with probability `p`. */
  happens(p: number): boolean
  /** One code, drawn by its share. @throws RangeError if no share is above zero */
  pick(weights: Weights): string
  /** Each code by its own probability, in the order given; possibly none. */
  tick(ticks: Ticks): string[]
  /** An integer from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** The same entries in another order. */
  shuffle<T>(entries: readonly T[]): T[]
}

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by one integer and run in for fifteen rounds. */
export function chance(seed: number): Chance {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed | 0
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let round = 0; round < 15; round++) next()
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    happens: (p) => next() < p,
    pick: (weights) => pick(weights, next()),
    tick: (ticks) => Object.entries(ticks).filter(([, p]) => next() < p).map(([code]) => code),
    between,
    shuffle: (entries) => {
      const mixed = [...entries]
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = between(0, last)
        const held = mixed[last] as (typeof mixed)[number]
        mixed[last] = mixed[other] as (typeof mixed)[number]
        mixed[other] = held
      }
      return mixed
    },
  }
}

function pick(weights: Weights, at: number): string {
  const entries = Object.entries(weights)
  let left = at * entries.reduce((sum, [, share]) => sum + share, 0)
  for (const [code, share] of entries) {
    left -= share
    if (left < 0) return code
  }
  const last = entries.findLast(([, share]) => share > 0)
  if (!last) throw new RangeError('no share above zero')
  return last[0]
}

/** Parts of `of` in proportion to `shares`, whole numbers that add up to it (largest remainders). */
export function apportion(of: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  const exact = shares.map((share) => (share / sum) * of)
  const parts = exact.map(Math.floor)
  const missing = of - parts.reduce((total, part) => total + part, 0)
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).sort((x, y) => y.rest - x.rest || x.index - y.index)
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}
