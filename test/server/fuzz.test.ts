import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anySubmission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'
import { server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
beforeAll(async () => {
  running = await server()
  await running.open('2026-1')
})
afterAll(() => running.close())

/** Nothing else in a test says this, so whoever repeats it repeats what was sent. */
const SECRET = 'ヤマノウエ花子-Qx7'

/** A text with a part cut out, doubled, or replaced by something strange. */
const damaged = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.constantFrom(
        '',
        '"',
        '{',
        '[',
        ']',
        ',',
        ':',
        '\\',
        '\\u0000',
        '\\ud800',
        '1e999',
        '-',
        'NaN',
        '\uFEFF',
        '\u202e',
        '\0',
        'null',
        `"${SECRET}"`,
        `"${SECRET}":1,`,
      ),
    )
    .map(([whole, from, length, put]) => {
      const at = from % whole.length
      return whole.slice(0, at) + put + whole.slice(at + length)
    })

/** A submission in which one value, anywhere, is something else. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    SECRET,
    null,
    true,
    -1,
    1e300,
    [],
    {},
    [[SECRET]],
    { [SECRET]: SECRET },
    'unknown',
    '2004-05-01',
    '０３－１２３４－５６７８',
  ),
  fc.jsonValue(),
)
function replaceOne(value: unknown, index: { left: number }, put: unknown): unknown {
  if (index.left-- === 0) return put
  if (Array.isArray(value)) return value.map((entry) => replaceOne(entry, index, put))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, replaceOne(entry, index, put)]))
}
const changed = fc
  .tuple(anySubmission, fc.nat({ max: 160 }), odd)
  .map(([submission, left, put]) => JSON.stringify(replaceOne(submission, { left }, put)))

describe('the boundary of intake', () => {
  it('P13 P16 answers anything with 201 or a 4xx problem that repeats nothing, and keeps exactly what it answered 201', async () => {
    let accepted = 0
    const text = fc.oneof(
      { weight: 3, arbitrary: changed },
      { weight: 2, arbitrary: damaged(anySubmission.map((submission) => JSON.stringify(submission))) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2000 }) },
    )
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const response = await running.post(body)
        const answer = await response.text()
        if (response.status === 201) {
          accepted++
          expect(answer).not.toContain(SECRET)
          return
        }
        expect(response.status).toBeGreaterThanOrEqual(400)
        expect(response.status).toBeLessThan(500)
        expect(response.headers.get('Content-Type')).toBe('application/problem+json')
        expect(answer).not.toContain(SECRET)
      }),
      { numRuns: 1500 },
    )
    expect(accepted).toBeGreaterThan(5)
    expect(await running.held('2026-1')).toBe(accepted)
    expect(running.log.filter((line) => line.includes('internal'))).toEqual([])
  }, 120_000)

  it('P13 P84 answers any address with a problem that repeats nothing, never 5xx', async () => {
    const parameter = fc.tuple(
      fc.constantFrom('rows', 'columns', 'slice', 'lang', 'format', SECRET),
      fc.oneof(
        fc.constantFrom('gender', 'citizenship@country', SECRET, '%00', '%ff', ',', '@', '', 'x'.repeat(3000)),
        fc.webQueryParameters(),
      ),
    )
    const address = fc.tuple(
      fc.constantFrom('2026-1', encodeURIComponent(SECRET), '%ff', '..%2f..', ''),
      fc.array(parameter, { maxLength: 6 }),
    )
    await fc.assert(
      fc.asyncProperty(address, async ([edition, parameters]) => {
        const query = parameters.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&')
        const response = await running.get(`/api/v1/editions/${edition}/tables?${query}`)
        expect(response.status).toBeLessThan(500)
        const answer = await response.text()
        expect(answer).not.toContain(SECRET)
      }),
      { numRuns: 500 },
    )
    expect(running.log.filter((line) => line.includes('internal'))).toEqual([])
  })
})
