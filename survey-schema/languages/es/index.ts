/** The questionnaire in Spanish. Who has read every text as a native speaker is named here. */
import type { Translation } from '../translation.ts'
import { countries, prefectures } from './places.ts'
import { questions } from './questions.ts'
import { groups, rules, sections, shared, states, words } from './words.ts'

export const SPANISH: Translation = {
  tag: 'es',
  name: 'Español',
  reviewer: null,
  sections,
  groups,
  questions,
  shared,
  states,
  countries,
  prefectures,
  words,
  rules,
}
