/** The languages of a form that can be switched while it is filled in: Japanese, English and those of `survey-schema/languages`. */

import { withBrackets } from '../languages/furigana.ts'
import { TRANSLATIONS } from '../languages/index.ts'
import { type TextPlace, textAt } from '../languages/text-at.ts'
import type { Translation } from '../languages/translation.ts'
import type { FormText } from './form.ts'

export interface FormLanguage {
  /** As tools of the ODK family name it: its name, and its tag in brackets. */
  readonly name: string
  read(text: FormText): string
}

export const FORM_JAPANESE: FormLanguage = { name: 'Japanese (ja)', read: ({ ja }) => ja }
export const FORM_ENGLISH: FormLanguage = { name: 'English (en)', read: ({ en }) => en }

export const furtherLanguages = (translations: readonly Translation[] = TRANSLATIONS): readonly FormLanguage[] => translations.map(language)

function language(translation: Translation): FormLanguage {
  const { tag, name, reviewer } = translation
  const between = tag.startsWith('ja') ? '' : ' '
  return {
    name: `${name} (${tag})`,
    read: ({ places }) =>
      places
        .flatMap((place) => (reviewer === null && isFirstNote(place) ? [place, NOT_REVIEWED] : [place]))
        .map((place) => withBrackets(textAt(translation, place)))
        .join(between),
  }
}

/** Stands before the first question, so there a form says that nobody has reviewed its words. */
const isFirstNote = (place: TextPlace) => place.of === 'word' && place.id === 'independence'
const NOT_REVIEWED: TextPlace = { of: 'word', id: 'not_reviewed' }
