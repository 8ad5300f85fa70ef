/**
 * Reads one answer as sent into one answer as stored. Codes outside the list are refused, which keeps names out; dates are cut to
 * their year; the one text is searched for identifiers. What was sent never enters an error.
 */

import { kindOfKey, mayRun } from '../identifiers/case-keys.ts'
import { kindOfShape } from '../identifiers/identifier-shapes.ts'
import type { Issue } from '../problem.ts'
import type { KnownQuestion } from '../questionnaire/index.ts'
import { isUnanswered } from '../questionnaire/question.ts'
import type { Answer, MultipleAnswer, YearAnswer } from '../release/case-record.ts'
import { answerCodes } from './answer-codes.ts'
import { cutToYear } from './dates.ts'
import { LONGEST_VALUE } from './limits.ts'

/** Collects what reading an answer finds. */
export interface AnswerFindings {
  readonly issues: Issue[]
  readonly generalised: { readonly path: string; readonly to: string }[]
  /** Place of the version that the submission names; the newest where it names none. */
  readonly version?: number
  /** Takes the case references of an import that are running numbers. */
  readonly runningKeys?: { takes(key: string): boolean }
}

/** Precisions that a finer date may announce. */
const PRECISIONS: readonly unknown[] = ['year', 'month', 'day', undefined]

/** The answer, or undefined with an issue in `findings`. */
export function readAnswer(question: KnownQuestion, sent: unknown, pointer: string, findings: AnswerFindings): Answer | undefined {
  if (isTooLong(sent)) return refuse(findings, pointer, 'too_long')
  switch (question.type) {
    case 'single':
      return readSingle(question, sent, pointer, findings)
    case 'multiple':
      return readMultiple(question, sent, pointer, findings)
    case 'date_precision':
      return readYear(question, sent, pointer, findings)
    case 'text':
      return readText(question, sent, pointer, findings)
  }
}

/** No pattern and no list is asked about a text that nobody could have meant. */
const isTooLong = (sent: unknown): boolean => typeof sent === 'string' && sent.length > LONGEST_VALUE

const tidy = (text: string) => text.normalize('NFKC').trim()

function refuse(findings: AnswerFindings, pointer: string, rule: string, kind?: string | null): undefined {
  findings.issues.push(kind ? { pointer, rule, kind } : { pointer, rule })
}

/** A value outside its list: named by kind where it looks like an identifier. */
function refuseValue(findings: AnswerFindings, pointer: string, text: string, rule: string): undefined {
  const kind = kindOfShape(text)
  return refuse(findings, pointer, kind ? 'identifier' : rule, kind)
}

/** A code of the list or a reserved code that the question takes; undefined where the text is neither. */
function codeIn(question: KnownQuestion, text: string, { version = Infinity }: AnswerFindings): string | undefined {
  const { indexOf, since } = answerCodes(question.id)
  const known = (code: string) => (indexOf.has(code) && (since.get(code) ?? 0) <= version) || (question.reserved && isReserved(code))
  if (known(text)) return text
  const plain = tidy(text)
  return known(plain) ? plain : undefined
}

/** `not_applicable` is written by the platform alone. */
const isReserved = (code: unknown): boolean => isUnanswered(code) && code !== 'not_applicable'

function readSingle(question: KnownQuestion, sent: unknown, pointer: string, findings: AnswerFindings): string | undefined {
  if (typeof sent !== 'string') return refuse(findings, pointer, 'invalid_type')
  return codeIn(question, sent, findings) ?? refuseValue(findings, pointer, sent, 'invalid_code')
}

function readMultiple(question: KnownQuestion, sent: unknown, pointer: string, findings: AnswerFindings): MultipleAnswer | undefined {
  if (typeof sent === 'string' && question.reserved && isReserved(tidy(sent))) return tidy(sent) as MultipleAnswer
  if (!Array.isArray(sent)) return refuse(findings, pointer, 'invalid_type')
  const { codes, indexOf, alone } = answerCodes(question.id)
  if (sent.length > codes.length) return refuse(findings, pointer, 'too_many')
  const ticked = new Set<string>()
  for (const entry of sent) {
    if (typeof entry !== 'string') return refuse(findings, pointer, 'invalid_type')
    if (isTooLong(entry)) return refuse(findings, pointer, 'too_long')
    const code = codeIn(question, entry, findings)
    if (code === undefined) return refuseValue(findings, pointer, entry, 'invalid_code')
    ticked.add(code)
  }
  if (ticked.size > 1)
    for (const code of ticked) {
      if (isUnanswered(code) || code === 'none') return refuse(findings, pointer, 'R10')
      if (alone.has(code)) return refuse(findings, pointer, 'R18')
    }
  const [only] = ticked
  if (ticked.size === 1 && isUnanswered(only)) return only
  if (question.max !== null && ticked.size > question.max) return refuse(findings, pointer, 'too_many')
  return [...ticked].sort((a, b) => (indexOf.get(a) as number) - (indexOf.get(b) as number))
}

function readYear(question: KnownQuestion, sent: unknown, pointer: string, findings: AnswerFindings): YearAnswer | undefined {
  let value = sent
  let finer = false
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) {
    const { value: inner, precision } = sent as { readonly value?: unknown; readonly precision?: unknown }
    if (!Object.keys(sent).every((key) => key === 'value' || key === 'precision')) return refuse(findings, pointer, 'unknown_key')
    if (!PRECISIONS.includes(precision)) return refuse(findings, pointer, 'invalid_code')
    if (isTooLong(inner)) return refuse(findings, pointer, 'too_long')
    value = inner
    finer = precision === 'month' || precision === 'day'
  }
  if (typeof value === 'number' && Number.isInteger(value)) value = String(value)
  if (typeof value !== 'string') return refuse(findings, pointer, 'invalid_type')
  const plain = tidy(value)
  if (question.reserved && isReserved(plain)) return plain as YearAnswer
  const cut = cutToYear(plain)
  if (!cut) return refuseValue(findings, pointer, plain, 'invalid_date')
  if (cut.precise || finer) findings.generalised.push({ path: pointer, to: 'year' })
  return cut.year
}

/** Control, format (bidi marks, zero width), private use, line separators and lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u

function readText(question: KnownQuestion, sent: unknown, pointer: string, findings: AnswerFindings): string | undefined {
  if (typeof sent !== 'string') return refuse(findings, pointer, 'invalid_type')
  if (INVISIBLE.test(sent)) return refuse(findings, pointer, 'invalid_characters')
  const text = tidy(sent)
  if (text === '') return refuse(findings, pointer, 'required')
  if (question.max !== null && [...text].length > question.max) return refuse(findings, pointer, 'too_long')
  if (text.includes('\uFFFD')) return refuse(findings, pointer, 'not_utf8')
  const kind = question.id === 'partner_case_key' ? kindOfKey(text) : kindOfShape(text)
  const runs = findings.runningKeys?.takes(text) === true && question.id === 'partner_case_key'
  return kind && !(runs && mayRun(kind, text)) ? refuse(findings, pointer, 'identifier', kind) : text
}
