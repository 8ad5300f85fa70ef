import { describe, expect, it } from 'vitest'
import { InfeasibleNoise, perturbationTable } from '../../../analysis/policy/perturbation-table.ts'
import fc from '../../support/seeded-properties.ts'

const moments = (row: readonly { v: number; p: number }[]) => ({
  mass: row.reduce((sum, { p }) => sum + p, 0),
  mean: row.reduce((sum, { v, p }) => sum + v * p, 0),
  variance: row.reduce((sum, { v, p }) => sum + v * v * p, 0),
})

const entropy = (row: readonly { p: number }[]) => -row.reduce((sum, { p }) => sum + p * Math.log(p), 0)

describe('perturbation table', () => {
  it('row 1 of D5 V3 js2 is the published one, by the figure shown', () => {
    const row = perturbationTable({ d: 5, v: 3, js: 2 })[1]!
    expect(row.map(({ v }) => v + 1)).toEqual([0, 3, 4, 5, 6])
    for (const [index, p] of [0.73447, 0.13672, 0.0728, 0.03743, 0.01858].entries()) expect(row[index]!.p).toBeCloseTo(p, 5)
  })

  it('keeps the mean and the variance, never moves 0, never shows 1..js', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 0, max: 3 }),
        fc.double({ min: 1, max: 9, noNaN: true }),
        fc.constantFrom(0, 0.3, 0.5),
        fc.boolean(),
        (d, js, v, pstay, mono) => {
          fc.pre(js < d)
          let table: ReturnType<typeof perturbationTable>
          try {
            table = perturbationTable({ d, v, js, pstay, mono })
          } catch (error) {
            expect(error).toBeInstanceOf(InfeasibleNoise)
            return
          }
          expect(table).toHaveLength(js === 0 ? d + 1 : d + js + 2)
          expect(table[0]).toEqual([{ v: 0, p: 1 }])
          table.slice(1).forEach((row, index) => {
            const count = index + 1
            const { mass, mean, variance } = moments(row)
            expect(mass).toBeCloseTo(1, 9)
            expect(mean).toBeCloseTo(0, 8)
            expect(variance).toBeLessThanOrEqual(v + 1e-8)
            for (const { v: noise, p } of row) {
              expect(p).toBeGreaterThan(0)
              expect(count + noise === 0 || count + noise > js).toBe(true)
              if (noise === 0) expect(p).toBeGreaterThanOrEqual(pstay - 1e-9)
            }
            const left = row.filter(({ v: noise }) => noise <= 0)
            if (mono) for (const [at, { p }] of left.slice(1).entries()) expect(p).toBeGreaterThanOrEqual(left[at]!.p - 1e-9)
          })
        },
      ),
      { numRuns: 150 },
    )
  })

  it('has more entropy than any neighbour that keeps both moments', () => {
    const row = perturbationTable({ d: 5, v: 3, js: 2 })[8]!
    // Four neighbours moved by 1, -3, 3, -1: mass, mean and variance stay as they were.
    for (const start of [-5, -3, -1, 1, 2]) {
      for (const size of [1e-4, -1e-4]) {
        const moved = row.map(({ v, p }) => ({ v, p: p + size * ([1, -3, 3, -1][v - start] ?? 0) }))
        expect(moments(moved).variance).toBeCloseTo(moments(row).variance, 9)
        expect(moments(moved).mean).toBeCloseTo(0, 8)
        expect(entropy(moved)).toBeLessThan(entropy(row))
      }
    }
  })

  it('refuses by number a row that no distribution satisfies', () => {
    expect(() => perturbationTable({ d: 3, v: 2, js: 2 })).toThrow(InfeasibleNoise)
    expect(() => perturbationTable({ d: 4, v: 2, js: 2 })).toThrow(/true count 1 /)
    expect(() => perturbationTable({ d: 0, v: 2, js: 0 })).toThrow(RangeError)
    expect(() => perturbationTable({ d: 5, v: Number.NaN, js: 2 })).toThrow(RangeError)
  })
})
