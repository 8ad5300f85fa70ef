/**
 * What is kept ready goes out without a detour: the router and the objects of the web platform cost more than the answer. Everything else, and
 * what is asked in an unusual way, goes on to the app, which gives the same answer.
 */
import type { RequestListener } from 'node:http'
import { headersFor, NO_STORE, pathIn } from '../http/headers.ts'
import type { PublicAnswers } from '../http/public-answers.ts'
import type { BuiltPages } from './pages.ts'

const first = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null)

/** Unread bytes in the queue of each reader are the kept ones themselves: a thousand readers who never read take no thousand copies. */
export const keptFirst =
  (answers: Pick<PublicAnswers, 'kept'>, pages: Pick<BuiltPages, 'sent'>, app: RequestListener): RequestListener =>
  (incoming, outgoing) => {
    const { method, url = '', headers } = incoming
    const hasBody = headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined
    if (method !== 'GET' || hasBody || !/^[\w.-]+(:\d+)?$/.test(headers.host ?? '')) return app(incoming, outgoing)
    const asked = { coding: first(headers['accept-encoding']), held: first(headers['if-none-match']) }
    const found = url.startsWith('/api/v1/') ? answers.kept(asked, url) : pages.sent(url, asked)
    found.then(
      (kept) => {
        if (kept === null) return app(incoming, outgoing)
        const { status, headers: own, bytes } = kept
        outgoing.writeHead(status, { 'Cache-Control': NO_STORE, ...own, ...headersFor('GET', pathIn(url)) }).end(bytes)
      },
      // The app meets the same trouble, and has an answer to it.
      () => app(incoming, outgoing),
    )
  }
