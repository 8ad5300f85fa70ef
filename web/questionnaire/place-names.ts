/** Names of countries and prefectures in every further language of the form, for finding them. Loaded once a list is on the page. */
import * as es from '../../survey-schema/languages/es/places.ts'
import { furigana } from '../../survey-schema/languages/furigana.ts'
import * as easy from '../../survey-schema/languages/ja-simple/places.ts'
import * as th from '../../survey-schema/languages/th/places.ts'

const BY_LANGUAGE: readonly Readonly<Record<string, string>>[] = [th, es, easy].flatMap(({ countries, prefectures }) => [
  countries,
  prefectures,
])

const plain = (text: string) =>
  furigana(text)
    .map((part) => part.text)
    .join('')
const read = (text: string) =>
  furigana(text)
    .map((part) => part.reading ?? part.text)
    .join('')

/** @example namesOfPlace('13') // ['โตเกียว', 'Tokio', '東京都', 'とうきょうと'] */
export const namesOfPlace = (code: string): readonly string[] =>
  BY_LANGUAGE.flatMap((names) => {
    const name = names[code]
    return name === undefined ? [] : [...new Set([plain(name), read(name)])]
  })
