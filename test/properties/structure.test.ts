/**
 * P89: a partner that pads a set with cases of its own, real or invented, reads from the structure of the tables nothing about nobody, one or two others in
 * it. Count tables are generated, noise and audits are off: these are the rules alone.
 */
import { describe, expect, it } from 'vitest'
import { type Line, TOTAL_LINE } from '../../analysis/catalogue/line.ts'
import { NO_NOISE } from '../../analysis/disclosure/noise/cell-key.ts'
import { gridAxis, TOTAL_AXIS } from '../../analysis/disclosure/rules/grid-axis.ts'
import { valueLines } from '../../analysis/disclosure/rules/line-rules.ts'
import { protectGrid } from '../../analysis/disclosure/rules/protection-grid.ts'
import type { Verdict } from '../../analysis/disclosure/rules/verdict.ts'
import { gather } from '../../analysis/exact/snapshot.ts'
import { supportOf } from '../../analysis/exact/support.ts'
import { classify, everyCase, tally } from '../../analysis/exact/tally.ts'
import { POLICY_V1, POLICY_V2 } from '../../analysis/policy/policy.ts'
import type { Policy } from '../../survey-schema/release/bundle.ts'
import type { Variable } from '../../survey-schema/variables/index.ts'
import { countedTable, inventedVariable, type Sent } from '../support/counted-table.ts'
import fc from '../support/seeded-properties.ts'

const UNITS = 5
const FEW = [0, 1, 2] as const
const padding = fc.integer({ min: 0, max: 15 })
const partner = fc.integer({ min: 0, max: UNITS - 1 })
/** What every unit sent of one category: nothing, a few, or many. */
const column = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 15 })), {
  minLength: UNITS,
  maxLength: UNITS,
})
/** Others that sent one or two cases: units beside the partner, which may be the same one. */
const elsewhere = fc.array(fc.integer({ min: 1, max: UNITS - 1 }), { minLength: 2, maxLength: 2 })

const sentBy = (code: string, counts: readonly number[]): Sent[] => counts.map((cases, unit) => ({ code, unit, cases }))
const FULL = [9, 9, 9, 9, 9]
const EMPTY = gather([])

/** A set that the partner pads, with so many others in it. */
const padded = (code: string, own: number, who: number, others: number, from: readonly number[], edition = 0): Sent[] => [
  { code, unit: who, cases: own, edition },
  ...from.slice(0, others).map((step) => ({ code, unit: (who + step) % UNITS, cases: 1, edition })),
]

/** Every line at every level: its codes, and whether it is always withheld. */
function structure(variable: Variable, sent: readonly Sent[], policy: Policy = POLICY_V2, editions = 1): string[] {
  const { column, cases } = countedTable(variable, sent, UNITS)
  const support = supportOf(column, cases, variable.id)
  return variable.levels.flatMap(({ id }) =>
    valueLines(variable, id, support, { policy, noise: NO_NOISE, editions }).map(
      ({ code, codes, blocked, precedes }) =>
        `${id} ${code}: ${[...codes!].sort().join(' ')}${blocked ? ' withheld' : ''}${precedes ? ' first' : ''}`,
    ),
  )
}

const allEqual = (made: readonly (readonly string[])[]) => {
  for (const one of made) expect(one).toEqual(made[0])
}

describe('P89 lines', () => {
  const flat = inventedVariable([{ a: ['a'], b: ['b'], c: ['c'] }])

  it('are the same for nobody, one and two others in a category that a partner pads', () => {
    fc.assert(
      fc.property(partner, padding, elsewhere, column, (who, own, from, b) => {
        const beside = [...sentBy('b', b), ...sentBy('c', FULL)]
        allEqual(FEW.map((others) => structure(flat, [...padded('a', own, who, others, from), ...beside])))
      }),
      { numRuns: 500 },
    )
  })

  it('are the same for any few others in two categories that a partner pads, at this level and at a coarser one', () => {
    const nested = inventedVariable([
      { a: ['a'], b: ['b'], c: ['c'], d: ['d'] },
      { ab: ['a', 'b'], cd: ['c', 'd'] },
    ])
    fc.assert(
      fc.property(partner, padding, padding, elsewhere, elsewhere, (who, ownA, ownB, fromA, fromB) => {
        const beside = [...sentBy('c', FULL), ...sentBy('d', FULL)]
        const worlds = FEW.flatMap((a) =>
          FEW.map((b) => [...padded('a', ownA, who, a, fromA), ...padded('b', ownB, who, b, fromB), ...beside]),
        )
        allEqual(worlds.map((world) => structure(nested, world)))
        allEqual(
          worlds.map((world) =>
            structure(
              flat,
              world.filter(({ code }) => code !== 'd'),
            ),
          ),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('are the same for any few others in each of the two editions of a volume', () => {
    fc.assert(
      fc.property(partner, padding, padding, elsewhere, elsewhere, column, (who, own1, own2, from1, from2, b) => {
        const beside = [...sentBy('b', b), ...sentBy('c', FULL)]
        const worlds = FEW.flatMap((one) =>
          FEW.map((two) => [...padded('a', own1, who, one, from1, 0), ...padded('a', own2, who, two, from2, 1), ...beside]),
        )
        allEqual(worlds.map((world) => structure(flat, world, POLICY_V2, 2)))
      }),
      { numRuns: 300 },
    )
  })

  it('leave three to each partner, whatever was joined', () => {
    const wide = inventedVariable([
      Object.fromEntries([...'abcdefg'].map((code) => [code, [code]])),
      { abc: ['a', 'b', 'c'], de: ['d', 'e'], fg: ['f', 'g'] },
    ])
    fc.assert(
      fc.property(fc.array(column, { minLength: 7, maxLength: 7 }), (columns) => {
        const { column, cases } = countedTable(
          wide,
          columns.flatMap((counts, index) => sentBy('abcdefg'[index]!, counts)),
          UNITS,
        )
        const support = supportOf(column, cases, wide.id)
        for (const { id } of wide.levels)
          for (const line of valueLines(wide, id, support, { policy: POLICY_V2, noise: NO_NOISE, editions: 1 })) {
            const own = [...Array(UNITS).keys()].map((unit) =>
              [...line.codes!].reduce((sum, code) => sum + columns['abcdefg'.indexOf(code)]![unit]!, 0),
            )
            const all = own.reduce((sum, one) => sum + one, 0)
            if (!line.blocked) expect(Math.min(...own.map((one) => all - one))).toBeGreaterThanOrEqual(3)
          }
      }),
    )
  })

  it('told a partner under version 1 whether anybody else was there', () => {
    const worlds = FEW.map((others) => [...padded('a', 12, 0, others, [1, 2]), ...sentBy('b', FULL), ...sentBy('c', FULL)])
    expect(new Set(worlds.map((world) => structure(flat, world, POLICY_V1).join('\n'))).size).toBe(2)
  })
})

describe('P89 differences', () => {
  const nested = inventedVariable([
    { a: ['a'], b: ['b'], c: ['c'] },
    { ab: ['a', 'b'], c: ['c'] },
  ])
  const lineOf = (codes: string): Line => ({
    code: codes,
    role: 'value',
    en: '',
    ja: '',
    codes: new Set(codes),
    blocked: false,
    key: `=${[...codes].join(' ')}`,
  })

  /** Which cells are shown where a category and its coarser category both have a line, and the rest of it none. */
  function shown(
    sent: readonly Sent[],
    policy: Policy,
    precedence: 'parent' | 'children',
    full: Partial<Line> = {},
    given: Verdict | null = null,
  ): string[] {
    const { column, cases } = countedTable(nested, sent, UNITS)
    const levels = [[{ ...lineOf('a'), ...full }, lineOf('c')], [lineOf('ab')]]
    const lines = [TOTAL_LINE, ...levels.flat()]
    const grid = {
      rows: gridAxis(nested, lines, levels, precedence),
      columns: TOTAL_AXIS,
      tally: tally(cases, classify(column, lines), everyCase(cases.size)),
      precedence,
      printed: () => true,
      given: () => given,
    }
    const caseSet = { snapshot: EMPTY, cases, policy, noise: NO_NOISE, secondary: new Map(), editions: 1 }
    return protectGrid(grid, caseSet).map((verdict, index) => `${lines[index]!.key} ${verdict?.status}`)
  }

  it('are judged alike for nobody, one and two others in what is left of a coarser category', () => {
    fc.assert(
      fc.property(partner, padding, elsewhere, fc.constantFrom('parent' as const, 'children' as const), (who, own, from, precedence) => {
        const beside = [...sentBy('a', FULL), ...sentBy('c', FULL)]
        allEqual(FEW.map((others) => shown([...padded('b', own, who, others, from), ...beside], POLICY_V2, precedence)))
      }),
      { numRuns: 300 },
    )
  })

  it('withhold a period for the sake of a full year in it, and else a category for the sake of a coarser one', () => {
    const sent = [...padded('b', 0, 0, 1, [1]), ...sentBy('a', FULL), ...sentBy('c', FULL)]
    expect(shown(sent, POLICY_V2, 'parent')).toEqual(['total shown', '=a withheld', '=c shown', '=a b shown'])
    expect(shown(sent, POLICY_V2, 'parent', { precedes: true })).toEqual(['total shown', '=a shown', '=c shown', '=a b withheld'])
  })

  it('stand as they are given: a margin that was published is withheld in no crosstab, whatever its parts leave', () => {
    const sent = [...padded('b', 0, 0, 1, [1]), ...sentBy('a', FULL), ...sentBy('c', FULL)]
    const published = { status: 'sum', figure: 45, parts: 1, of: 2 } as const
    expect(shown(sent, POLICY_V2, 'parent', {}, published)).toEqual(['total sum', '=a sum', '=c sum', '=a b sum'])
    expect(shown(sent, POLICY_V1, 'parent', {}, published)).toContain('=a b withheld')
  })

  it('told a partner under version 1 whether anybody else was there', () => {
    const worlds = FEW.map((others) => [...padded('b', 4, 0, others, [1, 2]), ...sentBy('a', FULL), ...sentBy('c', FULL)])
    expect(new Set(worlds.map((world) => shown(world, POLICY_V1, 'parent').join('\n'))).size).toBe(2)
  })
})
