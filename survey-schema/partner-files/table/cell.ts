/** Reads one cell as an answer to one question: an answer, a word to confirm, or a refusal. */
import { answerCodes } from '../../answers/answer-codes.ts'
import { calendarOf, cutToYear } from '../../answers/dates.ts'
import { LONGEST_CELL } from '../../answers/limits.ts'
import type { IdentifierDetector } from '../../identifiers/detect.ts'
import type { QuestionId } from '../../questionnaire/index.ts'
import { isUnanswered, RESERVED } from '../../questionnaire/question.ts'
import { questionOf, tidyCell } from '../file-reader.ts'
import { eitherNumber } from '../plan/missing-numbers.ts'
import { foldWord, isWordForNothing, suggest } from '../plan/suggest.ts'
import { BANDED, likelyAges, readAge } from './bands.ts'

/**
 * Meanings that the partner has confirmed, by question (`id=code` for a column that ticks one answer) and folded word. Several codes
 * are several ticks; none leaves the answer out; `id=code` answers another question.
 */
export type DecidedWords = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

/** Words of a published standard, read without asking because the standard declares them. */
export type DeclaredWords = (id: QuestionId, word: string) => readonly string[] | undefined

export type CellReading =
  | { readonly is: 'empty' }
  /** By the partner's decision about this word. */
  | { readonly is: 'left_out' }
  /** `of` where the word answers another question than that of its column. */
  | {
      readonly is: 'answer'
      readonly value: unknown
      readonly of?: string
      readonly cut?: 'year' | 'band'
      readonly calendar?: 'era' | 'buddhist'
    }
  | { readonly is: 'waiting'; readonly words: readonly { readonly word: string; readonly codes: readonly string[] }[] }
  | { readonly is: 'refused'; readonly rule: string; readonly kind?: string }

const RESERVED_CODES: ReadonlySet<string> = new Set(RESERVED.map((entry) => entry.code))

export interface CellContext {
  readonly decided: DecidedWords
  readonly declared?: DeclaredWords
  readonly detector: IdentifierDetector
  /** Written by people for people: `NA` may be Namibia or a missing answer, 99 an age or none, so the partner is asked. */
  readonly handwritten?: true
}

/** Readings of short cells by question: most cells of a column hold the same few words. They go with their context. */
const readings = new WeakMap<CellContext, Map<QuestionId, Map<string, CellReading>>>()
const MOST_READINGS = 2000
const LONGEST_KEPT = 64

/** Reads one cell. Nothing of it is in what comes back but codes, and words of our own lists. */
export function readCell(id: QuestionId, cell: string, context: CellContext): CellReading {
  if (cell.length > LONGEST_KEPT || questionOf(id).type === 'text') return readAnew(id, cell, context)
  const byQuestion = readings.get(context) ?? new Map<QuestionId, Map<string, CellReading>>()
  readings.set(context, byQuestion)
  const byCell = byQuestion.get(id) ?? new Map<string, CellReading>()
  byQuestion.set(id, byCell)
  const known = byCell.get(cell)
  if (known) return known
  const reading = readAnew(id, cell, context)
  // A text of its own: a cell is a window into a megabyte of the file, and would keep all of it in memory.
  if (byCell.size < MOST_READINGS) byCell.set(JSON.parse(JSON.stringify(cell)) as string, reading)
  return reading
}

function readAnew(id: QuestionId, cell: string, context: CellContext): CellReading {
  if (cell.length > LONGEST_CELL) return { is: 'refused', rule: 'too_long' }
  const text = tidyCell(cell)
  if (text === '') return { is: 'empty' }
  const question = questionOf(id)
  if (text.includes('\uFFFD')) return { is: 'refused', rule: 'not_utf8' }
  if (question.type === 'text' && NO_RESULT.test(text)) return { is: 'refused', rule: 'formula_without_value' }
  if (question.type === 'text') return isWordForNothing(text) ? { is: 'refused', rule: 'required' } : { is: 'answer', value: text }
  const whole = resolve(id, text, context)
  if (whole) return meaning(id, whole)
  const either = context.handwritten ? eitherNumber(id, text) : null
  if (either) return { is: 'waiting', words: [{ word: text, codes: either }] }
  if (question.type === 'date_precision') {
    const cut = cutToYear(text)
    if (cut) {
      const calendar = calendarOf(text)
      const value = { value: String(cut.year), precision: 'year' }
      return { is: 'answer', value, ...(cut.precise ? { cut: 'year' } : {}), ...(calendar === 'western' ? {} : { calendar }) }
    }
  }
  const banded = BANDED[id]?.(text)
  if (banded) return { is: 'answer', value: banded.code, ...(banded.coarsened ? { cut: 'band' } : {}) }
  return question.type === 'multiple' ? readSeveral(id, text, context) : readWord(id, text, context)
}

/** A formula without a kept result, or with the 0 that some programs write for none. */
export const NO_RESULT = /^=0?$/

/** What codes mean that stand for the whole cell. */
function meaning(id: QuestionId, codes: readonly string[]): CellReading {
  const [only = ''] = codes
  if (codes.length === 0) return { is: 'left_out' }
  if (questionOf(id).type === 'date_precision' && !isUnanswered(only)) return { is: 'answer', value: { value: only, precision: 'year' } }
  const [of, value] = only.split('=')
  return value === undefined ? single(questionOf(id).type === 'multiple', codes) : { is: 'answer', value, of: of as string }
}

function single(several: boolean, codes: readonly string[]): CellReading {
  const [only] = codes
  if (!several) return codes.length === 1 ? { is: 'answer', value: only } : { is: 'refused', rule: 'too_many' }
  return { is: 'answer', value: codes.length === 1 && isUnanswered(only) ? only : codes }
}

/** Codes that the text means without doubt: a word the partner confirmed, a code of ours, a word its standard declares. Undefined for any other. */
function resolve(id: QuestionId, text: string, { decided, declared, handwritten }: CellContext): readonly string[] | undefined {
  const confirmed = decided.get(id)?.get(foldWord(text))
  if (confirmed) return confirmed
  const isCode = answerCodes(id).indexOf.has(text) || (questionOf(id).reserved && RESERVED_CODES.has(text))
  if (isCode && !(handwritten && suggest(id, text).length > 1)) return [text]
  return declared?.(id, text)
}

function readWord(id: QuestionId, text: string, context: CellContext): CellReading {
  const found = suggest(id, text)
  const codes = found.length === 0 && BANDED[id] === readAge ? likelyAges(text) : found
  if (codes.length > 0) return { is: 'waiting', words: [{ word: text, codes }] }
  const [kind] = context.detector.kindsIn(text)
  return kind
    ? { is: 'refused', rule: 'identifier', kind }
    : { is: 'refused', rule: questionOf(id).type === 'date_precision' ? 'invalid_date' : 'invalid_code' }
}

/** Between answers, surely; then what may also stand inside a name ("China, Taiwan Province of China"). */
const SURE = /[;；\n|]+/
const MAYBE = /[,，、/／・+＋&＆]| and | y | と /

function readSeveral(id: QuestionId, text: string, context: CellContext): CellReading {
  if (suggest(id, text).length > 0) return readWord(id, text, context)
  const codes = new Set<string>()
  const waiting: { readonly word: string; readonly codes: readonly string[] }[] = []
  for (const sure of text.split(SURE)) {
    for (const part of partsOf(id, sure, context)) {
      const known = resolve(id, part, context)
      for (const code of known ?? []) codes.add(code)
      if (known) continue
      const read = readWord(id, part, context)
      if (read.is !== 'waiting') return read
      waiting.push(...read.words)
    }
  }
  if (waiting.length > 0) return { is: 'waiting', words: waiting }
  // Only separators: answered, nothing ticked.
  if (codes.size === 0) return { is: 'answer', value: [] }
  return single(true, [...codes])
}

/** Weak separators inside one answer, at most: "China, Taiwan Province of China" has one. */
const INSIDE = 8

/** The longest runs between weak separators that mean something; what means nothing stays in one piece. */
function partsOf(id: QuestionId, text: string, context: CellContext): readonly string[] {
  const plain = tidyCell(text)
  if (plain === '') return []
  const means = (part: string) => resolve(id, part, context) !== undefined || suggest(id, part).length > 0
  if (means(plain)) return [plain]
  const marks = [...plain.matchAll(new RegExp(MAYBE, 'g'))].map((mark) => ({ from: mark.index, to: mark.index + mark[0].length }))
  const blanks = /^[\w-]+(?: +[\w-]+)+$/.test(plain)
    ? [...plain.matchAll(/ +/g)].map((mark) => ({ from: mark.index, to: mark.index + mark[0].length }))
    : []
  const cuts = marks.length > 0 ? marks : blanks
  const parts: string[] = []
  let start = 0
  let next = 0
  while (start < plain.length) {
    while ((cuts[next]?.from ?? Infinity) < start) next++
    const ends = [...cuts, { from: plain.length, to: plain.length }].slice(next, next + INSIDE + 1)
    const longest = [...ends].reverse().find((end) => means(tidyCell(plain.slice(start, end.from)))) ?? ends[0]
    const { from, to } = longest as { from: number; to: number }
    const part = tidyCell(plain.slice(start, from))
    if (part !== '') parts.push(part)
    start = to
  }
  return parts
}
