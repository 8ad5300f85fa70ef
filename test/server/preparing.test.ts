/** How far an edition is built is told where one is being built, and nowhere else. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Preparing } from '../../server/deps.ts'
import { server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>> | undefined
afterEach(() => running?.close())

describe('GET /api/v1/preparing', () => {
  it('names the edition and the share that is done; afterwards it answers as an address that there is not', async () => {
    let now: Preparing | null = { edition: 'fictional-1', done: 0.25 }
    running = await server({ preparing: () => now })
    const asked = await running.get('/api/v1/preparing')
    expect([asked.status, asked.headers.get('Cache-Control'), await asked.json()]).toEqual([200, 'no-store', now])
    now = null
    await expectNothing(running)
  })

  it('answers as an address that there is not, where nothing is ever built beside the server', async () => {
    running = await server()
    await expectNothing(running)
  })
})

async function expectNothing({ get }: Awaited<ReturnType<typeof server>>): Promise<void> {
  const [asked, nowhere] = [await get('/api/v1/preparing'), await get('/api/v1/nowhere')]
  expect([asked.status, await asked.text()]).toEqual([404, await nowhere.text()])
  expect([...asked.headers]).toEqual([...nowhere.headers])
}
