/** The paper form as plain data: what stands on it, in both languages at once, and where to go on. Drawing it is another matter. */
import { GROUP_ROWS } from '../answers/columns.ts'
import { QUESTIONNAIRE_VERSION, QUESTIONS, SECTIONS } from '../questionnaire/index.ts'
import type { Group } from '../questionnaire/question.ts'
import { conditionWords } from './conditions.ts'
import { listed, type SourceQuestion, shownCodes, statesOf, type Worded } from './offered.ts'
import { GROUP_HINTS, GROUP_WORDS, INDEPENDENCE, STEPS_ASK, STEPS_NONE, STEPS_REACHED, TITLE } from './words.ts'

export interface PaperQuestion extends Worded {
  readonly number: number
  /** `places` are written as codes of a list at the end. */
  readonly kind: 'one' | 'several' | 'places' | 'year' | 'line' | 'note'
  /** Answers that may be given, or characters of a text; null for any number. */
  readonly most: number | null
  readonly required: boolean
  readonly options: readonly Worded[]
  readonly states: readonly Worded[]
}

/** Rows that repeat, side by side: one column each. */
export interface PaperRows extends Worded {
  readonly group: Group
  readonly rows: number
  readonly hint: Worded
  /** What is asked before the first row. */
  readonly first: (Worded & { readonly options: readonly Worded[] }) | null
  readonly questions: readonly PaperQuestion[]
}

/** Questions that hang on one condition. */
export interface PaperBlock {
  readonly goTo: Worded | null
  readonly questions: readonly PaperQuestion[]
  readonly rows: PaperRows | null
}

export interface PaperSection extends Worded {
  readonly letter: string
  readonly blocks: readonly PaperBlock[]
}

export interface Paper {
  readonly title: Worded
  readonly version: string
  readonly independence: Worded
  readonly sections: readonly PaperSection[]
  /** Countries by their code. */
  readonly places: readonly (Worded & { readonly code: string })[]
}

const numbers = new Map<string, number>(QUESTIONS.map(({ id }, at) => [id, at + 1]))
const named = (id: string): Worded => ({ en: `Q${numbers.get(id)}`, ja: `問${numbers.get(id)}` })
const words = ({ en, ja }: Worded): Worded => ({ en, ja })

export const paperForm = (): Paper => ({
  title: TITLE,
  version: QUESTIONNAIRE_VERSION,
  independence: INDEPENDENCE,
  sections: SECTIONS.map(({ letter, questions, ...title }) => ({ letter, ...words(title), blocks: blocksOf(questions) })),
  places: listed(QUESTIONS.find(({ list }) => list === 'iso3166_1_alpha2') as SourceQuestion).map(({ code, en, ja }) => ({ code, en, ja })),
})

/** Neighbours with the same condition, or of the same group, stand together. */
function blocksOf(questions: readonly SourceQuestion[]): readonly PaperBlock[] {
  const runs: SourceQuestion[][] = []
  for (const question of questions) {
    const run = runs.at(-1)
    if (run && together(run[0] as SourceQuestion) === together(question)) run.push(question)
    else runs.push([question])
  }
  return runs.map((run) => {
    const [first] = run as [SourceQuestion]
    return first.group === null
      ? { goTo: goTo(run), questions: run.map(asked), rows: null }
      : { goTo: null, questions: [], rows: rowsOf(first.group, run) }
  })
}

const together = ({ askIf, group }: SourceQuestion) => JSON.stringify([askIf, group])

function goTo(run: readonly SourceQuestion[]): Worded | null {
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

function asked(question: SourceQuestion): PaperQuestion {
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

function kindOf({ type, list, privacy }: SourceQuestion): PaperQuestion['kind'] {
  if (privacy === 'direct_identifier') return 'note'
  if (list === 'iso3166_1_alpha2') return 'places'
  return ({ single: 'one', multiple: 'several', date_precision: 'year', text: 'line' } as const)[type]
}

const rowsOf = (group: Group, questions: readonly SourceQuestion[]): PaperRows => ({
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
