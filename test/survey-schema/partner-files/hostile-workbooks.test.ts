/** P19: time in step with the size of a workbook, whatever its shape. Executions of code are counted at two sizes, never timed. */
import { Session } from 'node:inspector/promises'
import { setFlagsFromString } from 'node:v8'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbook } from '../../../survey-schema/partner-files/workbooks/workbook.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { HOSTILE_WORKBOOKS, hostileWorkbook } from '../../support/hostile-workbooks.ts'

const SIZE = 50_000
const TIMES = 4
/** So many times the bytes may cost this much more. Linear is 4; the counters of the engine leave some out, up to a fifth. */
const GROWTH = 6
/** Executions for each byte, at most: of a loop, of a branch, of a function. */
const MOST_EXECUTIONS = 40

function readAll(bytes: Uint8Array): string {
  try {
    const book = openWorkbook(bytes)
    let cells = 0
    for (const { position } of book.sheets.slice(0, 3)) for (const row of book.rows(position)) cells += row.cells.length
    return `${cells} cells`
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.errors.map(({ rule }) => rule).join()
  }
}

/** How often any piece of code of the readers and of their parser was executed. */
async function executions(session: Session, bytes: Uint8Array): Promise<number> {
  // Counts are taken away with each reading of them.
  await session.post('Profiler.takePreciseCoverage')
  readAll(bytes)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => /partner-files\/|node_modules\/(?:saxes|xmlchars|numfmt)\//.test(url) && !url.includes('/test/'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0)
}

/** Compiled code does not count what it executes. */
const COMPILERS = ['opt', 'maglev', 'sparkplug'] as const

describe('workbooks that nobody writes by accident', () => {
  // One session for all: a second one would find code compiled without counters.
  const session = new Session()
  beforeAll(async () => {
    for (const name of COMPILERS) setFlagsFromString(`--no-${name}`)
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  })
  afterAll(() => {
    session.disconnect()
    for (const name of COMPILERS) setFlagsFromString(`--${name}`)
  })

  it.each(Object.keys(HOSTILE_WORKBOOKS))('P19 %s: work in step with the size', async (shape) => {
    const [small, large] = [SIZE, TIMES * SIZE].map((size) => hostileWorkbook(shape, size)) as [Uint8Array, Uint8Array]
    // Code is compiled, with its counters, the first time it is used.
    readAll(small)
    const least = await executions(session, small)
    const most = await executions(session, large)
    expect(least).toBeGreaterThan(0)
    expect(most / large.length).toBeLessThan(MOST_EXECUTIONS)
    expect(most / Math.max(least, SIZE)).toBeLessThan(GROWTH)
  })
})
