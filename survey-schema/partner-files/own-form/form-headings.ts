/**
 * Headings of our own form in the exports of tools of the ODK family: `part_admin/gender`, `part_admin-gender`, `part_admin.gender` or
 * `gender`; `question/code` for one answer of several; or, where the words of one language were exported, the words of the question.
 */
import { type FormItem, type FormQuestion, questionnaireForm } from '../../forms/form.ts'
import { STEPS_STATE } from '../../forms/form-names.ts'
import { kindOfHeading } from '../../identifiers/identifier-kinds.ts'
import { tidyCell } from '../file-reader.ts'
import { isFormMark, isFormMetadata } from './form-metadata.ts'

export type FormColumn =
  /** `name` as in the form: of a question, of the state beside a year, or of the steps. */
  | { readonly is: 'answer'; readonly name: string }
  | { readonly is: 'tick'; readonly name: string; readonly code: string }
  | { readonly is: 'dropped'; readonly kind: string }
  /** A note of the form: there is nothing to answer. */
  | { readonly is: 'note' }
  | { readonly is: 'unknown' }

/** Between groups, question and code. No name of ours holds one of them. */
const SEPARATORS = /[/.:-]/
/** Fewer known columns than these are no export of ours. */
const FEWEST = 5

interface FormNames {
  readonly questions: ReadonlyMap<string, FormQuestion>
  readonly groups: ReadonlySet<string>
  /** Names by the words of the question, in either language. */
  readonly byWords: ReadonlyMap<string, readonly FormWords[]>
  codes(name: string): readonly { readonly code: string; readonly en: string; readonly ja: string }[]
}

interface FormWords {
  readonly name: string
  /** Words of the part of the form in which the question stands, in either language. */
  readonly part: readonly string[]
}

let known: FormNames | undefined

/** Everything that the form names, made at the first use. */
export function formNames(): FormNames {
  known ??= namesOf(questionnaireForm())
  return known
}

const folded = (words: string) => tidyCell(words).toLowerCase().replace(/\s+/g, ' ')

function namesOf({ parts, lists }: ReturnType<typeof questionnaireForm>): FormNames {
  const questions = new Map<string, FormQuestion>()
  const groups = new Set<string>(['data'])
  const byWords = new Map<string, readonly FormWords[]>()
  const visit = (item: FormItem, part: readonly string[]): void => {
    if (item.kind === 'group') {
      groups.add(item.name)
      for (const inner of item.items) visit(inner, part)
      return
    }
    questions.set(item.name, item)
    for (const word of new Set([item.words.en, item.words.ja].map(folded)))
      byWords.set(word, [...(byWords.get(word) ?? []), { name: item.name, part }])
  }
  for (const part of parts) visit(part, [part.words.en, part.words.ja].map(folded))
  return { questions, groups, byWords, codes: (name) => lists.get(questions.get(name)?.list ?? '') ?? [] }
}

/** What a column of an export holds, by its heading alone. */
export function formColumn(heading: string): FormColumn {
  const text = tidyCell(heading)
  const segments = text.split(SEPARATORS)
  return named(segments) ?? worded(text) ?? (isFormMetadata(segments) ? { is: 'dropped', kind: 'metadata' } : identified(segments))
}

/** What a heading is called in a mapping: `id`, `id=code`, or null where it is no answer. */
export function formColumnName(heading: string): string | null {
  const column = formColumn(heading)
  return column.is === 'answer' ? column.name : column.is === 'tick' ? `${column.name}=${column.code}` : null
}

function named(segments: readonly string[]): FormColumn | null {
  const { questions, groups } = formNames()
  const path = segments.filter((segment) => segment !== '')
  const inside = path.findIndex((segment) => !groups.has(segment))
  const [name, code, ...more] = inside < 0 ? [] : path.slice(inside)
  const question = name === undefined ? undefined : questions.get(name)
  if (!question || more.length > 0) return null
  if (question.control === 'note') return { is: 'note' }
  return code === undefined ? { is: 'answer', name: question.name } : tick(question, code)
}

function tick(question: FormQuestion, code: string): FormColumn | null {
  const found = question.control === 'several' ? codeOf(question.name, code) : null
  return found === null ? null : { is: 'tick', name: question.name, code: found }
}

/** The words of a question before those of one answer, alone, or behind those of its groups. An answer may have the words of a question. */
function worded(text: string): FormColumn | null {
  const { questions } = formNames()
  const places = [-1, ...[...text.matchAll(/\//g)].map(({ index }) => index)]
  for (const at of places)
    for (const end of places.filter((place) => place > at)) {
      const question = questions.get(nameOfWords(text.slice(at + 1, end), text.slice(0, Math.max(0, at))) ?? '')
      const found = question && tick(question, text.slice(end + 1))
      if (found) return found
    }
  for (const at of places) {
    const name = nameOfWords(text.slice(at + 1), text.slice(0, Math.max(0, at)))
    if (name !== undefined) return questions.get(name)?.control === 'note' ? { is: 'note' } : { is: 'answer', name }
  }
  return null
}

/** The only question that has the words, or the only one of the part that stands before them. */
function nameOfWords(words: string, before: string): string | undefined {
  const found = formNames().byWords.get(folded(words)) ?? []
  const inPart = found.length > 1 ? found.filter(({ part }) => part.some((word) => folded(before).split('/').includes(word))) : found
  return inPart.length === 1 ? inPart[0]?.name : undefined
}

function identified(segments: readonly string[]): FormColumn {
  const kind = kindOfHeading(segments.at(-1) ?? '') ?? kindOfHeading(segments.join(' '))
  return kind ? { is: 'dropped', kind } : { is: 'unknown' }
}

/** The code of an answer given as its code, or as words that only one answer of the question has; null for anything else. */
export function codeOf(name: string, given: string): string | null {
  if (
    formNames()
      .codes(name)
      .some(({ code }) => code === given)
  )
    return given
  return codesByWords(name).get(folded(given)) ?? null
}

const looked = new Map<string, ReadonlyMap<string, string | null>>()

/** Codes of a question by their words; null for words that several have, or that are the code of another. */
function codesByWords(name: string): ReadonlyMap<string, string | null> {
  const before = looked.get(name)
  if (before) return before
  const codes = formNames().codes(name)
  const found = new Map<string, string | null>()
  for (const { code, en, ja } of codes) for (const word of new Set([folded(en), folded(ja)])) found.set(word, found.has(word) ? null : code)
  for (const { code } of codes) if (found.has(code) && found.get(code) !== code) found.set(code, null)
  looked.set(name, found)
  return found
}

/** Whether a row of cells is the heading of an export of the form: our questions, and what only such an export has. */
export function isFormHeading(cells: readonly string[]): boolean {
  if (cells.length < FEWEST) return false
  const columns = cells.map(formColumn)
  const answers = columns.flatMap((column) => (column.is === 'answer' ? [column.name] : []))
  const exported = cells.some((cell, at) => columns[at]?.is === 'note' || isGrouped(cell) || isFormMark(tidyCell(cell).split(SEPARATORS)))
  const main = answers.includes('partner_case_key') || answers.includes('consent_basis')
  return main && answers.length >= FEWEST && (exported || answers.some((name) => name === STEPS_STATE || name.endsWith('_state')))
}

const isGrouped = (heading: string): boolean => {
  const [first, ...more] = tidyCell(heading).split(SEPARATORS)
  return more.length > 0 && formNames().groups.has(first as string)
}
