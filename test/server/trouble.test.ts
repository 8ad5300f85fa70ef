/** A disk that is full or may only be read: 503 from every route of intake, nothing half written, and on again without hands. */
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventLog } from '../../server/http/events.ts'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { ledgerFile, ledgerPath } from '../../server/runtime/ledger-file.ts'
import { tick } from '../../server/runtime/tick.ts'
import { read, StoreUnavailable } from '../../server/store/port.ts'
import { caseOf, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
beforeEach(async () => {
  running = await server()
  await running.open('2026-1')
})
afterEach(() => running.close())

const pragma = async (text: string) =>
  Object.values((await read(running.store, CompiledQuery.raw(`pragma ${text}`) as CompiledQuery<object>))[0] ?? {})[0]
const ask = (method: string, path: string, body?: string, headers: Record<string, string> = {}) =>
  running.app.request(`/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${running.key}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  })
/** Of every table that intake writes. */
const counts = async () =>
  read(
    running.store,
    CompiledQuery.raw(
      'select (select count(*) from sealed_case) as cases, (select count(*) from idempotency) as requests, (select count(*) from staged_case) as staged, (select count(*) from import_part) as parts, (select count(*) from withdrawal_request) as asked, (select count(*) from withdrawn_case) as gone, (select sum(version) from sealed_case) as versions',
    ) as CompiledQuery<Record<string, number>>,
  )

interface Troubled {
  readonly begin: () => Promise<void>
  readonly end: () => Promise<void>
}
const TROUBLES: Readonly<Record<string, Troubled>> = {
  'full disk': {
    begin: async () => {
      const pages = Number(await pragma('page_count'))
      await pragma(`max_page_count = ${pages + 6}`)
      // The space that is left is used up by something else.
      for (let number = 0; ; number++) {
        const full = await running.store
          .batch([CompiledQuery.raw('insert into organisation (name) values (?)', [`Invented ${number} ${'x'.repeat(1500)}`])])
          .then(
            () => false,
            (error) => error instanceof StoreUnavailable,
          )
        if (full) return
      }
    },
    end: async () => {
      await pragma('max_page_count = 100000')
    },
  },
  'disk that may only be read': {
    begin: async () => {
      await pragma('query_only = ON')
    },
    end: async () => {
      await pragma('query_only = OFF')
    },
  },
}

describe.each(Object.keys(TROUBLES))('on a %s', (name) => {
  it('P42 P10 every route of intake answers 503 with a code, half writes nothing, and goes on when it is over', async () => {
    const first = (await (await running.post(caseOf('A-1'))).json()) as { id: string; receipt: string }
    const begun = (await (await ask('POST', '/imports', '{"rows":40}', { 'Idempotency-Key': 'digest' })).json()) as { id: string }
    const part = Array.from({ length: 40 }, (_, number) => `${JSON.stringify(caseOf(`B-${number}`))}\n`).join('')
    const routes = {
      submit: () => running.post(caseOf('A-2'), { idempotencyKey: 'again' }),
      part: () => ask('PUT', `/imports/${begun.id}/parts/1`, part, { 'Content-Type': 'application/x-ndjson' }),
      correct: () => ask('PUT', `/cases/${first.id}`, JSON.stringify(caseOf('A-1', { gender: 'man' })), { 'If-Match': '"1"' }),
      withdraw: () => ask('POST', '/withdrawals', JSON.stringify({ code: first.receipt })),
    }
    const before = await counts()
    await TROUBLES[name]!.begin()
    const refusals: number[] = []
    for (const ask of Object.values(routes)) {
      // A full disk may still have space for one row somewhere; what is asked again and again finds it used up.
      for (let tries = 0; tries < 200; tries++) {
        const response = await ask()
        if (response.ok) continue
        expect([response.status, response.headers.get('Retry-After'), await response.json()]).toMatchObject([
          503,
          '2',
          { type: '/problems/busy' },
        ])
        refusals.push(response.status)
        break
      }
    }
    if (name !== 'full disk') {
      expect(refusals).toEqual([503, 503, 503, 503])
      expect(await counts()).toEqual(before)
    } else expect(refusals.length).toBeGreaterThanOrEqual(1)
    const [now] = await counts()
    expect([(now?.cases ?? 0) - 1, now?.staged]).toEqual([
      (now?.requests ?? 0) - 1 - ((now?.versions ?? 0) - (now?.cases ?? 0)),
      (now?.parts ?? 0) * 40,
    ])
    await TROUBLES[name]!.end()
    expect((await routes.submit()).status).toBe(201)
    expect((await routes.part()).status).toBe(200)
    expect((await routes.correct()).status).toBe(200)
    expect((await ask('POST', `/imports/${begun.id}/commit`)).status).toBe(200)
    expect(await running.held('2026-1')).toBe(42)
  })

  it('P31 P42 a sweep that cannot write leaves requests and cases as they were, says so once, and is done by the next', async () => {
    const { receipt } = (await (await running.post(caseOf('A-1'))).json()) as { receipt: string }
    await ask('POST', '/withdrawals', JSON.stringify({ code: receipt }))
    await pragma('query_only = ON')
    const log: string[] = []
    const needs = {
      store: running.store,
      ledger: ledgerFile(ledgerPath(running.dataDir), running.serverKey),
      dataDir: running.dataDir,
      clock: { day: () => '2026-11-21', month: () => '2026-11', year: () => 2026 },
      events: eventLog((line) => log.push(line)),
    }
    await tick(needs)
    expect(log).toEqual(['{"event":"store","code":"SQLITE_READONLY"}'])
    expect(await running.held('2026-1')).toBe(1)
    await pragma('query_only = OFF')
    expect(await carryOutWithdrawals(running.store, needs.ledger, '2026-11')).toBe(1)
    expect([await running.held('2026-1'), log.length]).toEqual([0, 1])
  })
})
