/** Audits and attacks on what a build was content with: the same verdict with the editors' file, and none that only the file could reach without it. */
import { describe, expect, it } from 'vitest'
import { POLICY_V2 } from '../../../analysis/policy/policy.ts'
import { nameOf } from '../../../server/editors/attack/meaning.ts'
import { publicAttacks } from '../../../server/editors/attack/public.ts'
import { auditBundles } from '../../../server/editors/audit/audited-bundles.ts'
import { auditsFor } from '../../../server/editors/audit/audits.ts'
import { highsSolver } from '../../../server/editors/audit/solver.ts'
import { cellName } from '../../../server/editors/noise-check/checked-build.ts'
import { checkNoise } from '../../../server/editors/noise-check/noise-check.ts'
import { SOAK } from '../../attack/shapes.ts'
import type { Shape } from '../../support/edition.ts'
import { keyedEditions } from '../../support/keyed-editions.ts'
import { sparseSheets } from '../../support/sparse-sheets.ts'

const BUILDS: Readonly<Record<string, Shape>> = {
  'four sparse sheets of seven questions, 480 cases': sparseSheets(480, 3),
  'a network of 40': { cases: 40, seed: 2 },
  'single tables of 150': { cases: 150, seed: 4, policy: POLICY_V2 },
  ...(SOAK
    ? {
        'a network of 480': { cases: 480, seed: 1 },
        '25 organisations, 480 cases': { cases: 480, seed: 1, kind: 'many-organisations' },
        'independent answers, 480 cases': { cases: 480, seed: 1, kind: 'independent' },
        'sparse sheets, other seed': sparseSheets(480, 1),
      }
    : {}),
}

describe.each(Object.entries(BUILDS))('%s', (_name, shape) => {
  it('P85 is safe with the file, and called unsafe by nobody without it', { timeout: 600_000 }, async () => {
    const { audits, close } = await auditsFor(shape.policy ?? POLICY_V2)
    const build = keyedEditions(shape, { audits })
    await close()
    const keys = checkNoise(build)
    const cells = build.cells.map((cell) => ({ ...cell, key: keys.get(cellName(cell)) ?? null }))
    const editors = new Map([...new Set(cells.map(({ slice }) => slice))].map((id) => [id, cells.filter(({ slice }) => slice === id)]))
    const secrets = new Map(build.editions.map(({ id, secret }) => [id, secret]))
    const solver = await highsSolver()
    const audited = (known: typeof editors) => auditBundles([build.bundle], { editors: known, secrets }, solver, () => {})
    const withFile = audited(editors)
    expect([withFile.findings, withFile.open, withFile.noise]).toEqual([[], [], { recomputed: keys.size, faults: [], left: [] }])
    expect(audited(new Map()).findings).toEqual([])
    const truth = new Map(cells.map((cell) => [nameOf(cell), cell.cases]))
    for (const known of [truth, null]) expect(publicAttacks([build.bundle], known).filter(({ passes }) => passes === false)).toEqual([])
  })
})
