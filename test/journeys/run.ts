/**
 * `npm run journeys`: the journeys alone; with `--slow` over a bad line on an old phone (`test/support/slow-line.ts`), where each may take
 * minutes; with `--workers` in workerd with D1. What else is given names files: `npm run journeys -- --slow form`.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT } from '../support/project-files.ts'

const given = process.argv.slice(2)
const slow = given.includes('--slow')
const workers = given.includes('--workers')
const files = given.filter((one) => !one.startsWith('--')).map((name) => `test/journeys/${name}`)
const { status } = spawnSync(join(PROJECT, 'node_modules/.bin/vitest'), ['run', '--project', 'journeys', ...files], {
  cwd: PROJECT,
  stdio: 'inherit',
  env: { ...process.env, ...(slow ? { SLOW_LINE: '1' } : {}), ...(workers ? { ON_WORKERS: '1' } : {}) },
})
process.exitCode = status ?? 1
