/** The margins of a volume of two editions, as the check of the noise adds them up. */
import { describe, expect, it } from 'vitest'
import { marginsOtherwise } from '../../../server/editors/noise-check/margins.ts'
import type { LineRole, ReleasedAxis, ReleasedCell, ReleasedTable } from '../../../survey-schema/release/released-table.ts'

const line = (code: string, role: LineRole) => ({ code, role, en: code, ja: code })
const TOTAL = line('total', 'total')
const axis = (variable: string, level: string, ...codes: readonly string[]): ReleasedAxis => ({
  variable,
  level,
  kind: 'single',
  en: variable,
  ja: variable,
  lines: [...codes.map((code) => line(code, 'value')), TOTAL],
})
const table = (slice: string, axes: readonly ReleasedAxis[], cells: readonly ReleasedCell[]) =>
  ({
    id: axes.map(({ variable, level }) => `${variable}@${level}`).join(','),
    slice,
    axes,
    cells,
    policy: 'v2',
    checksum: '',
  }) as unknown as ReleasedTable
const shown = (figure: number): ReleasedCell => ({ status: 'shown', figure })
const sum = (figure: number): ReleasedCell => ({ status: 'sum', figure, parts: 2, of: 2 })

/** In the second edition Thai is none of the six languages, and has its line in the list of all. */
const editions = [
  {
    id: 'one',
    published: [
      table('one', [axis('first_language', 'language', 'th', 'tl')], [shown(20), shown(30), shown(50)]),
      table('one', [axis('first_language', 'top6', 'th', 'tl')], [shown(20), shown(30), shown(50)]),
    ],
  },
  {
    id: 'two',
    published: [
      table('two', [axis('first_language', 'language', 'th', 'tl')], [shown(12), shown(40), shown(52)]),
      table('two', [axis('first_language', 'top6', 'tl')], [shown(40), shown(52)]),
    ],
  },
]
const crosstab = (thai: number) =>
  table('volume', [axis('gender', 'list'), axis('first_language', 'top6', 'th', 'tl')], [sum(thai), sum(70), sum(102)])

describe('the margins of a volume', () => {
  it('are sums of what any level of the variable published for their line', () => {
    expect(marginsOtherwise([crosstab(32)], editions, [])).toEqual([])
  })

  it('that are no such sum are named', () => {
    for (const wrong of [20, 33]) expect(marginsOtherwise([crosstab(wrong)], editions, [])).toEqual(['gender@list,first_language@top6'])
  })
})
