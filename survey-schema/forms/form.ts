/**
 * The questionnaire as a form of the ODK family: parts, rows that repeat, lists, and what a person sees and when. The XForm
 * and the workbook (XLSForm) are two writings of it. It asks for no time, place or device.
 */

import { GROUP_ROWS } from '../answers/columns.ts'
import { RULES } from '../answers/rules.ts'
import type { TextPlace } from '../languages/text-at.ts'
import { type KnownQuestion, QUESTIONNAIRE_VERSION, SECTIONS } from '../questionnaire/index.ts'
import { type Group, RESERVED } from '../questionnaire/question.ts'
import type { Text } from '../text.ts'
import { FIRST_YEAR, LAST_YEAR } from '../variables/places.ts'
import { type Expression, relevantWhere, severalConstraint } from './expressions.ts'
import { FORM_ID, partName, STEPS, STEPS_STATE, yearState } from './form-names.ts'
import { SENT, shownCodes, statesOf } from './offered.ts'
import { FORM_WORDS, type FormRule, type FormWord, GROUP_WORDS, TITLE } from './words.ts'

/** A text of the form, and where a further language has it. Two places are two sentences, one behind the other. */
export interface FormText extends Text {
  readonly places: readonly TextPlace[]
}

export interface FormCode extends FormText {
  readonly code: string
}

export interface FormQuestion {
  readonly kind: 'question'
  readonly name: string
  readonly control: 'one' | 'several' | 'year' | 'text' | 'note'
  readonly words: FormText
  readonly hint: FormText | null
  readonly list: string | null
  readonly required: boolean
  readonly relevant: Expression | null
  readonly constraint: { readonly expression: Expression; readonly words: FormText } | null
}

export interface FormGroup {
  readonly kind: 'group'
  readonly name: string
  readonly words: FormText
  readonly repeat: boolean
  readonly relevant: Expression | null
  readonly items: readonly FormItem[]
}

export type FormItem = FormQuestion | FormGroup

export interface Form {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly lists: ReadonlyMap<string, readonly FormCode[]>
  readonly parts: readonly FormGroup[]
}

/** A list of more than this many codes is shown closed. */
export const LONG_LIST = 30

const textOf = ({ en, ja }: Text, place: TextPlace): FormText => ({ en, ja, places: [place] })

/** @param most the number that the word names */
function word(id: FormWord, most?: number): FormText {
  const { en, ja } = FORM_WORDS[id]
  const filled = (text: string) => text.replace('{most}', () => String(most))
  return textOf({ en: filled(en), ja: filled(ja) }, most === undefined ? { of: 'word', id } : { of: 'word', id, most })
}

const rule = (id: FormRule): FormText => textOf(RULES[id], { of: 'rule', id })
const groupWords = (id: Group): FormText => textOf(GROUP_WORDS[id], { of: 'group', id })
const STATES: readonly FormCode[] = RESERVED.map((state) => ({ code: state.code, ...textOf(state, { of: 'state', id: state.code }) }))

export function questionnaireForm(): Form {
  const lists = new Map<string, readonly FormCode[]>()
  const parts = SECTIONS.filter(({ questions }) => questions.some(isSent)).map(({ id, questions, ...words }, at): FormGroup => {
    const sent = (questions as readonly KnownQuestion[]).filter(isSent)
    const title = textOf(words, { of: 'section', id })
    return group(partName(id), title, [...(at === 0 ? [note('independence', word('independence'))] : []), ...itemsOf(sent, lists)])
  })
  return { id: FORM_ID, version: QUESTIONNAIRE_VERSION, title: TITLE, lists, parts }
}

const isSent = ({ id }: { readonly id: string }) => SENT.some((question) => question.id === id)

const group = (
  name: string,
  words: FormText,
  items: readonly FormItem[],
  repeat = false,
  relevant: Expression | null = null,
): FormGroup => ({
  kind: 'group',
  name,
  words,
  repeat,
  relevant,
  items,
})

const PLAIN = { kind: 'question', hint: null, list: null, required: false, relevant: null, constraint: null } as const
const note = (name: string, words: FormText): FormQuestion => ({ ...PLAIN, name, control: 'note', words })

type Lists = Map<string, readonly FormCode[]>

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
  const rows = [
    { ...(first as FormQuestion), constraint: { expression: () => `position(..) <= ${most}`, words: word('rows', most) } },
    ...others,
  ]
  if (name === 'route_legs') return [note(`${name}_hint`, word('route_legs_hint')), group(name, groupWords(name), rows, true)]
  lists.set(STEPS_STATE, [
    { code: STEPS.reached, ...word('steps_reached') },
    { code: STEPS.none, ...word('steps_none') },
    ...STATES.filter(({ code }) => code === STEPS.notAsked),
  ])
  const reached: FormQuestion = {
    ...PLAIN,
    name: STEPS_STATE,
    control: 'one',
    words: word('steps_ask'),
    hint: word('contact_steps_hint'),
    list: STEPS_STATE,
    required: true,
  }
  return [reached, group(name, groupWords(name), rows, true, (node) => `${node(STEPS_STATE)} = '${STEPS.reached}'`)]
}

function asForm(question: KnownQuestion, lists: Lists): readonly FormQuestion[] {
  const { id, type, max, required, askIf } = question
  const relevant = askIf ? relevantWhere(askIf) : null
  const base = { ...PLAIN, name: id, words: textOf(question, { of: 'question', id }), required, relevant }
  switch (type) {
    case 'single':
      return [{ ...base, control: 'one', list: listOf(question, lists), constraint: id === 'consent_basis' ? BASIS : null }]
    case 'multiple': {
      const expression = severalConstraint(question)
      const constraint = expression ? { expression, words: max === null ? rule('R10') : both(rule('R10'), word('up_to', max)) } : null
      return [{ ...base, control: 'several', list: listOf(question, lists), constraint, hint: max === null ? null : word('up_to', max) }]
    }
    case 'date_precision':
      return withoutYear({ ...base, control: 'year', required: false, hint: word('year_hint'), constraint: YEARS }, required, lists)
    case 'text':
      return [
        {
          ...base,
          control: 'text',
          hint: word('length_hint', max ?? 1),
          constraint: { expression: () => `string-length(.) <= ${max}`, words: rule('too_long') },
        },
      ]
  }
}

const BASIS = { expression: () => ". != 'no_basis'", words: rule('R01') }
const YEARS = { expression: () => `. >= ${FIRST_YEAR} and . <= ${LAST_YEAR}`, words: rule('invalid_date') }

const both = (one: FormText, other: FormText): FormText => ({
  en: `${one.en} ${other.en}`,
  ja: `${one.ja}${other.ja}`,
  places: [...one.places, ...other.places],
})

/** A year is a number, so the states stand in a question of their own that shows while there is none. */
function withoutYear(year: FormQuestion, required: boolean, lists: Lists): readonly FormQuestion[] {
  lists.set('states', STATES)
  const empty: Expression = (node) => `${node(year.name)} = ''`
  const relevant: Expression = (node) => (year.relevant ? `(${empty(node)}) and (${year.relevant(node)})` : empty(node))
  return [year, { ...PLAIN, name: yearState(year.name), control: 'one', words: word('year_missing'), list: 'states', required, relevant }]
}

/** The list of the question, shared with any other that has the very same codes and words. */
function listOf(question: KnownQuestion, lists: Lists): string {
  const codes = [
    ...shownCodes(question).map((code) => ({ code: code.code, ...textOf(code, { of: 'answer', id: question.id, code: code.code }) })),
    ...(statesOf(question).length > 0 ? STATES : []),
  ]
  const text = wordsOf(codes)
  for (const [name, held] of lists) if (wordsOf(held) === text) return name
  lists.set(question.id, codes)
  return question.id
}

const wordsOf = (codes: readonly FormCode[]) => JSON.stringify(codes.map(({ code, en, ja }) => [code, en, ja]))
