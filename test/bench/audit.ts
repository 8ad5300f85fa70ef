/** The audits: a table of 20 x 8 x 9 by linear programs, flows beside the solver, every table of the catalogue, and how it grows. */

import { grammarTables } from '../../analysis/catalogue/every-table.ts'
import { auditRelease } from '../../analysis/disclosure/audit/audit-release.ts'
import { boundsOf } from '../../analysis/disclosure/audit/bounds/bounds.ts'
import {
  type ConstraintCell,
  type ConstraintSystem,
  publishedCell,
  withheldCell,
} from '../../analysis/disclosure/audit/bounds/constraint-system.ts'
import type { LinearSolver } from '../../analysis/disclosure/audit/bounds/solver.ts'
import { auditTablesOf } from '../../analysis/disclosure/audit-tables.ts'
import type { Audits } from '../../analysis/disclosure/audits.ts'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { caseSetOf } from '../../analysis/disclosure/case-set.ts'
import { protectAll } from '../../analysis/disclosure/rules/protect-all.ts'
import { settingsOf } from '../../analysis/policy/audit-settings.ts'
import { perturbationTable } from '../../analysis/policy/perturbation-table.ts'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { chance } from '../../server/demo/population/random.ts'
import { auditsFor } from '../../server/editors/audit/audits.ts'
import { highsSolver } from '../../server/editors/audit/solver.ts'
import { editionInput } from '../support/edition.ts'
import { measure, ratio } from './measure.ts'

/** @param sizes numbers of cases for the table of growth */
export async function benchAudit(print: (line: string) => void, sizes: readonly number[] = [500, 5000]): Promise<void> {
  perturbationTable({ d: 5, v: 3, js: 2 })
  const table = measure(() => perturbationTable({ d: 5, v: 3, js: 2 }))
  print(`audit: perturbation table, second time, ${table.wall.toFixed(1)} ms (goal 5)`)
  const solver = await highsSolver()
  for (const withheld of [0.25, 1]) {
    const system = crossed([20, 8, 9], withheld)
    const asked = system.cells.filter((cell) => cell.withheld).length
    const spent = measure(() => boundsOf(system, solver))
    print(
      `  20 x 8 x 9 with margins, ${system.cells.length} cells, ${asked} withheld: ${seconds(spent.wall)} wall, ${seconds(spent.cpu)} CPU (goal 40 s)`,
    )
  }
  const flat = crossed([40, 30], 0.4)
  const flows = measure(() => boundsOf(flat, solver))
  const general = measure(() => boundsOf(flat, solver, undefined, 'solver'))
  if (JSON.stringify(flows.result) !== JSON.stringify(general.result)) throw new Error('flows and the solver disagree')
  print(
    `  40 x 30 with margins: flows ${flows.cpu.toFixed(0)} ms CPU, solver ${general.cpu.toFixed(0)}, ratio ${ratio(general.cpu, flows.cpu)}`,
  )
  for (const cases of sizes) everyTable(cases, solver, print)
  const { audits: settled } = await auditsFor(POLICY_V2)
  for (const cases of sizes) growth(cases, settled, print)
}

/** A whole build as an editor runs it, first by the rules alone, then with the audits until they find nothing. */
function growth(cases: number, audits: Audits, print: (line: string) => void) {
  const input = editionInput({ cases, seed: 1 })
  const plain = measure(() => buildRelease(input).bundle.tables.length)
  const rss = peak()
  const full = measure(() => buildRelease({ ...input, audits }).bundle.tables.length)
  print(
    `  build of ${cases.toLocaleString('en')} cases, ${full.result} tables: by the rules ${seconds(plain.wall)} wall, ${seconds(plain.cpu)} CPU, ${rss} MB; with the audits ${seconds(full.wall)} wall, ${seconds(full.cpu)} CPU, ${peak()} MB`,
  )
}

/** The most memory that this process has held so far, in MB: read sizes from small to large. */
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024)

/** Every table of the grammar of one case set: protected, then audited as an editor would (goal: 94,000 cells at 5,000 cases in 5 minutes). */
function everyTable(cases: number, solver: LinearSolver, print: (line: string) => void) {
  const input = editionInput({ cases, seed: 1 })
  const decided = measure(() =>
    auditTablesOf(
      protectAll(caseSetOf([input.cases], input.volumeShuffle, input), 'measured', grammarTables()),
      grammarTables(),
      'measured',
    ),
  )
  const tables = decided.result
  const cells = tables.reduce((sum, table) => sum + table.cells.length, 0)
  const audit = measure(() => auditRelease({ tables, settings: settingsOf(input.policy), solver }))
  const { findings, judged, solved } = audit.result
  print(
    `  ${cases.toLocaleString('en')} cases: ${tables.length} tables, ${cells.toLocaleString('en')} cells, decided in ${seconds(decided.wall)}; audit ${seconds(audit.wall)} wall, ${seconds(audit.cpu)} CPU; ${judged} judged, ${solved} solved, ${findings.length} findings`,
  )
}

/** An invented table with all margins; counts of 1 to 4 and a share of all inner cells are withheld. */
function crossed(sizes: readonly number[], share: number): ConstraintSystem {
  const dice = chance(7)
  const inner = sizes.reduce((product, size) => product * size, 1)
  const counts = Array.from({ length: inner }, () => Math.floor(dice.next() ** 3 * 45))
  const cells: ConstraintCell[] = []
  const walk = (axis: number, elements: readonly number[], name: readonly string[], margin: boolean): void => {
    if (axis === sizes.length) {
      const cases = elements.reduce((sum, element) => sum + counts[element]!, 0)
      const hidden = (cases > 0 && cases < 5) || (!margin && dice.next() < share)
      cells.push(hidden ? withheldCell(name.join(' '), elements) : publishedCell(name.join(' '), elements, cases))
      return
    }
    const size = sizes[axis]!
    const next = (chosen: readonly number[]) => elements.flatMap((element) => chosen.map((one) => element * size + one))
    const all = Array.from({ length: size }, (_, index) => index)
    for (const one of all) walk(axis + 1, next([one]), [...name, String(one)], margin)
    walk(axis + 1, next(all), [...name, 'total'], true)
  }
  walk(0, [0], [], false)
  return { size: inner, cells }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
