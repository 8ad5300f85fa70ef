/** Proofs by moving cases: a table of two rows and two columns with all margins, and one in which nothing can move. */

import { describe, expect, it } from 'vitest'
import { feasibleTableFrom } from '../../../../../analysis/disclosure/audit/bounds/feasible-table.ts'
import { linkedSystemsOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-systems.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { plainNumber } from '../../../../../analysis/exact/exact-count.ts'
import { crossed } from '../../../../support/small-release.ts'

/** Rows a (3, 4) and b (5, 6). @returns whether the count of `a x` was seen to take values so far apart */
function spansOf(withheld: readonly string[], band = 0) {
  const [linked] = linkedTablesOf([
    crossed(
      ['a', 'b'],
      ['x', 'y'],
      [
        [3, 4],
        [5, 6],
      ],
      withheld,
    ),
  ])
  const [system] = linkedSystemsOf(linked!, { band, minimumCases: 1 })
  const feasible = feasibleTableFrom(
    system!,
    system!.printed.map(({ truth }) => plainNumber(truth!)),
  )!
  const cell = system!.printed.findIndex(({ lines }) => lines.join(' ') === 'a x')
  return (width: number) => feasible.spans(cell, width)
}

describe('a feasible table', () => {
  it('moves a cell as far as its row and its column allow', () => {
    const spans = spansOf(['a x', 'a y', 'b x', 'b y'])
    // From 3 down to 0 and up to 7, the sum of its row.
    expect([spans(7), spans(8)]).toEqual([true, false])
  })

  it('proves nothing where a line leaves one value', () => {
    expect(spansOf(['a x'])(1)).toBe(false)
    expect(spansOf(['a x', 'a y'])(1)).toBe(false)
  })

  it('uses the noise of the figures around it', () => {
    expect(spansOf(['a x'], 2)(2)).toBe(true)
  })
})
