import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
})
