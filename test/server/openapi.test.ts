import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anySubmission } from '../support/records.ts'
import { caseOf, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
beforeAll(async () => {
  running = await server()
  await running.open('2026-1')
})
afterAll(() => running.close())

interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
  readonly components: { readonly schemas: Record<string, object> }
}
const described = async () => (await (await running.get('/api/v1/openapi.json')).json()) as Document

describe('openapi.json', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const result = await validator.validate(JSON.parse(JSON.stringify(await described())) as never)
    expect(result.errors).toBeUndefined()
    expect([result.valid, validator.version]).toEqual([true, '3.1'])
  })

  it('describes exactly the routes of the router', async () => {
    const { paths } = await described()
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const offered = running.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(listed.sort()).toEqual([...new Set(offered)].sort())
  })

  it('describes a submission as intake reads it', async () => {
    const { components } = await described()
    const validate = new Ajv2020({ strict: false }).compile(components.schemas.Submission as object)
    fc.assert(
      fc.property(anySubmission, (submission) => {
        expect(validate(JSON.parse(JSON.stringify(submission)))).toBe(true)
      }),
      { numRuns: 30 },
    )
    expect(validate({ ...caseOf('A-1'), name: 'x' })).toBe(false)
    expect(validate(caseOf('A-1', { gender: 'x' }))).toBe(false)
  })

  it('describes the answers that come', async () => {
    const { components } = await described()
    const fits = (name: string, value: unknown) => new Ajv2020({ strict: false }).compile(components.schemas[name] as object)(value)
    expect(fits('Receipt', await (await running.post(caseOf('A-9'))).json())).toBe(true)
    const asked = (path: string, body: object) =>
      running.app.request(`/api/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${running.key}` },
      })
    expect(fits('Found', await (await asked('/cases/find', { partner_case_key: 'A-9' })).json())).toBe(true)
    expect(fits('OwnCases', await (await running.get('/api/v1/cases', running.key)).json())).toBe(true)
    expect(fits('Withdrawing', await (await asked('/withdrawals', { code: '0000-0000-0000-0000-0001' })).json())).toBe(true)
    expect(fits('Problem', await (await running.post('{')).json())).toBe(true)
    expect(fits('Editions', await (await running.get('/api/v1/editions')).json())).toBe(true)
    expect(fits('EditionDetail', await (await running.get('/api/v1/editions/2026-1')).json())).toBe(true)
    expect(fits('Health', await (await running.get('/healthz')).json())).toBe(true)
  })
})

describe('the questionnaire', () => {
  it('is data in both languages, complete', async () => {
    const body = (await (await running.get('/api/v1/questionnaire')).json()) as {
      version: string
      sections: { questions: { id: string; en: string; ja: string }[] }[]
      lists: Record<string, object[]>
    }
    const questions = body.sections.flatMap((section) => section.questions)
    expect([body.version, questions.length, body.lists.iso3166_1_alpha2?.length, body.lists.jis_x_0401?.length]).toEqual([
      '1.0',
      91,
      249,
      47,
    ])
    expect(questions.every(({ en, ja }) => en.length > 0 && ja.length > 0)).toBe(true)
  })
})
