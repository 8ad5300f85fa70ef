/** `localhost` is this machine by either family of addresses, and no other address of it. */
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../server/runtime/listen.ts'

const open: Listening[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function listening(host: string, port = 0): Promise<number> {
  const one = await listen((): Server => createServer((_, response) => response.end('here')), host, port)
  open.push(one)
  return one.port
}

const answers = (address: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, address, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
const families = own.filter(({ internal, address }) => internal && ['127.0.0.1', '::1'].includes(address)).map(({ address }) => address)
/** Addresses by which other machines reach this one; those of one link alone need its name and are left out. */
const outside = own.filter(({ internal, address }) => !internal && !address.startsWith('fe80')).map(({ address }) => address)

describe('listening on localhost', () => {
  it('P43 answers on both loopback addresses, and on no other one', async () => {
    const port = await listening('localhost')
    expect(families).toContain('127.0.0.1')
    for (const address of families) expect(await answers(address, port), address).toBe(true)
    for (const address of outside) expect(await answers(address, port), address).toBe(false)
  })

  it.each(families)('is refused where another program answers on %s, and then listens nowhere', async (taken) => {
    const port = await listening(taken)
    await expect(listening('localhost', port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    expect(await Promise.all(families.map((address) => answers(address, port)))).toEqual(families.map((address) => address === taken))
  })

  it('ends on all of them', async () => {
    const port = await listening('localhost')
    await open.pop()?.close()
    for (const address of families) expect(await answers(address, port), address).toBe(false)
  })
})
