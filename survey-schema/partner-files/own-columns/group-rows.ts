/**
 * The two further files of a CSV delivery: legs of journeys and steps to help, keyed by `partner_case_key` and `row_no`.
 * A `row_no` of 0 with nothing else says that there was none; a case without a row was not asked.
 */

import { QUESTIONS } from '../../questionnaire/index.ts'
import { type Group, isUnanswered } from '../../questionnaire/question.ts'
import { CellTally, cellsIn, isBlank } from '../cell-fates.ts'
import { checkRow, countUnread, type Placed, placeColumns, refuseFile, type SeenCells, tidyCell } from '../file-reader.ts'

export type GroupRow = Readonly<Record<string, unknown>>

/** Rows of one group by case reference (in an exported form: by the name of the parent row), in their order. `size` counts cases. */
export interface GroupRows {
  readonly size: number
  /** Counts the cells of the rows, reference and number among them, where they are the rows of a case. */
  get(key: string, fates?: CellTally): readonly GroupRow[] | undefined
  /** Counts the cells of rows that no case has asked for, and of columns that are dropped. @returns cells of the headings */
  rest(cells: CellTally): number
}

export interface GroupReader {
  header(cells: readonly string[]): void
  /** @param seen what the workbook says of the row beside its plain values */
  row(cells: readonly string[], rowNumber: number, seen?: SeenCells): void
  /** @throws ProblemError `invalid-file` where the numbers of a case do not run 1, 2, 3 … */
  rows(): GroupRows
}

const KEYS = ['partner_case_key', 'row_no'] as const

/** Reads the file of one group. */
export function groupReader(group: Group, leaveOut: readonly number[] = []): GroupReader {
  const questions = QUESTIONS.filter((question) => question.group === group)
  const names: readonly string[] = [...KEYS, ...questions.map((question) => question.id)]
  const required = [...KEYS, ...questions.filter((question) => question.required).map((question) => question.id)]
  // The journeys of 100,000 cases stand in memory at once, so each row is one short text, and equal rows are the same text.
  const found = new Map<string, string>()
  const texts = new Map<string, string>()
  const aside = new CellTally()
  const asked = new Set<string>()
  let outside = 0
  let placed: Placed | undefined
  return {
    header(cells) {
      outside += cellsIn({ cells })
      placed = placeColumns(cells, (name) => names.includes(name), required, leaveOut)
    },
    row(cells, rowNumber, { shown, faults } = {}) {
      if (!placed) throw new RangeError('the header comes first')
      if (cells.every(isBlank) && !faults?.size) return
      checkRow(cells, placed, rowNumber, faults)
      countUnread(cells, placed, aside)
      const { at } = placed
      const cell = (name: string) => tidyCell(cells[at.get(name) ?? -1] ?? '')
      const key = tidyCell(shown?.get(at.get('partner_case_key') ?? -1) ?? cell('partner_case_key'))
      const number = cell('row_no').replace(/^(\d{1,2})\.0+$/, '$1')
      if (key === '') throw refuseFile([{ pointer: `/rows/${rowNumber}/partner_case_key`, rule: 'required' }])
      if (!/^\d{1,2}$/.test(number)) throw refuseFile([{ pointer: `/rows/${rowNumber}/row_no`, rule: 'invalid_type' }])
      const before = found.get(kept(key))
      const packed = JSON.stringify([Number(number), ...questions.map(({ id }) => cell(id))])
      const text = texts.get(packed) ?? packed
      texts.set(text, text)
      if (before?.split('\n').some((one) => numberOf(one) === Number(number)))
        throw refuseFile([{ pointer: `/rows/${rowNumber}/row_no`, rule: 'duplicate_row' }])
      found.set(kept(key), before === undefined ? text : `${before}\n${text}`)
    },
    rows() {
      const names = questions.map(({ id }) => id)
      for (const packed of found.values()) inOrder(unpacked(packed, names))
      return {
        size: found.size,
        get(key, fates) {
          const packed = found.get(kept(key))
          if (packed === undefined) return undefined
          asked.add(kept(key))
          if (fates) countCells(packed, fates)
          return inOrder(unpacked(packed, names))
        },
        rest(cells) {
          const left = new CellTally()
          for (const [key, packed] of found) if (!asked.has(key)) countCells(packed, left)
          cells.refuse('no_such_case', left.further)
          cells.leftOut += aside.leftOut
          for (const [kind, count] of aside.dropped) cells.drop(kind, count)
          return outside
        },
      }
    },
  }
}

/** A text of its own: a cell is a window into a megabyte of the file, and would keep all of it in memory. */
export const kept = (key: string): string => JSON.stringify(key)

/** The reference and the number of each row, and its answers. */
function countCells(packed: string, fates: CellTally): void {
  for (const one of packed.split('\n')) {
    const [, ...cells] = JSON.parse(one) as [number, ...string[]]
    const filled = cells.filter((cell) => cell !== '')
    const gaps = filled.filter(isUnanswered).length
    fates.gaps += gaps
    fates.answers += filled.length - gaps + 2
    fates.further += filled.length + 2
  }
}

const numberOf = (packed: string): number => Number.parseInt(packed.slice(1), 10)

function unpacked(packed: string, names: readonly string[]): ReadonlyMap<number, GroupRow> {
  const rows = packed.split('\n').map((one) => {
    const [number, ...cells] = JSON.parse(one) as [number, ...string[]]
    return [number, Object.fromEntries(names.map((name, at) => [name, cells[at] as string]).filter(([, value]) => value !== ''))] as const
  })
  return new Map(rows)
}

function inOrder(rows: ReadonlyMap<number, GroupRow>): readonly GroupRow[] {
  const numbers = [...rows.keys()].sort((a, b) => a - b)
  if (numbers.length === 1 && numbers[0] === 0 && Object.keys(rows.get(0) as GroupRow).length === 0) return []
  if (numbers.some((number, at) => number !== at + 1)) throw refuseFile([{ pointer: '/columns/row_no', rule: 'row_numbers' }])
  return numbers.map((number) => rows.get(number) as GroupRow)
}
