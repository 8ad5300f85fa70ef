/**
 * `npm test`: every check and every test once, in three lanes side by side, all of them even when one fails. `npm test -- analysis types` runs
 * parts. What a part prints stands together, when it has ended. The last line is `N passed, N failed`; a check (types, lint, …) counts as
 * one test. Exit code 1 when anything failed, 2 when there is no such part.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import beginRun from './run-folder.ts'
import { type Ran, runPart } from './run-part.ts'
import { allParts, BUILD, partsOf, type TestPart } from './test-parts.ts'

/** One more than the two processors that this is measured on, because a part waits for servers, clocks and pages during a fifth of its time. */
const LANES = 3
/** Milliseconds between two lines that say what is running. */
const SILENCE = 60_000

const say = (line: string) => process.stdout.write(`${line}\n`)
const whole = (count: number) => `${Math.round(count)} s`

const costOf = ({ seconds, cpu }: Ran) => `${whole(seconds)}${cpu === null ? '' : `, ${whole(cpu)} of CPU time`}`

function show(ran: Ran) {
  say(`\n── ${ran.part.name}: ${ran.passed} passed, ${ran.failed} failed (${costOf(ran)})`)
  process.stdout.write(ran.output)
}

/** The parts in their order, a lane taking the next as soon as it is free; what vitest runs waits for the build. */
async function inLanes(parts: readonly TestPart[], folder: string): Promise<readonly Ran[]> {
  const lanes = Math.min(LANES, parts.filter((part) => part !== BUILD).length)
  const workers = Math.ceil(availableParallelism() / lanes)
  const left = [...parts]
  const [running, done]: [Map<TestPart, number>, Ran[]] = [new Map(), []]
  const take = async (part: TestPart) => {
    running.set(part, performance.now())
    const ran = await runPart(part, folder, workers)
    running.delete(part)
    done.push(ran)
    show(ran)
  }
  const first = left[0] === BUILD ? left.shift() : undefined
  const built = first ? take(first) : Promise.resolve()
  const lane = async (begin: Promise<void>) => {
    await begin
    for (let part = left.shift(); part; part = left.shift()) {
      if (part.tests) await built
      await take(part)
    }
  }
  const progress = setInterval(() => {
    say(
      `… ${[...running].map(([{ name }, began]) => `${name} ${whole((performance.now() - began) / 1000)}`).join(', ')}; ${left.length} to come`,
    )
  }, SILENCE)
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index === 0 ? built : Promise.resolve())))
  clearInterval(progress)
  return parts.flatMap((part) => done.filter((ran) => ran.part === part))
}

function summary(all: readonly Ran[], seconds: number) {
  say('')
  for (const ran of all) say(`${ran.part.name.padEnd(16)} ${String(ran.passed).padStart(6)} passed  ${costOf(ran)}`)
  const cpu = all.reduce<number | null>((sum, ran) => (sum === null || ran.cpu === null ? null : sum + ran.cpu), 0)
  say(`in all: ${whole(seconds)}${cpu === null ? '' : `, ${whole(cpu)} of CPU time`}`)
  for (const { part, failures } of all) for (const title of failures) say(`failed: ${part.name} > ${title}`)
  const [passed, failed] = [all.reduce((sum, ran) => sum + ran.passed, 0), all.reduce((sum, ran) => sum + ran.failed, 0)]
  say(`${passed} passed, ${failed} failed`)
  return failed
}

async function main(names: readonly string[]): Promise<number> {
  let parts: readonly TestPart[]
  try {
    parts = names.length === 0 ? allParts() : partsOf(names)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    say(error.message)
    return 2
  }
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-test-'))
  // One seed, and one place for what several files need, for all processes of this run.
  const endRun = beginRun()
  try {
    const began = performance.now()
    const all = await inLanes(parts, folder)
    return summary(all, (performance.now() - began) / 1000) > 0 ? 1 : 0
  } finally {
    endRun()
    rmSync(folder, { recursive: true, force: true })
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.exitCode = await main(process.argv.slice(2))
