/** One agreement in every route: a case that may not be counted leaves no byte behind, not even a count of its partner. */

import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { caseOf, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
beforeEach(async () => {
  running = await server()
  await running.open('2026-1')
})
afterEach(() => running.close())

/** Every row of every table. */
function dump(): string {
  const db = new Database(join(running.dataDir, 'cases.sqlite'), { readonly: true })
  const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all() as string[]
  const rows = JSON.stringify(tables.map((table) => [table, db.prepare(`select * from ${table}`).all()]))
  db.close()
  return rows
}

const ask = (method: string, path: string, body: string, headers: Record<string, string> = {}) =>
  running.app.request(`/api/v1${path}`, {
    method,
    body,
    headers: { Authorization: `Bearer ${running.key}`, 'Content-Type': 'application/json', ...headers },
  })

describe('a case without an agreement', () => {
  it('P17 is refused alike by submission, correction and import; nothing is kept, and the log tells no partner', async () => {
    const { id } = (await (await running.post(caseOf('A-1'))).json()) as { id: string }
    const begun = (await (await ask('POST', '/imports', '{"rows":2}', { 'Idempotency-Key': 'digest' })).json()) as { id: string }
    const before = dump()
    for (const answers of [
      { consent_basis: 'no_basis' },
      { consent_basis: 'no_basis', consent_uses: ['aggregate_tables'] },
      { consent_uses: ['narrative_research'] },
      { consent_uses: [] },
    ]) {
      const one = JSON.stringify(caseOf('A-1', answers))
      const refusals = [
        await running.post(one),
        await ask('PUT', `/cases/${id}`, one, { 'If-Match': '"1"' }),
        await ask('PUT', `/imports/${begun.id}/parts/1`, `${JSON.stringify(caseOf('A-2'))}\n${one}\n`, {
          'Content-Type': 'application/x-ndjson',
        }),
      ]
      for (const answer of refusals) {
        const { errors } = (await answer.json()) as { errors: { pointer: string; rule: string }[] }
        expect([answer.status, errors.length >= 1]).toEqual([422, true])
        for (const { pointer } of errors) expect(pointer).toMatch(/^(\/lines\/2)?\/answers\/consent_(basis|uses)$/)
      }
    }
    expect(dump()).toBe(before)
    expect(running.log).toEqual([])
  })
})
