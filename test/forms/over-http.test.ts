/** The forms over HTTP: each with its type and a tag that changes with the questionnaire alone; what is not offered is refused by name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workbook } from '../../analysis/publication/formats/office/workbook.ts'
import { codebookMarkdown } from '../../survey-schema/forms/codebook-markdown.ts'
import { dataPackage } from '../../survey-schema/forms/data-package.ts'
import { ddiCodebook } from '../../survey-schema/forms/ddi.ts'
import { submissionJsonSchema } from '../../survey-schema/forms/json-schema.ts'
import { questionnaireXForm } from '../../survey-schema/forms/xform.ts'
import { questionnaireXlsForm } from '../../survey-schema/forms/xls-form.ts'
import { problem, server } from '../server/harness.ts'

let [one, other]: Awaited<ReturnType<typeof server>>[] = []
beforeAll(async () => {
  ;[one, other] = [await server(), await server()]
})
afterAll(() => {
  one?.close()
  other?.close()
})
const get = (query: string, headers: Readonly<Record<string, string>> = {}, from = one) =>
  from!.app.request(`/api/v1/questionnaire${query}`, { headers })

const FORMS: readonly (readonly [query: string, type: string, body: string | Uint8Array])[] = [
  ['?format=json-schema', 'application/schema+json', JSON.stringify(submissionJsonSchema())],
  ['?format=datapackage&lang=en', 'application/json', JSON.stringify(dataPackage())],
  ['?format=ddi', 'application/xml', ddiCodebook()],
  ['?format=xform', 'application/xml', questionnaireXForm()],
  ['?format=xlsform', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', workbook(questionnaireXlsForm())],
  ['?format=codebook', 'text/markdown; charset=utf-8', codebookMarkdown('ja')],
  ['?lang=en&format=codebook', 'text/markdown; charset=utf-8', codebookMarkdown('en')],
]

describe('GET /api/v1/questionnaire', () => {
  it.each(FORMS)('%s', async (query, type, body) => {
    const answer = await get(query)
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, type])
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(body))).toBe(true)
    const etag = answer.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect((await get(query, {}, other)).headers.get('ETag')).toBe(etag)
    const again = await get(query, { 'If-None-Match': `"x", W/${etag}` })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
  })

  it('without a format, or with ours, is our own data as ever', async () => {
    const [plain, named] = [await get(''), await get('?format=json&lang=en')]
    expect(plain.headers.get('Content-Type')).toBe('application/json')
    expect(await plain.json()).toMatchObject({ schema: 'jnatip-questionnaire/1', version: '1.0' })
    expect(named.headers.get('ETag')).toBe(plain.headers.get('ETag'))
  })

  it('each form has a tag of its own', async () => {
    const tags = await Promise.all(['', ...FORMS.map(([query]) => query)].map(async (query) => (await get(query)).headers.get('ETag')))
    expect(new Set(tags).size).toBe(tags.length)
  })

  it.each([
    ['?format=paper', '/format'],
    ['?format=', '/format'],
    ['?format=__proto__', '/format'],
    ['?lang=fr', '/lang'],
    ['?format=xform&format=ddi', '/format'],
    ['?Yamanoue=Hanako', ''],
  ])('%s is refused by its place, and nothing is repeated', async (query, pointer) => {
    const answer = await get(query)
    const body = await problem(answer)
    expect([answer.status, body.type, body.errors?.[0]?.pointer]).toEqual([400, '/problems/invalid-request', pointer])
    expect(JSON.stringify(body)).not.toMatch(/Yamanoue|Hanako|__proto__|"fr"/)
  })
})
