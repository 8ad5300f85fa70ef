/**
 * A partner's decisions about files of one kind: which column is which question, which words mean which codes, and what
 * holds for every case. Kept by the partner, used again for the next file.
 */
import { answerCodes } from '../../answers/answer-codes.ts'
import { cutToYear } from '../../answers/dates.ts'
import { foldHeading } from '../../identifiers/identifier-kinds.ts'
import type { Issue } from '../../problem.ts'
import { type QuestionId, questionById } from '../../questionnaire/index.ts'
import { RESERVED } from '../../questionnaire/question.ts'
import { refuseFile } from '../file-reader.ts'
import { NO_DEBT } from '../table/bands.ts'
import type { DecidedWords } from '../table/cell.ts'
import { LEAVE_OUT, MAPPING_SCHEMA, type MappedColumn, type Mapping, NO_MAPPING, WAITS } from './mapping-shape.ts'
import { foldWord } from './suggest.ts'

export { LEAVE_OUT, MAPPING_SCHEMA, type MappedColumn, type Mapping, NO_MAPPING, WAITS }

export interface ColumnTarget {
  readonly question: QuestionId
  /** The one answer that a mark in this column ticks. */
  readonly code?: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const codesOf = (text: string): readonly string[] =>
  text
    .split(';')
    .map((code) => code.trim())
    .filter((code) => code !== '')

/** What a word in a column of years may be given. */
const A_YEAR = /^(?:19|20)\d{2}$/

const isState = (code: string) => RESERVED.some((entry) => entry.code === code)

const isCode = (id: QuestionId, code: string): boolean =>
  (id === 'debt_band' && code === NO_DEBT) ||
  (questionById(id)?.type === 'date_precision' && A_YEAR.test(code)) ||
  answerCodes(id).indexOf.has(code) ||
  (questionById(id)?.reserved === true && isState(code))

/** The question that is asked and may come in. */
function askedQuestion(id: string) {
  const question = questionById(id)
  return question && question.privacy !== 'direct_identifier' ? question : undefined
}

/** Reads `to`; null for `leave out`. @throws RangeError when there is no such question or code */
export function targetOf(to: string): ColumnTarget | null {
  if (to === LEAVE_OUT) return null
  const [id = '', code] = to.split('=')
  const question = askedQuestion(id)
  if (!question || (code !== undefined && (question.type !== 'multiple' || !isCode(question.id, code))))
    throw new RangeError('no such question')
  return code === undefined ? { question: question.id } : { question: question.id, code }
}

function columnIssues(column: unknown, pointer: string): readonly Issue[] {
  const { heading, to, yes, values, rest, keys } = isObject(column) ? column : {}
  if (typeof heading !== 'string' || typeof to !== 'string' || typeof yes !== 'boolean') return [{ pointer, rule: 'invalid_type' }]
  let target: ColumnTarget | null
  try {
    target = targetOf(to)
  } catch {
    return [{ pointer: `${pointer}/to`, rule: 'invalid_code' }]
  }
  const id = target?.question
  const fits = Object.values(isObject(values) ? values : {}).every(
    (codes) =>
      typeof codes === 'string' && (id === undefined || codes.startsWith(WAITS) || codesOf(codes).every((code) => isCode(id, code))),
  )
  return [
    ...(fits ? [] : [{ pointer: `${pointer}/values`, rule: 'invalid_code' }]),
    ...(isRest(rest) ? [] : [{ pointer: `${pointer}/rest`, rule: 'invalid_code' }]),
    ...(keys === undefined || keys === 'keep' || keys === 'number' ? [] : [{ pointer: `${pointer}/keys`, rule: 'invalid_code' }]),
  ]
}

const isRest = (rest: unknown) =>
  rest === undefined || rest === '' || (typeof rest === 'string' && (isState(rest) || rest.startsWith(WAITS)))

/** A mapping from a file. @throws ProblemError `invalid-file` with the place, never the content */
export function readMapping(value: unknown): Mapping {
  const issues: Issue[] = []
  const wrong = (pointer: string, rule: string) => void issues.push({ pointer: `/mapping${pointer}`, rule })
  if (!isObject(value) || value.schema !== MAPPING_SCHEMA) throw refuseFile([{ pointer: '/mapping/schema', rule: 'invalid_code' }])
  // An empty answer is one that was not decided yet.
  const whole = Object.fromEntries(Object.entries(isObject(value.whole) ? value.whole : {}).filter(([, answer]) => answer !== ''))
  for (const [id, answer] of Object.entries(whole)) {
    const question = askedQuestion(id)
    if (!question || question.group !== null) wrong('/whole', 'unknown_key')
    else if (
      typeof answer !== 'string' ||
      codesOf(answer).length === 0 ||
      (question.type === 'date_precision' && cutToYear(answer) === null && !isState(answer)) ||
      (question.type !== 'date_precision' && !codesOf(answer).every((code) => isCode(question.id, code)))
    )
      wrong(`/whole/${question.id}`, 'invalid_code')
  }
  const columns = Array.isArray(value.columns) ? (value.columns as readonly unknown[]) : []
  for (const [at, column] of columns.entries()) issues.push(...columnIssues(column, `/mapping/columns/${at}`))
  const { yes, rest } = value
  if (yes !== undefined && typeof yes !== 'boolean') wrong('/yes', 'invalid_type')
  if (!isRest(rest)) wrong('/rest', 'invalid_code')
  if (issues.length > 0) throw refuseFile(issues)
  return {
    schema: MAPPING_SCHEMA,
    whole: whole as Mapping['whole'],
    columns: columns as readonly MappedColumn[],
    ...(yes === true ? { yes } : {}),
    ...(typeof rest === 'string' && !rest.startsWith(WAITS) ? { rest } : {}),
  }
}

const hasYes = (mapping: Mapping, { yes }: MappedColumn) => yes || mapping.yes === true

/** The decision about one heading; undefined where there is none, or no yes to it. */
export const decisionFor = (mapping: Mapping, heading: string): MappedColumn | undefined =>
  mapping.columns.find((column) => hasYes(mapping, column) && foldHeading(column.heading) === foldHeading(heading))

/** Words whose meaning the partner has confirmed, by question, or by question and answer for a column that ticks it. */
export function decidedWords(mapping: Mapping): DecidedWords {
  const found = new Map<string, Map<string, readonly string[]>>()
  for (const column of mapping.columns) {
    const target = hasYes(mapping, column) ? targetOf(column.to) : null
    if (!target) continue
    const name = target.code === undefined ? target.question : column.to
    const words = found.get(name) ?? new Map<string, readonly string[]>()
    for (const [word, codes] of Object.entries(column.values ?? {})) if (!codes.startsWith(WAITS)) words.set(foldWord(word), codesOf(codes))
    found.set(name, words)
  }
  return found
}

/**
 * What a word means that is on no list, or waits: a state, or empty to leave the answer out. Null where nothing was said: its row is refused.
 */
export function restFor(mapping: Mapping, heading: string, id: QuestionId): string | null {
  const own = decisionFor(mapping, heading)?.rest
  const rest = own === undefined || own.startsWith(WAITS) ? mapping.rest : own
  if (rest === undefined || questionById(id)?.type === 'text') return null
  return questionById(id)?.reserved ? rest : ''
}

/** Answers for every case, as a submission takes them. */
export function wholeAnswers(mapping: Mapping): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(mapping.whole).map(([id, answer]) => {
      const type = questionById(id)?.type
      if (type === 'date_precision') return [id, isState(answer) ? answer : { value: String(cutToYear(answer)?.year), precision: 'year' }]
      const codes = codesOf(answer)
      return [id, type === 'multiple' && !isState(codes[0] as string) ? codes : codes[0]]
    }),
  )
}
