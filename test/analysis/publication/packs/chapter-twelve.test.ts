/** Tables 12.4 and 12.5: official figures beside ours, and the clauses of the Protocol, from released cells and from what was printed. */
import { beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V2 } from '../../../../analysis/policy/policy.ts'
import { OFFICIAL } from '../../../../analysis/publication/book/derived/official-figures.ts'
import { PROTOCOL_CLAUSES } from '../../../../analysis/publication/book/derived/protocol-clauses.ts'
import { intervalWords, shareOf } from '../../../../analysis/publication/statistics/share.ts'
import type { DerivedBlock } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { bookFor, bundleOf, isDerived, tableIn, withheldIn } from '../../../support/book.ts'

let bundle: Bundle
let official: DerivedBlock
let clauses: readonly DerivedBlock[]
beforeAll(() => {
  bundle = bundleOf({ cases: 480, seed: 1 })
  const book = bookFor(bundle)
  official = tableIn(book, '12.4').blocks.filter(isDerived)[0]!
  clauses = tableIn(book, '12.5').blocks.filter(isDerived)
}, 300_000)

/** The released cell of some lines, by their codes; withheld where the table has no such line. */
function released(id: string, ...codes: readonly string[]): ReleasedCell {
  const table = bundle.tables.find((one) => one.id === id)!
  const places = table.axes.map(({ lines }, axis) => lines.findIndex(({ code }) => code === codes[axis]))
  if (places.includes(-1)) return { status: 'withheld' }
  return table.cells[places.length === 1 ? places[0]! : places[0]! * table.axes[1]!.lines.length + places[1]!]!
}

const figures = (block: DerivedBlock) => block.rows.flatMap(({ cells }) => cells.filter(({ cell }) => 'figure' in cell))

describe('official figures beside ours', () => {
  it('opens chapter 12', () => {
    expect(bookFor(bundle).chapters[11]!.tables[0]!.number).toBe('12.4')
  })

  it('has no figure of ours but the released cells of the period, and no official one but as it was printed', () => {
    expect(official.rows.length).toBeGreaterThan(5)
    const [period, definition, organisation, authority] = [
      'registration_year@period3',
      'registration_year@period3,definition_result@list',
      'registration_year@period3,org_judgement@list',
      'registration_year@period3,state_recognition@group3',
    ] as const
    for (const { line, cells } of official.rows) {
      expect(cells.slice(0, 4).map(({ cell }) => cell)).toEqual([
        released(period, line.code),
        released(definition, line.code, 'meets'),
        released(organisation, line.code, 'actual'),
        released(authority, line.code, 'recognised'),
      ])
      const [from, to] = line.code.split('_').map(Number) as [number, number]
      for (const [at, { years }] of OFFICIAL.entries()) {
        const { cell } = cells[4 + at]!
        const covered = Object.entries(years).filter(([year]) => Number(year) >= from && Number(year) <= to)
        if (cell.status !== 'text') expect(covered, line.code).toEqual([])
        else {
          expect(cell.words.en).toBe(covered.map(([year, { en }]) => `${year}: ${en}`).join('; '))
          expect(cell.words.ja).toBe(covered.map(([year, { ja }]) => `${year}年 ${ja}`).join('、'))
        }
      }
    }
    expect(figures(official).length).toBeGreaterThan(20)
  })
})

describe('articles 6 to 8 of the Protocol', () => {
  it('keeps apart what binds and what is to be considered, and names every clause', () => {
    const named = clauses.map(({ rows }) => [...new Set(rows.map(({ line }) => line.code.split(/-[a-z_]{2}/)[0]))])
    expect(named).toEqual([
      ['6-2-a', '6-2-b', '6-4', '6-5', '6-6', '7-2', '8-1', '8-2', '8-3', '8-4'],
      ['6-1', '6-3-a', '6-3-b', '6-3-c', '6-3-d', '7-1'],
    ])
    for (const { duty, words } of PROTOCOL_CLAUSES)
      expect(/consider”|to the extent possible/.test(words.en), words.en).toBe(duty === 'qualified')
  })

  it('has for each answer the released figure, its base and their share, and none where nothing is asked', () => {
    const rows = clauses.flatMap((block) => block.rows)
    const answers = PROTOCOL_CLAUSES.flatMap((clause) => clause.answers.map(([table, code]) => ({ clause, table, code })))
    expect(rows).toHaveLength(answers.length + PROTOCOL_CLAUSES.filter((clause) => clause.answers.length === 0).length)
    let shown = 0
    for (const { clause, table, code } of answers) {
      const row = rows.find(({ line }) => line.code === `${clause.id}-${table.split('@')[0]}-${code}`)!
      const [count, base] = [released(table, code), released(table, 'answered')]
      expect(row.cells[0]!.cell).toEqual(count)
      expect(row.cells[1]!.cell).toEqual(base)
      const share = shareOf(count, base, POLICY_V2)
      expect(row.cells[2]!.cell).toEqual(share ? { status: 'text', words: intervalWords(share) } : { status: 'withheld' })
      shown += Number(share !== null)
    }
    expect(shown).toBeGreaterThan(20)
    for (const { answers: some, id } of PROTOCOL_CLAUSES)
      if (some.length === 0)
        expect(rows.find(({ line }) => line.code === id)!.cells.map(({ cell }) => cell.status)).toEqual(Array(3).fill('not_applicable'))
  })

  it('shows no figure where none is released', () => {
    const bare = bookFor(withheldIn(bundle))
    for (const number of ['12.4', '12.5'])
      for (const block of tableIn(bare, number).blocks.filter(isDerived)) expect(figures(block)).toEqual([])
  })
})
