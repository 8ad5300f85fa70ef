import { describe, expect, it } from 'vitest'
import { plainNumber } from '../../analysis/exact/exact-count.ts'
import { countOne, countThree, countTwo, passing } from '../../analysis/exact/histogram.ts'
import { countOptionPairs, countOptions, countOptionsBy } from '../../analysis/exact/masks.ts'
import { countPaths, countSteps } from '../../analysis/exact/paths.ts'
import fc from '../support/seeded-properties.ts'
import { slowCount } from '../support/slow-counter.ts'

/** Columns of any length, so that the last one to three codes beyond a whole word are met as often as not. */
const columnsOf = (...sizes: number[]) =>
  fc
    .integer({ min: 0, max: 300 })
    .chain((length) =>
      fc.tuple(...sizes.map((size) => fc.uint8Array({ minLength: length, maxLength: length, max: size - 1, size: 'max' }))),
    )

const labels = (codes: Uint8Array) => Array.from(codes, (code) => [String(code)])
const zip = (...columns: (readonly (readonly string[])[])[]) => columns[0]!.map((_, row) => columns.map((column) => column[row]!))

const same = (counts: Uint32Array, keyOf: (index: number) => string, slow: Map<string, number>) => {
  for (const [index, cases] of counts.entries()) expect(cases).toBe(slow.get(keyOf(index)) ?? 0)
  expect(counts.reduce((sum, cases) => sum + cases, 0)).toBe([...slow.values()].reduce((sum, cases) => sum + cases, 0))
}

describe('counts over columns equal the slow obvious counter', () => {
  it('one way', () => {
    fc.assert(fc.property(columnsOf(61), ([column]) => same(countOne(column!, 61), String, slowCount(zip(labels(column!))))))
  })

  it('two ways, at sizes on both sides of a power of two', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 7, 8, 9, 60), fc.constantFrom(1, 3, 4, 5, 12), (rows, columns) => {
        fc.assert(
          fc.property(columnsOf(rows, columns), ([a, b]) =>
            same(
              countTwo(a!, rows, b!, columns),
              (index) => `${Math.floor(index / columns)} | ${index % columns}`,
              slowCount(zip(labels(a!), labels(b!))),
            ),
          ),
          { numRuns: 10 },
        )
      }),
    )
  })

  it('three ways with filters', () => {
    fc.assert(
      fc.property(columnsOf(4, 5, 3, 6), fc.uint8Array({ minLength: 6, maxLength: 6, max: 1 }), ([a, b, c, d], allowed) => {
        const keep = new Uint8Array(256)
        keep.set(allowed)
        const counts = countThree({ codes: a!, size: 4 }, { codes: b!, size: 5 }, { codes: c!, size: 3 }, [{ codes: d!, keep }])
        const kept = zip(labels(a!), labels(b!), labels(c!)).filter((_, row) => allowed[d![row]!] === 1)
        same(counts, (index) => `${Math.floor(index / 15)} | ${Math.floor(index / 3) % 5} | ${index % 3}`, slowCount(kept))
      }),
    )
  })

  it('does not depend on the order of the cases', () => {
    fc.assert(
      fc.property(columnsOf(9, 4), ([a, b]) => {
        expect(countTwo(a!.toReversed(), 9, b!.toReversed(), 4)).toEqual(countTwo(a!, 9, b!, 4))
      }),
    )
  })

  it('refuses columns of two lengths', () => {
    expect(() => countTwo(new Uint8Array(3), 1, new Uint8Array(4), 1)).toThrow(RangeError)
    expect(() =>
      countThree({ codes: new Uint8Array(3), size: 1 }, { codes: new Uint8Array(4), size: 1 }, { codes: new Uint8Array(3), size: 1 }),
    ).toThrow(RangeError)
  })

  it('a case passes only if it passes every filter', () => {
    const keep = (code: number) => Uint8Array.from({ length: 256 }, (_, at) => (at === code ? 1 : 0))
    expect([
      ...passing(
        [
          { codes: Uint8Array.of(1, 1, 2), keep: keep(1) },
          { codes: Uint8Array.of(5, 6, 5), keep: keep(5) },
        ],
        3,
      ),
    ]).toEqual([1, 0, 0])
  })
})

/** Options on both sides of 16, where the way of counting changes, up to all 32 bits. */
const masksOf = (options: number) =>
  fc
    .array(fc.integer({ min: 0, max: 2 ** Math.min(options, 31) - 1 }), { maxLength: 200, size: 'max' })
    .map((values) => Uint32Array.from(values, (value, index) => (options === 32 && index % 3 === 0 ? value + 2 ** 31 : value)))
const ticked = (mask: number, options: number) =>
  Array.from({ length: options }, (_, bit) => bit)
    .filter((bit) => Math.floor(mask / 2 ** bit) % 2 === 1)
    .map(String)

describe('counts of multiple answers equal the slow obvious counter', () => {
  for (const options of [1, 15, 16, 17, 20, 32]) {
    it(`${options} options, each alone, by a code, and two together`, () => {
      fc.assert(
        fc.property(masksOf(options), fc.uint8Array({ minLength: 200, maxLength: 200, max: 4 }), (masks, long) => {
          const codes = long.slice(0, masks.length)
          const answers = Array.from(masks, (mask) => ticked(mask, options))
          same(countOptions(masks, options), String, slowCount(answers.map((answer) => [answer])))
          same(
            countOptionsBy(masks, options, codes, 5),
            (index) => `${Math.floor(index / options)} | ${index % options}`,
            slowCount(answers.map((answer, row) => [[String(codes[row])], answer])),
          )
          same(
            countOptionPairs(masks, options),
            (index) => `${Math.floor(index / options)} | ${index % options}`,
            slowCount(answers.map((answer) => [answer, answer])),
          )
        }),
        { numRuns: 40 },
      )
    })
  }
})

describe('counts of paths', () => {
  const paths = fc.array(fc.array(fc.constantFrom('TH', 'KR', 'JP', 'PH'), { minLength: 1, maxLength: 5 }), { maxLength: 60, size: 'max' })

  it('count whole paths, most first, in an order that tells nothing', () => {
    fc.assert(
      fc.property(paths, (taken) => {
        const counted = countPaths(taken)
        expect(new Map(counted.map(({ path, cases }) => [path.join('>'), cases]))).toEqual(
          slowCount(taken.map((path) => [[path.join('>')]])),
        )
        expect(countPaths(taken.toReversed())).toEqual(counted)
        for (const [index, entry] of counted.slice(1).entries())
          expect(plainNumber(entry.cases)).toBeLessThanOrEqual(plainNumber(counted[index]!.cases))
      }),
    )
  })

  it('count a case once a step, however often it passes it', () => {
    expect(countSteps([['TH', 'JP', 'TH', 'JP']])).toEqual([
      { path: ['JP', 'TH'], cases: 1 },
      { path: ['TH', 'JP'], cases: 1 },
    ])
  })
})
