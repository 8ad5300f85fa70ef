/** Numbers of persons: what can be done with them, and that nothing is lost on the way. */
import { describe, expect, it } from 'vitest'
import {
  byCount,
  exactCount,
  exactCounts,
  isBelow,
  isFew,
  minus,
  NOBODY,
  plainNumber,
  plus,
  someOf,
} from '../../../analysis/exact/exact-count.ts'

describe('a number of persons', () => {
  it('is the plain number at run time, so that files and typed arrays stay as they are', () => {
    expect(JSON.stringify({ cases: exactCount(12) })).toBe('{"cases":12}')
    expect(plainNumber(exactCount(12))).toBe(12)
  })

  it('is added to others and taken from others', () => {
    expect(plus(exactCount(3), exactCount(4))).toBe(exactCount(7))
    expect(minus(exactCount(7), exactCount(7))).toBe(NOBODY)
  })

  it('is below a limit that it does not reach', () => {
    expect([4, 5, 6].map((cases) => isBelow(exactCount(cases), 5))).toEqual([true, false, false])
  })

  it('is few from one to four', () => {
    expect([0, 1, 4, 5].map((cases) => isFew(exactCount(cases), 5))).toEqual([false, true, true, false])
  })

  it('is sorted with the smaller first', () => {
    expect([9, 10, 2].map(exactCount).sort(byCount).map(plainNumber)).toEqual([2, 9, 10])
  })
})

describe('numbers of persons in a row', () => {
  it('are looked at in part without being copied', () => {
    const memory = Uint32Array.of(1, 2, 3, 4)
    const part = someOf(exactCounts(memory), 1, 3)
    memory[1] = 20
    expect([part.length, part[0], part[1]]).toEqual([2, 20, 3])
  })
})
