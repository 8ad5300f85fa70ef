/** Opens a partner's file of any supported format: describes it and gives its rows one at a time. Nothing leaves the machine. */
import { ProblemError } from '../problem.ts'
import { refuseFile } from './file-reader.ts'
import { openText } from './open-text.ts'
import type { OpenedFile, OpenOptions } from './opened-file.ts'
import { COMPOUND_FILE, ruleOfCompoundFile } from './workbooks/compound-file.ts'

export type { OpenedFile } from './opened-file.ts'

/** The whole file, or a function that reads it from its start at every call. */
export type FileSource = Uint8Array | (() => Iterable<Uint8Array>)

/** P19: what is read in one piece. Text is read in pieces and has no limit here. */
export const LARGEST_WORKBOOK = 64 << 20

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
  if (startsWith(start, COMPOUND_FILE)) throw refuseFile([{ pointer: '', rule: ruleOfCompoundFile(whole(chunks())) }])
  if (UNREADABLE.some((magic) => startsWith(start, magic))) throw refuseFile([{ pointer: '', rule: 'unknown_format' }])
  return openText(chunks, name, options)
}

/** PDF, gzip, pictures. */
const UNREADABLE: readonly (readonly number[])[] = [
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
  const { openWorkbook } = await import('./workbooks/workbook.ts')
  const book = openWorkbook(bytes)
  const first = book.sheets.find((sheet) => !sheet.hidden) ?? book.sheets[0]
  if (!first) throw refuseFile([{ pointer: '', rule: 'no_sheet' }])
  return {
    format: book.format,
    encoding: null,
    delimiter: null,
    sheets: book.sheets,
    bodies: null,
    rows: (sheet = first.position) => book.rows(sheet),
    get hidden() {
      return book.hidden()
    },
    description: [
      `${book.format === 'ods' ? 'OpenDocument ' : ''}workbook with ${book.sheets.length} ${book.sheets.length === 1 ? 'sheet' : 'sheets'}`,
    ],
  }
}
