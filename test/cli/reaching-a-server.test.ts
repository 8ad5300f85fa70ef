/** Commands that reach a server: what leaves goes to the server that was named, under TLS, and the key is seen by nobody else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadErratum } from '../../server/editors/bundle-file.ts'
import { NotSent, serverAddress } from '../../server/http/ask.ts'
import { caseOf } from '../server/harness.ts'
import { jnatip } from '../server/spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-reaching-'))
const path = (name: string) => join(folder, name)
const KEY = 'jnk_Yamanoue234567890abcdefghijkmnpq'
const WORD = 'Yamanoue'

interface Listener {
  readonly url: string
  readonly heard: string[]
  connections: number
  readonly server: Server
}

/** Keeps all that it hears; @param answer writes the answer */
async function listening(answer: (request: IncomingMessage) => { status: number; headers?: Record<string, string>; body?: string }) {
  const heard: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    request.on('end', () => {
      heard.push(`${JSON.stringify(request.headers)}\n${body}`)
      const { status, headers = {}, body: text = '' } = answer(request)
      response.writeHead(status, headers).end(text)
    })
  })
  const listener: Listener = { url: '', heard, connections: 0, server }
  server.on('connection', () => listener.connections++)
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  return Object.assign(listener, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

let other: Listener
let redirecting: Listener
let echoing: Listener
beforeAll(async () => {
  other = await listening(() => ({ status: 201, headers: { 'Content-Type': 'application/json' }, body: '{"id":"x","receipt":"y"}' }))
  redirecting = await listening(({ url = '' }) => ({
    status: 307,
    headers: { Location: `${other.url.replace('127.0.0.1', 'localhost')}${url}` },
  }))
  echoing = await listening(({ headers }) => ({ status: 401, body: JSON.stringify({ type: headers.authorization, detail: headers }) }))
  writeFileSync(path('case.ndjson'), `${JSON.stringify(caseOf(`${WORD}-1`))}\n`)
  writeFileSync(path('bundle.json'), JSON.stringify({ manifest: { counted: [{ id: '2026-1' }] }, word: WORD }))
  writeFileSync(path('share'), 'share')
  writeFileSync(path('key'), `${KEY}\n`)
})
afterAll(() => {
  for (const { server } of [other, redirecting, echoing]) server.close()
  rmSync(folder, { recursive: true })
})

const COMMANDS: Readonly<Record<string, (url: string) => string[]>> = {
  submit: (url) => ['submit', path('case.ndjson'), '--to', url],
  import: (url) => ['import', path('case.ndjson'), '--to', url],
  publish: (url) => ['publish', path('bundle.json'), '--to', url],
  build: (url) => ['build', '--from', url, '--edition', '2026-1', '--share', path('share'), '--out', path('out.json')],
}
const inEnvironment = { JNATIP_KEY: KEY }

describe('commands that reach a server', () => {
  it.each(Object.keys(COMMANDS))('P01 %s follows no redirect: the other address hears nothing, and its user learns why', async (name) => {
    const { code, stdout, stderr } = await jnatip([...COMMANDS[name]!(redirecting.url), '--json'], inEnvironment)
    expect([code, (JSON.parse(stdout) as { error: string }).error]).toEqual([1, 'redirected'])
    expect([other.heard, other.connections]).toEqual([[], 0])
    expect(stdout + stderr).not.toContain(WORD)
  })

  it('P01 neither does an erratum', async () => {
    const erratum = { note: {}, bundle: { manifest: { counted: [{ id: '2026-1' }] } } }
    await expect(uploadErratum(redirecting.url, KEY, erratum)).rejects.toThrow(NotSent)
    expect(other.connections).toBe(0)
  })

  it.each(Object.keys(COMMANDS))(
    'P01 %s speaks plain HTTP to this machine alone, and opens no connection to another address',
    async (name) => {
      const before = echoing.connections
      // Every address of this machine, its outer ones too: it would be reached.
      const outer = echoing.url.replace('127.0.0.1', '0.0.0.0')
      const { code, stdout } = await jnatip([...COMMANDS[name]!(outer), '--json'], inEnvironment)
      expect([code, (JSON.parse(stdout) as { error: string }).error, echoing.connections]).toEqual([1, 'insecure-address', before])
    },
  )

  it.each([
    ['http://localhost:8787', null],
    ['http://127.0.0.1', null],
    ['http://127.1:80', null],
    ['http://[::1]:8787', null],
    ['https://book.example', null],
    ['http://book.example', 'insecure-address'],
    ['http://localhost.book.example', 'insecure-address'],
    ['http://127.0.0.1.book.example', 'insecure-address'],
    ['http://localhost@book.example', 'usage'],
    ['http://user:word@localhost', 'usage'],
    ['ftp://localhost', 'usage'],
    ['localhost:8787', 'usage'],
    ['', 'usage'],
  ])('P01 judges the address %s', (address, slug) => {
    const judged = () => {
      try {
        serverAddress(address)
        return null
      } catch (error) {
        return (error as NotSent).slug
      }
    }
    expect(judged()).toBe(slug)
  })
})

describe('the key of the organisation', () => {
  const sent = () => (echoing.heard.at(-1) ?? '').includes(`Bearer ${KEY}`)

  it.each(['file', 'environment', 'standard input'])('P01 P16 comes from %s, and is in nothing that is said', async (from) => {
    const [more, env, input] = {
      file: [['--key-file', path('key')], {}, undefined],
      environment: [[], inEnvironment, undefined],
      'standard input': [['--key', '-'], {}, `${KEY}\n`],
    }[from] as [string[], Record<string, string>, string | undefined]
    for (const [name, args] of Object.entries(COMMANDS)) {
      echoing.heard.length = 0
      const ran = await jnatip([...args(echoing.url), ...more], env, input)
      expect([name, ran.code, sent()]).toEqual([name, 1, true])
      expect(ran.stdout + ran.stderr).not.toMatch(/Yamanoue|jnk_/)
    }
  })

  it('P01 P16 is in no error either: nobody listens, or a header cannot hold it', async () => {
    const closed = await listening(() => ({ status: 200 }))
    await new Promise((resolve) => closed.server.close(resolve))
    const unheard = await jnatip(COMMANDS.publish!(closed.url), inEnvironment)
    const broken = await jnatip(COMMANDS.publish!(echoing.url), { JNATIP_KEY: `${KEY}\n   at ${KEY}` })
    expect([unheard.code, broken.code]).toEqual([1, 2])
    expect(unheard.stdout + unheard.stderr + broken.stdout + broken.stderr).not.toMatch(/Yamanoue|jnk_/)
  })

  it('P01 on the command line still works, with a warning that others see it and until when', async () => {
    const { stdout, stderr } = await jnatip([...COMMANDS.submit!(echoing.url), '--key', KEY, '--json'])
    expect([sent(), stdout.trim().split('\n').length]).toEqual([true, 1])
    expect(stderr).toMatch(/^warning: every user of this machine can see the key .*0\.3\n$/)
  })

  it('P43 is asked for before anything is read, once, and is no setting of a server', async () => {
    const [missing, twice, serving] = [
      await jnatip(COMMANDS.submit!(echoing.url)),
      await jnatip([...COMMANDS.submit!(echoing.url), '--key', '-', '--key-file', path('key')]),
      await jnatip(['serve', '--data', path('data'), '--port', '0'], inEnvironment),
    ]
    expect([missing.code, twice.code, serving.code]).toEqual([2, 2, 2])
    expect(missing.stderr).toMatch(/--key-file FILE, JNATIP_KEY, or --key -/)
    expect(serving.stderr).toMatch(/^JNATIP_KEY is for commands that send/)
    expect(serving.stderr).not.toContain(WORD)
  })
})
