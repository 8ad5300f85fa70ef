/** An erratum keeps the lines of the tables that it replaces. */
import { describe, expect, it } from 'vitest'
import { buildRelease } from '../../../analysis/disclosure/build-release.ts'
import { POLICY_V2 } from '../../../analysis/policy/policy.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { editionInput } from '../../support/edition.ts'

const input = editionInput({ cases: 150, seed: 1, policy: POLICY_V2 })
const [edition] = input.editions
const linesOf = (tables: readonly ReleasedTable[]) =>
  tables.map(({ id, axes: [{ lines }] }) => `${id}: ${lines.map(({ code, role, en }) => `${code} ${role} ${en}`).join(', ')}`)

describe('an erratum', () => {
  it('P89 keeps the lines of what it replaces, whatever was withdrawn', () => {
    const { tables } = buildRelease(editionInput({ cases: 150, seed: 1, policy: POLICY_V2 })).bundle
    const fewer = { ...input, editions: [{ ...edition!, cases: edition!.cases.filter((_, index) => index % 12 !== 0) }] }
    const anew = buildRelease({ ...fewer, replaced: new Map([[edition!.id, tables]]) }).bundle.tables
    expect(linesOf(anew)).toEqual(linesOf(tables))
    expect(anew.map(({ cells }) => cells)).not.toEqual(tables.map(({ cells }) => cells))
    expect(
      linesOf(buildRelease({ ...fewer, editions: fewer.editions.map((one) => ({ ...one, shuffle: () => 1 })) }).bundle.tables),
    ).not.toEqual(linesOf(tables))
  })
})
