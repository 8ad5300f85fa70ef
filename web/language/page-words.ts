/**
 * The words of a page by name, and where each stands, so that a language that is loaded later finds them. A page goes on saying
 * `say(WORDS.title)` and `tell(WORDS.stepOf(3, 16))`: the text knows its place, and whoever reads Japanese or English pays for nothing else.
 */
import type { Text, Words } from '../../survey-schema/text.ts'

/** A table of words, by the page or the part of a page that says them. */
export type PageArea =
  | 'frame'
  | 'start'
  | 'reader'
  | 'form'
  | 'keyFirst'
  | 'draftCorner'
  | 'drafts'
  | 'draftFaults'
  | 'whatIsSent'
  | 'hints'
  | 'credential'
  | 'troubles'
  | 'refusals'
  | 'receipt'
  | 'leaving'
  | 'withdraw'
  | 'answer'
  | 'help'

export interface PlaceOfText {
  readonly area: PageArea
  readonly key: string
  /** What a text with numbers or names in it was made with; empty for a plain one. */
  readonly values: readonly unknown[]
}

const PLACES = new WeakMap<Text, PlaceOfText>()

/** Where a text of a page stands in the words of its area; undefined for all other texts. */
export const placeOfText = (text: Text): PlaceOfText | undefined => PLACES.get(text)

/** The same table; each of its texts is now known by its place. @example pageWords('frame', { start: { ja: 'はじめに', en: 'Start' } }) */
export function pageWords<Table extends Words>(area: PageArea, table: Table): Table {
  const standing = Object.entries(table).map(([key, entry]) => {
    const placed = (text: Text, values: readonly unknown[]) => {
      PLACES.set(text, { area, key, values })
      return text
    }
    return [key, typeof entry === 'function' ? (...values: never[]) => placed(entry(...values), values) : placed(entry, [])] as const
  })
  return Object.fromEntries(standing) as unknown as Table
}
