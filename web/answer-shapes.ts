/** Answers of the server, read by hand: the form must stay small, and its few shapes do not need a library. */

/** @throws TypeError for anything else, without saying what it was */
type Read<T> = (value: unknown) => T

export interface Edition {
  readonly id: string
  readonly state: 'open' | 'closed' | 'published'
  readonly fictional: boolean
  readonly questionnaire: string
}

export interface Receipt {
  readonly id: string
  readonly receipt: string
  readonly stripped: readonly { readonly path: string; readonly kind: string }[]
  readonly generalised: readonly { readonly path: string; readonly to: string }[]
  readonly flags: readonly string[]
}

export interface Issue {
  readonly pointer: string
  readonly rule: string
}

export interface Problem {
  readonly type: string
  readonly detail: string | null
  readonly errors: readonly Issue[]
}

const STATES: readonly unknown[] = ['open', 'closed', 'published'] satisfies readonly Edition['state'][]

const fields: Read<Readonly<Record<string, unknown>>> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object')
  return value as Readonly<Record<string, unknown>>
}

const text: Read<string> = (value) => {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return value
}

const listOf =
  <T>(entry: Read<T>): Read<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw new TypeError('not a list')
    return value.map(entry)
  }

const edition: Read<Edition> = (value) => {
  const { id, state, fictional, questionnaire } = fields(value)
  if (!STATES.includes(state)) throw new TypeError('not a state of an edition')
  // What does not say that it is real is shown as fictional.
  return { id: text(id), state: state as Edition['state'], fictional: fictional !== false, questionnaire: text(questionnaire) }
}

export const editionsOf: Read<readonly Edition[]> = (body) => listOf(edition)(fields(body).editions)

export const tableIdsOf: Read<readonly string[]> = (body) => listOf(text)(fields(body).tables)

export const receiptOf: Read<Receipt> = (body) => {
  const { id, receipt, stripped, generalised, flags } = fields(body)
  return {
    id: text(id),
    receipt: text(receipt),
    stripped: listOf((entry) => ({ path: text(fields(entry).path), kind: text(fields(entry).kind) }))(stripped),
    generalised: listOf((entry) => ({ path: text(fields(entry).path), to: text(fields(entry).to) }))(generalised),
    flags: listOf(text)(flags),
  }
}

export const problemOf: Read<Problem> = (body) => {
  const { type, detail, errors } = fields(body)
  return {
    type: text(type),
    detail: typeof detail === 'string' ? detail : null,
    errors:
      errors === undefined ? [] : listOf((entry) => ({ pointer: text(fields(entry).pointer), rule: text(fields(entry).rule) }))(errors),
  }
}

/** A part of the book, whose shape page and server share; only that it is this part is looked at. @throws TypeError */
export const bookPart =
  <Part>(named: string): Read<Part> =>
  (body) => {
    if (typeof fields(body)[named] !== 'object' || fields(body)[named] === null) throw new TypeError('not this part of the book')
    return body as Part
  }

/** Names of files, as texts or as objects that name them. */
export const fileNamesOf: Read<readonly string[]> = (body) =>
  listOf((entry) => (typeof entry === 'string' ? entry : text(fields(entry).name)))(fields(body).files)
