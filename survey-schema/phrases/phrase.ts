/**
 * How answers are said in a sentence of the book, in Japanese and English. Labels of the questionnaire are made for forms: inside a sentence
 * they need quotation marks, and nobody speaks so. These phrases stand in their place; they hold no figure.
 */
import type { Text } from '../text.ts'

/** One category of a variable, at one level. */
export interface CategoryPhrases {
  /**
   * What is said of the cases, without a full stop. English: a plural verb phrase in the past, whose subject is "cases". Japanese: ends in a
   * verb of the plain past (た), so that 「割合」 may stand behind it.
   * @example { en: 'involved exploitation in Kanto', ja: '関東で搾取された' }
   */
  readonly predicate: Text
  /**
   * Restricts the cases. English: follows "reported cases". Japanese: stands before 「報告事例」 or 「事例」, speaks of 人の事例 where
   * it is said of the person, and ends in の or a plain verb.
   * @example { en: 'from Thailand', ja: 'タイ出身の' }
   */
  readonly modifier: Text
  /** In a list or beside a bar, without article. @example { en: 'Thailand', ja: 'タイ' } */
  readonly name: Text
  /** The English name with its article, after a verb, where the two differ. @example 'an embassy or consulate' */
  readonly object?: string
}

/** One variable. Lines that are no category (answered, applicable, no answer) are said here as well. */
export interface VariablePhrases {
  /** What it is about, in a heading or after "by". @example { en: 'where in Japan people were exploited', ja: '搾取を受けた地方' } */
  readonly topic: Text
  /** Restricts the cases to those with an answer; like a `modifier`. @example { en: 'whose place of exploitation is known', ja: '搾取の場所が分かる' } */
  readonly answered: Text
  /** Restricts the cases to those to which the question applies, with or without an answer; like a `modifier`. Empty where it applies to all. */
  readonly applicable: Text
}
