/** The whole questionnaire, in the order in which it is asked. One file for each section; code can name no question that is not here. */

import { SECTION_A } from './a-administration.ts'
import { SECTION_B } from './b-source.ts'
import { SECTION_C } from './c-profile.ts'
import { SECTION_D } from './d-before.ts'
import { SECTION_E } from './e-recruitment.ts'
import { SECTION_F } from './f-route.ts'
import { SECTION_G } from './g-status.ts'
import { SECTION_H } from './h-debt.ts'
import { SECTION_I } from './i-exploitation.ts'
import { SECTION_J } from './j-expectation.ts'
import { SECTION_K } from './k-contact.ts'
import { SECTION_L } from './l-legal.ts'
import { SECTION_M } from './m-assistance.ts'
import { SECTION_N } from './n-return.ts'
import { SECTION_O } from './o-assessment.ts'
import { SECTION_P } from './p-note.ts'
import type { Question } from './question.ts'

/**
 * Every version that was ever in use, oldest first: all of them are accepted, and the place of each is stored with its cases, so none
 * leaves the list. How one is added: `docs/questionnaire-change.md`.
 */
export const QUESTIONNAIRE_VERSIONS = ['1.0'] as const satisfies readonly string[]

/** The newest; printed on each table, and meant where a submission names none. */
export const QUESTIONNAIRE_VERSION: string = QUESTIONNAIRE_VERSIONS[QUESTIONNAIRE_VERSIONS.length - 1] as string

export const SECTIONS = [
  { id: 'admin', letter: 'A', en: 'Administration and consent', ja: '管理情報と同意', questions: SECTION_A },
  { id: 'source', letter: 'B', en: 'Source of the case', ja: '情報の提供元', questions: SECTION_B },
  { id: 'profile', letter: 'C', en: 'The person', ja: '本人の属性', questions: SECTION_C },
  { id: 'before', letter: 'D', en: 'Before leaving', ja: '渡航・被害の前', questions: SECTION_D },
  { id: 'recruitment', letter: 'E', en: 'Recruitment', ja: '勧誘', questions: SECTION_E },
  { id: 'route', letter: 'F', en: 'Route', ja: '移動経路', questions: SECTION_F },
  { id: 'status', letter: 'G', en: 'Entry and residence status', ja: '入国と在留資格', questions: SECTION_G },
  { id: 'debt', letter: 'H', en: 'Debt and pay', ja: '借金と報酬', questions: SECTION_H },
  { id: 'exploitation', letter: 'I', en: 'Exploitation', ja: '搾取の実態', questions: SECTION_I },
  { id: 'expectation', letter: 'J', en: 'Expectations and the image of Japan', ja: '日本への期待と印象', questions: SECTION_J },
  { id: 'contact', letter: 'K', en: 'Reaching help', ja: '支援につながるまで', questions: SECTION_K },
  { id: 'legal', letter: 'L', en: 'Legal treatment', ja: '法的な扱い', questions: SECTION_L },
  { id: 'assistance', letter: 'M', en: 'Assistance', ja: '支援', questions: SECTION_M },
  { id: 'return', letter: 'N', en: 'Return and reintegration', ja: '帰国と社会復帰', questions: SECTION_N },
  { id: 'assessment', letter: 'O', en: 'Assessment against definitions', ja: '定義との照合', questions: SECTION_O },
  { id: 'note', letter: 'P', en: 'Closing note', ja: '備考', questions: SECTION_P },
] as const

/** Every id of a question, as a type. */
export type QuestionId = (typeof SECTIONS)[number]['questions'][number]['id']

/** A question of this questionnaire: its id is one of `QuestionId`. */
export type KnownQuestion = Question & { readonly id: QuestionId }

export const QUESTIONS: readonly KnownQuestion[] = SECTIONS.flatMap((section): readonly KnownQuestion[] => section.questions)

const byId = new Map<string, KnownQuestion>(QUESTIONS.map((question) => [question.id, question]))

/** The question with this id, or undefined: unknown ids are refused by whoever asks. */
export const questionById = (id: string) => byId.get(id)
