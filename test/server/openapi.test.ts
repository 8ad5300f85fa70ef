import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../server/app.ts'
import { WRITERS } from '../../server/tables/writers.ts'
import { anySubmission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'
import { describedApp, descriptionOf } from './described.ts'
import { caseOf, problem, server } from './harness.ts'
import { ORIGIN } from './people.ts'

/** By the refusal of a request that has neither. */
const NEEDED: Readonly<Record<string, object>> = {
  '/problems/unauthorized': { organisationKey: [] },
  '/problems/signed-out': { session: [] },
}

let running: Awaited<ReturnType<typeof server>>
beforeAll(async () => {
  running = await server()
  await running.open('2026-1')
})
afterAll(() => running.close())

const described = () => descriptionOf(running.app)

/** Every route of the description. */
const operations = async () =>
  Object.entries((await described()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

describe('openapi.json', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const result = await validator.validate(JSON.parse(JSON.stringify(await described())) as never)
    expect(result.errors).toBeUndefined()
    expect([result.valid, validator.version]).toEqual([true, '3.1'])
  })

  it('describes exactly the routes of the router', async () => {
    const listed = (await operations()).map(({ method, path }) => `${method} ${path}`)
    const offered = running.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(listed.sort()).toEqual([...new Set(offered)].sort())
  })

  it('P61 says of each route whether it needs a key or a session, and without exactly those that need one answer 401', async () => {
    const asked = await Promise.all(
      (await operations()).map(async ({ path, method, operation }) => {
        const [type] = Object.keys(operation.requestBody?.content ?? {})
        const headers = { 'Idempotency-Key': 'k', 'If-Match': '"1"', Origin: ORIGIN, ...(type ? { 'Content-Type': type } : {}) }
        const answer = await running.app.request(path.replaceAll(/\{\w+\}/g, 'x'), { method, headers, ...(type ? { body: '{}' } : {}) })
        const refused = answer.status === 401 ? (await problem(answer)).type : null
        return { id: operation.operationId, security: operation.security, needed: refused === null ? [] : [NEEDED[refused]] }
      }),
    )
    expect(asked.map(({ id, needed }) => ({ id, security: needed }))).toEqual(asked.map(({ id, security }) => ({ id, security })))
    expect(asked.filter(({ needed }) => needed[0] === NEEDED['/problems/unauthorized'])).toHaveLength(23)
  })

  it('lists the values that a parameter takes, and each of them is taken', async () => {
    const table = (await described()).paths['/api/v1/editions/{edition}/tables']?.get
    const valuesOf = (name: string) => (table?.parameters?.find((one) => one.name === name)?.schema.enum ?? []) as string[]
    expect(valuesOf('lang')).toEqual(['ja', 'en'])
    expect(valuesOf('format')).toEqual(
      Object.keys(WRITERS).sort((one, other) => valuesOf('format').indexOf(one) - valuesOf('format').indexOf(other)),
    )
    for (const [name, value] of [
      ...valuesOf('lang').map((lang) => ['lang', lang]),
      ...valuesOf('format').map((format) => ['format', format]),
    ]) {
      expect((await running.get(`/api/v1/editions/2026-1/tables?rows=gender&${name}=${value}`)).status).toBe(308)
    }
    const questionnaire = (await described()).paths['/api/v1/questionnaire']?.get
    for (const value of (questionnaire?.parameters?.find(({ name }) => name === 'format')?.schema.enum ?? []) as string[]) {
      expect((await running.get(`/api/v1/questionnaire?format=${value}`)).status).toBe(200)
    }
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

  it('is held to what the routes answer: another status, type or shape fails the test that meets it', async () => {
    const other = new Hono().get('/healthz', (c) => c.json({ status: 'ok', secret: 1 })).get('/api/v1/editions', (c) => c.text('x', 201))
    other.get('/api/v1/openapi.json', async (c) => c.json(await described()))
    const held = describedApp(other as unknown as App)
    await expect(async () => held.request('/healthz')).rejects.toThrow('another shape')
    await expect(async () => held.request('/api/v1/editions')).rejects.toThrow('not described')
    expect((await held.request('/nowhere')).status).toBe(404)
    // Lines of JSON are not one JSON text: their media type is compared, not their shape.
    const editors = await running.organisation('Invented Editors', { scopes: ['edit'] })
    expect((await running.get('/api/v1/editions/2026-1/sealed-cases', editors)).status).toBe(200)
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
