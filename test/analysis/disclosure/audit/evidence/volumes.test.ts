/** A volume of two editions: category a is withheld in the first, shown in the second, and added up by a crosstab of both. */
import { describe, expect, it } from 'vitest'
import { attackerWith } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import { auditVolumes } from '../../../../../analysis/disclosure/audit/evidence/volumes.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, suppressed, tableOf, type Written } from '../../../../support/small-release.ts'
import { attacker, knowledge } from './quarter-noise.ts'

/** The category is the last rest, which is printed however small it is; other lines stand only with enough cases. */
const questionOf = (listed: boolean) => {
  const axis = axisOf('q', ['rest', 'b'])
  return { ...axis, lines: axis.lines.map((line, at) => (at === 0 && !listed ? { ...line, role: 'rest' as const } : line)) }
}

const single = (edition: string, a: Written, listed: boolean) => ({
  ...tableOf('q', [questionOf(listed)], [a, [60, 60], [99, 99], 'none', 'none', [99, 99]]),
  slice: edition,
  counted: edition,
})

const withheldLine = new Array<Written>(6).fill(suppressed(0))
const crosstab = (answered: number, listed: boolean) => ({
  ...tableOf(
    'q,r',
    [questionOf(listed), axisOf('r', ['x', 'y'])],
    [[[12, 12], [11, 11], [23, answered], 'none', 'none', suppressed(23)], [[60, 60], [60, 60], [120, 120], 'none', 'none', [120, 120]], ...new Array(4).fill(withheldLine)].flat() as Written[], // biome-ignore format: a table
  ),
  slice: 'both',
  counted: 'first second',
})

/** @param answered the figure of a in the crosstab  @param first category a in the first edition; in the second it is shown as 20 */
const found = (answered: number, first: Written = suppressed(3), { listed = false, by = attacker } = {}) =>
  auditVolumes(linkedTablesOf([single('first', first, listed), single('second', [20, 20], listed), crosstab(answered, listed)]), by, {
    single: 0.5,
    factor: 19,
  }).map(({ cell, lower, evidence }) => [cell.slice, cell.lines[0], lower, evidence.map(({ lines }) => lines.join(' '))])

describe('a volume', () => {
  it('gives back what an edition withholds, where its crosstab adds up', () => {
    // 23 less 20 is 1 to 5: nobody is impossible.
    expect(found(23)).toEqual([['first', 'rest', 1, ['rest answered']]])
  })

  it('gives back nothing where nobody in that edition explains it as well', () => {
    // 22 less 20: 1, 4, 6, 4 and 1 for 0 to 4, a factor of 15 quarters.
    expect(found(22)).toEqual([])
  })

  it('gives back nothing that is shown, nor a line that stands only with enough cases', () => {
    expect(found(23, [8, 8])).toEqual([])
    expect(found(23, suppressed(3), { listed: true })).toEqual([])
  })

  it('gives back no more than the policy asks about', () => {
    expect(found(23, suppressed(6))).toEqual([])
    expect(found(23, suppressed(6), { by: attackerWith({ ...knowledge, minimumCases: 7 }) })).toHaveLength(1)
  })
})
