/** What two cells of which one lies within the other reveal by their difference, before any figure is looked at. */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { Line } from '../../catalogue/line.ts'
import { type Contributors, fewestLeftToSenders } from '../../exact/contributors.ts'
import { type ExactCounts, isBelow, minus, NOBODY } from '../../exact/exact-count.ts'
import { bothImplied, impliedBy, NOTHING_IMPLIED } from '../../exact/observers.ts'
import { type DistinctCell, ofSameStep } from './distinct-cells.ts'
import type { ImpliedLine } from './implications.ts'
import { isRiskyDifference, isSmall } from './verdict.ts'

/** Who would learn something if both were shown. */
export interface DifferenceRisk {
  /** Any reader would learn of a few persons. */
  readonly reader: boolean
  /** Whoever sends cases would be left with a few persons, or could learn by padding whether anybody else is there. */
  readonly sender: boolean
  /** Who else might learn of a few, because his own cases leave one or two others. The figures decide. */
  readonly units: readonly number[]
}

/** Two cells; every case of the inner one is a case of the outer one. */
export interface ContainedCell {
  readonly outer: DistinctCell
  readonly inner: DistinctCell
  /** For each side of the inner cell the line of the outer cell; null where that side of the outer cell holds all cases. */
  readonly along: readonly (ImpliedLine | null)[]
  readonly own: { readonly outer: ExactCounts; readonly inner: ExactCounts }
}

export function differenceRisk(policy: Policy, contributors: Contributors): (pair: ContainedCell) => DifferenceRisk {
  const { units, senders } = contributors
  const sends = new Set(senders)
  return (pair) => {
    const { outer, inner, own } = pair
    const between = minus(outer.cases, inner.cases)
    const ownOf = (unit: number) => minus(own.outer[unit]!, own.inner[unit]!)
    const few: number[] = []
    const addFew = (unit: number) => {
      const others = minus(between, ownOf(unit))
      if (ownOf(unit) > NOBODY && others > NOBODY && isBelow(others, policy.minimumOthers)) few.push(unit)
    }
    if (policy.structure === undefined) {
      const reader = isRiskyDifference(
        outer.cases,
        inner.cases,
        policy,
        pair.along.every((line, side) => saysNothing(inner.sides[side]!.line, line)),
      )
      for (let unit = 0; unit < units && !reader; unit++) addFew(unit)
      return { reader, sender: false, units: few }
    }
    if (holdTheSame(pair)) return { reader: false, sender: false, units: [] }
    if (isBelow(between, policy.minimumCases)) return { reader: true, sender: false, units: [] }
    const fewestLeft = fewestLeftToSenders(between, ownOf, contributors, impliedByCell(outer))
    if (isSmall({ cases: between, fewestLeft }, policy)) return { reader: false, sender: true, units: [] }
    for (let unit = 0; unit < units; unit++) if (!sends.has(unit)) addFew(unit)
    return { reader: false, sender: false, units: few }
  }
}

/** Whether the questionnaire makes both hold the same persons. */
const holdTheSame = ({ outer, inner, along }: ContainedCell) => ofSameStep(outer) === ofSameStep(inner) && along.every((line) => line?.same)

const impliedByCell = ({ sides }: DistinctCell) =>
  sides.map(({ column, line }) => impliedBy(column, line)).reduce(bothImplied, NOTHING_IMPLIED)

/** That everybody answered, or that nobody did, says nothing about anybody; that everybody gave one answer does. @param outer null: all cases */
function saysNothing({ role }: Line, outer: ImpliedLine | null): boolean {
  if (outer === null) return role === 'answered' || role === 'no_answer' || role === 'state'
  const unanswered = (one: Line['role']) => one === 'no_answer' || one === 'state'
  return outer.same || (outer.line.role === 'answered' && role === 'answered') || (unanswered(outer.line.role) && unanswered(role))
}
