/** What is known of a table: cells that add up elementary cells. */
import { describe, expect, it } from 'vitest'
import {
  cellsOnElements,
  exactValue,
  publishedCell,
  snapped,
  withheldCell,
} from '../../../../../analysis/disclosure/audit/bounds/constraint-system.ts'

describe('a constraint system', () => {
  it('bounds a published cell by its noise, and never below 0', () => {
    expect(publishedCell('a', [0], 12)).toMatchObject({ lower: 12, upper: 12, withheld: false })
    expect(publishedCell('a', [0], 12, 5)).toMatchObject({ lower: 7, upper: 17 })
    expect(publishedCell('a', [0], 3, 5)).toMatchObject({ lower: 0, upper: 8 })
    expect(withheldCell('b', [1])).toMatchObject({ lower: 0, upper: Infinity, withheld: true })
  })

  it('lists for each elementary cell the cells that add it up', () => {
    expect(cellsOnElements({ size: 3, cells: [withheldCell('a', [0]), publishedCell('all', [0, 1], 9)] })).toEqual([[0, 1], [1], []])
  })
})

describe('bounds', () => {
  it('give a count away where they leave one whole number', () => {
    expect(exactValue({ lower: 3, upper: 3 })).toBe(3)
    expect(exactValue({ lower: 2.4, upper: 3.9 })).toBe(3)
    expect(exactValue({ lower: 2, upper: 3 })).toBeNull()
    expect(exactValue({ lower: 0, upper: Infinity })).toBeNull()
  })

  it('are whole numbers where a solver comes close to one', () => {
    expect(snapped(2.9999999)).toBe(3)
    expect(snapped(2.5)).toBe(2.5)
    expect(Object.is(snapped(-1e-9), 0)).toBe(true)
  })
})
