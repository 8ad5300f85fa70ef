/** Which lines of an axis add up to another: the equations from which a reader works out what is withheld. */

import type { LineRole } from '../../../../survey-schema/release/released-table.ts'
import { answersWithin } from '../../../catalogue/line.ts'
import type { LinkedAxis } from './linked-tables.ts'

/** A line, and others that hold its cases between them, each case once. */
export interface AxisRelation {
  readonly whole: number
  readonly parts: readonly number[]
  /** How many base codes of the whole are on none of the parts; absent where the parts hold all of its cases. */
  readonly unlisted?: number
}

/**
 * The additive relations of an axis: the total and the ways of answering or not; "no answer" and its states; all answers and the categories
 * of each level; the base, where "no answer" is part of it, with the categories and what is left unprinted; a category and the finer ones
 * inside it. The options of a multiple answer add up to nothing.
 * @example
 * // lines a, b, answered, no answer, not applicable, total
 * additiveRelationsOf(axis) // [{ whole: 5, parts: [2, 3, 4] }, { whole: 2, parts: [0, 1] }]
 */
export function additiveRelationsOf(axis: LinkedAxis): AxisRelation[] {
  const { lines, levels, kind } = axis
  const having = (role: LineRole) => lines.flatMap((line, index) => (line.role === role ? [index] : []))
  const [[total], [answered], [applicable], [noAnswer], [notApplicable]] = [
    having('total'),
    having('answered'),
    having('applicable'),
    having('no_answer'),
    having('not_applicable'),
  ]
  const states = having('state')
  const relations: AxisRelation[] = []
  if (total !== undefined && answered !== undefined && noAnswer !== undefined && notApplicable !== undefined)
    relations.push({ whole: total, parts: [answered, noAnswer, notApplicable] })
  if (total !== undefined && applicable !== undefined && notApplicable !== undefined)
    relations.push({ whole: total, parts: [applicable, notApplicable] })
  if (noAnswer !== undefined && states.length > 0) relations.push({ whole: noAnswer, parts: states })
  if (kind === 'multiple') return relations
  for (const level of levels) {
    if (answered !== undefined) relations.push({ whole: answered, parts: level })
    else if (applicable !== undefined && noAnswer !== undefined) relations.push({ whole: applicable, parts: [...level, noAnswer] })
    else if (total !== undefined && noAnswer !== undefined && notApplicable !== undefined)
      relations.push({ whole: total, parts: [...level, noAnswer, notApplicable] })
    relations.push(...linesInside(axis, level).filter(({ unlisted }) => unlisted === 0))
  }
  return relations
}

/**
 * For each line and each level the lines of the level inside it, where they do not hold all of its answers: no sum, but the line counts at
 * least as many cases as they do together.
 */
export function partialRelationsOf(axis: LinkedAxis): AxisRelation[] {
  if (axis.kind === 'multiple') return []
  return axis.levels.flatMap((level) => linesInside(axis, level).filter(({ unlisted }) => unlisted > 0))
}

/** For each line that is not of this level the lines of the level inside it, if there are any, and how many of its base codes they leave. */
function linesInside({ lines }: LinkedAxis, level: readonly number[]): (AxisRelation & { readonly unlisted: number })[] {
  return lines.flatMap((line, whole) => {
    if (line.codes === null || level.includes(whole)) return []
    const parts = level.filter((part) => answersWithin(lines[part]!, line))
    const covered = parts.reduce((sum, part) => sum + lines[part]!.codes!.size, 0)
    return parts.length > 0 ? [{ whole, parts, unlisted: line.codes.size - covered }] : []
  })
}
