/** Finished answers that are kept: the same bytes, made once, in the coding that is asked for, and never older than what is published. */

import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Deps } from '../../server/deps.ts'
import { withdrawTable } from '../../server/editions/errata.ts'
import { eventLog } from '../../server/http/events.ts'
import { publicAnswers } from '../../server/http/public-answers.ts'
import { codingFor } from '../../server/http/representation.ts'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { encode } from '../../server/runtime/encode.ts'
import { startNode } from '../../server/runtime/node.ts'
import type { Store } from '../../server/store/port.ts'
import { type Closed, closedEdition, publish } from './published.ts'

const NOTE = { en: 'Invented note', ja: '架空の注記' }
const clock = { day: () => '2026-11-21', month: () => '2026-11', year: () => 2026 }
const CSV = '/api/v1/editions/2026-1/tables?rows=gender@list&slice=2026-1&lang=en&format=csv'
const SHEETS = '/api/v1/editions/2026-1/book?part=sheets'
const CHAPTER = '/api/v1/editions/2026-1/book?part=people'
const EDITIONS = '/api/v1/editions'

let edition: Closed
let statements: string[]
let app: ReturnType<typeof createApp>
let made: number
beforeEach(async () => {
  edition = await closedEdition(240)
  await publish(edition, edition.built.bundle)
  statements = []
  made = 0
  const store: Store = {
    batch: (queries) => {
      statements.push(...queries.map(({ sql }) => sql))
      return edition.store.batch(queries)
    },
  }
  const counted: typeof encode = (bytes, coding) => {
    made++
    return encode(bytes, coding)
  }
  const deps = { store, clock, serverKey: edition.serverKey, events: eventLog(() => {}), pages: () => null } as unknown as Deps
  app = createApp({ ...deps, answers: publicAnswers({ store, encode: counted, program: 'test' }) })
})
afterEach(() => edition.close())

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => app.request(path, { headers, method })
const text = async (path: string) => (await get(path)).text()
/** Statements that read figures. */
const figures = () => statements.filter((sql) => sql.includes('released_table') && sql.includes('json')).length

describe('a kept answer', () => {
  it('P80 is the very bytes that were made first, with one look at the state and none at the figures', async () => {
    for (const path of [
      CSV,
      SHEETS,
      CHAPTER,
      EDITIONS,
      '/api/v1/editions/2026-1',
      '/api/v1/editions/2026-1/published',
      '/api/v1/editions/2026-1/errata',
    ]) {
      const first = await get(path)
      const body = await first.text()
      statements.length = 0
      const again = await get(path)
      expect([again.status, await again.text(), statements.length, figures()], path).toEqual([200, body, 1, 0])
      expect(Object.fromEntries(again.headers)).toEqual(Object.fromEntries(first.headers))
      expect((await get(path, { 'If-None-Match': first.headers.get('ETag')! })).status).toBe(304)
    }
  })

  it('is made once for all who ask at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => get(SHEETS, { 'Accept-Encoding': 'gzip' })))
    expect(new Set(await Promise.all(all.map(async (one) => Buffer.from(await one.arrayBuffer()).toString('hex')))).size).toBe(1)
    expect([made, statements.filter((sql) => sql.includes('"json"') && sql.includes('order by "id"')).length <= 2]).toEqual([1, true])
  })

  it('a reader who holds it costs no figure, also where nothing is kept yet', async () => {
    const tag = (await get(SHEETS)).headers.get('ETag')!
    const { store } = edition
    const other = createApp({
      store,
      clock,
      serverKey: edition.serverKey,
      events: eventLog(() => {}),
      pages: () => null,
      answers: publicAnswers({
        store: {
          batch: (queries) => {
            statements.push(...queries.map(({ sql }) => sql))
            return store.batch(queries)
          },
        },
        program: 'test',
      }),
    } as unknown as Deps)
    statements.length = 0
    const same = await other.request(SHEETS, { headers: { 'If-None-Match': tag } })
    expect([same.status, figures()]).toEqual([304, 0])
  })

  it('comes in the coding that is asked for, each with a tag of its own, and Vary says so', async () => {
    const plain = await get(CHAPTER)
    const [body, tag] = [await plain.text(), plain.headers.get('ETag')!]
    expect([plain.headers.get('Vary'), plain.headers.get('Content-Encoding')]).toEqual(['Accept-Encoding', null])
    for (const [accepted, coding, decode] of [
      ['gzip', 'gzip', gunzipSync],
      ['gzip, deflate, br', 'br', brotliDecompressSync],
    ] as const) {
      const coded = await get(CHAPTER, { 'Accept-Encoding': accepted })
      const bytes = Buffer.from(await coded.arrayBuffer())
      expect([coded.headers.get('Content-Encoding'), coded.headers.get('Vary'), coded.headers.get('Content-Length')]).toEqual([
        coding,
        'Accept-Encoding',
        String(bytes.length),
      ])
      expect(decode(bytes).toString()).toBe(body)
      expect(coded.headers.get('ETag')).toBe(tag.replace(/"$/, `-${coding}"`))
      const again = await get(CHAPTER, { 'Accept-Encoding': accepted, 'If-None-Match': coded.headers.get('ETag')! })
      expect([again.status, again.headers.get('ETag')]).toEqual([304, coded.headers.get('ETag')])
      expect((await get(CHAPTER, { 'If-None-Match': coded.headers.get('ETag')! })).status).toBe(200)
    }
    expect(made).toBe(2)
  })

  it.each([
    [null, null],
    ['', null],
    ['identity', null],
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip;q=0.5, br;q=0.4', 'gzip'],
    ['gzip;q=0, br;q=0', null],
    ['*', 'br'],
    ['*;q=0', null],
    ['*, br;q=0', 'gzip'],
    ['identity, gzip;q=0.5', null],
    ['deflate, zstd', null],
    ['gzip;q=none', 'gzip'],
    [',;,=;q', null],
  ])('weighs codings as they are asked for: %s', (accepted, coding) => {
    expect(codingFor(accepted, 'application/json')).toBe(coding)
    expect(codingFor(accepted, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toBe(null)
  })

  it('P84 has one address: a variant is led to it or answered with its bytes, and takes no memory of its own', async () => {
    const body = await text(CHAPTER)
    statements.length = 0
    const before = made
    for (const path of [CHAPTER.replace('2026-1', '2026%2D1'), CHAPTER.replace('/book', '/book')]) expect(await text(path)).toBe(body)
    expect([figures(), made]).toEqual([0, before])
    for (const path of [`${CSV}&slice=2026-1`, `${CSV}&x=1`, `${SHEETS}&part=people`, `${SHEETS}&x=1`, CSV.toUpperCase()]) {
      const wrong = await get(path)
      expect([path, wrong.status === 200]).toEqual([path, false])
      expect(await wrong.text()).not.toBe(body)
    }
    expect((await get(`${CSV}`.replace('lang=en&format=csv', 'format=csv&lang=en'))).status).toBe(308)
  })

  it('HEAD has the headers of GET and no body; a range is not cut from it; another method is refused', async () => {
    const whole = await get(CSV)
    const body = await whole.text()
    const head = await get(CSV, {}, 'HEAD')
    expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([200, '', whole.headers.get('ETag')])
    const range = await get(CSV, { Range: 'bytes=0-9' })
    expect([range.status, await range.text()]).toEqual([200, body])
    expect((await get(CSV, {}, 'POST')).status).toBe(405)
  })

  it('P61 is none for a credential: what needs one is asked for each time, and a key changes no public answer', async () => {
    const body = await text(EDITIONS)
    expect(await (await get(EDITIONS, { Authorization: `Bearer ${edition.key}` })).text()).toBe(body)
    for (const path of ['/api/v1/cases', '/api/v1/editions/2026-1/sealed-cases']) {
      expect((await get(path, { Authorization: `Bearer ${edition.keys[0]}` })).status).not.toBe(401)
      expect((await get(path)).status).toBe(401)
    }
  })

  it('keeps no refusal, and never more bytes than it may', async () => {
    const small = publicAnswers({ store: edition.store, limit: 40_000 })
    for (let at = 0; at < 50; at++) {
      const answer = await small.of(new Headers(), `/a?${at}`, () => ({
        headers: { 'Content-Type': 'text/plain' },
        make: () => 'x'.repeat(5000),
      }))
      expect((await answer.text()).length).toBe(5000)
    }
    const left = await Promise.all(Array.from({ length: 50 }, (_, at) => small.kept({ coding: null, held: null }, `/a?${at}`)))
    expect(left.filter((one) => one !== null).length).toBeLessThan(8)
    const refused = small.of(new Headers(), '/b', () => Promise.reject(new RangeError()))
    await expect(refused).rejects.toThrow(RangeError)
    expect(await small.kept({ coding: null, held: null }, '/b')).toBeNull()
  })
})

describe('after a table is withdrawn', () => {
  const hand = (act: (db: Database.Database) => void) => {
    const db = new Database(join(edition.dataDir, 'cases.sqlite'))
    act(db)
    db.close()
  }
  it.each(['here', 'another process', 'by hand'])(
    'P86 its figures are sent no more, and no tag of before is good: withdrawn %s',
    async (where) => {
      const tags = new Map<string, string>()
      const before = await text('/api/v1/editions/2026-1/published')
      for (const path of [CSV, SHEETS, CHAPTER])
        for (const coding of ['gzip', 'br', ''])
          tags.set(`${path} ${coding}`, (await get(path, { 'Accept-Encoding': coding })).headers.get('ETag')!)
      if (where === 'here') await withdrawTable('2026-1', 'gender@list', NOTE, { store: edition.store, clock })
      if (where === 'another process') {
        const other = openDataDir(edition.dataDir)
        await withdrawTable('2026-1', 'gender@list', NOTE, { store: other.store, clock })
        other.store.close()
      }
      if (where === 'by hand') hand((db) => db.prepare("DELETE FROM released_table WHERE slice = '2026-1' AND id = 'gender@list'").run())
      for (const [name, tag] of tags) {
        const [path = '', coding = ''] = name.split(' ')
        const again = await get(path, { 'Accept-Encoding': coding, 'If-None-Match': tag })
        expect([name, again.status]).toEqual([name, path === CSV ? (where === 'by hand' ? 404 : 410) : 200])
      }
      const after = await text('/api/v1/editions/2026-1/published')
      expect([before.includes('"id":"gender@list"'), after.includes('"id":"gender@list"')]).toEqual([true, false])
    },
  )

  it('P86 an answer that was being made meanwhile is not kept', async () => {
    let withdrawn = false
    const { store } = edition
    const answers = publicAnswers({ store })
    const answer = answers.of(new Headers(), '/late', async () => ({
      headers: { 'Content-Type': 'text/plain' },
      make: async () => {
        await withdrawTable('2026-1', 'gender@list', NOTE, { store, clock })
        withdrawn = true
        return 'figures of before'
      },
    }))
    await answer
    expect([withdrawn, await answers.kept({ coding: null, held: null }, '/late')]).toEqual([true, null])
  })

  it('P86 P70 a server that keeps it over HTTP sends it no more, and all its answers have all headers', async () => {
    const server = await startNode({ dataDir: edition.dataDir, port: 0 })
    const ask = (headers: Record<string, string> = {}) => fetch(`${server.url}${CSV}`, { headers })
    const [first, second] = [await ask(), await ask()]
    const { date: _, ...headers } = Object.fromEntries(first.headers)
    const { date: __, ...kept } = Object.fromEntries(second.headers)
    expect([await second.text(), kept]).toEqual([await first.text(), headers])
    expect([kept['content-security-policy']?.includes("default-src 'self'"), kept['strict-transport-security'] !== undefined]).toEqual([
      true,
      true,
    ])
    expect((await ask({ 'If-None-Match': first.headers.get('ETag')! })).status).toBe(304)
    const other = openDataDir(edition.dataDir)
    await withdrawTable('2026-1', 'gender@list', NOTE, { store: other.store, clock })
    other.store.close()
    expect([(await ask()).status, (await ask({ 'If-None-Match': first.headers.get('ETag')! })).status]).toEqual([410, 410])
    await server.close()
  })
})
