/** Cases in JSON: one object a line (NDJSON), or one array. Submissions as they stand, or flat objects that are rows of a table. */
import { parseJson } from '../../json.ts'
import { ProblemError } from '../../problem.ts'
import { refuseFile } from '../file-reader.ts'
import type { FileRow } from './delimited.ts'

export interface JsonBody {
  /** Undefined where the line is not JSON as we read it. */
  readonly value: unknown
  /** From 1: the line of NDJSON, the place in an array. */
  readonly row: number
  /** Values that a reader of another format dropped before, by kind: what form tools add of their own is `metadata`. */
  readonly dropped?: Readonly<Record<string, number>>
}

/** Longest text that is parsed in one piece. */
const LONGEST_ARRAY = 64 << 20
const LONGEST_LINE = 4 << 20

/** Each line of NDJSON; blank lines are left out but counted. */
export function* ndjsonBodies(texts: Iterable<string>): Generator<JsonBody> {
  let waiting = ''
  let row = 0
  const body = (line: string): JsonBody | null => {
    row++
    return line.trim() === '' ? null : { value: read(line), row }
  }
  for (const text of texts) {
    const lines = (waiting + text).split('\n')
    waiting = lines.pop() as string
    if (waiting.length > LONGEST_LINE) throw new ProblemError('too-large', [{ pointer: `/rows/${row + 1}`, rule: 'too_large' }])
    for (const line of lines) {
      const found = body(line)
      if (found) yield found
    }
  }
  const last = body(waiting)
  if (last) yield last
}

function read(line: string): unknown {
  try {
    return parseJson(line)
  } catch {
    return undefined
  }
}

/** The entries of one array, or the one object. @throws ProblemError `invalid-json`, `too-large` */
export function* jsonBodies(texts: Iterable<string>): Generator<JsonBody> {
  let whole = ''
  for (const text of texts) {
    whole += text
    if (whole.length > LONGEST_ARRAY) throw new ProblemError('too-large', [{ pointer: '', rule: 'too_large' }])
  }
  const value = parseJson(whole)
  const entries = Array.isArray(value) ? value : [value]
  for (const [index, entry] of entries.entries()) yield { value: entry, row: index + 1 }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether it is a submission in the shape of questionnaire, section 3, as opposed to a row of a table. */
export const isSubmission = (value: unknown): boolean => isObject(value) && (isObject(value.answers) || value.schema !== undefined)

/** Objects looked at to learn the columns. */
const LOOKED_AT = 500

/** Flat objects as rows: the keys of the first objects are the heading, which is row 0. Several answers are joined with `;`. */
export function* rowsOfBodies(bodies: () => Iterable<JsonBody>): Generator<FileRow> {
  const keys = new Set<string>()
  let looked = 0
  for (const { value } of bodies()) {
    if (isObject(value)) for (const key of Object.keys(value)) keys.add(key)
    if (++looked >= LOOKED_AT) break
  }
  if (keys.size === 0) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  const heading = [...keys]
  yield { cells: heading, row: 0 }
  for (const { value, row } of bodies()) {
    const entry = isObject(value) ? value : {}
    const further = Object.keys(entry).filter((key) => !keys.has(key))
    // Too long on purpose: whoever reads rows refuses it as ragged, and counts what it holds.
    const beyond = isObject(value) ? further.map((key) => cellOf(entry[key]) || 'null') : [value === undefined ? '?' : String(value)]
    yield { cells: [...heading.map((key) => cellOf(entry[key])), ...beyond], row }
  }
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(cellOf).join(';')
  if (isObject(value)) return typeof value.value === 'string' ? value.value : '{}'
  return String(value)
}
