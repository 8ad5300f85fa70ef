/** Statistics against values recorded from R 4.2.2, and their rules against published figures. */

import { cumulativeStdNormalProbability, probit, sampleCorrelation, sum } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { POLICY_V2, POLICY_V2_WITHHOLD } from '../../../analysis/policy/policy.ts'
import { concentrationOf } from '../../../analysis/publication/book/derived/concentration.ts'
import { association } from '../../../analysis/publication/statistics/association.ts'
import { chiSquaredTail } from '../../../analysis/publication/statistics/chi-squared.ts'
import { band, benjaminiHochberg } from '../../../analysis/publication/statistics/multiple-tests.ts'
import { shareOf, wilson } from '../../../analysis/publication/statistics/share.ts'
import { withRests } from '../../../analysis/publication/statistics/table-test.ts'
import { cochranArmitage } from '../../../analysis/publication/statistics/trend.ts'
import fc from '../../support/seeded-properties.ts'

const near = (found: number, expected: number, relative = 1e-12) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(Math.abs(expected) * relative)
const shown = (figure: number) => ({ status: 'shown', figure }) as const

describe('against R', () => {
  it.each([
    // pchisq(x, df, lower.tail = FALSE)
    [3.84, 1, 0.0500435212487052],
    [50, 3, 7.98917924495147e-11],
    [5.9655145887704, 9, 0.743364725052551],
    [33.0163907260031, 2, 6.76989367139536e-8],
  ])('the tail of chi-squared at %d with %d degrees', (x, df, p) => near(chiSquaredTail(x, df), p, 1e-12))

  it.each([
    // chisq.test(table, correct = FALSE)
    [
      [
        [3, 1],
        [1, 3],
      ],
      2,
      1,
      0.157299207050284,
      0.5,
      0.353553390593274,
    ],
    [
      [
        [1, 3, 10, 6],
        [2, 3, 10, 7],
        [1, 6, 14, 12],
        [0, 1, 9, 11],
      ],
      5.9655145887704,
      9,
      0.743364725052551,
      0.143922174532347,
      0,
    ],
    [
      [
        [14, 52],
        [88, 61],
        [20, 7],
      ],
      33.0163907260031,
      2,
      6.76989367139536e-8,
      0.369366168776157,
      0.358701125354653,
    ],
  ])('chi-squared and Cramér’s V of %j', (table, chiSquared, df, p, v, corrected) => {
    const found = association(table)
    near(found.chiSquared, chiSquared)
    expect(found.df).toBe(df)
    near(found.p, p)
    near(found.v, v)
    expect(found.corrected).toBeCloseTo(corrected, 12)
  })

  it('the trend of a share', () => {
    const found = cochranArmitage([2, 5, 9, 14], [40, 41, 39, 42], [1, 2, 3, 4])
    near(found.z, 3.53393934197055)
    near(found.p, 0.000409415026916483)
  })

  it('Benjamini-Hochberg', () => {
    const expected = [0.0008, 0.266666666666667, 0.07984, 0.07984, 1, 0.012, 1, 0.07984]
    for (const [at, p] of benjaminiHochberg([0.0001, 0.2, 0.04, 0.04, 0.9, 0.003, 1, 0.0499]).entries()) near(p, expected[at]!)
    expect([0.0009, 0.001, 0.049, 0.05].map((p) => band(p).en)).toEqual(['p<0.001', 'p<0.01', 'p<0.05', 'not significant'])
  })

  it.each([
    // prop.test(x, n, correct = FALSE)
    [1, 10, 0.0178762130950729, 0.404150026795238],
    [5, 10, 0.236593090512564, 0.763406909487436],
    [81, 263, 0.255288519878274, 0.3662095769828],
  ])('Wilson’s interval of %d in %d', (x, n, low, high) => {
    const found = wilson(x / n, n)
    expect(found[0]).toBeCloseTo(low, 5)
    expect(found[1]).toBeCloseTo(high, 5)
  })
})

/** One entry a case, for formulas that know nothing of tables. */
const repeated = (value: number, cases: number) => Array.from({ length: cases }, () => value)

describe('against simple-statistics', () => {
  const cases = fc.integer({ min: 1, max: 60 })

  it('chi-squared of two by two is n times the squared correlation of the two answers', () => {
    fc.assert(
      fc.property(cases, cases, cases, cases, (a, b, c, d) => {
        const correlation = sampleCorrelation(
          [...repeated(0, a + b), ...repeated(1, c + d)],
          [...repeated(0, a), ...repeated(1, b), ...repeated(0, c), ...repeated(1, d)],
        )
        const found = association([
          [a, b],
          [c, d],
        ])
        expect(found.chiSquared).toBeCloseTo((a + b + c + d) * correlation ** 2, 8)
        expect(found.v).toBeCloseTo(Math.abs(correlation), 8)
      }),
    )
  })

  it('the square of a trend is n times the squared correlation of answer and period', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cases, cases), { minLength: 2, maxLength: 6 }), (periods) => {
        const correlation = sampleCorrelation(
          periods.flatMap(([part, others], at) => repeated(at, part + others)),
          periods.flatMap(([part, others]) => [...repeated(1, part), ...repeated(0, others)]),
        )
        const bases = periods.map(([part, others]) => part + others)
        const { z } = cochranArmitage(
          periods.map(([part]) => part),
          bases,
          periods.map((_, at) => at),
        )
        expect(z).toBeCloseTo(Math.sqrt(sum(bases)) * correlation, 8)
      }),
    )
  })

  it('which is not asked for tails and quantiles of the normal distribution: it approximates them', () => {
    // qnorm(0.975) is 1.959964, pnorm(4.2, lower.tail = FALSE) is 1.334575e-05.
    expect(probit(0.975)).toBeCloseTo(1.9572, 4)
    expect(Math.abs(probit(0.975) - 1.959963984540054)).toBeGreaterThan(0.002)
    expect(1 - cumulativeStdNormalProbability(4.2)).toBeGreaterThan(50 * 1.334575e-5)
    near(chiSquaredTail(4.2 ** 2, 1) / 2, 1.33457490159063e-5, 1e-10)
  })
})

describe('P87 a percentage', () => {
  it('is whole, of a base of 20 or more, and at most all of it; noise widens its interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 600 }), fc.integer({ min: 5, max: 600 }), (part, base) => {
        const [noisy, exact] = [POLICY_V2, POLICY_V2_WITHHOLD].map((policy) => shareOf(shown(part), shown(base), policy))
        expect([noisy === null, exact === null]).toEqual([base < 20, base < 20])
        if (base < 20) return
        expect(Math.abs(noisy!.percent - Math.min(100, (100 * part) / base))).toBeLessThanOrEqual(0.5 + 1e-9)
        expect(noisy!.low).toBeLessThanOrEqual(exact!.low)
        expect(noisy!.high).toBeGreaterThanOrEqual(exact!.high)
        expect(exact!.low).toBeLessThanOrEqual(exact!.percent)
        expect(exact!.high).toBeGreaterThanOrEqual(exact!.percent)
        expect([noisy!.low, noisy!.high].every((bound) => Number.isInteger(bound) && bound >= 0 && bound <= 100)).toBe(true)
      }),
    )
  })

  it('of 30 in 60 is 50 % in either policy, between 37 and 63 where figures are exact and further apart where they are adjusted', () => {
    expect(shareOf(shown(30), shown(60), POLICY_V2_WITHHOLD)).toEqual({ percent: 50, low: 37, high: 63 })
    const noisy = shareOf(shown(30), shown(60), POLICY_V2)!
    expect(noisy.percent).toBe(50)
    expect(noisy.low).toBeLessThan(37)
    expect(noisy.high).toBeGreaterThan(63)
    const twice = { status: 'sum', parts: 2, of: 2 } as const
    expect(shareOf({ ...twice, figure: 30 }, { ...twice, figure: 60 }, POLICY_V2)!.high).toBeGreaterThan(noisy.high)
  })

  it('is none where a figure is withheld, or known in some of its parts only', () => {
    for (const cell of [{ status: 'withheld' }, { status: 'not_applicable' }, { status: 'sum', figure: 90, parts: 1, of: 2 }] as const) {
      expect(shareOf(cell, shown(100), POLICY_V2)).toBeNull()
      expect(shareOf(shown(50), cell, POLICY_V2)).toBeNull()
    }
    expect(shareOf({ status: 'sum', figure: 50, parts: 2, of: 2 }, shown(100), POLICY_V2)).toMatchObject({ percent: 50 })
  })
})

describe('a test in a table with withheld cells', () => {
  const cells = [
    [40, 30, null],
    [20, 35, 12],
    [null, 9, null],
  ]
  it('takes the withheld cells of a line together as what is left of its total', () => {
    const made = withRests({ cells: cells.slice(0, 2), rowTotals: [80, 70], columnTotals: [60, 65, 25], total: 150 })
    expect(made?.counts).toEqual([
      [40, 30, 10],
      [20, 35, 15],
    ])
    expect(made?.rests).toBe(true)
  })
  it('is none where a rest is under five, or a total is withheld that it would need', () => {
    expect(withRests({ cells: cells.slice(0, 2), rowTotals: [74, 70], columnTotals: [60, 65, 19], total: 144 })).toBeNull()
    expect(withRests({ cells, rowTotals: [80, 70, 20], columnTotals: [60, 65, 25], total: null })).toBeNull()
  })
  it('counts noise, so that adjusted figures find less', () => {
    const table = [
      [30, 20],
      [20, 30],
    ]
    expect(association(table, () => 3).p).toBeGreaterThan(association(table).p)
    expect(cochranArmitage([10, 15, 20], [40, 40, 40], [1, 2, 3], 3).p).toBeGreaterThan(
      cochranArmitage([10, 15, 20], [40, 40, 40], [1, 2, 3]).p,
    )
  })
})

describe('concentration', () => {
  it('is Herfindahl’s where everything is known', () => {
    const found = concentrationOf([50, 30, 20], 100)
    expect(found.low).toBeCloseTo(0.38, 12)
    expect(found.high).toBeCloseTo(0.38, 12)
    expect(found.topLow).toBeCloseTo(1, 12)
  })
  it('has the truth between its bounds, however the withheld cases fall', () => {
    const few = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 20, size: 'max' })
    const many = fc.array(fc.integer({ min: 5, max: 80 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(many, few, (known, withheld) => {
        const all = [...known, ...withheld]
        const n = sum(all)
        const truth = sum(all.map((one) => (one / n) ** 2))
        const found = concentrationOf(known, n)
        expect(found.low).toBeLessThanOrEqual(truth + 1e-12)
        expect(found.high).toBeGreaterThanOrEqual(truth - 1e-12)
      }),
    )
  })
})
