/** Texts of a translation by their path (`questions.gender.answers.woman`), and those of Japanese and English by the same paths. */
import { RULES } from '../../survey-schema/answers/rules.ts'
import { FORM_WORDS, GROUP_WORDS } from '../../survey-schema/forms/words.ts'
import { SHARED_LISTS } from '../../survey-schema/languages/shared-lists.ts'
import type { Translation } from '../../survey-schema/languages/translation.ts'
import { COUNTRIES } from '../../survey-schema/lists/countries.ts'
import { PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import { QUESTIONS, SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import { NOT_APPLICABLE, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Language, Text } from '../../survey-schema/text.ts'

interface Tree {
  readonly [key: string]: string | Tree
}

/** Everything of a translation that is read by people. */
const treeOf = ({ tag, name, reviewer, ...texts }: Translation): Tree => texts as unknown as Tree

const leaves = (tree: Tree, above = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[above + key, value]] : leaves(value, `${above}${key}.`)))

export const textsByPath = (translation: Translation): ReadonlyMap<string, string> => new Map(leaves(treeOf(translation)))

/** The texts of Japanese or English, taken from the questionnaire itself. */
export function sourceByPath(language: Language): ReadonlyMap<string, string> {
  const said = (texts: readonly (readonly [string, Text])[]) => Object.fromEntries(texts.map(([key, text]) => [key, text[language]]))
  const codes = (list: readonly (Text & { readonly code: string })[]) => said(list.map((entry) => [entry.code, entry]))
  const shared: readonly unknown[] = Object.values(SHARED_LISTS)
  const questions = QUESTIONS.map((question) => {
    const own = question.codes.length > 0 && !shared.includes(question.codes)
    return [question.id, { text: question[language], ...(own ? { answers: codes(question.codes) } : {}) }] as const
  })
  const { R01, R10, invalid_date, too_long } = RULES
  return new Map(
    leaves({
      sections: said(SECTIONS.map((section) => [section.id, section])),
      groups: said(Object.entries(GROUP_WORDS)),
      questions: Object.fromEntries(questions),
      shared: Object.fromEntries(Object.entries(SHARED_LISTS).map(([name, list]) => [name, codes(list)])),
      states: codes([...RESERVED, NOT_APPLICABLE]),
      countries: codes(COUNTRIES),
      prefectures: codes(PREFECTURES),
      words: said(Object.entries(FORM_WORDS)),
      rules: said(Object.entries({ R01, R10, invalid_date, too_long })),
    }),
  )
}

/** A language that nobody speaks: each text is its path in brackets, with the numbers that it has to name. */
export function pseudoLanguage(like: Translation, reviewer: Translation['reviewer'] = null): Translation {
  const marked = (tree: Tree, above = ''): Tree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === 'string' ? `⟦${above}${key}${value.includes('{most}') ? ' {most}' : ''}⟧` : marked(value, `${above}${key}.`),
      ]),
    )
  return { ...(marked(treeOf(like)) as unknown as Translation), tag: 'qps', name: 'Pseudo', reviewer }
}
