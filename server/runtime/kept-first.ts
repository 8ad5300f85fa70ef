/**
 * What is kept ready goes out without a detour: the router and the objects of the web platform cost more than the answer. Everything else, and
 * what is asked in an unusual way, goes on to the app, which gives the same answer.
 */
import type { RequestListener } from 'node:http'
import { NO_STORE, SECURITY_HEADERS } from '../http/headers.ts'
import type { PublicAnswers } from '../http/public-answers.ts'

const first = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null)

export const keptFirst =
  (answers: PublicAnswers, app: RequestListener): RequestListener =>
  (incoming, outgoing) => {
    const { method, url = '', headers } = incoming
    if (method !== 'GET' || !url.startsWith('/api/v1/') || !/^[\w.-]+(:\d+)?$/.test(headers.host ?? '')) return app(incoming, outgoing)
    answers.kept({ coding: first(headers['accept-encoding']), held: first(headers['if-none-match']) }, url).then(
      (kept) => {
        if (kept === null) return app(incoming, outgoing)
        const { status, headers: own, bytes } = kept
        outgoing.writeHead(status, { 'Cache-Control': NO_STORE, ...own, ...SECURITY_HEADERS }).end(bytes)
      },
      // The app meets the same trouble, and has an answer to it.
      () => app(incoming, outgoing),
    )
  }
