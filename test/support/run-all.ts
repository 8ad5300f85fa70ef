/**
 * `npm test`: every check and every test once, cheapest first, all of them even when one fails. The last line is
 * `N passed, N failed`; a check (types, lint, …) counts as one test. Exit code 1 when anything failed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Tally {
  readonly passed: number
  readonly failed: number
  /** Titles of the tests that failed, each with the first line of why: said again at the end, where they are not lost in a long log. */
  readonly titles?: readonly string[]
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** The step is a run of vitest, and its tests are counted one by one. */
  readonly tests?: true
}

const STEPS: readonly Step[] = [
  { name: 'Pages and program are built', command: [process.execPath, 'server/cli/ready.mjs'] },
  { name: 'Types', command: ['tsc', '-b'] },
  { name: 'Style and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'Nothing unused', command: ['knip'] },
  { name: 'Boundaries and documents', command: ['vitest', 'run', '--project', 'boundaries'], tests: true },
  { name: 'Packages', command: ['vitest', 'run', '--project', 'packages'], tests: true },
  { name: 'Store on SQLite and on D1', command: ['vitest', 'run', '--project', 'store-*'], tests: true },
  { name: 'Journeys in a browser', command: ['vitest', 'run', '--project', 'journeys'], tests: true },
]

function tallyOf(report: string, succeeded: boolean): Tally {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    const unexplained = !succeeded && numFailedTests === 0 ? 1 : 0
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
    const titles = tests
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [why = ''] }) => `${fullName}: ${why.split('\n')[0]}`)
    return { passed: numPassedTests, failed: numFailedTests + unexplained, titles }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run(step: Step, folder: string): Tally {
  process.stdout.write(`\n── ${step.name}\n`)
  const [tool, ...rest] = step.command
  const report = join(folder, `${STEPS.indexOf(step)}.json`)
  const reporting = step.tests ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const { status } = spawnSync(isAbsolute(tool) ? tool : join(root, 'node_modules/.bin', tool), [...rest, ...reporting], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const succeeded = status === 0
  if (step.tests) return tallyOf(report, succeeded)
  process.stdout.write(succeeded ? 'as it should be\n' : 'FAILED\n')
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const folder = mkdtempSync(join(tmpdir(), 'jnatip-test-'))
const tallies = STEPS.map((step) => ({ step, tally: run(step, folder) }))
rmSync(folder, { recursive: true, force: true })

const passed = tallies.reduce((sum, { tally }) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, { tally }) => sum + tally.failed, 0)
process.stdout.write('\n')
for (const { step, tally } of tallies) {
  if (tally.failed === 0) continue
  for (const title of tally.titles?.length ? tally.titles : ['ended badly']) process.stdout.write(`failed: ${step.name} > ${title}\n`)
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0
