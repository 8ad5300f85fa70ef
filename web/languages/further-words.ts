/** What the pages say in a language other than Japanese and English, complete by type: a text missing, or one too many, does not compile. */
import type { RULES } from '../../survey-schema/answers/rules.ts'
import type { FormRule } from '../../survey-schema/forms/words.ts'
import type { Reviewer } from '../../survey-schema/languages/translation.ts'
import type { SUBREGIONS } from '../../survey-schema/lists/countries.ts'
import type { AREAS } from '../../survey-schema/lists/prefectures.ts'
import type { Text, Words } from '../../survey-schema/text.ts'
import type { WORDS as ANSWER } from '../answer/words.ts'
import type { WORDS as CREDENTIAL, TROUBLES } from '../credential/words.ts'
import type { CORNER_WORDS } from '../drafts/corner-words.ts'
import type { DRAFT_WORDS, FAULTS } from '../drafts/words.ts'
import type { WORDS as FRAME } from '../frame/words.ts'
import type { WORDS as HELP } from '../help/words.ts'
import type { PageArea } from '../language/page-words.ts'
import type { LEAVING_WORDS } from '../leaving/words.ts'
import type { KEY_WORDS } from '../questionnaire/key-first-words.ts'
import type { RECEIPT_WORDS } from '../questionnaire/receipt-words.ts'
import type { ADVICE } from '../questionnaire/refusal-text.ts'
import type { SENT_WORDS } from '../questionnaire/what-is-sent-words.ts'
import type { WORDS as FORM, PART_HINTS } from '../questionnaire/words.ts'
import type { WORDS as READER } from '../start/reader-words.ts'
import type { WORDS as START } from '../start/words.ts'
import type { WORDS as WITHDRAW } from '../withdraw/words.ts'

/** A table of a page in one language: plain texts, or functions of the same values. */
type Said<Table extends Words> = {
  readonly [Key in keyof Table]: Table[Key] extends (...values: infer Values extends never[]) => Text
    ? (...values: Values) => string
    : string
}

/** The words of pages, by the area that each table names itself (`pageWords`). */
interface PageTexts extends Readonly<Record<PageArea, object>> {
  readonly frame: Said<typeof FRAME>
  readonly start: Said<typeof START>
  readonly reader: Said<typeof READER>
  readonly form: Said<typeof FORM>
  readonly keyFirst: Said<typeof KEY_WORDS>
  readonly draftCorner: Said<typeof CORNER_WORDS>
  readonly drafts: Said<typeof DRAFT_WORDS>
  readonly draftFaults: Said<typeof FAULTS>
  readonly whatIsSent: Said<typeof SENT_WORDS>
  readonly hints: Said<typeof PART_HINTS>
  readonly credential: Said<typeof CREDENTIAL>
  readonly troubles: Said<typeof TROUBLES>
  readonly refusals: Said<typeof ADVICE>
  readonly receipt: Said<typeof RECEIPT_WORDS>
  readonly leaving: Said<typeof LEAVING_WORDS>
  readonly withdraw: Said<typeof WITHDRAW>
  readonly answer: Said<typeof ANSWER>
  readonly help: Said<typeof HELP>
}

export interface FurtherWords extends PageTexts {
  /** Null until a native speaker has read every text of this file: the pages say so. */
  readonly reviewer: Reviewer | null
  /** Messages of the rules, but for the few that the translation of the questionnaire has. */
  readonly rules: Readonly<Record<Exclude<keyof typeof RULES, FormRule>, string>>
  readonly subregions: Readonly<Record<(typeof SUBREGIONS)[number]['id'], string>>
  readonly areas: Readonly<Record<(typeof AREAS)[number]['id'], string>>
}
