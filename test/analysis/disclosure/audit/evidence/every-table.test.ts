/** Posteriors of withheld cells, compared with a slow attacker who lists every table of counts and weighs it. */

import { describe, expect, it } from 'vitest'
import { attackerWith } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { posteriorsIn } from '../../../../../analysis/disclosure/audit/evidence/audit-evidence.ts'
import { disclosureRisk } from '../../../../../analysis/disclosure/audit/evidence/posterior.ts'
import { priorWeight } from '../../../../../analysis/disclosure/audit/evidence/prior.ts'
import { type LinkedTables, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { type PerturbationTable, perturbationTable } from '../../../../../analysis/policy/perturbation-table.ts'
import fc from '../../../../support/seeded-properties.ts'
import { axisOf, suppressed, tableOf, type Written } from '../../../../support/small-release.ts'

const NOISE = perturbationTable({ d: 2, v: 1, js: 1 })
const MINIMUM = 3
const policy = (table: PerturbationTable) => ({ table, minimumCases: MINIMUM, minimumOthers: 2 })
const attacker = attackerWith(policy(NOISE))

const chanceOf = (count: number, figure: number) => NOISE[Math.min(count, NOISE.length - 1)]!.find(({ v }) => v === figure - count)?.p ?? 0
const weightOf = (count: number, figure: number | null) =>
  figure === null ? priorWeight(count) : count < MINIMUM ? 0 : chanceOf(count, figure)

/** Distribution of one inner count, over every table of inner counts up to `most`, each cell weighed once. */
function slowPosterior(
  inner: number,
  most: number,
  cells: readonly { readonly of: readonly number[]; readonly figure: number | null }[],
  target: number,
): number[] {
  const found = new Array<number>(most + 1).fill(0)
  const counts = new Array<number>(inner).fill(0)
  const walk = (at: number): void => {
    if (at === inner) {
      const weight = cells.reduce(
        (product, { of, figure }) =>
          product *
          weightOf(
            of.reduce((sum, one) => sum + counts[one]!, 0),
            figure,
          ),
        1,
      )
      found[counts[target]!]! += weight
      return
    }
    for (counts[at] = 0; counts[at]! <= most; counts[at]!++) walk(at + 1)
  }
  walk(0)
  const total = found.reduce((sum, weight) => sum + weight, 0)
  return found.map((weight) => weight / total)
}

const written = (shown: boolean, count: number, figure: number): Written => (shown ? [count, figure] : suppressed(count))
const near = (a: ArrayLike<number>, b: readonly number[]) => {
  for (let count = 0; count < 8; count++) expect(a[count] ?? 0, `count ${count}`).toBeCloseTo(b[count] ?? 0, 6)
}
const posteriorFor = (linked: LinkedTables, code: string) => {
  const found = posteriorsIn(linked, attacker).find(
    ({ cell }) => cell.lines.includes(code) && cell.lines.every((line) => line === code || line === 'total'),
  )
  if (!found) throw new Error('no such cell')
  return found.posterior
}

describe('the posterior of a withheld cell', () => {
  it('P85 of one line is that of listing every table', () => {
    const count = fc.integer({ min: MINIMUM, max: 6 })
    const off = fc.integer({ min: -1, max: 2 })
    fc.assert(
      fc.property(count, count, fc.boolean(), off, off, off, (a, b, bothShown, x, y, z) => {
        // Categories a and b, and c that is always withheld; answered is shown, the rest of the axis is empty.
        const figures = { a: a + x, b: bothShown ? b + y : null, answered: a + b + 1 + z }
        const axis = axisOf('q', ['a', 'b', 'c'])
        const table = tableOf(
          'q',
          [axis],
          [
            [a, figures.a],
            written(bothShown, b, b + y),
            suppressed(1),
            [a + b + 1, figures.answered],
            suppressed(0),
            suppressed(0),
            suppressed(a + b + 1),
          ],
        )
        const slow = slowPosterior(
          3,
          11,
          [
            { of: [0], figure: figures.a },
            { of: [1], figure: figures.b },
            { of: [2], figure: null },
            { of: [0, 1, 2], figure: figures.answered },
          ],
          2,
        )
        fc.pre(slow.every((chance) => !Number.isNaN(chance)) && slow[11]! < 1e-9)
        near(posteriorFor(linkedTablesOf([table])[0]!, 'c'), slow)
      }),
      { numRuns: 60 },
    )
  })

  it('of a hierarchy counts each figure once, up to the total', () => {
    fc.assert(
      fc.property(fc.constantFrom(-1, 0, 1, 2), fc.constantFrom(-1, 0, 2), fc.boolean(), (up, side, shown) => {
        // c and b make up the group bc; bc and a make up all answers. c is withheld.
        const [a, b, c] = [4, 4, 2]
        const fine = tableOf(
          'fine',
          [axisOf('q', ['a', 'b', 'c'])],
          [[a, a + side], [b, b], suppressed(c), [a + b + c, a + b + c + up], suppressed(0), suppressed(0), suppressed(a + b + c)],
        )
        const coarse = tableOf(
          'coarse',
          [axisOf('q', ['a', 'b+c'])],
          [[a, a + side], written(shown, b + c, b + c), [a + b + c, a + b + c + up], suppressed(0), suppressed(0), suppressed(a + b + c)],
        )
        const slow = slowPosterior(
          3,
          14,
          [
            { of: [0], figure: a + side },
            { of: [1], figure: b },
            { of: [2], figure: null },
            { of: [1, 2], figure: shown ? b + c : null },
            { of: [0, 1, 2], figure: a + b + c + up },
          ],
          2,
        )
        fc.pre(slow.every((chance) => !Number.isNaN(chance)))
        near(posteriorFor(linkedTablesOf([fine, coarse])[0]!, 'c'), slow)
      }),
      { numRuns: 24 },
    )
  })

  it('beside a withheld group takes in the figures of its children', () => {
    const off = fc.constantFrom(-1, 0, 1, 2)
    fc.assert(
      fc.property(off, off, off, fc.boolean(), (first, second, up, covered) => {
        // c is the sibling of the group ab, which is withheld; of the group a is shown, and b too or not at all.
        const [a, b, c] = [4, 4, 2]
        const all = a + b + c
        const fine = tableOf(
          'fine',
          [axisOf('q', covered ? ['a', 'b', 'c'] : ['a', 'b+c'])],
          [
            [a, a + first],
            ...(covered ? [[b, b + second] as const, suppressed(c)] : [suppressed(b + c)]),
            [all, all + up],
            suppressed(0),
            suppressed(0),
            suppressed(all),
          ],
        )
        const coarse = tableOf(
          'coarse',
          [axisOf('q', ['a+b', 'c'])],
          [suppressed(a + b), suppressed(c), [all, all + up], suppressed(0), suppressed(0), suppressed(all)],
        )
        const slow = slowPosterior(
          3,
          14,
          [
            { of: [0], figure: a + first },
            { of: [1], figure: covered ? b + second : null },
            { of: [2], figure: null },
            { of: [0, 1], figure: null },
            { of: [0, 1, 2], figure: all + up },
          ],
          2,
        )
        fc.pre(slow.every((chance) => !Number.isNaN(chance)))
        const [linked] = linkedTablesOf([fine, coarse])
        near(posteriorFor(linked!, 'c'), slow)
        const { from } = posteriorsIn(linked!, attacker).find(({ cell }) => cell.lines.includes('c'))!
        expect(from.map(({ lines }) => lines.join())).toContain('a')
      }),
      { numRuns: 48 },
    )
  })

  it('of a cell in a row and a column takes both', () => {
    // Published are one more cell and the total of its row, and one more cell and the total of its column.
    const axes = [axisOf('q', ['a', 'b']), axisOf('r', ['x', 'y'])] as const
    const cells: Written[] = new Array(36).fill(suppressed(0))
    const put = (row: number, column: number, cell: Written) => {
      cells[row * 6 + column] = cell
    }
    put(0, 0, suppressed(1))
    put(0, 1, [5, 6])
    put(0, 2, [6, 8])
    put(1, 0, [4, 4])
    put(2, 0, [5, 7])
    const [linked] = linkedTablesOf([tableOf('q,r', axes, cells)])
    const found = posteriorsIn(linked!, attacker).find(({ cell }) => cell.row === 0 && cell.column === 0)!
    const slow = slowPosterior(
      3,
      12,
      [
        { of: [0], figure: null },
        { of: [1], figure: 6 },
        { of: [0, 1], figure: 8 },
        { of: [2], figure: 4 },
        { of: [0, 2], figure: 7 },
      ],
      0,
    )
    near(found.posterior, slow)
  })

  it('without any figure is even over 0 to 4, and gives nothing away', () => {
    const { single, anybody } = disclosureRisk(
      posteriorFor(linkedTablesOf([tableOf('q', [axisOf('q', ['a'])], new Array(5).fill(suppressed(2)))])[0]!, 'a'),
    )
    expect([single, anybody]).toEqual([0.2, 0.8])
  })

  it('of an insider is about the others: his own cases are known to him', () => {
    const axis = axisOf('q', ['a', 'b'])
    const table = tableOf('q', [axis], [[6, 6], suppressed(3), [9, 9], suppressed(0), suppressed(0), suppressed(9)])
    const [linked] = linkedTablesOf([table])
    const insider = { id: 'one', own: (cell: { lines: readonly string[] }) => (cell.lines[0] === 'b' ? 2 : 0) }
    const found = posteriorsIn(linked!, attacker, insider).find(({ cell }) => cell.lines[0] === 'b')!
    const slow = slowPosterior(
      2,
      14,
      [
        { of: [0], figure: 6 },
        { of: [1], figure: null },
        { of: [0, 1], figure: 9 },
      ],
      1,
    ).slice(2)
    const sum = slow.reduce((total, chance) => total + chance, 0)
    near(
      found.posterior,
      slow.map((chance) => chance / sum),
    )
  })
})
