/**
 * From the cases of one slice to its bundle: every figure that may ever be asked for is made here, once, together with all the
 * others. Volumes, the state and the embassies as contributors, and the three audits take `Decisions` between deciding and
 * releasing: they withhold more and never less.
 */
import type { Bundle, Manifest, Policy } from '../../survey-schema/bundle.ts'
import type { CaseRecord } from '../../survey-schema/case-record.ts'
import type { ReleasedAxis, ReleasedTable } from '../../survey-schema/released-table.ts'
import { keyedNoise, type Shuffle } from '../disclosure/cell-key.ts'
import { perturbationTable } from '../disclosure/perturbation-table.ts'
import { type Checksum, release, releaseRoutes } from '../disclosure/release.ts'
import type { Reason, Verdict } from '../disclosure/verdict.ts'
import { FIRST_STEP_MODE } from '../snapshot/readings.ts'
import { takeSnapshot } from '../snapshot/snapshot.ts'
import { contributorsOf } from './contributors.ts'
import { type DecidedPair, type DecidedVariable, decidePair, decideVariable, type Slice, turned } from './decided.ts'
import type { AxisName } from './grammar.ts'
import { ANSWERED_LINE, type Line, NO_ANSWER_LINE, NOT_APPLICABLE_LINE, STATE_LINES, TOTAL_LINE } from './lines.ts'
import { routeTree } from './routes.ts'
import { type PlacedTable, universe } from './universe.ts'

export interface CountedCase {
  /** May be decoded anew at each reading. */
  readonly record: CaseRecord
  /** Index into `holdings`. */
  readonly organisation: number
  /** Others that reported the same person, joined by an editor's decision: they too could subtract her. */
  readonly alsoReportedBy?: readonly number[]
  /** Record key, a whole number below 2^48, made under the edition's secret. */
  readonly key: number
}

export interface EditionInput {
  readonly edition: string
  readonly questionnaire: string
  readonly fictional: boolean
  readonly cases: readonly CountedCase[]
  /** For each organisation the number of its holding, or null. */
  readonly holdings: readonly (number | null)[]
  readonly digest: string
  readonly policy: Policy
  /** Next 32-bit integer of a generator seeded under the edition's secret. */
  readonly shuffle: Shuffle
  readonly checksum: Checksum
  readonly progress?: (done: number, of: number) => void
}

/** What editors may see and readers may not: exact counts and reasons. Stays on the editors' machine, under seal. */
export interface EditorFigures {
  readonly edition: string
  readonly cells: readonly {
    readonly table: string
    readonly lines: readonly string[]
    readonly cases: number
    readonly reason: Reason | null
  }[]
}

/** @throws RangeError for fewer cases than the smallest edition, or for a record outside the questionnaire */
export function buildEdition(input: EditionInput): { readonly bundle: Bundle; readonly editor: EditorFigures } {
  const { policy, edition, checksum } = input
  if (input.cases.length < policy.smallestEdition) throw new RangeError('an edition needs more cases than it has')
  const slice = sliceOf(input)
  const tables = universe()
  const decisions = decideAll(slice, tables, input.progress)
  const cells: EditorFigures['cells'][number][] = []
  const released = tables.map((table) => releaseTable(table, decisions, input, cells))
  const routes = releaseRoutes(
    { slice: edition, policy: policy.id },
    routeTree(slice, {
      origin: decisions.variable('route_origin'),
      transit: decisions.variable('route_transit'),
      area: decisions.variable('exploitation_prefectures'),
      originTransit: decisions.pair('route_origin', 'route_transit'),
      originArea: decisions.pair('route_origin', 'exploitation_prefectures'),
    }),
    checksum,
  )
  const total = decisions.variable('source_type').verdicts.get(TOTAL_LINE.key)
  const manifest: Omit<Manifest, 'checksum'> = {
    schema: 'jnatip-bundle/1',
    edition,
    questionnaire: input.questionnaire,
    policy,
    fictional: input.fictional,
    cases: total?.status === 'shown' ? total.figure : 0,
    digest: input.digest,
    tables: released.map((table) => table.id),
  }
  const whole = checksum({ ...manifest, checksums: [...released.map((table) => table.checksum), routes.checksum] })
  return { bundle: { manifest: { ...manifest, checksum: whole }, tables: released, routes }, editor: { edition, cells } }
}

/** All verdicts of a slice, before anything is released. */
export interface Decisions {
  readonly variable: (id: string) => DecidedVariable
  readonly pair: (a: string, b: string) => DecidedPair
}

export function sliceOf({ cases, holdings, policy, shuffle }: EditionInput): Slice {
  return {
    snapshot: takeSnapshot({
      length: cases.length,
      forEach(visit) {
        for (const [row, entry] of cases.entries()) visit(entry.record, row)
      },
    }),
    policy,
    noise: keyedNoise(perturbationTable(policy.noise), shuffle),
    cases: {
      size: cases.length,
      contributors: contributorsOf(cases, holdings),
      keys: Float64Array.from(cases, (entry) => entry.key),
    },
  }
}

export function decideAll(slice: Slice, tables: readonly PlacedTable[], progress?: EditionInput['progress']): Decisions {
  const levels = new Map<string, [string, string][]>()
  for (const {
    axes: [a, b],
  } of tables) {
    if (!b) continue
    const key = `${columnFor(a.variable, b.variable)} ${columnFor(b.variable, a.variable)}`
    levels.set(key, [...(levels.get(key) ?? []), [a.level, b.level]])
  }
  const ids = [...new Set([...tables.map((table) => table.axes[0].variable), ...[...levels.keys()].flatMap((key) => key.split(' '))])]
  const of = ids.length + levels.size
  let done = 0
  const step = <T>(value: T): T => {
    progress?.(++done, of)
    return value
  }
  const variables = new Map(ids.map((id) => [id, step(decideVariable(slice, id))]))
  const variable = (id: string) => found(variables, id)
  const pairs = new Map(
    [...levels].map(([key, at]) => {
      const [a, b] = key.split(' ') as [string, string]
      return [key, step(decidePair(slice, variable(a), variable(b), at))]
    }),
  )
  return {
    variable,
    pair: (a, b) => {
      const [one, other] = [columnFor(a, b), columnFor(b, a)]
      return pairs.get(`${one} ${other}`) ?? turned(found(pairs, `${other} ${one}`))
    },
  }
}

/** The column that a variable means beside another: the mode of the first step, beside the first organisation. */
function columnFor(variable: string, beside: string): string {
  return variable === 'step_mode' && beside === 'contact_first_actor' ? FIRST_STEP_MODE : variable
}

function releaseTable(
  table: PlacedTable,
  decisions: Decisions,
  input: EditionInput,
  editor: EditorFigures['cells'][number][],
): ReleasedTable {
  const [a, b] = table.axes
  const parts = { id: table.id, slice: input.edition, policy: input.policy.id }
  const first = decisions.variable(columnFor(a.variable, b?.variable ?? ''))
  if (!b) {
    const lines = [...first.byLevel.get(a.level)!, ANSWERED_LINE, ...STATE_LINES, NO_ANSWER_LINE, NOT_APPLICABLE_LINE, TOTAL_LINE]
    const verdicts = lines.map((line) => first.verdicts.get(line.key)!)
    for (const [index, line] of lines.entries()) note(editor, table.id, [line.code], first.cases(line), verdicts[index]!)
    return release({ ...parts, axes: [axis(first, a, lines)] }, verdicts, input.checksum)
  }
  const second = decisions.variable(columnFor(b.variable, a.variable))
  const pair = decisions.pair(a.variable, b.variable)
  const rows = [...first.byLevel.get(a.level)!, ANSWERED_LINE, NO_ANSWER_LINE, NOT_APPLICABLE_LINE, TOTAL_LINE]
  const columns = [...second.byLevel.get(b.level)!, ANSWERED_LINE, NO_ANSWER_LINE, NOT_APPLICABLE_LINE, TOTAL_LINE]
  const verdicts = rows.flatMap((row) =>
    columns.map((column) => {
      const verdict = pair.verdict(row, column)
      note(editor, table.id, [row.code, column.code], pair.cases(row, column), verdict)
      return verdict
    }),
  )
  return release({ ...parts, axes: [axis(first, a, rows), axis(second, b, columns)] }, verdicts, input.checksum)
}

function note(editor: EditorFigures['cells'][number][], table: string, lines: readonly string[], cases: number, verdict: Verdict) {
  editor.push({ table, lines, cases, reason: verdict.status === 'withheld' ? verdict.reason : null })
}

function axis({ variable, column }: DecidedVariable, name: AxisName, lines: readonly Line[]): ReleasedAxis {
  return {
    variable: name.variable,
    level: name.level,
    kind: column.kind,
    en: variable.en,
    ja: variable.ja,
    lines: lines.map(({ code, role, en, ja }) => ({ code, role, en, ja })),
  }
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new RangeError('not decided')
  return value
}
