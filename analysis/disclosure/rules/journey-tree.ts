/**
 * The tree of journeys (table 5.4): each origin that has a line of its own, under it each first transit with ten cases, under that each area of Japan with
 * ten cases from three contributors. What is left at a step is "further, not shown", and never fewer than five.
 */
import { FURTHER, type ReleasedJourneyNode } from '../../../survey-schema/release/released-table.ts'
import { answeredLine, contains, type Line, NO_ANSWER_LINE, NOT_APPLICABLE_LINE, TOTAL_LINE } from '../../catalogue/line.ts'
import { byCount, isBelow, NOBODY, plus } from '../../exact/exact-count.ts'
import { NOTHING_IMPLIED } from '../../exact/observers.ts'
import { STATES } from '../../exact/snapshot.ts'
import { classify, everyCase, ownIn, tally } from '../../exact/tally.ts'
import { stepOf } from '../audit/linked-tables/journey-tables.ts'
import type { CaseSet } from '../case-set.ts'
import { toCell } from '../released/release.ts'
import { type CountedSet, cellAt, remainderBeside } from './exact-cell.ts'
import type { ProtectedPair, ProtectedTables, ProtectedVariable } from './protected-tables.ts'
import { isRiskyDifference, isSmall, primaryVerdict, type Verdict, visible } from './verdict.ts'

/** The tables of one and two answers whose cells hold the cells of the tree. */
interface JourneyTables {
  readonly origin: ProtectedVariable
  readonly transit: ProtectedVariable
  readonly area: ProtectedVariable
  /** Table 5.2. */
  readonly originTransit: ProtectedPair
  /** Table 5.3. */
  readonly originArea: ProtectedPair
  readonly transitArea: ProtectedPair
}

interface Branch extends CountedSet {
  readonly line: Line
  readonly verdict: Verdict
  readonly children: readonly Branch[]
}

const UNKNOWN_PLACE: Line = { ...NO_ANSWER_LINE, en: 'Place in Japan not known', ja: '国内の場所は不明' }
/** Stands where naming first transits would leave most places in Japan unnamed: origin and area, by whatever way. */
const ANY_WAY: Line = { code: 'any', role: 'rest', en: 'By any way', ja: '経路を問わず', codes: null, blocked: false, key: 'any' }
const OUTSIDE_JAPAN: Line = { ...NOT_APPLICABLE_LINE, en: 'No exploitation in Japan', ja: '国内での搾取なし' }

/** A step of the tree as readers see it, with the persons counted there. */
export interface CountedNode extends CountedSet {
  readonly node: ReleasedJourneyNode
  readonly children: readonly CountedNode[]
}

/** The origins, in the order of the code list. @param dropped paths of branches that an audit does not allow */
export function journeyTree(caseSet: CaseSet, protectedTables: ProtectedTables, dropped: ReadonlySet<string> = new Set()): CountedNode[] {
  const tables: JourneyTables = {
    origin: protectedTables.variable('route_origin'),
    transit: protectedTables.variable('route_transit'),
    area: protectedTables.variable('exploitation_prefectures'),
    originTransit: protectedTables.pair('route_origin', 'route_transit'),
    originArea: protectedTables.pair('route_origin', 'exploitation_prefectures'),
    transitArea: protectedTables.pair('route_transit', 'exploitation_prefectures'),
  }
  return tables.origin.byLevel.get('country')!.flatMap((origin) => {
    const branch = originBranch(caseSet, tables, origin)
    return branch === null ? [] : [nodeOf(caseSet, tables, null, without(branch, dropped, ''))]
  })
}

/** Null where the origin is not shown, or has too few cases for a branch. */
function originBranch(caseSet: CaseSet, tables: JourneyTables, origin: Line): Branch | null {
  const verdict = tables.origin.verdicts.get(origin.key)!
  const cases = tables.origin.cases(origin)
  if (!visible(verdict) || isBelow(cases, caseSet.policy.minimumCategory)) return null
  const whole = { cases, own: tables.origin.own(origin) }
  const byTransit = withoutSmallRemainder(transits(caseSet, tables, origin), whole, caseSet)
  const byArea = areas(caseSet, tables, origin, null, whole)
  const children = namesMore(byArea, byTransit, caseSet) ? [{ line: ANY_WAY, ...whole, verdict, children: byArea }] : byTransit
  return { line: origin, ...whole, verdict, children }
}

/** Whether the areas by any way name more places in Japan than the ways do. Counts decide nothing: which is the larger would be read from the choice. */
function namesMore(byArea: readonly Branch[], byTransit: readonly Branch[], { policy }: CaseSet): boolean {
  if (policy.kind === 'withhold') return byTransit.length === 0
  const areas = byTransit.flatMap((branch) => branch.children)
  if (policy.structure === undefined) return casesWithArea(byArea) > casesWithArea(areas)
  const named = (branches: readonly Branch[]) =>
    new Set(branches.filter(({ line }) => line.role === 'value').map(({ line }) => line.code)).size
  return named(byArea) > named(areas)
}

/** A branch without those of its children that an audit does not allow: their cases are left to "further". */
function without(branch: Branch, dropped: ReadonlySet<string>, before: string): Branch {
  const path = stepOf(before, branch.line)
  const children = branch.children.filter(({ line }) => !dropped.has(stepOf(path, line))).map((child) => without(child, dropped, path))
  return { ...branch, children }
}

/** A branch as readers see it. Where it has children, what is left beside them is named; where it has none, it ends. @param origin null for an origin itself */
function nodeOf(caseSet: CaseSet, tables: JourneyTables, origin: Line | null, branch: Branch): CountedNode {
  const { line, verdict, cases, own } = branch
  const inner = branch.children.map((child) => nodeOf(caseSet, tables, origin ?? line, child))
  const further = inner.length === 0 ? [] : [furtherNode(caseSet, tables, origin ?? line, origin === null ? null : line, branch.children)]
  const children = [...inner, ...further]
  const role = line.role === 'rest' ? 'rest' : 'value'
  const { code, en, ja } = line
  return { cases, own, children, node: { code, role, en, ja, cell: toCell(verdict), children: children.map(({ node }) => node) } }
}

/** Cases whose place in Japan a branch names. */
const casesWithArea = (branches: readonly Branch[]) =>
  branches.reduce((sum, branch) => (branch.line.role === 'value' ? plus(sum, branch.cases) : sum), NOBODY)

function transits(caseSet: CaseSet, tables: JourneyTables, origin: Line): Branch[] {
  const { originTransit } = tables
  return tables.transit.byLevel.get('country')!.flatMap((transit) => {
    const verdict = originTransit.verdict(origin, transit)
    const cases = originTransit.cases(origin, transit)
    if (!visible(verdict) || isBelow(cases, caseSet.policy.minimumCategory)) return []
    const whole = { cases, own: originTransit.own(origin, transit) }
    // Exact figures of three answers would have to be audited together with those of two. There are none: the tree repeats tables 5.2 and 5.3.
    const children = caseSet.policy.kind === 'withhold' ? [] : areas(caseSet, tables, origin, transit, whole)
    return [{ line: transit, ...whole, verdict, children }]
  })
}

/** The areas of a branch. @param transit null: whatever the transit  @param parent the branch */
function areas(caseSet: CaseSet, tables: JourneyTables, origin: Line, transit: Line | null, parent: CountedSet): Branch[] {
  const { policy, noise, cases } = caseSet
  const lines = [...tables.area.byLevel.get('area8')!, UNKNOWN_PLACE, OUTSIDE_JAPAN]
  const counted = tally(cases, classify(tables.area.column, lines), everyCase(cases.size), { include: onBranch(tables, origin, transit) })
  const minimum = { cases: policy.threeWay.minimumCases, contributors: policy.threeWay.minimumContributors }
  const found = lines.map((line, index): Branch => {
    const cell = cellAt(counted, index, cases.contributors, NOTHING_IMPLIED)
    const inner = { cases: cell.cases, own: ownIn(counted, index, cases) }
    const isRisky =
      isRiskyBeside(parent, inner, caseSet, false) ||
      (transit === null
        ? !visible(tables.originArea.verdict(origin, line))
        : shownSetsHolding(tables, origin, transit, line).some((outer) => isRiskyBeside(outer, inner, caseSet, true)))
    const verdict =
      line.blocked || isRisky ? ({ status: 'withheld', reason: 'complement' } as const) : primaryVerdict(cell, policy, noise, minimum)
    return { line, ...inner, verdict, children: [] }
  })
  const shown = found.filter((branch) => visible(branch.verdict))
  return withoutSmallRemainder(shown, parent, caseSet, lines.length)
}

function isRiskyBeside(
  outer: CountedSet,
  inner: CountedSet,
  { policy, cases: { contributors } }: CaseSet,
  zeroIsHarmless: boolean,
): boolean {
  if (policy.structure === undefined) return isRiskyDifference(outer.cases, inner.cases, policy, zeroIsHarmless)
  return isSmall(remainderBeside(outer, [inner], contributors, NOTHING_IMPLIED), policy)
}

/** The shown cells, in tables of two answers, that hold every case of this branch, at whatever level. */
function shownSetsHolding({ origin, transit, area, ...pairs }: JourneyTables, from: Line, through: Line, to: Line): CountedSet[] {
  const holding = (side: ProtectedVariable, line: Line) => [
    TOTAL_LINE,
    ...(line.codes === null
      ? [line]
      : [answeredLine(side.variable), ...[...side.byLevel.values()].flat().filter((other) => contains(other, line))]),
  ]
  const [origins, transits, areas] = [holding(origin, from), holding(transit, through), holding(area, to)]
  const shown = (pair: ProtectedPair, rows: readonly Line[], columns: readonly Line[]) =>
    rows.flatMap((row) =>
      columns.flatMap((column) =>
        pair.shows(row, column) && visible(pair.verdict(row, column))
          ? [{ cases: pair.cases(row, column), own: pair.own(row, column) }]
          : [],
      ),
    )
  return [
    ...shown(pairs.originTransit, origins, transits),
    ...shown(pairs.originArea, origins, areas),
    ...shown(pairs.transitArea, transits, areas),
  ]
}

/**
 * Without the last branches, so that what is left of the parent is no few persons; nobody at all only where these are all the branches that there can be.
 * @param possible how many branches the questionnaire allows; not known for countries
 */
function withoutSmallRemainder(
  branches: readonly Branch[],
  parent: CountedSet,
  { policy, cases: { contributors } }: CaseSet,
  possible = Infinity,
): Branch[] {
  let kept = [...branches]
  const isTooSmall = () => {
    const remainder = remainderBeside(parent, kept, contributors, NOTHING_IMPLIED)
    if (policy.structure === undefined) return remainder.cases > NOBODY && isSmall(remainder, policy)
    return kept.length < possible && isSmall(remainder, policy)
  }
  while (kept.length > 0 && isTooSmall()) {
    const [smallest] = kept.map((branch) => branch.cases).sort(byCount)
    const dropped = policy.structure === undefined ? kept.findLastIndex((branch) => branch.cases === smallest) : kept.length - 1
    kept = kept.filter((_, index) => index !== dropped)
  }
  return kept
}

/** What is left at a step. It is always named, and withheld alike where it is small and where it is nobody, so that its presence says nothing. */
function furtherNode(
  caseSet: CaseSet,
  tables: JourneyTables,
  origin: Line,
  transit: Line | null,
  branches: readonly Branch[],
): CountedNode {
  const { cases, policy, noise } = caseSet
  const lines = branches.map((branch) => branch.line)
  const classes = classify(transit === null ? tables.transit.column : tables.area.column, lines)
  const onPath = onBranch(tables, origin, transit)
  const everyWay = lines.includes(ANY_WAY)
  const counted = tally(cases, everyCase(cases.size), everyCase(cases.size), {
    include: (row) => onPath(row) && !everyWay && classes.lines[classes.of[row]!]!.length === 0,
  })
  const verdict = primaryVerdict(cellAt(counted, 0, cases.contributors, NOTHING_IMPLIED), policy, noise)
  return {
    cases: counted.cases[0]!,
    own: ownIn(counted, 0, cases),
    node: { ...FURTHER, cell: toCell(verdict), children: [] },
    children: [],
  }
}

/** Whether a case came from this origin, and by this transit if one is given. */
function onBranch(tables: JourneyTables, origin: Line, transit: Line | null): (row: number) => boolean {
  const from = casesOn(tables.origin, origin)
  const through = transit === null || transit === ANY_WAY ? () => true : casesOn(tables.transit, transit)
  return (row) => from(row) && through(row)
}

function casesOn({ column }: ProtectedVariable, line: Line): (row: number) => boolean {
  if (column.kind !== 'single') throw new RangeError('a route has one origin, one first transit and one place')
  const held = column.codes.map((code, index) => index >= STATES.length && (line.codes?.has(code) ?? false))
  return (row) => held[column.data[row]!]!
}
