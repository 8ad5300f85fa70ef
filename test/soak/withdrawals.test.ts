/** Withdrawals for a minute of flood, and the times of hits and misses beside one another (`SOAK_FLOOD_SECONDS`, 60 without it). */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { receiptCode } from '../../survey-schema/receipt-code.ts'
import { caseOf } from '../server/harness.ts'
import { drawnBytes, drawnNumbers, seedOfRun } from '../support/seed.ts'
import { intakeServer } from './intake-server.ts'

const SECONDS = Number(process.env.SOAK_FLOOD_SECONDS ?? 60)
const PAIRS = 400
const SHUFFLES = 2000
/** Of a chance finding, over all runs of a year. */
const CHANCE = 1e-3

const folder = mkdtempSync(join(tmpdir(), 'jnatip-flood-'))
const agent = new Agent({ keepAlive: true, maxSockets: 300 })
afterAll(() => {
  agent.destroy()
  rmSync(folder, { recursive: true })
})
const junk = drawnBytes('receipts of nothing')
const random = drawnNumbers('order and phase')

/**
 * Status, and the time of the answer in milliseconds. A kept connection may be closed by the server in the moment in which it is used again:
 * the request goes out once more then, as `request.reusedSocket` of Node is meant for.
 */
const withdraw = (url: string, code: string): Promise<{ status: number; took: number }> =>
  new Promise((resolve, reject) => {
    const from = performance.now()
    const sent = request(
      `${url}/api/v1/withdrawals`,
      { method: 'POST', agent, headers: { 'Content-Type': 'application/json' } },
      (response) => {
        response.resume()
        response.on('end', () => resolve({ status: response.statusCode ?? 0, took: performance.now() - from }))
      },
    )
    sent.on('error', (error: NodeJS.ErrnoException) =>
      sent.reusedSocket && error.code === 'ECONNRESET' ? resolve(withdraw(url, code)) : reject(error),
    )
    sent.end(JSON.stringify({ code }))
  })

async function submitted(url: string, key: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    body: JSON.stringify(caseOf(name)),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': name },
  })
  return ((await answer.json()) as { receipt: string }).receipt
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** How often a split of all values by chance lies at least as far apart as these two samples. */
function permutationTest(one: readonly number[], other: readonly number[]): number {
  const found = Math.abs(mean(one) - mean(other))
  const all = [...one, ...other]
  let asFar = 0
  for (let times = 0; times < SHUFFLES; times++) {
    for (let at = all.length - 1; at > 0; at--) {
      const swap = Math.floor(random() * (at + 1))
      ;[all[at], all[swap]] = [all[swap] as number, all[at] as number]
    }
    if (Math.abs(mean(all.slice(0, one.length)) - mean(all.slice(one.length))) >= found) asFar++
  }
  return (asFar + 1) / (SHUFFLES + 1)
}

describe.runIf(process.env.SOAK)('withdrawals', () => {
  it('P33 of receipts with a case and without one take the same time', async () => {
    const server = await intakeServer(join(folder, 'times'))
    const times = { hit: [] as number[], miss: [] as number[] }
    for (let pair = 0; pair < PAIRS; pair++) {
      const codes = { hit: await submitted(server.url, server.key, `T-${pair}`), miss: receiptCode(junk(16)) }
      for (const kind of random() < 0.5 ? (['hit', 'miss'] as const) : (['miss', 'hit'] as const)) {
        await pause(random() * 250)
        times[kind].push((await withdraw(server.url, codes[kind])).took)
      }
    }
    await server.end('SIGTERM')
    const p = permutationTest(times.hit, times.miss)
    console.log(
      `SEED=${seedOfRun()}: ${PAIRS} hits ${mean(times.hit).toFixed(1)} ms, misses ${mean(times.miss).toFixed(1)} ms, p ${p.toFixed(4)}`,
    )
    expect(p).toBeGreaterThan(CHANCE)
  })

  it(`P31 beside 500 requests of nothing a second for ${SECONDS} s every right receipt gets through, and no file grows`, async () => {
    const dataDir = join(folder, 'flood')
    const server = await intakeServer(dataDir)
    const receipts: string[] = []
    for (let number = 0; number < 10; number++) receipts.push(await submitted(server.url, server.key, `F-${number}`))
    await withdraw(server.url, receiptCode(junk(16)))
    // Of the whole database, what still lies in its log included.
    const db = new Database(join(dataDir, 'cases.sqlite'), { readonly: true })
    const pages = () => db.pragma('page_count', { simple: true }) as number
    const before = pages()
    const statuses = new Map<number, number>()
    const right: Promise<{ status: number }>[] = []
    const flood: Promise<unknown>[] = []
    for (let tenth = 0; tenth < SECONDS * 10; tenth++) {
      for (let one = 0; one < 50; one++)
        flood.push(withdraw(server.url, receiptCode(junk(16))).then(({ status }) => statuses.set(status, (statuses.get(status) ?? 0) + 1)))
      if (tenth % SECONDS === 3) right.push(withdraw(server.url, receipts[Math.floor(tenth / SECONDS)] as string))
      await pause(100)
    }
    await Promise.all(flood)
    expect((await Promise.all(right)).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 202))
    expect([...statuses.keys()]).toEqual([202])
    const after = pages()
    db.close()
    await server.end('SIGTERM')
    console.log(`${[...statuses.values()].join()} requests of nothing; ${before} pages before, ${after} after`)
    // Pages are put in order at each tick, which may need fewer.
    expect(after).toBeLessThanOrEqual(before)
  })
})
