/** Opens a file of text: delimited rows, JSON, or XML of our form, in the encoding that the partner says or the bytes decide. */

import type { OpenedFile, OpenOptions } from './opened-file.ts'
import { DELIMITER_NAMES, delimitedRows, type FileRow } from './texts/delimited.ts'
import { shapeOfText } from './texts/delimiter.ts'
import { type DetectedEncoding, decoded, ENCODING_NAMES, encodingOf } from './texts/encoding.ts'
import { isSubmission, jsonBodies, ndjsonBodies, rowsOfBodies } from './texts/json-rows.ts'

/** Characters looked at to find out what a text is. */
const SAMPLE = 1 << 18

/** @throws ProblemError `invalid-file`, as `encodingOf` and `shapeOfText` */
export async function openText(chunks: () => Iterable<Uint8Array>, name: string, options: OpenOptions): Promise<OpenedFile> {
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
  const { xformBodies } = await import('./own-form/xform-submission.ts')
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
