/** How drawings and tables follow one another so that pages are full: tables keep their order, and nothing is lost. */

import { describe, expect, it } from 'vitest'
import { filled, type PageItem } from '../../../../server/editors/book-files/page-filling.ts'
import fc from '../../../support/seeded-properties.ts'

const PAGE = 250
const table = (height: number, breaks = false): PageItem => ({ kind: 'table', height, breaks })
const drawing = (height: number): PageItem => ({ kind: 'drawing', height, least: height * 0.8 })
const order = (items: readonly PageItem[], before: number) => {
  const { placed, left } = filled(items, 20, PAGE, before)
  return { order: placed.map(({ item }) => items.indexOf(item)), scales: placed.map(({ scale }) => Number(scale.toFixed(2))), left }
}

describe('a page', () => {
  it('takes a drawing before its table where both fit', () => {
    expect(order([drawing(80), table(60)], 200)).toEqual({ order: [0, 1], scales: [1, 1], left: 40 })
  })

  it('takes the table first where the drawing would leave it white, and the drawing on the next page', () => {
    expect(order([drawing(100), table(60)], 95)).toEqual({ order: [1, 0], scales: [1, 1], left: 150 })
  })

  it('takes a drawing that is nearly small enough a little smaller', () => {
    expect(order([drawing(100), table(60)], 110)).toEqual({ order: [0, 1], scales: [0.9, 1], left: 190 })
  })

  it('is followed by a new one where not even the title and a first item fit', () => {
    expect(order([table(60)], 70)).toEqual({ order: [0], scales: [1], left: 170 })
    expect([filled([table(60)], 20, PAGE, 70).moved, filled([table(60)], 20, PAGE, 80).moved]).toEqual([true, false])
  })

  it('is filled by a table that is longer than a page, and so are those after it', () => {
    expect(order([table(600, true)], 120)).toEqual({ order: [0], scales: [1], left: 250 })
    expect(order([table(300, true)], 120)).toEqual({ order: [0], scales: [1], left: 50 })
  })

  it('holds everything once, tables and drawings each in their own order', () => {
    const item = fc.record({ kind: fc.constantFrom('drawing', 'table'), height: fc.integer({ min: 5, max: 240 }) })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 9 }), fc.integer({ min: 0, max: PAGE }), (given, before) => {
        const items = given.map(({ kind, height }) => (kind === 'table' ? table(height) : drawing(height)))
        const { placed, left } = filled(items, 20, PAGE, before)
        for (const kind of ['drawing', 'table'])
          expect(placed.map(({ item: one }) => one).filter((one) => one.kind === kind)).toEqual(items.filter((one) => one.kind === kind))
        for (const { item: one, scale } of placed) expect(scale * one.height).toBeGreaterThanOrEqual((one.least ?? one.height) - 1e-9)
        expect(left >= 0 && left <= PAGE).toBe(true)
      }),
    )
  })
})
