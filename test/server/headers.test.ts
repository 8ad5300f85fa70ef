import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorPages } from '../../server/http/error-pages.ts'
import { headersFor } from '../../server/http/headers.ts'
import { problemResponse } from '../../server/http/problem.ts'
import { StoreUnavailable } from '../../server/store/port.ts'
import { caseOf, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
beforeAll(async () => {
  running = await server()
  await running.open('2026-1')
})
afterAll(() => running.close())

function expectAll(response: Response): void {
  const { headers } = response
  const policy = headers.get('Content-Security-Policy') ?? ''
  for (const part of [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ]) {
    expect(policy).toContain(part)
  }
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(Number(/max-age=(\d+)/.exec(headers.get('Strict-Transport-Security') ?? '')?.[1])).toBeGreaterThanOrEqual(31_536_000)
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(headers.get('Permissions-Policy')).toContain('geolocation=()')
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(headers.has('Server') || headers.has('X-Powered-By') || headers.has('Set-Cookie')).toBe(false)
}

describe('headers', () => {
  it('P70 stand on every route of the router, with every method, and on every error', async () => {
    const paths = [...new Set(running.app.routes.map(({ path }) => path).filter((path) => !path.includes('*')))]
    expect(paths.length).toBeGreaterThanOrEqual(8)
    for (const path of [...paths, '/', '/nowhere', '/api/v1', '/api/v1/nowhere', '/%', '/api/v1/editions/%E0%A4%A']) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const response = await running.app.request(path.replace(':edition', '2026-1'), { method })
        expect(response.status).toBeLessThan(500)
        expectAll(response)
      }
    }
  })

  it('P70 stand on an answer to a case, and on its refusal', async () => {
    expectAll(await running.post(caseOf('A-1')))
    expectAll(await running.post('{'))
    expectAll(await running.post(caseOf('A-2'), { key: '' }))
    expectAll(await running.post('x'.repeat(300_000)))
  })

  it('P70 P42 stand on 503, which says when to try again and nothing else', async () => {
    let away = false
    const troubled = await server({
      store: (store) => ({
        batch: (queries) => (away ? Promise.reject(new StoreUnavailable('SQLITE_FULL')) : store.batch(queries)),
      }),
    })
    await troubled.open('2026-1')
    away = true
    for (const response of [await troubled.post(caseOf('A-1')), await troubled.get('/healthz'), await troubled.get('/api/v1/editions')]) {
      expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '2'])
      expectAll(response)
    }
    away = false
    expect((await troubled.post(caseOf('A-1'))).status).toBe(201)
    expect(troubled.log.every((line) => /^\{"event":"store","code":"SQLITE_FULL"\}$/.test(line))).toBe(true)
    troubled.close()
  })

  it('P70 P16 stand on 500, which holds nothing of what went wrong', async () => {
    const broken = await server({ store: () => ({ batch: () => Promise.reject(new TypeError('Yamanoue-Hanako')) }) })
    const response = await broken.post(caseOf('A-1'))
    const text = await response.text()
    expect(response.status).toBe(500)
    expectAll(response)
    expect(text + broken.log.join()).not.toContain('Yamanoue')
    expect(broken.log).toEqual(['{"event":"internal","route":"/api/v1/cases","error":"TypeError"}'])
    broken.close()
  })

  it('answers a known path with another method 405, and says which there are', async () => {
    const response = await running.app.request('/api/v1/cases', { method: 'DELETE' })
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST, GET, HEAD'])
    expect((await running.app.request('/healthz', { method: 'POST' })).headers.get('Allow')).toBe('GET, HEAD')
    expect((await running.app.request('/healthz', { method: 'HEAD' })).status).toBe(200)
  })

  const RELEASED = [
    '',
    '/2026-1',
    '/2026-1/tables?rows=gender',
    '/2026-1/book',
    '/2026-1/files',
    '/2026-1/files/book.pdf',
    '/2020-1/tables',
    '/2026-1/tables/gender@list.csv',
    '/2026-1/tables/x',
  ]
  const NOT_RELEASED = ['/2026-1/statement', '/2026-1/published', '/2026-1/cases', '/2026-1/tables/x/y', '/2026-1/files/a/b']

  it('P70 released figures are read by pages of anybody, redirects and refusals included; nothing else is', async () => {
    for (const path of RELEASED)
      for (const method of ['GET', 'HEAD', 'OPTIONS']) {
        const { status, headers } = await running.app.request(`/api/v1/editions${path}`, {
          method,
          headers: { Origin: 'https://elsewhere.example' },
        })
        expect([headers.get('Access-Control-Allow-Origin'), headers.get('Cross-Origin-Resource-Policy')], path).toEqual([
          '*',
          'cross-origin',
        ])
        expect(headers.get('Access-Control-Expose-Headers')).toContain('ETag')
        expect(headers.has('Access-Control-Allow-Credentials')).toBe(false)
        if (method === 'OPTIONS') expect([status, headers.get('Access-Control-Allow-Headers')]).toEqual([204, 'If-None-Match'])
      }
    const paths = [...new Set(running.app.routes.map(({ path }) => path).filter((path) => !path.includes('*')))]
    const others = paths.filter((path) => !/\/editions(\/:edition(\/(book|(tables|files)(\/:\w+)?))?)?$/.test(path))
    expect(others.length).toBeGreaterThan(10)
    for (const path of [...others, ...NOT_RELEASED.map((path) => `/api/v1/editions${path}`), '/', '/explore'])
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await running.app.request(path, { method })
        expect([headers.get('Access-Control-Allow-Origin'), headers.get('Cross-Origin-Resource-Policy')], path).toEqual([
          null,
          'same-origin',
        ])
      }
    for (const method of ['PUT', 'POST', 'DELETE', 'PATCH'])
      for (const path of RELEASED) expect(headersFor(method, `/api/v1/editions${path}`)).not.toHaveProperty('Access-Control-Allow-Origin')
  })

  it('P70 one address alone may be framed', () => {
    const framed = headersFor('GET', '/embed')
    expect([framed['Content-Security-Policy'], framed['X-Frame-Options']]).toEqual([
      expect.stringMatching(/frame-ancestors \*$/),
      undefined,
    ])
    for (const path of ['/', '/embed/', '/embedded', '/explore', '/questionnaire', '/embed/x', '/api/v1/embed'])
      expect([headersFor('GET', path)['Content-Security-Policy'], headersFor('GET', path)['X-Frame-Options']], path).toEqual([
        expect.stringMatching(/frame-ancestors 'none'$/),
        'DENY',
      ])
    expect(headersFor('POST', '/embed')['X-Frame-Options']).toBe('DENY')
  })

  it('a refusal is a page for whoever looks at it with a browser, and a problem for programs', async () => {
    const pages = (path: string, asked: Headers) =>
      new Response(`${path} ${[...asked.keys()]}`, {
        headers: { 'Content-Type': 'text/html; charset=utf-8', ETag: '"1"', 'Cache-Control': 'no-store' },
      })
    const app = new Hono()
      .use('*', errorPages({ pages }))
      .get('/here', (c) => c.json({}))
      .all('/busy', () => problemResponse('busy'))
    app.notFound(() => problemResponse('not-found'))
    const look = async (path: string, headers: Record<string, string>, method = 'GET') => {
      const response = await app.request(path, { headers, method })
      return [
        response.status,
        response.headers.get('Content-Type'),
        response.headers.get('Retry-After'),
        response.headers.has('ETag'),
        await response.text(),
      ]
    }
    const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Encoding': 'br', 'If-None-Match': '"1"' }
    expect(await look('/nowhere', browser)).toEqual([404, 'text/html; charset=utf-8', null, false, '/not-found accept-encoding'])
    expect(await look('/busy', browser)).toEqual([503, 'text/html; charset=utf-8', '2', false, '/trouble accept-encoding'])
    for (const headers of [{}, { Accept: '*/*' }, { Accept: 'application/json' }, { Accept: 'text/html;q=0, */*' }])
      expect((await look('/nowhere', headers)).slice(0, 2)).toEqual([404, 'application/problem+json'])
    expect((await look('/busy', browser, 'POST')).slice(0, 2)).toEqual([503, 'application/problem+json'])
    expect((await look('/here', browser))[0]).toBe(200)
  })
})
