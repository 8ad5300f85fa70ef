/**
 * Languages other than Japanese and English, and the pages that have them. A language is fetched when it is chosen; whoever reads Japanese
 * or English fetches none.
 */
import type { furigana } from '../../survey-schema/languages/furigana.ts'
import type { Translation } from '../../survey-schema/languages/translation.ts'
import type { Language, Text } from '../../survey-schema/text.ts'
import type { FurtherWords } from '../languages/further-words.ts'

interface FurtherLanguage {
  /** BCP 47. */
  readonly tag: string
  /** The language in its own words. */
  readonly name: string
  /** What pages say that do not have this language. */
  readonly instead: Language
  readonly words: () => Promise<FurtherWords>
  readonly questionnaire: () => Promise<Translation>
}

/** Adding one: `docs/languages.md`. */
export const FURTHER: readonly FurtherLanguage[] = [
  {
    tag: 'th',
    name: 'ไทย',
    instead: 'en',
    words: () => import('../languages/th.ts').then(({ words }) => words),
    questionnaire: () => import('../../survey-schema/languages/th/index.ts').then(({ THAI }) => THAI),
  },
  {
    tag: 'es',
    name: 'Español',
    instead: 'en',
    words: () => import('../languages/es.ts').then(({ words }) => words),
    questionnaire: () => import('../../survey-schema/languages/es/index.ts').then(({ SPANISH }) => SPANISH),
  },
  {
    tag: 'ja-simple',
    name: 'やさしい日本語',
    instead: 'ja',
    words: () => import('../languages/ja-simple.ts').then(({ words }) => words),
    questionnaire: () => import('../../survey-schema/languages/ja-simple/index.ts').then(({ EASY_JAPANESE }) => EASY_JAPANESE),
  },
]

/** Pages in every language, and whether they show questions of the questionnaire. All other pages are in Japanese and English. */
const TRANSLATED = { start: 'words', withdraw: 'words', questionnaire: 'questions', answer: 'questions' } as const

export type TranslatedPage = keyof typeof TRANSLATED

/** A language as a page has it once it is fetched. */
export interface FetchedLanguage {
  readonly tag: string
  readonly words: FurtherWords
  /** Questions, answers, messages: texts that are no words of a page. */
  readonly texts: ReadonlyMap<Text, string>
  /** Whether a native speaker has read everything that this page says. */
  readonly reviewed: boolean
  /** Takes a text apart where readings stand over kanji. */
  readonly furigana: typeof furigana | null
}

/** Fetched all at once. @throws TypeError when the line is lost */
export async function fetched({ tag, words, questionnaire }: FurtherLanguage, page: TranslatedPage): Promise<FetchedLanguage> {
  const asks = TRANSLATED[page] === 'questions'
  const [said, translation, questions, readings] = await Promise.all([
    words(),
    asks ? questionnaire() : null,
    asks ? import('../languages/questionnaire-texts.ts') : null,
    tag.startsWith('ja') ? import('../../survey-schema/languages/furigana.ts') : null,
  ])
  return {
    tag,
    words: said,
    texts: translation && questions ? questions.questionnaireTexts(translation, said) : new Map(),
    reviewed: said.reviewer !== null && translation?.reviewer !== null,
    furigana: readings?.furigana ?? null,
  }
}
