/** An erratum on the editors' machine: old and new together, from public bundles alone. */
import { beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V2_WITHHOLD } from '../../../analysis/policy/policy.ts'
import { requireSafeErratum } from '../../../server/editors/audit/erratum-audit.ts'
import { highsSolver } from '../../../server/editors/audit/solver.ts'
import { requireWholeChain } from '../../../server/editors/bundle-file.ts'
import { checksum } from '../../../server/sealing/checksum.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { corrected, resealed } from '../../support/corrected.ts'
import { makeEdition } from '../../support/edition.ts'

const SINGLE = 'fictional-1/gender@list'

const refusal = (run: () => void) => {
  try {
    run()
    return 'done'
  } catch (error) {
    const { slug, errors } = error as { slug?: string; errors?: readonly { rule: string; pointer: string }[] }
    return [slug ?? String(error), ...(errors ?? []).map(({ rule }) => rule)].join(' ')
  }
}

/** The bundle with some cells of a table changed. */
function changed(bundle: Bundle, name: string, change: (cell: { status: string; figure?: number }, at: number) => object): Bundle {
  const tables = bundle.tables.map((table) => {
    if (`${table.slice}/${table.id}` !== name) return table
    const { checksum: _old, ...content } = { ...table, cells: table.cells.map((cell, at) => change(cell as { status: string }, at)) }
    return { ...content, checksum: checksum(content) } as unknown as ReleasedTable
  })
  return resealed({ ...bundle, tables }, { previous: bundle.manifest.checksum })
}

describe('P85 P86 an erratum beside what readers hold', () => {
  let bundle: Bundle
  let solver: Awaited<ReturnType<typeof highsSolver>>
  beforeAll(async () => {
    bundle = makeEdition({ cases: 150, seed: 3 }).bundle
    solver = await highsSolver()
  }, 120_000)

  it('P86 passes where a figure moves within the noise, and where nothing changes', () => {
    const right = corrected(bundle, [SINGLE], bundle.manifest.checksum)
    expect(refusal(() => requireSafeErratum(bundle.tables, right, solver))).toBe('done')
    expect(refusal(() => requireSafeErratum(bundle.tables, bundle, solver))).toBe('done')
  })

  it('P85 is refused where each form is safe alone, and both together leave one cell withheld', () => {
    const exact = makeEdition({ cases: 150, seed: 3, policy: POLICY_V2_WITHHOLD }).bundle
    const whole = exact.tables.find(
      ({ axes: [a, b], cells }) =>
        !b &&
        a.kind === 'single' &&
        a.lines.filter(({ role }) => role === 'value').length > 3 &&
        cells.every(({ status }, at) => status === 'shown' || !['value', 'rest', 'answered'].includes(a.lines[at]!.role)),
    )!
    const [one, two, three] = whole.cells.flatMap(({ status }, at) =>
      status === 'shown' && whole.axes[0].lines[at]!.role === 'value' ? [at] : [],
    )
    const name = `${whole.slice}/${whole.id}`
    const without = (places: readonly unknown[]) =>
      changed(exact, name, (cell, at) => (places.includes(at) ? { status: 'withheld' } : cell))
    const [old, neu] = [without([one, two]), without([two, three])]
    const only = (bundle: Bundle) => ({ ...bundle, tables: bundle.tables.filter((table) => `${table.slice}/${table.id}` === name) })
    expect(refusal(() => requireSafeErratum(only(neu).tables, only(neu), solver))).toBe('done')
    expect(refusal(() => requireSafeErratum(only(old).tables, only(neu), solver))).toMatch(/^unsafe-release (counts|figures)/)
  })

  it('P86 takes no bundle whose chain has a gap', () => {
    const second = corrected(bundle, [SINGLE], bundle.manifest.checksum)
    const third = corrected(second, [SINGLE], second.manifest.checksum)
    expect(refusal(() => requireWholeChain(third, [second, bundle]))).toBe('done')
    expect(refusal(() => requireWholeChain(third, [bundle]))).toBe('stale-bundle bundles_before_missing')
    expect(refusal(() => requireWholeChain(third, [second]))).toBe('stale-bundle bundles_before_missing')
  })

  it('P85 under exact figures no increment of one to four is told', () => {
    const exact = resealed(bundle, { policy: POLICY_V2_WITHHOLD })
    const oneMore = corrected(exact, [SINGLE], exact.manifest.checksum)
    expect(refusal(() => requireSafeErratum(exact.tables, oneMore, solver))).toMatch(/^unsafe-release/)
  })
})
