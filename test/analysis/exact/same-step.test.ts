/** "Detained by the police": two answers of one and the same step. What is counted, what an auditor may conclude, and what nobody may. */
import { describe, expect, it } from 'vitest'
import { boundsOf } from '../../../analysis/disclosure/audit/bounds/bounds.ts'
import type { AuditTable } from '../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { linkedSystemsOf } from '../../../analysis/disclosure/audit/linked-tables/linked-systems.ts'
import { linkedTablesOf } from '../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { buildRelease } from '../../../analysis/disclosure/build-release.ts'
import { tabulate } from '../../../analysis/exact/tabulate.ts'
import { highsSolver } from '../../../server/editors/audit/solver.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import type { ReleasedCell } from '../../../survey-schema/release/released-table.ts'
import { levelOf, variableById } from '../../../survey-schema/variables/index.ts'
import { editionInput } from '../../support/edition.ts'

const input = editionInput({ cases: 480, seed: 4 })
const ACTORS = levelOf(variableById('step_actor')!, 'group5')!.categories
const OUTCOMES = levelOf(variableById('step_outcome')!, 'list')!.categories
const steps = ({ contact_steps: all }: CaseRecord) => (all === 'not_asked' ? [] : all)
const counted = (holds: (record: CaseRecord) => boolean) => input.cases.filter(({ record }) => holds(record)).length
const atOneStep = (actors: readonly string[], outcomes: readonly string[]) =>
  counted((record) => steps(record).some((step) => actors.includes(step.step_actor) && outcomes.includes(step.step_outcome)))

describe('organisation and outcome of one step', () => {
  it('count the cases in which some step has both, in the build and in the exact tables of a holder', () => {
    const records = input.cases.map(({ record }) => record)
    const at = (variable: string, level: string) => ({ variable, level })
    const { lines } = tabulate(records, { rows: at('step_outcome', 'list'), columns: at('step_actor', 'group5'), where: [] })
    const { editor } = buildRelease({ ...input, policy: { ...input.policy, smallestVolume: 40 } })
    const cell = (row: string, column: string) =>
      editor.cells.find(({ table, lines: [a, b] }) => table === 'step_actor@group5,step_outcome@list' && a === row && b === column)?.cases
    let fewer = 0
    for (const actor of ACTORS) {
      for (const outcome of OUTCOMES) {
        const wanted = atOneStep(actor.codes, outcome.codes)
        expect(lines.find(({ row, column }) => row === outcome.code && column === actor.code)?.cases ?? 0).toBe(wanted)
        // A joined line has no name of its own here.
        const built = cell(actor.code, outcome.code)
        if (built !== undefined) expect(built).toBe(wanted)
        const anySteps = counted(
          (record) =>
            steps(record).some((step) => actor.codes.includes(step.step_actor)) &&
            steps(record).some((step) => outcome.codes.includes(step.step_outcome)),
        )
        if (wanted < anySteps) fewer++
      }
    }
    expect(fewer).toBeGreaterThan(10)
    // Whoever met such an organisation at all, and what came of any step, stay as they are by themselves.
    const [actor, outcome] = [ACTORS[0]!, OUTCOMES[0]!]
    expect(cell(actor.code, 'total')).toBe(counted((record) => steps(record).some((step) => actor.codes.includes(step.step_actor))))
    expect(cell('total', outcome.code)).toBe(counted((record) => steps(record).some((step) => step.step_outcome === outcome.code)))
  })

  it('P85 leave wide bounds for whoever met the one and was given the other elsewhere', async () => {
    const solver = await highsSolver()
    const line = (
      code: string,
      codes: readonly string[] | null,
      role: 'value' | 'total' | 'answered' | 'no_answer' | 'not_applicable',
    ) => ({
      key: codes ? `=${code}` : code,
      code,
      role,
      codes: codes && new Set(codes),
    })
    const rest = [line('answered', null, 'answered'), line('no_answer', null, 'no_answer')] as const
    const ends = [...rest, line('not_applicable', null, 'not_applicable'), line('total', null, 'total')] as const
    const shown = (figure: number): ReleasedCell => ({ status: 'shown', figure }) as ReleasedCell
    const withheld: ReleasedCell = { status: 'withheld' } as ReleasedCell
    /** 100 cases with steps, all answered: 90 met an NGO, 60 were detained; how many at the NGO is withheld. */
    const cells = [
      [withheld, shown(90), shown(0), shown(0), shown(90)],
      [shown(60), shown(100), shown(0), shown(0), shown(100)],
      [shown(0), shown(0), shown(0), shown(0), shown(0)],
      [shown(0), shown(0), shown(0), shown(0), shown(0)],
      [shown(60), shown(100), shown(0), shown(0), shown(100)],
    ].flat()
    const table = (first: string, second: string): AuditTable => ({
      id: `${first},${second}`,
      slice: 'one',
      counted: 'one',
      axes: [
        { column: first, kind: 'multiple', lines: [line('ngo', ['ngo'], 'value'), ...ends] },
        { column: second, kind: 'multiple', lines: [line('detained', ['detained'], 'value'), ...ends] },
      ],
      cells,
      truth: null,
    })
    const boundsIn = (first: string, second: string) =>
      linkedTablesOf([table(first, second)])
        .flatMap((block) => linkedSystemsOf(block, { band: 0, minimumCases: 0 }))
        .flatMap((grid) => (['fastest', 'solver'] as const).flatMap((method) => boundsOf(grid.system, solver, [...grid.judged], method)))
    // Read over all steps at least 50 are on both lines; that any was so at one step does not follow.
    expect(boundsIn('means_of_control', 'barriers')).toEqual([
      { lower: 50, upper: 60 },
      { lower: 50, upper: 60 },
    ])
    expect(boundsIn('step_actor', 'step_outcome')).toEqual([
      { lower: 0, upper: 60 },
      { lower: 0, upper: 60 },
    ])
    expect(boundsIn('step_outcome', 'step_actor')).toEqual([
      { lower: 0, upper: 60 },
      { lower: 0, upper: 60 },
    ])
  })
})
