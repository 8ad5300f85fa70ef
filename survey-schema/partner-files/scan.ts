/**
 * Searches a file for identifiers before anything of it is sent. A finding holds line, column and kinds, and nothing of the text itself.
 */

import { isSerialKey } from '../identifiers/case-keys.ts'
import type { IdentifierDetector } from '../identifiers/detect.ts'
import { kindOfHeading } from '../identifiers/identifier-kinds.ts'
import type { DetectedKind } from '../identifiers/shape.ts'
import { type QuestionId, questionById } from '../questionnaire/index.ts'
import { questionOf } from './file-reader.ts'
import { findHeading } from './plan/heading.ts'
import { suggestQuestion } from './plan/suggest.ts'
import { readCell } from './table/cell.ts'
import type { FileRow } from './texts/delimited.ts'
import type { JsonBody } from './texts/json-rows.ts'

export interface IdentifierFinding {
  /** From 1. */
  readonly line: number
  /** Our own name of the column, else its position from 1; null where the text has no columns. */
  readonly column: string | number | null
  readonly kinds: readonly DetectedKind[]
}

/** Characters. No single answer is as long; a longer text is taken for a narrative. */
const LONG_TEXT = 200

/** Plain text, line by line. There is no heading. */
export function* scanLines(texts: Iterable<string>, detector: IdentifierDetector): Generator<IdentifierFinding> {
  let line = 0
  let waiting = ''
  const found = (text: string): IdentifierFinding => ({ line: ++line, column: null, kinds: detector.kindsIn(text) })
  for (const text of texts) {
    const lines = (waiting + text).split(/\r\n|\n|\r(?!$)/)
    waiting = lines.pop() as string
    for (const one of lines) {
      const finding = found(one)
      if (finding.kinds.length > 0) yield finding
    }
  }
  const last = found(waiting.replace(/\r$/, ''))
  if (last.kinds.length > 0) yield last
}

/** A table, cell by cell. What stands under a heading of questionnaire, section 6, is of that kind whatever it looks like. */
export function* scanRows(rows: Iterable<FileRow>, detector: IdentifierDetector): Generator<IdentifierFinding> {
  const iterator = rows[Symbol.iterator]()
  const above: FileRow[] = []
  const pushed: FileRow[] = []
  const watched: Iterator<FileRow> = {
    next() {
      const back = pushed.pop()
      return remember(back ? { done: false, value: back } : iterator.next(), above)
    },
  }
  const first = iterator.next()
  if (first.done) return
  pushed.push(first.value)
  const { heading, data } = findHeading(watched)
  const columns = heading.cells.map((text, at) => columnOf(text, at))
  for (const { cells, row } of above) {
    if (row > heading.row) break
    for (const [at, cell] of cells.entries()) {
      const kinds = row === heading.row ? headingKinds(cell, detector) : detector.kindsIn(cell)
      if (kinds.length > 0) yield { line: row, column: row === heading.row ? (columns[at]?.name ?? at + 1) : at + 1, kinds }
    }
  }
  above.length = 0
  for (const { cells, row } of data) {
    for (const [at, cell] of cells.entries()) {
      const column = columns[at] ?? columnOf('', at)
      const kinds = cellKinds(cell, column, detector)
      if (kinds.length > 0) yield { line: row, column: column.name, kinds }
    }
  }
}

function remember(next: IteratorResult<FileRow>, above: FileRow[]): IteratorResult<FileRow> {
  if (!next.done && above.length < 12) above.push(next.value)
  return next
}

interface ScannedColumn {
  readonly name: string | number
  readonly question: QuestionId | null
  readonly kind: DetectedKind | null
}

function columnOf(text: string, at: number): ScannedColumn {
  const kind = kindOfHeading(text)
  const [id] = kind ? [] : suggestQuestion(text)
  const ours =
    id && [id, questionOf(id).en, questionOf(id).ja].some((name) => name.toLowerCase() === text.normalize('NFKC').trim().toLowerCase())
  return { name: ours ? id : at + 1, question: ours ? id : null, kind }
}

function headingKinds(text: string, detector: IdentifierDetector): readonly DetectedKind[] {
  const kind = kindOfHeading(text)
  if (kind) return [kind]
  return suggestQuestion(text).length > 0 ? [] : detector.kindsIn(text)
}

function cellKinds(cell: string, { question, kind }: ScannedColumn, detector: IdentifierDetector): readonly DetectedKind[] {
  const text = cell.trim()
  if (text === '') return []
  const kinds = new Set<DetectedKind>(kind ? [kind] : [])
  if (question && questionOf(question).type !== 'text') {
    const reading = readCell(question, text, { decided: new Map(), detector })
    if (reading.is === 'waiting' || (reading.is === 'answer' && reading.cut === undefined)) return [...kinds]
    // An exact age is a band's business; an exact amount is an amount whatever it looks like.
    if (reading.is === 'answer' && reading.cut === 'band') return question === 'debt_band' ? ['exact_amount'] : [...kinds]
    for (const found of detector.kindsIn(text)) kinds.add(found)
    // Questionnaire, section 6: any text in a coded column may be a name.
    if (kinds.size === 0 && questionOf(question).type !== 'date_precision') kinds.add('personal_name')
    return [...kinds]
  }
  if (question && questionOf(question).type === 'text' && isSerialKey(text)) return [...kinds]
  for (const found of detector.kindsIn(text)) kinds.add(found)
  if (text.length >= LONG_TEXT && text.split(/[;；]/).some((part) => part.length >= LONG_TEXT)) kinds.add('narrative')
  return [...kinds]
}

/** Submissions and other JSON: every key and every text, however deep. */
export function* scanBodies(bodies: Iterable<JsonBody>, detector: IdentifierDetector): Generator<IdentifierFinding> {
  for (const { value, row } of bodies) yield* scanValue(value, row, null, detector, 0)
}

const DEEPEST = 20

function* scanValue(
  value: unknown,
  line: number,
  column: string | number | null,
  detector: IdentifierDetector,
  depth: number,
): Generator<IdentifierFinding> {
  if (depth > DEEPEST || value === null || value === undefined) return
  if (typeof value === 'string' || typeof value === 'number') {
    const question = typeof column === 'string' ? (questionById(column)?.id ?? null) : null
    const kinds = cellKinds(String(value), { name: column ?? 0, question, kind: null }, detector)
    if (kinds.length > 0) yield { line, column, kinds }
    return
  }
  if (Array.isArray(value)) {
    for (const entry of value) yield* scanValue(entry, line, column, detector, depth + 1)
    return
  }
  if (typeof value !== 'object') return
  for (const [at, [key, entry]] of Object.entries(value).entries()) {
    const ours = questionById(key) !== undefined || OURS.has(key)
    const kind = kindOfHeading(key)
    const name = ours ? key : at + 1
    const kinds = kind ? [kind] : ours ? [] : detector.kindsIn(key)
    if (kinds.length > 0) yield { line, column: name, kinds }
    // The two halves of a year stand under the question's name.
    yield* scanValue(entry, line, OURS.has(key) && typeof column === 'string' && questionById(column) ? column : name, detector, depth + 1)
  }
}

/** Names of the envelope of a submission. */
const OURS: ReadonlySet<string> = new Set([
  'schema',
  'questionnaire',
  'language',
  'confirmed',
  'answers',
  'groups',
  'route_legs',
  'contact_steps',
  'value',
  'precision',
])
