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

/** Pages in every language, and whether they show questions of the questionnaire, or show them later. All others are in Japanese and English. */
const TRANSLATED = { start: 'words', help: 'words', withdraw: 'words', questionnaire: 'questions', answer: 'questions-later' } as const

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

/**
 * Fetched all at once, but for questions that come later: those are fetched once the words of the page are there.
 * @param onWords is handed the language without its questions, where those come later
 * @throws TypeError when the line is lost
 */
export async function fetched(
  { tag, words, questionnaire }: FurtherLanguage,
  page: TranslatedPage,
  onWords: (language: FetchedLanguage) => void,
): Promise<FetchedLanguage> {
  const asks = TRANSLATED[page]
  const questions = () => Promise.all([questionnaire(), import('../languages/questionnaire-texts.ts')])
  const [said, readings, atOnce] = await Promise.all([
    words(),
    tag.startsWith('ja') ? import('../../survey-schema/languages/furigana.ts') : null,
    asks === 'questions' ? questions() : null,
  ])
  const language = { tag, words: said, texts: new Map(), reviewed: said.reviewer !== null, furigana: readings?.furigana ?? null }
  if (asks === 'words') return language
  if (!atOnce) onWords(language)
  const [translation, { questionnaireTexts }] = atOnce ?? (await questions())
  return { ...language, texts: questionnaireTexts(translation, said), reviewed: language.reviewed && translation.reviewer !== null }
}
