/** A volume of two editions: category a is withheld in the first, shown in the second, and added up by a crosstab of both. */
import { describe, expect, it } from 'vitest'
import { auditVolumes } from '../../../../../analysis/disclosure/audit/evidence/volumes.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { axisOf, suppressed, tableOf, type Written } from '../../../../support/small-release.ts'
import { attacker } from './quarter-noise.ts'

const single = (edition: string, a: Written) => ({
  ...tableOf('q', [axisOf('q', ['a', 'b'])], [a, [60, 60], [99, 99], 'none', 'none', [99, 99]]),
  slice: edition,
  counted: edition,
})

const withheldLine = new Array<Written>(6).fill(suppressed(0))
const crosstab = (inAll: Written) => ({
  ...tableOf(
    'q,r',
    [axisOf('q', ['a', 'b']), axisOf('r', ['x', 'y'])],
    [[[12, 12], [11, 11], inAll, 'none', 'none', suppressed(23)], [[60, 60], [60, 60], [120, 120], 'none', 'none', [120, 120]], ...new Array(4).fill(withheldLine)].flat() as Written[], // biome-ignore format: a table
  ),
  slice: 'both',
  counted: 'first second',
})

const found = (inAll: Written, first: Written = suppressed(3)) =>
  auditVolumes(linkedTablesOf([single('first', first), single('second', [20, 20]), crosstab(inAll)]), attacker, {
    single: 0.5,
    anybody: 0.95,
  }).map(({ cell, lower, evidence }) => [cell.slice, cell.lines[0], lower, evidence.map(({ lines }) => lines.join(' '))])

describe('a volume', () => {
  it('gives back what an edition withholds, where its crosstab adds up', () => {
    expect(found([23, 23])).toEqual([['first', 'a', 1, ['a answered']]])
  })

  it('gives back nothing that is shown', () => {
    expect(found([23, 23], [8, 8])).toEqual([])
  })
})
