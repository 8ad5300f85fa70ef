/**
 * From the cases of one slice to its bundle: every figure that may ever be asked for is made here, once, together with all the
 * others. Volumes, the state and the embassies as contributors, and the three audits take `ProtectedTables` between deciding and
 * releasing: they withhold more and never less.
 */
import type { Bundle, EditionCounted, Manifest, PersonsCounted, Policy } from '../../survey-schema/release/bundle.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { ReleasedAxis, ReleasedJourneys, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { COLUMN_IDS, columnBeside, FIRST_STEP_MODE } from '../catalogue/columns.ts'
import { type CatalogueTable, everyTable } from '../catalogue/every-table.ts'
import type { AxisName } from '../catalogue/grammar.ts'
import { type Line, linesOfAxis, linesOfSingle, TOTAL_LINE } from '../catalogue/line.ts'
import { contributorsOf } from '../exact/contributors.ts'
import { takeSnapshot } from '../exact/snapshot.ts'
import { perturbationTable } from '../policy/perturbation-table.ts'
import type { Audits } from './fixed-point.ts'
import { keyedNoise, NO_NOISE, type Shuffle } from './noise/cell-key.ts'
import { wholeChecksum } from './released/bundle.ts'
import { type Checksum, release, releaseJourneys, toCell } from './released/release.ts'
import { lookAlikes } from './rules/duplicates.ts'
import { withSummedMargins } from './rules/margins.ts'
import { pairsOf, protectCrosstabs, protectSingleTables, singlesOf } from './rules/protect.ts'
import type { CaseSet, ProtectedTables, ProtectedVariable } from './rules/protected-slice.ts'
import { routeTree } from './rules/route-tree.ts'
import { judgeAlone, type Reason, type Verdict } from './rules/verdict.ts'

export interface CountedCase {
  /** May be decoded anew at each reading. */
  readonly record: CaseRecord
  /** Index into `holdings`. */
  readonly organisation: number
  /** Others that reported the same person, joined by an editor's decision: they too could subtract her. */
  readonly alsoReportedBy?: readonly number[]
  /** What they reported: not counted, but whoever is on these records knows her too. */
  readonly alsoRecorded?: readonly CaseRecord[]
  /** Record key, a whole number below 2^48, made under the edition's secret. */
  readonly key: number
}

/** The opened cases of one edition. */
export interface EditionCases extends EditionCounted {
  readonly cases: readonly CountedCase[]
  /** Next 32-bit integer of a generator seeded under the edition's secret. */
  readonly shuffle: Shuffle
}

export interface ReleaseInput {
  /** Consecutive editions, oldest first: one, or those of a volume. */
  readonly editions: readonly EditionCases[]
  /** Single tables published before, by edition: such an edition gets no second figures. */
  readonly published: ReadonlyMap<string, readonly ReleasedTable[]>
  /** Two editors decided, on record, that a volume may be as small as the policy allows by decision. */
  readonly byDecision: boolean
  /** As `shuffle`, under the secrets of all editions together; used where the volume holds several. */
  readonly volumeShuffle: Shuffle
  /** Record keys of look-alikes that an editor decided to be two persons. */
  readonly apart?: readonly (readonly [number, number])[]
  readonly fictional: boolean
  /** For each organisation the number of its holding, or null. */
  readonly holdings: readonly (number | null)[]
  readonly previous: string | null
  readonly policy: Policy
  readonly checksum: Checksum
  /** The audits of the figures before they are released; what they find is withheld as well. Left out only where a test looks at the rules alone. */
  readonly audits?: Audits | undefined
  readonly progress?: (done: number, of: number) => void
}

/** What editors may see and readers may not: exact counts and reasons. Stays on the editors' machine, under seal. */
export interface EditorFigures {
  readonly cells: readonly EditorCell[]
}

export interface EditorCell {
  readonly slice: string
  readonly table: string
  readonly lines: readonly string[]
  readonly cases: number
  readonly reason: Reason | null
}

/** The name of the volume that holds these editions. */
export const volumeId = (editions: readonly string[]) =>
  editions.length === 1 ? `volume-${editions[0]}` : `volume-${editions[0]}-to-${editions.at(-1)}`

/**
 * Single tables for each edition that has none yet, and the crosstabs of their volume if it holds enough cases; else crosstabs wait.
 * @throws RangeError for an edition that is too small, for several editions that are too small a volume, or a record outside the questionnaire
 */
export function buildRelease(input: ReleaseInput): { readonly bundle: Bundle; readonly editor: EditorFigures } {
  const { policy, checksum, editions } = input
  if (editions.some((edition) => edition.cases.length < policy.smallestEdition))
    throw new RangeError('an edition needs more cases than it has')
  const cases = editions.flatMap((edition) => edition.cases)
  const enough = cases.length >= (input.byDecision ? policy.smallestVolumeByDecision : policy.smallestVolume)
  if (!enough && editions.length > 1) throw new RangeError('a volume needs more cases than these editions have')
  const names = editions.map((edition) => edition.id)
  const volume = enough ? { id: volumeId(names), editions: names, byDecision: input.byDecision } : null
  const [singles, pairs] = [singlesOf(everyTable()), pairsOf(everyTable())]
  const editor: EditorCell[] = []
  const fresh = editions.filter((edition) => !input.published.has(edition.id))
  const sliced = new Map(
    editions.map((edition) => [
      edition.id,
      fresh.includes(edition) || editions.length === 1 ? caseSetOf(edition.cases, edition.shuffle, input) : null,
    ]),
  )
  const settled = new Map(fresh.map((edition) => [edition.id, protectSingleTables(sliced.get(edition.id)!, edition.id, input)]))
  const decided = new Map([...settled].map(([id, { variables }]) => [id, variables]))
  const tables = fresh.flatMap((edition) =>
    singles.map((table) => releaseSingle(table, edition.id, decided.get(edition.id)!, input, editor)),
  )
  const persons = fresh.map((edition) =>
    personsIn(edition.id, edition.cases, sliced.get(edition.id)!, decided.get(edition.id)!, input, editor),
  )
  let routes: ReleasedJourneys | null = null
  if (volume !== null) {
    const one = editions.length === 1 ? editions[0]! : null
    const slice = (one && (settled.get(one.id)?.slice ?? sliced.get(one.id))) ?? caseSetOf(cases, input.volumeShuffle, input)
    const own = (one && decided.get(one.id)) ?? protectSingleTables(slice, volume.id, {}).variables
    const published = editions.map((edition) =>
      byId(input.published.get(edition.id) ?? tables.filter((table) => table.slice === edition.id)),
    )
    // Figures of single tables are made once: a volume that comes later takes them as they were published.
    const margins =
      one && decided.has(one.id)
        ? own
        : new Map([...own].map(([id, variable]) => [id, id === FIRST_STEP_MODE ? variable : withSummedMargins(variable, published)]))
    const decisions = protectCrosstabs(slice, margins, volume.id, pairs, input)
    tables.push(...pairs.map((table) => releasePair(table, volume.id, decisions, input, editor)))
    routes = releaseTree(slice, volume.id, decisions, input)
    persons.push(personsIn(volume.id, cases, slice, margins, input, editor))
  }
  const named = ({ id, questionnaire, digest, persons }: EditionCases): EditionCounted => ({ id, questionnaire, digest, persons })
  const manifest: Omit<Manifest, 'checksum'> = {
    schema: 'jnatip-bundle/1',
    editions: fresh.map(named),
    volume,
    counted: editions.map(named),
    persons,
    policy,
    fictional: input.fictional,
    previous: input.previous,
    tables: tables.map((table) => `${table.slice}/${table.id}`),
  }
  const whole = wholeChecksum(manifest, [...tables.map((table) => table.checksum), routes?.checksum ?? null], checksum)
  return { bundle: { manifest: { ...manifest, checksum: whole }, tables, routes }, editor: { cells: editor } }
}

const byId = (tables: readonly ReleasedTable[]) => new Map(tables.map((table) => [table.id, table]))

/** The cases of one edition or volume as columns, with those who know them and the noise of its secret. */
export function caseSetOf(
  cases: readonly CountedCase[],
  shuffle: Shuffle,
  { holdings, policy }: Pick<ReleaseInput, 'holdings' | 'policy'>,
): CaseSet {
  return {
    snapshot: takeSnapshot({
      length: cases.length,
      forEach(visit) {
        for (const [row, entry] of cases.entries()) visit(entry.record, row)
      },
    }),
    policy,
    noise: policy.noise === null ? NO_NOISE : keyedNoise(perturbationTable(policy.noise), shuffle),
    secondary: new Map(),
    cases: {
      size: cases.length,
      contributors: contributorsOf(cases, holdings),
      keys: Float64Array.from(cases, (entry) => entry.key),
    },
  }
}

/** Every table of a slice has the same total; look-alikes get the noise of the cases among them, under the rules of a cell. */
function personsIn(
  slice: string,
  cases: readonly CountedCase[],
  { noise }: CaseSet,
  decided: ReadonlyMap<string, ProtectedVariable>,
  { policy, apart }: ReleaseInput,
  editor: EditorCell[],
): PersonsCounted {
  const most = decided.get(COLUMN_IDS[0]!)!.verdicts.get(TOTAL_LINE.key)!
  const alike = lookAlikes(cases, apart)
  const fewer = judgeAlone(alike, policy, noise)
  editor.push(note(slice, PERSONS, ['most'], cases.length, most), note(slice, PERSONS, ['look_alikes'], alike.cases, fewer))
  return { slice, most: toCell(most), lookAlikes: toCell(fewer) }
}

/** The name under which editors find the counts of persons and look-alikes among the cells. */
const PERSONS = 'persons'

function releaseSingle(
  { id, axes: [a] }: CatalogueTable,
  slice: string,
  decided: ReadonlyMap<string, ProtectedVariable>,
  input: ReleaseInput,
  editor: EditorCell[],
): ReleasedTable {
  const variable = decided.get(a.variable)!
  const lines = linesOfSingle(variable.variable, variable.byLevel.get(a.level)!)
  const verdicts = lines.map((line) => variable.verdicts.get(line.key)!)
  for (const [index, line] of lines.entries()) editor.push(note(slice, id, [line.code], variable.cases(line), verdicts[index]!))
  return release({ id, slice, policy: input.policy.id, axes: [axis(variable, a, lines)] }, verdicts, input.checksum)
}

function releasePair(
  { id, axes: [a, b] }: CatalogueTable,
  slice: string,
  decisions: ProtectedTables,
  input: ReleaseInput,
  editor: EditorCell[],
): ReleasedTable {
  if (!b) throw new RangeError('not a pair')
  const [first, second] = [
    decisions.variable(columnBeside(a.variable, b.variable)),
    decisions.variable(columnBeside(b.variable, a.variable)),
  ]
  const pair = decisions.pair(a.variable, b.variable)
  const rows = linesOfAxis(first.variable, first.byLevel.get(a.level)!)
  const columns = linesOfAxis(second.variable, second.byLevel.get(b.level)!)
  const verdicts = rows.flatMap((row) =>
    columns.map((column) => {
      const verdict = pair.verdict(row, column)
      editor.push(note(slice, id, [row.code, column.code], pair.cases(row, column), verdict))
      return verdict
    }),
  )
  return release({ id, slice, policy: input.policy.id, axes: [axis(first, a, rows), axis(second, b, columns)] }, verdicts, input.checksum)
}

function releaseTree(slice: CaseSet, id: string, decisions: ProtectedTables, input: ReleaseInput): ReleasedJourneys {
  return releaseJourneys(
    { slice: id, policy: input.policy.id },
    routeTree(slice, {
      origin: decisions.variable('route_origin'),
      transit: decisions.variable('route_transit'),
      area: decisions.variable('exploitation_prefectures'),
      originTransit: decisions.pair('route_origin', 'route_transit'),
      originArea: decisions.pair('route_origin', 'exploitation_prefectures'),
      transitArea: decisions.pair('route_transit', 'exploitation_prefectures'),
    }),
    input.checksum,
  )
}

function note(slice: string, table: string, lines: readonly string[], cases: number, verdict: Verdict): EditorCell {
  return { slice, table, lines, cases, reason: verdict.status === 'withheld' ? verdict.reason : null }
}

function axis({ variable, column }: ProtectedVariable, name: AxisName, lines: readonly Line[]): ReleasedAxis {
  return {
    variable: name.variable,
    level: name.level,
    kind: column.kind,
    en: variable.en,
    ja: variable.ja,
    lines: lines.map(({ code, role, en, ja }) => ({ code, role, en, ja })),
  }
}
