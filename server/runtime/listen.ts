/** Where the server listens: one address, or both loopback addresses of this machine. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What `localhost` stands for (RFC 6761, section 6.3). A browser may try either first, and on one that we leave free another program could answer
 * in our place.
 */
const LOOPBACK = ['127.0.0.1', '::1']

/** The machine has no such address, as where IPv6 is switched off. */
const NO_SUCH_ADDRESS: readonly unknown[] = ['EADDRNOTAVAIL', 'EAFNOSUPPORT']

/** A port that is free on one address may be taken on the other; where any port will do, another one is tried. */
const TRIES = 10

export interface Listening {
  /** The same on every address. */
  readonly port: number
  /** Stops listening and lets open answers finish. */
  close(): Promise<void>
}

/** @param make a server for one address  @param port 0 takes any that is free  @throws as `node:net` does, and then nothing listens */
export async function listen(make: () => Server, host: string, port: number): Promise<Listening> {
  const addresses = host === 'localhost' ? LOOPBACK : [host]
  for (let tries = 1; ; tries++) {
    const servers: Server[] = []
    const close = async () => void (await Promise.all(servers.map(closed)))
    try {
      let taken = port
      for (const address of addresses) {
        const server = make()
        const failed = await bound(server, address, taken)
        if (failed === null) servers.push(server)
        else if (addresses.length === 1 || !NO_SUCH_ADDRESS.includes(failed.code)) throw failed
        if (failed === null) taken = (server.address() as AddressInfo).port
      }
      if (servers.length > 0) return { port: taken, close }
      throw new Error('this machine has no loopback address')
    } catch (error) {
      await close()
      const { code } = error as NodeJS.ErrnoException
      if (!(code === 'EADDRINUSE' && port === 0 && tries < TRIES)) throw error
    }
  }
}

const bound = (server: Server, address: string, port: number) =>
  new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve)
    server.listen(port, address, () => resolve(null))
  })

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
