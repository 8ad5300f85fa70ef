/**
 * Five attacks at once on one server, from a process of their own, so that their work is not the honest clients': a value of 120,000 letters, bodies
 * that stay half sent, receipts that nobody has, readers of the book, and a part of 20 MiB of blank lines. Whom to attack stands
 * in one line of JSON on standard input; when that closes, it ends and prints how much of each was sent.
 */
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { receiptCode } from '../../survey-schema/receipt-code.ts'
import { caseOf } from '../server/harness.ts'
import { drawnBytes } from '../support/seed.ts'

export interface Attack {
  readonly url: string
  /** Of an organisation that sends no honest case. */
  readonly key: string
  readonly edition: string
}

/** How much of each was sent, and how often the server answered with each status; 0 where it closed the connection. */
export type Sent = Readonly<Record<string, Readonly<Record<number, number>>>>

const HALF_BODIES = 600
const JUNK_A_SECOND = 500
const READERS = 4
const LONG_VALUES = 4
const BLANK_LINES = 20 << 20
const LETTERS = 120_000

const [line] = (await once(createInterface({ input: process.stdin }), 'line')) as [string]
const { url, key, edition } = JSON.parse(line) as Attack
const { hostname, port } = new URL(url)
let going = true
process.stdin.on('end', () => {
  going = false
})

const sent: Record<string, Record<number, number>> = {}
function count(attack: string, status: number): void {
  const before = sent[attack] ?? {}
  sent[attack] = { ...before, [status]: (before[status] ?? 0) + 1 }
}

const junk = drawnBytes('receipts that nobody has')
const agent = new Agent({ keepAlive: true, maxSockets: 512 })
const answered = (method: string, path: string, headers: Readonly<Record<string, string>>, body?: string | Buffer) =>
  new Promise<number>((resolve) => {
    const asked = request({ agent, hostname, port, method, path, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', () => resolve(0))
    })
    asked.on('error', () => resolve(0))
    asked.end(body)
  })
const keyed = (type: string, name: string) => ({ Authorization: `Bearer ${key}`, 'Content-Type': type, 'Idempotency-Key': name })

async function longValues(hand: number): Promise<void> {
  for (let turn = 0; going; turn++) {
    const body = caseOf(`long-${hand}-${turn}`)
    const long = { ...body, answers: { ...body.answers, gender: `${'a'.repeat(LETTERS)}@` } }
    count('long value', await answered('POST', '/api/v1/cases', keyed('application/json', `long-${hand}-${turn}`), JSON.stringify(long)))
    await pause(250)
  }
}

async function halfBodies(): Promise<void> {
  while (going) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    const closed = once(socket, 'close').catch(() => {})
    let status = 0
    socket.on('data', (piece) => {
      status = Number(/^HTTP\/1\.1 (\d+)/.exec(piece.toString('latin1'))?.[1] ?? status)
    })
    socket.write('POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n')
    socket.write('{"schema":')
    while (going && !socket.destroyed && socket.readable) {
      socket.write(' ')
      await Promise.race([closed, pause(1500)])
    }
    socket.destroy()
    count('half body', status)
    await pause(1000)
  }
}

async function junkReceipts(): Promise<void> {
  const EVERY = 20
  const open = new Set<Promise<void>>()
  while (going) {
    for (let n = 0; n < (JUNK_A_SECOND * EVERY) / 1000; n++) {
      const one = answered(
        'POST',
        '/api/v1/withdrawals',
        { 'Content-Type': 'application/json' },
        JSON.stringify({ code: receiptCode(junk(12)) }),
      ).then((status) => {
        count('junk receipt', status)
        open.delete(one)
      })
      open.add(one)
    }
    await pause(EVERY)
  }
  await Promise.all(open)
}

async function readers(): Promise<void> {
  while (going) {
    count('book reader', await answered('GET', `/api/v1/editions/${edition}/book?part=sheets`, {}))
    await pause(50)
  }
}

async function blankLines(): Promise<void> {
  const body = Buffer.alloc(BLANK_LINES, 0x0a)
  for (let turn = 0; going; turn++) {
    const name = `blank-${turn}`
    const begun = await new Promise<string | null>((resolve) => {
      const asked = request(
        { agent, hostname, port, method: 'POST', path: '/api/v1/imports', headers: keyed('application/json', name) },
        (response) => {
          let text = ''
          response.on('data', (piece) => {
            text += piece
          })
          response.on('end', () => resolve(response.statusCode === 201 ? (JSON.parse(text) as { id: string }).id : null))
        },
      )
      asked.on('error', () => resolve(null))
      asked.end(JSON.stringify({ rows: 1, existing: 'refuse' }))
    })
    const path = begun === null ? null : `/api/v1/imports/${begun}/parts/1`
    count('20 MiB of blank lines', path === null ? 0 : await answered('PUT', path, keyed('application/x-ndjson', name), body))
    await pause(500)
  }
}

await Promise.all([
  junkReceipts(),
  blankLines(),
  ...Array.from({ length: HALF_BODIES }, halfBodies),
  ...Array.from({ length: READERS }, readers),
  ...Array.from({ length: LONG_VALUES }, (_, hand) => longValues(hand)),
])
process.stdout.write(`${JSON.stringify(sent satisfies Sent)}\n`)
process.exit(0)
