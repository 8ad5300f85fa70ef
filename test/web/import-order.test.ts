/** A partner decides first what most rows wait for, and sees before that what is not sent at all. */
import { describe, expect, it } from 'vitest'
import type { ColumnPlan, PlannedColumn } from '../../survey-schema/partner-files/plan/planned-columns.ts'
import { openDecisions, yesToAll } from '../../web/import/decision.ts'
import { byWeight, progressOf } from '../../web/import/decision-order.ts'
import { stayingOfPlan, stayingOfReport } from '../../web/import/staying-columns.ts'

const column = (position: number, by: Partial<PlannedColumn>): PlannedColumn => ({
  position,
  fate: 'mapped',
  target: { question: 'gender' },
  kind: null,
  words: [],
  unlisted: { cells: 0, rows: [] },
  rest: null,
  keys: null,
  numbered: false,
  part: null,
  ...by,
})
const word = (text: string, cells: number) => ({ word: text, codes: [], cells })

const COLUMNS: readonly PlannedColumn[] = [
  column(1, { fate: 'dropped', target: null, kind: 'person_name' }),
  column(2, { words: [word('w', 2)] }),
  column(3, {}),
  column(4, { fate: 'unknown', target: null }),
  column(5, { words: [word('w', 1)], unlisted: { cells: 4, rows: [1, 2, 3, 4] } }),
  column(6, { fate: 'left_out', target: null }),
  column(7, { fate: 'proposed', words: [word('w', 3)] }),
  // More words than rows: each cell holds several.
  column(8, { words: [word('v', 9), word('w', 9)] }),
]
const PLAN = {
  standard: null,
  headingRow: 1,
  firstRow: 2,
  columns: COLUMNS,
  wholeFile: ['consent_basis'],
  mayHold: [],
  rows: 10,
  unlistedWords: [],
  proposal: { schema: 'mapping', columns: [], whole: {} },
} as unknown as ColumnPlan
const OPEN = openDecisions({ plan: PLAN, headings: COLUMNS.map(({ position }) => `h${position}`), unknownColumns: [] })

describe('what is decided about a file', () => {
  it('stands in the order of the rows that wait for it, the whole file before some of its rows', () => {
    const { all, some } = byWeight(OPEN.columns)
    const seen = (columns: typeof all) => columns.map(({ position, rows }) => [position, rows])
    expect(seen(all)).toEqual([
      [7, 10],
      [4, 10],
    ])
    expect(seen(some)).toEqual([
      [8, 10],
      [5, 5],
      [2, 2],
    ])
  })

  it('counts as made with a yes, or with an answer for the whole file', () => {
    expect(progressOf(OPEN)).toEqual({ made: 0, of: 6 })
    expect(progressOf(yesToAll(OPEN))).toEqual({ made: 5, of: 6 })
    expect(progressOf({ ...yesToAll(OPEN), whole: { consent_basis: 'informed' } })).toEqual({ made: 6, of: 6 })
  })

  it('says of which columns nothing is sent, and of none that still waits', () => {
    const stay = [
      { position: 1, kind: 'person_name' },
      { position: 6, kind: null },
    ]
    expect(stayingOfPlan(COLUMNS)).toEqual(stay)
    const columns = { mapped: [], generalised: [], dropped: [{ position: 3, kind: 'telephone' }], unknown: [2] }
    expect(stayingOfReport({ planned: COLUMNS, columns })).toEqual(stay)
    expect(stayingOfReport({ planned: [], columns }).map(({ position }) => position)).toEqual([2, 3])
  })
})
