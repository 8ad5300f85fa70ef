/** The whole server as one value: composes the features, knows no driver, and runs on Node and on Workers alike. */
import { Hono } from 'hono'
import { book } from './book/route.ts'
import type { Deps } from './deps.ts'
import { bookFiles } from './editions/book-files.ts'
import { editions } from './editions/route.ts'
import { securityHeaders } from './http/headers.ts'
import { problemOf, problemResponse, slugOf } from './http/problem.ts'
import { imports } from './imports/route.ts'
import { intake } from './intake/route.ts'
import { openApiText } from './openapi.ts'
import { SERVED_FORMS } from './questionnaire/forms.ts'
import { questionnaire } from './questionnaire/route.ts'
import { receipts } from './receipts/issue.ts'
import { withdrawals } from './receipts/withdraw.ts'
import { toHex } from './sealing/bytes.ts'
import { hashed } from './sealing/keyed.ts'
import { StoreUnavailable } from './store/port.ts'
import { alive } from './store/queries/health.ts'
import { tables } from './tables/route.ts'
import { WRITERS } from './tables/writers.ts'

export type App = ReturnType<typeof createApp>

export function createApp(deps: Deps) {
  const { store, events } = deps
  const api = new Hono()
    .route('/', intake({ ...deps, receipts }))
    .route('/', imports({ ...deps, receipts }))
    .route('/', withdrawals(deps))
    .route('/', editions(deps))
    .route('/', bookFiles(deps))
    .route('/', tables({ store, writers: WRITERS }))
    .route('/', book(deps))
    .route('/', questionnaire({ forms: SERVED_FORMS, digest: (body) => toHex(hashed(body)) }))
    .get('/openapi.json', (c) => c.body(openApiText(), 200, { 'Content-Type': 'application/json' }))

  const app = new Hono()
    .use('*', securityHeaders)
    .route('/api/v1', api)
    .get('/healthz', async (c) => {
      await store.batch([alive()])
      return c.json({ status: 'ok' as const })
    })
    .get('*', async (c, next) => {
      const page = await deps.pages(c.req.path)
      if (!page) return next()
      return page
    })

  refuseOtherMethods(app)
  app.notFound(() => problemResponse('not-found'))
  app.onError((error, c) => {
    const slug = slugOf(error)
    if (error instanceof StoreUnavailable) events.storeTrouble({ code: error.code })
    if (slug === 'internal') events.internal({ route: c.req.routePath, error: error.name })
    else events.refused({ slug })
    return problemOf(error)
  })
  return app
}

/** A known path with another method is 405, and says which methods there are. */
function refuseOtherMethods(app: Hono): void {
  const offered = new Map<string, string[]>()
  for (const { path, method } of app.routes) {
    if (method !== 'ALL' && !path.includes('*')) offered.set(path, [...(offered.get(path) ?? []), method])
  }
  for (const [path, methods] of offered) {
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ')
    app.all(path, () => problemResponse('method-not-allowed', [], undefined, { Allow: allow }))
  }
}
