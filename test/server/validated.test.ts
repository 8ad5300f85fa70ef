/** Parameters judged by a schema: what is refused is named by our own names, and nothing of it comes back. */
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { problemOf } from '../../server/http/problem.ts'
import { oneOf, refusing, refusingBare, validated } from '../../server/http/validated.ts'

const WORD = 'Zugvogel'
const app = new Hono()
  .get(
    '/all/:name',
    validated('param', z.object({ name: z.string().regex(/^[a-z]+$/) }), refusingBare('not-found')),
    validated(
      'query',
      z.strictObject({ lang: oneOf(['ja', 'en'], 'ja'), after: z.string('required').max(3, 'longer than three letters') }),
    ),
    validated('header', z.object({ 'If-Match': z.string().regex(/^"1"$/) }), refusing('precondition-required')),
    (c) => c.json([c.req.valid('param'), c.req.valid('query'), c.req.valid('header')]),
  )
  .onError((error) => problemOf(error))

const asked = async (path: string, match = '"1"') => {
  const response = await app.request(path, { headers: { 'If-Match': match } })
  const text = await response.text()
  expect(text).not.toContain(WORD)
  const { errors } = JSON.parse(text) as { errors?: { pointer: string; rule: string }[] }
  return [response.status, ...(errors ?? []).map(({ pointer, rule }) => `${pointer} ${rule}`)]
}

describe('a parameter', () => {
  it('comes to the handler as the schema reads it', async () => {
    const response = await app.request('/all/name?after=x', { headers: { 'if-match': '"1"' } })
    expect(await response.json()).toEqual([{ name: 'name' }, { lang: 'ja', after: 'x' }, { 'If-Match': '"1"' }])
  })

  it.each([
    ['of another form in the path', `/all/${WORD}?after=x`, [404]],
    ['of an unknown name', `/all/name?after=x&${WORD}=1`, [400, ' unknown_parameter']],
    ['of an unknown name that objects inherit', '/all/name?after=x&__proto__=1', [400, ' unknown_parameter']],
    ['without a name', `/all/name?after=x&=${WORD}`, [400, ' unknown_parameter']],
    ['of an unknown value', `/all/name?after=x&lang=${WORD}`, [400, '/lang unknown_value']],
    ['given twice', `/all/name?after=x&lang=ja&lang=${WORD}`, [400, '/lang given_twice']],
    ['that is missing', '/all/name', [400, '/after required']],
    ['that a schema refuses in words of its own', `/all/name?after=${WORD}`, [400, '/after invalid_type']],
    ['given twice beside an unknown one', `/all/name?lang=ja&lang=en&after=x&${WORD}`, [400, ' unknown_parameter']],
  ])('P16 %s is refused without a word of what was sent', async (_, path, refusal) => {
    expect(await asked(path)).toEqual(refusal)
  })

  it('P16 of another form in a header is refused without a word of what was sent', async () => {
    expect(await asked('/all/name?after=x', WORD)).toEqual([428, '/If-Match invalid_type'])
  })
})
