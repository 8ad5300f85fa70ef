/**
 * A partner's decisions about files of one kind: which column is which question, which words mean which codes, and what
 * holds for every case. Kept by the partner, used again for the next file.
 */
import { answerCodes } from '../answers/answer-codes.ts'
import { foldHeading } from '../identifiers/identifier-kinds.ts'
import type { Issue } from '../problem.ts'
import { type QuestionId, questionById } from '../questionnaire/index.ts'
import { RESERVED } from '../questionnaire/question.ts'
import type { DecidedWords } from './cell.ts'
import { refuseFile } from './file-reader.ts'
import { LEAVE_OUT, MAPPING_SCHEMA, type MappedColumn, type Mapping, NO_MAPPING } from './mapping-shape.ts'
import { foldWord } from './suggest.ts'

export { LEAVE_OUT, MAPPING_SCHEMA, type MappedColumn, type Mapping, NO_MAPPING }

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

const isCode = (id: QuestionId, code: string): boolean =>
  answerCodes(id).indexOf.has(code) || (questionById(id)?.reserved === true && RESERVED.some((entry) => entry.code === code))

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
  const { heading, to, yes, values } = isObject(column) ? column : {}
  if (typeof heading !== 'string' || typeof to !== 'string' || typeof yes !== 'boolean') return [{ pointer, rule: 'invalid_type' }]
  let target: ColumnTarget | null
  try {
    target = targetOf(to)
  } catch {
    return [{ pointer: `${pointer}/to`, rule: 'invalid_code' }]
  }
  const id = target?.question
  const fits = Object.values(isObject(values) ? values : {}).every(
    (codes) => typeof codes === 'string' && (id === undefined || codesOf(codes).every((code) => isCode(id, code))),
  )
  return fits ? [] : [{ pointer: `${pointer}/values`, rule: 'invalid_code' }]
}

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
      (question.type !== 'date_precision' && !codesOf(answer).every((code) => isCode(question.id, code)))
    )
      wrong(`/whole/${question.id}`, 'invalid_code')
  }
  const columns = Array.isArray(value.columns) ? (value.columns as readonly unknown[]) : []
  for (const [at, column] of columns.entries()) issues.push(...columnIssues(column, `/mapping/columns/${at}`))
  if (issues.length > 0) throw refuseFile(issues)
  return { schema: MAPPING_SCHEMA, whole: whole as Mapping['whole'], columns: columns as readonly MappedColumn[] }
}

/** The decision about one heading; undefined where there is none, or no yes to it. */
export const decisionFor = (mapping: Mapping, heading: string): MappedColumn | undefined =>
  mapping.columns.find((column) => column.yes && foldHeading(column.heading) === foldHeading(heading))

/** Words whose meaning the partner has confirmed, by question. */
export function decidedWords(mapping: Mapping): DecidedWords {
  const found = new Map<QuestionId, Map<string, readonly string[]>>()
  for (const { to, yes, values = {} } of mapping.columns) {
    const target = yes ? targetOf(to) : null
    if (!target) continue
    const words = found.get(target.question) ?? new Map<string, readonly string[]>()
    for (const [word, codes] of Object.entries(values)) words.set(foldWord(word), codesOf(codes))
    found.set(target.question, words)
  }
  return found
}

/** Answers for every case, as a submission takes them. */
export function wholeAnswers(mapping: Mapping): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(mapping.whole).map(([id, answer]) => {
      const type = questionById(id)?.type
      if (type === 'date_precision') return [id, { value: answer, precision: 'year' }]
      const codes = codesOf(answer)
      return [id, type === 'multiple' && !RESERVED.some((entry) => entry.code === codes[0]) ? codes : codes[0]]
    }),
  )
}
