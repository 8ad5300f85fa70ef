/** A partner with a secret, by the commands: made, registered, used and renewed; what goes over the line holds neither secret nor case reference. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitationKeys, invitationTag } from '../../survey-schema/credentials/answer-invitation.ts'
import { keysOf } from '../../survey-schema/credentials/secret.ts'
import { readSecret } from '../../survey-schema/credentials/secret-text.ts'
import { tagsOf } from '../../survey-schema/credentials/signed-submission.ts'
import { readInvitation } from '../../survey-schema/receipt-code.ts'
import { caseOf } from '../server/harness.ts'
import { jnatip, serve } from '../server/spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-signed-'))
const path = (name: string) => join(folder, name)
const data = path('data')
let server: Awaited<ReturnType<typeof serve>>
let key: string
let line: Server
/** Of a machine between, that forwards everything and remembers it. */
let url: string
let seen: string[] = []
/** What the machine between does to an answer about the organisation: shows another edition than the one that is open. */
let older: string | null = null

const told = async (...args: readonly string[]) => {
  const ran = await jnatip([...args, '--json'], { JNATIP_KEY: key ?? '' })
  return { code: ran.code, answer: JSON.parse(ran.stdout) as Record<string, unknown>, stderr: ran.stderr }
}
const done = async (...args: readonly string[]) => {
  const { code, answer, stderr } = await told(...args)
  expect([args[0], code, stderr]).toEqual([args[0], 0, ''])
  return answer
}
const linesOf = (name: string) =>
  readFileSync(path(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as { line?: number; row?: number; id: string; receipt: string; tag: string; version: number })
const write = (name: string, cases: readonly object[]) => {
  writeFileSync(path(name), cases.map((one) => `${JSON.stringify(one)}\n`).join(''))
  return path(name)
}
const named = (from: number, to: number, answers = {}) =>
  Array.from({ length: to - from }, (_, index) => caseOf(`REF-${from + index}`, answers))
const tagOf = (reference: string, file = 'secret') =>
  tagsOf(reference, { keys: keysOf(readSecret(readFileSync(path(file), 'utf8'))!), earlier: null }).tag
const secretFile = () => ['--secret-file', path('secret')]

beforeAll(async () => {
  for (const edition of ['2026-1', '2026-2']) await done('keys', 'make', '--edition', edition, '--out', path('keys'), '--fictional')
  await done('keys', 'install', path('keys/2026-1.public.json'), '--data', data)
  key = (await done('keys', 'organisation', 'Invented Shelter', '--data', data)).key as string
  server = await serve(data)
  line = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const body = Buffer.concat(chunks)
      seen.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${body.toString()}`)
      const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...headers } = request.headers
      const answer = await fetch(`${server.url}${request.url}`, {
        method: request.method as string,
        headers: headers as Record<string, string>,
        ...(body.length > 0 ? { body } : {}),
      })
      let text = await answer.text()
      if (older && request.url === '/api/v1/organisation') {
        text = text.replace(/"open_edition":\{"id":"[^"]*"/, `"open_edition":{"id":"${older}"`)
        older = null
      }
      response.writeHead(
        answer.status,
        Object.fromEntries(
          [...answer.headers].filter(([name]) => !/^(content-length|content-encoding|transfer-encoding|connection)$/.test(name)),
        ),
      )
      response.end(text)
    })
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(line.address() as AddressInfo).port}`
}, 120_000)
afterAll(async () => {
  line.close()
  await server.end('SIGTERM')
  rmSync(folder, { recursive: true })
})

describe('a secret', () => {
  it('P64 is made on a machine of the organisation, for its owner alone, and never written over', async () => {
    const made = await done('keys', 'secret', '--out', path('secret'))
    expect(statSync(path('secret')).mode & 0o077).toBe(0)
    const text = readFileSync(path('secret'), 'utf8')
    expect(readSecret(text)).toHaveLength(32)
    expect(made.fingerprint).toMatch(/^([0-9a-f]{4} ){4}[0-9a-f]{4}$/)
    expect(readFileSync(path('secret.public.json'), 'utf8')).not.toContain(text.slice(5, 30))
    expect((await told('keys', 'secret', '--out', path('secret'))).answer.error).toBe('file-exists')
    expect(readFileSync(path('secret'), 'utf8')).toBe(text)
  })

  it('P64 is asked for by a server that takes no reference in clear, and has to be registered', async () => {
    const file = write('first.ndjson', named(0, 2))
    const unsigned = await told('submit', file, '--to', url)
    expect([unsigned.code, unsigned.answer.refusals]).toMatchObject([1, [{ slug: 'secret-required' }, { slug: 'secret-required' }]])
    expect((await told('import', file, '--to', url)).answer.error).toBe('secret-required')
    seen = []
    expect((await told('submit', file, '--to', url, ...secretFile())).answer.error).toBe('secret-not-registered')
    writeFileSync(path('slip'), readFileSync(path('secret'), 'utf8').replace(/.\n$/, 'x\n'))
    expect((await told('submit', file, '--to', url, '--secret-file', path('slip'))).code).toBe(2)
    expect((await done('keys', 'register', '--to', url, ...secretFile())).generation).toBe(1)
    expect((await done('keys', 'register', '--to', url, ...secretFile())).generation).toBe(1)
    expect((await told('submit', file, '--to', url)).answer.refusals).toMatchObject([
      { slug: 'signature-required' },
      { slug: 'signature-required' },
    ])
  })

  it('P43 P64 no server starts that would see one', async () => {
    const started = await jnatip(['serve', '--data', data], { JNATIP_SECRET: 'x' })
    expect([started.code, started.stderr.includes('JNATIP_SECRET')]).toEqual([2, true])
  })
})

describe('invitations', () => {
  it('P64 are made here, for their owner alone: the server gets signed public keys, and no code goes over the line', async () => {
    seen = []
    const make = (number: string, out: string) => told('invitations', 'make', number, '--to', url, ...secretFile(), '--out', path(out))
    expect((await make('3', 'codes')).answer).toMatchObject({ codes: 3, edition: '2026-1' })
    const [codes, tags] = ['codes', 'codes.tags'].map((file) => readFileSync(path(file), 'utf8').trimEnd().split('\n')) as [
      string[],
      string[],
    ]
    expect(statSync(path('codes')).mode & 0o077).toBe(0)
    expect(codes.map(readInvitation)).toEqual(codes)
    expect(tags).toEqual(codes.map((code) => Buffer.from(invitationTag(invitationKeys(code).publicKey)).toString('hex')).sort())
    for (const code of codes) expect(seen.join('\n')).not.toMatch(new RegExp(code.replaceAll('-', '-?'), 'i'))
    expect(seen.some((one) => one.startsWith('POST /api/v1/answer-invitations'))).toBe(true)
    expect([(await make('3', 'codes')).answer.error, (await make('0', 'none')).code]).toEqual(['file-exists', 2])
  })
})

describe('submit and import with a secret', () => {
  it('P64 P11 send tags and signatures, and neither reference nor secret; sent again they change nothing', async () => {
    seen = []
    const file = write('cases.ndjson', named(0, 5))
    const receipts = ['--receipts', path('receipts.ndjson')]
    expect(await done('submit', file, '--to', url, ...secretFile(), ...receipts)).toMatchObject({ accepted: 5, refused: 0 })
    expect(
      linesOf('receipts.ndjson')
        .map(({ tag, version }) => [tag, version])
        .sort(),
    ).toEqual(Array.from({ length: 5 }, (_, at) => [tagOf(`REF-${at}`), 1]).sort())
    expect(await done('submit', file, '--to', url, ...secretFile())).toMatchObject({ accepted: 0, replayed: 5, refused: 0 })
    const second = write('file.ndjson', named(5, 12))
    expect(await done('import', second, '--to', url, ...secretFile(), '--receipts', path('import.ndjson'))).toMatchObject({ stored: 7 })
    expect(linesOf('import.ndjson').map(({ tag, version }) => [tag, version])).toEqual(
      Array.from({ length: 7 }, (_, at) => [tagOf(`REF-${at + 5}`), 1]),
    )
    expect(await done('import', second, '--to', url, ...secretFile())).toMatchObject({ before: true })
    const secret = readFileSync(path('secret'), 'utf8').trim()
    expect(seen.length).toBeGreaterThan(12)
    for (const word of ['REF-', 'partner_case_key', secret, secret.slice(5, 69)])
      expect(seen.filter((one) => one.includes(word))).toEqual([])
  })

  it('P34 P64 a file that replaces is signed for the next version of each case', async () => {
    const file = write('replaced.ndjson', [...named(3, 7, { gender: 'man' }), ...named(12, 14)])
    const receipts = ['--receipts', path('replaced.receipts')]
    expect(await done('import', file, '--to', url, ...secretFile(), '--existing', 'replace', ...receipts)).toMatchObject({
      stored: 2,
      replaced: 4,
    })
    expect(linesOf('replaced.receipts').map(({ version }) => version)).toEqual([2, 2, 2, 2, 1, 1])
    expect(
      await done('import', file, '--to', url, ...secretFile(), '--existing', 'replace', '--receipts', path('again.receipts')),
    ).toMatchObject({
      before: true,
    })
    expect(linesOf('again.receipts')).toEqual(linesOf('replaced.receipts'))
  })

  it('P64 ask the server again when it has another edition, and sign once more', async () => {
    older = '2026-0'
    expect(await done('submit', write('one.ndjson', named(20, 22)), '--to', url, ...secretFile())).toMatchObject({ accepted: 2 })
    older = '2026-0'
    expect(await done('import', write('two.ndjson', named(22, 24)), '--to', url, ...secretFile())).toMatchObject({ stored: 2 })
  })

  it('P06 P64 refuse references that may be names or numbers of persons, unless somebody says that they are none', async () => {
    const file = write('names.ndjson', [...named(30, 31), caseOf('Invented Santos')])
    for (const command of ['submit', 'import']) {
      const asked = await told(command, file, '--to', url, ...secretFile())
      expect([asked.code, asked.answer.error]).toEqual([1, 'references-to-confirm'])
      expect(asked.answer.message).toMatch(/(line|row) 2$/)
      expect(asked.answer.message).not.toContain('Santos')
    }
    expect(await done('submit', file, '--to', url, ...secretFile(), '--confirm-references')).toMatchObject({ accepted: 2 })
    const telephone = write('telephone.ndjson', [caseOf('090-1234-5678')])
    const refused = await told('submit', telephone, '--to', url, ...secretFile(), '--confirm-references')
    expect(refused.answer.refusals).toMatchObject([{ slug: 'invalid-submission', errors: [{ rule: 'identifier', kind: 'telephone' }] }])
  })

  it('P64 a new secret is registered with the one before, and finds the cases of before by it; a lost one by the server', async () => {
    await done('keys', 'secret', '--out', path('secret-2'))
    const register = ['keys', 'register', '--to', url, '--secret-file', path('secret-2')]
    expect((await told(...register)).answer.error).toBe('previous-secret-missing')
    expect((await done(...register, '--previous-secret-file', path('secret'))).generation).toBe(2)
    const both = ['--secret-file', path('secret-2'), '--earlier-secret-file', path('secret')]
    const file = write('again.ndjson', named(0, 2, { gender: 'man' }))
    expect((await told('import', file, '--to', url, ...both)).answer.message).toContain('is held already')
    expect(await done('import', file, '--to', url, ...both, '--existing', 'replace', '--receipts', path('moved'))).toMatchObject({
      replaced: 2,
    })
    expect(linesOf('moved').map(({ tag, version }) => [tag, version])).toEqual([0, 1].map((at) => [tagOf(`REF-${at}`, 'secret-2'), 2]))
    await done('keys', 'secret', '--out', path('secret-3'))
    const lost = ['keys', 'public', 'Invented Shelter', '--data', data, '--keys', path('secret-3.public.json')]
    expect((await done(...lost)).generation).toBe(3)
    expect((await told(...lost)).answer.error).toBe('keys-held')
    expect(await done('submit', write('third.ndjson', named(40, 41)), '--to', url, '--secret-file', path('secret-3'))).toMatchObject({
      accepted: 1,
    })
  })
})
