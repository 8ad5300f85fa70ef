/**
 * Five attacks together for `SOAK_MINUTES` (ten without it) beside honest clients. Two servers stand side by side, and one is left alone: bursts of 16
 * clients go to both in turn, so that whatever else runs on the machine slows both.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { databasePath } from '../../server/runtime/data-dir.ts'
import { publishedServer } from '../attack/published-server.ts'
import { scoreboard } from '../attack/scoreboard.ts'
import { caseOf } from '../server/harness.ts'
import { serve } from '../server/spawned.ts'
import { PROJECT } from '../support/project-files.ts'
import type { Attack, Sent } from './attackers.ts'
import { grownTo } from './intake-server.ts'

const MINUTES = Number(process.env.SOAK_MINUTES ?? 10)
const HANDS = 16
const EACH = 8
/** Between two pairs of bursts, milliseconds. */
const PAUSE = 2000
/** Seconds between two sweeps, so that every withdrawal is carried out before the end. */
const TICK = 5
const HONEST = 0
const ATTACKER = 1

const scores = scoreboard()
/** Processes that must not outlive the test, whatever it finds. */
const toEnd: (() => void)[] = []
afterAll(() => {
  scores.print()
  for (const end of toEnd) end()
})

const percentile = (times: readonly number[], share: number) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] as number

/** A server in a process of its own, with a published edition and an open one. */
async function servedEdition() {
  const { dataDir, keys, store } = await publishedServer()
  store.close()
  const server = await serve(dataDir, { JNATIP_TICK: String(TICK) })
  toEnd.push(() => void server.end('SIGKILL'))
  const heldBefore = held(dataDir)
  const receipts: string[] = []
  let number = 0
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}/api/v1/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
  return {
    ...server,
    keys,
    receipts,
    heldMore: () => held(dataDir) - heldBefore,
    /** Sends one new case. @returns milliseconds until its receipt came */
    async submit(): Promise<number> {
      const name = `honest-${number++}`
      const from = performance.now()
      const response = await post('cases', caseOf(name), { Authorization: `Bearer ${keys[HONEST]}`, 'Idempotency-Key': name })
      const answer = (await response.json()) as { receipt: string }
      if (response.status !== 201) throw new Error(`unexpected ${response.status}`)
      receipts.push(answer.receipt)
      return performance.now() - from
    },
    withdraw: async (code: string) => (await post('withdrawals', { code })).status,
  }
}
type Served = Awaited<ReturnType<typeof servedEdition>>

function held(dataDir: string): number {
  const database = new Database(databasePath(dataDir), { readonly: true })
  const cases = database.prepare('SELECT count(*) FROM sealed_case').pluck().get() as number
  database.close()
  return cases
}

/** The attackers on this server. @returns what ends them and tells what they sent */
function attack(of: Attack): () => Promise<Sent> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'test/soak/attackers.ts'], {
    cwd: PROJECT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout?.on('data', (piece) => {
    text += piece
  })
  child.stdin?.write(`${JSON.stringify(of)}\n`)
  toEnd.push(() => void child.kill('SIGKILL'))
  return async () => {
    child.stdin?.end()
    await once(child, 'close')
    return JSON.parse(text) as Sent
  }
}

async function burst(server: Served, times: number[]): Promise<void> {
  const hand = async () => {
    for (let n = 0; n < EACH; n++) times.push(await server.submit())
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
}

describe.runIf(process.env.SOAK)('five attacks together', () => {
  it(
    `P31 P42 for ${MINUTES} minutes: p99 of ${HANDS} clients stays under twice that of a server left alone, nothing is lost, every receipt is taken`,
    async () => {
      const [quiet, loud] = [await servedEdition(), await servedEdition()]
      await burst(quiet, [])
      await burst(loud, [])
      const start = grownTo(loud.pid)
      const stop = attack({ url: loud.url, key: loud.keys[ATTACKER] as string, edition: '2026-1' })
      const end = Date.now() + MINUTES * 60_000
      const times = { quiet: [] as number[], loud: [] as number[] }
      const taken: number[] = []
      await pause(5000)
      for (let round = 0; Date.now() < end; round++) {
        if (round % 2) await burst(quiet, times.quiet)
        await burst(loud, times.loud)
        if (round % 2 === 0) await burst(quiet, times.quiet)
        taken.push(await loud.withdraw(loud.receipts[round * HANDS] as string))
        await pause(PAUSE)
      }
      const late = grownTo(loud.pid)
      const sent = await stop()
      await pause(3 * TICK * 1000)

      const submitted = times.loud.length + HANDS * EACH
      const accepted = taken.filter((status) => status === 202).length
      const p99 = { quiet: percentile(times.quiet, 0.99), loud: percentile(times.loud, 0.99) }
      const add = (on: string, score: number | string, mark: string, passes: boolean) =>
        scores.add({ attack: `five attacks, ${MINUTES} min`, on, score, mark, passes })
      for (const [name, answers] of Object.entries(sent)) {
        const all = Object.values(answers).reduce((sum, one) => sum + one, 0)
        add(`${name}: sent, by status`, `${all} ${JSON.stringify(answers)}`, '> 0', all > 0)
      }
      add('requests of honest clients', times.loud.length, '', true)
      add('p50 alone and beside them, ms', `${percentile(times.quiet, 0.5).toFixed(1)} ${percentile(times.loud, 0.5).toFixed(1)}`, '', true)
      add('p99 alone and beside them, ms', `${p99.quiet.toFixed(1)} ${p99.loud.toFixed(1)}`, '', true)
      add('ratio of p99', (p99.loud / p99.quiet).toFixed(2), '< 2', p99.loud / p99.quiet < 2)
      add('right receipts taken', `${accepted} of ${taken.length}`, 'all', accepted === taken.length)
      add(
        'cases held, and sent less withdrawn',
        `${loud.heldMore()} ${submitted - accepted}`,
        'equal',
        loud.heldMore() === submitted - accepted,
      )
      add('memory before and after, MB', `${Math.round(start.now)} ${Math.round(late.now)}; peak ${Math.round(late.peak)}`, '', true)
      expect(Object.keys(sent)).toHaveLength(5)
      expect(accepted).toBe(taken.length)
      expect(loud.heldMore()).toBe(submitted - accepted)
      expect(loud.output()).not.toMatch(/crash|internal/)
      expect(p99.loud / p99.quiet).toBeLessThan(2)
    },
    (MINUTES + 10) * 60_000,
  )
})
