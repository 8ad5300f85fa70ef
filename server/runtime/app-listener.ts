/**
 * The app as a listener of Node. An answer that fails half-way ends with its connection: the adaptor would print the error, and send its message
 * as an answer of its own or in the place of the rest (P03, P16). The reader sees an answer that is cut off, the log an event without a message.
 */
import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Events } from '../http/events.ts'
import { StoreUnavailable } from '../store/port.ts'
import { unreadable } from './parser-answers.ts'

interface Fetching {
  fetch(request: Request): Response | Promise<Response>
}

/** Made whole before it is sent: it cannot fail half-way. */
const WHOLE = /^application\/(?:problem\+)?json\b/

export const appListener = (app: Fetching, events: Events): RequestListener =>
  getRequestListener(async (request, { outgoing }) => neverFailing(await app.fetch(request), () => outgoing.destroy(), events), {
    overrideGlobalObjects: false,
    errorHandler: unreadable,
  })

/** The same answer, which fails towards nobody. @param close ends the connection at once */
function neverFailing(response: Response, close: () => void, events: Events): Response {
  const { body, status, headers } = response
  if (!body || WHOLE.test(headers.get('Content-Type') ?? '')) return response
  const reader = body.getReader()
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        // In this order: nothing that the adaptor writes at the end of the stream goes out any more.
        close()
        note(error, events)
        controller.close()
      }
    },
    cancel: (reason) => reader.cancel(reason),
  }
  return new Response(new ReadableStream(source, { highWaterMark: 0 }), { status, headers })
}

/** Which route it was is not known here. */
function note(error: unknown, events: Events): void {
  if (error instanceof StoreUnavailable) events.storeTrouble({ code: error.code })
  else events.internal({ route: '*', error: error instanceof Error ? error.name : 'unknown' })
}
