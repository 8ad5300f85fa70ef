import { describe, expect, it } from 'vitest'
import { keyedNoise } from '../../../analysis/disclosure/noise/cell-key.ts'
import { exactCount } from '../../../analysis/exact/exact-count.ts'
import { addKeys, KEY_SPACE } from '../../../analysis/exact/record-key.ts'
import { perturbationTable } from '../../../analysis/policy/perturbation-table.ts'
import { seeded } from '../../support/seeded.ts'
import fc from '../../support/seeded-properties.ts'

const key = fc
  .integer({ min: 0, max: 2 ** 32 - 1 })
  .chain((high) => fc.integer({ min: 0, max: 2 ** 16 - 1 }).map((low) => high * 2 ** 16 + low))
const table = perturbationTable({ d: 5, v: 3, js: 2 })

describe('cell keys', () => {
  it('add up to the same whatever the order, and stay whole numbers below 2^48', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 500, size: 'max' }), (keys) => {
        const sum = keys.reduce(addKeys, 0)
        expect(keys.toReversed().reduce(addKeys, 0)).toBe(sum)
        expect(BigInt(sum)).toBe(keys.reduce((total, one) => (total + BigInt(one)) % BigInt(KEY_SPACE), 0n))
      }),
    )
  })

  it('give the same noise for the same cases, of at most 5, and never a figure of 1 or 2', () => {
    const noise = keyedNoise(table, seeded(1))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), key, (cases, cellKey) => {
        const first = noise(exactCount(cases), cellKey)
        expect(noise(exactCount(cases), cellKey)).toBe(first)
        expect(Math.abs(first)).toBeLessThanOrEqual(5)
        expect(cases + first === 0 || cases + first > 2).toBe(true)
        if (cases === 0) expect(first).toBe(0)
      }),
    )
  })

  it('follow the distribution of the table, in an order of intervals that only the seed gives away', () => {
    const [one, other] = [keyedNoise(table, seeded(1)), keyedNoise(table, seeded(2))]
    const draws = seeded(3)
    const seen = new Map<number, number>()
    let differ = 0
    const runs = 40_000
    for (let run = 0; run < runs; run++) {
      const cellKey = draws() * 2 ** 16 + (draws() >>> 16)
      const noise = one(exactCount(20), cellKey)
      seen.set(noise, (seen.get(noise) ?? 0) + 1)
      if (noise !== other(exactCount(20), cellKey)) differ++
    }
    for (const { v, p } of table.at(-1)!) expect((seen.get(v) ?? 0) / runs).toBeCloseTo(p, 1.7)
    expect(differ / runs).toBeGreaterThan(0.5)
  })

  it('keep no interval longer than a fifth, so that a noise says little about the key', () => {
    const noise = keyedNoise(table, seeded(4))
    let longest = 0
    let run = 0
    let before = Number.NaN
    for (let at = 0; at < 1000; at++) {
      const now = noise(exactCount(1), Math.floor((at / 1000) * KEY_SPACE))
      run = now === before ? run + 1 : 1
      before = now
      longest = Math.max(longest, run)
    }
    // Row 1 leaves 73 % to one noise: unsplit it would stand in one run of 734.
    expect(longest).toBeLessThan(734)
  })
})
