/**
 * Figures that lie within one another, over all tables of a slice: crosstabs within single tables at any level, one question within
 * another that says more. A reader subtracts any two; a contributor subtracts his own besides. Grids look at their own cells only.
 */
import { beliefBetween } from '../disclosure/audit/differences.ts'
import { type Attacker, attackerWith } from '../disclosure/audit/posterior.ts'
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
  readonly verdict: (decisions: Decisions) => Verdict
  readonly cases: number
  readonly own: Uint32Array
  readonly core: boolean
  /** As the build names it, null for a margin, which single tables have decided. */
  readonly place: string | null
}

/** Two cells of which one lies in the other, and that would tell something if both were visible. */
interface Suspect {
  readonly outer: Figure
  readonly inner: Figure
  /** A reader would learn of a few persons; else those contributors might, whose own leave one or two others. */
  readonly reader: boolean
  readonly units: readonly number[]
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
 * Finds, in verdicts that may change while counts stay, the cells to withhold: asked again and again, it ends with no two visible figures within each
 * other that differ by a few persons, and no contributor too sure of a few others between them. One cell for each two: the one that costs less.
 */
export function watchDifferences(slice: Slice, decisions: Decisions, meetings: readonly Meeting[]): (now: Decisions) => Telling[] {
  const { policy } = slice
  const between = policy.noise === null ? null : beliefOf({ ...policy, table: perturbationTable(policy.noise) })
  const figures = figuresOf(slice, decisions, meetings)
  const suspects = suspectsAmong(figures, slice)
  // Whoever sees the same persons elsewhere takes an exact figure from there. Under noise the audits judge what is left of it.
  const twins = between === null ? twinsAmong(figures) : []

  const reasonFor = ({ outer, inner, reader, units }: Suspect, [big, small]: readonly [Verdict, Verdict]): Reason | null => {
    if (reader) return 'ladder'
    if (big.status !== 'shown' || small.status !== 'shown') return null
    if (between === null) return units.length > 0 ? 'contributor' : null
    const tooSure = units.some((unit) => {
      const [ownOuter, ownInner] = [outer.own[unit]!, inner.own[unit]!]
      const all = { allOuter: ownOuter === outer.cases, allInner: ownInner > 0 && ownInner === inner.cases }
      const told = between({ outer: big.figure, inner: small.figure, ownOuter, ownInner, ...all })
      return told.single > MARKS.marks.single || told.anybody > MARKS.marks.anybody
    })
    return tooSure ? 'contributor' : null
  }

  return (now) => {
    const found = new Map<string, Telling>()
    for (const [one, other] of twins) {
      const hidden = one.verdict(now).status === 'withheld' && seen(other.verdict(now))
      if (hidden && other.place) found.set(other.place, { place: other.place, reason: 'ladder' })
    }
    for (const suspect of suspects) {
      const both = [suspect.outer, suspect.inner] as const
      if (both.some(({ place }) => place !== null && found.has(place))) continue
      const verdicts = [both[0].verdict(now), both[1].verdict(now)] as const
      if (!verdicts.every(seen)) continue
      const reason = reasonFor(suspect, verdicts)
      const place = both.filter((one) => one.place !== null).sort(cheapest)[0]?.place
      if (reason && place) found.set(place, { place, reason })
    }
    return [...found.values()]
  }
}

const beliefOf = (attacker: Attacker) => beliefBetween(attacker, attackerWith(attacker).shown)

/** A sum that lacks a part counts fewer editions than it names. */
const seen = (verdict: Verdict) => visible(verdict) && !(verdict.status === 'sum' && verdict.parts < verdict.of)

/** Cells that count the very same persons by other lines, in both orders. */
function twinsAmong({ figures, nameOf, outersOf }: Figures): (readonly [Figure, Figure])[] {
  const twins: (readonly [Figure, Figure])[] = []
  for (const one of figures.values()) {
    const [first = [null], second = [null]] = one.sides.map((side) => outersOf(side).filter(({ same }) => same))
    for (const row of first) {
      for (const column of second) {
        const other = figures.get(nameOf([row, column].flatMap((side) => side ?? [])))
        if (other !== undefined && other !== one) twins.push([one, other], [other, one])
      }
    }
  }
  return twins
}

function suspectsAmong({ figures, nameOf, outersOf }: Figures, { policy, cases: { contributors } }: Slice): Suspect[] {
  const suspects: Suspect[] = []
  for (const inner of figures.values()) {
    const [a, b] = inner.sides
    for (const row of a ? [null, ...outersOf(a)] : [null]) {
      for (const column of b ? [null, ...outersOf(b)] : [null]) {
        const outer = figures.get(nameOf([row, column].flatMap((side) => side ?? [])))
        if (outer === undefined || outer === inner || (outer.place === null && inner.place === null)) continue
        const harmless = (!a || saysNothing(a.line, row)) && (!b || saysNothing(b.line, column))
        const reader = differenceTells(outer.cases, inner.cases, policy, harmless)
        const units: number[] = []
        for (let unit = 0; unit < contributors.units && !reader; unit++) {
          const own = outer.own[unit]! - inner.own[unit]!
          const others = outer.cases - inner.cases - own
          if (own > 0 && others > 0 && others < policy.minimumOthers) units.push(unit)
        }
        if (reader || units.length > 0) suspects.push({ outer, inner, reader, units })
      }
    }
  }
  return suspects
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
function figuresOf({ policy }: Slice, decisions: Decisions, meetings: readonly Meeting[]) {
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
  const add = (sides: readonly Place[], figure: Omit<Figure, 'sides' | 'own'>, own: () => Uint32Array) => {
    // Under noise what is too small is never shown; exact figures are compared with their twins besides.
    if (policy.noise !== null && (figure.cases < policy.minimumCases || sides.some(({ line }) => line.blocked))) return
    const kept = sides.filter(({ line }) => line.role !== 'total' && line.key !== TOTAL_LINE.key)
    const name = nameOf(kept)
    if (!figures.has(name)) figures.set(name, { sides: kept, ...figure, own: own() })
  }
  const alone = meetings.every(({ columns }) => columns.length === 1)
  for (const column of COLUMN_IDS) {
    const decided = decisions.variable(column)
    for (const line of column === FIRST_STEP_MODE && !alone ? [] : [TOTAL_LINE, ...linesOf(column)]) {
      const place = alone && line.role !== 'total' ? placeOf([column], [line.key]) : null
      const verdict = (now: Decisions) => now.variable(column).verdicts.get(line.key)!
      add([{ column, line }], { verdict, place, cases: decided.cases(line), core: decided.variable.core }, () => decided.own(line))
    }
  }
  for (const { columns, lines, core } of meetings) {
    const [a, b] = columns
    if (a === undefined || b === undefined) continue
    const pair = decisions.pair(a, b)
    for (const row of lines[0]!) {
      for (const column of lines[1]!) {
        const margin = row.role === 'total' || column.role === 'total'
        const same = a === b && row.key === column.key
        const sides = [{ column: a, line: row }, ...(same ? [] : [{ column: b, line: column }])]
        const place = margin || same ? null : placeOf(columns, [row.key, column.key])
        const verdict = (now: Decisions) => now.pair(a, b).verdict(row, column)
        add(sides, { verdict, place, cases: pair.cases(row, column), core }, () => pair.own(row, column))
      }
    }
  }
  const outers = new Map<number, readonly Around[]>()
  const outersOf = (side: Place) => {
    const known = outers.get(numberOf(side)) ?? around(side, linesOf)
    outers.set(numberOf(side), known)
    return known
  }
  return { figures, nameOf, outersOf }
}
