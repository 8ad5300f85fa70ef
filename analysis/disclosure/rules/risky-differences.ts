/**
 * Cells of which one lies within the other, over all tables of a case set: an interior cell within its margin at any level, a question within another that
 * it implies. A reader subtracts any two figures, and a contributor subtracts its own cases as well. (A grid of one pair looks at its own cells only.)
 */

import { byCount, NOBODY, plainNumber } from '../../exact/exact-count.ts'
import { settingsOf } from '../../policy/audit-settings.ts'
import { attackerUnder } from '../audit/evidence/attacker.ts'
import { excess } from '../audit/evidence/bayes-factor.ts'
import { evidenceOfDifference } from '../audit/evidence/differences.ts'
import type { CaseSet } from '../case-set.ts'
import { type DifferenceRisk, differenceRisk } from './difference-risk.ts'
import {
  type DistinctCell,
  type DistinctCells,
  distinctCells,
  idOf,
  ofSameStep,
  ownOf,
  type PrintedCells,
  verdictOn,
} from './distinct-cells.ts'
import type { ProtectedTables } from './protected-tables.ts'
import { type Reason, type Verdict, visible } from './verdict.ts'

/** A cell that must be withheld because of what it reveals together with another. */
export interface CellToWithhold {
  /** By `cellId`. */
  readonly cell: string
  readonly reason: Reason
}

/** Two cells of which one lies within the other, and that would reveal something if both were shown. */
interface RiskyPair extends DifferenceRisk {
  readonly outer: DistinctCell
  readonly inner: DistinctCell
}

/**
 * A function that finds, in verdicts that change from call to call while the counts stay, the cells to withhold. Called until it returns none, it leaves no
 * two shown figures of which one lies within the other and that differ by a few persons, and no contributor too certain of a few others between them. Of
 * each two it names one: the one that costs less.
 */
export function riskyDifferences(
  caseSet: CaseSet,
  tables: ProtectedTables,
  printed: readonly PrintedCells[],
): (now: ProtectedTables) => CellToWithhold[] {
  const { policy } = caseSet
  const settings = settingsOf(policy)
  const attacker = attackerUnder(settings)
  const evidence = attacker && evidenceOfDifference(attacker)
  const cells = distinctCells(caseSet, tables, printed)
  const pairs = riskyPairs(cells, tables, caseSet)
  // Whoever sees the same cases elsewhere takes an exact figure from there. Under noise the audits judge what is left of this.
  const equivalent = evidence === null ? equivalentCells(cells) : []

  const reasonFor = ({ outer, inner, reader, sender, units }: RiskyPair, [big, small]: readonly [Verdict, Verdict]): Reason | null => {
    if (reader) return 'ladder'
    if (sender) return 'contributor'
    if (big.status !== 'shown' || small.status !== 'shown') return null
    if (evidence === null) return units.length > 0 ? 'contributor' : null
    const tooCertain = units.some((unit) => {
      const [ownOuter, ownInner] = [ownOf(outer, tables)[unit]!, ownOf(inner, tables)[unit]!]
      const all = { allOuter: ownOuter === outer.cases, allInner: ownInner > NOBODY && ownInner === inner.cases }
      const own = { ownOuter: plainNumber(ownOuter), ownInner: plainNumber(ownInner) }
      return excess(evidence({ outer: big.figure, inner: small.figure, ...own, ...all }), settings.evidence) > 0
    })
    return tooCertain ? 'contributor' : null
  }

  return (now) => {
    const found = new Map<DistinctCell, CellToWithhold>()
    for (const [one, other] of equivalent) {
      const isWithheld = verdictOn(one, now).status === 'withheld' && isWhole(verdictOn(other, now))
      if (isWithheld && other.free) found.set(other, { cell: idOf(other), reason: 'ladder' })
    }
    for (const pair of pairs) {
      const both = [pair.outer, pair.inner] as const
      const free = (policy.structure === undefined ? both : both.toReversed()).filter((cell) => cell.free)
      if (found.has(both[0]) || found.has(both[1])) continue
      const verdicts = [verdictOn(both[0], now), verdictOn(both[1], now)] as const
      if (!verdicts.every(isWhole)) continue
      const reason = reasonFor(pair, verdicts)
      const cheaper = free.sort(policy.structure === undefined ? byCostAndCount : byCost)[0]
      if (reason && cheaper) found.set(cheaper, { cell: idOf(cheaper), reason })
    }
    return [...found.values()]
  }
}

/** Shown, and of all editions that it names: a sum that lacks the part of one counts fewer persons. */
const isWhole = (verdict: Verdict) => visible(verdict) && !(verdict.status === 'sum' && verdict.parts < verdict.of)

/** Cells that hold the very same cases by other lines. Each pair stands here in both orders. */
function equivalentCells({ all, at, outersOf }: DistinctCells): (readonly [DistinctCell, DistinctCell])[] {
  const equivalent: (readonly [DistinctCell, DistinctCell])[] = []
  for (const one of all) {
    const [first = [null], second = [null]] = one.sides.map((side) => outersOf(side).filter(({ same }) => same))
    for (const row of first) {
      for (const column of second) {
        const other = at([row, column].flatMap((side) => side ?? []))
        if (other !== undefined && other !== one && ofSameStep(one) === ofSameStep(other)) equivalent.push([one, other], [other, one])
      }
    }
  }
  return equivalent
}

function riskyPairs(
  { all, at, outersOf }: DistinctCells,
  tables: ProtectedTables,
  { policy, cases: { contributors } }: CaseSet,
): RiskyPair[] {
  const judge = differenceRisk(policy, contributors)
  const pairs: RiskyPair[] = []
  for (const inner of all) {
    const [a, b] = inner.sides
    const ownInner = ownOf(inner, tables)
    for (const row of a ? [null, ...outersOf(a)] : [null]) {
      for (const column of b ? [null, ...outersOf(b)] : [null]) {
        const outer = at([row, column].flatMap((side) => side ?? []))
        if (outer === undefined || outer === inner || !(outer.free || inner.free)) continue
        // A cell of one step contains nothing but cells of the same step, whatever its lines say.
        if (ofSameStep(outer) && !ofSameStep(inner)) continue
        const along = [row, column].slice(0, inner.sides.length)
        const risk = judge({ outer, inner, along, own: { outer: ownOf(outer, tables), inner: ownInner } })
        if (risk.reader || risk.sender || risk.units.length > 0) pairs.push({ outer, inner, ...risk })
      }
    }
  }
  return pairs
}

/** Interior cells before margins; who was not asked before who was; few core variables before many. */
function byCost(one: DistinctCell, other: DistinctCell): number {
  const unasked = ({ sides }: DistinctCell) => sides.some(({ line }) => line.role === 'not_applicable')
  return other.sides.length - one.sides.length || Number(unasked(other)) - Number(unasked(one)) || Number(one.core) - Number(other.core)
}

/** Under policies without rules of structure: small counts before large ones, too. */
const byCostAndCount = (one: DistinctCell, other: DistinctCell) => byCost(one, other) || byCount(one.cases, other.cases)
