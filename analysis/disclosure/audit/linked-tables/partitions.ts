/**
 * An axis as a division of the cases: every case stands on exactly one atom, and a line holds some of them. A single answer is one
 * division. A multiple answer is not; each of its options gives one of its own: ticked, inside a wider option, answered, not answered.
 */

import { answersWithin } from '../../../catalogue/line.ts'
import type { AuditLine } from './audit-table.ts'
import type { BlockAxis } from './linked-tables.ts'

export interface Strand {
  readonly atoms: number
  /** For each line of the axis the atoms it holds; null where this division says nothing of it. */
  readonly held: readonly (readonly number[] | null)[]
  /** The lines that are judged by this division: each line of the axis by one. */
  readonly judged: readonly number[]
  /** Whether it is the division of one option of a multiple answer. */
  readonly option: boolean
  /** Ways of joining the atoms: each by itself, and as each level joins them. */
  readonly joined: readonly (readonly (readonly number[])[])[]
}

/** A line and others that hold the same cases, each once. */
export interface Family {
  readonly whole: number
  readonly parts: readonly number[]
}

export function strandsOf(axis: BlockAxis): Strand[] {
  if (axis.kind === 'single') return [strand(axis, allOf(axis.lines), null)]
  const fixed = axis.lines.flatMap((line, index) => (line.codes === null ? [index] : []))
  const options = axis.lines.flatMap((line, index) => (line.codes === null ? [] : [index]))
  return [strand(axis, fixed, null), ...options.map((option) => strand(axis, fixed, option))]
}

const allOf = (lines: readonly unknown[]) => lines.map((_, index) => index)

/** @param option the one option of a multiple answer that is looked at, or null */
function strand({ lines, levels }: BlockAxis, fixed: readonly number[], option: number | null): Strand {
  const wider =
    option === null ? [] : lines.flatMap((line, index) => (index !== option && answersWithin(lines[option]!, line) ? [index] : []))
  const used = new Set([...fixed, ...(option === null ? [] : [option]), ...wider])
  const answers = option === null ? answersOf(lines, [...used]) : ticked(lines, option, wider)
  const named = lines.flatMap((line) => (line.role === 'state' ? [line.code] : []))
  const states = named.length > 0 ? named : ['no_answer']
  const ways = [
    ...answers.map((on) => ({ state: null, on })),
    ...[...states, 'not_applicable'].map((state) => ({ state, on: new Set<number>() })),
  ].map(({ state, on }) => [...used].filter((index) => holds(lines[index]!, index, state, on)))
  // Ways of standing that no line tells apart are one.
  const elements = [...new Map(ways.map((on) => [on.join(), new Set(on)])).values()]
  const held = lines.map((_, index) => (used.has(index) ? elements.flatMap((on, atom) => (on.has(index) ? [atom] : [])) : null))
  const singles = elements.map((_, atom) => [atom])
  const joined = levels.map((level) => {
    const sets = level.flatMap((line) => (held[line] ? [held[line]] : []))
    const taken = new Set(sets.flat())
    return [...sets, ...singles.filter(([atom]) => !taken.has(atom!))]
  })
  return { atoms: singles.length, held, judged: option === null ? fixed : [option], option: option !== null, joined: [singles, ...joined] }
}

/** A strand in which whoever ticked the option did so at the step that is meant, or at another. */
export interface Ticked extends Strand {
  /** The atom of those who did so at the step that is meant; null where the strand does not tell. */
  readonly here: number | null
}

/** The strand with one atom more: whoever ticked its option, but at no step at which the other answer was given. */
export function elsewhere(strand: Strand): Ticked {
  const [option] = strand.judged
  const ticked = strand.option ? strand.held[option!] : null
  const here = ticked?.[0]
  if (here === undefined) return { ...strand, here: null }
  const more = strand.atoms
  const widened = (set: readonly number[]) => (set.includes(here) ? [...set, more] : set)
  return {
    ...strand,
    atoms: more + 1,
    held: strand.held.map((set) => set && widened(set)),
    joined: strand.joined.map((sets, way) => (way === 0 ? [...sets, [more]] : sets.map(widened))),
    here,
  }
}

/** Answers to a single question, those that stand on the same lines as one. */
function answersOf(lines: readonly AuditLine[], used: readonly number[]): ReadonlySet<number>[] {
  const codes = new Set(used.flatMap((index) => [...(lines[index]!.codes ?? [])]))
  const classes = new Map<string, Set<number>>()
  for (const code of codes) {
    const on = used.filter((index) => lines[index]!.codes?.has(code))
    classes.set(on.join(), new Set(on))
  }
  return classes.size > 0 ? [...classes.values()] : [new Set()]
}

/** Answers to a multiple question, seen from one option: ticked; not ticked but on some of the wider lines; on none. */
function ticked(lines: readonly AuditLine[], option: number, wider: readonly number[]): ReadonlySet<number>[] {
  const others = Array.from({ length: 2 ** wider.length }, (_, chosen) =>
    wider.filter((_line, bit) => Math.floor(chosen / 2 ** bit) % 2 === 1),
  )
  const possible = others.filter((set) =>
    set.every((inner) => wider.every((outer) => set.includes(outer) || !answersWithin(lines[inner]!, lines[outer]!))),
  )
  return [new Set([option, ...wider]), ...possible.map((set) => new Set(set))]
}

function holds(line: AuditLine, index: number, state: string | null, on: ReadonlySet<number>): boolean {
  switch (line.role) {
    case 'total':
      return true
    case 'answered':
      return state === null
    case 'no_answer':
      return state !== null && state !== 'not_applicable'
    case 'state':
    case 'not_applicable':
      return state === line.code
    default:
      return on.has(index)
  }
}

/** Lines that lie inside another, level by level, and leave some of its answers to none of them: no sum, yet the other holds as many at least. */
export function partlyCovered({ lines, levels, kind }: BlockAxis): Family[] {
  if (kind === 'multiple') return []
  return levels.flatMap((level) =>
    lines.flatMap((line, whole) => {
      if (line.codes === null || level.includes(whole)) return []
      const parts = level.filter((part) => answersWithin(lines[part]!, line))
      const covered = parts.reduce((sum, part) => sum + lines[part]!.codes!.size, 0)
      return parts.length > 0 && covered < line.codes.size ? [{ whole, parts }] : []
    }),
  )
}

/**
 * The sums that a reader sees on an axis: the total and its states, all answers and each level of categories, a category and the
 * finer ones inside it.
 */
export function familiesOf({ lines, levels, kind }: BlockAxis): Family[] {
  const at = (role: string) => lines.flatMap((line, index) => (line.role === role ? [index] : []))
  const [total, answered, none, outside, states] = [
    at('total')[0],
    at('answered')[0],
    at('no_answer')[0],
    at('not_applicable')[0],
    at('state'),
  ]
  const families: Family[] = []
  if (total !== undefined && answered !== undefined && none !== undefined && outside !== undefined)
    families.push({ whole: total, parts: [answered, none, outside] })
  if (none !== undefined && states.length > 0) families.push({ whole: none, parts: states })
  if (kind === 'multiple') return families
  for (const level of levels) {
    if (answered !== undefined) families.push({ whole: answered, parts: level })
    else if (total !== undefined && none !== undefined && outside !== undefined)
      families.push({ whole: total, parts: [...level, none, outside] })
    lines.forEach((line, whole) => {
      if (line.codes === null || level.includes(whole)) return
      const parts = level.filter((part) => answersWithin(lines[part]!, line))
      const size = parts.reduce((sum, part) => sum + lines[part]!.codes!.size, 0)
      if (parts.length > 0 && size === line.codes.size) families.push({ whole, parts })
    })
  }
  return families
}
