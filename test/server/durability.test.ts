import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register } from '../../server/accounts/register.ts'
import { installEdition } from '../../server/editions/install.ts'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { newEditionKey } from '../../server/sealing/edition-key.ts'
import { read } from '../../server/store/port.ts'
import { caseOf } from './harness.ts'
import { serve } from './spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-durable-'))
const dataDir = join(folder, 'data')
let key: string

beforeAll(async () => {
  const { store } = openDataDir(dataDir, { create: true })
  await installEdition(store, { edition: '2026-1', questionnaire: '1.0', fictional: true, publicKey: (await newEditionKey()).publicKey })
  const registered = register({ name: 'Invented Shelter', holding: null, recordRule: null, scopes: ['submit'], expires: '2999-12' })
  await store.batch(registered.queries)
  key = registered.key
  store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Ids that are stored, read while no server runs. */
async function stored(): Promise<Set<string>> {
  const { store } = openDataDir(dataDir)
  const rows = await read(store, CompiledQuery.raw('select id from sealed_case') as CompiledQuery<{ id: string }>)
  store.close()
  return new Set(rows.map(({ id }) => id))
}

const send = (url: string, name: string) =>
  fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    body: JSON.stringify(caseOf(name)),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': name },
  })

/** Sends cases from 16 hands until the server is gone; returns what was acknowledged, by name. */
async function load(url: string, prefix: string): Promise<Map<string, { id: string; receipt: string }>> {
  const acknowledged = new Map<string, { id: string; receipt: string }>()
  let next = 0
  const hand = async () => {
    for (;;) {
      const name = `${prefix}-${next++}`
      const response = await send(url, name).catch(() => null)
      if (!response) return
      if (response.status !== 201) throw new Error(`unexpected ${response.status}`)
      const answer = (await response.json().catch(() => null)) as { id: string; receipt: string } | null
      if (answer) acknowledged.set(name, answer)
    }
  }
  await Promise.all(Array.from({ length: 16 }, hand))
  return acknowledged
}

describe('a server that is killed', () => {
  it('P10 has stored every case that it acknowledged, and P11 answers the same receipts after the restart', async () => {
    const all = new Map<string, { id: string; receipt: string }>()
    for (const [round, milliseconds] of [40, 170, 330, 610].entries()) {
      const server = await serve(dataDir)
      await send(server.url, 'warm').catch(() => null)
      const loading = load(server.url, `r${round}`)
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      await server.end('SIGKILL')
      for (const [name, answer] of await loading) all.set(name, answer)
      const held = await stored()
      expect([...all.values()].filter(({ id }) => !held.has(id))).toEqual([])
    }
    expect(all.size).toBeGreaterThan(20)

    const server = await serve(dataDir)
    const before = await fetch(`${server.url}/healthz`)
    expect(before.status).toBe(200)
    for (const [name, answer] of [...all].slice(0, 60)) {
      const again = await send(server.url, name)
      expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 'true'])
      expect(await again.json()).toMatchObject(answer)
    }
    await server.end('SIGTERM')
    const held = await stored()
    expect([...all.values()].every(({ id }) => held.has(id))).toBe(true)
  })
})

describe('a server under strange requests', () => {
  it('P18 answers others while bodies stay half sent, and forgets the half-sent ones', async () => {
    const server = await serve(dataDir)
    const { port } = new URL(server.url)
    const half = (rest: string) => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => {})
      socket.write(
        `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nIdempotency-Key: half\r\nContent-Type: application/json\r\n${rest}`,
      )
      return socket
    }
    const held = Array.from({ length: 30 }, () => half('Content-Length: 5000\r\n\r\n{"schema":'))
    const chunked = Array.from({ length: 10 }, () => half('Transfer-Encoding: chunked\r\n\r\n5\r\n{"sch\r\n'))
    for (const name of ['while-1', 'while-2', 'while-3']) expect((await send(server.url, name)).status).toBe(201)
    for (const socket of [...held, ...chunked]) socket.destroy()
    expect((await send(server.url, 'after')).status).toBe(201)
    await server.end('SIGTERM')
    expect(server.output()).not.toMatch(/crash|internal/)
  })

  it('P13 P70 answers what is no HTTP with 400 and all headers, and a body over the limit with 413', async () => {
    const server = await serve(dataDir)
    const { port } = new URL(server.url)
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1')
      let heard = ''
      socket.on('data', (chunk) => {
        heard += chunk
      })
      socket.on('close', () => resolve(heard))
      socket.write('Yamanoue Hanako\r\n\r\n')
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('Content-Security-Policy: default-src')
    expect(answer).not.toContain('Yamanoue')
    for (const size of [300_000, 20_000_000]) {
      const large = await fetch(`${server.url}/api/v1/cases`, {
        method: 'POST',
        body: 'x'.repeat(size),
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': 'large' },
      })
      expect(large.status).toBe(413)
    }
    expect((await send(server.url, 'after-large')).status).toBe(201)
    await server.end('SIGTERM')
  })
})
