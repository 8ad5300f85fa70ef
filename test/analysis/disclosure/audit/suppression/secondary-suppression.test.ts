/** Which shown cells are withheld with a withheld one: tables of three rows and three columns, figures exact. */
import { describe, expect, it } from 'vitest'
import { linkedSystemsOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-systems.ts'
import { linkedTablesOf } from '../../../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import {
  interiorOf,
  type PendingSuppressions,
  remedyFor,
  searchable,
  suppressionSearch,
} from '../../../../../analysis/disclosure/audit/suppression/secondary-suppression.ts'
import { axisOf, crossed, suppressed, tableOf } from '../../../../support/small-release.ts'

const EXACT = { band: 0, minimumCases: 5 }
const ROWS = ['a', 'b', 'c']
const COLUMNS = ['x', 'y', 'z']
const COUNTS = [
  [3, 20, 30],
  [20, 21, 30],
  [30, 30, 30],
]

function searchIn(withheld: readonly string[], pending: PendingSuppressions = new Set()) {
  const [linked] = linkedTablesOf([crossed(ROWS, COLUMNS, COUNTS, withheld)])
  const [system] = linkedSystemsOf(linked!, EXACT)
  const search = suppressionSearch(linked!, system!, 5, pending)
  const at = (name: string) => system!.printed.findIndex(({ lines }) => lines.join(' ') === name)
  return { linked: linked!, system: system!, at, search: (name: string) => search(at(name)) }
}

const names = (cells: readonly { readonly lines: readonly string[] }[] | null) => cells?.map(({ lines }) => lines.join(' ')).sort()

describe('the search for secondary suppressions', () => {
  it('proposes the three corners of the rectangle that loses the fewest cases', () => {
    expect(names(searchIn(['a x']).search('a x'))).toEqual(['a y', 'b x', 'b y'])
  })

  it('proposes nothing where the pending cells suffice, and says so by null', () => {
    const { search } = searchIn(['a x'])
    expect(search('a x')).toHaveLength(3)
    expect(search('a x')).toBeNull()
  })

  it('counts cells as free that another search of the same run has proposed', () => {
    const pending: PendingSuppressions = new Set()
    searchIn(['a x'], pending).search('a x')
    // With a y, b x and b y pending, two more corners protect c x.
    expect(names(searchIn(['a x', 'c x'], pending).search('c x'))).toEqual(['c y'])
    // Without them nothing is free.
    expect(names(searchIn(['a x', 'c x']).search('c x'))).toEqual(['a y', 'c y'])
  })

  it('moves cases between the rows of a single column', () => {
    const [linked] = linkedTablesOf([tableOf('q', [axisOf('q', ROWS)], [suppressed(3), 10, 20, 33, 'none', 'none', 33])])
    const [system] = linkedSystemsOf(linked!, EXACT)
    expect(names(suppressionSearch(linked!, system!, 5, new Set())(0))).toEqual(['b'])
  })

  it('needs exact figures and the truth', () => {
    const { system } = searchIn(['a x'])
    expect(searchable(system, 0)).toBe(true)
    expect(searchable(system, 5)).toBe(false)
    expect(searchable({ ...system, printed: system.printed.map((cell) => ({ ...cell, truth: null })) }, 0)).toBe(false)
  })
})

describe('the evidence of a finding about exact figures', () => {
  it('has the proposed cells first, and says how many belong together', () => {
    const { linked, system, at, search } = searchIn(['a x'])
    const cell = system.printed[at('a x')]!
    const proposed = search('a x')
    const { evidence, suppressTogether } = remedyFor(linked, system, cell, proposed, interiorOf(linked))
    expect(names(evidence.slice(0, 3))).toEqual(['a y', 'b x', 'b y'])
    expect(suppressTogether).toBe(3)
    expect(remedyFor(linked, system, cell, null, []).suppressTogether).toBe(0)
    expect(remedyFor(linked, system, cell, [], [])).not.toHaveProperty('suppressTogether')
  })
})

describe('the interior', () => {
  it('is every shown cell but the totals, cheapest first', () => {
    const [linked] = linkedTablesOf([crossed(['a', 'b'], ['x', 'y'], [[3, 20], [8, 30]], ['a x'])]) // biome-ignore format: a table
    expect(interiorOf(linked!).map(({ lines }) => lines.join(' '))).toEqual([
      'b x',
      'a y',
      'b y',
      'answered x',
      'a answered',
      'b answered',
      'answered y',
      'answered answered',
    ])
  })
})
