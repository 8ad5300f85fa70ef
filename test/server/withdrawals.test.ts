/** Requests for withdrawal, gathered and answered at boundaries in time: alike for every receipt, and however many come. */
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { batchedWithdrawals, loneWithdrawals } from '../../server/receipts/batch.ts'
import { receiptHash } from '../../server/receipts/code.ts'
import { untilBoundary } from '../../server/runtime/boundary.ts'
import { type Store, StoreUnavailable } from '../../server/store/port.ts'
import { receiptCode } from '../../survey-schema/receipt-code.ts'
import { drawnBytes } from '../support/seed.ts'
import { caseOf, server } from './harness.ts'
import { overHttp } from './over-http.ts'

/** Boundaries that come when the test says so. */
function boundaries() {
  let due: (() => void)[] = []
  return {
    at: (work: () => void) => void due.push(work),
    /** The next one, and everything that follows from it without waiting. */
    async next() {
      const now = due
      due = []
      for (const work of now) work()
      await pause(0)
    },
    get waiting() {
      return due.length
    },
  }
}

describe('a batch', () => {
  let running: Awaited<ReturnType<typeof server>>
  let written: number[]
  let broken = false
  let store: Store
  beforeEach(async () => {
    running = await server()
    await running.open('2026-1')
    written = []
    broken = false
    store = {
      batch: (queries) => {
        written.push(queries.length)
        return broken ? Promise.reject(new StoreUnavailable('SQLITE_FULL')) : running.store.batch(queries)
      },
    }
  })
  afterEach(() => running.close())
  const submitted = async (name: string) => ((await (await running.post(caseOf(name))).json()) as { receipt: string }).receipt
  const junk = drawnBytes('receipts of nothing')
  /** Name of each answer in the order in which they leave. */
  const asking = (ask: (hash: Uint8Array) => Promise<void>, left: string[]) => (name: string, code: string) =>
    ask(receiptHash(code)).then(
      () => left.push(name),
      (error: Error) => left.push(`${name} ${error.name}`),
    )

  it('P31 P33 is looked up at one boundary and answered at the next, whether a receipt has a case or not', async () => {
    const clock = boundaries()
    const left: string[] = []
    const ask = asking(batchedWithdrawals(store, clock.at), left)
    const receipt = await submitted('A-1')
    void ask('miss', receiptCode(junk(16)))
    void ask('hit', receipt)
    void ask('hit again', receipt)
    expect([left, written]).toEqual([[], []])
    await clock.next()
    void ask('late', receiptCode(junk(16)))
    expect([left, written]).toEqual([[], [2]])
    await clock.next()
    expect([left, written]).toEqual([
      ['miss', 'hit', 'hit again'],
      [2, 2],
    ])
    await clock.next()
    expect(left).toEqual(['miss', 'hit', 'hit again', 'late'])
    // Nobody asks, and nothing is done.
    expect(clock.waiting).toBe(0)
  })

  it('P33 P42 is refused as a whole when it cannot be written, at the boundary at which it would have been answered', async () => {
    const clock = boundaries()
    const left: string[] = []
    const ask = asking(batchedWithdrawals(store, clock.at), left)
    broken = true
    void ask('hit', await submitted('A-1'))
    void ask('miss', receiptCode(junk(16)))
    await clock.next()
    expect(left).toEqual([])
    await clock.next()
    expect(left).toEqual(['hit StoreUnavailable', 'miss StoreUnavailable'])
    broken = false
    void ask('next', receiptCode(junk(16)))
    await clock.next()
    await clock.next()
    expect(left.at(-1)).toBe('next')
  })

  it('P31 holds a bounded number of requests, and looks their receipts up a thousand at a time', async () => {
    const clock = boundaries()
    const ask = batchedWithdrawals(store, clock.at)
    const refused: string[] = []
    const all = Array.from({ length: 16_400 }, () => ask(junk(32)).catch(({ message }: Error) => refused.push(message)))
    await pause(0)
    expect(refused).toEqual(Array.from({ length: 16 }, () => 'busy'))
    await clock.next()
    expect(written).toEqual([18])
    await clock.next()
    await Promise.all(all)
    expect(refused).toHaveLength(16)
  })

  it('P33 is one request alone where requests may not wait for one another, and keeps to the same boundaries', async () => {
    const clock = boundaries()
    const left: string[] = []
    const ask = asking(loneWithdrawals(store, clock.at), left)
    void ask('hit', await submitted('A-1'))
    void ask('miss', receiptCode(junk(16)))
    await clock.next()
    expect([left, written]).toEqual([[], [2, 2]])
    await clock.next()
    expect(left).toEqual(['hit', 'miss'])
  })

  it('P33 boundaries lie a quarter of a second apart, and none is met twice by a timer that comes early', () => {
    expect([0, 1, 100, 244, 245, 246, 249.5, 250, 1000].map(untilBoundary)).toEqual([250, 249, 150, 6, 5, 254, 250.5, 250, 250])
  })
})

describe('a flood', () => {
  it('P31 of five hundred requests a second keeps no right receipt out, and the database does not grow', async () => {
    const running = await overHttp()
    const agent = new Agent({ keepAlive: true, maxSockets: 200 })
    const junk = drawnBytes('a flood')
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        const sent = request(
          `${running.url}/api/v1${path}`,
          { method: 'POST', agent, headers: { 'Content-Type': 'application/json', ...headers } },
          (response) => {
            let text = ''
            response.setEncoding('utf8').on('data', (chunk: string) => {
              text += chunk
            })
            response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
          },
        )
        sent.on('error', reject)
        sent.end(body)
      })
    const withdraw = (code: string) => post('/withdrawals', JSON.stringify({ code }))
    const db = new Database(`${running.dataDir}/cases.sqlite`, { readonly: true })
    try {
      const receipts: string[] = []
      for (let number = 0; number < 10; number++) {
        const headers = { Authorization: `Bearer ${running.key}`, 'Idempotency-Key': `k-${number}` }
        receipts.push(
          (JSON.parse((await post('/cases', JSON.stringify(caseOf(`A-${number}`)), headers)).text) as { receipt: string }).receipt,
        )
      }
      await withdraw(receiptCode(junk(16)))
      const pages = db.pragma('page_count', { simple: true })
      const flood: Promise<{ status: number }>[] = []
      const right: Promise<{ status: number; text: string }>[] = []
      for (let twentieth = 0; twentieth < 40; twentieth++) {
        for (let one = 0; one < 25; one++) flood.push(withdraw(receiptCode(junk(16))))
        if (twentieth % 4 === 2) right.push(withdraw(receipts[(twentieth - 2) / 4] as string))
        await pause(50)
      }
      const answers = await Promise.all(right)
      expect([answers.map(({ status }) => status), new Set(answers.map(({ text }) => text)).size]).toEqual([
        Array.from({ length: 10 }, () => 202),
        1,
      ])
      expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([202]))
      // A tick of the server may have carried some of them out already.
      const asked = db.prepare('select (select count(*) from withdrawal_request) + (select count(*) from withdrawn_case)').pluck().get()
      expect([asked, db.pragma('page_count', { simple: true })]).toEqual([10, pages])
    } finally {
      db.close()
      agent.destroy()
      await running.close()
    }
  })
})
