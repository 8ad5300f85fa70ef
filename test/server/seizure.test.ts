/** P01 and P03 in small: one unmistakable word wherever a sender could put one; afterwards every byte is searched for it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseOf } from './harness.ts'
import { jnatip, serve } from './spawned.ts'

const WORD = 'Kazahaya93Xq'
/** Nobody writes this as an address, so it can only have come from a header. */
const ADDRESS = '203.0.113.77'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-seizure-'))
const dataDir = join(folder, 'data')
const temporary = join(folder, 'tmp')
/** Loaded before the program: says so when anything in it opens a network connection. The pipe of the runner is none. */
const WATCH = Buffer.from(`import net from 'node:net'
const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args
  if (!options?.path) process.stderr.write('OUTGOING CONNECTION\\n')
  return connect.apply(this, args)
}`)
const watching = { NODE_OPTIONS: `--import data:text/javascript;base64,${WATCH.toString('base64')}` }
/** The runner would keep compiled program text there, in which every code of the questionnaire stands. */
const env = { TMPDIR: temporary, TSX_DISABLE_CACHE: '1' }
let output = ''
const secrets: string[] = []

/** Every way in which the text could lie in a file. */
function spellings(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text)
  const utf16 = Buffer.from(text, 'utf16le')
  const base64 = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift, 0x20), utf8]).toString('base64')
    // Characters that depend on the neighbours are left out.
    const own = encoded.slice(shift === 0 ? 0 : 4, Math.floor((utf8.length + shift) / 3) * 4)
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')].map((spelling) => Buffer.from(spelling))
  })
  const hex = utf8.toString('hex')
  return [utf8, utf16, Buffer.from(utf16).swap16(), Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...base64]
}

function hits(text: string, haystacks: ReadonlyMap<string, Buffer>): string[] {
  const needles = [text, text.toLowerCase(), text.toUpperCase()].flatMap(spellings)
  return [...haystacks].filter(([, bytes]) => needles.some((needle) => bytes.includes(needle))).map(([name]) => name)
}

function everyByte(): Map<string, Buffer> {
  const files = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)],
    )
  const found = new Map([dataDir, temporary].flatMap(files).map((path) => [path.slice(folder.length), readFileSync(path)]))
  found.set('output of the program', Buffer.from(output))
  return found
}

beforeAll(async () => {
  mkdirSync(temporary)
  await jnatip(['keys', 'make', '--edition', '2026-1', '--out', join(folder, 'keys')], env)
  await jnatip(['keys', 'install', join(folder, 'keys', '2026-1.public.json'), '--data', dataDir], env)
  const made = await jnatip(['keys', 'organisation', 'Invented Shelter', '--data', dataDir, '--json'], env)
  const { key } = JSON.parse(made.stdout) as { key: string }
  secrets.push(key)

  const server = await serve(dataDir, { ...env, ...watching })
  const headers = (number: number) => ({
    'Content-Type': 'application/json',
    Authorization: `Bearer ${key}`,
    'Idempotency-Key': `${WORD}-${number}`,
    'User-Agent': `${WORD}/1.0`,
    Referer: `https://${WORD}.example/`,
    'Accept-Language': WORD,
    Cookie: `name=${WORD}`,
    'X-Forwarded-For': ADDRESS,
    Forwarded: `for=${ADDRESS}`,
    From: `${WORD}@example.org`,
  })
  const post = (body: string, number: number, path = '/api/v1/cases', extra: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { method: 'POST', body, headers: { ...headers(number), ...extra } })

  const identifiers = {
    氏名: WORD,
    name: WORD,
    在留カード番号: WORD,
    phone: WORD,
    生年月日: WORD,
    勤務先: WORD,
    email: `${WORD}@x.jp`,
    closing_note: WORD,
    LINE_ID: WORD,
  }
  const full = caseOf(WORD, identifiers)
  const accepted = await post(JSON.stringify({ ...full, 備考: WORD }), 1, `/api/v1/cases?name=${WORD}`)
  expect(accepted.status).toBe(201)
  secrets.push(((await accepted.json()) as { receipt: string }).receipt)
  const refusals = [
    await post(JSON.stringify(caseOf('A-2', { [WORD]: WORD })), 2),
    await post(JSON.stringify(caseOf('A-3', { gender: WORD })), 3),
    await post(`{"${WORD}": ${WORD}`, 4),
    await post(JSON.stringify(full), 5, '/api/v1/cases', { Authorization: `Bearer ${WORD}` }),
    await post(JSON.stringify(full), 6, '/api/v1/cases', { 'Content-Type': `text/${WORD}` }),
    await post(JSON.stringify(full), 7, `/api/v1/${WORD}`),
    await fetch(`${server.url}/api/v1/editions/${WORD}/tables?rows=${WORD}&${WORD}=1`, { headers: { 'User-Agent': WORD } }),
    await fetch(`${server.url}/${WORD}`),
  ]
  for (const response of refusals) {
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).not.toContain(WORD)
  }
  const file = join(folder, `${WORD}.ndjson`)
  writeFileSync(file, `${JSON.stringify(caseOf(`${WORD}-2`, { phone: WORD }))}\n${JSON.stringify(caseOf('A-9', { gender: WORD }))}\n`)
  const submitted = await jnatip(['submit', file, '--to', server.url, '--key', key], env)
  expect([submitted.code, submitted.stdout.split('\n')[0]]).toEqual([1, '1 accepted, 0 sent before, 1 refused'])
  output += submitted.stdout + submitted.stderr + server.output()
  await server.end('SIGKILL')
  const again = await serve(dataDir, { ...env, ...watching })
  expect((await fetch(`${again.url}/api/v1/editions`)).status).toBe(200)
  output += again.output()
  // Searched now, with the log of the killed server still beside the database, and once more after a clean end.
  for (const text of [WORD, ADDRESS]) expect(hits(text, everyByte())).toEqual([])
  await again.end('SIGTERM')
  output += again.output()
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('everything that is on the machine', () => {
  it('P01 holds the word nowhere, however it is written', () => {
    expect(everyByte().size).toBeGreaterThanOrEqual(3)
    expect(hits(WORD, everyByte())).toEqual([])
  })

  it('P01 holds no answer in clear', () => {
    for (const answer of ['escaped_alone', 'ngo_shelter', 'recruited', 'case_file', '"woman"', '21_23'])
      expect(hits(answer, everyByte())).toEqual([])
  })

  it('P01 holds neither the organisation key nor the receipt', () => {
    for (const secret of secrets)
      for (const spelling of [secret, secret.replaceAll('-', '')]) expect(hits(spelling, everyByte())).toEqual([])
  })

  it('P03 holds no network address and no time of arrival; what it writes are codes from a list', () => {
    expect(hits(ADDRESS, everyByte())).toEqual([])
    const lines = output.split('\n').filter((line) => line.startsWith('{"event"'))
    expect(lines.length).toBeGreaterThanOrEqual(3)
    for (const line of lines) expect(line).toMatch(/^\{"event":"(started|stopped|counts|published|store|internal)"[a-z0-9A-Z":,_-]*\}$/)
    expect(output).not.toMatch(/\d{4}-\d{2}-\d{2}T|\d{2}:\d{2}:\d{2}/)
  })

  it('P05 shows no connection that the server opened itself', () => {
    const dials = (options: object) =>
      spawnSync(process.execPath, ['-e', "require('net').connect(9, '127.0.0.1').on('error', () => {})"], {
        encoding: 'utf8',
        env: { ...process.env, ...options },
      }).stderr
    expect([dials({}), dials(watching)]).toEqual(['', 'OUTGOING CONNECTION\n'])
    expect(output).not.toContain('OUTGOING')
  })

  it('P01 finds the word where somebody did write it down (the search itself works)', () => {
    for (const [index, spelling] of spellings(WORD).entries()) {
      expect(hits(WORD, new Map([[`${index}`, Buffer.concat([Buffer.from('before '), spelling, Buffer.from(' after')])]]))).toEqual([
        `${index}`,
      ])
    }
    expect(hits(WORD, new Map([['base64', Buffer.from(Buffer.from(`xx ${WORD} yy`).toString('base64'))]]))).toEqual(['base64'])
  })
})
