/** The entries of a long list: what is not an answer first, then the codes of the question, then countries by region or prefectures by area. */
import { COUNTRIES } from '../../survey-schema/lists/countries.ts'
import { type Question, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { offered } from './choices.tsx'
import { comparable, type ListEntry } from './list-search.ts'
import { PLACES_BY_LIST } from './places-by-list.ts'
import { WORDS } from './words.ts'

export interface EntryGroup {
  /** Null where the codes of the question need no title. */
  readonly title: Text | null
  readonly entries: readonly ListEntry[]
}

type Named = Text & { readonly code: string }
/** Names beside Japanese and English by code; empty until they are loaded. */
export type FurtherNames = (code: string) => readonly string[]

const threeLetters = new Map<string, string>(COUNTRIES.map((country) => [country.code, country.alpha3]))

const entryOf =
  (further: FurtherNames) =>
  (named: Named): ListEntry => ({
    code: named.code,
    label: named,
    words: [named.ja, named.en, named.code, threeLetters.get(named.code) ?? '', ...further(named.code)].map(comparable).filter(Boolean),
  })

/** Where several places may be chosen, all other answers stand beside the list as boxes. */
export function groupsOfList(question: Question, further: FurtherNames): readonly EntryGroup[] {
  const { type, reserved, list } = question
  const group = (title: Text | null, named: readonly Named[]) => ({ title, entries: named.map(entryOf(further)) })
  const codes = offered(question)
  const places = list ? PLACES_BY_LIST[list].map((region) => group(region.title, region.entries)) : []
  if (type === 'multiple') return places
  return [...(reserved ? [group(WORDS.noAnswer, RESERVED)] : []), ...(codes.length > 0 ? [group(null, codes)] : []), ...places]
}
