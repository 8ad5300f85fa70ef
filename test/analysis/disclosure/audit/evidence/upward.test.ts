/** What the children of a withheld group say of it: a is shown as 5, so 5 or 6 at two to one. Noise of -1, 0 or 1. */
import { describe, expect, it } from 'vitest'
import { insidersView, readersView } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { cellTreesOf } from '../../../../../analysis/disclosure/audit/evidence/cell-tree.ts'
import { addedLevels, upward } from '../../../../../analysis/disclosure/audit/evidence/upward.ts'
import type { LinkedCell, LinkedTables } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { suppressed, type Written } from '../../../../support/small-release.ts'
import { cellIn, columnOf, type Level, placeIn } from './one-column.ts'
import { attacker } from './quarter-noise.ts'

const { weights: law, sums } = { ...attacker.law }
const withheld = suppressed(1)

function read(linked: LinkedTables, own?: (cell: LinkedCell) => number) {
  const cells = [...linked.cells.values()]
  const view = own === undefined ? readersView(cells) : insidersView(attacker, cells, own)
  const trees = cellTreesOf(linked)
  const added = addedLevels(trees.along[0], view)
  const up = upward(trees, added, attacker, view)
  const at = (code: string) => placeIn(linked, cellIn(linked, code))
  const names = (places: Iterable<number>) => [...places].map((place) => cells[place]!.lines[0]).join(', ')
  return {
    added: (code: string) => added[at(code)] && names(added[at(code)]!.parts),
    weights: (code: string, length: number) => [...up.weights(at(code), length)].slice(0, length),
    isOrdinary: (code: string) => up.isOrdinary(at(code)),
    shownWithin: (code: string) => names(up.shownWithin(at(code))),
  }
}

/** The group is withheld; c stands beside it. */
const group = (children: Level, more: readonly Level[] = []) => columnOf({ all: [40, 40], 'a+b': withheld, c: withheld }, children, ...more)

describe('the level that is added up', () => {
  it('is that with the fewest cells of which nothing is known, then with the fewest cells', () => {
    const whole = (one: Level, other: Level) => read(columnOf({ 'a+b+c+d': withheld }, one, other)).added('a+b+c+d')
    const shown: Written = [9, 9]
    expect(whole({ 'a+b': withheld, 'c+d': shown }, { 'a+c': shown, 'b+d': shown })).toBe('a+c, b+d')
    expect(whole({ a: shown, b: shown, 'c+d': shown }, { 'a+b': shown, 'c+d': shown })).toBe('a+b, c+d')
    // Of a withheld group with shown children something is known.
    expect(whole({ a: shown, b: shown, 'c+d': shown }, { 'a+b': withheld, 'c+d': shown })).toBe('a+b, c+d')
  })

  it('is none where no child is shown, and none for a shown cell', () => {
    expect(read(group({ a: withheld, b: withheld })).added('a+b')).toBeUndefined()
    expect(read(columnOf({ all: [40, 40], 'a+b': [20, 20], c: withheld }, { a: [9, 9], b: withheld })).added('a+b')).toBeUndefined()
  })
})

describe('the weights of a withheld cell', () => {
  it('are the law alone where no child is shown', () => {
    const { weights, isOrdinary } = read(group({ a: withheld, b: withheld }))
    expect(weights('a+b', 8)).toEqual([...law('withheld', 8)].slice(0, 8))
    expect(isOrdinary('a+b')).toBe(true)
  })

  it('are the law times what its children hold together', () => {
    const { weights, isOrdinary } = read(group({ a: [5, 5], b: withheld }))
    const [one, b] = [law('withheld', 8), law('withheld', 8)]
    const found = weights('a+b', 8)
    expect(found.slice(0, 5)).toEqual([0, 0, 0, 0, 0])
    expect(found[5]).toBeCloseTo(one[5]! * (2 / 3) * b[0]!, 12)
    expect(found[6]).toBeCloseTo(one[6]! * ((2 / 3) * b[1]! + (1 / 3) * b[0]!), 12)
    expect(isOrdinary('a+b')).toBe(false)
  })

  it('take categories without a line for fewer cases than a line needs', () => {
    const { weights } = read(columnOf({ all: [40, 40], 'a+b+e': withheld, c: withheld }, { a: [5, 5] }))
    const alsoWithheld = sums('unlisted', 2, 32)
    const found = weights('a+b+e', 32)
    for (const count of [6, 20])
      expect(found[count]! / law('withheld', 32)[count]!).toBeCloseTo(
        (2 / 3) * alsoWithheld[count - 5]! + (1 / 3) * alsoWithheld[count - 6]!,
        12,
      )
  })

  it('are those of others, for an insider who knows his own', () => {
    // Two of b are his: the group holds his two, and others.
    const his = read(group({ a: [5, 5], b: suppressed(2) }), ({ lines }) => (lines[0] === 'b' || lines[0] === 'a+b' ? 2 : 0))
    expect(his.weights('a+b', 8)).toEqual(read(group({ a: [5, 5], b: withheld })).weights('a+b', 8))
  })

  it('count his own in categories without a line as known to him', () => {
    const linked = columnOf({ all: [40, 40], 'a+b': withheld, c: withheld }, { a: [5, 5] })
    const his = read(linked, ({ lines }) => (lines[0] === 'a+b' ? 2 : 0))
    expect(his.weights('a+b', 8)).toEqual(read(linked).weights('a+b', 8))
  })
})

describe('the shown cells within a cell', () => {
  it('are the lowest whose figures are added up, or the cell itself', () => {
    const { shownWithin } = read(group({ a: [5, 5], b: withheld }))
    expect([shownWithin('a+b'), shownWithin('a'), shownWithin('b')]).toEqual(['a', 'a', ''])
  })
})
