/** Counts that no table prints, but that follow from two levels of one question: b is the group a+b less a. */

import { describe, expect, it } from 'vitest'
import { constrainedCounts } from '../../../../../analysis/disclosure/audit/bounds/constrained-counts.ts'
import { linkedSystemsOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-systems.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { plainNumber } from '../../../../../analysis/exact/exact-count.ts'
import { axisOf, tableOf } from '../../../../support/small-release.ts'

const [a, b, c, noAnswer] = [10, 4, 9, 2]
const ends = [a + b + c, noAnswer, 0, a + b + c + noAnswer]
const tables = [
  tableOf('one', [axisOf('q', ['a', 'b+c'])], [a, b + c, ...ends]),
  tableOf('other', [axisOf('q', ['a+b', 'c'])], [a + b, c, ...ends]),
]
const system = (precision = { band: 0, minimumCases: 1 }) => linkedSystemsOf(linkedTablesOf(tables)[0]!, precision)[0]!

describe('counts that must not fall below 0', () => {
  it('are the printed cells, and what follows from them', () => {
    const { printed, ...rest } = system()
    const counts = constrainedCounts(
      { printed, ...rest },
      printed.map(({ truth }) => plainNumber(truth!)),
    )!
    expect([...counts.value].slice(printed.length)).toEqual([b])
    expect([counts.lower.at(-1), counts.upper.at(-1)]).toEqual([0, Infinity])
    // The elementary cell b is added up by b+c, answered, total, a+b and the count that was added.
    const names = [...printed.map(({ lines }) => lines.join()), 'b']
    expect(counts.on[1]!.map((count) => names[count])).toEqual(['b+c', 'answered', 'total', 'a+b', 'b'])
  })

  it('are none where the values do not fit', () => {
    const { printed } = system()
    expect(
      constrainedCounts(
        system(),
        printed.map(({ truth }) => plainNumber(truth!) + 1),
      ),
    ).toBeNull()
  })

  it('are none where a count does not follow', () => {
    const [linked] = linkedTablesOf(tables)
    const cells = new Map([...linked!.cells].filter(([, { lines }]) => lines[0] !== 'a+b' && lines[0] !== 'a'))
    const [partial] = linkedSystemsOf({ ...linked!, cells }, { band: 0, minimumCases: 1 })
    expect(
      constrainedCounts(
        partial!,
        partial!.printed.map(({ truth }) => plainNumber(truth!)),
      ),
    ).toBeNull()
  })
})
