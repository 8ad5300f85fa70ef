/** One key cannot fill the server or keep it busy: each quota is a 429 that names it, says what frees it, and tells nothing of others. */
import { afterAll, describe, expect, it } from 'vitest'
import { questionRate } from '../../server/http/quota.ts'
import { QUOTA_RULES, QUOTAS } from '../../survey-schema/quotas.ts'
import { problem, server } from './harness.ts'

const given = await server()
await given.open('2026-1')
const other = await given.organisation('Another Shelter')
afterAll(() => given.close())

const begin = (file: string, rows = 1, key = given.key) =>
  given.app.request('/api/v1/imports', {
    method: 'POST',
    body: JSON.stringify({ rows }),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': file },
  })
const find = (key: string) =>
  given.app.request('/api/v1/cases/find', {
    method: 'POST',
    body: JSON.stringify({ partner_case_key: 'C-1' }),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
  })
/** The answer of a quota, and nothing else in it. */
async function reached(response: Response, rule: keyof typeof QUOTA_RULES) {
  expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '30'])
  const { type, status, errors, detail } = await problem(response)
  expect({ type, status, errors, detail }).toEqual({
    type: '/problems/quota-reached',
    status: 429,
    errors: [{ pointer: '', rule }],
    detail: QUOTA_RULES[rule].ja,
  })
}

describe('quotas of an organisation', () => {
  it('P19 P61 open imports: one more is refused, the same file goes on, and another organisation notices nothing', async () => {
    for (let n = 0; n < QUOTAS.openImports; n++) expect((await begin(`file-${n}`)).status).toBe(201)
    await reached(await begin('one-more'), 'open_imports')
    expect((await begin('file-3')).status).toBe(201)
    expect((await begin('one-more', 1, other)).status).toBe(201)
  })

  it('P19 rows of open imports: a file that does not fit is refused, a smaller one is not, and none may be larger', async () => {
    expect((await begin('large', QUOTAS.openImportRows - 1, other)).status).toBe(201)
    await reached(await begin('two-rows', 2, other), 'open_import_rows')
    const key = await given.organisation('A Third Shelter')
    expect((await begin('all', QUOTAS.openImportRows, key)).status).toBe(201)
    const larger = await begin('larger', QUOTAS.openImportRows + 1, key)
    expect([larger.status, (await problem(larger)).errors]).toEqual([400, [{ pointer: '/rows', rule: 'too_many' }]])
  })

  it('P19 P61 questions: whoever asks without end waits, and another organisation does not', async () => {
    let last = await find(given.key)
    for (let n = 0; n < 10 * QUOTAS.questions && last.status === 404; n++) last = await find(given.key)
    await reached(last, 'questions')
    expect((await find(other)).status).toBe(404)
  })

  it('P19 a bucket of questions fills by the second, and a thousand organisations at most are remembered', () => {
    let now = 0
    const rate = questionRate(() => now)
    const taken = (organisation: number, asked: number) =>
      Array.from({ length: asked }, () => rate.take(organisation)).filter(Boolean).length
    expect([taken(1, 500), taken(2, 1)]).toEqual([QUOTAS.questions, 1])
    now += 2
    expect(taken(1, 500)).toBe(2 * QUOTAS.questionsEach)
    now += 1000
    expect(taken(1, 500)).toBe(QUOTAS.questions)
    for (let organisation = 10; organisation < 1010; organisation++) rate.take(organisation)
    expect(taken(1, 500)).toBe(QUOTAS.questions)
  })
})
