/** A partner's own cases afterwards: found, listed, corrected, withdrawn; and a survivor's way out, which needs a receipt and nothing else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open as unseal } from '../../server/editors/keys/open.ts'
import type { LedgerContent } from '../../server/receipts/ledger.ts'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { ledgerAt, ledgerFile, ledgerPath } from '../../server/runtime/ledger-file.ts'
import { evenTimes } from '../../server/runtime/tick.ts'
import { read } from '../../server/store/port.ts'
import { decodeCase } from '../../survey-schema/answers/signed-bytes.ts'
import { WITHDRAWING } from '../../survey-schema/withdrawal-words.ts'
import { caseOf, type Opened, problem, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
let edition: Opened
let other: string
beforeEach(async () => {
  running = await server()
  edition = await running.open('2026-1')
  other = await running.organisation('Invented Union')
})
afterEach(() => running.close())

interface Receipt {
  readonly id: string
  readonly receipt: string
}
const submitted = async (name: string, key = running.key) => (await (await running.post(caseOf(name), { key })).json()) as Receipt
const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, key: string | null = running.key) =>
  running.app.request(`/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(key ? { Authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const find = (name: unknown, key = running.key) => ask('POST', '/cases/find', { partner_case_key: name }, {}, key)
const correct = (id: string, version: string | null, body: unknown, key = running.key) =>
  ask('PUT', `/cases/${id}`, body, version === null ? {} : { 'If-Match': version }, key)
const remove = (id: string, version: string | null, key = running.key) =>
  ask('DELETE', `/cases/${id}`, undefined, version === null ? {} : { 'If-Match': version }, key)
const withdraw = (code: unknown) => ask('POST', '/withdrawals', { code }, {}, null)
const told = async (response: Response) => [response.status, (await problem(response)).type.replace('/problems/', '')]
const sweep = () => carryOutWithdrawals(running.store, ledgerFile(ledgerPath(running.dataDir), running.serverKey), '2026-11')

describe('a partner’s own case', () => {
  it('P34 P61 is found by its case reference, by nobody else, and answered with id and month alone', async () => {
    const { id } = await submitted('A-1')
    const found = await find(' Ａ-1 ')
    expect([found.status, found.headers.get('ETag'), await found.json()]).toEqual([200, '"1"', { id, month: '2026-11' }])
    const [nobodys, others] = [await find('A-2'), await find('A-1', other)]
    expect([nobodys.status, await nobodys.text()]).toEqual([404, await others.text()])
    expect(await told(await find('03-1234-5678'))).toEqual([422, 'invalid-submission'])
    expect(await told(await ask('POST', '/cases/find', { partner_case_key: 'A-1', name: 'x' }))).toEqual([422, 'unknown-key'])
    expect(await told(await ask('POST', '/cases/find', '[]'))).toEqual([422, 'invalid-submission'])
  })

  it('P34 is corrected in the version that was read: 428 without one, 409 when another came between, and the receipt stays', async () => {
    const { id, receipt } = await submitted('A-1')
    const corrected = caseOf('A-1', { gender: 'man' })
    expect(await told(await correct(id, null, corrected))).toEqual([428, 'precondition-required'])
    for (const wrong of ['1', 'W/"1"', '*', '"0"', '"1", "2"']) expect((await correct(id, wrong, corrected)).status).toBe(428)
    const done = await correct(id, '"1"', corrected)
    expect([done.status, done.headers.get('ETag'), Object.keys((await done.json()) as object)]).toEqual([
      200,
      '"2"',
      ['id', 'stripped', 'generalised', 'flags'],
    ])
    expect(await told(await correct(id, '"1"', caseOf('A-1', { gender: 'other' })))).toEqual([409, 'stale-version'])
    expect((await find('A-1')).headers.get('ETag')).toBe('"2"')
    const [row] = await read(
      running.store,
      CompiledQuery.raw('select id, version, enc, ciphertext from sealed_case') as CompiledQuery<{
        id: string
        version: number
        enc: Uint8Array
        ciphertext: Uint8Array
      }>,
    )
    const plain = await unseal(row!, { edition: '2026-1', id, organisation: 1, version: 2 }, edition.key.opening)
    expect(decodeCase(plain).record.answers.gender).toBe('man')
    expect((await withdraw(receipt)).status).toBe(202)
    expect(await sweep()).toBe(1)
  })

  it('P34 P11 a correction sent again after a lost answer answers as before, and the first submission with the version of now', async () => {
    const first = await running.post(caseOf('A-1'), { idempotencyKey: 'k' })
    const { id } = (await first.json()) as Receipt
    const body = caseOf('A-1', { gender: 'man' })
    await correct(id, '"1"', body)
    const again = await correct(id, '"1"', body)
    expect([again.status, again.headers.get('ETag'), again.headers.get('Idempotency-Replayed')]).toEqual([200, '"2"', 'true'])
    const replayed = await running.post(caseOf('A-1'), { idempotencyKey: 'k' })
    expect([replayed.status, replayed.headers.get('ETag')]).toEqual([201, '"2"'])
  })

  it('P34 P61 keeps its case reference, answers 404 to others word for word, and is judged like a new one', async () => {
    const { id } = await submitted('A-1')
    const unknown = 'f'.repeat(32)
    const answers = [await correct(id, '"1"', caseOf('A-1'), other), await correct(unknown, '"1"', caseOf('A-1'))]
    answers.push(await remove(id, '"1"', other), await remove(unknown, '"1"'), await correct('find', '"1"', caseOf('A-1')))
    const texts = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))
    for (const text of texts) expect(text).toEqual(texts[0])
    expect(texts[0]?.[0]).toBe(404)
    const otherReference = await problem(await correct(id, '"1"', caseOf('A-2')))
    expect(otherReference.errors).toEqual([{ pointer: '/answers/partner_case_key', rule: 'other_code_word' }])
    expect(await told(await correct(id, '"1"', caseOf('A-1', { consent_basis: 'no_basis' })))).toEqual([422, 'invalid-submission'])
    expect(await told(await correct(id, '"1"', '{'))).toEqual([400, 'invalid-json'])
    expect(await told(await running.post(caseOf('A-1')))).toEqual([409, 'case-exists'])
  })

  it('P34 is frozen once its edition closed: no correction, and withdrawal as always', async () => {
    const { id } = await submitted('A-0')
    for (let number = 1; number < 40; number++) await submitted(`A-${number}`)
    await running.open('2026-2')
    expect(await told(await correct(id, '"1"', caseOf('A-0')))).toEqual([409, 'edition-frozen'])
    const listed = (await (await ask('GET', '/cases')).json()) as { cases: { id: string; state: string }[]; next: null }
    expect(listed.cases).toHaveLength(40)
    expect([listed.next, new Set(listed.cases.map(({ state }) => state))]).toEqual([null, new Set(['frozen'])])
    expect(listed.cases.map((one) => one.id)).toEqual(listed.cases.map((one) => one.id).sort())
    expect(Object.keys(listed.cases[0]!)).toEqual(['id', 'month', 'edition', 'state'])
    expect((await remove(id, '"1"')).status).toBe(202)
    await sweep()
    expect(await running.held('2026-1')).toBe(39)
    expect(await told(await running.post(caseOf('A-0')))).toEqual([409, 'case-withdrawn'])
    expect((await ask('GET', '/cases?after=x')).status).toBe(400)
    expect(await (await ask('GET', '/cases', undefined, {}, other)).json()).toEqual({ cases: [], next: null })
  })

  it('P31 P34 is withdrawn by the partner in the version that was read, and then found no more', async () => {
    const { id } = await submitted('A-1')
    expect(await told(await remove(id, null))).toEqual([428, 'precondition-required'])
    expect(await told(await remove(id, '"2"'))).toEqual([409, 'stale-version'])
    const gone = await remove(id, '"1"')
    expect([gone.status, await gone.json()]).toEqual([202, WITHDRAWING])
    await sweep()
    for (const answer of [await remove(id, '"1"'), await correct(id, '"1"', caseOf('A-1')), await find('A-1')])
      expect(answer.status).toBe(404)
    expect(await running.held('2026-1')).toBe(0)
  })
})

describe('a receipt', () => {
  it('P33 valid, unknown and used codes answer alike, word for word and header for header', async () => {
    const [one, two] = [await submitted('A-1'), await submitted('A-2')]
    await withdraw(two.receipt)
    await sweep()
    const answers = [await withdraw(one.receipt), await withdraw(two.receipt), await withdraw('0000-0000-0000-0000-0001')]
    const texts = await Promise.all(answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]))
    expect(texts[0]?.[0]).toBe(202)
    for (const text of texts) expect(text).toEqual(texts[0])
    const rows = await read(running.store, CompiledQuery.raw('select * from withdrawal_request') as CompiledQuery<object>)
    // The row of the one case that is held, and nothing for the others.
    expect(rows).toHaveLength(1)
  })

  it('P33 is read however it was typed, and a slip is reported before anything is done', async () => {
    const { receipt } = await submitted('A-1')
    const slips = [receipt.slice(0, -1), `${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`, '', 7, null, ['x'], 'あ'.repeat(90)]
    for (const slip of slips) {
      const answer = await withdraw(slip)
      expect([answer.status, (await problem(answer)).errors]).toEqual([422, [{ pointer: '/code', rule: 'check_characters' }]])
    }
    expect(await told(await ask('POST', '/withdrawals', { code: receipt, name: 'x' }, {}, null))).toEqual([422, 'unknown-key'])
    expect((await ask('POST', '/withdrawals', `{"code":"${'x'.repeat(2000)}"}`, {}, null)).status).toBe(413)
    expect(await sweep()).toBe(0)
    expect((await withdraw(receipt.toLowerCase().replaceAll('-', ' '))).status).toBe(202)
    expect(await sweep()).toBe(1)
  })

  it('P32 the withdrawn case leaves a tag in the store and in the ledger, in no order of arrival, and nothing else', async () => {
    const receipts: string[] = []
    for (let number = 0; number < 12; number++) receipts.push((await submitted(`A-${number}`)).receipt)
    for (const receipt of receipts.slice(0, 8)) {
      await withdraw(receipt)
      await sweep()
    }
    const ledger = ledgerAt(ledgerPath(running.dataDir), running.serverKey) as LedgerContent
    expect([ledger.tags.length, ledger.heads.length]).toEqual([8, 8])
    expect(ledger.tags).toEqual([...ledger.tags].sort())
    expect(ledger.heads.map(({ generation }) => generation)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const tags = await read(
      running.store,
      CompiledQuery.raw('select lower(hex(tag)) as tag from withdrawn_case') as CompiledQuery<{ tag: string }>,
    )
    expect(tags.map(({ tag }) => tag).sort()).toEqual(ledger.tags)
    expect(await running.held('2026-1')).toBe(4)
    const text = readFileSync(ledgerPath(running.dataDir), 'utf8')
    for (const receipt of receipts) expect(text).not.toContain(receipt)
    expect(text).not.toMatch(/\d{4}-\d{2}/)
  })

  it('P11 P32 a request sent again after the withdrawal says so, and neither shows a receipt nor brings anything back', async () => {
    const first = await running.post(caseOf('A-1'), { idempotencyKey: 'k' })
    const answer = (await first.json()) as Receipt
    const id = answer.id
    const corrected = await correct(id, '"1"', caseOf('A-1', { gender: 'man' }))
    expect([corrected.status, (await withdraw(answer.receipt)).status]).toEqual([200, 202])
    const before = await running.post(caseOf('A-1'), { idempotencyKey: 'k' })
    expect([before.status, before.headers.get('Idempotency-Replayed'), await before.json()]).toEqual([201, 'true', answer])
    await sweep()
    expect(await told(await running.post(caseOf('A-1'), { idempotencyKey: 'k' }))).toEqual([409, 'case-withdrawn'])
    expect(await told(await running.post(caseOf('A-1', { gender: 'man' })))).toEqual([409, 'case-withdrawn'])
    expect(await told(await running.post(caseOf('A-2'), { idempotencyKey: 'k' }))).toEqual([409, 'idempotency-mismatch'])
    expect(await told(await correct(id, '"1"', caseOf('A-1', { gender: 'man' })))).toEqual([404, 'not-found'])
    expect(await running.held('2026-1')).toBe(0)
  })
})

describe('files', () => {
  it('P04 tell the month and nothing finer', async () => {
    await submitted('A-1')
    evenTimes(running.dataDir, '2026-11')
    const { readdirSync, statSync } = await import('node:fs')
    const times = [running.dataDir, ...readdirSync(running.dataDir).map((name) => join(running.dataDir, name))].map((path) =>
      statSync(path).mtime.toISOString(),
    )
    expect(new Set(times)).toEqual(new Set(['2026-11-01T00:00:00.000Z']))
  })
})
