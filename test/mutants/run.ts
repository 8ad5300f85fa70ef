/**
 * `npm run mutants`: each fault is planted in a copy of the tree, and the tests that are named for it must turn red there. Prints
 * which test caught which fault; exit code 1 when one was not caught, or when its place is gone.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MUTANTS, type Mutant } from './planted.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'jnatip-mutants-'))
const NOT_COPIED = new Set(['node_modules', '.git', 'data'])
/** Only faults whose name holds this word, if one is given. */
const only = process.argv[2] ?? ''

/** How many tests of a file fail in the copy as it stands. A file that does not load counts as one. */
function failing(test: string): number {
  const report = join(copy, '.mutant-report.json')
  rmSync(report, { force: true })
  const { status } = spawnSync(
    process.execPath,
    [join(copy, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'packages', '--reporter=json', `--outputFile=${report}`, test],
    { cwd: copy, stdio: 'ignore' },
  )
  try {
    const { numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8')) as {
      numFailedTests: number
      numFailedTestSuites: number
    }
    return Math.max(numFailedTests, status === 0 ? 0 : 1, numFailedTestSuites > 0 ? 1 : 0)
  } catch {
    return 1
  }
}

const before = new Map<string, number>()
const failingBefore = (test: string) => {
  const known = before.get(test) ?? failing(test)
  before.set(test, known)
  return known
}

/** The test that noticed the fault; null if none did. */
function caughtBy({ tests, also, ...first }: Mutant): string | null {
  const places = [first, ...(also ? [also] : [])].map(({ file, swap: [from, to] }) => {
    const path = join(copy, file)
    const healthy = readFileSync(path, 'utf8')
    return { file, path, healthy, isThere: healthy.split(from).length === 2, planted: healthy.replace(from, () => to) }
  })
  const lost = places.find(({ isThere }) => !isThere)
  if (lost) return `its place in ${lost.file} is gone: plant it anew`
  for (const test of tests) {
    const usual = failingBefore(test)
    for (const { path, planted } of places) writeFileSync(path, planted)
    const now = failing(test)
    for (const { path, healthy } of places) writeFileSync(path, healthy)
    if (now > usual) return `${test}, ${now} red${usual > 0 ? `, ${usual} of them before` : ''}`
  }
  return null
}

let missed = 0
try {
  cpSync(root, copy, { recursive: true, filter: (path) => !NOT_COPIED.has(relative(root, path)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const chosen = MUTANTS.filter(({ fault }) => fault.includes(only))
  const width = Math.max(...chosen.map(({ fault }) => fault.length))
  for (const mutant of chosen) {
    const caught = caughtBy(mutant)
    const lost = caught === null || caught.startsWith('its place')
    if (lost) missed++
    process.stdout.write(`${mutant.fault.padEnd(width)}  ${lost ? 'NOT CAUGHT' : 'caught by'}  ${caught ?? mutant.tests.join(', ')}\n`)
  }
  process.stdout.write(`${chosen.length - missed} of ${chosen.length} planted faults were caught\n`)
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.exitCode = missed > 0 ? 1 : 0
