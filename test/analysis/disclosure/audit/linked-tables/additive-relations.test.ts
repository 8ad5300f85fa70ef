/** Which lines of an axis add up to another. */
import { describe, expect, it } from 'vitest'
import {
  type AxisRelation,
  additiveRelationsOf,
  partialRelationsOf,
} from '../../../../../analysis/disclosure/audit/linked-tables/additive-relations.ts'
import { type LinkedAxis, linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, tableOf } from '../../../../support/small-release.ts'

function axisWith(levels: readonly (readonly string[])[], kind: 'single' | 'multiple' = 'single'): LinkedAxis {
  const tables = levels.map((categories, level) =>
    tableOf(String(level), [axisOf('q', categories, kind)], new Array(categories.length + 4).fill(10)),
  )
  return linkedTablesOf(tables)[0]!.axes[0]
}

const written = ({ lines }: LinkedAxis, relations: readonly AxisRelation[]) =>
  relations.map(({ whole, parts }) => `${lines[whole]!.code} = ${parts.map((part) => lines[part]!.code).join(', ')}`)

const ANSWERS = 'total = answered, no_answer, not_applicable'

describe('additive relations', () => {
  it('add up the answers to all answers, level by level, and finer categories to coarser ones', () => {
    const axis = axisWith([
      ['a', 'b', 'c'],
      ['a+b', 'c'],
    ])
    expect(written(axis, additiveRelationsOf(axis))).toEqual([ANSWERS, 'answered = a, b, c', 'a+b = a, b', 'answered = a+b, c'])
  })

  it('add up no options of a multiple answer', () => {
    const axis = axisWith([['a', 'b'], ['a+b']], 'multiple')
    expect(written(axis, additiveRelationsOf(axis))).toEqual([ANSWERS])
  })

  it('add up the states of not answering, where a table prints them', () => {
    const axis = axisWith([['a']])
    const state = (code: string) => ({ key: code, code, role: 'state', codes: null }) as const
    const lines = [...axis.lines, state('unknown'), state('declined')]
    expect(written({ ...axis, lines }, additiveRelationsOf({ ...axis, lines }))).toContain('no_answer = unknown, declined')
  })

  it('add up to a base that holds those without an answer with the part of it that is not printed', () => {
    const axis = axisWith([['a', 'b']])
    const lines = axis.lines.map((line) =>
      line.role === 'answered' ? { key: 'applicable', code: 'applicable', role: 'applicable' as const, codes: null } : line,
    )
    const relations = ['total = applicable, not_applicable', 'applicable = a, b, no_answer']
    expect(written({ ...axis, lines }, additiveRelationsOf({ ...axis, lines }))).toEqual(relations)
  })

  it('add up the categories with the ways of not answering, where nothing is printed for all answers', () => {
    const axis = axisWith([['a', 'b']])
    const lines = axis.lines.map((line) => (line.role === 'answered' ? { ...line, role: 'value' as const } : line))
    expect(written({ ...axis, lines }, additiveRelationsOf({ ...axis, lines }))).toEqual(['total = a, b, no_answer, not_applicable'])
  })
})

describe('partial relations', () => {
  it('hold lines that leave some answers of a coarser line to none of them', () => {
    const axis = axisWith([
      ['a', 'c'],
      ['a+b', 'c'],
    ])
    expect(written(axis, partialRelationsOf(axis))).toEqual(['a+b = a'])
    expect(written(axis, additiveRelationsOf(axis))).not.toContain('a+b = a')
  })
})
