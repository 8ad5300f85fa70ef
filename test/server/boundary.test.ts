/**
 * The boundary of intake as pure functions, under a hundred thousand bodies: what is no case is a problem of the list, with place and rule,
 * and what is taken in can be sealed. A smaller number goes over real connections.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { utf8Text } from '../../server/http/body.ts'
import { readRows } from '../../server/imports/rows.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { decodeRecord, encodeRecord, RECORD_BYTES } from '../../survey-schema/answers/record-bytes.ts'
import { parseJson } from '../../survey-schema/json.ts'
import { PROBLEMS, ProblemError } from '../../survey-schema/problem.ts'
import { scoreboard } from '../attack/scoreboard.ts'
import { anySubmission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'
import { UNSIGNED } from './harness.ts'
import { overHttp } from './over-http.ts'

const RUNS = process.env.SOAK ? 2_000_000 : 25_000
const scores = scoreboard()
afterAll(() => {
  if (process.env.SOAK) scores.print()
})
const told = (on: string, cases: number, accepted: number) =>
  scores.add({
    attack: 'fuzz of the boundary',
    on,
    score: `${cases} bodies, ${accepted} taken in`,
    mark: '0 repeated, 0 of 5xx',
    passes: true,
  })
const CONTEXT = { currentYear: 2026, existingRecordRule: false }
/** Nothing else says this, so whoever repeats it repeats what was sent. */
const SECRET = 'ヤマノウエQx7'

/** Whole submissions, made once: a hundred thousand fresh ones would take longer than what is done to them. */
const WHOLE = fc.sample(anySubmission, { numRuns: 400, seed: 11 }).map((submission) => JSON.stringify(submission))
const whole = fc.constantFrom(...WHOLE)

const deep = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth)
/** What the promise names, put into a text anywhere. */
const HOSTILE: readonly string[] = [
  '', '"', '{', '[', ']', '}', ',', ':', '\\', '\\u0000', '\\ud800', '\\udc00\\ud800', '1e999', '-0', '-', 'NaN', 'Infinity', 'undefined',
  '\uFEFF', '\u202e', '\u200b', '\u2066', '\0', '\u0085', 'null', 'true', '1', '[]', '{}', `"${SECRET}"`, `"${SECRET}":1,`,
  '"__proto__":{"answers":{}},', '"constructor":{"prototype":1},', '"answers":{},', '"partner_case_key":"A-1",', '"gender":"woman","gender":"man",',
  '"schema":"jnatip-case/2",', '"questionnaire":"99",', '"氏名":"x",', `"${SECRET}":{"${SECRET}":[]},`, '"０９０－１２３４－５６７８"', '"\\u202eA-1"',
  deep(30, '[', ']'), deep(30, '{"a":', '}'), '9'.repeat(400), `"${'x'.repeat(5000)}"`, '/*', '\r\n', '\t',
] // biome-ignore format: a list to be read across

const place = fc.nat({ max: 4095 })
const damaged = fc
  .tuple(whole, fc.array(fc.tuple(place, fc.nat({ max: 30 }), fc.constantFrom(...HOSTILE)), { minLength: 1, maxLength: 4 }))
  .map(([text, changes]) =>
    changes.reduce((so, [from, length, put]) => {
      const at = from % (so.length + 1)
      return so.slice(0, at) + put + so.slice(at + length)
    }, text),
  )
/** One value or one key, anywhere, is something else; the text stays JSON. */
const odd = fc.constantFrom<unknown>(
  SECRET, null, true, -1, 1e300, 0.5, [], {}, [[SECRET]], { [SECRET]: SECRET }, 'unknown', 'not_applicable', '2004-05-01', '０３－１２３４－５６７８',
  '', ' ', ['unknown', 'unknown'], 'x'.repeat(3000), Array.from({ length: 300 }, () => 'TH'), { value: '2004', precision: 'year' }, '\u202eTH',
  { value: 1e9, precision: SECRET },
) // biome-ignore format: a list to be read across
function replaceOne(value: unknown, index: { left: number }, put: unknown, key: boolean): unknown {
  if (index.left-- === 0) return put
  if (Array.isArray(value)) return value.map((entry) => replaceOne(entry, index, put, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [key && index.left === 0 ? String(put) : name, replaceOne(entry, index, put, key)]),
  )
}
const changed = fc
  .tuple(whole, fc.nat({ max: 170 }), odd, fc.boolean())
  .map(([text, left, put, key]) => JSON.stringify(replaceOne(JSON.parse(text), { left }, put, key)))

const encoder = new TextEncoder()
const text = fc
  .oneof({ weight: 5, arbitrary: damaged }, { weight: 5, arbitrary: changed }, { weight: 1, arbitrary: whole })
  .map((one) => encoder.encode(one))
/** Bytes that no encoder of ours makes: another charset, a cut character, noise. */
const raw = fc.oneof(
  fc.tuple(whole, place, fc.nat({ max: 255 })).map(([one, at, byte]) => {
    const bytes = encoder.encode(one)
    bytes[at % bytes.length] = byte
    return bytes
  }),
  whole.map((one) => new Uint8Array(Buffer.from(one, 'utf16le'))),
  fc.tuple(whole, place).map(([one, at]) => encoder.encode(one).slice(0, at)),
  fc.uint8Array({ maxLength: 3000, size: 'max' }),
)
const body = fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: raw })

/** @returns true when it was taken in. Fails for any error that is no refusal of the list, and for a refusal that repeats what was sent */
function taken(bytes: Uint8Array): boolean {
  try {
    const { record, stripped, generalised, flags } = receive(parseJson(utf8Text(bytes)), CONTEXT)
    const sealed = encodeRecord(record)
    expect(sealed.length).toBe(RECORD_BYTES)
    expect(JSON.stringify([record, stripped, generalised, flags]).includes(SECRET)).toBe(false)
    expect(decodeRecord(sealed)).toEqual(record)
    return true
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const told = JSON.stringify([error.message, error.errors])
    const { status } = PROBLEMS[error.slug]
    if (status < 400 || status >= 500 || told.includes(SECRET) || !error.errors.every((issue) => /^[a-z_R0-9]+$/.test(issue.rule)))
      throw new Error(`a refusal that says too much, or another status: ${error.slug}`)
    return false
  }
}

describe('the boundary of intake', () => {
  it(
    `P13 P16 takes in or refuses each of ${RUNS} bodies, and repeats none`,
    () => {
      let accepted = 0
      fc.assert(
        fc.property(body, (bytes) => {
          if (taken(bytes)) accepted++
        }),
        { numRuns: RUNS },
      )
      expect([accepted > RUNS / 100, accepted < RUNS / 2]).toEqual([true, true])
      told('as functions', RUNS, accepted)
      expect(({} as { answers?: unknown }).answers).toBeUndefined()
    },
    process.env.SOAK ? 7_200_000 : 1_800_000,
  )

  it(
    'P12 P13 P16 takes in a part of an import whole or names every refused line, and repeats none',
    async () => {
      const lines = fc.array(fc.oneof({ weight: 4, arbitrary: whole.map((one) => encoder.encode(one)) }, { weight: 1, arbitrary: body }), {
        minLength: 1,
        maxLength: 12,
        size: 'max',
      })
      await fc.assert(
        fc.asyncProperty(lines, async (given) => {
          const part = Buffer.concat(given.flatMap((line) => [line, Buffer.from('\n')]))
          try {
            const rows = await readRows(new Uint8Array(part), CONTEXT, UNSIGNED)
            expect(rows.every(({ identity }) => identity.record.length === RECORD_BYTES)).toBe(true)
          } catch (error) {
            if (!(error instanceof ProblemError)) throw error
            expect([error.slug, JSON.stringify(error.errors).includes(SECRET)]).toEqual(['invalid-submission', false])
            for (const { pointer } of error.errors) expect(pointer).toMatch(/^\/lines\/[1-9]\d*(\/[a-z_0-9{}]+)*$/)
          }
        }),
        { numRuns: RUNS / 40 },
      )
    },
    process.env.SOAK ? 7_200_000 : 1_800_000,
  )
})

describe('the boundary of intake over a real connection', () => {
  let running: Awaited<ReturnType<typeof overHttp>>
  beforeAll(async () => {
    running = await overHttp()
  })
  afterAll(() => running.close())

  it(
    'P13 P16 answers each body with 201 or a 4xx problem that repeats nothing, and keeps exactly what it answered 201',
    async () => {
      let accepted = 0
      let number = 0
      await fc.assert(
        fc.asyncProperty(body, async (bytes) => {
          const response = await fetch(`${running.url}/api/v1/cases`, {
            method: 'POST',
            body: bytes as Uint8Array<ArrayBuffer>,
            headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${running.key}`, 'Idempotency-Key': `r-${number++}` },
          })
          const answer = await response.text()
          if (response.status === 201) accepted++
          else
            expect([response.status >= 400 && response.status < 500, response.headers.get('Content-Type')]).toEqual([
              true,
              'application/problem+json',
            ])
          expect(answer.includes(SECRET)).toBe(false)
        }),
        { numRuns: RUNS / 100 },
      )
      expect(accepted).toBeGreaterThan(0)
      expect(await running.held()).toBe(accepted)
      expect(running.log().filter((line) => line.includes('internal'))).toEqual([])
      told('over a connection', RUNS / 100, accepted)
    },
    process.env.SOAK ? 7_200_000 : 600_000,
  )
})
