/** The whole server as one value: composes the features, knows no driver, and runs on Node and on Workers alike. */
import { Hono } from 'hono'
import type { RouterRoute } from 'hono/types'
import * as z from 'zod'
import { administratorsFirst } from './accounts/administrators-first.ts'
import { peopleRoutes } from './accounts/people-routes.ts'
import { accounts } from './accounts/route.ts'
import { answers as answersByInvitation } from './answers/route.ts'
import { auditLog } from './audit-log/route.ts'
import { book } from './book/route.ts'
import type { Deps } from './deps.ts'
import { bookFiles } from './editions/book-files.ts'
import { preparing } from './editions/preparing.ts'
import { editions } from './editions/route.ts'
import { closesUnread } from './http/body.ts'
import { errorPages } from './http/error-pages.ts'
import { securityHeaders } from './http/headers.ts'
import { openApiText } from './http/openapi.ts'
import { json, operation } from './http/operation.ts'
import { problemOf, problemResponse, slugOf } from './http/problem.ts'
import { publicAnswers } from './http/public-answers.ts'
import { askedIn, responseOf } from './http/representation.ts'
import { imports } from './imports/route.ts'
import { keep } from './intake/keep.ts'
import { intake } from './intake/route.ts'
import { network } from './network/route.ts'
import { SERVED_FORMS } from './questionnaire/forms.ts'
import { questionnaire } from './questionnaire/route.ts'
import { receipts } from './receipts/issue.ts'
import { withdrawals } from './receipts/withdraw.ts'
import { register } from './register/route.ts'
import { toHex } from './sealing/bytes.ts'
import { hashed } from './sealing/keyed.ts'
import { statements } from './statements/route.ts'
import { StoreUnavailable } from './store/port.ts'
import { alive } from './store/queries/health.ts'
import { tableFiles } from './tables/file-route.ts'
import { tables } from './tables/route.ts'
import { WRITERS } from './tables/writers.ts'
import { tags } from './tags/route.ts'

const AnyObject = z.object({}).loose()
const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })

/** Where the host of an address begins: past `http://`. */
const ORIGIN = 7
export type App = ReturnType<typeof createApp>

export function createApp(deps: Deps) {
  const { store, events, answers = publicAnswers({ store }) } = deps
  const shut = administratorsFirst(deps)
  let routes: readonly RouterRoute[] = []
  let described: string | null = null
  // Made at the first request for it.
  const description = (): string => (described ??= openApiText(routes))
  const api = new Hono()
    .route('/', intake({ ...deps, shut, receipts }))
    .route('/', answersByInvitation({ ...deps, shut, receipts, keep }))
    .route('/', imports({ ...deps, shut, receipts }))
    .route('/', withdrawals(deps))
    .route('/', accounts(deps))
    .route('/', tags(deps))
    .route('/', register(deps))
    .route('/', statements(deps))
    .route('/', auditLog(deps))
    .route('/', peopleRoutes(deps))
    .route('/', editions({ ...deps, answers }))
    .route('/', bookFiles({ ...deps, answers }))
    .route('/', preparing(deps))
    .route('/', network(deps))
    .route('/', tables({ store, answers, writers: WRITERS }))
    .route('/', tableFiles({ store, answers }))
    .route('/', book({ store, answers }))
    .route('/', questionnaire({ forms: SERVED_FORMS, answers, digest: (body) => toHex(hashed(body)) }))
    .get(
      '/openapi.json',
      operation({ id: 'openapi', tag: 'server', summary: 'This description', answers: { 200: json('OpenAPI 3.1.', AnyObject) } }),
      (c) =>
        answers.fixed(c.req.raw.headers, '/api/v1/openapi.json', () => ({
          headers: { 'Content-Type': 'application/json' },
          make: description,
        })),
    )

  const app = new Hono()
    .use('*', securityHeaders)
    .use('*', errorPages(deps))
    .use('*', closesUnread)
    .use('/api/v1/*', async (c, next) => {
      const { url, method, headers } = c.req.raw
      const kept = method === 'GET' || method === 'HEAD' ? await answers.kept(askedIn(headers), url.slice(url.indexOf('/', ORIGIN))) : null
      if (!kept) return next()
      return responseOf(kept)
    })
    .route('/api/v1', api)
    .get(
      '/healthz',
      operation({ id: 'health', tag: 'server', summary: 'Whether the database answers', answers: { 200: json('It does.', Health) } }),
      async (c) => {
        await store.batch([alive()])
        return c.json({ status: 'ok' as const }, 200)
      },
    )
    .get('*', async (c, next) => {
      const page = await deps.pages(c.req.path, c.req.raw.headers)
      if (!page) return next()
      return page
    })

  routes = [...app.routes]
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
  const offered = new Map<string, Set<string>>()
  for (const { path, method } of app.routes) {
    if (method !== 'ALL' && !path.includes('*')) offered.set(path, (offered.get(path) ?? new Set()).add(method))
  }
  for (const [path, methods] of offered) {
    const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].join(', ')
    app.all(path, () => problemResponse('method-not-allowed', [], undefined, { Allow: allow }))
  }
}
