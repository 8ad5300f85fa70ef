/**
 * How the files of phrases are written: one for each section of the questionnaire, one line for each category. Codes that say the same at
 * several levels of a variable share one line; a code that means something else at one level has its line there, under `levels`.
 */
import type { SECTIONS } from '../questionnaire/index.ts'
import { text } from '../text.ts'
import type { LevelGroup } from '../variables/index.ts'
import type { CategoryPhrases, VariablePhrases } from './phrase.ts'

type AnyQuestion = (typeof SECTIONS)[number]['questions'][number]

/**
 * The codes of a question, as a type; none where they come from a list of countries, prefectures or years, or where nobody asks. Travel
 * documents are asked for each leg and counted for the whole journey, in other codes.
 */
type CodeOf<Id extends string> = Extract<AnyQuestion, { readonly id: Exclude<Id, 'leg_documents'> }>['codes'][number]['code']

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
 * The phrases of a category that is said of the person.
 * @param who follows "people"
 * @param ja ends in a plain past
 * @example ofPeople('with a passport of their own', '旅券を自分で持っていた', 'the person', '本人')
 */
export const ofPeople = (who: string, ja: string, nameEn: string, nameJa: string): CategoryPhrases =>
  said(`concerned people ${who}`, ja, `of people ${who}`, `${ja}人の`, nameEn, nameJa)

/**
 * The phrases of one variable. The last two are left out where the question applies to all cases. It also applies, without an answer, where
 * nobody knows whether it does, and so they say "or where this is not known" (不明を含む), or name the cases that they leave out.
 * @example about('gender', '性別', 'where the gender is known', '性別が分かる')
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
export const byRule = <C extends Pick<LevelGroup, 'code' | 'en' | 'ja'>>(
  categories: readonly C[],
  rule: (category: C) => CategoryPhrases,
) => Object.fromEntries(categories.map((category) => [category.code, rule(category)])) as { readonly [code in C['code']]: CategoryPhrases }
