/** A file of 100,000 rows goes through in the memory of one of 10,000: the program that reads and sends it, and the server that checks and seals it. */
import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { population } from '../../server/demo/population/index.ts'
import { scoreboard } from '../attack/scoreboard.ts'
import { PROGRAM } from '../support/program.ts'
import { plainSubmission } from '../support/records.ts'
import { grownTo, intakeServer } from './intake-server.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SIZES = [10_000, 100_000] as const
/** "Flat": the larger file may take a fifth more. */
const FLAT = 1.2

const folder = mkdtempSync(join(tmpdir(), 'jnatip-memory-'))
const scores = scoreboard()
afterAll(() => {
  scores.print()
  rmSync(folder, { recursive: true })
})

/** Writes without holding the whole text. */
async function written(path: string, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(path)
  for (const line of lines) if (!file.write(`${line}\n`)) await new Promise<void>((resolve) => file.once('drain', () => resolve()))
  await new Promise<void>((resolve) => file.end(() => resolve()))
}

const INVENTED = population({ cases: 500, seed: 17 }).cases.map(({ submission }) => submission)
function* ndjson(rows: number) {
  for (let row = 0; row < rows; row++) {
    const one = INVENTED[row % INVENTED.length] as (typeof INVENTED)[number]
    yield JSON.stringify({ ...one, answers: { ...one.answers, partner_case_key: `row-${row}` } })
  }
}
const PLAIN = Object.entries(plainSubmission().answers).filter(([name]) => name !== 'partner_case_key')
function* cases(rows: number) {
  yield ['partner_case_key', ...PLAIN.map(([name]) => name)].join(',')
  for (let row = 0; row < rows; row++) yield [`row-${row}`, ...PLAIN.map(([, answer]) => [answer].flat().join(';'))].join(',')
}
function* legs(rows: number) {
  yield 'partner_case_key,row_no,leg_from_country,leg_to_country,leg_purpose'
  for (let row = 0; row < rows; row++) yield `row-${row},1,TH,JP,to_exploitation`
}

/** `import` to its end. @returns megabytes it had at its largest */
async function imported(args: readonly string[], key: string): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, 'import', ...args, '--json'], {
    cwd: ROOT,
    env: { ...process.env, JNATIP_KEY: key },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let [peak, errors] = [0, '']
  child.stderr.on('data', (piece) => {
    errors += piece
  })
  const looking = setInterval(() => {
    try {
      peak = Math.max(peak, grownTo(child.pid as number).peak || 0)
    } catch {
      // It has just ended.
    }
  }, 100)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(looking)
  if (code !== 0) throw new Error(errors)
  return peak
}

const KINDS: Readonly<Record<string, (rows: number) => Promise<readonly string[]>>> = {
  async 'cases as NDJSON'(rows) {
    const path = join(folder, `${rows}.ndjson`)
    await written(path, ndjson(rows))
    return [path]
  },
  async 'our CSV with a file of journeys'(rows) {
    const [path, journeys] = [join(folder, `${rows}.csv`), join(folder, `legs-${rows}.csv`)]
    await written(path, cases(rows))
    await written(journeys, legs(rows))
    return [path, '--route-legs', journeys]
  },
}

describe.runIf(process.env.SOAK)('a large file', () => {
  it.each(Object.keys(KINDS))(
    'P12 is imported in flat memory: %s',
    async (kind) => {
      const grown: { client: number; server: number }[] = []
      for (const rows of SIZES) {
        const data = join(folder, `${kind}-${rows}`)
        const server = await intakeServer(data)
        const from = performance.now()
        const client = await imported([...(await (KINDS[kind] as (typeof KINDS)[string])(rows)), '--to', server.url], server.key)
        const seconds = (performance.now() - from) / 1000
        const { peak } = grownTo(server.pid)
        const database = new Database(join(data, 'cases.sqlite'), { readonly: true })
        expect(database.prepare('select count(*) from sealed_case').pluck().get()).toBe(rows)
        database.close()
        await server.end('SIGTERM')
        grown.push({ client, server: peak })
        scores.add({
          attack: kind,
          on: `${rows} rows: program and server, MB`,
          score: `${Math.round(client)} ${Math.round(peak)}`,
          mark: `${Math.round(rows / seconds)} rows/s with reading twice`,
          passes: true,
        })
      }
      const [small, large] = grown as [(typeof grown)[number], (typeof grown)[number]]
      for (const part of ['client', 'server'] as const) {
        const ratio = large[part] / small[part]
        scores.add({ attack: kind, on: `growth of the ${part}`, score: ratio, mark: `<= ${FLAT}`, passes: ratio <= FLAT })
      }
      expect(large.client / small.client).toBeLessThanOrEqual(FLAT)
      expect(large.server / small.server).toBeLessThanOrEqual(FLAT)
    },
    3_600_000,
  )
})
