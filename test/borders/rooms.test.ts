/** The walls between the rooms stand, and the check that guards them is awake: each rule catches what it was written for. */
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

const ROOMS = ['survey-schema', 'analysis', 'server', 'web', 'test']

function cruise(folder: string): Cruise {
  const tool = join(PROJECT, 'node_modules/.bin/depcruise')
  const { stdout } = spawnSync(tool, ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...ROOMS], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return JSON.parse(stdout) as Cruise
}

/** For each rule a file that breaks it: [path, text]. */
const PLANTED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'survey-schema-is-pure': [['survey-schema/planted-file.ts', "import 'node:fs'"]],
  'tripwire-is-pure': [['survey-schema/tripwire/planted-list.ts', "import 'node:fs'"]],
  'reading-is-pure': [['survey-schema/reading/planted-file.ts', "import 'node:fs'"]],
  'writing-is-pure': [['survey-schema/writing/planted-file.ts', "import 'node:fs'"]],
  'analysis-is-pure': [['analysis/planted-clock.ts', "import 'node:perf_hooks'"]],
  'server-knows-no-page': [
    ['server/intake/planted-page.ts', "import '../../web/planted-page.ts'"],
    ['web/planted-page.ts', 'export const page = 1'],
  ],
  'files-share-only-drawings': [
    ['server/export/planted-file.ts', "import '../../web/planted-words.ts'"],
    ['web/planted-words.ts', 'export const words = 1'],
  ],
  'features-stand-alone': [
    ['server/intake/planted-friend.ts', "import '../tables/planted-friend.ts'"],
    ['server/tables/planted-friend.ts', 'export const friend = 1'],
  ],
  'intake-cannot-read': [
    ['server/runtime/worker.ts', "import '../intake/planted-reader.ts'"],
    ['server/intake/planted-reader.ts', "import '../build/planted-open.ts'"],
    ['server/build/planted-open.ts', 'export const open = 1'],
  ],
  'features-know-no-runtime': [
    ['server/tables/planted-runtime.ts', "import '../runtime/planted-settings.ts'"],
    ['server/runtime/planted-settings.ts', 'export const settings = 1'],
  ],
  'drivers-only-in-runtime': [['server/store/planted-driver.ts', "import 'better-sqlite3'"]],
  'queries-only-in-store': [['server/tables/planted-query.ts', "import 'kysely'"]],
  'web-counts-nothing': [['web/planted-count.ts', "import '../server/app.ts'"]],
  'web-knows-only-the-app': [
    ['web/planted-shape.ts', "import type { n } from '../analysis/planted-shape.ts'"],
    ['analysis/planted-shape.ts', 'export type n = 1'],
  ],
  'nothing-needs-a-test': [
    ['server/intake/planted-helper.ts', "import '../../test/planted-helper.ts'"],
    ['test/planted-helper.ts', 'export const helper = 1'],
  ],
  'no-development-packages-in-the-product': [['server/store/planted-tool.ts', "import 'fast-check'"]],
  'no-circles': [
    ['analysis/planted-a.ts', "import './planted-b.ts'"],
    ['analysis/planted-b.ts', "import './planted-a.ts'"],
  ],
  'everything-is-found': [['analysis/planted-nowhere.ts', "import './planted-gone.ts'"]],
}

describe('borders', () => {
  it('every import stays within what its room may know', () => {
    const { modules, summary } = cruise(PROJECT)
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
    for (const room of ROOMS) expect(modules.filter(({ source }) => source.startsWith(`${room}/`)).length, room).toBeGreaterThan(5)
  })

  it('every rule has a sentence that says where the code wants to live, and a planted violation', () => {
    const forbidden = rules.forbidden ?? []
    expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort())
    for (const rule of forbidden) expect(rule.comment?.length ?? 0, rule.name).toBeGreaterThan(40)
  })
})

describe('a planted violation is caught by', () => {
  const copy = mkdtempSync(join(tmpdir(), 'jnatip-borders-'))
  let violations: Cruise['summary']['violations'] = []

  beforeAll(() => {
    for (const room of ['survey-schema', 'analysis', 'server', 'web']) cpSync(join(PROJECT, room), join(copy, room), { recursive: true })
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
