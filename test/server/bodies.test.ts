/** One client cannot stop the others: bodies that never end, that nobody asked for, or that are long work. */
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodiesUnderWay } from '../../server/http/bodies-under-way.ts'
import { isTooSlow } from '../../server/http/body.ts'
import { LARGEST_PART } from '../../server/imports/route.ts'
import { readRows } from '../../server/imports/rows.ts'
import { boundConnections, type ConnectionLimits } from '../../server/runtime/connections.ts'
import { listen } from '../../server/runtime/listen.ts'
import { inTurns } from '../../server/runtime/turns.ts'
import { keyed, keyedInTurns } from '../../server/sealing/keyed.ts'
import { type Description, descriptionOf } from './described.ts'
import { caseOf, server, UNSIGNED } from './harness.ts'
import { overHttp } from './over-http.ts'
import { ORIGIN } from './people.ts'

const given = await server()
const description: Description = await descriptionOf(given.app)
afterAll(() => given.close())

const withBody = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { requestBody, security }]) =>
    requestBody
      ? [{ path, method: method.toUpperCase(), type: Object.keys(requestBody.content ?? {})[0] as string, keyed: security.length > 0 }]
      : [],
  ),
)

describe('a body before its key', () => {
  it.each(withBody.filter(({ keyed }) => keyed))(
    'P18 $method $path without a key is answered 401 and not a byte of it is read',
    async ({ path, method, type }) => {
      let pulled = 0
      const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 })
      const response = await given.app.request(path.replaceAll(/\{\w+\}/g, '1'), {
        method,
        body,
        headers: { 'Content-Type': type, 'Idempotency-Key': 'one', 'If-Match': '"1"', 'Content-Length': String(20 << 20), Origin: ORIGIN },
        duplex: 'half',
      } as RequestInit)
      expect([response.status, response.headers.get('Connection'), pulled]).toEqual([401, 'close', 0])
    },
  )

  it('P18 only a withdrawal, an answer by invitation, and what opens a session, is read without a key', () => {
    expect(withBody.filter(({ keyed }) => !keyed).map(({ path }) => path)).toEqual([
      '/api/v1/answers/invitation',
      '/api/v1/answers',
      '/api/v1/withdrawals',
      ...['/setup', '/invitation', '/sign-in/password', '/sign-in/recovery', '/sign-in/passkey'].map((path) => `/api/v1${path}`),
    ])
  })
})

describe('bodies under way', () => {
  const gone = async (promise: Promise<never>) =>
    Promise.race([
      promise.then(
        () => false,
        () => true,
      ),
      new Promise((resolve) => setTimeout(() => resolve(false))),
    ])

  it('P18 a body that comes slowly is not pushed out by those that have stopped', async () => {
    const under = bodiesUnderWay({ bodies: 3, bytes: 1000, allBytes: 1000 })
    const slow = under.begin('anybody')
    for (let half = 0; half < 20; half++) {
      under.begin('anybody')
      slow.grow(1)
    }
    expect([await gone(slow.givesWay), under.held()]).toEqual([false, { bodies: 3, bytes: 20 }])
  })

  it('P18 beyond the number of one sender the one that waits longest gives way, and nobody else’s', async () => {
    const under = bodiesUnderWay({ bodies: 2, bytes: 100, allBytes: 1000 })
    const [other, first, second, third] = [under.begin(2), under.begin(1), under.begin(1), under.begin(1)]
    expect(await Promise.all([other, first, second, third].map((one) => gone(one.givesWay)))).toEqual([false, true, false, false])
    expect(under.held().bodies).toBe(3)
  })

  it('P18 beyond the bytes of one sender its oldest gives way; beyond those of all, the oldest of whoever holds most', async () => {
    const under = bodiesUnderWay({ bodies: 9, bytes: 100, allBytes: 150 })
    const [first, second, other] = [under.begin(1), under.begin(1), under.begin('anybody')]
    first.grow(60)
    second.grow(39)
    expect(await gone(first.givesWay)).toBe(false)
    second.grow(2)
    expect([await gone(first.givesWay), await gone(second.givesWay), under.held().bytes]).toEqual([true, false, 41])
    second.grow(59)
    other.grow(60)
    expect([await gone(second.givesWay), await gone(other.givesWay), under.held()]).toEqual([true, false, { bodies: 1, bytes: 60 }])
    other.end()
    first.grow(50)
    expect(under.held()).toEqual({ bodies: 0, bytes: 0 })
  })

  it('P18 a body below its pace is let go, and a case that takes twenty seconds is not', () => {
    const pace = { seconds: 30, bytesEach: 2048 }
    expect([isTooSlow(pace, 29, 0), isTooSlow(pace, 30, 2047), isTooSlow(pace, 30, 2048), isTooSlow(pace, 60, 31 * 2048 - 1)]).toEqual([
      false,
      true,
      false,
      true,
    ])
  })
})

describe('over connections', () => {
  let running: Awaited<ReturnType<typeof overHttp>>
  beforeAll(async () => {
    running = await overHttp()
  })
  afterAll(() => running.close())
  const port = () => Number(new URL(running.url).port)
  const opened = (text: string): { readonly socket: Socket; readonly answer: Promise<string> } => {
    const socket = connect(port(), '127.0.0.1')
    let heard = ''
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      heard += piece
    })
    socket.write(text)
    return { socket, answer: new Promise((resolve) => socket.on('close', () => resolve(heard))) }
  }
  const post = (length: number, more = '') =>
    `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nIdempotency-Key: one\r\nContent-Type: application/json\r\n${more}Content-Length: ${length}\r\n\r\n`

  it('P18 a large body without a key is answered, the connection closes, and the rest is not taken in', async () => {
    const { socket, answer } = opened(post(200 << 20))
    const piece = Buffer.alloc(1 << 20, 32)
    const going = () => {
      while (!socket.destroyed && socket.writable && socket.write(piece));
    }
    socket.on('drain', going)
    going()
    await answer
    // What a kernel holds for both ends, not what was announced.
    expect(socket.bytesWritten - socket.writableLength).toBeLessThan(32 << 20)
  })

  it('P18 six hundred half bodies without a key hold nothing: each is answered and let go, and a case goes through beside them', async () => {
    const halves = Array.from({ length: 600 }, () => opened(`${post(300_000)}{"schema":`))
    const response = await fetch(`${running.url}/api/v1/cases`, {
      method: 'POST',
      body: JSON.stringify(caseOf('C-1')),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${running.key}`, 'Idempotency-Key': 'beside' },
    })
    expect(response.status).toBe(201)
    const answers = await Promise.all(halves.map(({ answer }) => answer))
    expect(answers.filter((text) => text.startsWith('HTTP/1.1 401 ')).length).toBe(600)
  })

  it('P18 connections that ask nothing give way to one that asks, the longest first', async () => {
    const listening = await listen(
      () => {
        const one = createServer()
        boundConnections(one, (_, response) => response.end('here'), { connections: 4, unanswered: 8, unread: 1000 })
        return one
      },
      '127.0.0.1',
      0,
    )
    const idle: { readonly socket: Socket; closed: boolean }[] = []
    for (let n = 0; n < 4; n++) {
      const socket = connect(listening.port, '127.0.0.1')
      const one = { socket, closed: false }
      socket.on('error', () => {})
      socket.on('close', () => {
        one.closed = true
      })
      await new Promise((resolve) => socket.on('connect', resolve))
      idle.push(one)
    }
    const asked = await fetch(`http://127.0.0.1:${listening.port}/`)
    expect(await asked.text()).toBe('here')
    expect(idle.map(({ closed }) => closed)).toEqual([true, false, false, false])
    for (const { socket } of idle) socket.destroy()
    await listening.close()
  })
})

describe('answers that nobody reads', () => {
  /** A listener that answers `/long` with 16 MiB, and never answers `/never`. */
  const listening = (limits: ConnectionLimits, asked: string[] = []) =>
    listen(
      () => {
        const one = createServer()
        boundConnections(
          one,
          ({ url = '' }, response) => {
            asked.push(url)
            if (url !== '/never') response.end(url === '/long' ? Buffer.alloc(16 << 20) : 'here')
          },
          limits,
        )
        return one
      },
      '127.0.0.1',
      0,
    )
  const unreading = async (port: number, request: string) => {
    const socket = connect(port, '127.0.0.1')
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
    socket.on('error', () => {})
    socket.pause()
    await new Promise((resolve) => socket.on('connect', resolve))
    socket.write(request)
    return { socket, closed }
  }
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`

  it('P18 P33 give way to one who asks, the longest first', async () => {
    const asked: string[] = []
    const server = await listening({ connections: 4, unanswered: 8, unread: 600_000 }, asked)
    const stalled: Awaited<ReturnType<typeof unreading>>[] = []
    for (let n = 0; n < 4; n++) {
      stalled.push(await unreading(server.port, get('/long')))
      while (asked.length <= n) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const { socket: asking, closed } = await unreading(server.port, get('/'))
    let heard = ''
    asking.on('data', (piece) => {
      heard += piece
      if (heard.includes('here')) asking.destroy()
    })
    asking.resume()
    await closed
    expect(heard).toContain('here')
    for (const { socket } of stalled) socket.destroy()
    await server.close()
  })

  it('P18 are let go after a while, and what we still work on is not', async () => {
    const server = await listening({ connections: 40, unanswered: 8, unread: 200 })
    const [long, never] = [await unreading(server.port, get('/long')), await unreading(server.port, get('/never'))]
    let ended = false
    void never.closed.then(() => {
      ended = true
    })
    long.socket.resume()
    long.socket.pause()
    // The end of a connection is heard by whoever reads.
    await new Promise((resolve) => setTimeout(resolve, 2500))
    const heard = new Promise<number>((resolve) => {
      let bytes = 0
      long.socket.on('data', (piece) => {
        bytes += piece.length
      })
      long.socket.on('close', () => resolve(bytes))
    })
    long.socket.resume()
    expect(await heard).toBeLessThan(16 << 20)
    expect(ended).toBe(false)
    never.socket.destroy()
    await server.close()
  })

  it('P18 P33 nobody asks more than eight times before the first answer', async () => {
    const asked: string[] = []
    const server = await listening({ connections: 40, unanswered: 8, unread: 600_000 }, asked)
    const { socket, closed } = await unreading(server.port, get('/never').repeat(300))
    socket.resume()
    await closed
    expect(asked).toHaveLength(8)
    await server.close()
  })
})

describe('parts of one organisation', () => {
  it('P12 P18 are worked on one after the other, those of others beside them', async () => {
    const turns = inTurns()
    const log: string[] = []
    const work =
      (name: string, fails = false) =>
      async () => {
        log.push(`${name} begins`)
        await new Promise((resolve) => setTimeout(resolve, 5))
        log.push(`${name} ends`)
        if (fails) throw new RangeError('on purpose')
      }
    await Promise.allSettled([turns(1, work('first', true)), turns(1, work('second')), turns(2, work('other'))])
    expect(log.filter((line) => !line.startsWith('other'))).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
    expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('first ends'))
  })
})

describe('a part of 20 MiB', () => {
  it('P12 P18 of blank lines: others are answered between its turns', async () => {
    let [answered, going] = [0, true]
    const others = (async () => {
      while (going) {
        expect((await given.app.request('/healthz')).status).toBe(200)
        answered++
        await new Promise((resolve) => setTimeout(resolve))
      }
    })()
    expect(await readRows(new Uint8Array(LARGEST_PART).fill(0x0a), { currentYear: 2026, existingRecordRule: false }, UNSIGNED)).toEqual([])
    going = false
    await others
    // 320 stretches of 64 KiB, each with a turn of the event loop after it.
    expect(answered).toBeGreaterThan(150)
  })

  it('P12 P18 is hashed in turns, to the same digest', async () => {
    const key = new Uint8Array(32).fill(7)
    const long = new Uint8Array((3 << 20) + 5).map((_, at) => at)
    let turns = 0
    const counting = setInterval(() => turns++)
    expect(await keyedInTurns(key, 'body', long)).toEqual(keyed(key, 'body', long))
    clearInterval(counting)
    expect(turns).toBeGreaterThan(2)
    expect(await keyedInTurns(key, 'body', new Uint8Array())).toEqual(keyed(key, 'body', new Uint8Array()))
  })
})
