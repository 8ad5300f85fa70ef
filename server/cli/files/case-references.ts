/** Case references from a list of the organisation's own: one a line, a column of a table or workbook, or cases as they were sent. */

import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { HEADING_WORDS } from '../../../survey-schema/partner-files/plan/words/headings.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { openPath, refuseUnreadable } from './partner-file.ts'

const KEY = 'partner_case_key'

/**
 * Every reference once, in the order of the list, as intake reads it.
 * @param column heading of the column; without it, one that is called as ours or as partners call theirs
 * @throws Misuse where no such column is there, or the file cannot be read
 */
export async function caseReferences(path: string, column?: string): Promise<readonly string[]> {
  const found = extname(path).toLowerCase() === '.txt' ? linesOf(path) : await cellsOf(path, column)
  const references = [...new Set(found.map(tidy).filter((one) => one !== ''))]
  if (references.length === 0) throw new Misuse('no case reference stands in this list')
  return references
}

const tidy = (text: string) => text.normalize('NFKC').trim()

function linesOf(path: string): string[] {
  refuseUnreadable(path)
  return readFileSync(path, 'utf8').split('\n')
}

async function cellsOf(path: string, column: string | undefined): Promise<string[]> {
  const { bodies, rows } = await openPath(path)
  if (bodies)
    return [...bodies()].flatMap(({ value }) => {
      const key = (value as { readonly answers?: Readonly<Record<string, unknown>> } | null)?.answers?.[KEY]
      return typeof key === 'string' ? [key] : []
    })
  let at: number | null = null
  const found: string[] = []
  for (const { cells, shown } of rows()) {
    if (at === null) at = columnIn(cells, column)
    else found.push(shown?.get(at) ?? cells[at] ?? '')
  }
  return found
}

function columnIn(headings: readonly string[], column: string | undefined): number {
  const names = headings.map((heading) => tidy(heading).toLowerCase())
  const wanted = column === undefined ? [KEY, ...(HEADING_WORDS[KEY] ?? '').split('|')] : [tidy(column).toLowerCase()]
  const at = wanted.map((name) => names.indexOf(name)).find((place) => place >= 0)
  if (at === undefined) throw new Misuse('say with --column which heading the case references have')
  return at
}
