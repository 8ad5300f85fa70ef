/** A file of cases in parts: all of it is held, or none. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open as unseal } from '../../server/editors/keys/open.ts'
import { eraseOldImports } from '../../server/imports/expire.ts'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { read } from '../../server/store/port.ts'
import { decodeCase } from '../../survey-schema/answers/signed-bytes.ts'
import { caseOf, type Opened, problem, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
let edition: Opened
let day = '2026-11-21'
beforeEach(async () => {
  day = '2026-11-21'
  running = await server({ clock: { day: () => day, month: () => day.slice(0, 7), year: () => 2026 } })
  edition = await running.open('2026-1')
})
afterEach(() => running.close())

interface RowTold {
  readonly line: number
  readonly outcome: string
  readonly id: string | null
  readonly receipt: string | null
}
interface ImportTold {
  readonly id: string
  readonly state: string
  readonly parts: readonly {
    readonly part: number
    readonly rows: number | null
    readonly stored: number | null
    readonly replaced: number | null
    readonly left_out: number | null
  }[]
}
interface As {
  readonly key?: string | null
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}
const ask = (method: string, path: string, body?: string, { key = running.key, type = 'application/json', headers = {} }: As = {}) =>
  running.app.request(`/api/v1/imports${path}`, {
    method,
    headers: { 'Content-Type': type, ...(key ? { Authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  })
const begin = (rows: unknown, existing?: string, file = 'digest-1', as: As = {}) =>
  ask('POST', '', JSON.stringify({ rows, ...(existing ? { existing } : {}) }), {
    ...as,
    headers: { 'Idempotency-Key': file, ...as.headers },
  })
const begun = async (...given: Parameters<typeof begin>) => ((await (await begin(...given)).json()) as ImportTold).id
const lines = (cases: readonly object[]) => cases.map((one) => `${JSON.stringify(one)}\n`).join('')
const named = (from: number, to: number, answers = {}) =>
  Array.from({ length: to - from }, (_, index) => caseOf(`A-${from + index}`, answers))
const put = (id: string, part: number | string, body: string, as: As = {}) =>
  ask('PUT', `/${id}/parts/${part}`, body, { type: 'application/x-ndjson', ...as })
const rowsOf = async (response: Response) => ((await response.json()) as { rows: RowTold[] }).rows
const commit = (id: string, as?: As) => ask('POST', `/${id}/commit`, undefined, as)
const told = async (response: Response) => [response.status, (await problem(response)).type.replace('/problems/', '')]
const count = async (table: string) =>
  (await read(running.store, CompiledQuery.raw(`select count(*) as n from ${table}`) as CompiledQuery<{ n: number }>))[0]?.n
const staged = () => count('staged_case')
const held = () => running.held('2026-1')

describe('an import', () => {
  it('P06 takes references that look like passport numbers only while they run, and only of a file that says so', async () => {
    const id = await begun(3)
    const running = (...keys: readonly string[]) => lines(keys.map((key) => caseOf(key)))
    const keys = ['TK1234567', 'TK1234568', 'TK1234570']
    expect(await told(await put(id, 1, running(...keys)))).toEqual([422, 'invalid-submission'])
    const jumps = await put(id, '1?running_keys=true', running('TK1234567', 'TK9234568', 'Maria 090-0000-1234'))
    expect((await problem(jumps)).errors).toEqual([
      { pointer: '/lines/2/answers/partner_case_key', rule: 'identifier', kind: 'passport_number' },
      { pointer: '/lines/3/answers/partner_case_key', rule: 'identifier', kind: 'telephone' },
    ])
    expect(await told(await put(id, '1?running_keys=yes', running(...keys)))).toEqual([400, 'invalid-request'])
    expect((await rowsOf(await put(id, '1?running_keys=true', running(...keys)))).map(({ outcome }) => outcome)).toEqual([
      'stored',
      'stored',
      'stored',
    ])
    expect([(await commit(id)).status, await held()]).toEqual([200, 3])
  })

  it('P13 telephone numbers, days and numbers with a check digit run nowhere, and a running reference is found and corrected again', async () => {
    const id = await begun(1)
    for (const key of ['09012345678', '19850512', '123456789018']) {
      const refused = await put(id, '1?running_keys=true', lines([caseOf(key)]))
      expect([key, (await problem(refused)).errors?.map(({ rule }) => rule)]).toEqual([key, ['identifier']])
    }
    const [row] = await rowsOf(await put(id, '1?running_keys=true', lines([caseOf('TK1234567')])))
    await commit(id)
    const find = await running.app.request('/api/v1/cases/find', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${running.key}` },
      body: JSON.stringify({ partner_case_key: 'TK1234567' }),
    })
    expect([find.status, ((await find.json()) as { id: string }).id]).toEqual([200, row?.id])
  })

  it('P12 is invisible until it is committed, then all of it is held, and each receipt is good', async () => {
    const id = await begun(5)
    const one = await rowsOf(await put(id, 1, lines(named(0, 3))))
    expect(one.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, 'stored'],
      [2, 'stored'],
      [3, 'stored'],
    ])
    expect([await held(), await staged()]).toEqual([0, 3])
    expect(await told(await commit(id))).toEqual([409, 'import-incomplete'])
    const two = await rowsOf(await put(id, 2, `\n${lines(named(3, 5))}\r\n`))
    const done = (await (await commit(id)).json()) as ImportTold
    expect([done.state, done.parts]).toEqual([
      'committed',
      [
        { part: 1, rows: 3, stored: 3, replaced: 0, left_out: 0 },
        { part: 2, rows: 2, stored: 2, replaced: 0, left_out: 0 },
      ],
    ])
    expect([await held(), await staged()]).toEqual([5, 0])
    const all = [...one, ...two]
    expect(new Set(all.map((row) => row.id)).size).toBe(5)
    await running.app.request('/api/v1/withdrawals', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: all[4]?.receipt }),
    })
    expect([await carryOutWithdrawals(running.store, null, '2026-11'), await held()]).toEqual([1, 4])
    const rows = await read(
      running.store,
      CompiledQuery.raw('select id, version, enc, ciphertext from sealed_case') as CompiledQuery<{
        id: string
        enc: Uint8Array
        ciphertext: Uint8Array
      }>,
    )
    for (const row of rows) {
      const plain = await unseal(row, { edition: '2026-1', id: row.id, organisation: 1, version: 1 }, edition.key.opening)
      expect(decodeCase(plain).record.answers.gender).toBe('woman')
    }
  })

  it('P11 P12 answers a part, a commit or a whole file that comes again as before, and holds nothing twice', async () => {
    const id = await begun(3)
    const body = lines(named(0, 3))
    const first = await (await put(id, 1, body)).text()
    const parallel = await Promise.all(Array.from({ length: 6 }, () => put(id, 1, body)))
    for (const again of parallel)
      expect([again.status, again.headers.get('Idempotency-Replayed'), await again.text()]).toEqual([200, 'true', first])
    expect(await told(await begin(4))).toEqual([409, 'idempotency-mismatch'])
    expect((await commit(id)).headers.get('Idempotency-Replayed')).toBeNull()
    expect((await commit(id)).headers.get('Idempotency-Replayed')).toBe('true')
    expect(await (await put(id, 1, body)).text()).toBe(first)
    const whole = await begin(3)
    expect([whole.headers.get('Idempotency-Replayed'), ((await whole.json()) as ImportTold).state]).toEqual(['true', 'committed'])
    expect(await told(await put(id, 1, lines(named(0, 2))))).toEqual([409, 'idempotency-mismatch'])
    expect(await told(await put(id, 2, body))).toEqual([409, 'idempotency-mismatch'])
    expect(await told(await begin(3, 'replace'))).toEqual([409, 'idempotency-mismatch'])
    expect(await held()).toBe(3)
  })

  it('P01 P02 keeps no size once it is committed: the commit tells it, and nothing later does', async () => {
    const id = await begun(3)
    const body = lines(named(0, 3))
    const receipts = await (await put(id, 1, body)).text()
    const sized = { rows: 3, state: 'committed', parts: [{ part: 1, rows: 3, stored: 3, replaced: 0, left_out: 0 }] }
    const none = { rows: null, state: 'committed', parts: [{ part: 1, rows: null, stored: null, replaced: null, left_out: null }] }
    expect(await (await commit(id)).json()).toMatchObject(sized)
    expect([await (await commit(id)).json(), await (await ask('GET', `/${id}`)).json(), await (await begin(3)).json()]).toMatchObject([
      none,
      none,
      none,
    ])
    const kept = async (query: string) => read(running.store, CompiledQuery.raw(query) as CompiledQuery<object>)
    expect(await kept('select rows from import_file')).toEqual([{ rows: null }])
    expect(await kept('select rows, stored, replaced from import_part')).toEqual([{ rows: null, stored: null, replaced: null }])
    expect(await (await put(id, 1, body)).text()).toBe(receipts)
  })

  it('P11 P12 takes the same part once when it comes many times at once, also where it corrects', async () => {
    for (const [number, existing] of (['refuse', 'replace'] as const).entries()) {
      const id = await begun(20, existing, `digest-${number}`)
      const body = lines(named(0, 20, number === 1 ? { gender: 'man' } : {}))
      const answers = await Promise.all(Array.from({ length: 8 }, () => put(id, 1, body)))
      const texts = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))
      for (const text of texts) expect(text).toEqual(texts[0])
      expect(texts[0]?.[0]).toBe(200)
      expect((await commit(id)).status).toBe(200)
      expect(await held()).toBe(20)
    }
  })

  it('P12 P13 P16 refuses a part for one refused row, names line, field and rule, and keeps nothing of the part', async () => {
    const id = await begun(6)
    const bad = [
      JSON.stringify(caseOf('A-0')),
      JSON.stringify(caseOf('A-1', { gender: 'Yamanoue' })),
      '{"Yamanoue":',
      JSON.stringify({ ...caseOf('A-2'), Yamanoue: 1 }),
      JSON.stringify(caseOf('A-0')),
      JSON.stringify(caseOf('A-4', { consent_basis: 'no_basis' })),
      `"${'x'.repeat(300_000)}"`,
      'null',
    ].join('\n')
    const refused = await put(id, 1, bad)
    const text = await refused.clone().text()
    expect([refused.status, text.includes('Yamanoue'), text.includes('A-0')]).toEqual([422, false, false])
    expect((await problem(refused)).errors).toEqual([
      { pointer: '/lines/2/answers/gender', rule: 'invalid_code' },
      { pointer: '/lines/3', rule: 'syntax' },
      { pointer: '/lines/4', rule: 'unknown_key' },
      { pointer: '/lines/5/answers/partner_case_key', rule: 'duplicate_key' },
      { pointer: '/lines/6/answers/consent_basis', rule: 'R01' },
      { pointer: '/lines/7', rule: 'too_large' },
      { pointer: '/lines/8', rule: 'invalid_type' },
    ])
    expect([await staged(), await count('import_part')]).toEqual([0, 0])
    expect((await put(id, 1, lines(named(0, 3)))).status).toBe(200)
    expect((await problem(await put(id, 2, lines(named(2, 5))))).errors).toEqual([
      { pointer: '/lines/1/answers/partner_case_key', rule: 'duplicate_key' },
    ])
    expect((await problem(await put(id, 2, lines(named(3, 7))))).errors).toEqual([{ pointer: '/rows', rule: 'too_many' }])
    expect((await put(id, 3, new TextDecoder().decode(new Uint8Array([0xff])))).status).toBe(422)
    expect(await staged()).toBe(3)
  })

  it('P12 P34 refuses or replaces what the open edition holds, as it was begun, and leaves out what was counted or withdrawn', async () => {
    const receipts: string[] = []
    for (const one of named(0, 40)) receipts.push(((await (await running.post(one)).json()) as { receipt: string }).receipt)
    await running.open('2026-2')
    for (const one of named(40, 43)) receipts.push(((await (await running.post(one)).json()) as { receipt: string }).receipt)
    await running.app.request('/api/v1/withdrawals', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: receipts[42] }),
    })
    await carryOutWithdrawals(running.store, null, '2026-11')
    const body = lines(named(38, 44, { gender: 'man' }))
    const refuse = await begun(6)
    expect((await problem(await put(refuse, 1, body))).errors).toEqual(
      [3, 4].map((line) => ({ pointer: `/lines/${line}/answers/partner_case_key`, rule: 'case_exists' })),
    )
    const replace = await begun(6, 'replace', 'digest-2')
    const rows = await rowsOf(await put(replace, 1, body))
    expect(rows.map(({ outcome, receipt }) => [outcome, receipt !== null])).toEqual([
      ['already_counted', false],
      ['already_counted', false],
      ['replaced', false],
      ['replaced', false],
      ['withdrawn', false],
      ['stored', true],
    ])
    const done = (await (await commit(replace)).json()) as ImportTold
    expect(done.parts).toEqual([{ part: 1, rows: 6, stored: 1, replaced: 2, left_out: 3 }])
    expect([await running.held('2026-1'), await running.held('2026-2')]).toEqual([40, 3])
    const versions = await read(
      running.store,
      CompiledQuery.raw("select version from sealed_case where edition = '2026-2' order by version") as CompiledQuery<{ version: number }>,
    )
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 2])
    expect(await rowsOf(await put(replace, 1, body))).toEqual(rows)
  })

  it('P12 commits nothing when a case or the edition changed meanwhile, and begins again with the same receipts', async () => {
    await running.post(caseOf('A-0'))
    const id = await begun(3, 'replace')
    const body = lines(named(0, 3))
    const first = await rowsOf(await put(id, 1, body))
    await running.post(caseOf('A-2', { gender: 'man' }))
    expect(await told(await commit(id))).toEqual([409, 'import-stale'])
    expect([await held(), await staged(), await count('import_part')]).toEqual([2, 0, 0])
    const again = await rowsOf(await put(id, 1, body))
    expect(again.map(({ outcome }) => outcome)).toEqual(['replaced', 'stored', 'replaced'])
    expect(again[1]).toEqual(first[1])
    expect((await commit(id)).status).toBe(200)
    expect(await held()).toBe(3)

    const late = await begun(40, 'refuse', 'digest-2')
    await put(late, 1, lines(named(10, 30)))
    for (const one of named(100, 140)) await running.post(one)
    await running.open('2026-2')
    expect(await told(await put(late, 2, lines(named(30, 50))))).toEqual([409, 'import-stale'])
    expect([await staged(), await running.held('2026-2')]).toEqual([0, 0])
    for (const part of [1, 2]) expect((await put(late, part, lines(named(part * 20 - 10, part * 20 + 10)))).status).toBe(200)
    expect((await commit(late)).status).toBe(200)
    expect(await running.held('2026-2')).toBe(40)
  })

  it('P31 P12 a receipt is good before the commit too: the import then begins again without that case', async () => {
    const id = await begun(2)
    const body = lines(named(0, 2))
    const [row] = await rowsOf(await put(id, 1, body))
    await running.app.request('/api/v1/withdrawals', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code: row?.receipt }),
    })
    await carryOutWithdrawals(running.store, null, '2026-11')
    expect(await told(await commit(id))).toEqual([409, 'import-stale'])
    expect((await rowsOf(await put(id, 1, body))).map(({ outcome }) => outcome)).toEqual(['withdrawn', 'stored'])
    expect([(await commit(id)).status, await held()]).toEqual([200, 1])
  })

  it('P12 is erased on the second day after its last part, and the day with it at the commit', async () => {
    const waits = await begun(4, 'refuse', 'digest-1')
    await put(waits, 1, lines(named(0, 2)))
    const done = await begun(2, 'refuse', 'digest-2')
    await put(done, 1, lines(named(5, 7)))
    await commit(done)
    const days = () =>
      read(running.store, CompiledQuery.raw('select day from import_file order by day') as CompiledQuery<{ day: string | null }>)
    expect(await days()).toEqual([{ day: null }, { day: '2026-11-21' }])
    const needs = { store: running.store, clock: { day: () => day, month: () => '2026-11', year: () => 2026 } }
    day = '2026-11-22'
    await eraseOldImports(needs)
    expect(await staged()).toBe(2)
    await put(waits, 2, lines(named(2, 3)))
    day = '2026-11-23'
    await eraseOldImports(needs)
    expect(await staged()).toBe(3)
    day = '2026-11-24'
    await eraseOldImports(needs)
    expect([await staged(), await count('import_part'), await days(), await held()]).toEqual([0, 1, [{ day: null }], 2])
    expect((await ask('GET', `/${waits}`)).status).toBe(404)
  })

  it('P61 P19 is nobody else’s, and has limits that it states', async () => {
    const id = await begun(3)
    const other = { key: await running.organisation('Invented Union') }
    const unknown = 'f'.repeat(32)
    const answers = [
      await ask('GET', `/${id}`, undefined, other),
      await ask('GET', `/${unknown}`),
      await put(id, 1, lines(named(0, 1)), other),
      await put(unknown, 1, lines(named(0, 1))),
      await put(id, 0, ''),
      await put(id, 'x', ''),
      await commit(id, other),
      await commit(unknown),
    ]
    const texts = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))
    for (const text of texts) expect(text).toEqual([404, texts[0]?.[1]])
    expect((await put(id, 1, lines(named(0, 1)), { key: null })).status).toBe(401)
    expect((await put(id, 1, 'x'.repeat(20 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await put(id, 1, '', { type: 'application/json' })).status).toBe(415)
    for (const rows of [0, -1, 1.5, '3', null, 1_000_001]) expect((await begin(rows, 'refuse', 'x')).status).toBe(400)
    expect(await told(await ask('POST', '', '{"rows":1,"name":1}', { headers: { 'Idempotency-Key': 'x' } }))).toEqual([422, 'unknown-key'])
    expect((await ask('POST', '', '{"rows":1}')).status).toBe(400)
    expect((await begin(3, 'keep', 'x')).status).toBe(400)
  })

  it('P01 P11 leaves on the disk neither the digest of its file nor a receipt', async () => {
    const id = await begun(2, 'refuse', 'Kazahaya93Xq')
    // Long enough that no sealed bytes hold one by chance.
    const references = ['Yamanoue-93-first', 'Yamanoue-93-second']
    const rows = await rowsOf(await put(id, 1, lines(references.map((reference) => caseOf(reference)))))
    await commit(id)
    const bytes = Buffer.concat(readdirSync(running.dataDir).map((name) => readFileSync(join(running.dataDir, name))))
    for (const secret of ['Kazahaya93Xq', running.key, ...rows.map(({ receipt }) => receipt as string), ...references])
      expect([secret, bytes.includes(secret), bytes.includes(secret.replaceAll('-', ''))].slice(1)).toEqual([false, false])
  })
})
