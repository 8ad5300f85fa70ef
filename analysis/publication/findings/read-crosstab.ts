/** A printed table of two variables as statements read it: each category with its share in every group that has one. */

import { variablePhrases } from '../../../survey-schema/phrases/index.ts'
import type { VariablePhrases } from '../../../survey-schema/phrases/phrase.ts'
import type { TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { isTime } from '../released-cells.ts'
import { NEVER_RANKED } from './never-ranked.ts'
import { categoryOf } from './of-single.ts'
import { fewUnanswered, sharesRead } from './read-figures.ts'
import type { Category, GroupShare } from './statements.ts'

/** Two groups are compared where at most this share of each has no answer, as far as that is shown. */
const MOST_UNANSWERED = 0.2

export interface GroupRead extends GroupShare {
  readonly place: number
  /** Whether nearly all of the group have an answer, so that it may be compared. */
  readonly answered: boolean
}

export interface LineRead {
  readonly place: number
  readonly category: Category
  /** In the order of their list. */
  readonly groups: readonly GroupRead[]
}

export interface CrosstabRead {
  readonly block: TableBlock
  readonly topic: VariablePhrases
  /** Of the groups. */
  readonly by: VariablePhrases
  /** Whether the groups are periods. */
  readonly time: boolean
  /** Whether groups may be named in an order that ranks them. */
  readonly ranked: boolean
  readonly lines: readonly LineRead[]
}

/** Null where no share is printed, or where the categories are periods. */
export function readCrosstab(block: TableBlock, policy: Policy): CrosstabRead | null {
  if (block.columns.length === 0 || block.shares === null) return null
  const read = sharesRead(block, policy)
  const { lines, groups } = read
  const topic = variablePhrases(lines.axis.variable)
  const by = groups && variablePhrases(groups.axis.variable)
  if (!topic || !by || isTime(lines.axis)) return null
  const places = [...groups.places].sort((a, b) => a - b)
  const named = places.flatMap((place) => {
    const category = categoryOf(groups.axis, groups.axis.lines[place]!)
    return category ? [{ place, category, answered: fewUnanswered(lines.axis, (line) => read.figure(line, place), MOST_UNANSWERED) }] : []
  })
  const inGroups = lines.places.flatMap((place): LineRead[] => {
    const category = categoryOf(lines.axis, lines.axis.lines[place]!)
    if (!category) return []
    const found = named.flatMap((group): GroupRead[] => {
      const shown = read.share(place, group.place)
      // A category within itself says nothing.
      return shown && group.category.code !== category.code ? [{ ...group, read: shown }] : []
    })
    return [{ place, category, groups: found }]
  })
  return { block, topic, by, time: isTime(groups.axis), ranked: !NEVER_RANKED.has(groups.axis.variable), lines: inGroups }
}
