/** The files of the book of version 1 by their hashes. */
import { createHash } from 'node:crypto'
import { bookOf } from '../../analysis/publication/book/book.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { bookFiles } from '../../server/editors/book-files/book-files.ts'
import { type BookFormat, FORMATS } from '../../server/editors/book-files/book-formats.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { sha256 } from './book.ts'

const digest = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')
/** Typeset and painted ones hold what the fonts and libraries of the machine make of the same words. */
const COMPARED = (Object.keys(FORMATS) as BookFormat[]).filter(
  (format) => !['pdf', 'findings', 'png', 'docx', 'findings-docx', 'fact-sheets', 'packs'].includes(format),
)

/** SHA-256 of each file of the book of the second edition, by name. */
export async function filesOfVersionOne([first, second]: readonly Bundle[]): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const { name, make } of bookFiles(bookOf(second!, [first!], PLAN, sha256), ['ja', 'en'], COMPARED))
    files[name] = digest(await make())
  return files
}
