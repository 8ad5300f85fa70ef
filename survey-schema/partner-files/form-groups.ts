/** Rows that repeat in an exported form, on a sheet or in a file of their own: each names its parent by place or by key. */
import type { Group } from '../questionnaire/question.ts'
import { refuseFile, tidyCell } from './file-reader.ts'
import { keepAnswer, namedFreely } from './form-answers.ts'
import { type PlacedForm, placeForm, rowOfForm } from './form-row.ts'
import { PARENT_LINKS } from './group-heading.ts'
import { type GroupReader, type GroupRow, kept } from './group-rows.ts'

interface LinkedRow {
  /** The place among the rows of the form: a sheet may have been sorted since. */
  readonly order: number
  readonly row: GroupRow
}

/** Reads the sheet or file of one group; a row without an answer is none. */
export function linkedGroupReader(group: Group): GroupReader {
  const found = new Map<string, LinkedRow[]>()
  let placed: PlacedForm | undefined
  let [parent, own] = [-1, -1]
  return {
    header(cells) {
      const names = cells.map(tidyCell)
      placed = placeForm(cells, group, [])
      parent = names.findIndex((name) => (PARENT_LINKS as readonly string[]).includes(name))
      own = names.findIndex((name) => name === '_index' || name === 'KEY')
      if (parent < 0) throw refuseFile([{ pointer: '/columns/_parent_index', rule: 'missing_column' }])
    },
    row(cells, rowNumber) {
      if (!placed) throw new RangeError('the header comes first')
      const row = namedFreely()
      for (const [name, text] of rowOfForm(cells, placed, rowNumber)) keepAnswer(row, name, text)
      if (Object.keys(row).length === 0) return
      const link = tidyCell(cells[parent] as string)
      if (link === '') throw refuseFile([{ pointer: `/rows/${rowNumber}/_parent_index`, rule: 'required' }])
      const rows = found.get(kept(link)) ?? []
      rows.push({ order: orderOf(tidyCell(cells[own] ?? '')) ?? rowNumber, row })
      found.set(kept(link), rows)
    },
    rows: () => ({
      size: found.size,
      get(link) {
        const rows = found.get(kept(link))
        return rows && [...rows].sort((a, b) => a.order - b.order).map(({ row }) => row)
      },
    }),
  }
}

/** `7`, or the last number of `uuid:…/part_route/route_legs[2]`. */
const orderOf = (own: string): number | null => {
  const found = /^(\d{1,9})(?:\.0)?$|\[(\d{1,6})\]$/.exec(own)
  return found ? Number(found[1] ?? found[2]) : null
}
