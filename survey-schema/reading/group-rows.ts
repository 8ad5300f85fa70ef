/**
 * The two further files of a CSV delivery: legs of journeys and steps to help, keyed by `partner_case_key` and `row_no`.
 * A `row_no` of 0 with nothing else says that there was none; a case without a row was not asked.
 */

import type { Group } from '../question.ts'
import { QUESTIONS } from '../questionnaire/index.ts'
import { checkRow, type Placed, placeColumns, refuseFile, tidyCell } from './file-reader.ts'

export type GroupRow = Readonly<Record<string, string>>

/** Rows of one group by code word, in the order of `row_no`. */
export type GroupRows = ReadonlyMap<string, readonly GroupRow[]>

export interface GroupReader {
  header(cells: readonly string[]): void
  row(cells: readonly string[], rowNumber: number): void
  /** @throws ProblemError `invalid-file` where the numbers of a case do not run 1, 2, 3 … */
  rows(): GroupRows
}

const KEYS = ['partner_case_key', 'row_no'] as const

/** Reads the file of one group. */
export function groupReader(group: Group, leaveOut: readonly number[] = []): GroupReader {
  const questions = QUESTIONS.filter((question) => question.group === group)
  const names: readonly string[] = [...KEYS, ...questions.map((question) => question.id)]
  const required = [...KEYS, ...questions.filter((question) => question.required).map((question) => question.id)]
  const found = new Map<string, Map<number, GroupRow>>()
  let placed: Placed | undefined
  return {
    header(cells) {
      placed = placeColumns(cells, (name) => names.includes(name), required, leaveOut)
    },
    row(cells, rowNumber) {
      if (!placed) throw new RangeError('the header comes first')
      checkRow(cells, placed, rowNumber)
      const { at } = placed
      const cell = (name: string) => tidyCell(cells[at.get(name) ?? -1] ?? '')
      const key = cell('partner_case_key')
      const number = cell('row_no')
      if (key === '') throw refuseFile([{ pointer: `/rows/${rowNumber}/partner_case_key`, rule: 'required' }])
      if (!/^\d{1,2}$/.test(number)) throw refuseFile([{ pointer: `/rows/${rowNumber}/row_no`, rule: 'invalid_type' }])
      const rows = found.get(key) ?? new Map<number, GroupRow>()
      if (rows.has(Number(number))) throw refuseFile([{ pointer: `/rows/${rowNumber}/row_no`, rule: 'duplicate_row' }])
      rows.set(Number(number), Object.fromEntries(questions.map(({ id }) => [id, cell(id)]).filter(([, value]) => value !== '')))
      found.set(key, rows)
    },
    rows: () => new Map([...found].map(([key, rows]) => [key, inOrder(rows)])),
  }
}

function inOrder(rows: ReadonlyMap<number, GroupRow>): readonly GroupRow[] {
  const numbers = [...rows.keys()].sort((a, b) => a - b)
  if (numbers.length === 1 && numbers[0] === 0 && Object.keys(rows.get(0) as GroupRow).length === 0) return []
  if (numbers.some((number, at) => number !== at + 1)) throw refuseFile([{ pointer: '/columns/row_no', rule: 'row_numbers' }])
  return numbers.map((number) => rows.get(number) as GroupRow)
}
