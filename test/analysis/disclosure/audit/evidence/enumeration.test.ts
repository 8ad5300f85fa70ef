/** Evidence along one axis, compared with a slow attacker who lists every table of counts and weighs it. */
import { describe, expect, it } from 'vitest'
import { attackerWith } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import type { LinkedCell, LinkedTables } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { perturbationTable } from '../../../../../analysis/policy/perturbation-table.ts'
import { suppressed, type Written } from '../../../../support/small-release.ts'
import { cellIn, columnOf, evidenceIn, placeIn } from './one-column.ts'
import { type OwnCases, type SlowAttacker, slowEvidence, slowLikelihood } from './slow-attacker.ts'

const OF_THREE: SlowAttacker = { table: perturbationTable({ d: 2, v: 1, js: 1 }), minimumCases: 3, minimumOthers: 2, minimumCategory: 6 }
const OF_SEVEN: SlowAttacker = { ...OF_THREE, minimumCases: 7, minimumCategory: 12 }

/** How many cells were compared. @param most others that are tried in one elementary cell  @param counted what the slow attacker looks at */
function compare(
  linked: LinkedTables,
  slow: SlowAttacker,
  targets: readonly string[],
  most: number,
  own?: OwnCases,
  counted = linked,
): number {
  const ownCell =
    own && ((cell: LinkedCell) => sum([...(linked.axes[0].lines[cell.row]!.codes ?? codesOf(linked))].map((code) => own(code, 'x'))))
  const audit = evidenceIn(linked, attackerWith(slow), { own: ownCell })
  let compared = 0
  for (const code of targets) {
    const cell = cellIn(linked, code)
    const wanted = slowEvidence(slowLikelihood(counted, slow, cellIn(counted, code), most, own), slow)
    const { factor, single } = audit.of(placeIn(linked, cell))
    if (wanted === null) expect({ factor, single }).toEqual({ factor: 1, single: 0 })
    else {
      expect(near(factor, wanted.factor), `factor of ${code}: ${factor} for ${wanted.factor}`).toBe(true)
      expect(near(single, wanted.single), `single of ${code}: ${single} for ${wanted.single}`).toBe(true)
      compared++
    }
  }
  return compared
}

const near = (found: number, wanted: number) => found === wanted || Math.abs(found - wanted) <= 1e-6 * Math.abs(wanted)
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const codesOf = (linked: LinkedTables) => new Set(linked.axes[0].lines.flatMap(({ codes }) => [...(codes ?? [])]))

/** Withheld, or a figure: what stands in a cell does not depend on the count that is written beside it. */
const printed = (from: number, to: number): Written[] => [
  suppressed(1),
  ...Array.from({ length: to - from + 1 }, (_, step): Written => [from + step, from + step]),
]

describe('the evidence of one line', () => {
  it('P85 is that of listing every table, for every three categories', () => {
    let compared = 0
    for (const a of printed(3, 6))
      for (const b of printed(3, 6))
        for (let all = 3; all < 15; all++)
          compared += compare(columnOf({ a, b, c: suppressed(1), all: [all, all] }), OF_THREE, ['c'], all + 2)
    expect(compared).toBe(276)
  })

  it('P85 is judged by the minimum of the policy: seven', () => {
    let compared = 0
    for (const a of printed(7, 10))
      for (let all = 7; all < 20; all++)
        compared += compare(columnOf({ a, b: suppressed(1), c: suppressed(1), all: [all, all] }), OF_SEVEN, ['c'], all + 2)
    expect(compared).toBe(65)
  })

  it('P85 is one of others, for every insider with cases in any of three cells', () => {
    let compared = 0
    for (const a of printed(5, 7))
      for (const b of printed(5, 7))
        for (let all = 6; all < 15; all++)
          for (const [x, y, z] of [
            [0, 0, 2],
            [1, 0, 0],
            [2, 1, 1],
            [0, 3, 1],
            [3, 3, 0],
          ] as const) {
            const own: OwnCases = (code) => ({ a: x, b: y, c: z })[code] ?? 0
            compared += compare(columnOf({ a, b, c: suppressed(z), all: [all, all] }), OF_THREE, ['c'], all + 2, own)
          }
    expect(compared).toBe(643)
  })
})

describe('the evidence of a hierarchy', () => {
  it('P85 is that of listing every table beside a group and inside one', () => {
    const c = suppressed(1)
    let compared = 0
    for (const all of [6, 8, 10, 12])
      for (const ab of [suppressed(1), [4, 4], [6, 6]] as const)
        for (const cd of [suppressed(1), [3, 3], [5, 5]] as const)
          for (const d of [suppressed(1), [3, 3], [4, 4]] as const) {
            const groups = { all: [all, all], 'a+b': ab, 'c+d': cd } as const
            const linked = columnOf(groups, { all: [all, all], a: suppressed(1), b: suppressed(1), c, d })
            // Of a and b nothing is known but that they are withheld, or their group is shown and says more: they do not count.
            compared += compare(linked, OF_THREE, ['c'], all + 2, undefined, columnOf(groups, { c, d }))
          }
    expect(compared).toBe(108)
  })

  it('P85 takes in the shown children of a withheld group, where they hold all of its cases', () => {
    let compared = 0
    for (const all of [6, 8, 10, 12])
      for (const a of [
        [3, 3],
        [4, 4],
      ] as const)
        for (const b of [suppressed(1), [3, 3], [5, 5]] as const) {
          const groups = { all: [all, all], 'a+b': suppressed(4), 'c+d': suppressed(1) } as const
          compared += compare(columnOf(groups, { a, b, c: suppressed(1), d: [3, 3] }), OF_THREE, ['c'], all + 2)
          const [linked, counted] = [columnOf(groups, { a, b, c: suppressed(1), d: suppressed(1) }), columnOf(groups, { a, b })]
          compared += compare(linked, OF_THREE, ['c'], all + 2) + compare(linked, OF_THREE, ['c+d'], all + 2, undefined, counted)
        }
    expect(compared).toBe(68)
  })

  it('P85 takes them in where other categories of the group have no line', () => {
    let compared = 0
    for (const all of [6, 8, 10, 12])
      for (const a of [
        [3, 3],
        [4, 4],
      ] as const)
        for (const b of ['b', 'b+e']) {
          const linked = columnOf({ [`a+${b}+c`]: [all, all] }, { [`a+${b}`]: suppressed(4), c: suppressed(1) }, { a })
          compared += compare(linked, OF_THREE, ['c'], all + 2)
        }
    expect(compared).toBe(16)
  })

  /** Every insider with cases in some of four cells; `c+d` is printed as given. */
  function compareInsiders(cd: Written, all: number): number {
    let compared = 0
    const owns = [[1, 0, 1, 0], [3, 0, 0, 0], [0, 2, 2, 0], [0, 0, 1, 3]] as const // biome-ignore format: a table
    for (const isShown of [false, true])
      for (const d of [suppressed(3), [5, 5]] as const)
        for (const [x, y, z, w] of owns) {
          const own: OwnCases = (code) => ({ a: x, b: y, c: z, d: w })[code] ?? 0
          const groups = { all: [all, all], 'a+b': suppressed(4), 'c+d': cd } as const
          const a: Written = isShown ? [6, 6] : suppressed(3)
          const linked = columnOf(groups, { a, b: suppressed(y), c: suppressed(z), d })
          compared += compare(linked, OF_THREE, ['c'], all + 2, own, isShown ? linked : columnOf(groups, { c: suppressed(z), d }))
        }
    return compared
  }

  it('P85 is one of others, for every insider with cases in any of its cells', () => {
    expect(sum([10, 12, 14].map((all) => compareInsiders(suppressed(3), all)))).toBe(48)
  })

  it('P85 is one of others inside a shown group with cases of the insider', () => {
    expect(sum([10, 12, 14].map((all) => compareInsiders([6, 6], all)))).toBe(48)
  })
})
