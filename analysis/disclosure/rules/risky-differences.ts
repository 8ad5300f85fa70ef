/**
 * Figures that lie within one another, over all tables of a slice: crosstabs within single tables at any level, one question within
 * another that says more. A reader subtracts any two; a contributor subtracts his own besides. Grids look at their own cells only.
 */

import { ofOneStep } from '../../../survey-schema/variables/same-step.ts'
import { COLUMN_IDS, FIRST_STEP_MODE } from '../../catalogue/columns.ts'
import { type Line, linesOfSingle, TOTAL_LINE } from '../../catalogue/line.ts'
import { AUDIT_LIMITS } from '../../policy/audit-settings.ts'
import { perturbationTable } from '../../policy/perturbation-table.ts'
import { attackerWith } from '../audit/evidence/attacker.ts'
import type { AttackerKnowledge } from '../audit/evidence/count-given-figure.ts'
import { riskOfDifference } from '../audit/evidence/differences.ts'
import { type Around, around, type Place } from './implications.ts'
import type { ProtectedTables } from './protected-slice.ts'
import { type CaseSet, type ProtectedVariable, placeOf } from './protected-slice.ts'
import { differenceTells, type Reason, type Verdict, visible } from './verdict.ts'

/** A cell that must go, because of what it says together with another. */
export interface CellToWithhold {
  readonly place: string
  readonly reason: Reason
}

/** One cell, however many tables print it: there are many, so it holds nothing that can be looked up. */
interface Figure {
  /** What its lines say; none for all cases, one for a line by itself. */
  readonly sides: readonly Place[]
  readonly cases: number
  readonly core: boolean
  /** Whether it may be withheld here: not a margin, which single tables have decided. */
  readonly free: boolean
}

const verdictOf = ({ sides: [a, b] }: Figure, now: ProtectedTables): Verdict =>
  b === undefined
    ? now.variable(a?.column ?? COLUMN_IDS[0]!).verdicts.get((a?.line ?? TOTAL_LINE).key)!
    : now.pair(a!.column, b.column).verdict(a!.line, b.line)

const ownOf = ({ sides: [a, b] }: Figure, now: ProtectedTables): Uint32Array =>
  b === undefined
    ? now.variable(a?.column ?? COLUMN_IDS[0]!).own(a?.line ?? TOTAL_LINE)
    : now.pair(a!.column, b.column).own(a!.line, b.line)

/** Whether both answers are of the same step: then it holds only whom other cells of its own two questions name. */
const ofSameStep = ({ sides: [a, b] }: Figure) =>
  a !== undefined && b !== undefined && ofOneStep(a.column, b.column) && a.line.codes !== null && b.line.codes !== null

/** Whether all of the inner cell stand in the outer one, whose lines hold those of the inner. */
const reallyHolds = (outer: Figure, inner: Figure) => !ofSameStep(outer) || ofSameStep(inner)

/** As the build names it. */
const nameOf = ({ sides }: Figure) =>
  placeOf(
    sides.map(({ column }) => column),
    sides.map(({ line }) => line.key),
  )

/** Two cells of which one lies in the other, and that would tell something if both were visible. */
interface RiskyPair {
  readonly outer: Figure
  readonly inner: Figure
  /** A reader would learn of a few persons; else those contributors might, whose own leave one or two others. */
  readonly reader: boolean
  readonly units: readonly number[]
}

/** Cells of one table, as columns and lines. */
export interface PrintedCells {
  readonly columns: readonly string[]
  readonly lines: readonly (readonly Line[])[]
  readonly core: boolean
}

/** All lines of a variable that a single table prints at any level. */
export const linesAlone = ({ variable, byLevel }: ProtectedVariable): readonly Line[] =>
  linesOfSingle(variable, [...byLevel.values()].flat()).filter((line) => line !== TOTAL_LINE)

/**
 * Finds, in verdicts that may change while counts stay, the cells to withhold: asked again and again, it ends with no two visible figures within each
 * other that differ by a few persons, and no contributor too sure of a few others between them. One cell for each two: the one that costs less.
 */
export function riskyDifferences(
  slice: CaseSet,
  decisions: ProtectedTables,
  printed: readonly PrintedCells[],
): (now: ProtectedTables) => CellToWithhold[] {
  const { policy } = slice
  const between = policy.noise === null ? null : beliefOf({ ...policy, table: perturbationTable(policy.noise) })
  const figures = figuresOf(slice, decisions, printed)
  const riskyPairs = riskyPairsAmong(figures, decisions, slice)
  // Whoever sees the same persons elsewhere takes an exact figure from there. Under noise the audits judge what is left of it.
  const equivalent = between === null ? equivalentCells(figures) : []

  const reasonFor = ({ outer, inner, reader, units }: RiskyPair, [big, small]: readonly [Verdict, Verdict]): Reason | null => {
    if (reader) return 'ladder'
    if (big.status !== 'shown' || small.status !== 'shown') return null
    if (between === null) return units.length > 0 ? 'contributor' : null
    const tooSure = units.some((unit) => {
      const [ownOuter, ownInner] = [ownOf(outer, decisions)[unit]!, ownOf(inner, decisions)[unit]!]
      const all = { allOuter: ownOuter === outer.cases, allInner: ownInner > 0 && ownInner === inner.cases }
      const told = between({ outer: big.figure, inner: small.figure, ownOuter, ownInner, ...all })
      return told.single > AUDIT_LIMITS.evidence.single || told.anybody > AUDIT_LIMITS.evidence.anybody
    })
    return tooSure ? 'contributor' : null
  }

  return (now) => {
    const found = new Map<Figure, CellToWithhold>()
    for (const [one, other] of equivalent) {
      const hidden = verdictOf(one, now).status === 'withheld' && seen(verdictOf(other, now))
      if (hidden && other.free) found.set(other, { place: nameOf(other), reason: 'ladder' })
    }
    for (const risky of riskyPairs) {
      const both = [risky.outer, risky.inner] as const
      if (found.has(both[0]) || found.has(both[1])) continue
      const verdicts = [verdictOf(both[0], now), verdictOf(both[1], now)] as const
      if (!verdicts.every(seen)) continue
      const reason = reasonFor(risky, verdicts)
      const victim = both.filter(({ free }) => free).sort(cheapest)[0]
      if (reason && victim) found.set(victim, { place: nameOf(victim), reason })
    }
    return [...found.values()]
  }
}

const beliefOf = (attacker: AttackerKnowledge) => riskOfDifference(attacker, attackerWith(attacker).countGiven)

/** A sum that lacks a part counts fewer editions than it names. */
const seen = (verdict: Verdict) => visible(verdict) && !(verdict.status === 'sum' && verdict.parts < verdict.of)

/** Cells that count the very same persons by other lines, in both orders. */
function equivalentCells({ figures, at, outersOf }: Figures): (readonly [Figure, Figure])[] {
  const equivalent: (readonly [Figure, Figure])[] = []
  for (const one of figures.values()) {
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

function riskyPairsAmong(
  { figures, at, outersOf }: Figures,
  decisions: ProtectedTables,
  { policy, cases: { contributors } }: CaseSet,
): RiskyPair[] {
  const riskyPairs: RiskyPair[] = []
  for (const inner of figures.values()) {
    const [a, b] = inner.sides
    const ownInner = ownOf(inner, decisions)
    for (const row of a ? [null, ...outersOf(a)] : [null]) {
      for (const column of b ? [null, ...outersOf(b)] : [null]) {
        const outer = at([row, column].flatMap((side) => side ?? []))
        if (outer === undefined || outer === inner || !(outer.free || inner.free) || !reallyHolds(outer, inner)) continue
        const harmless = (!a || saysNothing(a.line, row)) && (!b || saysNothing(b.line, column))
        const reader = differenceTells(outer.cases, inner.cases, policy, harmless)
        const units: number[] = []
        const ownOuter = ownOf(outer, decisions)
        for (let unit = 0; unit < contributors.units && !reader; unit++) {
          const own = ownOuter[unit]! - ownInner[unit]!
          const others = outer.cases - inner.cases - own
          if (own > 0 && others > 0 && others < policy.minimumOthers) units.push(unit)
        }
        if (reader || units.length > 0) riskyPairs.push({ outer, inner, reader, units })
      }
    }
  }
  return riskyPairs
}

/** Interiors before margins; who was not asked before who was, few core variables before many, small figures before large ones. */
function cheapest(one: Figure, other: Figure): number {
  const unasked = ({ sides }: Figure) => sides.some(({ line }) => line.role === 'not_applicable')
  return (
    other.sides.length - one.sides.length ||
    Number(unasked(other)) - Number(unasked(one)) ||
    Number(one.core) - Number(other.core) ||
    one.cases - other.cases
  )
}

/** That all of them answered, or did not, tells nothing about anybody; that all of them gave one answer does. */
function saysNothing({ role }: Line, outer: Around | null): boolean {
  if (outer === null) return role === 'answered' || role === 'no_answer' || role === 'state'
  const silent = (one: Line['role']) => one === 'no_answer' || one === 'state'
  return outer.same || (outer.line.role === 'answered' && role === 'answered') || (silent(outer.line.role) && silent(role))
}

type Figures = ReturnType<typeof figuresOf>

/** Every cell that could ever be shown, once, by what it says; and the lines around a line, where any cell stands on them. */
function figuresOf({ policy }: CaseSet, decisions: ProtectedTables, printed: readonly PrintedCells[]) {
  const lines = new Map(COLUMN_IDS.map((column) => [column as string, linesAlone(decisions.variable(column))]))
  const linesOf = (column: string) => lines.get(column)!
  // Every place of a column once, with a number: a cell is known by those of its lines.
  const places = new Map<string, Place & { readonly number: number }>()
  const placed = ({ column, line }: Place) => {
    const name = `${column} ${line.key}`
    const known = places.get(name) ?? { column, line, number: places.size + 1 }
    places.set(name, known)
    return known
  }
  const nameIn = (sides: readonly Place[]) => {
    const [a = 0, b = 0] = sides.map((side) => placed(side).number)
    return Math.max(a, b) * 2 ** 26 + Math.min(a, b)
  }
  const figures = new Map<number, Figure>()
  const add = (sides: readonly Place[], figure: Omit<Figure, 'sides'>) => {
    // Under noise what is too small is never shown; an exact figure is also compared with its equivalent cells.
    if (policy.noise !== null && (figure.cases < policy.minimumCases || sides.some(({ line }) => line.blocked))) return
    const kept = sides.filter(({ line }) => line.key !== TOTAL_LINE.key)
    const name = nameIn(kept)
    if (!figures.has(name)) figures.set(name, { sides: kept.map(placed), ...figure })
  }
  const alone = printed.every(({ columns }) => columns.length === 1)
  for (const column of COLUMN_IDS) {
    const decided = decisions.variable(column)
    for (const line of column === FIRST_STEP_MODE && !alone ? [] : [TOTAL_LINE, ...linesOf(column)])
      add([{ column, line }], { cases: decided.cases(line), core: decided.variable.core, free: alone && line.key !== TOTAL_LINE.key })
  }
  for (const { columns, lines, core } of printed) {
    const [a, b] = columns
    if (a === undefined || b === undefined) continue
    const pair = decisions.pair(a, b)
    for (const row of lines[0]!) {
      for (const column of lines[1]!) {
        const same = a === b && row.key === column.key
        const free = !same && row.key !== TOTAL_LINE.key && column.key !== TOTAL_LINE.key
        add([{ column: a, line: row }, ...(same ? [] : [{ column: b, line: column }])], { cases: pair.cases(row, column), core, free })
      }
    }
  }
  const outers = new Map<number, readonly Around[]>()
  const outersOf = (side: Place) => {
    const { number } = placed(side)
    const known = outers.get(number) ?? around(side, linesOf)
    outers.set(number, known)
    return known
  }
  return { figures, at: (sides: readonly Place[]) => figures.get(nameIn(sides)), outersOf }
}
