/** Bundles of version 1 are read, and their book is written as it was, file by file. */
import { describe, expect, it } from 'vitest'
import { publishedTable } from '../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { buildRelease } from '../../../analysis/disclosure/build-release.ts'
import { readBundle } from '../../../analysis/disclosure/released/bundle.ts'
import { POLICY_V1, POLICY_V1_WITHHOLD } from '../../../analysis/policy/policy.ts'
import recorded from '../../fixtures/version-1/book-files.json' with { type: 'json' }
import { versionOneText } from '../../store/version-one-text.ts'
import { sha256 } from '../../support/book.ts'
import { CROSSTABS_ALWAYS, editionInput } from '../../support/edition.ts'
import { readLines } from '../../support/version-one.ts'
import { filesOfVersionOne } from '../../support/version-one-files.ts'

describe('a bundle of version 1', () => {
  const bundles = readLines(versionOneText())

  it('has a policy without rules of structure, under which its errata are built', () => {
    const stated = { ...POLICY_V1, smallestVolume: 40 }
    expect(bundles.map(({ manifest }) => manifest.policy)).toEqual([POLICY_V1, stated])
    expect([POLICY_V1, POLICY_V1_WITHHOLD].map(({ structure }) => structure)).toEqual([undefined, undefined])
  })

  it('P86 is accepted, and refused when one figure of it is another', () => {
    for (const bundle of bundles) expect(readBundle(bundle, sha256)).toEqual(bundle)
    const other = structuredClone(bundles[1]!)
    const table = other.tables.find(({ cells }) => cells.some((cell) => cell.status === 'shown'))!
    Object.assign(table.cells.find((cell) => cell.status === 'shown')!, { figure: 6 })
    expect(() => readBundle(other, sha256)).toThrow()
  })

  it('P80 P86 has the book that it had, in every format', async () => {
    expect(await filesOfVersionOne(bundles)).toEqual(recorded)
  })

  it('P86 is read as published by a later volume: a margin has the figure of the same answers, or none', () => {
    const [published] = bundles
    const input = editionInput({ cases: 60, seed: 11, policy: CROSSTABS_ALWAYS })
    const editions = input.editions.map((edition) => ({ ...edition, id: 'invented-1' }))
    const { bundle } = buildRelease({ ...input, editions, published: new Map([['invented-1', published!.tables]]) })
    expect(bundle.manifest).toMatchObject({ schema: 'jnatip-bundle/2', editions: [], volume: { id: 'volume-invented-1' } })
    const answers = (codes: ReadonlySet<string> | null) => (codes === null ? null : [...codes].sort().join(' '))
    const singles = new Map(published!.tables.map((table) => [table.id, table]))
    let [compared, joinedOtherwise] = [0, 0]
    for (const table of bundle.tables) {
      const [a, b] = table.axes
      const single = singles.get(`${a.variable}@${a.level}`)
      if (single === undefined || a.variable === 'step_mode') continue
      const [now, then] = [publishedTable(table).axes[0].lines, publishedTable(single).axes[0].lines]
      for (const [row, line] of now.entries()) {
        const margin = table.cells[row * b!.lines.length + b!.lines.length - 1]!
        const at = then.findIndex(({ code }) => code === line.code)
        if (margin.status === 'shown') {
          expect([single.cells[at], answers(then[at]!.codes)], `${table.id} ${line.code}`).toEqual([margin, answers(line.codes)])
          compared++
        }
        if (at >= 0 && line.role === 'rest' && answers(then[at]!.codes) !== answers(line.codes)) joinedOtherwise++
      }
    }
    expect(compared).toBeGreaterThan(1000)
    expect(joinedOtherwise).toBeGreaterThan(0)
  })
})
