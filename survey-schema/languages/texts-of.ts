/** The questionnaire's own texts, each with what a translation says instead: for a page, which holds the text and not its place. */

import { RULES } from '../answers/rules.ts'
import { COUNTRIES } from '../lists/countries.ts'
import { PREFECTURES } from '../lists/prefectures.ts'
import { QUESTIONS, SECTIONS } from '../questionnaire/index.ts'
import { NOT_APPLICABLE, RESERVED } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'
import { textAt } from './text-at.ts'
import type { Translation } from './translation.ts'

export type SaidInstead = readonly [Text, string]

/** By the text itself and not by its words: the same word may be said in two ways. */
export function textsOf(translation: Translation): ReadonlyMap<Text, string> {
  const listed = (list: readonly (Text & { readonly code: string })[], texts: Readonly<Record<string, string>>) =>
    list.map((entry): SaidInstead => [entry, texts[entry.code] as string])
  const named = (table: Readonly<Record<string, Text>>, texts: Readonly<Record<string, string>>) =>
    Object.keys(texts).map((key): SaidInstead => [table[key] as Text, texts[key] as string])
  return new Map<Text, string>([
    ...SECTIONS.map((section): SaidInstead => [section, translation.sections[section.id]]),
    ...QUESTIONS.flatMap((question): readonly SaidInstead[] => [
      [question, textAt(translation, { of: 'question', id: question.id })],
      ...question.codes.map((code): SaidInstead => [code, textAt(translation, { of: 'answer', id: question.id, code: code.code })]),
    ]),
    ...listed([...RESERVED, NOT_APPLICABLE], translation.states),
    ...listed(COUNTRIES, translation.countries),
    ...listed(PREFECTURES, translation.prefectures),
    ...named(RULES, translation.rules),
  ])
}
