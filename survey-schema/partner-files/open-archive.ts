/** Tables of text in one archive, as ODK Central hands them out: each is read like a sheet of a workbook. */

import { refuseFile } from './file-reader.ts'
import { openText } from './open-text.ts'
import type { OpenedFile, OpenOptions } from './opened-file.ts'
import type { DetectedEncoding } from './texts/encoding.ts'
import { UnpackBudget, unpacked, type ZipPart, zipParts } from './workbooks/zip.ts'

/** Parts by which an archive is known to be a workbook of some kind. */
const WORKBOOK = /^(?:\[content_types\]\.xml|_rels\/|xl\/|content\.xml$|mimetype$)/i

/** The tables of an archive that is no workbook; null for any other. @throws ProblemError for what is no archive */
export function tablesOfArchive(bytes: Uint8Array): readonly ZipPart[] | null {
  const parts = [...zipParts(bytes).values()]
  const tables = parts.filter(({ name }) => /\.(?:csv|tsv)$/i.test(name) && !name.startsWith('__MACOSX/'))
  return tables.length > 0 && !parts.some(({ name }) => WORKBOOK.test(name)) ? tables : null
}

/** @throws ProblemError as `openText`; every table must be one that is read */
export async function openArchive(tables: readonly ZipPart[], options: OpenOptions): Promise<OpenedFile> {
  const files = await Promise.all(tables.map((part) => openText(() => unpacked(part, new UnpackBudget()), part.name, options)))
  if (files.some(({ format }) => format !== 'delimited')) throw refuseFile([{ pointer: '', rule: 'no_workbook' }])
  const [first] = files as [OpenedFile]
  const encodings = new Set(files.map(({ encoding }) => (encoding as DetectedEncoding).encoding))
  return {
    format: 'delimited',
    encoding: encodings.size === 1 ? first.encoding : null,
    delimiter: first.delimiter,
    sheets: tables.map(({ name }, at) => ({ position: at + 1, name: name.replace(/\.[a-z]+$/i, ''), hidden: false })),
    bodies: null,
    rows(sheet = 1) {
      const file = files[sheet - 1]
      if (!file) throw refuseFile([{ pointer: '', rule: 'no_sheet' }])
      return file.rows()
    },
    description: [
      `archive with ${files.length} ${files.length === 1 ? 'table' : 'tables'}`,
      ...new Set(files.flatMap(({ description }) => description)),
    ],
  }
}
