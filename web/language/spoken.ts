/** What a text says in the language of the page. */
import type { Language, Text } from '../../survey-schema/text.ts'
import type { FetchedLanguage } from './further.ts'
import { placeOfText } from './page-words.ts'

/** Texts of an area by their names; `FurtherWords` holds that each is there, with the values that it takes. */
type Table = Readonly<Record<string, string | ((...values: readonly unknown[]) => string)>>

/**
 * The text as it stands in the language's file, with readings behind kanji (`国《くに》`). A text that the language does not have, which only
 * values of others can be (the name of an organisation, a code), is said in `instead`.
 */
export function textIn(further: FetchedLanguage | null, instead: Language, text: Text): string {
  if (!further) return text[instead]
  const place = placeOfText(text)
  if (!place) return further.texts.get(text) ?? text[instead]
  const entry = (further.words[place.area] as Table)[place.key]
  return typeof entry === 'function' ? entry(...place.values) : (entry ?? text[instead])
}

/** @example withoutReadings('国《くに》') // '国' */
export const withoutReadings = (text: string): string => text.replaceAll(/《[^《》]*》/g, '')
