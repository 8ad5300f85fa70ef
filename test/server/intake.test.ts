import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open } from '../../server/editors/keys/open.ts'
import { receiptHash } from '../../server/receipts/code.ts'
import { toHex } from '../../server/sealing/bytes.ts'
import { hashed, textHash } from '../../server/sealing/keyed.ts'
import { read } from '../../server/store/port.ts'
import { sealedCasesAfter } from '../../server/store/queries/cases.ts'
import { decodeCase } from '../../survey-schema/answers/signed-bytes.ts'
import { readReceipt } from '../../survey-schema/receipt-code.ts'
import { caseOf, type Opened, problem, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
let edition: Opened
beforeEach(async () => {
  running = await server()
  edition = await running.open('2026-1')
})
afterEach(() => running.close())

const receiptOf = async (response: Response) => {
  expect(response.status).toBe(201)
  return (await response.json()) as { id: string; receipt: string; stripped: object[]; generalised: object[]; flags: string[] }
}

describe('POST /cases', () => {
  it('answers with id, receipt and what fell away, and keeps the record under seal only', async () => {
    const response = await running.post({ ...caseOf('A-1', { registration_year: '2004-05-01' }), 氏名: 'Invented Name' })
    expect(response.headers.get('ETag')).toBe('"1"')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const { id, receipt, stripped, generalised } = await receiptOf(response)
    expect(readReceipt(receipt)).toBe(receipt)
    expect(stripped).toEqual([{ path: '/{personal_name}', kind: 'personal_name' }])
    expect(generalised).toEqual([{ path: '/answers/registration_year', to: 'year' }])
    const [sealed] = await read(running.store, sealedCasesAfter('2026-1', '', 10))
    if (!sealed) throw new Error('nothing is held')
    expect(sealed.id).toBe(id)
    const bytes = await open(sealed, { edition: '2026-1', id, organisation: sealed.organisation, version: 1 }, edition.key.opening)
    const record = decodeCase(bytes).record
    expect(record.answers.registration_year).toBe(2004)
    expect(record.answers.gender).toBe('woman')
    expect(record.answers).not.toHaveProperty('partner_case_key')
  })

  it('P30 gives a receipt of at least 80 bits once, and keeps its hash alone', async () => {
    const { receipt } = await receiptOf(await running.post(caseOf('A-1')))
    const rows = (await read(running.store, CompiledQuery.raw('select * from sealed_case') as CompiledQuery<Record<string, unknown>>))[0]
    expect(toHex(rows?.receipt_hash as Uint8Array)).toBe(toHex(receiptHash(receipt)))
    expect(receipt.replaceAll('-', '')).toHaveLength(20)
    expect((20 - 2) * 5).toBeGreaterThanOrEqual(80)
  })

  it('R20 answers 409 case-exists in the open edition and already-counted once it is closed', async () => {
    for (let number = 0; number < 40; number++) await receiptOf(await running.post(caseOf(`A-${number}`)))
    const twice = await running.post(caseOf('A-7', { gender: 'man' }))
    expect([twice.status, (await problem(twice)).type]).toEqual([409, '/problems/case-exists'])
    await running.open('2026-2')
    const later = await running.post(caseOf('A-7'))
    expect([later.status, (await problem(later)).type]).toEqual([409, '/problems/already-counted'])
    const other = await running.organisation('Another Invented Partner')
    expect((await running.post(caseOf('A-7'), { key: other })).status).toBe(201)
    expect([await running.held('2026-1'), await running.held('2026-2')]).toEqual([40, 1])
  })

  it('says so when no edition is open', async () => {
    const empty = await server()
    const response = await empty.post(caseOf('A-1'))
    expect([response.status, (await problem(response)).type]).toEqual([409, '/problems/no-open-edition'])
    empty.close()
  })
})

describe('requests sent again', () => {
  it('P11 answers the same receipt for the same key and body, and holds one case', async () => {
    const first = await running.post(caseOf('A-1'), { idempotencyKey: 'k-1' })
    const again = await running.post(caseOf('A-1'), { idempotencyKey: 'k-1' })
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
    expect(again.headers.get('ETag')).toBe('"1"')
    expect(await running.held('2026-1')).toBe(1)
  })

  it('P11 refuses another body under the same key, and keeps the first', async () => {
    await running.post(caseOf('A-1'), { idempotencyKey: 'k-1' })
    const other = await running.post(caseOf('A-2'), { idempotencyKey: 'k-1' })
    expect([other.status, (await problem(other)).type]).toEqual([409, '/problems/idempotency-mismatch'])
    expect(await running.held('2026-1')).toBe(1)
  })

  it('P11 keeps one case and gives one receipt to 64 duplicates at the same time', async () => {
    const responses = await Promise.all(Array.from({ length: 64 }, () => running.post(caseOf('A-1'), { idempotencyKey: 'k-1' })))
    const receipts = await Promise.all(responses.map(receiptOf))
    expect(new Set(receipts.map(({ receipt }) => receipt)).size).toBe(1)
    expect(responses.filter((response) => response.headers.has('Idempotency-Replayed'))).toHaveLength(63)
    expect(await running.held('2026-1')).toBe(1)
  })

  it('P11 knows a request of an earlier edition, and does not take two partners for one', async () => {
    const first = await receiptOf(await running.post(caseOf('A-0'), { idempotencyKey: 'k-1' }))
    for (let number = 1; number < 40; number++) await running.post(caseOf(`A-${number}`))
    await running.open('2026-2')
    expect((await receiptOf(await running.post(caseOf('A-0'), { idempotencyKey: 'k-1' }))).receipt).toBe(first.receipt)
    expect(await running.held('2026-2')).toBe(0)
    const other = await running.organisation('Another Invented Partner')
    expect((await receiptOf(await running.post(caseOf('A-0'), { key: other, idempotencyKey: 'k-1' }))).receipt).not.toBe(first.receipt)
  })

  it('P11 leaves nothing on the disk that a dictionary of bodies, keys or receipts matches', async () => {
    const bodies = Array.from({ length: 200 }, (_, number) => JSON.stringify(caseOf(`A-${number}`)))
    const sent = await receiptOf(await running.post(bodies[7] ?? '', { idempotencyKey: 'k-7' }))
    const rows = await read(
      running.store,
      CompiledQuery.raw(
        'select lookup as a, body as b, month as c from idempotency union all select tag, receipt_hash, id from sealed_case',
      ) as CompiledQuery<Record<string, unknown>>,
    )
    const stored = new Set(
      rows.flatMap((row) => Object.values(row)).map((value) => (value instanceof Uint8Array ? toHex(value) : String(value))),
    )
    const guesses = bodies.flatMap((body, number) => [
      textHash(body),
      toHex(hashed(body)),
      textHash(`A-${number}`),
      toHex(hashed(`A-${number}`)),
      textHash(`k-${number}`),
      toHex(hashed(`k-${number}`)),
    ])
    expect(guesses.filter((guess) => stored.has(guess))).toEqual([])
    // The request and the case have no value in common either, so the disk does not say which request made which case.
    const [requests, cases] = [rows.slice(0, 1), rows.slice(1)].map((part) => part.flatMap(Object.values).map(String))
    expect(requests?.filter((value) => cases?.includes(value))).toEqual([])
    expect([...stored].join()).not.toContain(sent.receipt.replaceAll('-', ''))
  })
})

describe('what cannot be read', () => {
  const whole = JSON.stringify(caseOf('A-1'))
  const inAnswers = (text: string) => whole.replace('"answers":{', `"answers":{${text},`)
  const SECRET = 'Yamanoue-Hanako-1973'
  const bad: readonly [
    name: string,
    body: string | Uint8Array,
    send: { type?: string; headers?: Record<string, string>; idempotencyKey?: string | null },
    status: number,
    slug: string,
  ][] = [
    ['no body', '', {}, 400, 'invalid-json'],
    ['half a body', whole.slice(0, -7), {}, 400, 'invalid-json'],
    ['a byte order mark', `\uFEFF${whole}`, {}, 400, 'invalid-json'],
    ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), {}, 400, 'invalid-json'],
    ['a key twice', inAnswers(`"gender":"man"`), {}, 400, 'invalid-json'],
    ['__proto__', inAnswers(`"__proto__":{"x":"${SECRET}"}`), {}, 400, 'invalid-json'],
    ['deep nesting', `${'['.repeat(500)}${']'.repeat(500)}`, {}, 400, 'invalid-json'],
    ['NaN', inAnswers('"arrival_year":NaN'), {}, 400, 'invalid-json'],
    ['NUL', inAnswers('"first_language":"\\u0000"'), {}, 400, 'invalid-json'],
    ['a lone surrogate', inAnswers('"first_language":"\\ud800"'), {}, 400, 'invalid-json'],
    ['an array', '[]', {}, 422, 'invalid-submission'],
    ['a number', '7', {}, 422, 'invalid-submission'],
    ['null', 'null', {}, 422, 'invalid-submission'],
    ['an unknown key', inAnswers(`"${SECRET}":"x"`), {}, 422, 'unknown-key'],
    ['an unknown key at the top', whole.replace('{', `{"${SECRET}":1,`), {}, 422, 'unknown-key'],
    ['a value outside its list', whole.replace('"woman"', `"${SECRET}"`), {}, 422, 'invalid-submission'],
    ['a wrong type', whole.replace('"woman"', '{"value":7}'), {}, 422, 'invalid-submission'],
    ['a bidirectional mark', whole.replace('A-1', 'A\u202e1'), {}, 422, 'invalid-submission'],
    ['an identifier in the case reference', whole.replace('A-1', '090-1234-5678'), {}, 422, 'invalid-submission'],
    ['another type', whole, { type: 'text/plain' }, 415, 'unsupported-media-type'],
    ['another charset', whole, { type: 'application/json; charset=shift_jis' }, 415, 'unsupported-media-type'],
    ['a packed body', whole, { headers: { 'Content-Encoding': 'gzip' } }, 415, 'unsupported-media-type'],
    ['no request key', whole, { idempotencyKey: null }, 400, 'idempotency-key-required'],
    ['a quoted request key', whole, { idempotencyKey: '"k-1"' }, 400, 'idempotency-key-required'],
    ['a request key too long', whole, { idempotencyKey: 'k'.repeat(129) }, 400, 'idempotency-key-required'],
    ['too much', JSON.stringify({ x: 'x'.repeat(256 * 1024) }), {}, 413, 'too-large'],
    ['a length that lies', whole, { headers: { 'Content-Length': '999999999' } }, 413, 'too-large'],
  ]

  it.each(bad)(
    'P13 P16 P19 %s: a 4xx problem without a word of what was sent, and nothing kept',
    async (_name, body, send, status, slug) => {
      const response = await running.post(body, send)
      const text = await response.text()
      expect([response.status, (JSON.parse(text) as { type: string }).type]).toEqual([status, `/problems/${slug}`])
      expect(response.headers.get('Content-Type')).toBe('application/problem+json')
      for (const word of [SECRET, '090-1234', 'A-1', 'woman']) expect(text).not.toContain(word)
      expect(await running.held('2026-1')).toBe(0)
    },
  )

  it('P13 accepts charset=utf-8 in any spelling, and a body of exactly the limit is read', async () => {
    expect((await running.post(caseOf('A-1'), { type: 'application/json; charset="UTF-8"' })).status).toBe(201)
    const padded = JSON.stringify(caseOf('A-2'))
    expect((await running.post(padded + ' '.repeat(256 * 1024 - Buffer.byteLength(padded)))).status).toBe(201)
    expect((await running.post(padded + ' '.repeat(256 * 1024 + 1 - Buffer.byteLength(padded)))).status).toBe(413)
  })

  it('P13 drops a listed heading wherever it stands and names its kind only', async () => {
    const body = inAnswers(`"在留カード番号":"AB12345678CD","電話番号":"${SECRET}"`)
    const response = await running.post(body)
    const text = await response.text()
    expect(response.status).toBe(201)
    expect((JSON.parse(text) as { stripped: { kind: string }[] }).stripped.map(({ kind }) => kind).sort()).toEqual([
      'residence_card_number',
      'telephone',
    ])
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('電話')
  })

  it('P17 refuses a case without an agreement, and keeps nothing of it', async () => {
    for (const answers of [{ consent_basis: 'no_basis', consent_uses: undefined }, { consent_uses: [] }]) {
      const response = await running.post(caseOf('A-1', answers))
      expect(response.status).toBe(422)
    }
    const rows = await read(running.store, CompiledQuery.raw('select count(*) as n from idempotency') as CompiledQuery<{ n: number }>)
    expect([rows[0]?.n, await running.held('2026-1')]).toEqual([0, 0])
  })

  it('P06 has no question left that would keep a text: the case reference becomes a keyed tag, the note is dropped', async () => {
    const response = await running.post(caseOf('A-1', { closing_note: SECRET }))
    expect((await receiptOf(response)).stripped).toEqual([{ path: '/answers/{narrative}', kind: 'narrative' }])
  })
})

describe('who may use the intake', () => {
  it('P61 answers 401 without a valid key, and a key without the scope exactly like a path that does not exist', async () => {
    for (const key of ['', 'wrong', 'jnk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
      const response = await running.post(caseOf('A-1'), { key })
      expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer'])
    }
    const editor = await running.organisation('Invented Editors', { scopes: ['edit', 'publish'] })
    const refused = await running.post(caseOf('A-1'), { key: editor })
    const nowhere = await running.get('/api/v1/nowhere')
    expect([refused.status, await refused.text()]).toEqual([404, await nowhere.text()])
    expect([...refused.headers].sort()).toEqual([...nowhere.headers].sort())
    const sealed = await Promise.all(
      ['2026-1', 'no-such-edition'].map(async (id) => (await running.get(`/api/v1/editions/${id}/sealed-cases`, running.key)).text()),
    )
    expect(new Set([...sealed, await (await running.get('/api/v1/nowhere')).text()]).size).toBe(1)
  })

  it('P62 does not know a key after its last month', async () => {
    let month = '2027-11'
    const later = await server({ clock: { day: () => '2026-11-21', month: () => month, year: () => 2026 } })
    await later.open('2026-1')
    expect((await later.post(caseOf('A-1'))).status).toBe(201)
    month = '2027-12'
    expect((await later.post(caseOf('A-2'))).status).toBe(401)
    later.close()
  })

  it('P63 takes a key from the Authorization header alone', async () => {
    const response = await running.app.request(
      `/api/v1/editions/2026-1/sealed-cases?key=${running.key}&authorization=Bearer%20${running.key}`,
    )
    expect(response.status).toBe(401)
  })
})
