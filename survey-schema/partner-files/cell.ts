/** Reads one cell as an answer to one question: an answer, a word to confirm, or a refusal. */
import { answerCodes } from '../answers/answer-codes.ts'
import { calendarOf, cutToYear } from '../answers/dates.ts'
import { LONGEST_CELL } from '../answers/limits.ts'
import type { IdentifierDetector } from '../identifiers/detect.ts'
import type { QuestionId } from '../questionnaire/index.ts'
import { isUnanswered, RESERVED } from '../questionnaire/question.ts'
import { type BandReading, readAge, readDebt } from './bands.ts'
import { questionOf, tidyCell } from './file-reader.ts'
import { foldWord, suggest } from './suggest.ts'

/** Meanings that the partner has confirmed, by question and folded word. Several codes are several ticks; none leaves the answer out. */
export type DecidedWords = ReadonlyMap<QuestionId, ReadonlyMap<string, readonly string[]>>

/** Words of a published standard, read without asking because the standard declares them. */
export type DeclaredWords = (id: QuestionId, word: string) => readonly string[] | undefined

export type CellReading =
  | { readonly is: 'empty' }
  | { readonly is: 'answer'; readonly value: unknown; readonly cut?: 'year' | 'band'; readonly calendar?: 'era' | 'buddhist' }
  | { readonly is: 'waiting'; readonly words: readonly { readonly word: string; readonly codes: readonly string[] }[] }
  | { readonly is: 'refused'; readonly rule: string; readonly kind?: string }

const BANDED: Readonly<Record<string, (cell: string) => BandReading | null>> = {
  age_band_registration: readAge,
  age_band_recruitment: readAge,
  debt_band: readDebt,
}

const RESERVED_CODES: ReadonlySet<string> = new Set(RESERVED.map((entry) => entry.code))

export interface CellContext {
  readonly decided: DecidedWords
  readonly declared?: DeclaredWords
  readonly detector: IdentifierDetector
  /** Written by people for people: `NA` may be Namibia or a missing answer, so the partner is asked. */
  readonly handwritten?: true
}

/** Reads one cell. Nothing of it is in what comes back but codes, and words of our own lists. */
export function readCell(id: QuestionId, cell: string, context: CellContext): CellReading {
  if (cell.length > LONGEST_CELL) return { is: 'refused', rule: 'too_long' }
  const text = tidyCell(cell)
  if (text === '') return { is: 'empty' }
  const question = questionOf(id)
  if (question.type === 'text') return { is: 'answer', value: text }
  const whole = resolve(id, text, context)
  if (whole.length > 0) return single(question.type === 'multiple', whole)
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

function single(several: boolean, codes: readonly string[]): CellReading {
  const [only] = codes
  if (!several) return codes.length === 1 ? { is: 'answer', value: only } : { is: 'refused', rule: 'too_many' }
  return { is: 'answer', value: codes.length === 1 && isUnanswered(only) ? only : codes }
}

/** Codes that the text means without doubt: a code of ours, a word the partner confirmed, a word its standard declares. */
function resolve(id: QuestionId, text: string, { decided, declared, handwritten }: CellContext): readonly string[] {
  const isAsked = handwritten && text === 'NA' && questionOf(id).list === 'iso3166_1_alpha2'
  if (!isAsked && (answerCodes(id).indexOf.has(text) || (questionOf(id).reserved && RESERVED_CODES.has(text)))) return [text]
  return decided.get(id)?.get(foldWord(text)) ?? declared?.(id, text) ?? []
}

function readWord(id: QuestionId, text: string, context: CellContext): CellReading {
  const codes = suggest(id, text)
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
      for (const code of known) codes.add(code)
      if (known.length > 0) continue
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
  const means = (part: string) => resolve(id, part, context).length > 0 || suggest(id, part).length > 0
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
