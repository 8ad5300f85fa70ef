/**
 * The questionnaire as a form of the ODK family: parts, rows that repeat, lists, and what a person sees and when. The XForm
 * and the workbook (XLSForm) are two writings of it. It asks for no time, place or device.
 */

import { GROUP_ROWS } from '../answers/columns.ts'
import { RULES } from '../answers/rules.ts'
import { type KnownQuestion, QUESTIONNAIRE_VERSION, SECTIONS } from '../questionnaire/index.ts'
import { type Code, type Group, RESERVED } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'
import { FIRST_YEAR, LAST_YEAR } from '../variables/places.ts'
import { type Expression, relevantWhere, severalConstraint } from './expressions.ts'
import { FORM_ID, partName, STEPS, STEPS_STATE, yearState } from './form-names.ts'
import { SENT, shownCodes, statesOf } from './offered.ts'
import { GROUP_HINTS, GROUP_WORDS, INDEPENDENCE, STEPS_ASK, STEPS_NONE, STEPS_REACHED, TITLE } from './words.ts'

export interface FormQuestion {
  readonly kind: 'question'
  readonly name: string
  readonly control: 'one' | 'several' | 'year' | 'text' | 'note'
  readonly words: Text
  readonly hint: Text | null
  readonly list: string | null
  readonly required: boolean
  readonly relevant: Expression | null
  readonly constraint: { readonly expression: Expression; readonly words: Text } | null
}

export interface FormGroup {
  readonly kind: 'group'
  readonly name: string
  readonly words: Text
  readonly repeat: boolean
  readonly relevant: Expression | null
  readonly items: readonly FormItem[]
}

export type FormItem = FormQuestion | FormGroup

export interface Form {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly lists: ReadonlyMap<string, readonly Code[]>
  readonly parts: readonly FormGroup[]
}

/** A list of more than this many codes is shown closed. */
export const LONG_LIST = 30

const YEAR_MISSING: Text = { en: 'If the year cannot be given', ja: '年を記入できないとき' }
const UP_TO = (most: number): Text => ({ en: `Up to ${most}.`, ja: `${most}つまで。` })
const YEAR_HINT: Text = { en: 'Year (four digits)', ja: '西暦（4桁）' }
const LENGTH_HINT = (most: number): Text => ({ en: `Up to ${most} characters`, ja: `${most}文字まで` })
const ROWS = (most: number): Text => ({ en: `At most ${most} rows.`, ja: `${most}行まで。` })

export function questionnaireForm(): Form {
  const lists = new Map<string, readonly Code[]>()
  const parts = SECTIONS.filter(({ questions }) => questions.some(isSent)).map(({ id, questions, ...words }, at): FormGroup => {
    const sent = (questions as readonly KnownQuestion[]).filter(isSent)
    return group(partName(id), words, [...(at === 0 ? [note('independence', INDEPENDENCE)] : []), ...itemsOf(sent, lists)])
  })
  return { id: FORM_ID, version: QUESTIONNAIRE_VERSION, title: TITLE, lists, parts }
}

const isSent = ({ id }: { readonly id: string }) => SENT.some((question) => question.id === id)

const group = (name: string, words: Text, items: readonly FormItem[], repeat = false, relevant: Expression | null = null): FormGroup => ({
  kind: 'group',
  name,
  words: { en: words.en, ja: words.ja },
  repeat,
  relevant,
  items,
})

const PLAIN = { kind: 'question', hint: null, list: null, required: false, relevant: null, constraint: null } as const
const note = (name: string, words: Text): FormQuestion => ({ ...PLAIN, name, control: 'note', words })

type Lists = Map<string, readonly Code[]>

/** Questions of a group stand together in the questionnaire; where the first is met, the whole group goes. */
function itemsOf(questions: readonly KnownQuestion[], lists: Lists): readonly FormItem[] {
  return questions.flatMap((question, at): readonly FormItem[] => {
    if (question.group === null) return asForm(question, lists)
    if (questions[at - 1]?.group === question.group) return []
    const rows = questions.filter((other) => other.group === question.group)
    return rowsOf(question.group, rows, lists)
  })
}

function rowsOf(name: Group, questions: readonly KnownQuestion[], lists: Lists): readonly FormItem[] {
  const most = GROUP_ROWS[name]
  const [first, ...others] = questions.flatMap((question) => asForm(question, lists))
  const rows = [{ ...(first as FormQuestion), constraint: { expression: () => `position(..) <= ${most}`, words: ROWS(most) } }, ...others]
  if (name === 'route_legs') return [note(`${name}_hint`, GROUP_HINTS[name]), group(name, GROUP_WORDS[name], rows, true)]
  lists.set(STEPS_STATE, [
    { code: STEPS.reached, ...STEPS_REACHED },
    { code: STEPS.none, ...STEPS_NONE },
    ...RESERVED.filter(({ code }) => code === STEPS.notAsked),
  ])
  const reached: FormQuestion = {
    ...PLAIN,
    name: STEPS_STATE,
    control: 'one',
    words: STEPS_ASK,
    hint: GROUP_HINTS[name],
    list: STEPS_STATE,
    required: true,
  }
  return [reached, group(name, GROUP_WORDS[name], rows, true, (node) => `${node(STEPS_STATE)} = '${STEPS.reached}'`)]
}

function asForm(question: KnownQuestion, lists: Lists): readonly FormQuestion[] {
  const { id, type, max, required, askIf } = question
  const relevant = askIf ? relevantWhere(askIf) : null
  const base = { ...PLAIN, name: id, words: { en: question.en, ja: question.ja }, required, relevant }
  switch (type) {
    case 'single':
      return [{ ...base, control: 'one', list: listOf(question, lists), constraint: id === 'consent_basis' ? BASIS : null }]
    case 'multiple': {
      const expression = severalConstraint(question)
      const constraint = expression ? { expression, words: max === null ? RULES.R10 : both(RULES.R10, UP_TO(max)) } : null
      return [{ ...base, control: 'several', list: listOf(question, lists), constraint, hint: max === null ? null : UP_TO(max) }]
    }
    case 'date_precision':
      return withoutYear({ ...base, control: 'year', required: false, hint: YEAR_HINT, constraint: YEARS }, required, lists)
    case 'text':
      return [
        {
          ...base,
          control: 'text',
          hint: LENGTH_HINT(max ?? 1),
          constraint: { expression: () => `string-length(.) <= ${max}`, words: RULES.too_long },
        },
      ]
  }
}

const BASIS = { expression: () => ". != 'no_basis'", words: RULES.R01 }
const YEARS = { expression: () => `. >= ${FIRST_YEAR} and . <= ${LAST_YEAR}`, words: RULES.invalid_date }

const both = (one: Text, other: Text): Text => ({ en: `${one.en} ${other.en}`, ja: `${one.ja}${other.ja}` })

/** A year is a number, so the states stand in a question of their own that shows while there is none. */
function withoutYear(year: FormQuestion, required: boolean, lists: Lists): readonly FormQuestion[] {
  lists.set('states', RESERVED)
  const empty: Expression = (node) => `${node(year.name)} = ''`
  const relevant: Expression = (node) => (year.relevant ? `(${empty(node)}) and (${year.relevant(node)})` : empty(node))
  return [year, { ...PLAIN, name: yearState(year.name), control: 'one', words: YEAR_MISSING, list: 'states', required, relevant }]
}

/** The list of the question, shared with any other that has the very same codes and words. */
function listOf(question: KnownQuestion, lists: Lists): string {
  const codes = [...shownCodes(question), ...statesOf(question)].map(({ code, en, ja }) => ({ code, en, ja }))
  const text = JSON.stringify(codes)
  for (const [name, held] of lists) if (JSON.stringify(held) === text) return name
  lists.set(question.id, codes)
  return question.id
}
