/** What is no request, sent byte by byte to the listener: the same headers and the same body as any other refusal, and nothing of what was sent. */
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_STORE, SECURITY_HEADERS } from '../../server/http/headers.ts'
import { answerForParser } from '../../server/runtime/parser-answers.ts'
import { overHttp } from './over-http.ts'

let running: Awaited<ReturnType<typeof overHttp>>
beforeAll(async () => {
  running = await overHttp()
})
afterAll(() => running.close())

/** All that came back until the connection was closed; ours is closed for writing once everything is sent. */
const sent = (bytes: string, port = Number(new URL(running.url).port), end = true) =>
  new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('error', () => {})
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text
    })
    socket.on('close', () => resolve(heard))
    if (end) socket.end(bytes)
    else socket.write(bytes)
  })

/** Status, headers and body of the last answer; interim ones stand before it. */
function read(answer: string) {
  const last = answer.slice(answer.lastIndexOf('HTTP/1.1 '))
  const [head = '', body = ''] = last.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return { status: Number(first.split(' ')[1]), headers, body }
}

function expectRefusal(answer: string): void {
  const { status, headers, body } = read(answer)
  expect(status).toBe(400)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name), name).toBe(value)
  expect([headers.get('Cache-Control'), headers.get('Content-Type')]).toEqual([NO_STORE, 'application/problem+json'])
  expect(JSON.parse(body)).toMatchObject({ type: '/problems/invalid-request', status: 400 })
  expect(headers.get('Content-Length')).toBe(String(Buffer.byteLength(body)))
  expect(answer).not.toMatch(/Yamanoue|HPE_|Parse|Error:/)
}

const WORD = 'Yamanoue-Hanako'
/** What the parser of the platform or the adaptor refuses, before any of our routes. */
const NO_REQUESTS: Readonly<Record<string, string>> = {
  'no Host': `GET /${WORD} HTTP/1.1\r\nConnection: close\r\n\r\n`,
  'an empty Host': `GET /${WORD} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n`,
  'a Host that is none': `GET / HTTP/1.1\r\nHost: ${WORD} <b>\r\nConnection: close\r\n\r\n`,
  'a Host with a path': `GET / HTTP/1.1\r\nHost: x/${WORD}\r\nConnection: close\r\n\r\n`,
  'HTTP/0.9': `GET /${WORD}\r\n\r\n`,
  'no HTTP': `${WORD}\r\n\r\n`,
  'another version': `GET /${WORD} HTTP/3.7\r\nHost: x\r\n\r\n`,
  'HTTP/2 without agreement': `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
  TLS: '\x16\x03\x01\x02\x00\x01\x00',
  'an unknown method': `YAMANOUE / HTTP/1.1\r\nHost: x\r\n\r\n`,
  'OPTIONS *': `OPTIONS * HTTP/1.1\r\nHost: x\r\nX-Word: ${WORD}\r\nConnection: close\r\n\r\n`,
  'a target that is no path': `GET ${WORD} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  'an absolute target without host': 'GET http:// HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'a backslash': `GET /\\${WORD} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
  CONNECT: `CONNECT ${WORD}:443 HTTP/1.1\r\nHost: ${WORD}\r\n\r\n`,
  'another expectation': `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nExpect: ${WORD}\r\nContent-Length: 2\r\n\r\n{}`,
  'headers that are too large': `GET / HTTP/1.1\r\nHost: x\r\nX-Word: ${WORD.repeat(4000)}\r\n\r\n`,
  'a header without a name': `GET / HTTP/1.1\r\nHost: x\r\n: ${WORD}\r\n\r\n`,
  'a folded header with NUL': `GET / HTTP/1.1\r\nHost: x\r\nX: ${WORD}\0\r\n\r\n`,
  'two lengths': `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}`,
  'a length and chunks': `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${WORD}`,
}

describe('answers to what is no request', () => {
  it.each(Object.keys(NO_REQUESTS))('P70 P16 P03 %s: 400, all headers, a problem, nothing repeated, nothing logged', async (name) => {
    const lines = running.log().length
    expectRefusal(await sent(NO_REQUESTS[name] as string))
    expect(running.log()).toHaveLength(lines)
  })

  it('P70 P16 a body in chunks that are none: one answer, and it is ours', async () => {
    const head = `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${running.key}\r\nIdempotency-Key: chunk\r\nContent-Type: application/json\r\n`
    const answer = await sent(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"sch\r\n${WORD}\r\n`)
    expectRefusal(answer)
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1)
  })

  it('P70 P16 headers that never end: the same once their time is over', async () => {
    const server = createServer({ requireHostHeader: false, headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 })
    answerForParser(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expectRefusal(await sent(`GET /${WORD} HTTP/1.1\r\nHost: x\r\n`, port, false))
    server.close()
  })

  it('P70 the answer that follows 100-continue, and one to a request that asks for another protocol, have all headers too', async () => {
    const expecting = read(
      await sent('POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}'),
    )
    const upgrading = read(
      await sent(
        'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n',
      ),
    )
    expect([expecting.status >= 400, upgrading.status]).toEqual([true, 200])
    for (const { headers } of [expecting, upgrading])
      for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, 'Cache-Control': NO_STORE }))
        expect(headers.get(name), name).toBe(value)
  })
})
