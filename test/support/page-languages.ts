/** The tables of the pages by area, and a language that nobody speaks: each text is its place in brackets, with the values that it names. */

import { THAI } from '../../survey-schema/languages/th/index.ts'
import type { Words } from '../../survey-schema/text.ts'
import { WORDS as ANSWER } from '../../web/answer/words.ts'
import { WORDS as CREDENTIAL, TROUBLES } from '../../web/credential/words.ts'
import { CORNER_WORDS } from '../../web/drafts/corner-words.ts'
import { DRAFT_WORDS, FAULTS } from '../../web/drafts/words.ts'
import { WORDS as FRAME } from '../../web/frame/words.ts'
import { WORDS as HELP } from '../../web/help/words.ts'
import type { FetchedLanguage } from '../../web/language/further.ts'
import type { PageArea } from '../../web/language/page-words.ts'
import type { FurtherWords } from '../../web/languages/further-words.ts'
import { questionnaireTexts } from '../../web/languages/questionnaire-texts.ts'
import { words as thai } from '../../web/languages/th.ts'
import { LEAVING_WORDS } from '../../web/leaving/words.ts'
import { KEY_WORDS } from '../../web/questionnaire/key-first-words.ts'
import { RECEIPT_WORDS } from '../../web/questionnaire/receipt-words.ts'
import { ADVICE } from '../../web/questionnaire/refusal-text.ts'
import { SENT_WORDS } from '../../web/questionnaire/what-is-sent-words.ts'
import { WORDS as FORM, PART_HINTS } from '../../web/questionnaire/words.ts'
import { WORDS as READER } from '../../web/start/reader-words.ts'
import { WORDS as START } from '../../web/start/words.ts'
import { WORDS as WITHDRAW } from '../../web/withdraw/words.ts'
import { pseudoLanguage } from './language-texts.ts'

export const TABLES: Readonly<Record<PageArea, Words>> = {
  frame: FRAME,
  start: START,
  reader: READER,
  form: FORM,
  keyFirst: KEY_WORDS,
  draftCorner: CORNER_WORDS,
  drafts: DRAFT_WORDS,
  draftFaults: FAULTS,
  whatIsSent: SENT_WORDS,
  hints: PART_HINTS,
  credential: CREDENTIAL,
  troubles: TROUBLES,
  refusals: ADVICE,
  receipt: RECEIPT_WORDS,
  leaving: LEAVING_WORDS,
  withdraw: WITHDRAW,
  answer: ANSWER,
  help: HELP,
}

/** What each entry says; where it takes values, small numbers. */
export function textsOfWords(words: FurtherWords): ReadonlyMap<string, string> {
  const said = (entry: unknown): string => (typeof entry === 'function' ? entry(3, 7) : entry) as string
  return new Map(
    Object.entries(words).flatMap(([area, table]) =>
      area === 'reviewer' ? [] : Object.entries(table as object).map(([key, entry]) => [`${area}.${key}`, said(entry)] as const),
    ),
  )
}

const marked = (area: string, table: object) =>
  Object.fromEntries(
    Object.entries(table).map(([key, entry]) => [
      key,
      typeof entry === 'function' ? (...values: unknown[]) => `⟦${area}.${key} ${values.join(' ')}⟧` : `⟦${area}.${key}⟧`,
    ]),
  )

const words = {
  ...Object.fromEntries(Object.entries(TABLES).map(([area, table]) => [area, marked(area, table)])),
  ...Object.fromEntries((['rules', 'subregions', 'areas'] as const).map((area) => [area, marked(area, thai[area])])),
  reviewer: null,
} as unknown as FurtherWords

export const PSEUDO: FetchedLanguage = {
  tag: 'qps',
  words,
  texts: questionnaireTexts(pseudoLanguage(THAI), words),
  reviewed: false,
  furigana: null,
}
