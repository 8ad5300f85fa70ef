/**
 * Figures that lie within one another, over all tables of a slice: crosstabs within single tables at any level, one question within
 * another that says more. A reader subtracts any two; a contributor subtracts his own besides. Grids look at their own cells only.
 */
import { type Between, beliefBetween } from '../disclosure/audit/differences.ts'
import { type Attacker, attackerWith, type Revealed } from '../disclosure/audit/posterior.ts'
import { MARKS } from '../disclosure/audit/release.ts'
import { perturbationTable } from '../disclosure/perturbation-table.ts'
import { differenceTells, type Reason, type Verdict, visible } from '../disclosure/verdict.ts'
import { COLUMN_IDS, FIRST_STEP_MODE } from '../snapshot/readings.ts'
import { type DecidedVariable, placeOf, type Slice } from './decided.ts'
import type { Decisions } from './decisions.ts'
import { answeredLine, type Line, NO_ANSWER_LINE, NOT_APPLICABLE_LINE, STATE_LINES, TOTAL_LINE } from './lines.ts'
import { type Around, around, type Place } from './said.ts'

/** A cell that must go, because of what it says together with another. */
export interface Telling {
  readonly place: string
  readonly reason: Reason
}

interface Figure {
  readonly sides: readonly Place[]
  readonly verdict: Verdict
  readonly cases: number
  readonly own: Uint32Array
  readonly core: boolean
  /** As the build names it, null for a margin, which single tables have decided. */
  readonly place: string | null
}

/** Cells of one table, as columns and lines. */
export interface Meeting {
  readonly columns: readonly string[]
  readonly lines: readonly (readonly Line[])[]
  readonly core: boolean
}

/** All lines of a variable that a single table prints at any level. */
export const linesAlone = ({ variable, byLevel }: DecidedVariable): readonly Line[] => [
  ...[...byLevel.values()].flat(),
  answeredLine(variable),
  ...STATE_LINES,
  NO_ANSWER_LINE,
  NOT_APPLICABLE_LINE,
]

/**
 * Cells to withhold, in a fixed order, until no two visible figures that lie within each other differ by a few persons, and no contributor
 * is too sure of a few others between them. One cell for each pair: of the two that costs less.
 */
export function tellingDifferences(slice: Slice, decisions: Decisions, meetings: readonly Meeting[]): Telling[] {
  const {
    policy,
    cases: { contributors },
  } = slice
  const between = policy.noise === null ? null : beliefOf({ ...policy, table: perturbationTable(policy.noise) })
  const { figures, hidden, nameOf, outersOf } = figuresOf(decisions, meetings, policy.noise === null)
  const found = new Map<string, Telling>()
  // Whoever sees the same persons elsewhere takes an exact figure from there. Under noise the audits judge what is left of it.
  if (between === null) for (const place of shownElsewhere()) found.set(place, { place, reason: 'ladder' })
  const gone = ({ place }: Figure) => place !== null && found.has(place)
  for (const inner of figures.values()) {
    const [a, b] = inner.sides
    for (const row of a ? [null, ...outersOf(a)] : [null]) {
      for (const column of b ? [null, ...outersOf(b)] : [null]) {
        const outer = figures.get(nameOf([row, column].flatMap((side) => side ?? [])))
        if (outer === undefined || outer === inner || gone(outer) || gone(inner)) continue
        const harmless = (!a || saysNothing(a.line, row)) && (!b || saysNothing(b.line, column))
        const reason = reasonFor(outer, inner, harmless)
        const place = reason && [outer, inner].filter((one) => one.place !== null).sort(cheapest)[0]?.place
        if (reason && place) found.set(place, { place, reason })
      }
    }
  }
  return [...found.values()]

  /** Figures of the very persons whom another line withholds. */
  function* shownElsewhere(): Generator<string> {
    for (const [some, others] of [
      [hidden, figures],
      [figures, hidden],
    ] as const)
      for (const one of some.values()) {
        const same = one.sides.map((side) => outersOf(side).filter((outer) => outer.same))
        const [first = [null], second = [null]] = same
        for (const row of first)
          for (const column of second) {
            const other = others.get(nameOf([row, column].flatMap((side) => side ?? [])))
            const place = (some === hidden ? other : one)?.place
            if (other !== undefined && place) yield place
          }
      }
  }

  function reasonFor(outer: Figure, inner: Figure, harmless: boolean): Reason | null {
    if (differenceTells(outer.cases, inner.cases, policy, harmless)) return 'ladder'
    if (outer.verdict.status !== 'shown' || inner.verdict.status !== 'shown') return null
    for (let unit = 0; unit < contributors.units; unit++) {
      const [ownOuter, ownInner] = [outer.own[unit]!, inner.own[unit]!]
      const others = outer.cases - inner.cases - (ownOuter - ownInner)
      if (ownOuter === ownInner || others < 1 || others >= policy.minimumOthers) continue
      const asked: Between = { outer: outer.verdict.figure, inner: inner.verdict.figure, ownOuter, ownInner }
      if (between === null || tooSure(between(asked))) return 'contributor'
    }
    return null
  }
}

const beliefOf = (attacker: Attacker) => beliefBetween(attacker, attackerWith(attacker).shown)

const tooSure = ({ single, anybody }: Revealed) => single > MARKS.marks.single || anybody > MARKS.marks.anybody

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
  return outer.same || (outer.line.role === 'answered' && role === 'answered') || (outer.line.role === 'no_answer' && role === 'state')
}

/** Every visible figure once, by what it says; and the lines around a line, where any figure stands on them. */
function figuresOf(decisions: Decisions, meetings: readonly Meeting[], withHidden: boolean) {
  const lines = new Map(COLUMN_IDS.map((column) => [column as string, linesAlone(decisions.variable(column))]))
  const linesOf = (column: string) => lines.get(column)!
  const numbers = new Map<string, number>()
  const numberOf = ({ column, line: { key } }: Place) => {
    const name = `${column} ${key}`
    const number = numbers.get(name) ?? numbers.size + 1
    numbers.set(name, number)
    return number
  }
  const nameOf = (sides: readonly Place[]) => {
    const [a = 0, b = 0] = sides.map(numberOf)
    return Math.max(a, b) * 2 ** 26 + Math.min(a, b)
  }
  const figures = new Map<number, Figure>()
  const hidden = new Map<number, Figure>()
  const add = (
    sides: readonly Place[],
    core: boolean,
    of: Pick<Figure, 'verdict' | 'place'>,
    counted: () => Pick<Figure, 'cases' | 'own'>,
  ) => {
    const { verdict } = of
    const kept = sides.filter(({ line }) => line.role !== 'total' && line.key !== TOTAL_LINE.key)
    const name = nameOf(kept)
    if (verdict.status === 'withheld') {
      if (withHidden && !hidden.has(name)) hidden.set(name, { sides: kept, core, ...of, ...counted() })
      return
    }
    if (!visible(verdict) || (verdict.status === 'sum' && verdict.parts < verdict.of)) return
    if (!figures.has(name)) figures.set(name, { sides: kept, core, ...of, ...counted() })
  }
  const alone = meetings.every(({ columns }) => columns.length === 1)
  for (const column of COLUMN_IDS) {
    const decided = decisions.variable(column)
    for (const line of column === FIRST_STEP_MODE && !alone ? [] : [TOTAL_LINE, ...linesOf(column)]) {
      const place = alone && line.role !== 'total' ? placeOf([column], [line.key]) : null
      const verdict = decided.verdicts.get(line.key)!
      add([{ column, line }], decided.variable.core, { verdict, place }, () => ({ cases: decided.cases(line), own: decided.own(line) }))
    }
  }
  for (const { columns, lines, core } of meetings) {
    const [a, b] = columns
    if (a === undefined || b === undefined) continue
    const pair = decisions.pair(a, b)
    for (const row of lines[0]!) {
      for (const column of lines[1]!) {
        const margin = row.role === 'total' || column.role === 'total'
        const sides =
          a === b && row.key === column.key
            ? [{ column: a, line: row }]
            : [
                { column: a, line: row },
                { column: b, line: column },
              ]
        const place = margin || sides.length === 1 ? null : placeOf(columns, [row.key, column.key])
        add(sides, core, { verdict: pair.verdict(row, column), place }, () => ({
          cases: pair.cases(row, column),
          own: pair.own(row, column),
        }))
      }
    }
  }
  const outers = new Map<number, readonly Around[]>()
  const outersOf = (side: Place) => {
    const known = outers.get(numberOf(side)) ?? around(side, linesOf)
    outers.set(numberOf(side), known)
    return known
  }
  return { figures, hidden, nameOf, outersOf }
}
