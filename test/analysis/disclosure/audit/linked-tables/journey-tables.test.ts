/** A tree of two origins, of which one branches, as tables of one axis. */
import { describe, expect, it } from 'vitest'
import { journeyTables } from '../../../../../analysis/disclosure/audit/linked-tables/journey-tables.ts'
import { releaseJourneys } from '../../../../../analysis/disclosure/released/release.ts'
import type { ReleasedJourneyNode } from '../../../../../survey-schema/release/released-table.ts'

const node = (code: string, figure: number | null, children: readonly ReleasedJourneyNode[] = []): ReleasedJourneyNode => ({
  code,
  role: code === 'further' ? 'further' : 'value',
  en: code,
  ja: code,
  cell: figure === null ? { status: 'withheld' } : { status: 'shown', figure },
  children,
})

const tree = releaseJourneys(
  { slice: 'volume-1', policy: 'v1' },
  [node('PH', 40, [node('direct', 28), node('further', 12)]), node('CO', null)],
  () => 'none',
)

describe('the tables of a tree', () => {
  const [origins, fromPh, ...others] = journeyTables(tree)

  it('are one for the origins and one for each step that branches', () => {
    expect(others).toEqual([])
    expect(origins!.axes[0].lines.map(({ code }) => code)).toEqual(['PH', 'CO'])
    expect(fromPh!.axes[0].lines.map(({ code, role }) => [code, role])).toEqual([
      ['PH>direct', 'value'],
      ['PH>further', 'rest'],
    ])
    expect(origins!.cells.map(({ status }) => status)).toEqual(['shown', 'withheld'])
  })

  it('have lines that hold every complete journey through them, so that branches add up', () => {
    const codes = (table: typeof origins) => table!.axes[0].lines.map((line) => [...line.codes!])
    expect(codes(origins)).toEqual([['PH>direct', 'PH>further'], ['CO']])
    expect(codes(fromPh)).toEqual([['PH>direct'], ['PH>further']])
  })
})
