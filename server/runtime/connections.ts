/**
 * How many connections a listener holds, and for how long. Beyond the bound the one that has waited longest without a request gives way to the new one, so
 * connections that ask nothing keep nobody out; one that is being answered is never cut for another.
 */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Of one listener. An idle connection costs some 20 kB. */
export const MOST_CONNECTIONS = 1000

/** Milliseconds. What is slower than its pace is let go by `http/body.ts` before the longest of these. */
export const PATIENCE = {
  /** From the connection to the end of the headers. */
  headers: 10_000,
  /** To the end of the body, whatever its pace. */
  request: 300_000,
  /** Between two requests. */
  between: 5_000,
  /** How often the platform looks: a connection lives that much longer than it may. */
  look: 1_000,
} as const

export function boundConnections(server: Server, most: number = MOST_CONNECTIONS): void {
  server.headersTimeout = PATIENCE.headers
  server.requestTimeout = PATIENCE.request
  server.keepAliveTimeout = PATIENCE.between
  let open = 0
  /** Without a request, the longest first. */
  const idle = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open++
    idle.add(socket)
    socket.once('close', () => {
      open--
      idle.delete(socket)
    })
    // Where all others are being answered, the new one is the only one that can go.
    if (open > most) for (const longest of idle) return void longest.destroy()
  })
  server.on('request', ({ socket }, response) => {
    idle.delete(socket)
    response.once('close', () => {
      if (!socket.destroyed) idle.add(socket)
    })
  })
}
