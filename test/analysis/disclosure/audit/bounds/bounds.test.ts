/** What published figures prove: by flows, by the solver, and by trying every count, which must agree. */

import { beforeAll, describe, expect, it } from 'vitest'
import { boundsOf, feasiblePoint, withheldOf } from '../../../../../analysis/disclosure/audit/bounds/bounds.ts'
import {
  type ConstraintSystem,
  exactValue,
  publishedCell,
  withheldCell,
} from '../../../../../analysis/disclosure/audit/bounds/constraint-system.ts'
import { determinedCells } from '../../../../../analysis/disclosure/audit/bounds/elimination.ts'
import { networkOf } from '../../../../../analysis/disclosure/audit/bounds/network.ts'
import { reduce } from '../../../../../analysis/disclosure/audit/bounds/reduce.ts'
import { type LinearSolver, SolverStopped } from '../../../../../analysis/disclosure/audit/bounds/solver.ts'
import { highsSolver } from '../../../../../server/editors/audit/solver.ts'
import { slowBounds } from '../../../../support/every-count.ts'
import fc from '../../../../support/seeded-properties.ts'

let solver: LinearSolver
beforeAll(async () => {
  solver = await highsSolver()
})

/** A table with all margins; `withheld` says which of its cells, inner ones first, are withheld. */
function twoWay(rows: number, columns: number, counts: readonly number[], withheld: readonly boolean[], band = 0): ConstraintSystem {
  const all = Array.from({ length: rows * columns }, (_, element) => element)
  const sets: [string, number[]][] = [
    ...all.map((element): [string, number[]] => [`cell ${element}`, [element]]),
    ...Array.from({ length: rows }, (_, row): [string, number[]] => [
      `row ${row}`,
      all.filter((element) => Math.floor(element / columns) === row),
    ]),
    ...Array.from({ length: columns }, (_, column): [string, number[]] => [
      `column ${column}`,
      all.filter((element) => element % columns === column),
    ]),
    ['total', all],
  ]
  const cells = sets.map(([id, elements], index) => {
    const cases = elements.reduce((sum, element) => sum + counts[element]!, 0)
    return withheld[index] ? withheldCell(id, elements) : publishedCell(id, elements, cases, band)
  })
  return { size: all.length, cells }
}

const table = (most: number, size: { rows: number; columns: number }) =>
  fc
    .record({ rows: fc.integer({ min: 2, max: size.rows }), columns: fc.integer({ min: 2, max: size.columns }) })
    .chain(({ rows, columns }) => {
      const [inner, all] = [rows * columns, rows * columns + rows + columns + 1]
      return fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        counts: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), { minLength: inner, maxLength: inner }),
        // Margins are seldom withheld, interior cells often.
        withheld: fc
          .array(fc.integer({ min: 0, max: 9 }), { minLength: all, maxLength: all })
          .map((dice) => dice.map((eye, index) => eye < (index < inner ? 6 : 1))),
        band: fc.constantFrom(0, 0, 2),
      })
    })

describe('bounds of withheld cells', () => {
  it('P85 are those that trying every count finds', () => {
    fc.assert(
      fc.property(table(4, { rows: 3, columns: 3 }), ({ rows, columns, counts, withheld, band }) => {
        const system = twoWay(rows, columns, counts, withheld, band)
        const all = withheldOf(system)
        const found = boundsOf(system, solver)
        // Above this nothing can be where margins are published; where they are not, trying every count would never end.
        fc.pre(found.every((bounds) => bounds.upper <= 14))
        const slow = slowBounds(system, 14)!
        expect(found).toEqual(all.map((cell) => slow[cell]))
      }),
      { numRuns: 60 },
    )
  })

  it('are the same by flows and by the solver', () => {
    let networks = 0
    fc.assert(
      fc.property(table(60, { rows: 7, columns: 6 }), ({ rows, columns, counts, withheld, band }) => {
        const system = twoWay(rows, columns, counts, withheld, band)
        if (networkOf(reduce(system)) !== null) networks++
        const [flows, general] = [boundsOf(system, solver), boundsOf(system, solver, undefined, 'solver')]
        flows.forEach((bounds, index) => {
          expect(bounds.lower).toBeCloseTo(general[index]!.lower, 6)
          if (bounds.upper === Infinity) expect(general[index]!.upper).toBe(Infinity)
          else expect(bounds.upper).toBeCloseTo(general[index]!.upper, 6)
        })
      }),
      { numRuns: 150 },
    )
    expect(networks).toBe(150)
  })

  it('are the same by flows and by the solver where rows have levels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 24, maxLength: 24 }),
        fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
        (counts, withheld) => {
          // Six rows in two groups, four columns; groups by columns and all margins are published.
          const flat = twoWay(6, 4, counts, withheld)
          const groups = [0, 1].flatMap((group) =>
            [0, 1, 2, 3].map((column) => {
              const elements = [0, 1, 2].map((row) => (group * 3 + row) * 4 + column)
              return publishedCell(
                `group ${group} ${column}`,
                elements,
                elements.reduce((sum, element) => sum + counts[element]!, 0),
              )
            }),
          )
          const system = { size: 24, cells: [...flat.cells, ...groups] }
          expect(networkOf(reduce(system))).not.toBeNull()
          expect(boundsOf(system, solver)).toEqual(boundsOf(system, solver, undefined, 'solver'))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('hold the truth, and so does every point that fits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 27, maxLength: 27 }), fc.integer(), (counts, seed) => {
        const system = threeWay(counts, (index) => Math.abs((index * 2654435761 + seed) % 7) < 4)
        const bounds = boundsOf(system, solver)
        const point = feasiblePoint(system, solver)
        withheldOf(system).forEach((cell, index) => {
          const truth = system.cells[cell]!.elements.reduce((sum, element) => sum + counts[element]!, 0)
          for (const value of [truth, point[cell]!]) {
            expect(value).toBeGreaterThanOrEqual(bounds[index]!.lower - 1e-6)
            expect(value).toBeLessThanOrEqual(bounds[index]!.upper + 1e-6)
          }
        })
        system.cells.forEach((cell, index) => {
          if (!cell.withheld) expect(point[index]).toBeCloseTo(cell.lower, 5)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('give the exact count of a cell although every line of it has two withheld, and not when one more is', () => {
    // The last two rows and the last column together leave the second column one value for the first row.
    const counts = [12, 9, 31, 70, 8, 44, 15, 66, 53, 21, 90, 17, 38, 29, 77, 26]
    const hide = (cells: readonly number[]) => counts.map((_, element) => cells.includes(element))
    const frozen = [0, 1, 2, 4, 6, 9, 11, 13, 15]
    const leaking = twoWay(4, 4, counts, hide(frozen))
    const known = (system: ConstraintSystem) =>
      boundsOf(system, solver).flatMap((bounds, index) => {
        const value = exactValue(bounds)
        return value === null ? [] : [[system.cells[withheldOf(system)[index]!]!.id, value]]
      })
    expect(known(leaking)).toEqual([['cell 1', 9]])
    expect([...determinedCells(leaking)]).toEqual([[1, 9]])
    expect(known(twoWay(4, 4, counts, hide([...frozen, 5])))).toEqual([])
  })

  it('report a contradiction, and where there is no upper bound', () => {
    const impossible = { size: 2, cells: [publishedCell('all', [0, 1], 3), publishedCell('one', [0], 5), withheldCell('other', [1])] }
    expect(() => boundsOf(impossible, solver)).toThrow(SolverStopped)
    const stopped: LinearSolver = {
      open: () => ({
        extreme: () => {
          throw new SolverStopped('stopped')
        },
        close: () => {},
      }),
    }
    const counts = Array.from({ length: 27 }, (_, element) => element % 5)
    expect(() =>
      boundsOf(
        threeWay(counts, () => true),
        stopped,
      ),
    ).toThrow(/stopped/)
    const open = { size: 2, cells: [withheldCell('one', [0]), publishedCell('other', [1], 4)] }
    expect(boundsOf(open, solver)).toEqual([{ lower: 0, upper: Infinity }])
    expect(boundsOf(open, solver, undefined, 'solver')).toEqual([{ lower: 0, upper: Infinity }])
  })
})

function threeWay(counts: readonly number[], hide: (index: number) => boolean): ConstraintSystem {
  const cells = []
  let index = 0
  for (let a = 0; a <= 3; a++) {
    for (let b = 0; b <= 3; b++) {
      for (let c = 0; c <= 3; c++) {
        const elements = counts.flatMap((_, element) => {
          const place = [Math.floor(element / 9), Math.floor(element / 3) % 3, element % 3]
          return [a, b, c].every((value, axis) => value === 3 || value === place[axis]) ? [element] : []
        })
        const cases = elements.reduce((sum, element) => sum + counts[element]!, 0)
        const id = `${a} ${b} ${c}`
        cells.push(elements.length === 1 && hide(index++) ? withheldCell(id, elements) : publishedCell(id, elements, cases))
      }
    }
  }
  return { size: counts.length, cells }
}

describe('what equalities alone determine', () => {
  it('is right, and exact bounds know it too', () => {
    fc.assert(
      fc.property(table(9, { rows: 4, columns: 4 }), ({ rows, columns, counts, withheld }) => {
        const system = twoWay(rows, columns, counts, withheld)
        const bounds = new Map(boundsOf(system, solver).map((one, index) => [withheldOf(system)[index]!, one]))
        for (const [cell, value] of determinedCells(system)) {
          expect(value).toBe(system.cells[cell]!.elements.reduce((sum, element) => sum + counts[element]!, 0))
          expect(exactValue(bounds.get(cell)!)).toBe(value)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('finds a single withheld cell of a line, and nothing where each line has two', () => {
    const counts = [5, 6, 7, 8, 9, 10, 11, 12, 13]
    const one = twoWay(3, 3, counts, [true])
    expect([...determinedCells(one)]).toEqual([[0, 5]])
    const square = twoWay(3, 3, counts, [true, true, false, true, true])
    expect([...determinedCells(square)]).toEqual([])
  })
})
