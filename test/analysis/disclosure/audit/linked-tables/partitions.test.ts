/** How an axis divides the cases: one partition for single answers, one for each option of a multiple answer. */
import { describe, expect, it } from 'vitest'
import type { AuditLine } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { partitionsOf, standingsWithout } from '../../../../../analysis/disclosure/audit/linked-tables/partitions.ts'
import { axisOf, tableOf } from '../../../../support/small-release.ts'

/** The axis of tables that print these categories, level by level. */
function axisWith(levels: readonly (readonly string[])[], kind: 'single' | 'multiple' = 'single') {
  const tables = levels.map((categories, level) =>
    tableOf(String(level), [axisOf('q', categories, kind)], new Array(categories.length + 4).fill(10)),
  )
  return linkedTablesOf(tables)[0]!.axes[0]
}

describe('the partition of single answers', () => {
  const axis = axisWith([
    ['a', 'b', 'c'],
    ['a+b', 'c'],
  ])
  const [partition, ...others] = partitionsOf(axis)

  it('has an elementary cell for each answer and each way of not answering, and adds up every line', () => {
    expect(others).toEqual([])
    expect(partition!.size).toBe(5)
    expect(axis.lines.map(({ code }, line) => [code, partition!.elementsOf[line]])).toEqual([
      ['a', [0]],
      ['b', [1]],
      ['c', [2]],
      ['answered', [0, 1, 2]],
      ['no_answer', [3]],
      ['not_applicable', [4]],
      ['total', [0, 1, 2, 3, 4]],
      ['a+b', [0, 1]],
    ])
  })

  it('groups the elementary cells as each level does', () => {
    expect(partition!.groupings).toEqual([
      [[0], [1], [2], [3], [4]],
      [[0], [1], [2], [3], [4]],
      [[0, 1], [2], [3], [4]],
    ])
  })

  it('does not tell apart answers that stand on the same lines', () => {
    const coarse = axisWith([['a+b', 'c']])
    expect(partitionsOf(coarse)[0]!.size).toBe(4)
  })
})

describe('the partitions of a multiple answer', () => {
  const axis = axisWith([['a', 'b'], ['a+b']], 'multiple')
  const [fixed, ofA] = partitionsOf(axis)
  const line = (code: string) => axis.lines.findIndex((one) => one.code === code)

  it('are one for the lines that are no option, and one for each option', () => {
    expect(partitionsOf(axis)).toHaveLength(4)
    expect(partitionsOf(axis).map(({ judged }) => judged.map((one) => axis.lines[one]!.code))).toEqual([
      ['answered', 'no_answer', 'not_applicable', 'total'],
      ['a'],
      ['b'],
      ['a+b'],
    ])
    expect(fixed!.elementsOf[line('a')]).toBeNull()
  })

  it('tell of an option: ticked, on no line of it, on a coarser line alone, or not answered', () => {
    expect(ofA!.size).toBe(5)
    expect(ofA!.elementsOf[line('a')]).toEqual([0])
    expect(ofA!.elementsOf[line('a+b')]).toEqual([0, 2])
    expect(ofA!.elementsOf[line('answered')]).toEqual([0, 1, 2])
    expect(ofA!.elementsOf[line('total')]).toEqual([0, 1, 2, 3, 4])
    expect(ofA!.elementsOf[line('b')]).toBeNull()
  })
})

describe('where a case can stand that has not ticked an option', () => {
  const lineOf = (codes: string): AuditLine => ({ key: `=${codes}`, code: codes, role: 'value', codes: new Set(codes) })
  const lines = ['a', 'ab', 'abc', 'abcd', 'ax', 'ab'].map(lineOf)

  it('is one more than there are lines, if these are nested', () => {
    expect(standingsWithout(lines, [1, 2, 3])).toEqual([[], [3], [2, 3], [1, 2, 3]])
  })

  it('is every subset of the lines that has with a line all that contain it, in the order of their numbers', () => {
    const containing = [1, 2, 4, 3, 5]
    const within = (inner: AuditLine, outer: AuditLine) => [...inner.codes!].every((code) => outer.codes!.has(code))
    const subsets = Array.from({ length: 2 ** containing.length }, (_, chosen) =>
      containing.filter((_line, bit) => (chosen >> bit) % 2 === 1),
    )
    const possible = subsets.filter((set) =>
      set.every((inner) => containing.every((outer) => set.includes(outer) || !within(lines[inner]!, lines[outer]!))),
    )
    expect(standingsWithout(lines, containing)).toEqual(possible)
  })
})
