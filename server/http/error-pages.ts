/** Whoever looks at an address with a browser and finds a refusal is shown a page; programs get the problem as it is (RFC 9457). */

import type { MiddlewareHandler } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import type { Deps } from '../deps.ts'
import { PROBLEM_TYPE } from './problem.ts'

/** A browser that opens an address names HTML; whoever takes anything names nothing. */
const wantsPage = (accept: string | undefined) =>
  accept !== undefined && parseAccept(accept).some(({ type, q }) => type === 'text/html' && q > 0)

const NOT_THERE = '/not-found'
const TROUBLE = '/trouble'

/** Says the status and no more: what may not be seen and what does not exist have the same page. */
export const errorPages =
  ({ pages }: Pick<Deps, 'pages'>): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const { status, headers } = c.res
    if (status < 400 || c.req.method !== 'GET' || headers.get('Content-Type') !== PROBLEM_TYPE || !wantsPage(c.req.header('Accept'))) return
    const coding = c.req.header('Accept-Encoding')
    const page = await pages(status < 500 ? NOT_THERE : TROUBLE, new Headers(coding ? { 'Accept-Encoding': coding } : {}))
    if (!page) return
    const sent = new Headers(page.headers)
    sent.delete('ETag')
    sent.set('Vary', 'Accept, Accept-Encoding')
    const again = headers.get('Retry-After')
    if (again !== null) sent.set('Retry-After', again)
    c.res = undefined
    c.res = new Response(page.body, { status, headers: sent })
  }
