/** Opens a partner's file of any supported format: describes it and gives its rows one at a time. Nothing leaves the machine. */
import { ProblemError } from '../problem.ts'
import { DELIMITER_NAMES, type Delimiter, delimitedRows, type FileRow } from './delimited.ts'
import { shapeOfText } from './delimiter.ts'
import { type DetectedEncoding, decoded, ENCODING_NAMES, type Encoding, encodingOf } from './encoding.ts'
import { refuseFile } from './file-reader.ts'
import { isSubmission, type JsonBody, jsonBodies, ndjsonBodies, rowsOfBodies } from './json-rows.ts'
import type { Sheet } from './xlsx.ts'

export type FileFormat = 'delimited' | 'xlsx' | 'json' | 'ndjson' | 'xml'

/** What a file turned out to be. */
export interface OpenedFile {
  readonly format: FileFormat
  readonly encoding: DetectedEncoding | null
  readonly delimiter: Delimiter | null
  /** Empty for anything but a workbook. */
  readonly sheets: readonly Sheet[]
  /** Submissions as they stand; null where the file is a table. */
  readonly bodies: (() => Iterable<JsonBody>) | null
  /** Rows of the table, the heading among them, again from the start at every call. `sheet` counts from 1. */
  rows(sheet?: number): Iterable<FileRow>
  /** Format, encoding and delimiter in words, for the report. */
  readonly description: readonly string[]
  /** Of the chosen sheet, where the workbook says so: how many rows are hidden, and which columns, from 1. */
  readonly hidden?: { readonly rows: number; readonly columns: readonly number[] }
}

export interface OpenOptions {
  /** As the partner says; it is not detected then. */
  readonly encoding?: Encoding
}

/** The whole file, or a function that reads it from its start at every call. */
export type FileSource = Uint8Array | (() => Iterable<Uint8Array>)

/** P19: what is read in one piece. Text is read in pieces and has no limit here. */
export const LARGEST_WORKBOOK = 64 << 20
const SAMPLE = 1 << 18

/**
 * @param name for its ending alone: `.tsv` says what a file of one column cannot
 * @throws ProblemError `invalid-file` for what we do not read, `too-large` for what is too large; `encoding_unsure` with a pointer
 * `/encoding/NAME` for each encoding that a text may be in, or `encoding_unknown` where it is in none that we read
 */
export async function openFile(source: FileSource, name: string, options: OpenOptions = {}): Promise<OpenedFile> {
  const chunks = source instanceof Uint8Array ? () => [source] : source
  const start = firstBytes(chunks())
  if (start.length === 0) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04])) return archive(whole(chunks()), options)
  if (UNREADABLE.some((magic) => startsWith(start, magic))) throw refuseFile([{ pointer: '', rule: 'unknown_format' }])
  const encoding = encodingOf(chunks(), options.encoding)
  const texts = () => withoutMark(decoded(chunks(), encoding.encoding))
  const sample = firstText(texts())
  const opening = /^\s*([{[])/.exec(sample)?.[1]
  const described = [`encoding: ${ENCODING_NAMES[encoding.encoding]}${encoding.mark ? ', with a byte order mark' : ''}`]
  if (opening) {
    const oneALine = opening === '{' && isJson(sample.trimStart().split('\n')[0] ?? '')
    const bodies = () => (oneALine ? ndjsonBodies(texts()) : jsonBodies(texts()))
    const [first] = bodies()
    return {
      format: oneALine ? 'ndjson' : 'json',
      encoding,
      delimiter: null,
      sheets: [],
      bodies: isSubmission(first?.value) ? bodies : null,
      rows: () => rowsOfBodies(bodies),
      description: [...described, oneALine ? 'JSON, one object a line' : 'JSON'],
    }
  }
  if (/^\s*<[?!a-z]/i.test(sample)) return submissionsInXml(texts, encoding, described)
  const { delimiter, skipped } = /\.(?:tsv|tab)$/i.test(name) && !/^"?sep=/i.test(sample) ? TABS : shapeOfText(sample)
  return {
    format: 'delimited',
    encoding,
    delimiter,
    sheets: [],
    bodies: null,
    rows: () => (skipped > 0 ? belowFirst(delimitedRows(without(skipped, texts()), delimiter)) : delimitedRows(texts(), delimiter)),
    description: [...described, `delimiter: ${DELIMITER_NAMES[delimiter]}`],
  }
}

const TABS = { delimiter: '\t', skipped: 0 } as const

/** The text behind the line that names the delimiter. */
function* without(skipped: number, texts: Iterable<string>): Generator<string> {
  let left = skipped
  for (const text of texts) {
    yield text.slice(left)
    left = Math.max(0, left - text.length)
  }
}

/** That line is a row, as a person counts them. */
function* belowFirst(rows: Iterable<FileRow>): Generator<FileRow> {
  for (const one of rows) yield { ...one, row: one.row + 1 }
}

/** Submissions of our XForm; the code that reads them is loaded only then. */
async function submissionsInXml(
  texts: () => Iterable<string>,
  encoding: DetectedEncoding,
  described: readonly string[],
): Promise<OpenedFile> {
  const { xformBodies } = await import('./xform-submission.ts')
  const bodies = () => xformBodies(texts())
  return {
    format: 'xml',
    encoding,
    delimiter: null,
    sheets: [],
    bodies,
    rows: () => rowsOfBodies(bodies),
    description: [...described, 'submissions of the XForm'],
  }
}

/** Old Excel and encrypted files, PDF, gzip, pictures. */
const UNREADABLE: readonly (readonly number[])[] = [
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)

function firstBytes(chunks: Iterable<Uint8Array>): Uint8Array {
  for (const chunk of chunks) if (chunk.length > 0) return chunk.subarray(0, 8)
  return new Uint8Array()
}

function whole(chunks: Iterable<Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length > LARGEST_WORKBOOK) throw new ProblemError('too-large', [{ pointer: '', rule: 'too_large' }])
  }
  if (parts.length === 1) return parts[0] as Uint8Array
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A workbook, or tables of text that were packed together; the code that reads them is loaded only then. */
async function archive(bytes: Uint8Array, options: OpenOptions): Promise<OpenedFile> {
  const { openArchive, tablesOfArchive } = await import('./open-archive.ts')
  const tables = tablesOfArchive(bytes)
  return tables ? openArchive(tables, options) : workbook(bytes)
}

/** The code that reads workbooks is loaded only for a workbook. */
async function workbook(bytes: Uint8Array): Promise<OpenedFile> {
  const { openWorkbook } = await import('./xlsx.ts')
  const book = openWorkbook(bytes)
  const first = book.sheets.find((sheet) => !sheet.hidden) ?? book.sheets[0]
  if (!first) throw refuseFile([{ pointer: '', rule: 'no_sheet' }])
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: book.sheets,
    bodies: null,
    rows: (sheet = first.position) => book.rows(sheet),
    description: [`workbook with ${book.sheets.length} ${book.sheets.length === 1 ? 'sheet' : 'sheets'}`],
  }
}

function* withoutMark(texts: Iterable<string>): Generator<string> {
  let started = false
  for (const text of texts) {
    if (text === '') continue
    yield started ? text : text.replace(/^\uFEFF/, '')
    started = true
  }
}

function firstText(texts: Iterable<string>): string {
  let sample = ''
  for (const text of texts) {
    sample += text
    if (sample.length >= SAMPLE) break
  }
  return sample.slice(0, SAMPLE)
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
