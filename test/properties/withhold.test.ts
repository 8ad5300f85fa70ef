/** Exact figures: they add up where they are shown, nothing small is shown, and the audits find no withheld count that can be worked out. */

import { beforeAll, describe, expect, it } from 'vitest'
import { auditRelease } from '../../analysis/disclosure/audit/audit-release.ts'
import { boundsOf } from '../../analysis/disclosure/audit/bounds/bounds.ts'
import type { ConstraintSystem } from '../../analysis/disclosure/audit/bounds/constraint-system.ts'
import { publishedTable, unprintedIn } from '../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { type ExactCount, isFew } from '../../analysis/exact/exact-count.ts'
import { settingsOf } from '../../analysis/policy/audit-settings.ts'
import { POLICY_V2_WITHHOLD } from '../../analysis/policy/policy.ts'
import { basePlace } from '../../analysis/publication/released-cells.ts'
import { figureOf, nameOf, seenCells } from '../../server/editors/attack/meaning.ts'
import { nestedPairs } from '../../server/editors/attack/nested.ts'
import { auditsFor } from '../../server/editors/audit/audits.ts'
import { highsSolver } from '../../server/editors/audit/solver.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { editionInput, type Shape } from '../support/edition.ts'

const policy = { ...POLICY_V2_WITHHOLD, smallestVolume: POLICY_V2_WITHHOLD.smallestEdition }
const SHAPES: readonly Shape[] = [{ cases: 60, seed: 4, policy }, ...(process.env.SOAK ? [{ cases: 480, seed: 1, policy }] : [])]

let solver: Awaited<ReturnType<typeof highsSolver>>
beforeAll(async () => {
  solver = await highsSolver()
})

const linesOf = ({ axes: [a, b] }: ReleasedTable) =>
  a.lines.flatMap((row) => (b ? b.lines.map((column) => `${row.code} ${column.code}`) : [row.code]))

describe.each(SHAPES)('an exact release of $cases cases', (shape) => {
  let bundle: Bundle
  let truthOf: (table: ReleasedTable) => readonly ExactCount[]
  beforeAll(async () => {
    const made = buildRelease({ ...editionInput(shape), audits: (await auditsFor(policy)).audits })
    bundle = made.bundle
    const exact = new Map(made.editor.cells.map((cell) => [`${cell.slice}/${cell.table} ${cell.lines.join(' ')}`, cell.cases]))
    truthOf = (table) =>
      [...linesOf(table), ...unprintedIn(table).map(({ code }) => code)].map((lines) => exact.get(`${table.slice}/${table.id} ${lines}`)!)
  }, 240_000)

  it('P81 every figure is the count, at least five, and a withheld cell has no number', () => {
    let shown = 0
    for (const table of bundle.tables) {
      const truth = truthOf(table)
      table.cells.forEach((cell, at) => {
        if (cell.status === 'withheld') expect(Object.keys(cell)).toEqual(['status'])
        if (cell.status !== 'shown') return
        shown++
        expect(cell.figure).toBe(truth[at])
        expect(cell.figure).toBeGreaterThanOrEqual(5)
      })
    }
    expect(shown).toBeGreaterThan(1000)
    expect(readBundle(JSON.parse(JSON.stringify(bundle)), checksum).manifest.policy).toEqual(policy)
  })

  it('P82 lines of single answers add up to their base where all of them are shown', () => {
    let added = 0
    for (const table of bundle.tables) {
      const [a, b] = table.axes
      if (b !== undefined || a.kind !== 'single') continue
      const parts = table.cells.filter((_, at) => ['value', 'rest'].includes(a.lines[at]!.role))
      const base = table.cells[basePlace(a)]
      if (base?.status !== 'shown' || parts.some((cell) => cell.status !== 'shown')) continue
      // A base that holds those without an answer would say how many they are.
      expect(a.lines.some((line) => line.role === 'answered')).toBe(true)
      expect(parts.reduce((sum, cell) => sum + (cell.status === 'shown' ? cell.figure : 0), 0)).toBe(base.figure)
      added++
    }
    expect(added).toBeGreaterThan(3)
  })

  it('P82 no figure less another that lies in it is one to four, across questions, levels and tables', () => {
    let pairs = 0
    const learned: string[] = []
    for (const { outer, inner } of nestedPairs(seenCells(bundle.tables, [bundle.manifest]))) {
      const difference = figureOf(outer.cell)! - figureOf(inner.cell)!
      pairs++
      if (difference > 0 && difference < 5) learned.push(`${nameOf(outer)} minus ${nameOf(inner)}`)
    }
    expect(pairs).toBeGreaterThan(1000)
    expect(learned).toEqual([])
  })

  it('P85 the audits of all its tables find nothing, with the truth at hand', () => {
    const tables = bundle.tables.map((table) => publishedTable(table, bundle.manifest.volume, truthOf(table)))
    expect(auditRelease({ tables, settings: settingsOf(policy), solver }).findings).toEqual([])
  }, 120_000)

  it('P82 whoever was not asked because of one answer is shown or withheld as with that answer', () => {
    const cellOf = (variable: string, code: string) => {
      const table = bundle.tables.find(({ axes: [a, b] }) => !b && a.variable === variable)
      const at = table?.axes[0].lines.findIndex((line) => line.code === code && line.role !== 'rest') ?? -1
      return at < 0 ? undefined : table!.cells[at]
    }
    let [pairs, unlike] = [0, 0]
    for (const { id, askIf } of QUESTIONS) {
      const asked = askIf?.op === 'in' ? QUESTIONS.find((one) => one.id === askIf.q) : undefined
      if (askIf?.op !== 'in' || asked?.type !== 'single' || asked.askIf !== null) continue
      const kept = asked.codes?.filter(({ code }) => !askIf.values.includes(code)) ?? []
      const [answer, unasked] = [cellOf(asked.id, kept[0]?.code ?? ''), cellOf(id, 'not_applicable')]
      if (kept.length !== 1 || answer === undefined || unasked === undefined) continue
      pairs++
      if (answer.status !== unasked.status) unlike++
    }
    expect(pairs).toBeGreaterThan(1)
    expect(unlike).toBe(0)
  })

  it('P85 no withheld count of one to four follows from its own table, by a system written anew', () => {
    let [asked, close] = [0, 0]
    for (const table of bundle.tables) {
      const [a, b] = table.axes
      if (!b || a.kind !== 'single' || b.kind !== 'single' || asked > 400) continue
      const system = plainSystem(table)
      const truth = truthOf(table)
      const few = table.cells.flatMap((cell, at) => (cell.status === 'withheld' && isFew(truth[at]!, policy.minimumCases) ? [at] : []))
      asked += few.length
      close += boundsOf(system, solver, few, 'solver').filter(({ lower, upper }) => upper - lower < 5).length
    }
    expect(asked).toBeGreaterThan(50)
    expect(close).toBe(0)
  }, 120_000)
})

describe.runIf(process.env.SOAK)('an exact volume of two editions', () => {
  it('P85 gives no line of an edition away that its single tables withhold', async () => {
    const [one, two] = [editionInput({ cases: 60, seed: 5, policy }), editionInput({ cases: 70, seed: 6, policy })]
    const editions = [
      { ...one.editions[0]!, id: 'first' },
      { ...two.editions[0]!, id: 'second' },
    ]
    const { bundle } = buildRelease({ ...one, editions, audits: (await auditsFor(policy)).audits })
    let [lines, partly] = [0, 0]
    for (const { axes, cells } of bundle.tables) {
      const [a, b] = axes
      if (b?.kind !== 'single') continue
      const at = (role: string) => b.lines.flatMap((line, place) => (line.role === role ? [place] : []))
      a.lines.forEach((_, row) => {
        const cell = (column: number) => cells[row * b.lines.length + column]!
        const [total] = at('total').map(cell)
        if (total?.status !== 'sum') return
        const parts = [...at('value'), ...at('rest'), ...at('no_answer'), ...at('not_applicable')].map(cell)
        lines++
        if (total.parts < total.of) partly++
        if (parts.some((part) => part.status === 'withheld' || (part.status === 'sum' && part.parts < part.of))) return
        const sum = parts.reduce((all, part) => all + ('figure' in part ? part.figure : 0), 0)
        // Interiors count both editions, so a sum from which one is missing would name it.
        expect(sum).toBe(total.figure)
      })
    }
    expect(lines).toBeGreaterThan(1000)
    expect(partly).toBeGreaterThan(100)
  }, 300_000)
})

/** A table by itself: its categories, no answer and not applicable divide all cases both ways. */
function plainSystem(table: ReleasedTable): ConstraintSystem {
  const [a, b] = table.axes.map(({ lines }) => {
    const parts = lines.flatMap(({ role }, at) => (['value', 'rest', 'no_answer', 'not_applicable'].includes(role) ? [at] : []))
    return lines.map(({ role }, at): readonly number[] => {
      if (role === 'total') return parts.map((_, element) => element)
      if (role === 'answered') return parts.flatMap((part, element) => (['value', 'rest'].includes(lines[part]!.role) ? [element] : []))
      return [parts.indexOf(at)]
    })
  }) as unknown as [readonly (readonly number[])[], readonly (readonly number[])[]]
  const width = Math.max(...b.flat()) + 1
  return {
    size: (Math.max(...a.flat()) + 1) * width,
    cells: table.cells.map((cell, at) => {
      const [rows, columns] = [a[Math.floor(at / b.length)]!, b[at % b.length]!]
      const figure = cell.status === 'shown' ? cell.figure : null
      return {
        id: String(at),
        elements: rows.flatMap((row) => columns.map((column) => row * width + column)),
        lower: figure ?? 0,
        upper: figure ?? (cell.status === 'not_applicable' ? 0 : Infinity),
        withheld: cell.status === 'withheld',
      }
    }),
  }
}
