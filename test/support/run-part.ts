/** One part of `npm test` as a process of its own: how it ended, what it printed, and what it cost. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { PROJECT } from './project-files.ts'
import type { TestPart } from './test-parts.ts'

export interface Ran {
  readonly part: TestPart
  readonly passed: number
  readonly failed: number
  /** Titles of the tests that failed, each with the first line of why. */
  readonly failures: readonly string[]
  readonly output: string
  readonly seconds: number
  /** Seconds of CPU time, children included; null where the system does not say. */
  readonly cpu: number | null
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

type Counted = Pick<Ran, 'passed' | 'failed' | 'failures'>

const ONE_FAILURE: Counted = { passed: 0, failed: 1, failures: ['ended badly'] }

/** A run that ended badly and names no failed test counts as one failure, and so does one without a report. */
function counted(report: string, succeeded: boolean): Counted {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    const failures = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages: [why = ''] }) => `${fullName}: ${why.split('\n')[0]}`)
    if (succeeded || numFailedTests > 0) return { passed: numPassedTests, failed: numFailedTests, failures }
    return { ...ONE_FAILURE, passed: numPassedTests }
  } catch {
    return ONE_FAILURE
  }
}

/** Hundredths of a second that all children which have ended, and theirs, spent on a processor. Linux alone tells. */
function spentByChildren(): number | null {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return Number(fields[13]) + Number(fields[14])
  } catch {
    return null
  }
}

let accounted = spentByChildren() ?? 0

/** What has been spent since the last call: of the child that has just ended, because each is accounted for when it ends. */
function newlySpent(): number | null {
  const spent = spentByChildren()
  if (spent === null) return null
  const seconds = (spent - accounted) / 100
  accounted = spent
  return seconds
}

/** @param folder for its report and what it prints @param workers processes in which vitest may test at once */
export async function runPart(part: TestPart, folder: string, workers: number): Promise<Ran> {
  const [tool, ...rest] = part.command
  const place = join(folder, part.name.replaceAll('/', '-'))
  const report = `${place}.json`
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, `--maxWorkers=${workers}`]
  // Both streams into one file: lines stay in their order, and a part that prints a lot costs no memory.
  const log = openSync(`${place}.log`, 'w')
  const began = performance.now()
  const child = spawn(isAbsolute(tool) ? tool : join(PROJECT, 'node_modules/.bin', tool), part.tests ? [...rest, ...reporting] : rest, {
    cwd: PROJECT,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const stop = () => child.kill('SIGTERM')
  process.once('exit', stop)
  const succeeded = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
  process.off('exit', stop)
  const cpu = newlySpent()
  const seconds = (performance.now() - began) / 1000
  const check = succeeded ? { passed: 1, failed: 0, failures: [] } : ONE_FAILURE
  return { part, ...(part.tests ? counted(report, succeeded) : check), output: readFileSync(`${place}.log`, 'utf8'), seconds, cpu }
}
