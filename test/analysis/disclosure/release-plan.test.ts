/** Which editions get single tables, and which volume crosstabs. */
import { describe, expect, it } from 'vitest'
import { EditionTooSmall, freshEditions, VolumeTooSmall, volumeOf } from '../../../analysis/disclosure/release-plan.ts'
import { POLICY_V1, POLICY_V2 } from '../../../analysis/policy/policy.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { editionInput } from '../../support/edition.ts'

const input = editionInput({ cases: 60, seed: 1, policy: POLICY_V2 })
const [edition] = input.editions
/** The same cases, of which the first so many are of one partner and the others of another. */
const of = (first: number, policy: Policy = POLICY_V2, holdings: readonly (number | null)[] = [null, null]) => ({
  ...input,
  policy,
  holdings,
  editions: [{ ...edition!, cases: edition!.cases.map((entry, index) => ({ ...entry, organisation: index < first ? 0 : 1 })) }],
})

const withTotal = (figure: number): ReleasedTable =>
  ({ axes: [{ lines: [{ role: 'value' }, { role: 'total' }] }], cells: [{ status: 'withheld' }, { status: 'shown', figure }] }) as never

describe('an edition', () => {
  it('P89 needs ten cases beside those of any one organisation or holding', () => {
    expect(freshEditions(of(50))).toHaveLength(1)
    expect(() => freshEditions(of(51))).toThrow(EditionTooSmall)
    expect(() => freshEditions(of(9))).toThrow(EditionTooSmall)
    expect(() => freshEditions(of(30, POLICY_V2, [0, 0]))).toThrow(EditionTooSmall)
    expect(freshEditions(of(51, POLICY_V1))).toHaveLength(1)
  })

  it('is not judged again when its single tables are out', () => {
    expect(freshEditions({ ...of(51), published: new Map([[edition!.id, []]]) })).toEqual([])
  })
})

describe('a volume', () => {
  const two = { ...input, editions: [edition!, { ...edition!, id: 'fictional-2' }] }

  it('P89 is as large as its editions published, whatever they hold', () => {
    const least = { ...POLICY_V2, smallestVolume: 120 }
    expect(volumeOf({ ...two, policy: least }, [[withTotal(57)], [withTotal(63)]])?.editions).toEqual(['fictional-1', 'fictional-2'])
    expect(() => volumeOf({ ...two, policy: least }, [[withTotal(57)], [withTotal(62)]])).toThrow(VolumeTooSmall)
    expect(volumeOf({ ...input, policy: { ...least, smallestVolume: 61 } }, [[withTotal(60)]])).toBeNull()
    expect(volumeOf({ ...input, policy: { ...least, smallestVolume: 61 } }, [[withTotal(61)]])?.id).toBe('volume-fictional-1')
    expect(volumeOf({ ...input, policy: { ...POLICY_V1, smallestVolume: 61 } }, [[withTotal(64)]])).toBeNull()
  })
})
