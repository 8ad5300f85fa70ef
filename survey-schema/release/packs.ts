/**
 * Packs: what the book says to one kind of reader, on two pages. Every sentence and every line is read from released cells; what the network asks
 * for is its own fixed words and stands apart from the figures.
 */
import type { Text } from '../text.ts'
import type { FindingFigure } from './findings.ts'
import type { ReleasedCell } from './released-table.ts'
import type { CellPlace, Sentence } from './sentence.ts'

/** A sentence, and the number of the table in which its figures stand; null where the section names the released table. */
export interface PackSentence {
  readonly table: string | null
  readonly sentence: Sentence
}

/** One category among the cases of a pack: its published cell, and its share of the base where there is one. */
export interface PackLine {
  readonly name: Text
  readonly cell: ReleasedCell
  readonly place: CellPlace
  readonly share: Text | null
}

export interface PackSection {
  readonly title: Text
  readonly sentences: readonly PackSentence[]
  /** Lines that show a figure, in the order of their list; none in a section of sentences. */
  readonly lines: readonly PackLine[]
  /** Name of the released table that the lines are read from: `citizenship@country,gender@list`. */
  readonly released: string | null
}

/** What the network asks for, under the topic of its fact sheet. No figure stands in it. */
export interface PackAsk {
  readonly title: Text
  readonly words: Text
}

export interface Pack {
  /** Fit for the name of a file: `diet`, `embassy-ph`. */
  readonly id: string
  readonly reader: Text
  readonly title: Text
  readonly introduction: Text
  /** At most six. */
  readonly points: readonly PackSentence[]
  readonly sections: readonly PackSection[]
  /** At most three. */
  readonly figures: readonly FindingFigure[]
  readonly asks: readonly PackAsk[]
  /** What these figures cannot say. */
  readonly limits: readonly Text[]
  /** What is not shown, and why. */
  readonly withheld: readonly Text[]
  /** How to cite, for readers who publish. */
  readonly rules: readonly Text[]
  /** Numbers of the tables behind it, in the order of the book. */
  readonly tables: readonly string[]
  readonly citation: Text
}
