/**
 * Our own form, filled in with a tool of the ODK family and exported as a table: one row a submission, several answers joined with blanks
 * or in a column for each (0 and 1), rows that repeat on sheets or in files of their own, linked by the place or the key of their parent.
 */

import { CellTally } from '../cell-fates.ts'
import { type FileReader, refuseFile, tidyCell } from '../file-reader.ts'
import { type GroupRows, kept } from '../own-columns/group-rows.ts'
import { UnusedRows } from '../own-columns/unused-rows.ts'
import { type KnownWords, NO_WORDS } from '../plan/known-columns.ts'
import { formSubmission, keepOfCase, nothingGathered } from './form-answers.ts'
import { countForm, type PlacedForm, placeForm, rowOfForm } from './form-row.ts'

export interface FormExportOptions {
  readonly routeLegs?: GroupRows
  readonly contactSteps?: GroupRows
  /** Positions from 1 of unknown columns that the partner leaves out. */
  readonly leaveOut?: readonly number[]
  /** What the partner decided about words that are no answer of the form. */
  readonly words?: KnownWords
}

/** What a row of the main sheet is called by the rows that repeat. */
const LINKS = ['_index', 'KEY'] as const

/** Reads the main sheet or file of an export. Codes are not checked here: intake does that, for every kind of file alike. */
export function formExportReader({ routeLegs, contactSteps, leaveOut = [], words = NO_WORDS }: FormExportOptions = {}): FileReader {
  const keys = new Set<string>()
  const parents = new Set<string>()
  const unused = new UnusedRows({ route_legs: routeLegs, contact_steps: contactSteps })
  let placed: PlacedForm | undefined
  let links: readonly number[] = []
  let rows = 0
  const columns = () => ({
    mapped: [...new Set([...(placed?.at.keys() ?? []), ...(placed?.ticks.map(({ name }) => name) ?? [])])],
    generalised: [],
    dropped: placed?.dropped ?? [],
    unknown: placed?.unknown ?? [],
  })
  return {
    header(cells) {
      placed = placeForm(cells, null, leaveOut)
      links = LINKS.map((name) => cells.findIndex((cell) => tidyCell(cell) === name)).filter((at) => at >= 0)
      if ((routeLegs || contactSteps) && links.length === 0) throw refuseFile([{ pointer: '/columns/_index', rule: 'missing_column' }])
      return columns()
    },
    row(cells, rowNumber, fates = new CellTally(), seen = {}) {
      const at = placed
      if (!at) throw new RangeError('the header comes first')
      const called = links.map((index) => tidyCell(cells[index] ?? ''))
      const gathered = nothingGathered()
      unused.whileReading(() => {
        const found = rowOfForm(cells, at, rowNumber, seen, words)
        countForm(cells, at, found, fates)
        for (const [name, text] of found) keepOfCase(gathered, name, text)
        const key = gathered.answers.partner_case_key
        if (typeof key === 'string') refuseDouble(key, keys, `/rows/${rowNumber}/partner_case_key`)
        for (const link of called) refuseDouble(link, parents, `/rows/${rowNumber}/${LINKS[0]}`)
      })
      for (const group of ['route_legs', 'contact_steps'] as const)
        for (const row of unused.rowsOf(group, called, fates) ?? []) gathered.rows[group].push({ ...row })
      rows++
      return formSubmission(gathered)
    },
    finish: () => unused.refuse(),
    rest: (cells) => (routeLegs?.rest(cells) ?? 0) + (contactSteps?.rest(cells) ?? 0),
    report: () => ({ rows, columns: columns(), unmapped: {}, notes: [] }),
  }
}

/** Two rows of one name would share their legs. */
function refuseDouble(name: string, seen: Set<string>, pointer: string): void {
  if (name === '') return
  if (seen.has(kept(name))) throw refuseFile([{ pointer, rule: 'duplicate_key' }])
  seen.add(kept(name))
}
