/**
 * Answers to what never becomes a request: no HTTP at all, no usable Host, another expectation than 100-continue, a tunnel. The parser of the
 * platform would answer them by itself, without our headers; here all get one answer, which repeats nothing (P16, P70).
 */
import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { NO_STORE, SECURITY_HEADERS } from '../http/headers.ts'
import { PROBLEM_TYPE, problemBody } from '../http/problem.ts'

const BODY = problemBody('invalid-request')
const HEADERS = { 'Content-Type': PROBLEM_TYPE, 'Cache-Control': NO_STORE, ...SECURITY_HEADERS }
const LAST = { ...HEADERS, 'Content-Length': Buffer.byteLength(BODY), Connection: 'close' }
/** The same answer for a connection without a request. */
const TEXT = ['HTTP/1.1 400 Bad Request', ...Object.entries(LAST).map(([name, value]) => `${name}: ${value}`), '', BODY].join('\r\n')

/** For the adaptor, where target and Host make no address. */
export const unreadable = (): Response => new Response(BODY, { status: 400, headers: HEADERS })

/** Every answer of the server's parser is ours. Its own check of the Host has to be off: `requireHostHeader: false`. */
export function answerForParser(server: Server): void {
  server.on('clientError', (_error, socket) => refuse(socket))
  server.on('connect', (_request, socket) => refuse(socket))
  server.on('checkExpectation', (_request, response) => response.writeHead(400, LAST).end(BODY))
}

/** A second answer within one that has begun would be read as a part of it. */
function refuse(socket: Duplex & { readonly _httpMessage?: ServerResponse | null }): void {
  if (socket.writable && !socket._httpMessage?.headersSent) socket.end(TEXT)
  else socket.destroy()
}
