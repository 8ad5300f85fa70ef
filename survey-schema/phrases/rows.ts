/**
 * How the files of phrases are written: one for each section of the questionnaire, one line for each category. Codes that say the same at
 * several levels of a variable share one line; a code that means something else at one level has its line there, under `levels`.
 */
import type { SECTIONS } from '../questionnaire/index.ts'
import { text } from '../text.ts'
import type { LevelGroup } from '../variables/index.ts'
import type { CategoryPhrases, VariablePhrases } from './phrase.ts'

type AnyQuestion = (typeof SECTIONS)[number]['questions'][number]

/** The codes of a question, as a type; none where they come from a list of countries, prefectures or years, or where nobody asks. */
type CodeOf<Id extends string> = Extract<AnyQuestion, { readonly id: Id }>['codes'][number]['code']

type Lines = Readonly<Record<string, CategoryPhrases>>

export interface PhraseRow<Code extends string = string> extends VariablePhrases {
  /** By code, whatever the level. */
  readonly categories: Readonly<Record<Code, CategoryPhrases>> & Lines
  /** Only where a code means something else at a level: level, then code. */
  readonly levels?: Readonly<Record<string, Lines>>
}

/** A file of phrases: a code of a question that has no line does not compile. */
export type PhraseRows<Id extends string> = { readonly [V in Id]: PhraseRow<CodeOf<V>> }

/**
 * The phrases of one category.
 * @example said('concerned women', '女性だった', 'concerning women', '女性の', 'women', '女性')
 */
export const said = (
  predicateEn: string,
  predicateJa: string,
  modifierEn: string,
  modifierJa: string,
  nameEn: string,
  nameJa: string,
): CategoryPhrases => ({ predicate: text(predicateJa, predicateEn), modifier: text(modifierJa, modifierEn), name: text(nameJa, nameEn) })

/**
 * The phrases of one variable. The last two are left out where the question applies to all cases.
 * @example about('gender', '性別', 'in which the gender is known', '性別が分かる')
 */
export const about = (
  topicEn: string,
  topicJa: string,
  answeredEn: string,
  answeredJa: string,
  applicableEn = '',
  applicableJa = '',
): VariablePhrases => ({
  topic: text(topicJa, topicEn),
  answered: text(answeredJa, answeredEn),
  applicable: text(applicableJa, applicableEn),
})

/** One line for each category of a list, by rule. */
export const byRule = (categories: readonly LevelGroup[], rule: (category: LevelGroup) => CategoryPhrases): Lines =>
  Object.fromEntries(categories.map((category) => [category.code, rule(category)]))
