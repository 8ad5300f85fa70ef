/**
 * How many connections a listener holds, for how long, and what is asked over one of them at a time. Beyond the bound the one that has waited longest for
 * its client gives way to the new one: for a request, for the rest of a body, or for an answer to be read. What we are working on is never cut for
 * another, so connections that ask nothing, never end or never read keep nobody out.
 */
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import type { Socket } from 'node:net'

/** Of one listener. An idle connection costs some 20 kB. */
const MOST_CONNECTIONS = 1000

/**
 * Requests of one connection that wait for an answer. No browser sends a second one before the first is answered (HTTP pipelining), and a few hundred in one
 * packet would all be worked on before anybody else's next step.
 */
const MOST_UNANSWERED = 8

/** Milliseconds. What is slower than its pace is let go by `http/body.ts` before the longest of these. */
export const PATIENCE = {
  /** From the connection to the end of the headers. */
  headers: 10_000,
  /** To the end of the body, whatever its pace. */
  request: 300_000,
  /** Between two requests. */
  between: 5_000,
  /** Of an answer, without a byte of it being read. */
  unread: 10_000,
  /** How often the platform looks: a connection lives that much longer than it may. */
  look: 1_000,
} as const

export interface ConnectionLimits {
  readonly connections: number
  readonly unanswered: number
  /** Milliseconds. */
  readonly unread: number
}

const LIMITS: ConnectionLimits = { connections: MOST_CONNECTIONS, unanswered: MOST_UNANSWERED, unread: PATIENCE.unread }

/** What the connection was last asked, and how many answers are to come. */
interface OpenConnection {
  readonly last: IncomingMessage | null
  readonly unanswered: number
}

const NOTHING: OpenConnection = { last: null, unanswered: 0 }

/** The server answers with the listener, within these bounds. */
export function boundConnections(server: Server, answer: RequestListener, limits: ConnectionLimits = LIMITS): void {
  server.headersTimeout = PATIENCE.headers
  server.requestTimeout = PATIENCE.request
  server.keepAliveTimeout = PATIENCE.between
  /** In the order in which they last began to wait or to be worked for. */
  const open = new Map<Socket, OpenConnection>()
  const moved = (socket: Socket, asked: OpenConnection) => {
    open.delete(socket)
    open.set(socket, asked)
  }
  const waitsForClient = (socket: Socket, { last, unanswered }: OpenConnection) =>
    unanswered === 0 || last?.complete === false || socket.writableLength > 0

  server.on('connection', (socket: Socket) => {
    moved(socket, NOTHING)
    socket.once('close', () => open.delete(socket))
    if (open.size <= limits.connections) return
    // Where all others are being worked for, the new one is the only one that can go.
    for (const [longest, asked] of open) if (waitsForClient(longest, asked)) return void longest.destroy()
  })
  server.on('request', (incoming, outgoing) => {
    const { socket } = incoming
    const { unanswered } = open.get(socket) ?? NOTHING
    // Requests that came in one piece with it are still handed over.
    if (socket.destroyed) return
    if (unanswered >= limits.unanswered) return void socket.destroy()
    moved(socket, { last: incoming, unanswered: unanswered + 1 })
    outgoing.once('close', () => {
      const now = open.get(socket)
      if (now) moved(socket, { ...now, unanswered: now.unanswered - 1 })
    })
    answer(incoming, outgoing)
  })
  // Neither a byte came nor one was taken for so long, or for the time between two requests. Where an answer is to come, the time is ours.
  server.setTimeout(limits.unread, (socket) => {
    const isOurs = (open.get(socket) ?? NOTHING).unanswered > 0 && socket.writableLength === 0
    if (isOurs) socket.setTimeout(limits.unread)
    else socket.destroy()
  })
}
