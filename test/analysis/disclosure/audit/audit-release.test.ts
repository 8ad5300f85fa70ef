/** The three audits on whole editions and on small releases in which one rule of the policy is broken. */

import { beforeAll, describe, expect, it } from 'vitest'
import { everyTable } from '../../../../analysis/catalogue/every-table.ts'
import { auditRelease } from '../../../../analysis/disclosure/audit/audit-release.ts'
import { boundsOf } from '../../../../analysis/disclosure/audit/bounds/bounds.ts'
import { feasibleTableFrom } from '../../../../analysis/disclosure/audit/bounds/feasible-table.ts'
import type { LinearSolver } from '../../../../analysis/disclosure/audit/bounds/solver.ts'
import { attackerUnder } from '../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { auditIncrements } from '../../../../analysis/disclosure/audit/evidence/increments.ts'
import { auditVolumes } from '../../../../analysis/disclosure/audit/evidence/volumes.ts'
import { type AuditAxis, type AuditTable, publishedTable } from '../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { journeyTables } from '../../../../analysis/disclosure/audit/linked-tables/journey-tables.ts'
import { linkedSystemsOf } from '../../../../analysis/disclosure/audit/linked-tables/linked-systems.ts'
import { linkedTablesOf } from '../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { auditTablesOf } from '../../../../analysis/disclosure/audit-tables.ts'
import { buildRelease } from '../../../../analysis/disclosure/build-release.ts'
import { caseSetOf } from '../../../../analysis/disclosure/case-set.ts'
import { protectAll } from '../../../../analysis/disclosure/rules/protect-all.ts'
import { isFew, plainNumber } from '../../../../analysis/exact/exact-count.ts'
import { EVIDENCE_LIMITS, settingsOf } from '../../../../analysis/policy/audit-settings.ts'
import { POLICY_V2 } from '../../../../analysis/policy/policy.ts'
import { highsSolver } from '../../../../server/editors/audit/solver.ts'
import type { NoisePolicy } from '../../../../survey-schema/release/bundle.ts'
import { editionInput, type Shape } from '../../../support/edition.ts'
import { asRead, axisOf, crossed, ownOf, suppressed, tableOf, type Written } from '../../../support/small-release.ts'
import { cellIn, evidenceIn, placeIn } from './evidence/one-column.ts'

let solver: LinearSolver
beforeAll(async () => {
  solver = await highsSolver()
})

const NOISY = settingsOf(POLICY_V2)
const EXACT = { ...NOISY, noise: null }
const ATTACKER = attackerUnder(NOISY)!
const audited = (tables: readonly AuditTable[], settings = NOISY) => auditRelease({ tables, settings, solver }).findings
const reported = (tables: readonly AuditTable[], settings = NOISY) =>
  audited(tables, settings).map(({ audit, cell, lower, upper }) => [audit, cell.lines.join(' '), lower, upper])

/** @param tables those that core variables make, which is where cells are crowded; or others */
function builtTables(
  shape: Shape,
  tables: ReturnType<typeof everyTable> = everyTable().filter(({ kind }) => kind !== 'question-core'),
): AuditTable[] {
  const input = editionInput(shape)
  return auditTablesOf(protectAll(caseSetOf([input.cases], input.editions[0]!.shuffle, input), 'x', tables), tables, input.editions[0]!.id)
}

/** Categories of which the last rest has no line of its own, so that it may be of few cases. */
function withRest(categories: readonly string[]): AuditAxis {
  const axis = axisOf('q', categories)
  return { ...axis, lines: axis.lines.map((line) => (line.code === 'rest' ? { ...line, role: 'rest' } : line)) }
}

/** The rest holds 3 persons and is withheld, d holds 9 and is withheld with it or not. */
const oneQuestion = (d: Written, answered: Written) =>
  tableOf('q', [withRest(['a', 'b', 'rest', 'd'])], [[40, 40], [30, 28], suppressed(3), d, answered, [12, 12], suppressed(0), [94, 93]])

describe('the audits of a small release', () => {
  it('P85 pass it while the complement of a small cell is withheld too', () => {
    expect(reported([oneQuestion(suppressed(9), [82, 82])])).toEqual([])
    expect(reported(asRead([oneQuestion(suppressed(9), [82, 82])]))).toEqual([])
  })

  it('P85 name the cell when the complement rule is off: by chance under noise, exactly without', () => {
    expect(reported([oneQuestion([9, 5], [82, 87])])).toEqual([['posterior', 'rest', 1, null]])
    const exact = tableOf('q', [withRest(['a', 'b', 'rest', 'd'])], [40, 30, suppressed(3), 9, 82, 12, suppressed(0), 94])
    expect(reported([exact], EXACT)).toEqual([
      ['counts', 'rest', 3, 3],
      ['figures', 'rest', 3, 3],
    ])
  })

  it('P85 find what is left to a contributor who subtracts his own from exact figures', () => {
    const counts = [
      [9, 8, 20],
      [8, 9, 20],
      [20, 20, 20],
    ]
    const plain = crossed(['a', 'b', 'c'], ['x', 'y', 'z'], counts, ['a x', 'a y', 'b x', 'b y'])
    expect(reported([plain], EXACT)).toEqual([])
    // Everybody in y is his, so that the others of a stand in x.
    const isHis = (row: number, column: number) => (column === 1 && row < 2 ? counts[row]![1]! : column === 0 && row === 0 ? 8 : 0)
    const own = ownOf(plain, isHis)
    expect(reported([{ ...plain, own }], EXACT)).toContainEqual(['counts', 'a x', 9, 9])
    expect(reported([{ ...plain, own: ownOf(plain, () => 0) }], EXACT)).toEqual([])
  })

  it('P85 find bounds that are too close together without being exact', () => {
    const counts = [
      [1, 2, 10],
      [2, 1, 9],
      [8, 7, 20],
    ]
    const square = ['a x', 'a y', 'b x', 'b y']
    const others = ['a z', 'b z', 'c x', 'c y', 'c z']
    const table = (withheld: readonly string[]) => crossed(['a', 'b', 'c'], ['x', 'y', 'z'], counts, withheld)
    expect(reported([table(square)], EXACT)).toEqual(square.map((cell) => ['counts', cell, 0, 3]))
    expect(reported([table([...square, ...others])], EXACT)).toEqual([])
    const one = [
      [1, 8, 10],
      [2, 7, 9],
      [8, 7, 20],
    ]
    expect(reported([crossed(['a', 'b', 'c'], ['x', 'y', 'z'], one, ['a x', 'b x'])], EXACT)).toEqual([
      ['counts', 'a x', 1, 1],
      ['counts', 'b x', 2, 2],
      ['figures', 'a x', 1, 1],
      ['figures', 'b x', 2, 2],
    ])
  })

  it('P85 find by a minimum of seven what a minimum of five lets pass', () => {
    const counts = [
      [3, 3, 10],
      [3, 3, 9],
      [8, 7, 20],
    ]
    const square = ['a x', 'a y', 'b x', 'b y']
    const table = crossed(['a', 'b', 'c'], ['x', 'y', 'z'], counts, square)
    const ofSeven = settingsOf({ ...POLICY_V2, minimumCases: 7 })
    expect(ofSeven.width).toBe(7)
    // From 0 to 6.
    expect(reported([table], EXACT)).toEqual([])
    expect(reported([table], { ...ofSeven, noise: null })).toEqual(square.map((cell) => ['counts', cell, 0, 6]))
    // Six persons are few under it.
    const six = tableOf('q', [withRest(['a', 'rest', 'd'])], [[40, 36], suppressed(6), [9, 7], [55, 59], [12, 12], suppressed(0), [67, 67]])
    expect(reported([six], NOISY)).toEqual([])
    expect(reported([six], ofSeven)).toEqual([['posterior', 'rest', 1, null]])
  })

  it('P85 report a withheld cell that is shown elsewhere', () => {
    const [one, other] = ['one', 'other'].map((id) =>
      tableOf(
        id,
        [axisOf('q', ['a', 'b'])],
        [[40, 41], id === 'one' ? [8, 9] : suppressed(8), [48, 50], suppressed(0), suppressed(0), [48, 48]],
      ),
    ) as [AuditTable, AuditTable]
    expect(reported([one, { ...other, axes: [axisOf('q', ['a', 'b'])] }])).toEqual([])
    const crosstab = tableOf(
      'q,r',
      [axisOf('q', ['a', 'b']), axisOf('r', ['x'])],
      Array.from({ length: 6 }, (_, row): Written[] => [
        suppressed(0),
        suppressed(0),
        suppressed(0),
        suppressed(0),
        row === 1 ? [8, 9] : suppressed(0),
      ]).flat(),
    )
    expect(audited([other, { ...crosstab, truth: null }]).some(({ audit, cell }) => audit === 'figures' && cell.lines.join() === 'b')).toBe(
      true,
    )
  })

  it('P85 turn red when the threshold is off by one, and when noise is off', () => {
    expect(reported([oneQuestion(suppressed(9), [82, 82])])).toEqual([])
    const below = tableOf('q', [axisOf('q', ['a', 'b'])], [[40, 41], [4, 6], [44, 44], suppressed(0), suppressed(0), [44, 45]])
    expect(reported([below]).map(([audit, line]) => [audit, line])).toEqual([['counts', 'b']])
    expect(reported([oneQuestion(suppressed(9), [82, 82])], EXACT).length).toBeGreaterThan(0)
  })

  it('P85 report what was added between two releases', () => {
    const at = (a: Written) => [tableOf('q', [axisOf('q', ['a'])], [a, suppressed(0), suppressed(0), suppressed(0), suppressed(0)])]
    const increments = (before: Written, after: Written) =>
      auditIncrements(at(before), at(after), { ...ATTACKER, minimumCases: 5 }, EVIDENCE_LIMITS)
    expect(increments([40, 40], [42, 41])).toEqual([])
    expect(increments([40, 37], [42, 46]).map(({ cell, lower, upper }) => [cell.lines, lower, upper])).toEqual([[['a'], 1, null]])
  })
})

describe('a sum of figures', () => {
  const summed = (parts: number, of: number, figure: number) => {
    const table = tableOf(
      'q',
      [axisOf('q', ['a', 'b', 'c'])],
      [[20, 20], suppressed(3), suppressed(6), [29, figure], 'none', 'none', [29, figure]],
    )
    const cells = table.cells.map((cell) =>
      cell.status === 'shown' && cell.figure === figure ? { status: 'sum' as const, figure, parts, of } : cell,
    )
    return { ...table, cells }
  }

  /** The same answers among those who gave one answer to another question: none is a margin, each may be of few cases. */
  const insideX = (table: AuditTable): AuditTable => {
    const x = axisOf('r', ['x'])
    return { ...table, axes: [table.axes[0], { ...x, lines: x.lines.slice(0, 1) }] }
  }

  it('P85 has the noise of each of its parts, and no upper end where parts are missing', () => {
    const [once] = linkedTablesOf([summed(1, 1, 34)])
    const boundsIn = (table: AuditTable) => {
      const [grid] = linkedSystemsOf(linkedTablesOf([table])[0]!, { band: 5, minimumCases: 5 })
      const at = grid!.printed.findIndex(({ lines }) => lines[0] === 'answered')
      const { lower, upper } = grid!.system.cells[at]!
      return [lower, upper]
    }
    expect(once!.cells.size).toBe(7)
    expect(boundsIn(summed(1, 1, 34))).toEqual([29, 39])
    expect(boundsIn(summed(3, 3, 34))).toEqual([19, 49])
    expect(boundsIn(summed(2, 3, 34))).toEqual([24, Infinity])
    // Far above the shown cell it makes "somebody" likely if it is one figure, less likely if it is three.
    const sure = (table: AuditTable) => {
      const [linked] = linkedTablesOf([insideX(table)])
      return evidenceIn(linked!, ATTACKER).of(placeIn(linked!, cellIn(linked!, 'b'))).factor
    }
    expect(sure(summed(1, 1, 24))).toBeGreaterThan(sure(summed(3, 3, 24)))
    expect(sure(summed(1, 1, 24))).toBeLessThan(sure(summed(1, 2, 24)))
  })
})

describe('a volume of several editions', () => {
  it('P85 does not give back what one of its editions withholds', () => {
    const single = (edition: string, a: Written) => {
      const table = tableOf('q', [withRest(['rest', 'b'])], [a, [60, 60], [99, 99], 'none', 'none', [99, 99]])
      return { ...table, slice: edition, counted: edition }
    }
    // The rest: 3 persons in the first edition, withheld; about 20 in the second; the crosstab of both adds it up by r.
    const crosstab = (answered: number) => {
      const table = tableOf(
        'q,r',
        [withRest(['rest', 'b']), axisOf('r', ['x', 'y'])],
        [
          [[12, 12], [11, 11], [23, answered], 'none', 'none', suppressed(23)],
          [[60, 60], [60, 60], [120, 120], 'none', 'none', [120, 120]],
          ...[0, 1, 2, 3].map((): Written[] => new Array(6).fill(suppressed(0))),
        ].flat() as Written[],
      )
      return { ...table, slice: 'both', counted: 'first second' }
    }
    const findings = (answered: number) =>
      auditVolumes(
        linkedTablesOf([single('first', suppressed(3)), single('second', [20, 20]), crosstab(answered)]),
        ATTACKER,
        EVIDENCE_LIMITS,
      )
    expect(findings(28).map(({ cell, lower, upper }) => [cell.slice, cell.lines, lower, upper])).toEqual([['first', ['rest'], 1, null]])
    expect(findings(23)).toEqual([])
  })
})

describe('an edition', () => {
  const shapes: Shape[] = [
    { cases: 150, seed: 3 },
    { cases: 60, seed: 4, kind: 'independent' },
  ]

  it.each(shapes)('is read from its bundle as the build protected it: $cases cases', (shape) => {
    const { bundle } = buildRelease(editionInput(shape))
    const fromBuild = builtTables(shape, everyTable())
    bundle.tables.forEach((table, index) => {
      const read = publishedTable(table, bundle.manifest.volume)
      const made = fromBuild[index]!
      expect(read.cells).toEqual(made.cells)
      expect(read.axes.map(({ column, kind }) => [column, kind])).toEqual(made.axes.map(({ column, kind }) => [column, kind]))
      read.axes.forEach((axis, side) => {
        expect(
          axis.lines.map((line) => line.key),
          table.id,
        ).toEqual(made.axes[side]!.lines.map((line) => line.key))
      })
    })
  })

  it.each(shapes)('has wide bounds wherever the quick proof says so: $cases cases', (shape) => {
    const precision = { band: 5, minimumCases: 5 }
    let [proved, looked] = [0, 0]
    for (const linked of linkedTablesOf(builtTables(shape)).filter((_, index) => index % 5 === 0)) {
      for (const grid of linkedSystemsOf(linked, precision)) {
        const few = grid.judged.filter((cell) => isFew(grid.printed[cell]!.truth!, precision.minimumCases)).slice(0, 4)
        const feasible = feasibleTableFrom(
          grid,
          grid.printed.map((cell) => plainNumber(cell.truth!)),
        )
        if (few.length === 0 || feasible === null) continue
        looked += few.length
        // Under noise nearly everything is wide; exact figures are where the proof could go wrong.
        for (const band of [5, 0]) {
          const cells = grid.system.cells.map((cell, index) => {
            const { status, truth } = grid.printed[index]!
            return band === 0 && status === 'shown' ? { ...cell, lower: plainNumber(truth!), upper: plainNumber(truth!) } : cell
          })
          const system = { ...grid.system, cells }
          const strict = feasibleTableFrom(
            { ...grid, system },
            grid.printed.map((cell) => plainNumber(cell.truth!)),
          )!
          const bounds = boundsOf(system, solver, few, 'solver')
          few.forEach((cell, index) => {
            if (!strict.spans(cell, 5)) return
            proved++
            expect(bounds[index]!.upper - bounds[index]!.lower, grid.printed[cell]!.lines.join(' ')).toBeGreaterThanOrEqual(5 - 1e-6)
          })
        }
      }
    }
    expect(looked).toBeGreaterThan(20)
    expect(proved).toBeGreaterThan(looked)
  })

  it('P85 turns the audit of counts red with the threshold off by one', () => {
    // Figures that their own counts do not fit name themselves as the evidence.
    const untrue = (policy: Partial<NoisePolicy>) =>
      audited(builtTables({ cases: 150, seed: 2, policy: { ...POLICY_V2, ...policy } })).filter(
        ({ audit, cell, evidence }) => audit === 'counts' && evidence[0]?.lines.join(' ') === cell.lines.join(' '),
      )
    expect(untrue({})).toEqual([])
    expect(untrue({ minimumCases: 4 }).length).toBeGreaterThan(0)
  })

  it('P85 published exactly gives small cells away, and the audits say so', () => {
    const exact = builtTables({ cases: 60, seed: 4 }).map((table) => ({
      ...table,
      cells: table.cells.map((cell, index) => (cell.status === 'shown' ? { ...cell, figure: plainNumber(table.truth![index]!) } : cell)),
    }))
    const found = audited(exact.slice(0, 40), EXACT)
    expect(found.some(({ audit }) => audit === 'counts')).toBe(true)
    for (const { cell, audit, lower, upper } of found) {
      const table = exact.find(({ id }) => id === cell.table)!
      const names = table.axes[0].lines.flatMap((row) =>
        table.axes[1] ? table.axes[1].lines.map((column) => `${row.code} ${column.code}`) : [row.code],
      )
      const truth = table.truth![names.indexOf(cell.lines.join(' '))]!
      if (audit === 'counts') {
        expect(truth).toBeGreaterThanOrEqual(lower!)
        expect(truth).toBeLessThanOrEqual(upper!)
      }
    }
  })

  it('has a tree of journeys that the audits read', () => {
    const { bundle } = buildRelease(editionInput({ cases: 480, seed: 1 }))
    const tables = journeyTables(bundle.routes!)
    expect(tables.length).toBeGreaterThan(3)
    expect(audited(tables).filter(({ audit }) => audit !== 'posterior')).toEqual([])
  })
})
