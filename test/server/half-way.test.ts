/** An answer that fails half-way, over a real socket: cut off without a word, to the reader and to whoever reads the terminal of the server. */
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventLog } from '../../server/http/events.ts'
import { appListener } from '../../server/runtime/app-listener.ts'
import { type Store, StoreUnavailable } from '../../server/store/port.ts'
import { sealedCasesAfter } from '../../server/store/queries/cases.ts'
import { server } from './harness.ts'

const WORD = 'Yamanoue'
const PAGE_OF_CASES = sealedCasesAfter('', '', 1).sql

let running: Awaited<ReturnType<typeof server>>
let listening: Server
/** Pages of cases that are read before the store fails, and how it fails then. */
let pages: number
let failure: Error
let log: string[]
let printed: unknown[]

beforeEach(async () => {
  running = await server({
    store: (store): Store => ({
      batch: async (queries) => {
        if (queries.some(({ sql }) => sql === PAGE_OF_CASES) && pages-- === 0) throw failure
        return store.batch(queries)
      },
    }),
  })
  await running.open('2026-1')
  await running.store.batch([
    CompiledQuery.raw(
      `with recursive n (n) as (select 1 union all select n + 1 from n where n < 1100)
      insert into sealed_case (id, edition, organisation, tag, receipt_hash, version, month, enc, ciphertext)
      select lower(hex(randomblob(16))), '2026-1', 1, randomblob(32), randomblob(32), 1, '2026-11', randomblob(32), randomblob(272) from n`,
    ),
  ])
  log = []
  printed = []
  for (const method of ['error', 'info', 'log', 'warn'] as const)
    vi.spyOn(console, method).mockImplementation((...given) => void printed.push(...given))
  listening = createServer(
    appListener(
      running.app,
      eventLog((line) => log.push(line)),
    ),
  )
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await new Promise((resolve) => listening.close(resolve))
  await running.close()
})

/** All that came back until the server closed the connection. */
const heard = (key: string) =>
  new Promise<string>((resolve) => {
    const socket = connect((listening.address() as AddressInfo).port, '127.0.0.1')
    let text = ''
    socket.on('error', () => {})
    socket.setEncoding('latin1').on('data', (some: string) => {
      text += some
    })
    socket.on('close', () => resolve(text))
    const close = pages > 2 ? 'Connection: close\r\n' : ''
    socket.write(`GET /api/v1/editions/2026-1/sealed-cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n${close}\r\n`)
  })

describe('an answer that fails half-way', () => {
  it('P03 P16 is cut off: no message of the error in answer or terminal, and one event without it', async () => {
    const key = await running.organisation('Invented Editors', { scopes: ['edit'] })
    for (const [error, event] of [
      [new TypeError(WORD), { event: 'internal', route: '*', error: 'TypeError' }],
      [new StoreUnavailable('SQLITE_BUSY'), { event: 'store', code: 'SQLITE_BUSY' }],
    ] as const) {
      for (const before of [0, 1, 2]) {
        failure = error
        pages = before
        const answer = await heard(key)
        expect(answer, `after ${before} pages`).not.toMatch(/Yamanoue|Error|unavailable/)
        // A last chunk would make it whole.
        expect(answer.endsWith('\r\n0\r\n\r\n')).toBe(false)
        expect(printed).toEqual([])
        expect(log.splice(0).map((line) => JSON.parse(line) as unknown)).toEqual([event])
      }
    }
    pages = 9
    expect((await heard(key)).endsWith('\r\n0\r\n\r\n')).toBe(true)
  })
})
