/** What was published under version 1 is corrected under version 1, and read as published where a volume is built under version 2. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V1, POLICY_V1_WITHHOLD, POLICY_V2, POLICY_V2_WITHHOLD, policyOfErratum } from '../../analysis/policy/policy.ts'
import { buildFromStore } from '../../server/editors/build/build-edition.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { closedEdition } from './published.ts'
import { batch, network } from './three-editions.ts'

/** Crosstabs come when a second edition is there. */
const VOLUME = { smallestVolume: 80 }
const OLD = { ...POLICY_V1, ...VOLUME }
const NEW = { ...POLICY_V2, ...VOLUME }

describe('after version 1', () => {
  let life: Awaited<ReturnType<typeof network>>
  let old: Bundle
  beforeAll(async () => {
    const closed = await closedEdition(60, { policy: OLD })
    life = await network(closed)
    old = closed.built.bundle
    await life.publish(old)
    await life.send(batch(45, 7))
    await life.open('2026-3')
  }, 300_000)
  afterAll(() => life.close())
  const build = (editions: readonly string[], policy: typeof OLD, again = false) => {
    const { store, serverKey } = life
    const shares = editions.flatMap((edition) => life.shares(edition).slice(0, 2))
    return buildFromStore({ store, serverKey, editions, shares, policy, again })
  }

  it('P86 an erratum is built under the policy of what it replaces, whatever is asked for new tables', async () => {
    expect(old.manifest).toMatchObject({ schema: 'jnatip-bundle/1', volume: null, policy: { id: 'v1' } })
    const { bundle } = await build(['2026-1'], { ...NEW, smallestVolume: 400 }, true)
    expect(bundle.manifest).toMatchObject({ schema: 'jnatip-bundle/1', policy: POLICY_V1 })
    expect(bundle.tables).toEqual(old.tables)
    expect(policyOfErratum('v1-withhold', POLICY_V2_WITHHOLD)).toEqual(POLICY_V1_WITHHOLD)
    expect(policyOfErratum('v1', POLICY_V2_WITHHOLD)).toBeNull()
    expect(policyOfErratum('v2', POLICY_V1)).toBeNull()
  }, 120_000)

  it('P86 P89 a volume is built under version 2, with the single tables of version 1 as they were published', async () => {
    const { bundle } = await build(['2026-1', '2026-2'], NEW)
    expect(bundle.manifest).toMatchObject({ schema: 'jnatip-bundle/2', policy: { id: 'v2' }, editions: [{ id: '2026-2' }] })
    const crosstabs = bundle.tables.filter(({ axes }) => axes.length === 2)
    for (const { axes } of crosstabs) for (const { lines } of axes) expect(lines.some(({ role }) => role === 'answered')).toBe(false)
    const figureIn = (tables: Bundle['tables'], slice: string, id: string, code: string) => {
      const table = tables.find((one) => one.slice === slice && one.id === id)!
      const cell = table.cells[table.axes[0].lines.findIndex((line) => line.code === code && line.role !== 'rest')]
      return cell?.status === 'shown' ? [cell.figure] : []
    }
    let compared = 0
    for (const { axes, cells } of crosstabs) {
      const [a, b] = axes
      const total = b!.lines.findIndex(({ role }) => role === 'total')
      // The mode of the first step has no single table.
      if (a.variable === 'step_mode' || b!.variable === 'contact_first_actor') continue
      for (const [row, { code, role }] of a.lines.entries()) {
        const margin = cells[row * b!.lines.length + total]!
        // Joined categories are never added up, nor is a coarser one of the same answers.
        if (role === 'rest' || margin.status === 'not_applicable' || margin.status === 'withheld') continue
        const id = `${a.variable}@${a.level}`
        const parts = [...figureIn(old.tables, '2026-1', id, code), ...figureIn(bundle.tables, '2026-2', id, code)]
        const sum = parts.reduce((all, figure) => all + figure, 0)
        expect(margin, `${id} ${code}`).toEqual({ status: 'sum', figure: sum, parts: parts.length, of: 2 })
        compared++
      }
    }
    expect(compared).toBeGreaterThan(100)
    await expect(life.publish(bundle)).resolves.toMatchObject({ new: true, volume: 'volume-2026-1-to-2026-2' })
  }, 300_000)
})
