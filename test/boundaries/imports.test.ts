/** Every import stays within its boundary, and the check works: each rule is seen to catch what it was written for. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import rules from '../../.dependency-cruiser.mjs'
import { PROJECT } from '../support/project-files.ts'

interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[]
  }
}

const PACKAGES = ['survey-schema', 'analysis', 'server', 'web', 'test']

function cruise(folder: string): Cruise {
  const tool = join(PROJECT, 'node_modules/.bin/depcruise')
  const { stdout } = spawnSync(tool, ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...PACKAGES], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return JSON.parse(stdout) as Cruise
}

/** For each rule a file that breaks it: [path, text]. */
const PLANTED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'survey-schema-is-pure': [['survey-schema/planted-file.ts', "import 'node:fs'"]],
  'credentials-are-pure': [['survey-schema/credentials/planted-file.ts', "import 'node:crypto'"]],
  'audit-log-is-verified-apart': [['server/verify-log/planted-case.ts', "import '../store/port.ts'"]],
  'identifier-detection-is-pure': [['survey-schema/identifiers/planted-list.ts', "import 'node:fs'"]],
  'partner-files-are-pure': [['survey-schema/partner-files/planted-file.ts', "import 'node:fs'"]],
  'analysis-is-pure': [['analysis/planted-clock.ts', "import 'node:perf_hooks'"]],
  'commentary-is-pure': [['analysis/publication/commentary/planted-folder.ts', "import 'node:fs'"]],
  'figures-are-pure': [['analysis/publication/figures/planted-outline.ts', "import 'node:fs'"]],
  'export-formats-are-pure': [['analysis/publication/formats/planted-font.ts', "import 'node:fs'"]],
  'catalogue-and-policy-hold-no-counts': [
    ['analysis/catalogue/planted-line.ts', "import '../exact/planted-count.ts'"],
    ['analysis/exact/planted-count.ts', 'export const count = 1'],
  ],
  'counting-protects-nothing': [
    ['analysis/exact/planted-protection.ts', "import '../disclosure/planted-rule.ts'"],
    ['analysis/disclosure/planted-rule.ts', 'export const rule = 1'],
  ],
  'exact-counts-stop-here': [
    ['analysis/publication/planted-book.ts', "import type { count } from '../exact/planted-number.ts'"],
    ['analysis/exact/planted-number.ts', 'export type count = 1'],
  ],
  'released-code-sees-no-counts': [
    ['analysis/disclosure/released/planted-release.ts', "import '../../exact/planted-tally.ts'"],
    ['analysis/exact/planted-tally.ts', 'export const tally = 1'],
  ],
  'disclosure-control-writes-nothing': [
    ['analysis/disclosure/planted-writer.ts', "import '../publication/planted-format.ts'"],
    ['analysis/publication/planted-format.ts', 'export const format = 1'],
  ],
  'server-answers-released-figures-only': [
    ['server/tables/planted-count.ts', "import '../../analysis/exact/planted-sum.ts'"],
    ['analysis/exact/planted-sum.ts', 'export const sum = 1'],
  ],
  'server-imports-no-page': [
    ['server/intake/planted-page.ts', "import '../../web/planted-page.ts'"],
    ['web/planted-page.ts', 'export const page = 1'],
  ],
  'features-stand-alone': [
    ['server/intake/planted-friend.ts', "import '../tables/planted-friend.ts'"],
    ['server/tables/planted-friend.ts', 'export const friend = 1'],
  ],
  'identity-stops-here': [
    ['server/runtime/worker.ts', "import '../intake/planted-reader.ts'"],
    ['server/intake/planted-reader.ts', "import '../store/planted-open.ts'"],
    ['server/store/planted-open.ts', "import '../editors/planted-key.ts'"],
    ['server/editors/planted-key.ts', 'export const key = 1'],
  ],
  'features-know-no-runtime': [
    ['server/tables/planted-runtime.ts', "import '../runtime/planted-settings.ts'"],
    ['server/runtime/planted-settings.ts', 'export const settings = 1'],
  ],
  'runtime-knows-no-command': [
    ['server/runtime/planted-bar.ts', "import '../cli/planted-bar.ts'"],
    ['server/cli/planted-bar.ts', 'export const bar = 1'],
  ],
  'drivers-only-in-runtime': [['server/store/planted-driver.ts', "import 'better-sqlite3'"]],
  'terminal-only-in-the-command-line': [['server/editors/planted-option.ts', "import 'commander'"]],
  'queries-only-in-store': [['server/tables/planted-query.ts', "import 'kysely'"]],
  'web-shows-released-figures-only': [
    ['web/planted-count.ts', "import type { n } from '../analysis/exact/planted-shape.ts'"],
    ['analysis/exact/planted-shape.ts', 'export type n = 1'],
  ],
  'own-count-only-counts': [
    ['web/own-count/counting-worker.ts', "import '../../analysis/disclosure/planted-rule.ts'"],
    ['analysis/disclosure/planted-rule.ts', 'export const rule = 1'],
  ],
  'own-counts-are-shown-only': [['web/import/planted-count.ts', "import type {} from '../own-count/counting.ts'"]],
  'own-counts-are-placed-once': [['web/planted-place.ts', "import './own-count/own-count-part.tsx'"]],
  'own-counts-are-not-sent': [
    ['web/own-count/counting.ts', "import '../import/planted-way.ts'"],
    ['web/import/planted-way.ts', "import '../client.ts'"],
  ],
  'own-counts-are-shown-alone': [['web/own-count/planted-send.ts', "import '../client.ts'"]],
  'web-knows-only-the-type-of-the-app': [
    ['web/planted-shape.ts', "import type { n } from '../server/planted-shape.ts'"],
    ['server/planted-shape.ts', 'export type n = 1'],
  ],
  'web-runs-no-server-code': [['web/planted-server.ts', "import '../server/app.ts'"]],
  'nothing-needs-a-test': [
    ['server/intake/planted-helper.ts', "import '../../test/planted-helper.ts'"],
    ['test/planted-helper.ts', 'export const helper = 1'],
  ],
  'no-development-packages-in-the-product': [['server/store/planted-tool.ts', "import 'fast-check'"]],
  'no-cycles': [
    ['analysis/planted-a.ts', "import type { b } from './planted-b.ts'\nexport type a = b"],
    ['analysis/planted-b.ts', "import type { a } from './planted-a.ts'\nexport type b = a"],
  ],
  'everything-is-found': [['analysis/planted-nowhere.ts', "import './planted-missing.ts'"]],
}

describe('boundaries', () => {
  it('every import stays within its boundary', () => {
    const { modules, summary } = cruise(PROJECT)
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
    for (const folder of PACKAGES) expect(modules.filter(({ source }) => source.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(5)
  })

  it('every rule has a sentence that says where the code belongs, and a planted violation', () => {
    const forbidden = rules.forbidden ?? []
    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort())
    for (const rule of forbidden) expect(rule.comment?.length ?? 0, rule.name).toBeGreaterThan(40)
  })
})

describe('a planted violation is caught by', () => {
  const copy = mkdtempSync(join(tmpdir(), 'jnatip-boundaries-'))
  let violations: Cruise['summary']['violations'] = []

  beforeAll(() => {
    for (const folder of ['survey-schema', 'analysis', 'server', 'web'])
      cpSync(join(PROJECT, folder), join(copy, folder), { recursive: true })
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.base.json', 'package.json']) cpSync(join(PROJECT, file), join(copy, file))
    symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'))
    for (const [path, text] of Object.values(PLANTED).flat()) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), `${text}\n`)
    }
    violations = cruise(copy).summary.violations
  })

  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it.each(Object.entries(PLANTED))('%s', (name, planted) => {
    const caught = violations.filter(({ rule }) => rule.name === name).map(({ from }) => from)
    expect(caught).toContain(planted[0]?.[0])
  })
})
