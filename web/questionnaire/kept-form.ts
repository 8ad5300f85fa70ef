/** A form as a draft keeps it: its answers, where one was, and what was being sent. */
import type { FormPosition } from './form-checks.ts'
import type { FilledForm, FormAnswers, FormRow } from './form-state.ts'
import { REVIEW } from './places-in-form.ts'
import type { Attempt } from './sending.ts'

export interface KeptForm {
  readonly form: FilledForm
  readonly coreOnly: boolean
  readonly position: FormPosition
  /** Null before the first sending. */
  readonly attempt: Attempt | null
}

export const keptText = ({ form, coreOnly, position, attempt }: KeptForm): string =>
  JSON.stringify({ form, coreOnly, current: position.current, seen: [...position.seen], attempt })

type KeptFields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is KeptFields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((entry) => typeof entry === 'string')
const isAnswers = (value: unknown): value is FormAnswers =>
  isFields(value) && Object.values(value).every((answer) => typeof answer === 'string' || isTexts(answer))
const isRows = (value: unknown): value is readonly FormRow[] =>
  Array.isArray(value) && value.every((row) => isFields(row) && Number.isInteger(row.key) && isAnswers(row.answers))
const isPart = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= REVIEW

/** Drafts of before do not say which dates were cut. */
const withCut = (form: unknown): unknown => (isFields(form) ? { cut: [], ...form } : form)

const isForm = (value: unknown): value is FilledForm =>
  isFields(value) &&
  isAnswers(value.answers) &&
  isRows(value.route_legs) &&
  isRows(value.contact_steps) &&
  [null, 'reached', 'none', 'not_asked'].includes(value.contacts as null) &&
  isTexts(value.confirmed) &&
  isTexts(value.cut) &&
  Number.isInteger(value.nextKey)

const isAttempt = (value: unknown): value is Attempt =>
  isFields(value) &&
  typeof value.form === 'string' &&
  typeof value.idempotencyKey === 'string' &&
  (value.body === null || typeof value.body === 'string')

/** Null for anything else: a draft of an earlier form, or of none. Codes are judged by the questionnaire, as everything on the page is. */
export function keptForm(text: string): KeptForm | null {
  try {
    const { form: kept, coreOnly, current, seen, attempt }: KeptFields = JSON.parse(text)
    const form = withCut(kept)
    if (!isForm(form) || !isPart(current) || !Array.isArray(seen) || !seen.every(isPart)) return null
    if (attempt !== null && !isAttempt(attempt)) return null
    return { form, coreOnly: coreOnly === true, position: { current, seen: new Set(seen) }, attempt }
  } catch {
    return null
  }
}
