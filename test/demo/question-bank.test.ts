/** The question bank judges a bundle by what it shows of the fictional truth. */
import { describe, expect, it } from 'vitest'
import { everyTable } from '../../analysis/catalogue/every-table.ts'
import { answers, QUESTION_BANK } from '../../server/demo/question-bank.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import { makeEdition } from '../support/edition.ts'

const { input, bundle } = makeEdition({ cases: 480, seed: 1 })
const truth = input.cases

/** The bundle with the cell of one line withheld. */
const without = (table: string, code: string): Bundle => ({
  ...bundle,
  tables: bundle.tables.map((one) =>
    one.id !== table
      ? one
      : {
          ...one,
          cells: one.cells.map((cell, index) => (one.axes[0].lines[index]?.code === code ? { status: 'withheld' as const } : cell)),
        },
  ),
})
const size = (cell: ReleasedCell) => (cell.status === 'shown' ? cell.figure : 0)
const stateOf = (number: number, of: Bundle) => answers(of, truth).find((answer) => answer.number === number)?.state

describe('the question bank', () => {
  it('asks twelve questions of tables that a build makes', () => {
    const made = new Set(['routes', ...everyTable().map((table) => table.id)])
    expect(QUESTION_BANK.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    for (const { asks } of QUESTION_BANK) for (const { table } of asks) expect(made.has(table), table).toBe(true)
  })

  it('is answered where every category with enough cases is shown, and silent once one of them is withheld', () => {
    const found = answers(bundle, truth)
    for (const { asked, shown } of found.filter(({ state }) => state === 'answered')) expect(shown).toBe(asked)
    const tried = QUESTION_BANK.filter(
      ({ number, asks }) => asks[0]?.table !== 'routes' && found.find((one) => one.number === number)?.state === 'answered',
    )
    expect(tried.length).toBeGreaterThan(3)
    for (const {
      number,
      asks: [ask],
    } of tried) {
      const table = bundle.tables.find((one) => one.id === ask?.table)!
      const figures = table.axes[0].lines.map((line, index) => ({ code: line.code, role: line.role, cell: table.cells[index]! }))
      const largest = figures.reduce((most, one) => (one.role === 'value' && size(one.cell) > size(most.cell) ? one : most), {
        code: '',
        role: 'value',
        cell: { status: 'withheld' } as ReleasedCell,
      })
      expect(stateOf(number, without(table.id, largest.code)), table.id).toBe('silent')
    }
  })

  it('is not moved by a category that is too small to be asked', () => {
    expect(stateOf(1, without('citizenship@country', 'RO'))).toBe(stateOf(1, bundle))
  })

  it('is silent on every question when everything is withheld', () => {
    const nothing: Bundle = {
      ...bundle,
      tables: bundle.tables.map((one) => ({ ...one, cells: one.cells.map(() => ({ status: 'withheld' as const })) })),
      routes: { ...bundle.routes!, origins: [] },
    }
    expect(answers(nothing, truth).filter(({ state }) => state === 'answered')).toEqual([])
  })
})
