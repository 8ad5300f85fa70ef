/** What a further language has to say, complete by type: a text that is missing, or one too many, does not compile. */

import type { FormRule, FormWord } from '../forms/words.ts'
import type { COUNTRIES } from '../lists/countries.ts'
import type { PREFECTURES } from '../lists/prefectures.ts'
import type { QuestionId, SECTIONS } from '../questionnaire/index.ts'
import type { Group, Unanswered } from '../questionnaire/question.ts'
import type { SHARED_LISTS } from './shared-lists.ts'

export type SectionId = (typeof SECTIONS)[number]['id']
export type CountryCode = (typeof COUNTRIES)[number]['code']
export type PrefectureCode = (typeof PREFECTURES)[number]['code']
export type SharedList = keyof typeof SHARED_LISTS

type AnyQuestion = (typeof SECTIONS)[number]['questions'][number]
type QuestionOf<Id extends QuestionId> = Extract<AnyQuestion, { readonly id: Id }>
type CodeIn<List> = List extends readonly { readonly code: infer Code extends string }[] ? Code : never

/** The words of one question. A question has answers of its own, or those of a shared list, or none. */
type QuestionWords<Codes> = Codes extends (typeof SHARED_LISTS)[SharedList]
  ? { readonly text: string }
  : Codes extends readonly []
    ? { readonly text: string }
    : { readonly text: string; readonly answers: Readonly<Record<CodeIn<Codes>, string>> }

export type QuestionTexts = { readonly [Id in QuestionId]: QuestionWords<QuestionOf<Id>['codes']> }
export type SharedTexts = { readonly [List in SharedList]: Readonly<Record<CodeIn<(typeof SHARED_LISTS)[List]>, string>> }

/** Who read every text as a native speaker, and when. A name is given only by who wants to be named. */
export interface Reviewer {
  readonly name?: string
  readonly year: number
}

/**
 * The questionnaire in one further language.
 *
 * Texts are plain text, except that a text in Japanese has the reading of its kanji behind them, as `国《くに》`. A page shows the reading as
 * ruby over the kanji (`furigana` takes a text apart); where there is plain text alone, it stands in brackets (`withBrackets`).
 * `{most}` in a text stands for a number and stays as it is.
 */
export interface Translation {
  /** BCP 47, as it stands in `lang` of a page and in the names of columns. */
  readonly tag: string
  /** The language in its own words. */
  readonly name: string
  /** Null until a native speaker has read every text: pages and forms say so. */
  readonly reviewer: Reviewer | null
  readonly sections: Readonly<Record<SectionId, string>>
  readonly groups: Readonly<Record<Group, string>>
  readonly questions: QuestionTexts
  readonly shared: SharedTexts
  readonly states: Readonly<Record<Unanswered, string>>
  readonly countries: Readonly<Record<CountryCode, string>>
  readonly prefectures: Readonly<Record<PrefectureCode, string>>
  /** What a form says beside its questions. */
  readonly words: Readonly<Record<FormWord, string>>
  /** What a form says of an answer that it does not take. */
  readonly rules: Readonly<Record<FormRule, string>>
}
