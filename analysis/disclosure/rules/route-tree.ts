/**
 * The tree of routes (table 5.4): each origin that stands by itself, under it each first transit with ten cases, under that each
 * area of Japan with ten cases from three contributors. What is left at a step is "further, not shown", never under five.
 */
import { FURTHER, type ReleasedJourneyNode } from '../../../survey-schema/release/released-table.ts'
import { answeredLine, contains, type Line, NO_ANSWER_LINE, NOT_APPLICABLE_LINE, TOTAL_LINE } from '../../catalogue/line.ts'
import type { Implied } from '../../exact/observers.ts'
import { STATES } from '../../exact/snapshot.ts'
import { classify, everyCase, tally } from '../../exact/tally.ts'
import { toCell } from '../released/release.ts'
import { cellAt } from './grid.ts'
import type { CaseSet, ProtectedPair, ProtectedVariable } from './protected-slice.ts'
import { differenceTells, judgeAlone, type Verdict, visible } from './verdict.ts'

export interface RouteParts {
  readonly origin: ProtectedVariable
  readonly transit: ProtectedVariable
  readonly area: ProtectedVariable
  /** Origin by first transit (5.2), and origin by area (5.3): their cells hold the cells of the tree. */
  readonly originTransit: ProtectedPair
  readonly originArea: ProtectedPair
  readonly transitArea: ProtectedPair
}

interface Branch {
  readonly line: Line
  readonly cases: number
  readonly verdict: Verdict
  readonly children: readonly Branch[]
}

/** Neither an origin nor a way nor a place says that an authority or an embassy met somebody. */
const NOTHING_IMPLIED: Implied = { state: false, embassy: false, citizenship: null }

const UNKNOWN_PLACE: Line = { ...NO_ANSWER_LINE, en: 'Place in Japan not known', ja: '国内の場所は不明' }
/** Where naming the first transit would hide most places, the branch climbs: origin and area, by whatever way. */
const ANY_WAY: Line = { code: 'any', role: 'rest', en: 'By any way', ja: '経路を問わず', codes: null, blocked: false, key: 'any' }
const OUTSIDE_JAPAN: Line = { ...NOT_APPLICABLE_LINE, en: 'No exploitation in Japan', ja: '国内での搾取なし' }

export function routeTree(slice: CaseSet, parts: RouteParts): ReleasedJourneyNode[] {
  const origins = parts.origin.byLevel.get('country')!
  return origins.flatMap((origin) => {
    const verdict = parts.origin.verdicts.get(origin.key)!
    const cases = parts.origin.cases(origin)
    if (!visible(verdict) || cases < slice.policy.minimumCategory) return []
    const named = keepApart(transits(slice, parts, origin), cases, slice)
    const places = areas(slice, parts, origin, null, cases)
    const exact = slice.policy.kind === 'withhold'
    const climbs = exact ? named.length === 0 : placed(places) > placed(named.flatMap((branch) => branch.children))
    const children = climbs ? [{ line: ANY_WAY, cases, verdict, children: places }] : named
    return [node(null, { line: origin, cases, verdict, children })]
  })

  /** A step with named branches names what is left beside them; one without is an end. */
  function node(origin: Line | null, branch: Branch): ReleasedJourneyNode {
    const { line, verdict, children } = branch
    const inner = children.map((child) => node(origin ?? line, child))
    const further = inner.length === 0 ? [] : [furtherOf(slice, parts, origin ?? line, origin === null ? null : line, children)]
    return {
      code: line.code,
      role: line.role === 'rest' ? 'rest' : 'value',
      en: line.en,
      ja: line.ja,
      cell: toCell(verdict),
      children: [...inner, ...further],
    }
  }
}

/** Cases whose place in Japan a branch names. */
const placed = (branches: readonly Branch[]) => branches.reduce((sum, branch) => sum + (branch.line.role === 'value' ? branch.cases : 0), 0)

function transits(slice: CaseSet, parts: RouteParts, origin: Line): Branch[] {
  const { originTransit } = parts
  return parts.transit.byLevel.get('country')!.flatMap((transit) => {
    const verdict = originTransit.verdict(origin, transit)
    const cases = originTransit.cases(origin, transit)
    if (!visible(verdict) || cases < slice.policy.minimumCategory) return []
    // Exact figures of three answers would have to be audited with those of two: there are none, and the tree repeats 5.2 and 5.3.
    const children = slice.policy.kind === 'withhold' ? [] : areas(slice, parts, origin, transit, cases)
    return [{ line: transit, cases, verdict, children }]
  })
}

function areas(slice: CaseSet, parts: RouteParts, origin: Line, transit: Line | null, parent: number): Branch[] {
  const { policy, noise, cases } = slice
  const lines = [...parts.area.byLevel.get('area8')!, UNKNOWN_PLACE, OUTSIDE_JAPAN]
  const counted = tally(cases, classify(parts.area.column, lines), everyCase(cases.size), { include: onBranch(parts, origin, transit) })
  const minimum = { cases: policy.threeWay.minimumCases, contributors: policy.threeWay.minimumContributors }
  const found = lines.map((line, index): Branch => {
    const cell = cellAt(counted, index, cases.contributors, NOTHING_IMPLIED)
    const beside = parts.originArea.verdict(origin, line)
    const tells =
      differenceTells(parent, cell.cases, policy, false) ||
      (transit === null
        ? !visible(beside)
        : tablesAround(parts, origin, transit, line).some((outer) => differenceTells(outer, cell.cases, policy, true)))
    const verdict =
      line.blocked || tells ? ({ status: 'withheld', reason: 'complement' } as const) : judgeAlone(cell, policy, noise, minimum)
    return { line, cases: cell.cases, verdict, children: [] }
  })
  return keepApart(
    found.filter((branch) => visible(branch.verdict)),
    parent,
    slice,
  )
}

/** Counts of the visible cells of all tables that hold everybody on this branch, at whatever level. */
function tablesAround({ origin, transit, area, ...pairs }: RouteParts, from: Line, through: Line, to: Line): number[] {
  const holding = (side: ProtectedVariable, line: Line) => [
    TOTAL_LINE,
    ...(line.codes === null
      ? [line]
      : [answeredLine(side.variable), ...[...side.byLevel.values()].flat().filter((other) => contains(other, line))]),
  ]
  const [origins, transits, areas] = [holding(origin, from), holding(transit, through), holding(area, to)]
  const shown = (pair: ProtectedPair, rows: readonly Line[], columns: readonly Line[]) =>
    rows.flatMap((row) =>
      columns.flatMap((column) => (pair.shows(row, column) && visible(pair.verdict(row, column)) ? [pair.cases(row, column)] : [])),
    )
  return [
    ...shown(pairs.originTransit, origins, transits),
    ...shown(pairs.originArea, origins, areas),
    ...shown(pairs.transitArea, transits, areas),
  ]
}

/** Drops the smallest branches until what is left of the parent is nobody or at least the minimum. */
function keepApart(branches: readonly Branch[], parent: number, { policy }: CaseSet): Branch[] {
  let kept = [...branches]
  const rest = () => parent - kept.reduce((sum, branch) => sum + branch.cases, 0)
  while (kept.length > 0 && rest() > 0 && rest() < policy.minimumCases) {
    const smallest = Math.min(...kept.map((branch) => branch.cases))
    const gone = kept.findLastIndex((branch) => branch.cases === smallest)
    kept = kept.filter((_, index) => index !== gone)
  }
  return kept
}

/** What is left at a step. Always named, and withheld where it is small or nobody, so that its presence tells nothing. */
function furtherOf(
  slice: CaseSet,
  parts: RouteParts,
  origin: Line,
  transit: Line | null,
  branches: readonly Branch[],
): ReleasedJourneyNode {
  const lines = branches.map((branch) => branch.line)
  const classes = classify(transit === null ? parts.transit.column : parts.area.column, lines)
  const onPath = onBranch(parts, origin, transit)
  const everyWay = lines.includes(ANY_WAY)
  const counted = tally(slice.cases, everyCase(slice.cases.size), everyCase(slice.cases.size), {
    include: (row) => onPath(row) && !everyWay && classes.lines[classes.of[row]!]!.length === 0,
  })
  const verdict = judgeAlone(cellAt(counted, 0, slice.cases.contributors, NOTHING_IMPLIED), slice.policy, slice.noise)
  return { ...FURTHER, cell: toCell(verdict), children: [] }
}

function onBranch(parts: RouteParts, origin: Line, transit: Line | null): (row: number) => boolean {
  const from = holder(parts.origin, origin)
  const through = transit === null || transit === ANY_WAY ? () => true : holder(parts.transit, transit)
  return (row) => from(row) && through(row)
}

function holder(side: ProtectedVariable, line: Line): (row: number) => boolean {
  const { column } = side
  if (column.kind !== 'single') throw new RangeError('a route has one origin, one first transit and one place')
  const held = column.codes.map((code, index) => index >= STATES.length && (line.codes?.has(code) ?? false))
  return (row) => held[column.data[row]!]!
}
