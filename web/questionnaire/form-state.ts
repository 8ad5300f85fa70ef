/**
 * The form while it is being filled in. It lives in the memory of this page: leaving the page forgets it, unless a draft is kept (`web/drafts`).
 * Answers stand here as they were given, also those whose question is no longer asked; `submission.ts` leaves these out.
 */
import type { Group } from '../../survey-schema/questionnaire/question.ts'

/** A code, a year or a word as typed; or the codes ticked. */
export type FormAnswer = string | readonly string[]
export type FormAnswers = Readonly<Record<string, FormAnswer>>

export interface FormRow {
  /** Keeps a row itself while others move around it. */
  readonly key: number
  readonly answers: FormAnswers
}

/** Whether organisations were reached at all; the steps themselves are rows. */
export type Contacts = 'reached' | 'none' | 'not_asked'

export interface FilledForm {
  readonly answers: FormAnswers
  readonly route_legs: readonly FormRow[]
  readonly contact_steps: readonly FormRow[]
  readonly contacts: Contacts | null
  readonly confirmed: readonly string[]
  /** Questions of which a finer date was typed: the answer holds its year. */
  readonly cut: readonly string[]
  readonly nextKey: number
}

export const GROUP_ROWS = { route_legs: { min: 1, max: 8 }, contact_steps: { min: 0, max: 6 } } as const satisfies Record<
  Group,
  { min: number; max: number }
>

export const EMPTY_FORM: FilledForm = {
  answers: {},
  route_legs: [{ key: 0, answers: {} }],
  contact_steps: [],
  contacts: null,
  confirmed: [],
  cut: [],
  nextKey: 1,
}

export type FormStep =
  | { readonly type: 'answer'; readonly id: string; readonly answer: FormAnswer | null; readonly cut?: boolean }
  | { readonly type: 'answer-row'; readonly group: Group; readonly key: number; readonly id: string; readonly answer: FormAnswer | null }
  | { readonly type: 'add-row'; readonly group: Group }
  | { readonly type: 'remove-row'; readonly group: Group; readonly key: number }
  | { readonly type: 'move-row'; readonly group: Group; readonly key: number; readonly by: -1 | 1 }
  | { readonly type: 'contacts'; readonly contacts: Contacts }
  | { readonly type: 'fill'; readonly ids: readonly string[]; readonly answer: FormAnswer }
  | { readonly type: 'confirm'; readonly check: string; readonly on: boolean }
  | { readonly type: 'open'; readonly form: FilledForm }
  | { readonly type: 'clear' }

export function changed(form: FilledForm, step: FormStep): FilledForm {
  switch (step.type) {
    case 'answer':
      return { ...form, answers: withAnswer(form.answers, step.id, step.answer), cut: marked(form.cut, step.id, step.cut === true) }
    case 'answer-row':
      return {
        ...form,
        [step.group]: form[step.group].map((row) =>
          row.key === step.key ? { ...row, answers: withAnswer(row.answers, step.id, step.answer) } : row,
        ),
      }
    case 'add-row':
      if (form[step.group].length >= GROUP_ROWS[step.group].max) return form
      return {
        ...form,
        [step.group]: [...form[step.group], { key: form.nextKey, answers: startOfRow(form, step.group) }],
        nextKey: form.nextKey + 1,
      }
    case 'remove-row':
      if (form[step.group].length <= GROUP_ROWS[step.group].min) return form
      return { ...form, [step.group]: form[step.group].filter((row) => row.key !== step.key) }
    case 'move-row':
      return { ...form, [step.group]: moved(form[step.group], step.key, step.by) }
    case 'contacts': {
      const first = step.contacts === 'reached' && form.contact_steps.length === 0
      const next = { ...form, contacts: step.contacts }
      return first ? changed(next, { type: 'add-row', group: 'contact_steps' }) : next
    }
    case 'fill':
      return { ...form, answers: { ...form.answers, ...Object.fromEntries(step.ids.map((id) => [id, step.answer])) } }
    case 'confirm':
      return { ...form, confirmed: marked(form.confirmed, step.check, step.on) }
    case 'open':
      return step.form
    case 'clear':
      return EMPTY_FORM
  }
}

function withAnswer(answers: FormAnswers, id: string, answer: FormAnswer | null): FormAnswers {
  const { [id]: _previous, ...others } = answers
  return answer === null || answer.length === 0 ? others : { ...others, [id]: answer }
}

/** The list with the entry, once, or without it. */
function marked(list: readonly string[], entry: string, on: boolean): readonly string[] {
  const others = list.filter((other) => other !== entry)
  return on ? [...others, entry] : others
}

/** A journey goes on where its last part ended. */
function startOfRow(form: FilledForm, group: Group): FormAnswers {
  const arrived = group === 'route_legs' ? form.route_legs.at(-1)?.answers.leg_to_country : undefined
  return typeof arrived === 'string' && arrived.length === 2 ? { leg_from_country: arrived } : {}
}

function moved(rows: readonly FormRow[], key: number, by: -1 | 1): readonly FormRow[] {
  const from = rows.findIndex((row) => row.key === key)
  const row = rows[from]
  const other = rows[from + by]
  if (!row || !other) return rows
  return rows.map((entry) => (entry === row ? other : entry === other ? row : entry))
}
