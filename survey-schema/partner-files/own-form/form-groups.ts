/** Rows that repeat in an exported form, on a sheet or in a file of their own: each names its parent by place or by key. */
import type { Group } from '../../questionnaire/question.ts'
import { CellTally, cellsIn } from '../cell-fates.ts'
import { refuseFile, tidyCell } from '../file-reader.ts'
import { PARENT_LINKS } from '../own-columns/group-heading.ts'
import { type GroupReader, type GroupRow, kept } from '../own-columns/group-rows.ts'
import { keepAnswer, namedFreely } from './form-answers.ts'
import { countForm, type PlacedForm, placeForm, rowOfForm } from './form-row.ts'

interface LinkedRow {
  /** The place among the rows of the form: a sheet may have been sorted since. */
  readonly order: number
  readonly row: GroupRow
  readonly answers: number
  readonly gaps: number
}

/** Reads the sheet or file of one group; a row without an answer is none. */
export function linkedGroupReader(group: Group): GroupReader {
  const found = new Map<string, LinkedRow[]>()
  const asked = new Set<string>()
  /** Of all rows: what the tool added and what is left out. */
  const aside = new CellTally()
  let outside = 0
  let placed: PlacedForm | undefined
  let [parent, own] = [-1, -1]
  return {
    header(cells) {
      const names = cells.map(tidyCell)
      outside += cellsIn({ cells })
      placed = placeForm(cells, group, [])
      parent = names.findIndex((name) => (PARENT_LINKS as readonly string[]).includes(name))
      own = names.findIndex((name) => name === '_index' || name === 'KEY')
      if (parent < 0) throw refuseFile([{ pointer: '/columns/_parent_index', rule: 'missing_column' }])
    },
    row(cells, rowNumber, seen) {
      if (!placed) throw new RangeError('the header comes first')
      const row = namedFreely()
      const read = rowOfForm(cells, placed, rowNumber, seen)
      for (const [name, text] of read) keepAnswer(row, name, text)
      const { answers, gaps } = countedIn(cells, placed, read, aside)
      if (Object.keys(row).length === 0) return
      const link = tidyCell(cells[parent] as string)
      if (link === '') throw refuseFile([{ pointer: `/rows/${rowNumber}/_parent_index`, rule: 'required' }])
      const rows = found.get(kept(link)) ?? []
      rows.push({ order: orderOf(tidyCell(cells[own] ?? '')) ?? rowNumber, row, answers, gaps })
      found.set(kept(link), rows)
    },
    rows: () => ({
      size: found.size,
      get(link, fates) {
        const rows = found.get(kept(link))
        if (!rows) return undefined
        asked.add(kept(link))
        if (fates) for (const one of rows) countRow(one, fates)
        return [...rows].sort((a, b) => a.order - b.order).map(({ row }) => row)
      },
      rest(cells) {
        const left = new CellTally()
        for (const [link, rows] of found) if (!asked.has(link)) for (const one of rows) countRow(one, left)
        cells.refuse('no_such_case', left.further)
        cells.leftOut += aside.leftOut
        for (const [kind, count] of aside.dropped) cells.drop(kind, count)
        return outside
      },
    }),
  }
}

/** Answers and states of one row; the rest of it is counted aside. */
function countedIn(
  cells: readonly string[],
  placed: PlacedForm,
  read: ReadonlyMap<string, string>,
  aside: CellTally,
): Pick<LinkedRow, 'answers' | 'gaps'> {
  const own = new CellTally()
  countForm(cells, placed, read, own)
  aside.leftOut += own.leftOut
  for (const [kind, count] of own.dropped) aside.drop(kind, count)
  return { answers: own.answers, gaps: own.gaps }
}

function countRow({ answers, gaps }: LinkedRow, fates: CellTally): void {
  fates.answers += answers
  fates.gaps += gaps
  fates.further += answers + gaps
}

/** `7`, or the last number of `uuid:…/part_route/route_legs[2]`. */
const orderOf = (own: string): number | null => {
  const found = /^(\d{1,9})(?:\.0)?$|\[(\d{1,6})\]$/.exec(own)
  return found ? Number(found[1] ?? found[2]) : null
}
