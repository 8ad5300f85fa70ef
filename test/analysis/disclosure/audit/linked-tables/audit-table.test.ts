/** What a reader works out about the lines of a released table: debts in four bands, of which only the lowest has a line of its own. */
import { describe, expect, it } from 'vitest'
import { publishedTable } from '../../../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { release } from '../../../../../analysis/disclosure/released/release.ts'
import type { LineRole, ReleasedTable } from '../../../../../survey-schema/release/released-table.ts'
import { levelOf, variableById } from '../../../../../survey-schema/variables/index.ts'

const variable = variableById('debt_band')!
const [fine, coarse] = [variable.levels[0]!, variable.levels[1]!]

function tableWith(lines: readonly (readonly [code: string, role: LineRole])[]) {
  const axis = {
    variable: variable.id,
    level: fine.id,
    kind: variable.kind,
    en: '',
    ja: '',
    lines: lines.map(([code, role]) => ({ code, role, en: '', ja: '' })),
  }
  const verdicts = lines.map(() => ({ status: 'withheld', reason: 'small' }) as const)
  return release({ id: 'debt_band@band', slice: 'volume-1', policy: 'v1', axes: [axis] }, verdicts, () => 'none')
}

const [first] = fine.categories
const group = coarse.categories.find(({ codes }) => codes.includes(first!.code))!
const codesIn = (categories: readonly { readonly codes: readonly string[] }[]) => categories.flatMap(({ codes }) => codes).sort()

describe('a published table', () => {
  const table = publishedTable(
    tableWith([
      [first!.code, 'value'],
      [`rest:${group.code}`, 'rest'],
      ['rest', 'rest'],
      ['answered', 'answered'],
      ['total', 'total'],
    ]),
  )
  const held = table.axes[0].lines.map(({ codes }) => codes && [...codes].sort())

  it('holds in `rest:X` what has no line of its own in X, and in `rest` all others', () => {
    const inGroup = codesIn([group])
    expect(held[0]).toEqual([...first!.codes])
    expect(held[1]).toEqual(inGroup.filter((code) => !first!.codes.includes(code)))
    expect(held[2]).toEqual(codesIn(levelOf(variable, fine.id)!.categories).filter((code) => !inGroup.includes(code)))
  })

  it('has keys that are the same for the same answers, and no codes where a line is no set of answers', () => {
    expect(table.axes[0].lines[0]!.key).toBe(`=${first!.code}`)
    expect(held.slice(3)).toEqual([null, null])
  })

  it('has withheld cells for what a base holds and no line says, and none where the questionnaire leaves nobody', () => {
    const unprinted = (released: ReleasedTable) => {
      const { axes, cells } = publishedTable(released)
      return axes[0].lines.map(({ code }, at) => `${code} ${cells[at]!.status}`).slice(released.cells.length)
    }
    const base = [
      ['applicable', 'applicable'],
      ['not_applicable', 'not_applicable'],
      ['total', 'total'],
    ] as const
    expect(unprinted(tableWith(base))).toEqual(['no_answer withheld'])
    expect(unprinted(tableWith([['total', 'total']]))).toEqual(['no_answer withheld', 'not_applicable withheld'])
    const axis = { variable: 'gender', level: 'list', kind: 'single', en: '', ja: '', lines: tableWith(base).axes[0].lines } as const
    const everybody = { id: 'gender@list', slice: 'e', policy: 'v2', axes: [{ ...axis, lines: axis.lines.slice(2) }] as const }
    const verdict = { status: 'withheld', reason: 'small' } as const
    expect(unprinted(release(everybody, [verdict], () => 'none'))).toEqual(['no_answer withheld', 'not_applicable not_applicable'])
  })

  it('counts the editions of its volume', () => {
    const released = tableWith([['total', 'total']])
    expect(publishedTable(released).counted).toBe('volume-1')
    expect(publishedTable(released, { id: 'volume-1', editions: ['one', 'two'] } as never).counted).toBe('one two')
  })

  it('is refused where no list knows its level', () => {
    const released = tableWith([['total', 'total']])
    const [axis] = released.axes
    expect(() => publishedTable({ ...released, axes: [{ ...axis, level: 'none' }] })).toThrow(RangeError)
  })
})
