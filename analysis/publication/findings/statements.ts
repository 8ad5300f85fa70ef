/** What can be said of a printed table, before it is put into words: each statement holds its figures and the phrases of what they count. */

import type { CategoryPhrases, VariablePhrases } from '../../../survey-schema/phrases/phrase.ts'
import type { TableBlock } from '../../../survey-schema/release/book.ts'
import type { ReadFigure, ReadShare } from './read-figures.ts'

export interface Category {
  readonly code: string
  readonly phrases: CategoryPhrases
}

/** Of which cases a statement speaks: as `VariablePhrases`, or all. */
export type Among = 'answered' | 'applicable' | 'all'

interface OfTable {
  readonly block: TableBlock
  /** The variable whose categories are counted. */
  readonly topic: VariablePhrases
}

/** One category as a share of the base of the table. */
export interface ShareStatement extends OfTable {
  readonly kind: 'share'
  readonly among: Among
  readonly category: Category
  readonly read: ReadShare
  /** Of the cases to which the question applies, as far as that is published: the share with an answer, 0 to 1. */
  readonly known: number
}

/** Categories with their figures, in the order of their list. */
export interface ListStatement extends OfTable {
  readonly kind: 'list'
  readonly among: Among
  /** Null where the figures are counted within one category of the other variable, whose base is not shown. */
  readonly base: ReadFigure | null
  readonly within: Category | null
  readonly listed: readonly { readonly category: Category; readonly count: ReadFigure }[]
}

export interface GroupShare {
  readonly category: Category
  readonly read: ReadShare
}

/** One category in two groups. `ranked` is false where groups may be named in the order of their list only. */
export interface PairStatement extends OfTable {
  readonly kind: 'change' | 'difference' | 'alike'
  /** The variable whose categories are the groups. */
  readonly by: VariablePhrases
  readonly category: Category
  /** Earlier and later, or in the order of their list. */
  readonly groups: readonly [GroupShare, GroupShare]
  /** Whether the groups are periods. */
  readonly time: boolean
  readonly ranked: boolean
}

/** One category in one group. */
export interface GroupStatement extends OfTable {
  readonly kind: 'group'
  readonly category: Category
  readonly group: GroupShare
}

export type Statement = ShareStatement | ListStatement | PairStatement | GroupStatement

/** How far the intervals of two groups lie apart, in percentage points; negative where they overlap. */
export const gapBetween = ([one, other]: readonly [GroupShare, GroupShare]): number =>
  Math.max(one.read.share.low - other.read.share.high, other.read.share.low - one.read.share.high)

/** The higher share first. */
export const byShare = ([one, other]: PairStatement['groups']): PairStatement['groups'] =>
  one.read.share.percent >= other.read.share.percent ? [one, other] : [other, one]
