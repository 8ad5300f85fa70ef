/**
 * How an axis divides the cases. A partition assigns every case to exactly one elementary cell, and each line is a union of elementary
 * cells. An axis of single answers has one partition. The options of a multiple answer overlap, so each option has a partition of its own,
 * which tells apart: the option ticked; not ticked, but an answer on some of the coarser lines that contain it; any other answer; and the
 * ways of not answering.
 */

import { answersWithin } from '../../../catalogue/line.ts'
import type { AuditLine } from './audit-table.ts'
import type { LinkedAxis } from './linked-tables.ts'

/** Sets of elementary cells that do not overlap and together hold all of them. */
export type Grouping = readonly (readonly number[])[]

export interface Partition {
  /** Number of elementary cells. */
  readonly size: number
  /** For each line of the axis the elementary cells that it adds up; null where they do not determine the line. */
  readonly elementsOf: readonly (readonly number[] | null)[]
  /** The lines whose withheld cells are judged by this partition: each line of the axis by exactly one. */
  readonly judged: readonly number[]
  /** Whether it is the partition of one option of a multiple answer, the one line in `judged`. */
  readonly ofOption: boolean
  /** The elementary cells each by itself, then as each level groups them. */
  readonly groupings: readonly Grouping[]
}

/**
 * The partitions of an axis.
 * @example
 * // single answers a, b and the group ab: elementary cells a, b, no answer and not applicable; the line ab adds up the first two
 * partitionsOf(axis)[0].elementsOf[2] // [0, 1]
 */
export function partitionsOf(axis: LinkedAxis): Partition[] {
  const all = axis.lines.map((_, index) => index)
  if (axis.kind === 'single') return [partition(axis, all, answerClasses(axis.lines), { judged: all, ofOption: false })]
  const fixed = all.filter((index) => axis.lines[index]!.codes === null)
  const options = all.filter((index) => axis.lines[index]!.codes !== null)
  return [
    partition(axis, fixed, [new Set()], { judged: fixed, ofOption: false }),
    ...options.map((option) => optionPartition(axis, fixed, option)),
  ]
}

function optionPartition(axis: LinkedAxis, fixed: readonly number[], option: number): Partition {
  const containing = axis.lines.flatMap((line, index) => (index !== option && answersWithin(axis.lines[option]!, line) ? [index] : []))
  const answers = [[option, ...containing], ...standingsWithout(axis.lines, containing)].map((standing) => new Set(standing))
  return partition(axis, [...fixed, option, ...containing], answers, { judged: [option], ofOption: true })
}

/**
 * @param determined lines that the partition determines
 * @param answers for each kind of answer that these lines tell apart, the lines of answers on which it stands
 */
function partition(
  { lines, levels }: LinkedAxis,
  determined: readonly number[],
  answers: readonly ReadonlySet<number>[],
  role: Pick<Partition, 'judged' | 'ofOption'>,
): Partition {
  const reserved = lines.flatMap((line) => (line.role === 'state' ? [line.code] : []))
  const states = [...(reserved.length > 0 ? reserved : ['no_answer']), 'not_applicable']
  const standings = [
    ...answers.map((standing) => determined.filter((index) => holdsAnswer(lines[index]!) ?? standing.has(index))),
    ...states.map((state) => determined.filter((index) => holdsState(lines[index]!, state))),
  ]
  // Two that stand on the same lines cannot be told apart: one elementary cell.
  const elements = [...new Map(standings.map((standing) => [standing.join(), new Set(standing)])).values()]
  const known = new Set(determined)
  const elementsOf = lines.map((_, index) =>
    known.has(index) ? elements.flatMap((standing, element) => (standing.has(index) ? [element] : [])) : null,
  )
  const single = elements.map((_, element) => [element])
  return { size: elements.length, elementsOf, ...role, groupings: [single, ...levels.map((level) => groupedBy(level, elementsOf, single))] }
}

/** Elementary cells as the lines of a level join them; those on none of these lines stay by themselves. */
function groupedBy(level: readonly number[], elementsOf: Partition['elementsOf'], single: Grouping): Grouping {
  const joined = level.flatMap((line) => (elementsOf[line] ? [elementsOf[line]] : []))
  const taken = new Set(joined.flat())
  return [...joined, ...single.filter(([element]) => !taken.has(element!))]
}

/** For each class of base codes that stand on the same lines, those lines; one empty class where no line holds answers. */
function answerClasses(lines: readonly AuditLine[]): ReadonlySet<number>[] {
  const codes = new Set(lines.flatMap((line) => [...(line.codes ?? [])]))
  const classes = new Map<string, Set<number>>()
  for (const code of codes) {
    const on = lines.flatMap((line, index) => (line.codes?.has(code) ? [index] : []))
    classes.set(on.join(), new Set(on))
  }
  return classes.size > 0 ? [...classes.values()] : [new Set()]
}

/**
 * On which of the lines that contain an option a case can stand that has not ticked it. Whoever stands on a line stands on every line that
 * contains it, so lines nested in one another allow one standing more than there are lines, not two to that power.
 * @param containing lines that contain the option
 */
export function standingsWithout(lines: readonly AuditLine[], containing: readonly number[]): number[][] {
  let standings: number[][] = [[]]
  const looked: number[] = []
  for (const line of containing.toReversed()) {
    const inner = looked.filter((other) => answersWithin(lines[other]!, lines[line]!))
    const outer = looked.filter((other) => answersWithin(lines[line]!, lines[other]!))
    standings = standings.flatMap((standing) => [
      ...(standing.some((other) => inner.includes(other)) ? [] : [standing]),
      ...(outer.every((other) => standing.includes(other)) ? [[line, ...standing]] : []),
    ])
    looked.push(line)
  }
  return standings
}

/** Whether a line holds whoever gave an answer; null where that depends on the answer. */
function holdsAnswer({ role }: AuditLine): boolean | null {
  if (role === 'total' || role === 'answered' || role === 'applicable') return true
  return role === 'value' || role === 'rest' ? null : false
}

/** Whether a line holds whoever gave no answer, in this way. */
function holdsState({ role, code }: AuditLine, state: string): boolean {
  if (role === 'total') return true
  if (role === 'no_answer' || role === 'applicable') return state !== 'not_applicable'
  return (role === 'state' || role === 'not_applicable') && state === code
}
