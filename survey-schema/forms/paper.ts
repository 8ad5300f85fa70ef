/** The paper form as plain data: what stands on it, in both languages at once, and where to go on. Drawing it is another matter. */

import { GROUP_ROWS } from '../answers/columns.ts'
import { type KnownQuestion, QUESTIONNAIRE_VERSION, QUESTIONS, SECTIONS } from '../questionnaire/index.ts'
import type { Group } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'
import { conditionWords } from './conditions.ts'
import { listed, shownCodes, statesOf } from './offered.ts'
import { GROUP_HINTS, GROUP_WORDS, INDEPENDENCE, STEPS_ASK, STEPS_NONE, STEPS_REACHED, TITLE } from './words.ts'

export interface PaperQuestion extends Text {
  readonly number: number
  /** `places` are written as codes of a list at the end. */
  readonly kind: 'one' | 'several' | 'places' | 'year' | 'line' | 'note'
  /** Answers that may be given, or characters of a text; null for any number. */
  readonly most: number | null
  readonly required: boolean
  readonly options: readonly Text[]
  readonly states: readonly Text[]
}

/** Rows that repeat, side by side: one column each. */
export interface PaperRows extends Text {
  readonly group: Group
  readonly rows: number
  readonly hint: Text
  /** What is asked before the first row. */
  readonly first: (Text & { readonly options: readonly Text[] }) | null
  readonly questions: readonly PaperQuestion[]
}

/** Questions that hang on one condition. */
export interface PaperBlock {
  readonly goTo: Text | null
  readonly questions: readonly PaperQuestion[]
  readonly rows: PaperRows | null
}

export interface PaperSection extends Text {
  readonly letter: string
  readonly blocks: readonly PaperBlock[]
}

export interface Paper {
  readonly title: Text
  readonly version: string
  readonly independence: Text
  readonly sections: readonly PaperSection[]
  /** Countries by their code. */
  readonly places: readonly (Text & { readonly code: string })[]
}

const numbers = new Map<string, number>(QUESTIONS.map(({ id }, at) => [id, at + 1]))
const named = (id: string): Text => ({ en: `Q${numbers.get(id)}`, ja: `問${numbers.get(id)}` })
const words = ({ en, ja }: Text): Text => ({ en, ja })

export const paperForm = (): Paper => ({
  title: TITLE,
  version: QUESTIONNAIRE_VERSION,
  independence: INDEPENDENCE,
  sections: SECTIONS.map(({ letter, questions, ...title }) => ({ letter, ...words(title), blocks: blocksOf(questions) })),
  places: listed(QUESTIONS.find(({ list }) => list === 'iso3166_1_alpha2') as KnownQuestion).map(({ code, en, ja }) => ({ code, en, ja })),
})

/** Neighbours with the same condition, or of the same group, stand together. */
function blocksOf(questions: readonly KnownQuestion[]): readonly PaperBlock[] {
  const runs: KnownQuestion[][] = []
  for (const question of questions) {
    const run = runs.at(-1)
    if (run && together(run[0] as KnownQuestion) === together(question)) run.push(question)
    else runs.push([question])
  }
  return runs.map((run) => {
    const [first] = run as [KnownQuestion]
    return first.group === null
      ? { goTo: goTo(run), questions: run.map(asked), rows: null }
      : { goTo: null, questions: [], rows: rowsOf(first.group, run) }
  })
}

const together = ({ askIf, group }: KnownQuestion) => JSON.stringify([askIf, group])

function goTo(run: readonly KnownQuestion[]): Text | null {
  const condition = run[0]?.askIf
  if (!condition) return null
  const when = conditionWords(condition, named)
  // Without a basis there is nothing to go on with.
  if ('q' in condition && condition.q === 'consent_basis') {
    return {
      en: `Only if ${when.en}. Otherwise stop here: without a basis the case is not accepted.`,
      ja: `${when.ja}場合のみ回答。それ以外はここで終了（根拠のない事例は受け付けられません）。`,
    }
  }
  const next = (numbers.get(run.at(-1)?.id ?? '') ?? 0) + 1
  return { en: `Only if ${when.en}. Otherwise go to Q${next}.`, ja: `${when.ja}場合のみ回答。それ以外は問${next}へ。` }
}

function asked(question: KnownQuestion): PaperQuestion {
  const { id, max, required, group } = question
  const places = question.list === 'iso3166_1_alpha2'
  return {
    number: numbers.get(id) ?? 0,
    ...words(question),
    kind: kindOf(question),
    most: group === null ? max : 1,
    required,
    options: (places ? question.codes : shownCodes(question)).map(words),
    states: statesOf(question).map(words),
  }
}

function kindOf({ type, list, privacy }: KnownQuestion): PaperQuestion['kind'] {
  if (privacy === 'direct_identifier') return 'note'
  if (list === 'iso3166_1_alpha2') return 'places'
  return ({ single: 'one', multiple: 'several', date_precision: 'year', text: 'line' } as const)[type]
}

const rowsOf = (group: Group, questions: readonly KnownQuestion[]): PaperRows => ({
  group,
  ...GROUP_WORDS[group],
  rows: GROUP_ROWS[group],
  hint: GROUP_HINTS[group],
  first:
    group === 'contact_steps'
      ? { ...STEPS_ASK, options: [STEPS_REACHED, STEPS_NONE, { en: 'Not asked or not recorded', ja: '確認していない・記録なし' }] }
      : null,
  questions: questions.map(asked),
})
