/**
 * The findings volume as data: what the published figures say, in main points and chapter by chapter. Writers lay it out and compute nothing.
 */
import type { Text } from '../text.ts'
import type { Sentence } from './sentence.ts'

/** A sentence, and the number of the table in which its figures stand. */
export interface PlacedSentence {
  readonly table: string
  readonly sentence: Sentence
}

/** Why a finding leads: a large share, a change over time, a difference between groups; or only a list of what is shown. */
export type FindingKind = 'share' | 'change' | 'difference' | 'list'

/** What a chapter found, in one line and in one sentence. */
export interface ChapterFinding extends PlacedSentence {
  readonly kind: FindingKind
  /** At most 15 words or 40 characters, without a full stop: the title of its drawing. */
  readonly headline: Sentence
}

/** A drawing of the book, under a title that says what it shows. */
export interface FindingFigure {
  readonly table: string
  /** `BookFigure.id`. */
  readonly figure: string
  readonly title: Sentence
}

export interface FindingsChapter {
  /** As in the book. */
  readonly id: string
  readonly number: number
  readonly title: Text
  /** What the chapter asks. */
  readonly question: Text
  /** Null where nothing is well founded: `silent` then says what is withheld and why. */
  readonly finding: ChapterFinding | null
  readonly silent: Text | null
  /** At most two. */
  readonly figures: readonly FindingFigure[]
  /** At most three, beside the finding. */
  readonly sentences: readonly PlacedSentence[]
  /** What this cannot say. */
  readonly limits: readonly Text[]
  /** Numbers of the tables in which all figures of the chapter stand, in the order of the plan. */
  readonly tables: readonly string[]
}

export interface MainPoint extends PlacedSentence {
  /** Number of the chapter whose finding it is. */
  readonly chapter: number
}

export interface FindingsVolume {
  /** At most six, one sentence each. */
  readonly mainPoints: readonly MainPoint[]
  readonly chapters: readonly FindingsChapter[]
  /** How findings were chosen, and what is true of every chapter. */
  readonly notes: readonly Text[]
}
