/** Where a text of the questionnaire stands in each translation, and the text that stands there. */

import type { FormRule, FormWord } from '../forms/words.ts'
import { type QuestionId, questionById } from '../questionnaire/index.ts'
import type { Group, Unanswered } from '../questionnaire/question.ts'
import { SHARED_LISTS } from './shared-lists.ts'
import type { SectionId, SharedList, Translation } from './translation.ts'

export type TextPlace =
  | { readonly of: 'section'; readonly id: SectionId }
  | { readonly of: 'group'; readonly id: Group }
  | { readonly of: 'question'; readonly id: QuestionId }
  | { readonly of: 'answer'; readonly id: QuestionId; readonly code: string }
  | { readonly of: 'state'; readonly id: Unanswered }
  | { readonly of: 'word'; readonly id: FormWord; readonly most?: number }
  | { readonly of: 'rule'; readonly id: FormRule }

/**
 * The text of this place in this language, numbers filled in, readings of kanji still behind them.
 * @throws RangeError for a code that the question does not have
 */
export function textAt(translation: Translation, place: TextPlace): string {
  switch (place.of) {
    case 'section':
      return translation.sections[place.id]
    case 'group':
      return translation.groups[place.id]
    case 'question':
      return translation.questions[place.id].text
    case 'answer':
      return answerAt(translation, place.id, place.code)
    case 'state':
      return translation.states[place.id]
    case 'word':
      return translation.words[place.id].replace('{most}', () => String(place.most))
    case 'rule':
      return translation.rules[place.id]
  }
}

type Texts = Readonly<Record<string, string>>

/** Of the shared list, of the question itself, or of the countries or prefectures that it names. */
function answerAt(translation: Translation, id: QuestionId, code: string): string {
  const question = questionById(id)
  const own: { readonly text: string; readonly answers?: Texts } = translation.questions[id]
  const shared = Object.keys(SHARED_LISTS).find((name) => SHARED_LISTS[name as SharedList] === question?.codes)
  const listed = { iso3166_1_alpha2: translation.countries, jis_x_0401: translation.prefectures }
  const tables: readonly (Texts | null | undefined)[] = [
    shared === undefined ? null : translation.shared[shared as SharedList],
    own.answers,
    question?.list && listed[question.list],
  ]
  for (const table of tables) if (table && Object.hasOwn(table, code)) return table[code] as string
  throw new RangeError('no such answer')
}
