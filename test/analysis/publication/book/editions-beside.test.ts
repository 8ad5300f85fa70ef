/** Editions side by side: published figures and their sums, no difference between editions, nothing where there is one edition. */
import { beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V2 } from '../../../../analysis/policy/policy.ts'
import type { Book, DerivedBlock } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import type { ReleasedCell, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { bookFor, bundleOf, isDerived, tableIn } from '../../../support/book.ts'

/** Five editions too small for crosstabs, each of other cases. */
const EDITIONS = [70, 60, 90, 60, 80]
let bundles: Bundle[]
let book: Book
beforeAll(() => {
  bundles = []
  for (const [at, cases] of EDITIONS.entries())
    bundles.push(bundleOf({ cases, seed: at + 1, policy: POLICY_V2 }, `fictional-${at + 1}`, bundles.at(-1)?.manifest.checksum ?? null))
  book = bookFor(bundles[4]!, bundles.slice(0, 4))
})

const besideIn = (one: Book): readonly DerivedBlock[] =>
  one.chapters.flatMap(({ tables }) => tables.flatMap(({ blocks }) => blocks.filter(isDerived).filter(({ editions }) => editions)))
const tableOf = (bundle: Bundle, id: string): ReleasedTable => bundle.tables.find((table) => table.id === id)!
const figureOf = (cell: ReleasedCell | undefined) => (cell && 'figure' in cell ? cell.figure : null)
const inTable = ({ axes: [{ lines }], cells }: ReleasedTable, code: string) =>
  figureOf(cells[lines.findIndex((line) => line.code === code)])

describe('editions side by side', () => {
  it('P80 hold the published figure of each edition, or withhold it as the edition does', () => {
    let compared = 0
    for (const { rows } of besideIn(book))
      for (const { line, cells } of rows)
        for (const { cell, from } of cells.slice(0, 4)) {
          const [slice, id] = from[0]!.split('/') as [string, string]
          expect(from).toHaveLength(1)
          if (cell.status === 'text') throw new Error('a figure is a cell')
          expect(figureOf(cell), `${id} ${line.code}`).toBe(
            inTable(tableOf(bundles.find(({ manifest }) => manifest.editions[0]!.id === slice)!, id), line.code),
          )
          compared += 1
        }
    expect(compared).toBeGreaterThan(500)
  })

  it('P87 adds up published figures alone, over all editions, and says in how many of them they stand', () => {
    let least = 0
    for (const { rows } of besideIn(book))
      for (const { line, cells } of rows) {
        const { cell, from } = cells[4]!
        if (cell.status === 'text') {
          expect(cell.words.en).toBe('not added up')
          continue
        }
        const parts = from.map((name) => {
          const [slice, id] = name.split('/') as [string, string]
          return inTable(tableOf(bundles.find(({ manifest }) => manifest.editions[0]!.id === slice)!, id), line.code)
        })
        const known = parts.filter((part) => part !== null)
        if (cell.status === 'not_applicable') continue
        if (known.length === 0) expect(cell.status, line.code).toBe('withheld')
        else expect(cell).toEqual({ status: 'sum', figure: known.reduce((sum, part) => sum + part, 0), parts: known.length, of: 5 })
        if (known.length > 0 && known.length < parts.length) least += 1
      }
    expect(least).toBeGreaterThan(20)
  })

  it('P87 hold no difference and no change: every number is a published figure, a sum of them, or a share that its edition prints', () => {
    for (const block of besideIn(book)) {
      expect(block.editions).toEqual(['fictional-2', 'fictional-3', 'fictional-4', 'fictional-5'])
      expect(block.head).toHaveLength(1 + 4 + 1 + 4)
      for (const { cells } of block.rows) {
        expect(cells).toHaveLength(9)
        for (const [at, { cell, from }] of cells.slice(5).entries()) {
          expect(cell.status === 'text' || cell.status === 'withheld').toBe(true)
          if (cell.status === 'text' && cell.words.en !== 'base') {
            expect(cell.words.en).toMatch(/^\d{1,3}% \(\d{1,3}–\d{1,3}\)$/)
            expect(from[0]).toContain(`${block.editions![at]}/`)
            expect(figureOf(cells[at]!.cell as ReleasedCell)).not.toBeNull()
          }
        }
      }
      expect(block.notes.map(({ en }) => en).join(' ')).toContain('No difference or change between editions')
    }
  })

  it('stand under every question printed by itself, are not drawn and not put into words', () => {
    const table = tableIn(book, '2.4')
    const beside = table.blocks.filter(isDerived).filter(({ editions }) => editions)
    expect(beside.map(({ head }) => head[0]!.en)).toHaveLength(4)
    expect(table.figures.some(({ draws }) => beside.some(({ id }) => draws.includes(id)))).toBe(false)
    expect(
      tableIn(book, '14.1')
        .blocks.filter(isDerived)
        .some(({ editions }) => editions),
    ).toBe(false)
    expect(besideIn(book).length).toBeGreaterThan(40)
  })

  it('are silent in the book of a first edition', () => {
    expect(besideIn(bookFor(bundles[0]!))).toEqual([])
  })
})
