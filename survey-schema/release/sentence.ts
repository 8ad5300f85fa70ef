/** A sentence of the book, in both languages, whose every number names the released cells that it was read from: whoever doubts it looks them up. */
import type { Language, Text } from '../text.ts'

/** A cell of a released table: its place among `cells`; of the tree of journeys (`routes`) its place in reading order. */
export interface CellPlace {
  /** Edition or volume, or `all`: the sum of the published tables of all of them. */
  readonly slice: string
  readonly table: string
  readonly place: number
}

/** A number in a sentence. */
export interface FigureToken {
  /** `share`: whole percent. `rounded`: a share in easy words, such as "about half". */
  readonly kind: 'count' | 'base' | 'share' | 'rounded'
  /** The published figures of these cells are added up: nearly always one. */
  readonly cells: readonly CellPlace[]
  /** Of a share: the cells of its base, added up in the same way. Empty otherwise. */
  readonly of: readonly CellPlace[]
  /** Cases; of `share` and `rounded` whole percent. */
  readonly figure: number
}

export type SentencePart = string | FigureToken

/** At most two grammatical sentences, as they are printed, with the parts that they were joined from. */
export interface Sentence extends Text {
  readonly parts: Readonly<Record<Language, readonly SentencePart[]>>
  /** In Japanese as one-page sheets say it (です・ます), with the same numbers. */
  readonly polite: string
}

/** A sentence about a printed block, by its id. */
export interface BlockSentence extends Sentence {
  readonly block: string
}
