/**
 * P01 and P03: one unmistakable word, in every way of writing it, wherever a sender could put one, through submission, import, correction,
 * withdrawal, a crash, a backup and its restoration; afterwards every byte is searched for it.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateSync, gzipSync, inflateRawSync } from 'node:zlib'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receive } from '../../survey-schema/answers/receive.ts'
import { encodeRecord } from '../../survey-schema/answers/record-bytes.ts'
import { networkOfBefore } from '../support/network-of-before.ts'
import { encode } from '../survey-schema/encode.ts'
import { caseOf } from './harness.ts'
import { jnatip, serve } from './spawned.ts'

const WORD = 'Kazahaya93Xq'
/** As a name is written: half and full width, kanji numerals behind katakana of both widths, hiragana, romaji in two spellings. */
const FORMS = [WORD, 'Ｋａｚａｈａｙａ９３Ｘｑ', 'カザハヤ九三', 'ｶｻﾞﾊﾔ九三', 'かざはや九三', 'kazahaya kusan', 'KAZAHAYAKUSAN']
/** Nobody writes this as an address, so it can only have come from a header. */
const ADDRESS = '203.0.113.77'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-seizure-'))
const dataDir = join(folder, 'data')
const temporary = join(folder, 'tmp')
const copies = join(folder, 'copies')
const restored = join(folder, 'restored')
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
const env = { TMPDIR: temporary, TSX_DISABLE_CACHE: '1', JNATIP_TICK: '1' }
let output = ''
/** Of the servers alone, both streams. */
let served = ''
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
  const japanese = Buffer.from(encode(text, 'shift_jis', false))
  return [japanese, utf8, utf16, Buffer.from(utf16).swap16(), Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...base64]
}

/** Every stretch of the bytes that unpacks as gzip or zlib data, whatever stands behind it. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = 0; at + 2 < bytes.length; at++) {
    const gzip = bytes[at] === 0x1f && bytes[at + 1] === 0x8b
    const zlib = bytes[at] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] as number)
    if (!gzip && !zlib) continue
    const named = gzip && ((bytes[at + 3] ?? 0) & 8) !== 0
    const from = zlib ? at + 2 : named ? bytes.indexOf(0, at + 10) + 1 : at + 10
    try {
      found.push(inflateRawSync(bytes.subarray(from), { finishFlush: constants.Z_SYNC_FLUSH }))
    } catch {
      // Two bytes that only look like the beginning of one.
    }
  }
  return found
}

function hits(text: string, haystacks: ReadonlyMap<string, Buffer>): string[] {
  const needles = [...new Set([text, text.toLowerCase(), text.toUpperCase()])].flatMap(spellings)
  return [...haystacks]
    .filter(([, bytes]) => [bytes, ...unpacked(bytes)].some((one) => needles.some((needle) => one.includes(needle))))
    .map(([name]) => name)
}

function everyByte(): Map<string, Buffer> {
  const files = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)],
    )
  const folders = [dataDir, temporary, copies, restored].filter((path) => existsSync(path))
  const found = new Map(folders.flatMap(files).map((path) => [path.slice(folder.length), readFileSync(path)]))
  found.set('output of the program', Buffer.from(output))
  return found
}

beforeAll(async () => {
  mkdirSync(temporary)
  await jnatip(['keys', 'make', '--edition', '2026-1', '--out', join(folder, 'keys')], env)
  networkOfBefore(dataDir)
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
    氏名: FORMS[2],
    name: FORMS[5],
    在留カード番号: WORD,
    phone: WORD,
    生年月日: WORD,
    勤務先: FORMS[1],
    email: `${WORD}@x.jp`,
    closing_note: `${FORMS[3]} ${FORMS[4]}`,
    LINE_ID: WORD,
  }
  const full = caseOf(WORD, identifiers)
  const accepted = await post(JSON.stringify({ ...full, 備考: WORD }), 1, `/api/v1/cases?name=${WORD}`)
  expect(accepted.status).toBe(201)
  const { id, receipt } = (await accepted.json()) as { id: string; receipt: string }
  secrets.push(receipt)
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
  const submitted = await jnatip(['submit', file, '--to', server.url], { ...env, JNATIP_KEY: key })
  expect([submitted.code, submitted.stdout.split('\n')[0]]).toEqual([1, '1 accepted, 0 sent before, 1 refused'])
  const table = join(folder, `${WORD}-table.ndjson`)
  writeFileSync(
    table,
    FORMS.slice(0, 3)
      .map((_, row) => `${JSON.stringify(caseOf(`${WORD}-t${row}`, identifiers))}\n`)
      .join(''),
  )
  const imported = await jnatip(['import', table, '--to', server.url, '--receipts', join(folder, 'receipts')], { ...env, JNATIP_KEY: key })
  expect([imported.code, imported.stdout.includes('3 new')]).toEqual([0, true])
  const receipts = readFileSync(join(folder, 'receipts'), 'utf8').trimEnd().split('\n')
  secrets.push(...receipts.map((line) => (JSON.parse(line) as { receipt: string }).receipt))
  const answers = [
    await fetch(`${server.url}/api/v1/cases/${id}?${WORD}=1`, {
      method: 'PUT',
      body: JSON.stringify(caseOf(WORD, { ...identifiers, gender: 'man' })),
      headers: { ...headers(8), 'If-Match': '"1"' },
    }),
    await fetch(`${server.url}/api/v1/cases/find`, {
      method: 'POST',
      body: JSON.stringify({ partner_case_key: WORD }),
      headers: headers(9),
    }),
    await fetch(`${server.url}/api/v1/cases?after=&${WORD}=1`, { headers: headers(10) }),
    await post(JSON.stringify({ code: secrets.at(-1), [WORD]: WORD }), 11, '/api/v1/withdrawals'),
    await post(JSON.stringify({ code: WORD }), 12, '/api/v1/withdrawals'),
    await fetch(`${server.url}/api/v1/cases/${WORD}`, { method: 'DELETE', headers: { ...headers(13), 'If-Match': '"1"' } }),
    await fetch(`${server.url}/api/v1/imports/${WORD}/parts/1`, {
      method: 'PUT',
      body: JSON.stringify(caseOf(WORD, identifiers)),
      headers: { ...headers(14), 'Content-Type': 'application/x-ndjson' },
    }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 422, 422, 404, 404])
  for (const response of answers) expect(await response.text()).not.toContain(WORD)
  // A receipt as its holder types it, with the word in every header; the tick carries it out.
  const held = async () =>
    ((await (await fetch(`${server.url}/api/v1/cases`, { headers: headers(15) })).json()) as { cases: object[] }).cases.length
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  const backedUp = await jnatip(['backup', '--data', dataDir, '--out', copies, '--recipient', recipient, '--json'], env)
  expect([backedUp.code, await held()]).toEqual([0, 5])
  expect((await post(JSON.stringify({ code: receipt }), 16, `/api/v1/withdrawals?${WORD}=1`)).status).toBe(202)
  for (let tries = 0; tries < 50 && (await held()) > 4; tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await held()).toBe(4)
  output += [submitted, imported, backedUp].map(({ stdout, stderr }) => stdout + stderr).join('') + server.output()
  served += server.output()
  await server.end('SIGKILL')
  const again = await serve(dataDir, { ...env, ...watching })
  expect((await fetch(`${again.url}/api/v1/editions`)).status).toBe(200)
  output += again.output()
  // Searched now, with the log of the killed server still beside the database, and once more after a clean end.
  for (const text of [...FORMS, ADDRESS]) expect(hits(text, everyByte())).toEqual([])
  // The last thing before the end is a case: its time must not stay on a file.
  const last = await fetch(`${again.url}/api/v1/cases`, {
    method: 'POST',
    body: JSON.stringify(caseOf(`${WORD}-last`)),
    headers: headers(99),
  })
  expect(last.status).toBe(201)
  await again.end('SIGTERM')
  output += again.output()
  served += again.output()
  mkdirSync(restored)
  for (const name of ['tag-key', 'ledger-key']) copyFileSync(join(dataDir, name), join(restored, name))
  // Searched as its custodians open it, and restored like that.
  const copy = join(copies, 'opened.sqlite')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  writeFileSync(
    copy,
    await decrypter.decrypt(readFileSync(join(copies, readdirSync(copies).find((name) => name.endsWith('.age')) as string))),
  )
  const back = await jnatip(['restore', copy, '--data', restored, '--ledger', join(dataDir, 'withdrawals.ledger'), '--json'], env)
  expect([back.code, JSON.parse(back.stdout)]).toMatchObject([0, { withdrawn: 1 }])
  output += back.stdout + back.stderr
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('everything that is on the machine', () => {
  it.each(FORMS)('P01 holds the word nowhere, however it is written: %s', (form) => {
    expect(everyByte().size).toBeGreaterThanOrEqual(7)
    expect(hits(form, everyByte())).toEqual([])
  })

  it('P04 has one time: the first day of the month', () => {
    const month = new Date().toISOString().slice(0, 7)
    for (const name of readdirSync(dataDir))
      expect([name, statSync(join(dataDir, name)).mtime.toISOString()]).toEqual([name, `${month}-01T00:00:00.000Z`])
  })

  it('P01 holds no answer in clear', () => {
    for (const answer of ['escaped_alone', 'ngo_shelter', 'recruited', 'case_file', '"woman"', '21_23'])
      expect(hits(answer, everyByte())).toEqual([])
    // Nor as the record of one byte a code that is sealed: any stretch of it that says something.
    const { record } = receive(caseOf(`${WORD}-last`), { currentYear: 2026, existingRecordRule: false })
    const plain = Buffer.from(encodeRecord(record))
    const stretches = Array.from({ length: plain.length - 23 }, (_, at) => plain.subarray(at, at + 24)).filter(
      (stretch) => new Set(stretch).size > 4,
    )
    expect(stretches.length).toBeGreaterThan(20)
    for (const [name, bytes] of everyByte()) expect([name, stretches.filter((stretch) => bytes.includes(stretch))]).toEqual([name, []])
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
    // Nothing else is written: no line but events, and the one that says where it listens.
    for (const line of served.split('\n').filter((one) => one !== ''))
      expect(line).toMatch(
        /^\{("event":"(started|stopped|counts|published|store|internal)"[a-z0-9A-Z":,_-]*|"url":"http:\/\/127\.0\.0\.1:\d+","dataDir":"[^"]*","intakeOpen":true,"logWhole":true(,"setupCode":"[0-9A-Z-]{24}")?)\}$/,
      )
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
    for (const pack of [gzipSync, deflateSync])
      expect(
        hits(WORD, new Map([['packed', Buffer.concat([Buffer.from('xx'), pack(Buffer.from(`before ${WORD} after`)), Buffer.from('yy')])]])),
      ).toEqual(['packed'])
    expect(hits(WORD, new Map([['base64', Buffer.from(Buffer.from(`xx ${WORD} yy`).toString('base64'))]]))).toEqual(['base64'])
  })
})
